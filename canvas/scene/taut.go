package scene

import (
	"cmp"
	"math"
	"slices"

	"warrant/canvas/geom"
)

// gate is a stretch across a way that it leads through.
type gate struct {
	u float64
	interval
}

// knot is a point of a way in its frame.
type knot struct {
	u, v  float64
	tight bool
}

// gates returns the gates of a way through gaps, one of each slab: where it
// enters a slab and where it leaves it. In a staggered row one slab is left
// where the next is entered.
func (t *trip) gates(through []gap) []gate {
	var gs []gate
	for i, g := range through {
		sl := t.slabs[i]
		in := g.share((t.straight(sl.lo)+t.straight(sl.hi))/2, t.fan)
		if n := len(gs); i > 0 && t.slabs[i-1].row == sl.row {
			gs[n-1].interval = meet(gs[n-1].interval, in, meet(through[i-1].interval, g.interval, in))
		} else {
			gs = append(gs, gate{sl.lo, in})
		}
		gs = append(gs, gate{sl.hi, in})
	}
	for i := range gs {
		g := &gs[i]
		if g.u <= 0 {
			g.lo, g.hi = math.Min(g.lo, t.v0), math.Max(g.hi, t.v0)
		}
		if g.u >= t.end {
			g.lo, g.hi = math.Min(g.lo, t.v1), math.Max(g.hi, t.v1)
		}
	}
	return gs
}

// meet returns what two stretches have in common, or else other.
func meet(a, b, other interval) interval {
	in := interval{math.Max(a.lo, b.lo), math.Min(a.hi, b.hi)}
	if in.lo > in.hi {
		return other
	}
	return in
}

// taut returns the knots of a string drawn tight through gates.
func (t *trip) taut(gs []gate) []knot {
	gates := make([]geom.Gate, len(gs))
	for i, g := range gs {
		gates[i] = geom.Gate{X: g.u, Lo: g.lo, Hi: g.hi}
	}
	knots := []knot{{0, t.v0, false}}
	for _, c := range geom.Taut(geom.Pt(0, t.v0), geom.Pt(t.end, t.v1), gates) {
		knots = append(knots, knot{c.X, c.Y, false})
	}
	return append(knots, knot{t.end, t.v1, false})
}

// endShare is how much of the first and last piece of a way keeps the
// direction in which it leaves and arrives, no less than endLeast world units
// where that is no more than half of it, and up to endReach.
const (
	endShare = 0.25
	endLeast = 40
	endReach = 150
)

// spline draws smooth curves through knots. Where a knot is tight they are
// monotone from it to the next, and so keep to the rectangle between the two (Fritsch and
// Carlson 1980, with the slopes of Fritsch and Butland 1984); else the turn is
// shared by both, the shorter bending more.
func (t *trip) spline(knots []knot) []geom.Cubic {
	n := len(knots)
	heading := make([]geom.Point, n) // X along u, Y along v
	for i := range heading {
		if i == 0 {
			heading[i] = geom.Pt(1, 0)
			continue
		}
		if i == n-1 {
			heading[i] = t.arrive
			continue
		}
		a := geom.Pt(knots[i].u-knots[i-1].u, knots[i].v-knots[i-1].v)
		b := geom.Pt(knots[i+1].u-knots[i].u, knots[i+1].v-knots[i].v)
		if !knots[i].tight {
			heading[i] = a.Unit().Mul(math.Hypot(b.X, b.Y)).Add(b.Unit().Mul(math.Hypot(a.X, a.Y))).Unit()
			continue
		}
		slope := 0.0
		if da, db := a.Y/a.X, b.Y/b.X; da*db > 0 {
			slope = 3 * (a.X + b.X) / ((2*b.X+a.X)/da + (b.X+2*a.X)/db)
		}
		heading[i] = geom.Pt(1, slope).Unit()
	}
	var pieces []geom.Cubic
	for i := 1; i < n; i++ {
		a, b := knots[i-1], knots[i]
		h := b.u - a.u
		long := math.Hypot(h, b.v-a.v)
		handle := func(k int) geom.Point {
			if k == n-1 && t.arrive.X == 0 {
				return t.arrive.Mul(math.Max(leastReach, math.Min(endReach, math.Abs(b.v-a.v)*0.6)))
			}
			if k == 0 || k == n-1 {
				return geom.Pt(math.Min(endReach, math.Max(h*endShare, math.Min(endLeast, h/2))), 0)
			}
			d := heading[k]
			if knots[k].tight {
				return d.Mul(h / 3 / d.X)
			}
			reach := math.Min(long/3, 200)
			if d.X > 0 && h > 0 {
				reach = math.Min(reach, h/2/d.X)
			}
			return d.Mul(reach)
		}
		ha, hb := handle(i-1), handle(i)
		pieces = append(pieces, geom.Cubic{
			A: t.point(a.u, a.v), B: t.point(a.u+ha.X, a.v+ha.Y),
			C: t.point(b.u-hb.X, b.v-hb.Y), D: t.point(b.u, b.v),
		})
	}
	return pieces
}

// led returns the curves of a way through gaps. Where a curve through the
// corners of the string would touch a card it is drawn tighter, and then tied
// to the string at the gates as well.
func (t *trip) led(through []gap) []geom.Cubic {
	gs := t.gates(through)
	knots := sparse(t.taut(gs))
	for {
		pieces := t.spline(knots)
		var tied []knot
		more := false
		for i, c := range pieces {
			tied = append(tied, knots[i])
			if !t.touches(c) {
				continue
			}
			if !knots[i].tight || !knots[i+1].tight {
				tied[len(tied)-1].tight, knots[i+1].tight = true, true
				more = true
				continue
			}
			a, b := knots[i], knots[i+1]
			for _, g := range gs {
				if last := tied[len(tied)-1]; g.u > last.u+1 && g.u < b.u-1 {
					v := a.v + (b.v-a.v)*(g.u-a.u)/(b.u-a.u)
					tied = append(tied, knot{g.u, v, true})
					more = true
				}
			}
		}
		if !more {
			return pieces
		}
		knots = append(tied, knots[len(knots)-1])
	}
}

// sparse leaves out knots that are in the place of the one before.
func sparse(knots []knot) []knot {
	n := len(knots)
	kept := knots[:1]
	for _, k := range knots[1 : n-1] {
		if k.u > kept[len(kept)-1].u+0.5 && k.u < knots[n-1].u-0.5 {
			kept = append(kept, k)
		}
	}
	return append(kept, knots[n-1])
}

// touches reports whether a curve comes too near to a card that is passed.
func (t *trip) touches(c geom.Cubic) bool {
	b := c.Bounds()
	u, v := t.spans(b)
	i, _ := slices.BinarySearchFunc(t.rows, u.lo-nearness, func(r row, u float64) int { return cmp.Compare(r.hi, u) })
	for ; i < len(t.rows) && t.rows[i].lo <= u.hi+nearness; i++ {
		for _, k := range t.rows[i].cards {
			p := &t.cards[k]
			if p.v.lo > v.hi+nearness || p.v.hi < v.lo-nearness {
				continue
			}
			if r := p.entry.card.Rect.Inset(-nearness); r.Overlaps(b) && c.Crosses(r) {
				return true
			}
		}
	}
	return false
}

// nearness is how near to a card a curve may come, in world units.
const nearness = 2

// under counts the cards under curves.
func (t *trip) under(curves ...geom.Cubic) (n int) {
	for i := range t.cards {
		r := t.cards[i].entry.card.Rect.Inset(1)
		for _, c := range curves {
			if c.Crosses(r) {
				n++
				break
			}
		}
	}
	return n
}
