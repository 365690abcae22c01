package scene

import (
	"cmp"
	"math"
	"slices"

	"warrant/argument"
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
// on the target's side by itself. Up to here one link's move makes its
// neighbours give way; beyond, a drag would redraw thousands.
const crowd = 64

// side is the side of a target that a link ends on.
type side uint8

const (
	below side = iota
	above
	left
	right
)

// out is the unit vector from a target through the side, and along the one
// in which places on the side are counted.
func (d side) out() geom.Point {
	return [...]geom.Point{{X: 0, Y: 1}, {X: 0, Y: -1}, {X: -1, Y: 0}, {X: 1, Y: 0}}[d]
}

func (d side) upright() bool { return d == below || d == above }

// facing returns the side of target that looks at from.
func facing(target, from geom.Rect) side {
	switch {
	case from.Min.Y >= target.Max.Y+besideRoom:
		return below
	case from.Max.Y <= target.Min.Y-besideRoom:
		return above
	case from.Center().X < target.Center().X:
		return left
	}
	return right
}

// middle returns the middle of a side of r.
func middle(r geom.Rect, d side) geom.Point {
	c := r.Center()
	switch d {
	case below:
		return geom.Pt(c.X, r.Max.Y)
	case above:
		return geom.Pt(c.X, r.Min.Y)
	case left:
		return geom.Pt(r.Min.X, c.Y)
	}
	return geom.Pt(r.Max.X, c.Y)
}

func (d side) opposite() side { return [...]side{above, below, right, left}[d] }

// ends returns the links to a target in the order in which they end on it,
// side by side. A crowd is not put in order.
func (s *Scene) ends(target argument.ID) ([]end, bool) {
	box, ok := s.targetBox(target)
	if !ok {
		return nil, false
	}
	var ends []end
	for l := range s.m.Incoming(target) {
		if link := s.links[l.ID]; link != nil {
			ends = append(ends, s.endOf(l, link, box))
		}
	}
	if len(ends) > crowd {
		return ends, true
	}
	slices.SortStableFunc(ends, func(a, b end) int {
		if a.side != b.side {
			return int(a.side) - int(b.side)
		}
		return cmp.Compare(a.along, b.along)
	})
	return ends, false
}

// route draws the curves of the links to a target anew: all of them, or of a
// crowd those in only (nil for all). It calls drawn with each.
func (s *Scene) route(target argument.ID, only map[argument.ID]bool, drawn func(*Link)) {
	ends, crowded := s.ends(target)
	onLink := s.links[target] != nil
	for i := 0; i < len(ends); {
		j := i + 1
		for !crowded && j < len(ends) && ends[j].side == ends[i].side {
			j++
		}
		if !crowded || only == nil || only[ends[i].link.ID] {
			place(ends[i:j], ends[i].target)
			for k := i; k < j; k++ {
				s.draw(&ends[k], onLink)
				drawn(ends[k].link)
			}
		}
		i = j
	}
}

// targetBox returns what links to target end on: a card, or a link's label.
func (s *Scene) targetBox(target argument.ID) (geom.Rect, bool) {
	if c := s.cards[target]; c != nil {
		return c.Rect, true
	}
	if l := s.links[target]; l != nil && l.Label != (geom.Rect{}) {
		return l.Label, true
	}
	return geom.Rect{}, false
}

// end is a link on its way to a target.
type end struct {
	link   *Link
	from   []geom.Rect // the premises' cards
	box    geom.Rect   // around from
	target geom.Rect
	side   side
	along  float64 // where it comes from, along the target's side
	at     geom.Point
}

func (s *Scene) endOf(l *argument.Link, link *Link, target geom.Rect) end {
	e := end{link: link, target: target}
	for _, f := range l.From {
		if c := s.cards[f]; c != nil {
			e.from = append(e.from, c.Rect)
			e.box = e.box.Union(c.Rect)
		}
	}
	e.side = facing(target, e.box)
	if e.side.upright() {
		e.along = e.box.Center().X
	} else {
		e.along = e.box.Center().Y
	}
	return e
}

// place gives each end its point on the target's side: as straight opposite
// to where it comes from as the corners and its neighbours allow. The ends
// are in order along the side.
func place(ends []end, target geom.Rect) {
	d := ends[0].side
	lo, hi := target.Min.X, target.Max.X
	if !d.upright() {
		lo, hi = target.Min.Y, target.Max.Y
	}
	room := math.Min(cornerRoom, (hi-lo)/2)
	lo, hi = lo+room, hi-room
	n := len(ends)
	pitch := 0.0
	if n > 1 {
		pitch = math.Min(attachPitch, (hi-lo)/float64(n-1))
	}
	at := make([]float64, n)
	for i, e := range ends {
		at[i] = math.Max(lo+float64(i)*pitch, math.Min(hi-float64(n-1-i)*pitch, e.along))
		if i > 0 {
			at[i] = math.Max(at[i], at[i-1]+pitch)
		}
	}
	// What was pushed to the right comes back as far as it can.
	for i := n - 2; i >= 0; i-- {
		at[i] = math.Min(at[i], at[i+1]-pitch)
	}
	for i := range ends {
		p := middle(target, d)
		if d.upright() {
			p.X = at[i]
		} else {
			p.Y = at[i]
		}
		ends[i].at = p
	}
}

// draw lays a link's curves and arrow, and says where its label would be.
func (s *Scene) draw(e *end, onLink bool) {
	l := e.link
	out := e.side.out()
	l.Heading = out.Mul(-1)
	l.Tip = e.at.Add(out.Mul(tipGap))
	stop := l.Tip.Add(out.Mul(arrowLength - 1))
	l.Curves = l.Curves[:0:0]
	l.Joined = len(e.from) > 1
	start := e.side.opposite()
	if l.Joined {
		l.Junction = junction(e, stop)
		for _, r := range e.from {
			l.Curves = append(l.Curves, leg(middle(r, start), l.Junction, out))
		}
		l.Curves = append(l.Curves, s.course(e, l.Junction, stop, out))
	} else if len(e.from) == 1 {
		from := middle(e.from[0], start)
		if onLink {
			from, out = aside(e, from, &stop)
			l.Curves = append(l.Curves, hook(from, stop, l.Heading.Mul(-1), out))
		} else {
			l.Curves = append(l.Curves, s.course(e, from, stop, out))
		}
	}
	l.course = geom.Span(l.Tip, stop).Inset(-arrowHalf)
	for _, c := range l.Curves {
		l.course = l.course.Union(c.Bounds())
	}
	l.course = l.course.Inset(-l.Width - 2)
	l.usual = l.labelAt(spots[0])
	l.Label = l.usual
	l.Bounds = l.course.Union(l.usual)
	s.index.putLink(l)
}

// junction returns where the premises of e meet.
func junction(e *end, stop geom.Point) geom.Point {
	var sum float64
	d := e.side
	for _, r := range e.from {
		if c := r.Center(); d.upright() {
			sum += c.X
		} else {
			sum += c.Y
		}
	}
	mean := sum / float64(len(e.from))
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

// courses are where, as a share of the way, a curve makes its turn. The
// first is the fairest; the others get around cards.
var courses = [...]float64{0.5, 0.3, 0.7, 0.15, 0.85}

// farCourse is the extent in world units beyond which a curve takes no heed
// of cards: across half a map no bend would help.
const farCourse = 1600

// course returns the curve from a premise (or junction) to the arrow. Of the
// courses it takes the one that crosses the fewest cards.
func (s *Scene) course(e *end, from, to, out geom.Point) geom.Cubic {
	d := from.Sub(to)
	reach := math.Max(leastReach, math.Abs(d.X*out.X+d.Y*out.Y))
	best, fewest := geom.Cubic{}, math.MaxInt
	for _, k := range courses {
		c := geom.Cubic{A: from, B: from.Sub(out.Mul(reach * k)), C: to.Add(out.Mul(reach * (1 - k))), D: to}
		if b := c.Bounds(); b.W() > farCourse || b.H() > farCourse {
			return c
		}
		n := s.crossed(c, e)
		if n < fewest {
			best, fewest = c, n
		}
		if n == 0 {
			break
		}
	}
	return best
}

// crossed counts the cards under a curve, the link's own ends apart.
func (s *Scene) crossed(c geom.Cubic, e *end) int {
	n := 0
	s.index.meet(c.Bounds(), func(x *entry) bool {
		if x.card == nil || x.card.Rect == e.target || slices.Contains(e.from, x.card.Rect) {
			return true
		}
		if c.Crosses(x.card.Rect.Inset(1)) {
			n++
		}
		return true
	})
	return n
}

// aside chooses the side of a label that a link to it ends on: the left or
// the right one where the premise stands clear of the label, so that the
// arrow does not run along the attacked link.
func aside(e *end, from geom.Point, stop *geom.Point) (start, out geom.Point) {
	l := e.link
	c := e.box.Center()
	var d side
	switch {
	case c.X < e.target.Min.X:
		d = left
	case c.X > e.target.Max.X:
		d = right
	default:
		return from, e.side.out()
	}
	l.Heading = d.out().Mul(-1)
	l.Tip = middle(e.target, d).Add(d.out().Mul(tipGap))
	*stop = l.Tip.Add(d.out().Mul(arrowLength - 1))
	if e.side == left || e.side == right {
		return from, d.out()
	}
	return from, e.side.out()
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
