package scene

import (
	"cmp"
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
)

// Past more cards than a host, or with more links from row to row than a throng,
// it is not asked which of these a way crosses: through so many none leads well,
// and each move of one of them would have it drawn anew at length.
const (
	host   = 400
	throng = 2000
)

// hop is where a link between neighbouring rows leaves the one and reaches
// the other.
type hop struct{ before, here float64 }

// hops notes where links with an end in the strip lead between its rows: as
// if they ran straight.
func (s *Scene) hops(t *trip) {
	if len(t.cards) > host {
		return
	}
	t.hopping = 0
	for k := range t.cards {
		to := t.cards[k].entry.card
		for l := range s.m.Incoming(to.ID) {
			if r, ok := s.premises(l); ok {
				t.hop(r, to.Rect)
			}
		}
		for l := range s.m.Outgoing(to.ID) {
			target := s.cards[l.To]
			if target == nil || s.met(t, l.To) || l.From[0] != to.ID || s.lifted[l.To] || slices.Contains(s.ownEnds, target.Rect) {
				continue
			}
			if r, ok := s.premises(l); ok {
				t.hop(r, target.Rect)
			}
		}
		if t.hopping > throng {
			for i := range t.rows {
				t.rows[i].ways = t.rows[i].ways[:0]
			}
			return
		}
	}
	for i := range t.rows {
		slices.SortFunc(t.rows[i].ways, func(a, b hop) int {
			return cmp.Or(cmp.Compare(a.here, b.here), cmp.Compare(a.before, b.before))
		})
	}
}

// premises returns the box around the premises of a link that is drawn, but
// for those at the end of the way that is looked for.
func (s *Scene) premises(l *argument.Link) (r geom.Rect, ok bool) {
	if s.links[l.ID] == nil {
		return r, false
	}
	for _, f := range l.From {
		if c := s.cards[f]; c != nil && !s.lifted[f] && !slices.Contains(s.ownEnds, c.Rect) {
			r, ok = r.Union(c.Rect), true
		}
	}
	return r, ok
}

// hop notes between which rows, and where, a link between two boxes leads.
func (t *trip) hop(a, b geom.Rect) {
	middle := func(r geom.Rect) (u, v float64) { return t.uv(r.Center()) }
	ua, va := middle(a)
	ub, vb := middle(b)
	if ua > ub {
		ua, va, ub, vb = ub, vb, ua, va
	}
	for i := t.first + 1; i <= t.last; i++ {
		before, here := &t.rows[i-1], &t.rows[i]
		if before.hi < ua || here.lo > ub {
			continue
		}
		at := func(r *row) float64 {
			switch u := (r.lo + r.hi) / 2; {
			case ua >= r.lo || u <= ua:
				return va
			case ub <= r.hi || u >= ub:
				return vb
			default:
				return va + (vb-va)*(u-ua)/(ub-ua)
			}
		}
		here.ways = append(here.ways, hop{at(before), at(here)})
		t.hopping++
	}
}
