package scene

import (
	"cmp"
	"math"
	"slices"
)

// The measures of rows in world units.
const (
	overlap   = 10 // of what is passed with a card, before and behind it, where there is room
	leastLane = 14 // between two rows
	tangle    = 64 // more cards than these in a staggered row are not told apart
)

// row is a row of cards across a way, the first that which it leaves and the
// last that which it reaches.
type row struct {
	interval
	cards []int32 // in the trip's list
	ways  []hop   // links between it and the row before
}

// placed is where along a way a card begins and ends: one in the trip's list, or
// what the way leaves or reaches.
type placed struct {
	lo, hi float64
	card   int32
}

const leaves, reaches = -1, -2

// sortOut sorts the cards of a trip into rows, and the rows into slabs.
func (t *trip) sortOut() {
	order := t.order[:0]
	for i := range t.cards {
		order = append(order, placed{t.cards[i].u.lo, t.cards[i].u.hi, int32(i)})
	}
	order = append(order, placed{t.from.lo, t.from.hi, leaves}, placed{t.to.lo, t.to.hi, reaches})
	t.order = order
	slices.SortFunc(order, func(a, b placed) int {
		if a.lo != b.lo {
			return cmp.Compare(a.lo, b.lo)
		}
		return cmp.Or(cmp.Compare(a.hi, b.hi), cmp.Compare(a.card, b.card))
	})
	for i := 0; i < len(order); {
		r := t.newRow(interval{order[i].lo, order[i].hi})
		for ; i < len(order) && order[i].lo < r.hi+leastLane; i++ {
			r.hi = math.Max(r.hi, order[i].hi)
			switch k := order[i].card; k {
			case leaves:
				t.first = len(t.rows) - 1
			case reaches:
				t.last = len(t.rows) - 1
			default:
				r.cards = append(r.cards, k)
			}
		}
	}
	for i := t.first; i <= t.last; i++ {
		t.slice(i)
	}
}

// newRow adds a row with the room that others of other ways took.
func (t *trip) newRow(u interval) *row {
	if n := len(t.rows); n < cap(t.rows) {
		t.rows = t.rows[:n+1]
	} else {
		t.rows = append(t.rows, row{})
	}
	r := &t.rows[len(t.rows)-1]
	r.interval, r.cards, r.ways = u, r.cards[:0], r.ways[:0]
	return r
}

// slice cuts a row into slabs: one where all of its cards stand side by side,
// more where some stand one behind another.
func (t *trip) slice(i int) {
	var in []int32
	common := interval{math.Inf(-1), math.Inf(1)}
	all := interval{math.Inf(1), math.Inf(-1)}
	for _, k := range t.rows[i].cards {
		c := &t.cards[k]
		if c.u.hi > 1 && c.u.lo < t.end-1 {
			in = append(in, k)
			common = interval{math.Max(common.lo, c.u.lo), math.Min(common.hi, c.u.hi)}
			all = interval{math.Min(all.lo, c.u.lo), math.Max(all.hi, c.u.hi)}
		}
	}
	if len(in) == 0 {
		return
	}
	slices.SortFunc(in, func(a, b int32) int {
		return cmp.Or(cmp.Compare(t.cards[a].v.lo, t.cards[b].v.lo), cmp.Compare(t.cards[a].v.hi, t.cards[b].v.hi))
	})
	before, behind := float64(overlap), float64(overlap)
	if i > t.first {
		before = math.Min(before, (t.rows[i].lo-t.rows[i-1].hi)/3)
	}
	if i < t.last {
		behind = math.Min(behind, (t.rows[i+1].lo-t.rows[i].hi)/3)
	}
	all = interval{math.Max(0, all.lo-before), math.Min(t.end, all.hi+behind)}
	if common.lo < common.hi || len(in) > tangle {
		t.slab(i, all, in)
		return
	}
	var cuts []float64
	for _, k := range in {
		for _, u := range [2]float64{t.cards[k].u.lo - overlap, t.cards[k].u.hi + overlap} {
			cuts = append(cuts, all.clamp(u))
		}
	}
	slices.Sort(cuts)
	var here []int32
	for n := 1; n < len(cuts); n++ {
		u := interval{cuts[n-1], cuts[n]}
		if u.hi-u.lo < 0.01 {
			continue
		}
		here = here[:0]
		for _, k := range in {
			if c := &t.cards[k]; c.u.lo-overlap < u.hi && c.u.hi+overlap > u.lo {
				here = append(here, k)
			}
		}
		t.slab(i, u, here)
	}
}
