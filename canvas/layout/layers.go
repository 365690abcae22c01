package layout

import (
	"math"
	"slices"

	"warrant/canvas/geom"
)

// layers arranges one connected part in rows after Sugiyama, Tagawa and Toda,
// 1981: turn circles open, give each unit a row, order the rows, place.
func (p *plan) layers(nodes []int, at []geom.Point) part {
	r, start := p.ordered(nodes)
	x := r.align()
	r.balance(x)

	units := r.units
	pt := part{root: units[start].nodes[0]}
	if i := slices.IndexFunc(p.roots, func(v int) bool { return slices.Contains(nodes, v) }); i >= 0 {
		pt.root = int32(p.roots[i])
	}
	left, right := r.extent(x[:len(units)])
	y := 0.0
	for _, row := range r.order {
		tall := 0.0
		for _, u := range row {
			if r.bend(u) {
				continue
			}
			one := units[u]
			tall = math.Max(tall, one.size.H)
			for i, v := range one.nodes {
				at[v] = floor(geom.Pt(x[u]-left, y)).Add(one.off[i])
				pt.nodes = append(pt.nodes, v)
			}
			pt.bodies = append(pt.bodies, one.nodes)
		}
		pt.size.H = y + tall
		y += tall + p.o.LayerGap
	}
	pt.size.W = math.Ceil(right - left)
	return pt
}

// ordered returns the rows of the part in their order, and the unit where
// reading begins.
func (p *plan) ordered(nodes []int) (r *rows, start int32) {
	units, ofs := p.units(nodes)
	arcs := p.arcs(nodes, units, ofs)
	starts := p.starts(nodes, units, ofs, arcs)
	acyclic(len(units), arcs, starts)
	r = newRows(p, units, arcs, rank(len(units), arcs, p.stopped))
	r.untangle(starts)
	return r, starts[0]
}

// starts lists all units in the order in which a walk should begin from them:
// the roots of the map, units without a target, and then any.
func (p *plan) starts(nodes []int, units []unit, ofs []int32, arcs []arc) []int32 {
	reached := make([]bool, len(p.ids))
	for i := range reached {
		reached[i] = true
	}
	for _, v := range nodes {
		reached[v] = false
	}
	targets := make([]bool, len(units))
	for _, a := range arcs {
		targets[a.down] = true
	}
	var starts []int32
	listed := make([]bool, len(units))
	list := func(u int32) {
		if !listed[u] {
			listed[u] = true
			starts = append(starts, u)
		}
	}
	for _, v := range p.roots {
		if !reached[v] {
			list(ofs[v])
		}
	}
	for u := range units {
		if !targets[u] {
			list(int32(u))
		}
	}
	for u := range units {
		list(int32(u))
	}
	return starts
}
