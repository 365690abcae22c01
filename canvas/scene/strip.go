package scene

import (
	"math"
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
)

// The measures of the strip along a way in which cards are looked for, in
// world units.
const (
	stripRoom  = 1000 // to either side of the straight line
	stripLeast = 400  // the same of a way so long that the strip would fill more than
	stripArea  = 14e6 // these square units
	stripPiece = 256  // length of a piece that is looked at in one box
	stripEnd   = 130  // beyond either end, for the rows the way leads between
	stripCells = 2048 // the most cells of the grid it may fill
)

// trip is the way of a link from a point to another, in its frame, and what
// is known of it. It holds until the next.
type trip struct {
	frame
	end      float64 // u of the other point
	v0, v1   float64
	arrive   geom.Point // unit vector along u and v in which it arrives
	from, to interval   // u of the cards it leaves and reaches
	fan      fan
	room     float64 // to either side of the straight line in which it may lead
	cards    []passed
	rows     []row
	slabs    []slab
	first    int      // row it leaves
	last     int      // row it reaches
	hopping  int      // hops in all rows
	order    []placed // scratch of sortOut
}

// begin sets out on another way.
func (t *trip) begin(from, to, out, outTo geom.Point) *trip {
	t.frame = frameFrom(from, out)
	_, t.v0 = t.uv(from)
	t.end, t.v1 = t.uv(to)
	in := outTo.Mul(-1)
	t.arrive = geom.Pt(in.X*t.along.X+in.Y*t.along.Y, in.X*t.across.X+in.Y*t.across.Y)
	t.from, t.to = interval{-1, 0}, interval{t.end, t.end + 1}
	t.cards, t.rows, t.slabs = t.cards[:0], t.rows[:0], t.slabs[:0]
	return t
}

// stands notes a card at either end of the way.
func (t *trip) stands(r geom.Rect) {
	if u, _ := t.spans(r); u.lo+u.hi < t.end {
		t.from.lo = math.Min(t.from.lo, u.lo)
	} else {
		t.to.hi = math.Max(t.to.hi, u.hi)
	}
}

// passed is a card near a way.
type passed struct {
	entry *entry
	u, v  interval
}

// straight returns where the straight line is at u.
func (t *trip) straight(u float64) float64 {
	return t.v0 + (t.v1-t.v0)*math.Max(0, math.Min(1, u/t.end))
}

// look gathers the cards in the strip, those at its ends apart, and has the
// link heed that strip. It reports false where there is too much to look at.
func (s *Scene) look(t *trip) bool {
	lo, hi := -float64(stripEnd), t.end+stripEnd
	n := math.Ceil((hi - lo) / stripPiece)
	t.room = math.Max(stripLeast, math.Min(stripRoom, stripArea/(hi-lo)/2))
	if area := (hi - lo) * (math.Abs(t.v1-t.v0)/n + 2*t.room); !(area < stripCells*cell*cell) {
		return false
	}
	g := &s.index
	g.question++
	met := 0
	for i := range int(n) {
		u := interval{lo + (hi-lo)*float64(i)/n, lo + (hi-lo)*float64(i+1)/n}
		a, b := t.straight(u.lo), t.straight(u.hi)
		box := geom.Span(t.point(u.lo, math.Min(a, b)-t.room), t.point(u.hi, math.Max(a, b)+t.room))
		s.heeds = append(s.heeds, box)
		if !g.cards.meet(box, g.question, func(e *entry) bool {
			met++
			if e.nth = -1; s.lifted[e.card.ID] || slices.Contains(s.ownEnds, e.card.Rect) {
				return true
			}
			e.nth = int32(len(t.cards))
			u, v := t.spans(e.card.Rect)
			t.cards = append(t.cards, passed{entry: e, u: u, v: v})
			return met <= heap
		}) {
			return false
		}
	}
	return true
}

// met reports whether the card of a claim is in the strip.
func (s *Scene) met(t *trip, id argument.ID) bool {
	c := s.cards[id]
	return c != nil && c.entry.seen == s.index.question && c.entry.nth >= 0
}
