package scene

import (
	"cmp"
	"math"
	"slices"

	"warrant/canvas/geom"
)

// The measures of a link's course in world units.
const (
	tipGap       = 2  // between the arrow's point and what it points at
	cornerRoom   = 24 // no link ends nearer to a card's corner
	attachPitch  = 40 // wished between links that end on one side of a card
	junctionRise = 30 // of a junction above its premises
	leastReach   = 24 // of a curve straight out of a card
	besideRoom   = 8  // a card this far below another is below it, not beside
)

// crowd is how many links may end at one target before each gets its place
// on the target's side by itself, goes the simple course, and has its label in
// the middle, whatever is there. Up to here one link's move makes its
// neighbours give way; beyond, a drag would redraw thousands.
const crowd = 200

// What is heeded of cards in one place. More than heap where a link would lead
// are no drawing that it could be led through, and a curve that runs under pile
// of them, or a label with so many others near, is as bad as it can be.
const (
	heap = 1000
	pile = 64
)

// draw lays a link's curves and arrow, and says where its label would be.
func (s *Scene) draw(e *end, onLink bool) {
	l := e.link
	out := e.side.out()
	l.Heading = out.Mul(-1)
	l.Tip = e.at.Add(out.Mul(tipGap))
	stop := l.Tip.Add(out.Mul(arrowLength - 1))
	l.Curves, l.Trunk, l.Via = l.Curves[:0:0], 0, nil
	s.heeds = append(s.heeds[:0], e.heeds...)
	l.Joined = len(e.from) > 1
	start := e.side.opposite()
	switch {
	case l.Joined:
		l.Junction = junction(e, stop)
		for i, r := range e.from {
			if e.box.Contains(r.Center()) {
				l.Curves = append(l.Curves, leg(middle(r, start).Add(e.shift(i, start)), l.Junction, out))
			} else {
				l.Curves = append(l.Curves, s.farLeg(e, r)...)
			}
		}
		l.Trunk = len(l.Curves)
		trunk := s.led(e, l.Junction, stop, out, out)
		if trunk == nil {
			trunk = s.way(e, l.Junction, stop, out, out)
		}
		l.Curves = append(l.Curves, trunk...)
	case e.loop:
		l.Curves = s.around(e, stop)
	case len(e.from) == 1:
		from := middle(e.from[0], start).Add(e.shift(0, start))
		outTo := out
		if onLink {
			from, out = aside(e, from, &stop)
			outTo = l.Heading.Mul(-1)
		}
		if l.Curves = s.led(e, from, stop, out, outTo); l.Curves == nil {
			l.Curves = s.way(e, from, stop, out, outTo)
			if onLink {
				stop = s.otherwise(e, stop)
			}
		}
	}
	l.course = geom.Span(l.Tip, stop).Inset(-arrowHalf)
	for _, c := range l.Curves {
		l.course = l.course.Union(c.Bounds())
	}
	l.course = l.course.Inset(-l.Width - 2)
	l.lanes = l.lanes[:0]
	for i := l.Trunk; i < len(l.Curves); i++ {
		c := l.Curves[i]
		if d := c.D.Sub(c.A); len(l.Curves) == l.Trunk+1 || d.X*out.Y != 0 || d.Y*out.X != 0 {
			l.lanes = append(l.lanes, i)
		}
	}
	for i := l.Trunk; len(l.lanes) == 0 && i < len(l.Curves); i++ {
		l.lanes = append(l.lanes, i)
	}
	if !e.hung { // there the label is at home near its premise
		slices.SortStableFunc(l.lanes, func(i, j int) int {
			a, b := l.Curves[i], l.Curves[j]
			return cmp.Compare(b.A.Distance(b.D), a.A.Distance(a.D))
		})
	}
	l.usual = l.labelAt(0, spots[0])
	l.Label = l.usual
	l.Bounds = l.course.Union(l.usual)
	s.index.putLink(l)
	s.index.putHeeds(l, s.heeds)
}

// junction returns where the premises of e meet.
func junction(e *end, stop geom.Point) geom.Point {
	var sum, n float64
	d := e.side
	for _, r := range e.from {
		c := r.Center()
		switch {
		case !e.box.Contains(c):
			continue
		case d.upright():
			sum += c.X
		default:
			sum += c.Y
		}
		n++
	}
	mean := sum / n
	near := middle(e.box, d.opposite())
	var gap float64
	if d.upright() {
		gap = math.Abs(near.Y - stop.Y)
	} else {
		gap = math.Abs(near.X - stop.X)
	}
	p := near.Sub(d.out().Mul(math.Min(junctionRise, gap/2)))
	if d.upright() {
		p.X = mean
	} else {
		p.Y = mean
	}
	return p
}

// leg leads from a premise to the junction: straight out of the card, then
// along to the meeting place.
func leg(from, to, out geom.Point) geom.Cubic {
	along := geom.Pt(math.Abs(out.Y), math.Abs(out.X))
	d := to.Sub(from)
	run := d.X*along.X + d.Y*along.Y
	reach := math.Min(20, math.Abs(run)/2)
	return geom.Cubic{
		A: from, B: from.Sub(out.Mul(20)),
		C: to.Sub(along.Mul(math.Copysign(reach, run))), D: to,
	}
}
