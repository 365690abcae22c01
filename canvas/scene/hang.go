package scene

import (
	"cmp"
	"math"
	"slices"

	"warrant/canvas/geom"
)

// The measures of tracks in world units: of links that run beside a column of
// premises, each in its own, to the target above it.
const (
	trackPitch = 12  // between two tracks
	trackSteps = 24  // cards that are looked past for a track, on either side
	stubRoom   = 240 // how far from a premise its link looks for a gap to turn in
	turnRoom   = 104 // wished for a turn
	farCost    = 4   // a unit away from the target is as bad as so many from the premise
)

// hang finds a track for each link from a premise that stands behind another
// premise of the same target, where no straight way leads past. Of several in
// one gutter, that of the nearest premise is the next to the column, so that no
// two cross.
func (s *Scene) hang(ends []end) {
	if len(ends) < 2 {
		return
	}
	var first [4]float64 // where the nearest premise ends, by side
	nears := make([]float64, len(ends))
	for i := range ends {
		near, far := ends[i].reach()
		if d := ends[i].side; i == 0 || first[d] == 0 || far < first[d] {
			first[d] = far
		}
		nears[i] = near
	}
	var behind []int
	for i := range ends {
		if e := &ends[i]; !e.loop && nears[i] >= first[e.side] {
			behind = append(behind, i)
		}
	}
	if len(behind) == 0 {
		return
	}
	slices.SortStableFunc(behind, func(i, j int) int { return cmp.Compare(nears[i], nears[j]) })
	used := make([]*end, 0, len(behind))
	for _, i := range behind {
		if e := &ends[i]; s.shutOff(e, nears[i]) && s.findTrack(e, nears[i], used) {
			used = append(used, e)
		}
	}
}

// outwards is the frame in which u counts away from the target, from its side
// that the link ends on.
func (e *end) outwards() frame {
	out := e.side.out()
	at := middle(e.target, e.side)
	return frame{geom.Pt(at.X*math.Abs(out.X), at.Y*math.Abs(out.Y)), out, geom.Pt(math.Abs(out.Y), math.Abs(out.X))}
}

// reach is how far from the target the premises begin and end.
func (e *end) reach() (near, far float64) {
	f := e.outwards()
	a, _ := f.uv(e.box.Min)
	b, _ := f.uv(e.box.Max)
	return math.Min(a, b), math.Max(a, b)
}

// between is the rectangle of two stretches in the frame.
func (f frame) between(u0, u1, v0, v1 float64) geom.Rect {
	return geom.Span(f.point(u0, v0), f.point(u1, v1))
}

// sideOf is the stretch of the target's side on which links may end.
func (e *end) sideOf() (lo, hi float64) {
	lo, hi = e.target.Min.X, e.target.Max.X
	if !e.side.upright() {
		lo, hi = e.target.Min.Y, e.target.Max.Y
	}
	room := cornersOf(hi - lo)
	return lo + room, hi - room
}

// shutOff reports whether a card stands on the straight way to the target.
func (s *Scene) shutOff(e *end, near float64) bool {
	f := e.outwards()
	lo, hi := e.sideOf()
	from := f.point(near, e.along)
	straight := geom.Line(from, f.point(0, math.Max(lo, math.Min(hi, e.along))))
	e.heeds = e.heeds.Union(geom.Span(straight.A, straight.D).Inset(-1))
	met, shut := 0, false
	s.index.meetCards(geom.Span(straight.A, straight.D).Inset(-1), func(x *entry) bool {
		met++
		shut = met > heap || s.stands(x, e) && straight.Crosses(x.card.Rect.Inset(1))
		return !shut
	})
	return shut
}

// stands reports whether a card is in the way of a link: neither an end of it
// nor held by the hand.
func (s *Scene) stands(x *entry, e *end) bool {
	return !s.lifted[x.card.ID] && x.card.Rect != e.target && !slices.Contains(e.from, x.card.Rect)
}

// findTrack looks to both sides for the nearest track from a premise to its
// target in which no card stands.
func (s *Scene) findTrack(e *end, near float64, used []*end) bool {
	f := e.outwards()
	lo, hi := e.sideOf()
	free := func(v float64) (at geom.Rect, ok bool) {
		strip := f.between(0, near-1, v-clearance+1, v+clearance-1)
		e.heeds = e.heeds.Union(strip)
		ok = true
		s.index.meetCards(strip, func(x *entry) bool {
			if s.stands(x, e) || slices.Contains(e.from, x.card.Rect) {
				at, ok = x.card.Rect, false
			}
			return ok
		})
		return at, ok
	}
	// From the premise to both sides, and from the corner of the target that is
	// nearest to it to the other.
	least := math.Inf(1)
	look := func(v, way float64) {
		for range trackSteps {
			for _, o := range used {
				if o.side == e.side && math.Abs(o.track-v) < trackPitch {
					v = o.track + way*trackPitch
				}
			}
			at, ok := free(v)
			cost := math.Abs(v-e.along) + farCost*math.Abs(v-math.Max(lo, math.Min(hi, v)))
			if ok && cost < least {
				e.track, e.hung, least = v, true, cost
			}
			if ok || math.Abs(v-e.along) > least {
				return
			}
			_, a := f.uv(at.Min)
			_, b := f.uv(at.Max)
			if v = math.Max(a, b) + clearance; way < 0 {
				v = math.Min(a, b) - clearance
			}
		}
	}
	if e.along < lo {
		look(lo, 1)
	} else if e.along > hi {
		look(hi, -1)
	}
	look(e.along, -1)
	look(e.along, 1)
	if e.hung {
		e.along = e.track
	}
	return e.hung
}

// hungWay leads from a premise, or a junction, to the track, along it, and from
// it to the arrow. It is nil where there is no room to turn.
func (s *Scene) hungWay(e *end, from, stop geom.Point) []geom.Cubic {
	f := e.outwards()
	out := e.side.out()
	u0, v0 := f.uv(from)
	u1, v1 := f.uv(stop)
	edge := func(strip geom.Rect, begin bool) (at float64, met bool) {
		e.link.heeds = e.link.heeds.Union(strip)
		s.index.meetCards(strip, func(x *entry) bool {
			if !s.stands(x, e) {
				return true
			}
			a, _ := f.uv(x.card.Rect.Min)
			b, _ := f.uv(x.card.Rect.Max)
			if u := math.Min(a, b); begin && (!met || u < at) {
				at = u
			}
			if u := math.Max(a, b); !begin && (!met || u > at) {
				at = u
			}
			met = true
			return true
		})
		return at, met
	}
	near, _ := e.reach()
	a, met := edge(f.between(math.Max(u1, u0-stubRoom), near-1, math.Min(e.track, v0), math.Max(e.track, v0)), false)
	if a = math.Max(a, u0-turnRoom); !met {
		a = math.Max(u1, u0-turnRoom)
	}
	if u0-a < leastLane {
		return nil
	}
	pieces := []geom.Cubic{swing(from, f.point(a, e.track), out, out)}
	b := u1
	if math.Abs(e.track-v1) > 1 {
		begin, met := edge(f.between(u1, u1+stubRoom, math.Min(e.track, v1), math.Max(e.track, v1)), true)
		if b = math.Min(begin, u1+turnRoom); !met {
			b = u1 + turnRoom
		}
		if b-u1 < leastLane || b > a {
			return nil
		}
	}
	if a-b > 1 {
		pieces = append(pieces, geom.Line(f.point(a, e.track), f.point(b, e.track)))
	}
	if b > u1 {
		pieces = append(pieces, swing(f.point(b, e.track), stop, out, out))
	}
	return pieces
}
