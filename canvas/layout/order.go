package layout

import (
	"math"
	"math/rand/v2"
	"slices"
	"sort"
)

// The patience of the search for an order with few crossings.
const (
	sweeps   = 60 // at most, from each start
	patience = 12 // sweeps without a gain
	swaps    = 12 // rounds of exchanges of neighbours in one sweep
	starting = 6  // different orders to begin from; fewer in large maps
)

// untangle looks for an order of every row with few crossings: barycentre
// sweeps and the exchange of neighbours, which only ever undo crossings.
//
// A map that has places keeps their order, but for exchanges that undo a
// crossing. It is ordered anew only where that spares so many crossings that
// the reader gains more than is lost by having to look again.
func (r *rows) untangle(starts []int32) {
	r.read(starts)
	seeded := r.seed()
	if seeded {
		r.exchange(false)
	}
	kept, least := r.snapshot(), r.crossings()
	if least == 0 {
		return
	}
	if seeded {
		least = int(0.6*float64(least)) - 2
		r.read(starts)
	}
	best := kept
	try := func() {
		if n := r.crossings(); n < least {
			best, least = r.snapshot(), n
		}
	}
	for start := range max(2, min(starting, 50_000/len(r.width))) {
		if start > 0 {
			r.read(starts)
			r.mirrorLower()
		}
		if start > 1 {
			r.shuffle(uint64(start))
		}
		idle := 0
		for i := 0; i < sweeps && idle < patience && least > 0 && !r.p.stopped(); i++ {
			was := least
			r.sweep(i%2 == start%2, i%4 >= 2)
			r.exchange(i%4 >= 2)
			try()
			if idle++; least < was {
				idle = 0
			}
		}
	}
	r.order = best
	r.number()
	r.exchange(false)
}

func (r *rows) snapshot() [][]int32 {
	c := make([][]int32, len(r.order))
	for i, row := range r.order {
		c[i] = slices.Clone(row)
	}
	return c
}

// mirrorLower gives the search a second, different start: each row but the
// first in the opposite order.
func (r *rows) mirrorLower() {
	for _, row := range r.order[1:] {
		slices.Reverse(row)
	}
	r.number()
}

// shuffle gives the search one more start, the same for every run.
func (r *rows) shuffle(seed uint64) {
	rnd := rand.New(rand.NewPCG(seed, 0))
	for _, row := range r.order {
		rnd.Shuffle(len(row), func(i, j int) { row[i], row[j] = row[j], row[i] })
	}
	r.number()
}

// sweep sorts every row, from the top or from the bottom, by the mean of
// where its segments come from. A vertex without one keeps its place. Of
// equals, the last come first where reversed.
func (r *rows) sweep(down, reversed bool) {
	for k := range r.order {
		i := k
		if !down {
			i = len(r.order) - 1 - k
		}
		e := r.arrivals(i, down)
		row := r.order[i]
		var movers []int32
		var places []int
		var keys []float64
		for at, v := range row {
			ports := e.of(int32(at))
			if len(ports) == 0 {
				continue
			}
			sum := 0.0
			for _, p := range ports {
				sum += float64(p)
			}
			movers, places = append(movers, v), append(places, at)
			keys = append(keys, sum/float64(len(ports)))
		}
		if reversed {
			slices.Reverse(movers)
			slices.Reverse(keys)
		}
		sort.Stable(byKey{movers, keys})
		for j, at := range places {
			row[at] = movers[j]
		}
		for at, v := range row {
			r.pos[v] = int32(at)
		}
	}
}

// exchange swaps neighbours for as long as that undoes crossings, and, where
// equals is set, once also those for which it makes no difference, which may
// open the way to more.
func (r *rows) exchange(equals bool) {
	for round := range swaps {
		gain := 0
		for i := range r.order {
			gain += r.exchangeRow(i, equals && round == 0)
		}
		if gain == 0 || r.p.stopped() {
			return
		}
	}
}

func (r *rows) exchangeRow(i int, equals bool) (gain int) {
	row := r.order[i]
	if len(row) < 2 {
		return 0
	}
	up, down := r.arrivals(i, true), r.arrivals(i, false)
	at := make([]int32, len(row)) // the place each had when the ends were listed
	for k := range at {
		at[k] = int32(k)
	}
	for moved := math.MaxInt; moved > 0; {
		moved = 0
		for k := range len(row) - 1 {
			a, b := at[k], at[k+1]
			d := excess(up.of(a), up.of(b)) + excess(down.of(a), down.of(b))
			if d > 0 || d == 0 && equals {
				at[k], at[k+1] = b, a
				row[k], row[k+1] = row[k+1], row[k]
				gain += d
				moved += d
			}
		}
		equals = false
	}
	for k, v := range row {
		r.pos[v] = int32(k)
	}
	return gain
}
