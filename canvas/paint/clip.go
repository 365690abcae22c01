package paint

import (
	"math"

	"warrant/canvas/geom"
)

// clipChain calls do for the parts of a chain near the picture. Coordinates
// that are far outside would cost the rasterizer time, or overflow it.
func clipChain(chain []geom.Point, closed bool, near geom.Rect, do func(part []geom.Point, closed bool)) {
	outside := false
	for _, p := range chain {
		if !near.Contains(p) {
			outside = true
			break
		}
	}
	if !outside {
		do(chain, closed)
		return
	}
	if closed {
		chain = append(append([]geom.Point(nil), chain...), chain[0])
	}
	var part []geom.Point
	for i := 1; i < len(chain); i++ {
		p, q, ok := clipSegment(chain[i-1], chain[i], near)
		if !ok {
			continue
		}
		if n := len(part); n == 0 || part[n-1] != p {
			if n > 1 {
				do(part, false)
			}
			part = append(part[:0], p)
		}
		part = appendPoint(part, q)
	}
	if len(part) > 1 {
		do(part, false)
	}
}

// clipSegment cuts p–q to r (Liang–Barsky).
func clipSegment(p, q geom.Point, r geom.Rect) (geom.Point, geom.Point, bool) {
	t0, t1 := 0.0, 1.0
	d := q.Sub(p)
	for _, e := range [4][2]float64{
		{-d.X, p.X - r.Min.X}, {d.X, r.Max.X - p.X},
		{-d.Y, p.Y - r.Min.Y}, {d.Y, r.Max.Y - p.Y},
	} {
		switch {
		case e[0] == 0:
			if e[1] < 0 {
				return p, q, false
			}
		case e[0] < 0:
			t0 = math.Max(t0, e[1]/e[0])
		default:
			t1 = math.Min(t1, e[1]/e[0])
		}
	}
	if t0 > t1 {
		return p, q, false
	}
	a, z := p, q
	if t0 > 0 {
		a = p.Lerp(q, t0)
	}
	if t1 < 1 {
		z = p.Lerp(q, t1)
	}
	return a, z, true
}

// clipPolygon cuts a closed polygon to r (Sutherland–Hodgman). The result is
// good until the next call.
func (b *brush) clipPolygon(poly []geom.Point, r geom.Rect) []geom.Point {
	lo, hi := geom.Pt(math.Inf(1), math.Inf(1)), geom.Pt(math.Inf(-1), math.Inf(-1))
	for _, p := range poly {
		lo = geom.Pt(math.Min(lo.X, p.X), math.Min(lo.Y, p.Y))
		hi = geom.Pt(math.Max(hi.X, p.X), math.Max(hi.Y, p.Y))
	}
	if hi.X < r.Min.X || lo.X > r.Max.X || hi.Y < r.Min.Y || lo.Y > r.Max.Y {
		return nil
	}
	// Only the sides that something is beyond cut anything.
	crossed := [4]bool{lo.X < r.Min.X, hi.X > r.Max.X, lo.Y < r.Min.Y, hi.Y > r.Max.Y}
	turn := 0 // the scratch that does not hold poly
	for side, cuts := range crossed {
		if !cuts || len(poly) == 0 {
			continue
		}
		out := b.scratch[turn][:0]
		p := poly[len(poly)-1]
		before := inward(p, r, side)
		for _, q := range poly {
			after := inward(q, r, side)
			if (before < 0) != (after < 0) {
				out = append(out, p.Lerp(q, before/(before-after)))
			}
			if after >= 0 {
				out = append(out, q)
			}
			p, before = q, after
		}
		b.scratch[turn] = out
		poly, turn = out, 1-turn
	}
	return poly
}

// inward is how far p lies inside of a side of r: left, right, top, bottom.
func inward(p geom.Point, r geom.Rect, side int) float64 {
	switch side {
	case 0:
		return p.X - r.Min.X
	case 1:
		return r.Max.X - p.X
	case 2:
		return p.Y - r.Min.Y
	}
	return r.Max.Y - p.Y
}
