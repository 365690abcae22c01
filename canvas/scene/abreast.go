package scene

import (
	"cmp"
	"math"
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
)

// Links between the same two cards, whichever way they lead, run side by side.
// These are the wished distances in world units: across an upright way labels
// stand beside one another, along a level one they stand above one another.
const (
	uprightPitch = 72
	levelPitch   = 26
)

// lane is the place of a link among those between the same two cards.
type lane struct {
	n    int // how many there are
	x, y int // how many of them run to the left of it, or above it
}

// lane returns the lane of the link from premise i.
func (e *end) lane(i int) lane {
	if e.lanes == nil {
		return lane{n: 1}
	}
	return e.lanes[i]
}

// pitch returns how far apart the lanes between premise i and the target are
// on sides such as d; 0 where there is but one.
func (e *end) pitch(i int, d side) float64 {
	k := e.lane(i)
	if k.n < 2 {
		return 0
	}
	wish, length := float64(levelPitch), math.Min(e.from[i].H(), e.target.H())
	if d.upright() {
		wish, length = uprightPitch, math.Min(e.from[i].W(), e.target.W())
	}
	return math.Min(wish, (length-2*cornersOf(length))/float64(k.n-1))
}

// shift returns how far from the middle of its side d the link leaves premise i.
func (e *end) shift(i int, d side) geom.Point {
	k, pitch := e.lane(i), e.pitch(i, d)
	if d.upright() {
		return geom.Pt((float64(k.x)-float64(k.n-1)/2)*pitch, 0)
	}
	return geom.Pt(0, (float64(k.y)-float64(k.n-1)/2)*pitch)
}

// keepLane moves where a link with one premise is to end so that the lanes on
// either side of it have room there, too.
func (e *end) keepLane() {
	k, pitch := e.lane(0), e.pitch(0, e.side)
	if pitch == 0 {
		return
	}
	before, lo, hi := k.x, e.target.Min.X, e.target.Max.X
	if !e.side.upright() {
		before, lo, hi = k.y, e.target.Min.Y, e.target.Max.Y
	}
	room := cornersOf(hi - lo)
	e.along += (float64(before) - float64(k.n-1)/2) * pitch
	e.along = math.Min(hi-room-float64(k.n-1-before)*pitch, math.Max(lo+room+float64(before)*pitch, e.along))
}

// cornersOf returns how near to the ends of a card's side links may end.
func cornersOf(length float64) float64 { return math.Min(cornerRoom, length/5) }

// pairs are the links between a target and each of its premises.
type pairs map[argument.ID][]*argument.Link

// pairsOf gathers the shown links between a claim and the premises of the
// links to it, which are no crowd. They hold until the next question.
func (s *Scene) pairsOf(target argument.ID) pairs {
	if s.pairs == nil {
		s.pairs = make(pairs)
	}
	clear(s.pairs)
	note := func(other argument.ID, l *argument.Link) {
		if s.links[l.ID] != nil {
			s.pairs[other] = append(s.pairs[other], l)
		}
	}
	for l := range s.m.Incoming(target) {
		for _, f := range l.From {
			if f != target && s.cards[f] != nil {
				note(f, l)
			}
		}
	}
	for l := range s.m.Outgoing(target) {
		if len(s.pairs[l.To]) > 0 {
			note(l.To, l)
		}
	}
	return s.pairs
}

// laneOf returns the lane of a link among those between its target and one of
// its premises: in the order of the map, but that linked premises keep to the
// side on which their fellows are.
func (s *Scene) laneOf(p pairs, l *argument.Link, premise argument.ID) lane {
	k := lane{n: len(p[premise])}
	if k.n < 2 {
		return lane{n: 1}
	}
	x, y := s.drawn(l, premise)
	for _, o := range p[premise] {
		if o == l {
			continue
		}
		of := premise
		if o.To != l.To {
			of = l.To // it leads the other way
		}
		ox, oy := s.drawn(o, of)
		earlier := s.m.Slot(o.ID) < s.m.Slot(l.ID)
		if ox < x || ox == x && earlier {
			k.x++
		}
		if oy < y || oy == y && earlier {
			k.y++
		}
	}
	return k
}

// drawn tells to which side of a premise its fellows draw a link: −1, 0 or 1.
func (s *Scene) drawn(l *argument.Link, premise argument.ID) (x, y int) {
	card := s.cards[premise]
	if len(l.From) < 2 || card == nil {
		return 0, 0
	}
	var sum geom.Point
	n := 0.0
	for _, f := range l.From {
		if c := s.cards[f]; c != nil {
			sum, n = sum.Add(c.Rect.Center()), n+1
		}
	}
	d := sum.Mul(1 / n).Sub(card.Rect.Center())
	return cmp.Compare(d.X, 0), cmp.Compare(d.Y, 0)
}

// routeOpposite has the links drawn anew that lead the other way between the
// cards of a link that came, went or changed.
func (s *Scene) routeOpposite(l *argument.Link, todo *work) {
	for back := range s.m.Outgoing(l.To) {
		if slices.Contains(l.From, back.To) {
			todo.route(s, back.To, back.ID)
		}
	}
}
