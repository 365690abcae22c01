package layout

import (
	"math"
	"slices"

	"warrant/canvas/geom"
)

// plan is the graph made safe to work on: in the frame where targets lie
// above, cut down to the nodes to arrange, without indices that name nothing.
type plan struct {
	o      Options
	ids    []int // index in the graph of each node of the plan
	moving int   // nodes to arrange; those after them only hold these together
	size   []geom.Size
	now    []geom.Point
	placed []bool
	pinned []bool
	roots  []int
	reads  []int     // rank of each node in reading: the roots first, then by index
	unitOf []int32   // scratch of the layers: the unit of each node of the part at hand
	middle []float64 // scratch of the layers: where the middle of each node is in its unit

	links   []link // by edge index of the graph
	into    lists  // by node: links that end at it, directly or on a link that does
	out     lists  // by node: links it is a premise of
	against lists  // by link: links on it
}

// link is an edge of the plan.
type link struct {
	from  []int32 // premises, without repeats and without the target itself
	to    int     // the node where it ends, found through the links it is on; −1 for none
	on    int     // the link it undercuts or underpins, or −1
	label float64 // width of its label in the frame
}

// lists are many short lists in one array: list i is items[start[i]:start[i+1]].
type lists struct{ start, items []int32 }

func (l lists) of(i int) []int32 { return l.items[l.start[i]:l.start[i+1]] }

// gather makes n lists of the pairs that visit yields, each in yielded order.
// It calls visit twice.
func gather(n int, visit func(yield func(list int, item int32))) lists {
	l := lists{start: make([]int32, n+1)}
	visit(func(i int, _ int32) { l.start[i+1]++ })
	for i := range n {
		l.start[i+1] += l.start[i]
	}
	l.items = make([]int32, l.start[n])
	next := append([]int32(nil), l.start[:n]...)
	visit(func(i int, v int32) { l.items[next[i]] = v; next[i]++ })
	return l
}

// labelRoom is what a link needs between two rows beside its label: an arrow
// at one end, the junction of linked premises at the other.
const labelRoom = DefaultLayerGap - 22

func newPlan(g Graph, o Options) *plan {
	if !(o.LayerGap > 0) {
		o.LayerGap = DefaultLayerGap
		for _, e := range g.Edges {
			o.LayerGap = math.Max(o.LayerGap, labelRoom+o.Direction.sizeIn(sane(e.Label)).H)
		}
	}
	for _, d := range []struct {
		v     *float64
		usual float64
	}{{&o.Gap, DefaultGap}, {&o.GroupGap, DefaultGroupGap}, {&o.LayerGap, o.LayerGap}} {
		if !(*d.v > 0) {
			*d.v = d.usual
		}
		*d.v = math.Ceil(math.Min(*d.v, 1e4))
	}
	p := &plan{o: o}
	ends := endNodes(g)
	index := p.choose(g, ends)
	n := len(p.ids)
	p.size, p.now = make([]geom.Size, n), make([]geom.Point, n)
	p.placed, p.pinned = make([]bool, n), make([]bool, n)
	for i, v := range p.ids {
		node := g.Nodes[v]
		s := o.Direction.sizeIn(sane(node.Size))
		// Whole sizes and gaps let positions be rounded down to whole units
		// without any two cards coming closer than they should.
		p.size[i] = geom.Size{W: math.Ceil(s.W), H: math.Ceil(s.H)}
		p.now[i] = o.Direction.pointIn(near(node.At), sane(node.Size))
		p.placed[i] = (node.Placed || node.Pinned) && i < p.moving
		p.pinned[i] = node.Pinned && i < p.moving
	}
	for _, r := range g.Roots {
		if r >= 0 && r < len(index) && index[r] >= 0 {
			p.roots = append(p.roots, index[r])
		}
	}
	p.reads, p.unitOf, p.middle = make([]int, n), make([]int32, n), make([]float64, n)
	for v := range p.reads {
		p.reads[v] = len(p.roots) + v
	}
	for i, v := range slices.Backward(p.roots) {
		p.reads[v] = i
	}
	p.connect(g, ends, index)
	return p
}

// sane and near bound what a stranger's file may ask for, so that no sum
// overflows and no search runs for ever. Nothing a person draws comes close.
func sane(s geom.Size) geom.Size {
	return geom.Size{W: within(s.W, 0, 1e5), H: within(s.H, 0, 1e5)}
}

func near(p geom.Point) geom.Point {
	return geom.Pt(within(p.X, -1e9, 1e9), within(p.Y, -1e9, 1e9))
}

func within(v, low, high float64) float64 {
	if v != v {
		return 0
	}
	return math.Max(low, math.Min(high, v))
}

func (p *plan) connect(g Graph, ends, index []int) {
	p.links = make([]link, len(g.Edges))
	seen := make([]int, len(p.ids)) // last link, plus one, that a node was a premise of
	for e, edge := range g.Edges {
		l := link{to: -1, on: -1, label: math.Ceil(p.o.Direction.sizeIn(sane(edge.Label)).W)}
		if ends[e] >= 0 {
			l.to = index[ends[e]]
		}
		if l.to >= 0 {
			if edge.OnEdge {
				l.on = edge.To
			}
			for _, v := range edge.From {
				if v < 0 || v >= len(index) || index[v] < 0 || index[v] >= p.moving || index[v] == l.to || seen[index[v]] == e+1 {
					continue
				}
				seen[index[v]] = e + 1
				l.from = append(l.from, int32(index[v]))
			}
		}
		p.links[e] = l
	}
	p.into = gather(len(p.ids), func(yield func(int, int32)) {
		for e, l := range p.links {
			if l.to >= 0 {
				yield(l.to, int32(e))
			}
		}
	})
	p.out = gather(len(p.ids), func(yield func(int, int32)) {
		for e, l := range p.links {
			for _, v := range l.from {
				yield(int(v), int32(e))
			}
		}
	})
	p.against = gather(len(p.links), func(yield func(int, int32)) {
		for e, l := range p.links {
			if l.on >= 0 {
				yield(l.on, int32(e))
			}
		}
	})
}

// endNodes follows every edge through the edges it is on to the node where
// the chain ends: −1 for one that ends nowhere or runs in a circle.
func endNodes(g Graph) []int {
	const unknown, open = -2, -3
	ends := make([]int, len(g.Edges))
	for e := range ends {
		ends[e] = unknown
	}
	var path []int
	for e := range ends {
		end, at := -1, e
		path = path[:0]
		for {
			if ends[at] != unknown {
				if ends[at] != open {
					end = ends[at]
				}
				break
			}
			ends[at] = open
			path = append(path, at)
			to, limit := g.Edges[at].To, len(g.Nodes)
			if g.Edges[at].OnEdge {
				limit = len(g.Edges)
			}
			if to < 0 || to >= limit {
				break
			}
			if !g.Edges[at].OnEdge {
				end = to
				break
			}
			at = to
		}
		for _, at := range path {
			ends[at] = end
		}
	}
	return ends
}

// stopped reports whether the caller has lost interest.
func (p *plan) stopped() bool {
	select {
	case <-p.o.Done:
		return true
	default:
		return false
	}
}
