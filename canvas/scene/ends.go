package scene

import (
	"cmp"
	"math"
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
)

// crowded reports whether the links to a target are a crowd. Hidden ones
// count, so that only an edit of links makes or ends one.
func (s *Scene) crowded(target argument.ID) bool { return s.m.NumIncoming(target) > crowd }

// end returns a link on its way to a target in box, or nil where it is not
// shown.
func (s *Scene) end(l *argument.Link, box geom.Rect, pairs pairs) *end {
	link := s.links[l.ID]
	if link == nil {
		return nil
	}
	e := &end{link: link, target: box, via: l.Via}
	for _, f := range l.From {
		if c := s.cards[f]; c != nil {
			e.from = append(e.from, c.Rect)
			if k := s.laneOf(pairs, l, f); k.n > 1 || e.lanes != nil {
				for len(e.lanes) < len(e.from)-1 {
					e.lanes = append(e.lanes, lane{})
				}
				e.lanes = append(e.lanes, k)
			}
		}
	}
	return e
}

// crowdEnds returns the links of a crowd: those in only, or all of them for
// nil.
func (s *Scene) crowdEnds(target argument.ID, box geom.Rect, only map[argument.ID]bool) (ends []end) {
	for l := range s.incoming(target, only) {
		if e := s.end(l, box, nil); e != nil {
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
	pairs := s.pairsOf(target)
	for l := range s.m.Incoming(target) {
		if e := s.end(l, box, pairs); e != nil {
			for side, k := range clearOf(box, e.from) {
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
	if onCard {
		s.hang(ends)
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
	lanes  []lane      // of each premise, nil where none has company
	via    []argument.Point
	box    geom.Rect // around those of them on the side
	target geom.Rect
	side   side
	loop   bool        // it leaves its premise on that side, too
	heeds  []geom.Rect // where cards have a say in that
	along  float64     // where it comes from, along the target's side
	hung   bool        // it runs on a track beside other premises
	track  float64     // where that is, along the target's side
	at     geom.Point
}

// face chooses the side of the target on which a link ends. A premise in one
// row with its target sends its link straight across, or, where cards stand
// between, around on the main side.
func (s *Scene) face(e *end, sideways bool, main [2]side, onCard bool) {
	e.side = facing(e.target, e.from, sideways)
	if n := clearOf(e.target, e.from); onCard && len(e.from) == 1 {
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
		if clearOf(e.target, []geom.Rect{r})[e.side] > 0 {
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
	switch n := len(e.via); {
	case n > 0 && e.side.upright():
		e.along = e.via[n-1].X
	case n > 0:
		e.along = e.via[n-1].Y
	case len(e.from) == 1:
		e.keepLane()
	}
}

// shut reports whether a card stands on the straight way to the target.
func (s *Scene) shut(e *end) bool {
	straight := geom.Line(middle(e.from[0], e.side.opposite()), middle(e.target, e.side))
	box := geom.Span(straight.A, straight.D).Inset(-1)
	e.heeds = append(e.heeds, box)
	return crossed(straight, s.obstacles(box, e.target, e.from)) > 0
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
	room := cornersOf(hi - lo)
	lo, hi = lo+room, hi-room
	n := len(ends)
	pitch := 0.0
	if n > 1 {
		pitch = math.Min(attachPitch, (hi-lo)/float64(n-1))
		for i := range ends {
			if k := ends[i].pitch(0, d); k > 0 {
				pitch = math.Min(pitch, k)
			}
		}
	}
	gaps, after := make([]float64, n), 0.0 // before each end; all that are still to come
	for i := 1; i < n; i++ {
		gaps[i] = pitch
		if ends[i-1].hung && ends[i].hung {
			gaps[i] = math.Min(pitch, math.Max(trackPitch, ends[i].along-ends[i-1].along))
		}
		after += gaps[i]
	}
	at := make([]float64, n)
	before := lo
	for i, e := range ends {
		before += gaps[i]
		after -= gaps[i]
		at[i] = math.Max(before, math.Min(hi-after, e.along))
		if i > 0 {
			at[i] = math.Max(at[i], at[i-1]+gaps[i])
		}
	}
	// What was pushed to the right comes back as far as it can.
	for i := n - 2; i >= 0; i-- {
		at[i] = math.Min(at[i], at[i+1]-gaps[i+1])
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
