package layout

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"warrant/canvas/geom"
)

// What a picture of a tree costs, in world units, so that orders of siblings
// can be compared.
const (
	costOfWidth    = 0.6 // of a unit of the whole's width
	costOfReach    = 0.3 // of a unit sideways between a claim and its target
	costOfFirst    = 1.2 // the same where the target is the root, for each premise
	costOfCross    = 1.0 // the same for a link that the tree does not show
	costOfCrossing = 320 // of two links across each other
	costOfHiding   = 90  // of a card that a link passes under
	costOfInverse  = 24  // of two siblings against reading order
)

// siblingWork bounds the search for an order, in visits of a block.
const siblingWork = 2e6

// wire is a link that the tree does not show, from the middle of some of its
// premises, which stand in one block, to its target.
type wire struct {
	from  []int32
	block int32
	to    int32 // node
	on    int32 // the first premise of the link it attacks, or −1
}

// cluster is a run of kids that keep together: the premises of a link and
// those that attack it.
type cluster struct {
	kids []int32
	free bool // none has a place yet
}

// siblings looks for orders of siblings in which links that the tree does not
// show become short.
type siblings struct {
	f       *forest
	t       *tidy
	root    int32
	at      []geom.Point
	wires   []wire
	blocks  []int32 // of the tree, parents first
	above   []int32 // the node over each block, by block
	ofBlock []int32 // the block of each node
	budget  float64
	closely bool // what crosses counts, too; of a large map that takes too long
}

// orderSiblings puts the siblings of one tree in an order that shortens its
// wires, makes them cross little, and makes the whole narrow. Siblings that
// have a place keep the order they have. A tree without wires keeps the order
// in which it is read.
func (f *forest) orderSiblings(t *tidy, root int32, at []geom.Point, ofBlock []int32) {
	s := &siblings{f: f, t: t, root: root, at: at, ofBlock: ofBlock, budget: siblingWork}
	f.tidyTree(t, root, at)
	s.blocks = slices.Clone(t.order)
	s.findWires()
	if len(s.wires) == 0 {
		return
	}
	const looks = 50 // at so many pictures at least
	s.closely = float64(len(s.blocks)*len(s.wires)*looks) < s.budget
	s.above = make([]int32, len(f.blocks))
	for _, b := range s.blocks {
		one := &f.blocks[b]
		for i, v := range one.nodes {
			for _, k := range one.kids[one.cuts[i]:one.cuts[i+1]] {
				s.above[k] = v
			}
		}
	}
	least := s.cost()
	for range siblingSweeps {
		before := s.save()
		s.sweep()
		c := s.cost()
		if c >= least {
			s.restore(before)
			break
		}
		least = c
	}
	for better := true; better && s.budget > 0 && !f.stopped(); {
		better = false
		for _, b := range s.blocks {
			one := &f.blocks[b]
			for i := range one.nodes {
				if c := s.improve(one.kids[one.cuts[i]:one.cuts[i+1]], least); c < least {
					least, better = c, true
				}
			}
		}
	}
}

// siblingSweeps is how often at most all siblings are set in the order of what pulls
// at them, before they are tried one by one, which large trees have no time for.
const siblingSweeps = 6

// sweep sorts the clusters of each node by the mean place of the far ends of
// the wires from or to them; one without wires pulls to where it is.
func (s *siblings) sweep() {
	f := s.f
	pull, wires := make([]float64, len(f.blocks)), make([]float64, len(f.blocks))
	add := func(b int32, x float64) { pull[b], wires[b] = pull[b]+x, wires[b]+1 }
	for _, w := range s.wires {
		a, b := w.block, s.ofBlock[w.to]
		ax, bx := s.top(w.from).X, s.bottom(w.to).X
		for a != b && s.budget > 0 { // up to where both hang from
			if f.blocks[a].depth >= f.blocks[b].depth {
				add(a, bx)
				a = s.ofBlock[s.above[a]]
			} else {
				add(b, ax)
				b = s.ofBlock[s.above[b]]
			}
			s.budget--
		}
	}
	for _, b := range s.blocks {
		one := &f.blocks[b]
		for i := range one.nodes {
			kids := one.kids[one.cuts[i]:one.cuts[i+1]]
			cs := s.clusters(kids)
			keys := make([]float64, len(cs))
			order := make([]int32, len(cs))
			free := true
			for j, c := range cs {
				order[j] = int32(j)
				sum, n := 0.0, 0.0
				for _, k := range c.kids {
					sum, n = sum+pull[k], n+wires[k]
				}
				if n == 0 {
					sum, n = s.top(f.blocks[c.kids[0]].nodes).X, 1
				}
				keys[j] = sum / n
				free = free && c.free
			}
			if free && len(cs) > 1 {
				sort.Stable(byKey{order, keys})
				put(kids, cs, order)
			}
		}
	}
}

func (s *siblings) save() (kids []int32) {
	for _, b := range s.blocks {
		kids = append(kids, s.f.blocks[b].kids...)
	}
	return kids
}

func (s *siblings) restore(kids []int32) {
	for _, b := range s.blocks {
		kids = kids[copy(s.f.blocks[b].kids, kids):]
	}
}

// put sets the clusters of kids in an order.
func put(kids []int32, cs []cluster, order []int32) {
	i := 0
	for _, c := range order {
		i += copy(kids[i:], cs[c].kids)
	}
}

// findWires lists what the tree does not show of the links of its nodes.
func (s *siblings) findWires() {
	f := s.f
	inTree := make(map[int32]bool, len(s.blocks))
	for _, b := range s.blocks {
		inTree[b] = true
	}
	var done []int32
	for _, b := range s.blocks {
		for _, v := range f.blocks[b].nodes {
			for _, l := range f.into.of(int(v)) {
				done = done[:0]
				for _, w := range f.links[l].from {
					k := s.ofBlock[w]
					if f.blocks[k].link == l || !inTree[k] || slices.Contains(done, k) {
						continue
					}
					done = append(done, k)
					one := wire{block: k, to: v, on: -1}
					for _, x := range f.links[l].from {
						if s.ofBlock[x] == k {
							one.from = append(one.from, x)
						}
					}
					if on := f.links[l].on; on >= 0 && len(f.links[on].from) > 0 {
						one.on = f.links[on].from[0]
					}
					s.wires = append(s.wires, one)
				}
			}
		}
	}
}

// improve tries other orders of kids of one node, and mirrored clusters, and
// keeps what costs less than least. It returns the least cost.
func (s *siblings) improve(kids []int32, least float64) float64 {
	cs := s.clusters(kids)
	if len(kids) < 2 {
		return least
	}
	order := make([]int32, len(cs))
	for i := range order {
		order[i] = int32(i)
	}
	try := func(order []int32) bool {
		if s.budget <= 0 {
			return false
		}
		put(kids, cs, order)
		if c := s.cost(); c < least-1e-6 {
			least = c
			return true
		}
		return false
	}
	for i := 0; i < len(order); i++ {
		for j := range order {
			if i == j || !cs[order[i]].free {
				continue
			}
			other := slices.Insert(slices.Delete(slices.Clone(order), i, i+1), j, order[i])
			if try(other) {
				order = other
			}
		}
		if c := &cs[order[i]]; c.free && len(c.kids) > 1 {
			slices.Reverse(c.kids)
			if !try(order) {
				slices.Reverse(c.kids)
			}
		}
	}
	put(kids, cs, order)
	return least
}

// clusters splits kids of one node into those that keep together.
func (s *siblings) clusters(kids []int32) (cs []cluster) {
	last := int32(-1)
	for _, k := range kids {
		base := s.f.base(k)
		if base != last || len(cs) == 0 {
			cs = append(cs, cluster{free: true})
			last = base
		}
		c := &cs[len(cs)-1]
		c.kids = append(c.kids, k) // a copy: kids are set anew
		for _, v := range s.f.blocks[k].nodes {
			c.free = c.free && !s.f.placed[v]
		}
	}
	return cs
}

// course is a link as the search sees it.
type course struct {
	a, b   geom.Point // from and to
	source int32      // node it comes from
	to     int32
}

// cost is how bad the picture of the tree is with the siblings as they are.
func (s *siblings) cost() float64 {
	f := s.f
	size := f.tidyTree(s.t, s.root, s.at)
	cost := costOfWidth * size.W
	var tree, cross []course
	for _, b := range s.blocks {
		one := &f.blocks[b]
		for i := range one.nodes {
			kids := one.kids[one.cuts[i]:one.cuts[i+1]]
			for x := range kids {
				for y := range x {
					if f.blocks[kids[y]].link > f.blocks[kids[x]].link && !f.blocks[kids[x]].aside && !f.blocks[kids[y]].aside {
						cost += costOfInverse
					}
				}
			}
		}
		if one.link < 0 {
			continue
		}
		if one.aside {
			on := f.links[f.links[one.link].on].from
			if len(on) > 0 {
				label := s.top(on).Lerp(s.bottom(s.above[b]), 0.5)
				cost += costOfReach * math.Abs(s.top(one.nodes).X-label.X)
			}
			continue
		}
		e := course{s.top(one.nodes), s.bottom(s.above[b]), one.nodes[0], s.above[b]}
		weight := costOfReach
		if one.depth == 1 {
			weight = costOfFirst * float64(len(one.nodes))
		}
		cost += weight * math.Abs(e.a.X-e.b.X)
		tree = append(tree, e)
	}
	for _, w := range s.wires {
		e := s.course(w)
		cost += costOfCross * math.Abs(e.a.X-e.b.X)
		cross = append(cross, e)
	}
	s.budget -= float64(4 * len(s.blocks))
	if !s.closely {
		return cost
	}
	s.budget -= float64(len(s.blocks) * len(cross))
	for i, e := range cross {
		cost += costOfHiding * float64(s.hides(e))
		for _, o := range tree {
			if o.to != e.to && o.source != e.source && (cuts(e, o) || s.loops(e, o)) {
				cost += costOfCrossing
			}
		}
		for _, o := range cross[:i] {
			if o.to != e.to && o.source != e.source && cuts(e, o) {
				cost += costOfCrossing
			}
		}
	}
	return cost
}

// course is how a wire is drawn: between the sides of its cards that look at
// each other, and from side to side in one row.
func (s *siblings) course(w wire) course {
	e := course{s.top(w.from), s.bottom(w.to), w.from[0], w.to}
	switch top, low := s.at[w.to], s.bottom(w.from[0]); {
	case w.on >= 0:
		e.b = s.top([]int32{w.on}).Lerp(e.b, 0.5)
	case low.Y <= top.Y:
		e.a.Y, e.b.Y = low.Y, top.Y
	case e.a.Y < e.b.Y: // in one row
		e.a.Y, e.b.Y = low.Y, low.Y
	}
	return e
}

// loops reports whether a wire within a row, which is drawn below the cards
// between its ends, crosses what hangs from one of them.
func (s *siblings) loops(e, o course) bool {
	return e.a.Y == e.b.Y && s.at[o.to].Y < e.a.Y && o.b.Y > s.at[e.to].Y && (o.b.X > e.a.X) != (o.b.X > e.b.X)
}

func (s *siblings) top(nodes []int32) geom.Point {
	x := 0.0
	for _, v := range nodes {
		x += s.at[v].X + s.f.size[v].W/2
	}
	return geom.Pt(x/float64(len(nodes)), s.at[nodes[0]].Y)
}

func (s *siblings) bottom(v int32) geom.Point {
	return s.at[v].Add(geom.Pt(s.f.size[v].W/2, s.f.size[v].H))
}

// hides counts the cards that the course passes under.
func (s *siblings) hides(e course) (n int) {
	lo, hi := min(e.a.Y, e.b.Y), max(e.a.Y, e.b.Y)
	for _, b := range s.blocks {
		for _, v := range s.f.blocks[b].nodes {
			y := s.at[v].Y + s.f.size[v].H/2
			if y <= lo || y >= hi || v == e.to || v == e.source {
				continue
			}
			x := e.a.X + (e.b.X-e.a.X)*(y-e.a.Y)/(e.b.Y-e.a.Y)
			if x > s.at[v].X && x < s.at[v].X+s.f.size[v].W {
				n++
			}
		}
	}
	return n
}

// cuts reports whether two segments cross.
func cuts(p, q course) bool {
	turn := func(a, b, c geom.Point) int {
		return cmp.Compare((b.X-a.X)*(c.Y-a.Y)-(b.Y-a.Y)*(c.X-a.X), 0)
	}
	return turn(p.a, p.b, q.a) != turn(p.a, p.b, q.b) && turn(q.a, q.b, p.a) != turn(q.a, q.b, p.b)
}
