package layout

import (
	"math"
	"sort"

	"warrant/canvas/geom"
)

// part is a piece of the map that was arranged by itself, with the corner of
// its bounds at the origin.
type part struct {
	nodes  []int32
	bodies [][]int32 // the nodes in sets that keep together: linked premises
	root   int32     // the node whose place the reader keeps an eye on
	size   geom.Size
	leads  []lead
}

// arrange arranges each connected part by the algorithm that layered tells
// for its nodes, and sets the parts side by side.
func arrange(g Graph, o Options, layered func(*plan, []int) bool) Result {
	p := newPlan(g, o)
	res := Result{At: make([]geom.Point, len(g.Nodes)), Algorithm: AlgorithmTree}
	for i, n := range g.Nodes {
		res.At[i] = n.At
	}
	at := make([]geom.Point, len(p.ids))
	var parts []part
	var trees []int
	for _, nodes := range p.components() {
		if !layered(p, nodes) {
			trees = append(trees, nodes...)
			continue
		}
		res.Algorithm = AlgorithmLayered
		parts = append(parts, p.layers(nodes, at))
	}
	if len(trees) > 0 {
		parts = append(parts, p.trees(trees, at)...)
	}
	if p.stopped() {
		res.Canceled = true
		return res
	}
	p.combine(parts, at)
	p.settle(g, parts, at)
	p.lead(parts, at, &res)
	for i, v := range p.ids[:p.moving] {
		if !p.pinned[i] {
			res.At[v] = o.Direction.pointOut(at[i], sane(g.Nodes[v].Size))
		}
	}
	return res
}

// trees arranges all nodes of the list as tidy trees, one part a tree.
func (p *plan) trees(nodes []int, at []geom.Point) []part {
	f := newForest(p, nodes)
	t := &tidy{f: f, n: make([]tidyNode, len(f.blocks))}
	parts := make([]part, 0, len(f.roots))
	ofBlock := make([]int32, len(p.ids))
	for b := range f.blocks {
		for _, v := range f.blocks[b].nodes {
			ofBlock[v] = int32(b)
		}
	}
	for _, root := range f.roots {
		if p.stopped() {
			return nil
		}
		pt := part{root: f.blocks[root].nodes[0]}
		f.orderSiblings(t, root, at, ofBlock)
		pt.size = f.tidyTree(t, root, at)
		if f.across(t, at, ofBlock) {
			pt.size = f.tidyTree(t, root, at)
		}
		if p.o.Fold && f.wide(pt.size) {
			size := f.folded(root, pt.size, at)
			if size != pt.size {
				pt.size, pt.leads = size, f.weave(root, at)
			}
		}
		for _, b := range t.order {
			pt.nodes = append(pt.nodes, f.blocks[b].nodes...)
			pt.bodies = append(pt.bodies, f.blocks[b].nodes)
		}
		parts = append(parts, pt)
	}
	return parts
}

// components lists the connected parts, in reading order of their first node,
// each with its nodes in reading order.
func (p *plan) components() [][]int {
	up := make([]int, len(p.ids))
	for v := range up {
		up[v] = v
	}
	find := func(v int) int {
		for up[v] != v {
			up[v] = up[up[v]]
			v = up[v]
		}
		return v
	}
	for _, l := range p.links {
		for _, v := range l.from {
			a, b := find(int(v)), find(l.to)
			up[max(a, b)] = min(a, b)
		}
	}
	var parts [][]int
	number := make([]int, len(p.ids))
	for v := range p.ids {
		top := find(v)
		if top == v {
			number[v] = len(parts)
			parts = append(parts, nil)
		}
		parts[number[top]] = append(parts[number[top]], v)
	}
	return parts
}

// A part is drawn as a tree with links across up to this share of claims with
// a target more, and this number: among many links across, the rows of the
// layers have far fewer crossings, and no reader looks for one tree. Of more
// than quickly cards layers take longer than a person likes to wait, and the
// number does not count.
const (
	mostShare = 0.2
	mostLinks = 12
	quickly   = 2500
)

// crossed reports whether so many claims among the nodes bear on several
// targets that a tree would show too little of the links.
func (p *plan) crossed(nodes []int) bool {
	more, ends := 0, 0
	for _, v := range nodes {
		var first int32 = -1
		for _, l := range p.out.of(v) {
			switch {
			case p.links[l].on >= 0:
			case first < 0:
				first = l
			case p.links[l].to != p.links[first].to, len(p.links[l].from) > 1, len(p.links[first].from) > 1:
				more++
			}
		}
		if len(p.out.of(v)) == 0 {
			ends++
		}
	}
	return more > 0 && (float64(more) > mostShare*float64(len(nodes)) || more > mostLinks && len(nodes) <= quickly || ends != 1)
}

// combine sets the parts side by side: the contention's first, then in the
// order in which they stand now, or else in reading order.
func (p *plan) combine(parts []part, at []geom.Point) {
	p.orderParts(parts)
	sizes := make([]geom.Size, len(parts))
	for i, pt := range parts {
		sizes[i] = pt.size
	}
	ratio := aspect
	if p.o.Direction.sideways() {
		ratio = 1 / aspect
	}
	// Further apart than cards of one part ever are.
	gap := geom.Size{W: 2 * p.o.Gap, H: p.o.LayerGap + p.o.Gap}
	for i, corner := range pack(sizes, gap, ratio) {
		for _, v := range parts[i].nodes {
			at[v] = at[v].Add(corner)
		}
	}
}

func (p *plan) orderParts(parts []part) {
	type place struct {
		rank   int
		now    geom.Rect
		placed bool
		band   int
	}
	places := make(map[int32]*place, len(parts)) // by root
	for _, pt := range parts {
		pl := &place{rank: math.MaxInt}
		for _, v := range pt.nodes {
			pl.rank = min(pl.rank, p.reads[v])
			if p.placed[v] {
				r := geom.Rect{Min: p.now[v], Max: p.now[v].Add(geom.Pt(p.size[v].W, p.size[v].H))}
				if pl.placed {
					r = r.Union(pl.now)
				}
				pl.now, pl.placed = r, true
			}
		}
		places[pt.root] = pl
	}
	by := func(less func(a, b *place) bool) {
		sort.SliceStable(parts, func(i, j int) bool { return less(places[parts[i].root], places[parts[j].root]) })
	}
	by(func(a, b *place) bool { return a.rank < b.rank })
	// Those that stand in one band of the picture are read from left to right.
	by(func(a, b *place) bool {
		if a.placed != b.placed {
			return a.placed
		}
		return a.placed && a.now.Min.Y < b.now.Min.Y
	})
	band, limit := 0, math.Inf(-1)
	for _, pt := range parts {
		pl := places[pt.root]
		if pl.placed {
			if pl.now.Min.Y > limit {
				band++
				limit = pl.now.Min.Y + min(pl.now.H(), p.size[pt.root].H)/2
			}
			pl.band = band
		}
	}
	by(func(a, b *place) bool {
		if !a.placed || !b.placed {
			return a.placed && !b.placed
		}
		if a.band != b.band {
			return a.band < b.band
		}
		return a.now.Min.X < b.now.Min.X
	})
}
