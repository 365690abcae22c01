package scene

import (
	"math"

	"warrant/canvas/geom"
)

// The measures of a link that is led through places, in world units.
const (
	stub    = 30  // straight out of its card, before it turns
	landing = 16  // straight into the arrow
	beside  = 160 // that its last place may be from where its arrow has room
	rounded = 120 // at most, from a corner to where its curve begins
	cut     = 14  // about twice what a curve cuts off a corner at most
)

// led returns the curves of a link that is led through places: straight from
// one to the next, the corners rounded. It is nil where that cannot be: the way
// turns back, as cards were moved, or one stands in it.
func (s *Scene) led(e *end, from, to, out, outTo geom.Point) []geom.Cubic {
	via := e.via
	if len(via) == 0 || e.link.crowd {
		return nil
	}
	way := make([]geom.Point, 0, len(via)+4)
	way = append(way, from, from.Sub(out.Mul(stub)))
	for _, v := range via {
		way = append(way, geom.Point(v))
	}
	way = append(way, to.Add(outTo.Mul(landing)), to)
	if turnsBack(way) {
		return nil
	}
	t := s.trip.begin(from, to, out, outTo)
	knots := []knot{{v: t.v0}}
	for _, p := range way[2 : len(way)-2] {
		if p.Distance(from) > atEnd && p.Distance(to) > atEnd {
			u, v := t.uv(p)
			knots = append(knots, knot{u: u, v: v})
		}
	}
	knots = append(knots, knot{u: t.end, v: t.v1})
	curves := t.spline(knots)
	if !s.clear(e, curves) {
		if curves = round(way); !s.clear(e, curves) {
			return nil
		}
	}
	e.link.Via = way[2 : len(way)-2]
	return curves
}

// atEnd is how near to an end of a link, in world units, a place that it is
// led through makes no bend of its own.
const atEnd = 60

// clear reports whether no card stands in the way of curves.
func (s *Scene) clear(e *end, curves []geom.Cubic) bool {
	for _, c := range curves {
		b := c.Bounds()
		s.heeds = append(s.heeds, b)
		if crossed(c, s.obstacles(b, e.target, e.from)) > 0 {
			return false
		}
	}
	return true
}

// round runs along a way and takes its corners in a curve, the wider the less
// it turns.
func round(way []geom.Point) (curves []geom.Cubic) {
	at := way[0]
	for i := 1; i < len(way)-1; i++ {
		in, out := way[i].Sub(way[i-1]), way[i+1].Sub(way[i])
		before, after := way[i].Distance(way[i-1]), way[i].Distance(way[i+1])
		if before < 1e-6 || after < 1e-6 {
			continue
		}
		turn := math.Sqrt(math.Max(0, (1-(in.X*out.X+in.Y*out.Y)/(before*after))/2)) // sine of half the angle
		if turn < 1e-4 {
			continue
		}
		r := math.Min(math.Min(rounded, cut/turn), math.Min(before, after)/2)
		enter, leave := way[i].Lerp(way[i-1], r/before), way[i].Lerp(way[i+1], r/after)
		if enter.Distance(at) > 1e-6 {
			curves = append(curves, geom.Line(at, enter))
		}
		curves = append(curves, geom.Cubic{A: enter, B: enter.Lerp(way[i], 0.6), C: leave.Lerp(way[i], 0.6), D: leave})
		at = leave
	}
	return append(curves, geom.Line(at, way[len(way)-1]))
}

// turnsBack reports whether a way turns by more than a right angle. Right
// before its target it may: there it is moved aside for its neighbours.
func turnsBack(way []geom.Point) bool {
	n := len(way)
	if way[n-3].Distance(way[n-2]) < beside {
		n -= 2
	}
	for i := 2; i < n; i++ {
		a, b := way[i-1].Sub(way[i-2]), way[i].Sub(way[i-1])
		if a.X*b.X+a.Y*b.Y < 0 {
			return true
		}
	}
	return false
}
