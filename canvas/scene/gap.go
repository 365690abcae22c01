package scene

import (
	"math"

	"warrant/argument"
)

// The measures of a gap between cards in world units.
const (
	clearance = 16  // from a card that is passed, where there is room
	leastGap  = 8   // between two cards for a link to pass
	apartRoom = 28  // beside a card for the links that pass it, each by itself
	apartFrom = 120 // how much deeper under the card the straight line runs of one that keeps half as far from it
	fanPitch  = 7   // between links from one card
)

// slab is a stretch of a row along which the same cards are to be passed.
type slab struct {
	interval
	row  int
	gaps []gap
}

// gap is where a link may pass in a slab.
type gap struct {
	interval
	room    interval // how much of it, at either end, others may want
	blocked bool     // in truth there is a card
}

// slab adds a slab with the gaps between cards, which are in order of v.
func (t *trip) slab(row int, u interval, in []int32) {
	a, b := t.straight(u.lo), t.straight(u.hi)
	lo, hi := math.Min(a, b)-t.room, math.Max(a, b)+t.room
	sl := slab{interval: u, row: row}
	add := func(lo, hi float64, left, right bool) {
		w := hi - lo
		if w < leastGap {
			return
		}
		g := gap{interval: interval{lo, hi}}
		c := math.Min(clearance, w/4)
		if left {
			g.lo += c
		}
		if right {
			g.hi -= c
		}
		room := math.Min(apartRoom, (g.hi-g.lo)/2)
		if left {
			g.room.lo = room
		}
		if right {
			g.room.hi = room
		}
		sl.gaps = append(sl.gaps, g)
	}
	at, left := lo, false
	for _, k := range in {
		v := t.cards[k].v
		if v.lo > at {
			add(at, math.Min(v.lo, hi), left, v.lo < hi)
		}
		if v.hi > at {
			at, left = v.hi, true
		}
	}
	if at < hi {
		add(at, hi, left, false)
	}
	if u.lo <= 0 {
		sl.only(t.v0)
	}
	if u.hi >= t.end {
		sl.only(t.v1)
	}
	if len(sl.gaps) == 0 {
		m := (a + b) / 2
		sl.gaps = append(sl.gaps, gap{interval: interval{m, m}, blocked: true})
	}
	t.slabs = append(t.slabs, sl)
}

// only leaves of the gaps the one at v.
func (sl *slab) only(v float64) {
	for _, g := range sl.gaps {
		if g.lo-clearance <= v && v <= g.hi+clearance {
			g.lo, g.hi = math.Min(g.lo, v), math.Max(g.hi, v)
			sl.gaps = append(sl.gaps[:0], g)
			return
		}
	}
	sl.gaps = append(sl.gaps[:0], gap{interval: interval{v, v}, blocked: true})
}

// share returns the part of a gap that is for a link whose straight line
// passes the slab at v. Of those that would run under the card at its end, each
// keeps the farther from it the less deep it would run under it, so that they
// run side by side in the order in which they come; and those that leave one
// card keep in order, too.
func (g gap) share(v float64, fan fan) interval {
	keep := func(room, depth float64, more int) float64 {
		if room <= 0 {
			return 0
		}
		return math.Min(room, room*apartFrom/(apartFrom+math.Max(0, depth+room))+float64(more)*fanPitch)
	}
	in := g.interval
	in.lo += keep(g.room.lo, g.lo-v, fan.before)
	in.hi -= keep(g.room.hi, v-g.hi, fan.after)
	if in.lo > in.hi {
		m := (in.lo + in.hi) / 2
		in = interval{m, m}
	}
	return in
}

// fan is how many links that leave the same card end to either side of where
// this one does.
type fan struct{ before, after int }

// fanOf returns the fan of a link that leaves a premise.
func (s *Scene) fanOf(t *trip, l *Link) (n fan) {
	link := s.m.Link(l.ID)
	if link == nil || len(link.From) > 1 {
		return n
	}
	at := func(to argument.ID) (float64, bool) {
		c := s.cards[to]
		if c == nil {
			return 0, false
		}
		_, v := t.spans(c.Rect)
		return (v.lo + v.hi) / 2, true
	}
	v, ok := at(link.To)
	if !ok {
		return n
	}
	for o := range s.m.Outgoing(link.From[0]) {
		if w, ok := at(o.To); ok && o != link && len(o.From) == 1 {
			if w < v || w == v && s.m.Slot(o.ID) < l.slot {
				n.before++
			} else {
				n.after++
			}
		}
	}
	return n
}
