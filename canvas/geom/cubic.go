package geom

import "math"

// Cubic is a cubic Bézier curve from A to D with the control points B and C.
type Cubic struct{ A, B, C, D Point }

// Line returns the straight cubic from p to q.
func Line(p, q Point) Cubic {
	return Cubic{p, p.Lerp(q, 1.0/3), p.Lerp(q, 2.0/3), q}
}

// At returns the point at parameter t, 0 to 1.
func (c Cubic) At(t float64) Point {
	u := 1 - t
	a, b, d, e := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return Point{
		a*c.A.X + b*c.B.X + d*c.C.X + e*c.D.X,
		a*c.A.Y + b*c.B.Y + d*c.C.Y + e*c.D.Y,
	}
}

// Direction returns the unit tangent at t, or the zero Point where the curve
// stands still.
func (c Cubic) Direction(t float64) Point {
	u := 1 - t
	d := c.B.Sub(c.A).Mul(u * u).Add(c.C.Sub(c.B).Mul(2 * u * t)).Add(c.D.Sub(c.C).Mul(t * t))
	if d == (Point{}) {
		d = c.D.Sub(c.A)
	}
	return d.Unit()
}

// Split cuts the curve at t into the part before and the part after
// (de Casteljau).
func (c Cubic) Split(t float64) (Cubic, Cubic) {
	ab, bc, cd := c.A.Lerp(c.B, t), c.B.Lerp(c.C, t), c.C.Lerp(c.D, t)
	abc, bcd := ab.Lerp(bc, t), bc.Lerp(cd, t)
	m := abc.Lerp(bcd, t)
	return Cubic{c.A, ab, abc, m}, Cubic{m, bcd, cd, c.D}
}

// Bounds returns the smallest rectangle that holds the curve itself, which
// may be less than the hull of its control points.
func (c Cubic) Bounds() Rect {
	r := Span(c.A, c.D)
	for _, axis := range []struct{ a, b, c, d float64 }{
		{c.A.X, c.B.X, c.C.X, c.D.X}, {c.A.Y, c.B.Y, c.C.Y, c.D.Y},
	} {
		// Extremes are where the derivative, a quadratic, is nil.
		k2 := -axis.a + 3*axis.b - 3*axis.c + axis.d
		k1 := 2 * (axis.a - 2*axis.b + axis.c)
		k0 := axis.b - axis.a
		for _, t := range quadraticRoots(k2, k1, k0) {
			if t > 0 && t < 1 {
				p := c.At(t)
				r = Rect{
					Pt(math.Min(r.Min.X, p.X), math.Min(r.Min.Y, p.Y)),
					Pt(math.Max(r.Max.X, p.X), math.Max(r.Max.Y, p.Y)),
				}
			}
		}
	}
	return r
}

func quadraticRoots(a, b, c float64) []float64 {
	if math.Abs(a) < 1e-12 {
		if math.Abs(b) < 1e-12 {
			return nil
		}
		return []float64{-c / b}
	}
	disc := b*b - 4*a*c
	if disc < 0 {
		return nil
	}
	s := math.Sqrt(disc)
	return []float64{(-b - s) / (2 * a), (-b + s) / (2 * a)}
}

// Steps is how many straight pieces stand in for a curve where a distance or
// a length is asked for. At 24 a link of 600 units is off by under half a
// unit.
const Steps = 24

// Length returns the arc length, by Steps chords.
func (c Cubic) Length() float64 {
	sum, p := 0.0, c.A
	for i := 1; i <= Steps; i++ {
		q := c.At(float64(i) / Steps)
		sum += p.Distance(q)
		p = q
	}
	return sum
}

// Nearest returns the parameter of the point of the curve that is nearest to
// p, and its distance.
func (c Cubic) Nearest(p Point) (t, distance float64) {
	distance = math.Inf(1)
	a := c.A
	for i := 1; i <= Steps; i++ {
		b := c.At(float64(i) / Steps)
		ab := b.Sub(a)
		k := 0.0
		if n := ab.X*ab.X + ab.Y*ab.Y; n > 0 {
			ap := p.Sub(a)
			k = math.Max(0, math.Min(1, (ap.X*ab.X+ap.Y*ab.Y)/n))
		}
		if d := p.Distance(a.Lerp(b, k)); d < distance {
			distance, t = d, (float64(i-1)+k)/Steps
		}
		a = b
	}
	return t, distance
}

// Crosses reports whether the curve meets the inside of r, by Steps chords.
func (c Cubic) Crosses(r Rect) bool {
	if !r.Overlaps(c.Bounds()) {
		return false
	}
	a := c.A
	for i := 1; i <= Steps; i++ {
		b := c.At(float64(i) / Steps)
		if segmentMeets(a, b, r) {
			return true
		}
		a = b
	}
	return false
}

// segmentMeets clips the segment a–b against r (Liang–Barsky).
func segmentMeets(a, b Point, r Rect) bool {
	t0, t1 := 0.0, 1.0
	d := b.Sub(a)
	for _, e := range [4][2]float64{
		{-d.X, a.X - r.Min.X}, {d.X, r.Max.X - a.X},
		{-d.Y, a.Y - r.Min.Y}, {d.Y, r.Max.Y - a.Y},
	} {
		switch {
		case e[0] == 0:
			if e[1] < 0 {
				return false
			}
		case e[0] < 0:
			t0 = math.Max(t0, e[1]/e[0])
		default:
			t1 = math.Min(t1, e[1]/e[0])
		}
	}
	return t0 <= t1
}
