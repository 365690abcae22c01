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
	trackRoom  = 10  // from a track to a card
	trackSteps = 24  // cards that are looked past for a track, on either side
	stubRoom   = 240 // how far from a premise its link looks for a gap to turn in
	turnRoom   = 104 // wished for a turn
	bandRoom   = 40  // in front of a premise for a way to a track that is far
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
		if e := &ends[i]; !e.loop && len(e.via) == 0 && nears[i] >= first[e.side] && s.atHome(e) {
			behind = append(behind, i)
		}
	}
	if len(behind) == 0 {
		return
	}
	slices.SortStableFunc(behind, func(i, j int) int { return cmp.Compare(nears[i], nears[j]) })
	h := hangers{Scene: s, all: ends, cards: make(map[geom.Rect]bool)}
	for i, e := range ends {
		if at := &h.begin[e.side]; *at == 0 || nears[i] < *at {
			*at = nears[i]
		}
		for _, r := range e.from {
			h.cards[r] = true
		}
	}
	for _, i := range behind {
		if e := &ends[i]; s.shutOff(e, nears[i]) && h.findTrack(e, nears[i]) {
			h.used = append(h.used, e)
		}
	}
}

// hangers are the links to one target of which some run on tracks.
type hangers struct {
	*Scene
	all   []end
	cards map[geom.Rect]bool // of all their premises
	used  []*end             // those that have a track
	begin [4]float64         // where the nearest premise begins, by side
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

// atHome reports whether a premise bears on no other claim that is nearer: else
// it hangs there, and this link leads across the map.
func (s *Scene) atHome(e *end) bool {
	l := s.m.Link(e.link.ID)
	if len(l.From) > 1 {
		return true
	}
	at := e.from[0].Center()
	for o := range s.m.Outgoing(l.From[0]) {
		if c := s.cards[o.To]; c != nil && o.To != l.To && c.Rect.Center().Distance(at) < e.target.Center().Distance(at) {
			return false
		}
	}
	return true
}

// shutOff reports whether a card stands on the fairest way to the target.
func (s *Scene) shutOff(e *end, near float64) bool {
	f := e.outwards()
	lo, hi := e.sideOf()
	from, to := f.point(near, e.along), f.point(0, math.Max(lo, math.Min(hi, e.along)))
	fair := geom.Cubic{A: from, B: f.point(near/2, e.along), C: to.Add(e.side.out().Mul(near / 2)), D: to}
	region := geom.Span(from, to).Inset(-1)
	e.heeds = append(e.heeds, region)
	met, shut := 0, false
	s.index.meetCards(region, func(x *entry) bool {
		met++
		shut = met > heap || s.stands(x, e) && fair.Crosses(x.card.Rect.Inset(1))
		return !shut
	})
	return shut
}

// stands reports whether a card is in the way of a link: neither an end of it
// nor held by the hand.
func (s *Scene) stands(x *entry, e *end) bool {
	return !s.lifted[x.card.ID] && x.card.Rect != e.target && !slices.Contains(e.from, x.card.Rect)
}

// findTrack looks for a track from a premise to its target in which no card
// stands: the nearest beside its column, or else one that ends on the target,
// if a straight way leads there in front of the premise.
func (s *hangers) findTrack(e *end, near float64) bool {
	lo, hi := e.sideOf()
	edge := math.Max(lo, math.Min(hi, e.along))
	cost := func(t track) float64 {
		return math.Abs(t.at-e.along) + farCost*math.Abs(t.at-math.Max(lo, math.Min(hi, t.at)))
	}
	best, found := s.look(e, near, e.along, -1)
	if t, ok := s.look(e, near, e.along, 1); ok && (!found || cost(t) < cost(best)) {
		best, found = t, true
	}
	if edge != e.along && !(found && best.clean) {
		way := math.Copysign(1, edge-e.along)
		if t, ok := s.look(e, near, edge, way); ok && t.at >= lo && t.at <= hi && s.reachable(e, near, t.at) {
			best, found = t, true
		}
	}
	if found {
		e.track, e.hung, e.along = best.at, true, best.at
	}
	return found
}

// track is a place for a link to run straight to its target.
type track struct {
	at    float64
	clean bool // it is right beside the other premises
}

// look tries places from v on, one way, until one is free all along.
func (s *hangers) look(e *end, near, v, way float64) (t track, ok bool) {
	f := e.outwards()
	lo, hi := e.sideOf()
	others := false
	for range trackSteps {
		for _, o := range s.used {
			if o.side == e.side && math.Abs(o.track-v) < trackPitch {
				v = o.track + way*trackPitch
			}
		}
		t.at = v
		begin := 0.0
		if v < lo || v > hi { // it turns before it comes between the cards beside the target
			begin = math.Max(0, s.begin[e.side]-bandRoom)
		}
		at, free := s.free(e, f.between(begin, near-1, v-trackRoom+1, v+trackRoom-1))
		if free {
			return t, true
		}
		others = others || !s.cards[at]
		t.clean = !others
		_, a := f.uv(at.Min)
		_, b := f.uv(at.Max)
		if v = math.Max(a, b) + trackRoom; way < 0 {
			v = math.Min(a, b) - trackRoom
		}
	}
	return t, false
}

// free reports whether no card but the target stands in a strip, or else one
// that does.
func (s *Scene) free(e *end, strip geom.Rect) (at geom.Rect, ok bool) {
	e.heeds = append(e.heeds, strip)
	ok = true
	s.index.meetCards(strip, func(x *entry) bool {
		if !s.lifted[x.card.ID] && x.card.Rect != e.target {
			at, ok = x.card.Rect, false
		}
		return ok
	})
	return at, ok
}

// reachable reports whether a premise has a straight way to a track, in front
// of it and past no other premise that stands beside it.
func (s *hangers) reachable(e *end, near, at float64) bool {
	f := e.outwards()
	if _, ok := s.free(e, f.between(near-bandRoom, near-1, e.along, at)); !ok {
		return false
	}
	_, far := e.reach()
	for i := range s.all {
		o := &s.all[i]
		n, r := o.reach()
		if o != e && o.side == e.side && n < far && r > near && (o.along > e.along) == (at > e.along) && math.Abs(o.along-e.along) < math.Abs(at-e.along) {
			return false
		}
	}
	return true
}

// hungWay leads from a premise, or a junction, to the track, along it, and from
// it to the arrow. It is nil where there is no room to turn.
func (s *Scene) hungWay(e *end, from, stop geom.Point) []geom.Cubic {
	f := e.outwards()
	out := e.side.out()
	u0, v0 := f.uv(from)
	u1, v1 := f.uv(stop)
	edge := func(strip geom.Rect, begin bool) (at float64, met bool) {
		s.heeds = append(s.heeds, strip)
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
	pieces := []geom.Cubic{swing(from, f.point(a, e.track), out)}
	b := u1
	if math.Abs(e.track-v1) > 1 {
		begin, met := edge(f.between(u1, u1+stubRoom, math.Min(e.track, v1), math.Max(e.track, v1)), true)
		// As wide as the links of the premises before it turn, so that it does
		// not cross them.
		if b = begin; !met {
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
		pieces = append(pieces, swing(f.point(b, e.track), stop, out))
	}
	return pieces
}
