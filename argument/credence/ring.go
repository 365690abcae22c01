package credence

import (
	"math"

	"warrant/argument"
)

// ring solves one circle. It copies the circle into lists of its own, with
// what comes from outside already gathered, for it goes round many times.
type ring struct {
	semantics semantics
	weakest   bool

	member []int32
	place  []int32 // of a vertex among the members, plus one; 0 for none
	link   []bool
	opp    []bool
	silent []bool // links that deliver nothing
	fixed  []bool // links that nothing within the circle bears on
	base   []float64

	// From outside: support and opposition, and premises of links.
	arrives, least, most    [][2]float64
	group, groupLo, groupHi []float64
	open                    bool // what comes from outside is itself a range

	// From within: the incoming links of member i are in[inAt[i]:inAt[i+1]],
	// its premises from[fromAt[i]:fromAt[i+1]].
	in, inAt, from, fromAt []int32

	value, low, high               []float64
	delivers, deliverLo, deliverHi []float64
	known                          bool // all values are
	stage                          [5][]float64
}

func resize[T any](s *[]T, n int) {
	if cap(*s) < n {
		*s = make([]T, n, n+n/2)
	}
	*s = (*s)[:n]
}

// solve finds the numbers of a circle from those it depends on.
func (r *ring) solve(g *graph, n *numbers, members []int32) {
	r.load(g, n, members)
	r.known = r.narrow()
	if r.known {
		for i := range r.member {
			r.value[i] = (r.low[i] + r.high[i]) / 2
		}
		return
	}
	start := func(at func(i int) float64) (end []float64, ok bool) {
		end = make([]float64, len(r.member))
		for i := range end {
			end[i] = at(i)
		}
		return end, r.integrate(end)
	}
	bases, ok := start(func(i int) float64 { return r.base[i] })
	for i := range r.member {
		if ok {
			r.value[i] = bases[i]
		} else {
			r.value[i] = (r.low[i] + r.high[i]) / 2
		}
	}
	if !ok || r.open {
		return
	}
	for _, at := range []func(int) float64{
		func(int) float64 { return 0 },
		func(int) float64 { return 1 },
		func(i int) float64 { return uneven(g.id[r.member[i]]) },
		func(i int) float64 { return 1 - uneven(g.id[r.member[i]]) },
	} {
		end, ok := start(at)
		if !ok || farthest(end, bases) > sameEnd {
			return
		}
	}
	r.known = true
	copy(r.low, r.value)
	copy(r.high, r.value)
}

// sameEnd is how far apart ends may lie that count as one. It is coarser than
// settled: where a circle comes to rest slowly, a small residual still is
// some way from the end.
const sameEnd = 1e-6

// uneven returns a number from 0 to 1 that depends on nothing but the ID, so
// that the same map gives the same result in whatever order it was built.
func uneven(id argument.ID) float64 {
	h := uint64(14695981039346656037) // FNV-1a
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * 1099511628211
	}
	h ^= h >> 33 // and a finalizer, for FNV's upper bits hardly stir on short input
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	return float64(h>>11) / (1 << 53)
}

func farthest(a, b []float64) float64 {
	most := 0.0
	for i := range a {
		most = max(most, math.Abs(a[i]-b[i]))
	}
	return most
}

// store hands out the members' cells, claims first, for links are worth what
// their premises are.
func (r *ring) store(g *graph, n *numbers, put func(int32, cell)) {
	for pass := range 2 {
		for i, v := range r.member {
			if r.link[i] != (pass == 1) {
				continue
			}
			c := cell{value: r.value[i], low: r.low[i], high: r.high[i]}
			if c.known() {
				c.low, c.high = c.value, c.value
			}
			if r.link[i] {
				g.deliver(n, v, &c)
			}
			put(v, c)
		}
	}
}

func (r *ring) load(g *graph, n *numbers, members []int32) {
	k := len(members)
	r.semantics, r.weakest, r.member, r.open = g.semantics, g.weakest, members, false
	if len(r.place) < len(g.id) {
		r.place = make([]int32, len(g.id))
	}
	for _, s := range []*[]float64{&r.base, &r.group, &r.groupLo, &r.groupHi, &r.value, &r.low, &r.high, &r.delivers, &r.deliverLo, &r.deliverHi} {
		resize(s, k)
	}
	for _, s := range []*[][2]float64{&r.arrives, &r.least, &r.most} {
		resize(s, k)
	}
	for _, s := range []*[]bool{&r.link, &r.opp, &r.silent, &r.fixed} {
		resize(s, k)
	}
	resize(&r.inAt, k+1)
	resize(&r.fromAt, k+1)
	r.in, r.from = r.in[:0], r.from[:0]
	for i, v := range members {
		r.place[v] = int32(i) + 1
	}
	for i, v := range members {
		r.link[i], r.opp[i] = g.kind[v] != claim, g.kind[v] == opposes
		r.silent[i] = g.off[v] || v == n.without
		r.base[i] = n.base[v]
		r.loadIncoming(g, n, i, v)
		r.loadPremises(g, n, i, v)
	}
	r.inAt[k], r.fromAt[k] = int32(len(r.in)), int32(len(r.from))
	for _, v := range members {
		r.place[v] = 0
	}
}

func (r *ring) loadIncoming(g *graph, n *numbers, i int, v int32) {
	zero := g.semantics.nothing()
	arrives := [2]float64{zero, zero}
	least, most := arrives, arrives
	r.inAt[i] = int32(len(r.in))
	for _, l := range g.in[v] {
		if p := r.place[l]; p > 0 {
			r.in = append(r.in, p-1)
			continue
		}
		c := &n.cell[l]
		side, lo, hi := 0, c.deliversLow, c.deliversHigh
		if g.kind[l] == opposes {
			side, lo, hi = 1, hi, lo
		}
		r.open = r.open || !c.deliversKnown()
		arrives[side] = g.semantics.and(arrives[side], c.delivers)
		least[side] = g.semantics.and(least[side], lo)
		most[side] = g.semantics.and(most[side], hi)
	}
	r.arrives[i], r.least[i], r.most[i] = arrives, least, most
	r.fixed[i] = r.link[i] && int(r.inAt[i]) == len(r.in)
}

func (r *ring) loadPremises(g *graph, n *numbers, i int, v int32) {
	r.fromAt[i] = int32(len(r.from))
	group, lo, hi := 1.0, 1.0, 1.0
	for _, p := range g.from[v] {
		if at := r.place[p]; at > 0 {
			r.from = append(r.from, at-1)
			continue
		}
		c := &n.cell[p]
		r.open = r.open || !c.known()
		group = g.together(group, c.value)
		lo = g.together(lo, c.low)
		hi = g.together(hi, c.high)
	}
	r.group[i], r.groupLo[i], r.groupHi[i] = group, lo, hi
}

func (r *ring) together(a, b float64) float64 {
	if r.weakest {
		return min(a, b)
	}
	return a * b
}
