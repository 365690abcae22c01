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
	if left, right := r.extent(x); right-left > sprawl*r.widest() {
		x = r.centred()
	}
	r.balance(x)

	units := r.units
	pt := part{root: slices.MinFunc(units[start].nodes, func(a, b int32) int { return p.reads[a] - p.reads[b] })}
	left, right := r.extent(x[:len(units)])
	for v := range x {
		x[v] -= left
	}
	tops, bottoms := make([]float64, len(r.order)), make([]float64, len(r.order))
	y := 0.0
	for k, row := range r.order {
		tall := 0.0
		for _, u := range row {
			if r.bend(u) {
				continue
			}
			one := units[u]
			tall = math.Max(tall, one.size.H)
			for i, v := range one.nodes {
				at[v] = floor(geom.Pt(x[u], y)).Add(one.off[i])
				pt.nodes = append(pt.nodes, v)
			}
			pt.bodies = append(pt.bodies, one.nodes)
		}
		tops[k], bottoms[k] = y, y+tall
		pt.size.H = y + tall
		y += tall + p.o.LayerGap
	}
	pt.size.W = math.Ceil(right - left)
	pt.leads = r.leads(x, tops, bottoms, at)
	return pt
}

// ordered returns the rows of the part in their order, and the unit where
// reading begins.
func (p *plan) ordered(nodes []int) (r *rows, start int32) {
	units := p.units(nodes)
	arcs, carries := p.arcs(nodes, units)
	starts := p.starts(nodes, units, arcs)
	acyclic(len(units), arcs, starts)
	r = newRows(p, units, arcs, rank(len(units), arcs, p.stopped))
	r.carries = carries
	r.untangle(starts)
	return r, starts[0]
}

// starts lists all units in the order in which a walk should begin from them:
// the roots of the map, units without a target, and then any.
func (p *plan) starts(nodes []int, units []unit, arcs []arc) []int32 {
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
	asked := slices.DeleteFunc(slices.Clone(nodes), func(v int) bool { return p.reads[v] >= len(p.roots) })
	slices.SortFunc(asked, func(a, b int) int { return p.reads[a] - p.reads[b] })
	for _, v := range asked {
		list(p.unitOf[v])
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
