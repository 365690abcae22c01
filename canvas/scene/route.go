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
// on the target's side by itself, goes the simple course, and has its label in
// the middle, whatever is there. Up to here one link's move makes its
// neighbours give way; beyond, a drag would redraw thousands.
const crowd = 64

// What is heeded of cards in one place. More than heap in a link's region are
// no drawing that it could be led through, and where the simple course runs
// under more than pile no other is looked for.
const (
	heap = 1000
	pile = 64
)

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

// clear counts the cards that lie clear of target on each of its sides.
func clear(target geom.Rect, from []geom.Rect) (n [4]int) {
	for _, r := range from {
		switch {
		case r.Min.Y >= target.Max.Y+besideRoom:
			n[below]++
		case r.Max.Y <= target.Min.Y-besideRoom:
			n[above]++
		}
		switch {
		case r.Max.X <= target.Min.X-besideRoom:
			n[left]++
		case r.Min.X >= target.Max.X+besideRoom:
			n[right]++
		}
	}
	return n
}

// facing returns the side of target that looks at the premises: one below or
// above it as far as some are there, or, where the map runs sideways, one to
// the left or right.
func facing(target geom.Rect, from []geom.Rect, sideways bool) side {
	n := clear(target, from)
	upright, level := below, right
	if n[above] > n[below] {
		upright = above
	}
	if n[left] > n[right] {
		level = left
	}
	switch {
	case sideways && n[level] > 0:
		return level
	case n[upright] > 0:
		return upright
	}
	if around(from).Center().X < target.Center().X {
		return left
	}
	return right
}

func around(rs []geom.Rect) (box geom.Rect) {
	for _, r := range rs {
		box = box.Union(r)
	}
	return box
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

// crowded reports whether the links to a target are a crowd. Hidden ones
// count, so that only an edit of links makes or ends one.
func (s *Scene) crowded(target argument.ID) bool { return s.m.NumIncoming(target) > crowd }

// end returns a link on its way to a target in box, or nil where it is not
// shown.
func (s *Scene) end(l *argument.Link, box geom.Rect) *end {
	link := s.links[l.ID]
	if link == nil {
		return nil
	}
	e := &end{link: link, target: box}
	for _, f := range l.From {
		if c := s.cards[f]; c != nil {
			e.from = append(e.from, c.Rect)
		}
	}
	return e
}

// crowdEnds returns the links of a crowd: those in only, or all of them for
// nil.
func (s *Scene) crowdEnds(target argument.ID, box geom.Rect, only map[argument.ID]bool) (ends []end) {
	for l := range s.incoming(target, only) {
		if e := s.end(l, box); e != nil {
			e.side = facing(box, e.from, s.sideways)
			e.lineUp()
			ends = append(ends, *e)
		}
	}
	return ends
}

// ends returns the links to a target in the order in which they end on it,
// side by side. Of a crowd it returns those in only, in no order.
func (s *Scene) ends(target argument.ID, only map[argument.ID]bool) (ends []end, crowded bool) {
	box, ok := s.targetBox(target)
	if !ok {
		return nil, false
	}
	if s.crowded(target) {
		return s.crowdEnds(target, box, only), true
	}
	var n [4]int
	for l := range s.m.Incoming(target) {
		if e := s.end(l, box); e != nil {
			for side, k := range clear(box, e.from) {
				n[side] += k
			}
			ends = append(ends, *e)
		}
	}
	onCard := s.cards[target] != nil
	level, upright := max(n[left], n[right]), max(n[below], n[above])
	sideways := s.sideways
	if onCard && level > 0 && upright > 0 && level != upright {
		sideways = level > upright
	}
	main := [2]side{below, right} // upright, level
	if n[above] > n[below] {
		main[0] = above
	}
	if n[left] > n[right] {
		main[1] = left
	}
	for i := range ends {
		s.face(&ends[i], sideways, main, onCard)
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
	ends, crowded := s.ends(target, only)
	onLink := s.links[target] != nil
	for i := 0; i < len(ends); {
		j := i + 1
		for !crowded && j < len(ends) && ends[j].side == ends[i].side {
			j++
		}
		place(ends[i:j], ends[i].target)
		for ; i < j; i++ {
			ends[i].link.crowd = crowded
			s.draw(&ends[i], onLink)
			drawn(ends[i].link)
		}
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
	box    geom.Rect   // around those of them on the side
	target geom.Rect
	side   side
	loop   bool      // it leaves its premise on that side, too
	heeds  geom.Rect // where cards have a say in that
	along  float64   // where it comes from, along the target's side
	at     geom.Point
}

// face chooses the side of the target on which a link ends. A premise in one
// row with its target sends its link straight across, or, where cards stand
// between, around on the main side.
func (s *Scene) face(e *end, sideways bool, main [2]side, onCard bool) {
	e.side = facing(e.target, e.from, sideways)
	if n := clear(e.target, e.from); onCard && len(e.from) == 1 {
		upright, level := n[below]+n[above] > 0, n[left]+n[right] > 0
		if upright != level && upright == sideways && s.shut(e) {
			e.loop = true
			e.side = main[0]
			if sideways {
				e.side = main[1]
			}
		}
	}
	e.lineUp()
}

// lineUp finds where along its side of the target a link comes from.
func (e *end) lineUp() {
	for _, r := range e.from {
		if clear(e.target, []geom.Rect{r})[e.side] > 0 {
			e.box = e.box.Union(r)
		}
	}
	if e.box == (geom.Rect{}) {
		e.box = around(e.from)
	}
	if e.side.upright() {
		e.along = e.box.Center().X
	} else {
		e.along = e.box.Center().Y
	}
}

// shut reports whether a card stands on the straight way to the target.
func (s *Scene) shut(e *end) bool {
	straight := geom.Line(middle(e.from[0], e.side.opposite()), middle(e.target, e.side))
	e.heeds = geom.Span(straight.A, straight.D).Inset(-1)
	return crossed(straight, s.obstacles(e.heeds, e.target, e.from)) > 0
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
	room := math.Min(cornerRoom, (hi-lo)/5)
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
	l.Curves, l.Trunk, l.heeds = l.Curves[:0:0], 0, e.heeds
	l.Joined = len(e.from) > 1
	start := e.side.opposite()
	switch {
	case l.Joined:
		l.Junction = junction(e, stop)
		for _, r := range e.from {
			if e.box.Contains(r.Center()) {
				l.Curves = append(l.Curves, leg(middle(r, start), l.Junction, out))
			} else {
				l.Curves = append(l.Curves, s.farLeg(e, r)...)
			}
		}
		l.Trunk = len(l.Curves)
		l.Curves = append(l.Curves, s.way(e, l.Junction, stop, out, out)...)
	case e.loop:
		l.Curves = s.around(e, stop)
	case len(e.from) == 1:
		from := middle(e.from[0], start)
		outTo := out
		if onLink {
			from, out = aside(e, from, &stop)
			outTo = l.Heading.Mul(-1)
		}
		l.Curves = s.way(e, from, stop, out, outTo)
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
	slices.SortStableFunc(l.lanes, func(i, j int) int {
		a, b := l.Curves[i], l.Curves[j]
		return cmp.Compare(b.A.Distance(b.D), a.A.Distance(a.D))
	})
	l.usual = l.labelAt(0, spots[0])
	l.Label = l.usual
	l.Bounds = l.course.Union(l.usual)
	s.index.putLink(l)
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

// courses are where, as a share of the way, a curve makes its turn. The
// first is the fairest; the others get around cards.
var courses = [...]float64{0.5, 0.3, 0.7, 0.15, 0.85}

// farCourse is the extent in world units beyond which a curve takes no heed
// of cards: across half a map no bend would help.
const farCourse = 4096

// way returns the curves from a premise (or junction), which they leave
// against out, to the arrow, where they arrive against outTo. Of the simple
// courses it takes the first that crosses no card; without one it goes through
// the gaps between the cards, or else where it crosses the fewest.
func (s *Scene) way(e *end, from, to, out, outTo geom.Point) []geom.Cubic {
	return s.wayPast(e, from, to, out, outTo, e.target, e.from)
}

func (s *Scene) wayPast(e *end, from, to, out, outTo geom.Point, target geom.Rect, own []geom.Rect) []geom.Cubic {
	d := from.Sub(to)
	reach := math.Max(leastReach, math.Abs(d.X*out.X+d.Y*out.Y))
	simple := courses[:]
	if out != outTo {
		simple = simple[:1]
	}
	var cards []geom.Rect
	var best geom.Cubic
	fewest := math.MaxInt
	for i, k := range simple {
		c := geom.Cubic{A: from, B: from.Sub(out.Mul(reach * k)), C: to.Add(out.Mul(reach * (1 - k))), D: to}
		if out != outTo {
			c = hook(from, to, outTo, out)
		}
		if i == 0 {
			b := c.Bounds()
			if e.link.crowd || b.W() > farCourse || b.H() > farCourse {
				return []geom.Cubic{c}
			}
			cards = s.obstacles(b, target, own)
		}
		n := crossed(c, cards)
		if i == 0 && (n == 0 || n >= pile) {
			return []geom.Cubic{c}
		}
		if i == 0 {
			region := geom.Span(from, to).Inset(-detourRoom)
			e.link.heeds = e.link.heeds.Union(region)
			cards = s.obstacles(region, target, own)
		}
		if n < fewest {
			best, fewest = c, n
		}
		if n == 0 {
			break
		}
	}
	if fewest > 0 {
		if pieces := detour(cards, from, to, out, outTo, e.link.lean()); pieces != nil {
			n := 0
			for _, c := range pieces {
				n += crossed(c, cards)
			}
			if n < fewest {
				return pieces
			}
		}
	}
	return []geom.Cubic{best}
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
	e.link.heeds = e.link.heeds.Union(region)
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

// hook is a curve that leaves straight against outFrom and arrives against
// outTo, which may be at right angles.
func hook(from, to, outTo, outFrom geom.Point) geom.Cubic {
	dx, dy := math.Abs(to.X-from.X), math.Abs(to.Y-from.Y)
	reach := func(out geom.Point) float64 {
		return math.Max(leastReach, (dx*math.Abs(out.X)+dy*math.Abs(out.Y))*0.6)
	}
	return geom.Cubic{A: from, B: from.Sub(outFrom.Mul(reach(outFrom))), C: to.Add(outTo.Mul(reach(outTo))), D: to}
}
