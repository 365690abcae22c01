package layout

import (
	"cmp"
	"math"
	"slices"

	"warrant/canvas/geom"
)

// settle brings a finished arrangement to where the map is: near the place it
// has now, with pinned cards exactly where they are, and clear of all that
// does not move.
func (p *plan) settle(g Graph, parts []part, at []geom.Point) {
	if len(parts) == 0 {
		return
	}
	still := newStill(p.o.Gap, p.size)
	fixed := p.fixed(g, still)
	anchor := p.anchor(parts, at)
	shift := p.anchorShift(parts, at, anchor, fixed)
	if shift == nil {
		p.toOrigin(at)
		return
	}
	for v := range at {
		at[v] = at[v].Add(*shift)
	}
	pins := p.pins()
	if len(pins) == 0 {
		if !fixed.Empty() && !p.clear(still, at) {
			p.moveWhole(still, at)
		}
	}
	for _, v := range pins {
		still.add(p.rect(v, p.now[v]))
	}
	if len(pins) > 1 || !fixed.Empty() {
		p.makeWay(still, parts, at)
	}
	for _, v := range pins {
		at[v] = p.now[v]
	}
}

func (p *plan) rect(v int32, at geom.Point) geom.Rect {
	return geom.R(at.X, at.Y, p.size[v].W, p.size[v].H)
}

func (p *plan) pins() (pins []int32) {
	for v, pinned := range p.pinned {
		if pinned {
			pins = append(pins, int32(v))
		}
	}
	return pins
}

// fixed adds the cards that are not to be arranged to still, and returns
// their bounds.
func (p *plan) fixed(g Graph, still *still) (bounds geom.Rect) {
	if p.moving == len(g.Nodes) {
		return geom.Rect{}
	}
	moving := make([]bool, len(g.Nodes))
	for _, v := range p.ids[:p.moving] {
		moving[v] = true
	}
	for v, n := range g.Nodes {
		if !moving[v] && (n.Placed || n.Pinned) {
			size := sane(n.Size)
			at, s := p.o.Direction.pointIn(near(n.At), size), p.o.Direction.sizeIn(size)
			r := geom.R(at.X, at.Y, s.W, s.H)
			still.add(r)
			bounds = bounds.Union(r)
		}
	}
	return bounds
}

// anchor is the node that stays where it is when everything else moves: the
// pinned one nearest to a root, or else the first root; −1 when neither has a
// place.
func (p *plan) anchor(parts []part, at []geom.Point) int32 {
	best := int32(-1)
	for v := range p.pinned {
		if p.pinned[v] && (best < 0 || at[v].Y < at[best].Y) {
			best = int32(v)
		}
	}
	if best >= 0 {
		return best
	}
	if r := parts[0].root; p.placed[r] && (len(parts) == 1 || len(p.o.Only) == 0) {
		return r
	}
	return -1
}

// anchorShift is the way the whole has to go so that the anchor stays, or,
// without one, so that the cards move as little as may be. It is nil where
// nothing says.
func (p *plan) anchorShift(parts []part, at []geom.Point, anchor int32, fixed geom.Rect) *geom.Point {
	if anchor >= 0 {
		d := p.now[anchor].Sub(at[anchor])
		return &d
	}
	var sum geom.Point
	n := 0
	for v, placed := range p.placed {
		if placed {
			sum, n = sum.Add(p.now[v].Sub(at[v])), n+1
		}
	}
	if n > 0 {
		d := sum.Mul(1 / float64(n))
		d = geom.Pt(math.Round(d.X), math.Round(d.Y))
		return &d
	}
	if !fixed.Empty() {
		return &geom.Point{X: fixed.Min.X, Y: fixed.Max.Y + p.o.LayerGap}
	}
	return nil
}

// toOrigin moves the whole so that, in the world, nothing is left of or above
// the origin.
func (p *plan) toOrigin(at []geom.Point) {
	var bounds geom.Rect
	for v := range at[:p.moving] {
		bounds = bounds.Union(p.rect(int32(v), at[v]))
	}
	d := bounds.Min
	if p.o.Direction == BottomUp || p.o.Direction == RightLeft {
		d.Y = bounds.Max.Y
	}
	for v := range at {
		at[v] = at[v].Sub(d)
	}
}

// clear reports whether no card touches what stays still.
func (p *plan) clear(still *still, at []geom.Point) bool {
	for v := range at[:p.moving] {
		if _, hit := still.hit(p.rect(int32(v), at[v])); hit {
			return false
		}
	}
	return true
}

// moveWhole looks for the nearest place, on rings around the present one,
// where the whole arrangement is clear, so that a tidied branch keeps its
// shape. Without one at hand it changes nothing.
func (p *plan) moveWhole(still *still, at []geom.Point) {
	const step, rings, spokes, most = 32, 64, 16, 2000
	if len(at) > most {
		return
	}
	moved := make([]geom.Point, len(at))
	for ring := 1; ring <= rings; ring++ {
		for s := range spokes {
			sin, cos := math.Sincos(2 * math.Pi * float64(s) / spokes)
			d := geom.Pt(math.Round(cos*step*float64(ring)), math.Round(sin*step*float64(ring)))
			for v := range at {
				moved[v] = at[v].Add(d)
			}
			if p.clear(still, moved) {
				copy(at, moved)
				return
			}
		}
	}
}

// body is a set of cards that moves as one.
type body struct {
	nodes  []int32
	bounds geom.Rect
	pinned geom.Point // the way its nearest pinned target, or its own pin, took it
}

// makeWay moves what is not pinned out of the way of what is. The premises of
// a pinned card go with it; then, row by row, the cards that stand against
// something slide sideways past it, away from it, and push their neighbours
// in the row along, so that the order of the row is kept.
func (p *plan) makeWay(still *still, parts []part, at []geom.Point) {
	bodies := p.bodies(parts, at)
	if !slices.ContainsFunc(bodies, func(b body) bool {
		_, hit := still.hit(b.bounds)
		return hit || b.pinned != (geom.Point{})
	}) {
		return
	}
	// Rows that followed a pin have the first choice, near it.
	slices.SortStableFunc(bodies, func(a, b body) int {
		if a, b := a.pinned == (geom.Point{}), b.pinned == (geom.Point{}); a != b {
			if b {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.bounds.Min.Y, b.bounds.Min.Y), cmp.Compare(a.bounds.Min.X, b.bounds.Min.X))
	})
	for len(bodies) > 0 {
		n := 1
		for n < len(bodies) && bodies[n].bounds.Min.Y == bodies[0].bounds.Min.Y &&
			(bodies[n].pinned == geom.Point{}) == (bodies[0].pinned == geom.Point{}) {
			n++
		}
		still.slide(bodies[:n])
		for _, b := range bodies[:n] {
			left, top := math.Inf(1), math.Inf(1)
			for _, v := range b.nodes {
				left, top = math.Min(left, at[v].X), math.Min(top, at[v].Y)
			}
			d := b.bounds.Min.Sub(geom.Pt(left, top))
			for _, v := range b.nodes {
				at[v] = at[v].Add(d)
				still.add(p.rect(v, at[v]))
			}
		}
		bodies = bodies[n:]
	}
}

// bodies lists what may move, each moved along with the pinned card, if any,
// that it belongs to or hangs from.
func (p *plan) bodies(parts []part, at []geom.Point) []body {
	var all []body
	for _, pt := range parts {
		for _, nodes := range pt.bodies {
			b := body{}
			for _, v := range nodes {
				if !p.pinned[v] && int(v) < p.moving {
					b.nodes = append(b.nodes, v)
				}
			}
			all = append(all, b)
			for _, v := range nodes {
				if p.pinned[v] {
					all[len(all)-1].pinned = p.now[v].Sub(at[v])
					break
				}
			}
		}
	}
	way := make([]geom.Point, len(at))
	for v := range way {
		if p.pinned[v] {
			way[v] = p.now[v].Sub(at[v])
		}
	}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	top := func(i int) float64 {
		if len(all[i].nodes) == 0 {
			return math.Inf(-1)
		}
		return at[all[i].nodes[0]].Y
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(top(i), top(j)) })
	for _, i := range order {
		b := &all[i]
		if b.pinned == (geom.Point{}) && len(b.nodes) > 0 {
			v := int(b.nodes[0])
			for _, l := range p.out.of(v) {
				if to := p.links[l].to; at[to].Y < at[v].Y {
					b.pinned = way[to]
					break
				}
			}
		}
		for _, v := range b.nodes {
			way[v] = b.pinned
		}
	}
	all = slices.DeleteFunc(all, func(b body) bool { return len(b.nodes) == 0 })
	for i := range all {
		b := &all[i]
		for _, v := range b.nodes {
			at[v] = at[v].Add(b.pinned)
			b.bounds = b.bounds.Union(p.rect(v, at[v]))
		}
	}
	return all
}
