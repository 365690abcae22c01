package scene

import (
	"math"
	"slices"

	"warrant/canvas/geom"
)

// A curve past a row of cards or more, so many world units along its way, runs
// more nearly straight: it keeps its direction at both ends for this share only,
// and crosses fewer others.
const (
	longReach = 300
	longShare = 0.25
)

// farCourse is the extent in world units beyond which it is not asked whether
// one simple curve is clear of cards, but where the gaps between them are.
const farCourse = 4096

// way returns the curves from a premise (or junction), which they leave
// against out, to the arrow, where they arrive against outTo: one simple curve
// where it passes no card, else one through the gaps between them.
func (s *Scene) way(e *end, from, to, out, outTo geom.Point) []geom.Cubic {
	if e.hung {
		if way := s.hungWay(e, from, to); way != nil {
			return way
		}
	}
	return s.wayPast(e, from, to, out, outTo, e.target, e.from)
}

func (s *Scene) wayPast(e *end, from, to, out, outTo geom.Point, target geom.Rect, own []geom.Rect) []geom.Cubic {
	d := from.Sub(to)
	along := d.X*out.X + d.Y*out.Y
	simple := simply(from, to, out, outTo, math.Max(leastReach, math.Abs(along)))
	if e.link.crowd {
		return []geom.Cubic{simple}
	}
	if b := simple.Bounds(); (along <= longReach || out != outTo) && b.W() < farCourse && b.H() < farCourse {
		if crossed(simple, s.obstacles(b, target, own)) == 0 {
			return []geom.Cubic{simple}
		}
	}
	if along < leastReach {
		return []geom.Cubic{simple}
	}
	t := s.trip.begin(from, to, out, outTo)
	s.ownEnds = append(append(s.ownEnds[:0], target), own...)
	for _, r := range s.ownEnds {
		t.stands(r)
	}
	if !s.look(t) {
		return []geom.Cubic{simple}
	}
	if t.sortOut(); len(t.slabs) == 0 {
		return []geom.Cubic{simple}
	}
	s.hops(t)
	t.fan = s.fanOf(t, e.link)
	chosen, clear := t.through()
	pieces := t.led(chosen)
	if (!clear || out != outTo) && t.under(simple) <= t.under(pieces...) {
		return []geom.Cubic{simple}
	}
	return pieces
}

// simply is the curve that a link follows where nothing is in its way.
func simply(from, to, out, outTo geom.Point, reach float64) geom.Cubic {
	if out != outTo {
		return hook(from, to, outTo, out)
	}
	share := 0.5
	if reach > longReach {
		share = longShare
	}
	return geom.Cubic{A: from, B: from.Sub(out.Mul(reach * share)), C: to.Add(out.Mul(reach * share)), D: to}
}

// farLeg leads from a premise that lies elsewhere than the others to the
// junction, which it reaches from the side.
func (s *Scene) farLeg(e *end, r geom.Rect) []geom.Cubic {
	at := geom.Rect{Min: e.link.Junction, Max: e.link.Junction}
	d := facing(r, []geom.Rect{at}, !e.side.upright())
	from := middle(r, d)
	outTo := geom.Pt(math.Abs(e.side.out().Y), math.Abs(e.side.out().X))
	if v := from.Sub(e.link.Junction); v.X*outTo.X+v.Y*outTo.Y < 0 {
		outTo = outTo.Mul(-1)
	}
	return s.wayPast(e, from, e.link.Junction, d.out().Mul(-1), outTo, r, nil)
}

// around leads from a premise around what stands between it and its target.
func (s *Scene) around(e *end, stop geom.Point) []geom.Cubic {
	r := e.from[0]
	from := middle(r, e.side)
	room := func(length float64) float64 { return math.Max(0, length/2-cornerRoom) }
	if e.side.upright() {
		from.X += math.Copysign(room(r.W()), stop.X-from.X)
	} else {
		from.Y += math.Copysign(room(r.H()), stop.Y-from.Y)
	}
	region := geom.Span(from, stop).Inset(-4 * loopRoom)
	s.heeds = append(s.heeds, region)
	return loop(s.obstacles(region, e.target, e.from), from, stop, e.side.out(), e.link.lean())
}

// lean returns −1, 0 or 1: to which side a link keeps in a narrow gap. It hangs
// on nothing that other edits change.
func (l *Link) lean() float64 {
	sum := 0
	for _, b := range []byte(l.ID) {
		sum += int(b)
	}
	return float64(sum%3 - 1)
}

// obstacles lists the cards in a region, a link's own ends apart; of a heap
// none. The list holds until the next question.
func (s *Scene) obstacles(region, target geom.Rect, own []geom.Rect) []geom.Rect {
	s.inWay = s.inWay[:0]
	met := 0
	s.index.meetCards(region, func(x *entry) bool {
		met++
		if !s.lifted[x.card.ID] && x.card.Rect != target && !slices.Contains(own, x.card.Rect) {
			s.inWay = append(s.inWay, x.card.Rect)
		}
		return met <= heap
	})
	if met > heap {
		s.inWay = s.inWay[:0]
	}
	return s.inWay
}

// crossed counts the cards under a curve, up to a pile.
func crossed(c geom.Cubic, cards []geom.Rect) int {
	n := 0
	b := c.Bounds()
	for _, r := range cards {
		if r = r.Inset(1); r.Overlaps(b) && c.Crosses(r) {
			if n++; n == pile {
				break
			}
		}
	}
	return n
}

// aside chooses the side of a label that a link to it ends on: one along the
// row where the premise stands clear of the label, so that the arrow does not
// run along the attacked link.
func aside(e *end, from geom.Point, stop *geom.Point) (start, out geom.Point) {
	l := e.link
	c := e.box.Center()
	d := e.side
	switch {
	case d.upright() && c.X < e.target.Min.X:
		d = left
	case d.upright() && c.X > e.target.Max.X:
		d = right
	case !d.upright() && c.Y < e.target.Min.Y:
		d = above
	case !d.upright() && c.Y > e.target.Max.Y:
		d = below
	default:
		return from, e.side.out()
	}
	l.Heading = d.out().Mul(-1)
	l.Tip = middle(e.target, d).Add(d.out().Mul(tipGap))
	*stop = l.Tip.Add(d.out().Mul(arrowLength - 1))
	return from, e.side.out()
}

// otherwise has a link to a label that runs under a card leave its premise
// from the side that looks along the row, if it runs clear then, and returns
// where its curve stops.
func (s *Scene) otherwise(e *end, stop geom.Point) geom.Point {
	if e.link.crowd || s.clear(e, e.link.Curves) {
		return stop
	}
	from, to, d := e.from[0].Center(), e.target.Center(), right
	switch {
	case e.side.upright() && to.X < from.X:
		d = left
	case !e.side.upright() && to.Y < from.Y:
		d = above
	case !e.side.upright():
		d = below
	}
	out := e.side.out()
	tip := middle(e.target, e.side).Add(out.Mul(tipGap))
	end := tip.Add(out.Mul(arrowLength - 1))
	curves := s.way(e, middle(e.from[0], d), end, d.out().Mul(-1), out)
	if !s.clear(e, curves) {
		return stop
	}
	e.link.Curves, e.link.Tip, e.link.Heading = curves, tip, out.Mul(-1)
	return end
}

// swing is a curve that leaves against out and arrives against it.
func swing(from, to, out geom.Point) geom.Cubic {
	d := from.Sub(to)
	reach := math.Abs(d.X*out.X+d.Y*out.Y) / 2
	return geom.Cubic{A: from, B: from.Sub(out.Mul(reach)), C: to.Add(out.Mul(reach)), D: to}
}

// hook is a curve that leaves straight against outFrom and arrives against
// outTo, which may be at right angles.
func hook(from, to, outTo, outFrom geom.Point) geom.Cubic {
	dx, dy := math.Abs(to.X-from.X), math.Abs(to.Y-from.Y)
	reach := func(out geom.Point) float64 {
		return math.Max(leastReach, (dx*math.Abs(out.X)+dy*math.Abs(out.Y))*0.6)
	}
	return geom.Cubic{A: from, B: from.Sub(outFrom.Mul(reach(outFrom))), C: to.Add(outTo.Mul(reach(outTo))), D: to}
}
