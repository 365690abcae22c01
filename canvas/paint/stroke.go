package paint

import (
	"math"

	"warrant/canvas/geom"
)

// stroke adds the outline of a chain of points, half a width to each side,
// with round joins. Loops at the inside of a sharp turn go through the corner
// itself, so that they add to the coverage and never take from it.
func (b *brush) stroke(chain []geom.Point, half float64, closed, roundEnds bool) {
	n := len(chain)
	if n == 0 {
		return
	}
	if n == 1 {
		if roundEnds {
			b.points = arc(b.points[:0], chain[0], geom.Pt(half, 0), 2*math.Pi)
			b.polygon(b.points)
		}
		return
	}
	if closed {
		for _, back := range [...]bool{false, true} {
			b.points = b.points[:0]
			for i := range n {
				p, q, r := chain[(i+n-1)%n], chain[i], chain[(i+1)%n]
				if back {
					p, q, r = chain[(2*n-i)%n], chain[n-1-i], chain[(2*n-2-i)%n]
				}
				b.points = join(b.points, p, q, r, half)
			}
			b.polygon(b.points)
		}
		return
	}
	pts := b.points[:0]
	pts = append(pts, chain[0].Add(normal(chain[0], chain[1], half)))
	for i := 1; i+1 < n; i++ {
		pts = join(pts, chain[i-1], chain[i], chain[i+1], half)
	}
	pts = end(pts, chain[n-2], chain[n-1], half, roundEnds)
	for i := n - 2; i > 0; i-- {
		pts = join(pts, chain[i+1], chain[i], chain[i-1], half)
	}
	pts = end(pts, chain[1], chain[0], half, roundEnds)
	b.points = pts
	b.polygon(pts)
}

// normal is the left-hand normal of p→q at the given length.
func normal(p, q geom.Point, length float64) geom.Point {
	d := q.Sub(p).Unit()
	return geom.Pt(d.Y*length, -d.X*length)
}

// join adds the left side of the corner q between p and r.
func join(pts []geom.Point, p, q, r geom.Point, half float64) []geom.Point {
	a, c := normal(p, q, half), normal(q, r, half)
	cross := a.X*c.Y - a.Y*c.X
	dot := a.X*c.X + a.Y*c.Y
	switch {
	case dot > 0.9*half*half: // nearly straight: one point on the bisector
		m := a.Add(c).Mul(half * half / (half*half + dot))
		return append(pts, q.Add(m))
	case cross > 0: // the left side is outside
		return arc(pts, q, a, math.Atan2(cross, dot))
	case cross == 0:
		return arc(pts, q, a, math.Pi)
	default:
		return append(pts, q.Add(a), q, q.Add(c))
	}
}

// end adds the cap at q of a chain that comes from p.
func end(pts []geom.Point, p, q geom.Point, half float64, roundEnd bool) []geom.Point {
	a := normal(p, q, half)
	if !roundEnd {
		return append(pts, q.Add(a), q.Sub(a))
	}
	return arc(pts, q, a, math.Pi)
}

// arc adds points around c from c+from on, turning by the angle.
func arc(pts []geom.Point, c, from geom.Point, angle float64) []geom.Point {
	r := math.Hypot(from.X, from.Y)
	n := 1 + int(math.Min(64, math.Ceil(math.Abs(angle)*math.Sqrt(math.Max(r, 1)/(8*flatness)))))
	for i := 0; i <= n; i++ {
		s, k := math.Sincos(angle * float64(i) / float64(n))
		pts = append(pts, geom.Pt(c.X+from.X*k-from.Y*s, c.Y+from.X*s+from.Y*k))
	}
	return pts
}

// mostDashes bounds the pieces of one chain. What lies far outside is passed
// over first, so that a picture would have to be all dashes to meet it.
const mostDashes = 50_000

// dashes calls do for each dash of a chain that comes near the picture.
func dashes(chain []geom.Point, dash [2]float64, near geom.Rect, do func([]geom.Point)) {
	period := dash[0] + dash[1]
	left, on, count := dash[0], true, 0
	part := []geom.Point{chain[0]}
	for i := 1; i < len(chain); i++ {
		p, q := chain[i-1], chain[i]
		length := p.Distance(q)
		done := 0.0
		if !geom.Span(p, q).Overlaps(near) {
			// Only the phase matters.
			rest := math.Mod(length, period)
			for rest > left {
				rest -= left
				on = !on
				left = dash[index(on)]
			}
			left -= rest
			part = append(part[:0], q)
			continue
		}
		for length-done > left && count < mostDashes {
			done += left
			at := p.Lerp(q, done/length)
			if on {
				do(append(part, at))
				count++
			}
			part = append(part[:0], at)
			on = !on
			left = dash[index(on)]
		}
		left -= length - done
		if on {
			part = append(part, q)
		} else {
			part = append(part[:0], q)
		}
	}
	if on && len(part) > 1 {
		do(part)
	}
}

func index(on bool) int {
	if on {
		return 0
	}
	return 1
}
