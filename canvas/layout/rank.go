package layout

import (
	"math"
	"slices"
)

// acyclic turns arcs round until none runs in a circle. It walks depth first
// from the contention, then from the other roots, in reading order, and turns
// the arcs that lead back to where the walk came from, so that what reads
// downwards from the contention stays that way.
func acyclic(n int, arcs []arc, starts []int32) {
	below := gather(n, func(yield func(int, int32)) {
		for i, a := range arcs {
			yield(int(a.up), int32(i))
		}
	})
	const fresh, open, closed = 0, 1, 2
	state := make([]byte, n)
	next := make([]int32, n)
	var turn, stack []int32
	for _, s := range starts {
		if state[s] != fresh {
			continue
		}
		state[s] = open
		stack = append(stack[:0], s)
		for len(stack) > 0 {
			v := stack[len(stack)-1]
			out := below.of(int(v))
			if int(next[v]) == len(out) {
				state[v] = closed
				stack = stack[:len(stack)-1]
				continue
			}
			i := out[next[v]]
			next[v]++
			switch w := arcs[i].down; state[w] {
			case fresh:
				state[w] = open
				stack = append(stack, w)
			case open:
				turn = append(turn, i)
			}
		}
	}
	for _, i := range turn {
		a := &arcs[i]
		a.up, a.down, a.upAt, a.downAt = a.down, a.up, a.downAt, a.upAt
	}
}

// ranking gives every unit its row, so that arcs lead down and are short in
// sum: the network simplex method of Gansner, Koutsofios, North and Vo, "A
// technique for drawing directed graphs", 1993, section 2.
type ranking struct {
	arcs   []arc
	rank   []int32
	at     lists   // arcs at each unit
	inTree []bool  // by arc
	parent []int32 // arc towards the root of the tree, −1 at the root
	order  []int32 // the tree, parents first
	low    []int32 // the subtree of v is order[low[v]:high[v]]
	high   []int32
	net    []int32 // arcs leaving minus arcs entering the subtree
}

// rank returns the row of each unit, from 0. The arcs must be acyclic.
func rank(n int, arcs []arc, stopped func() bool) []int32 {
	r := &ranking{arcs: arcs, rank: make([]int32, n), inTree: make([]bool, len(arcs)),
		parent: make([]int32, n), low: make([]int32, n), high: make([]int32, n), net: make([]int32, n)}
	r.at = gather(n, func(yield func(int, int32)) {
		for i, a := range arcs {
			yield(int(a.up), int32(i))
			yield(int(a.down), int32(i))
		}
	})
	r.longestPath()
	if !r.tighten(stopped) {
		return r.rank
	}
	// Some maps need very many exchanges for very little. This many steps are
	// a good second's tenth, and the rows are sound after any number.
	const work = 15_000_000
	next := 0
	for range work / (n + len(arcs) + 1) {
		leave := r.leaving(&next)
		if leave < 0 || stopped() {
			break
		}
		r.exchange(leave)
	}
	lowest := slices.Min(r.rank)
	for v := range r.rank {
		r.rank[v] -= lowest
	}
	return r.rank
}

// longestPath puts each unit right below the lowest of its targets.
func (r *ranking) longestPath() {
	waits := make([]int32, len(r.rank))
	for _, a := range r.arcs {
		waits[a.down]++
	}
	var ready []int32
	for v, w := range waits {
		if w == 0 {
			ready = append(ready, int32(v))
		}
	}
	for i := 0; i < len(ready); i++ {
		v := ready[i]
		for _, e := range r.at.of(int(v)) {
			if a := r.arcs[e]; a.up == v {
				r.rank[a.down] = max(r.rank[a.down], r.rank[v]+1)
				if waits[a.down]--; waits[a.down] == 0 {
					ready = append(ready, a.down)
				}
			}
		}
	}
}

func (r *ranking) slack(e int32) int32 {
	return r.rank[r.arcs[e].down] - r.rank[r.arcs[e].up] - 1
}

// tighten shifts units until arcs of length one span them all as a tree.
func (r *ranking) tighten(stopped func() bool) bool {
	in := make([]bool, len(r.rank))
	tree := []int32{0}
	in[0] = true
	for grown := 0; ; {
		for ; grown < len(tree); grown++ {
			v := tree[grown]
			for _, e := range r.at.of(int(v)) {
				w := r.arcs[e].up + r.arcs[e].down - v
				if !in[w] && r.slack(e) == 0 {
					in[w], r.inTree[e] = true, true
					tree = append(tree, w)
				}
			}
		}
		if len(tree) == len(r.rank) {
			r.walk()
			return true
		}
		best, least := int32(-1), int32(math.MaxInt32)
		for e, a := range r.arcs {
			if in[a.up] != in[a.down] && r.slack(int32(e)) < least {
				best, least = int32(e), r.slack(int32(e))
			}
		}
		if best < 0 || stopped() {
			return false
		}
		d := least
		if in[r.arcs[best].down] {
			d = -least
		}
		for _, v := range tree {
			r.rank[v] += d
		}
		// The arc is tight now; its far end joins, and the walk goes on there.
		far := r.arcs[best].up
		if in[far] {
			far = r.arcs[best].down
		}
		in[far], r.inTree[best] = true, true
		tree = append(tree, far)
	}
}

// walk lists the tree depth first and sums what crosses each subtree's
// border. Arcs within a subtree cancel out in the sum over its units, so the
// cut value of a tree arc needs no look at the arcs across.
func (r *ranking) walk() {
	r.order = r.order[:0]
	stack := []int32{0}
	r.parent[0] = -1
	for len(stack) > 0 {
		v := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		r.low[v] = int32(len(r.order))
		r.order = append(r.order, v)
		r.net[v] = 0
		for _, e := range r.at.of(int(v)) {
			if r.arcs[e].up == v {
				r.net[v]++
			} else {
				r.net[v]--
			}
			if r.inTree[e] && e != r.parent[v] {
				w := r.arcs[e].up + r.arcs[e].down - v
				r.parent[w] = e
				stack = append(stack, w)
			}
		}
		r.high[v] = r.low[v] + 1
	}
	for _, v := range slices.Backward(r.order) {
		if e := r.parent[v]; e >= 0 {
			w := r.arcs[e].up + r.arcs[e].down - v
			r.net[w] += r.net[v]
			r.high[w] = max(r.high[w], r.high[v])
		}
	}
}

// leaving returns a unit whose arc to its parent has a negative cut value, or
// −1. It goes on from where the last search ended.
func (r *ranking) leaving(next *int) int32 {
	for range r.rank {
		*next = (*next + 1) % len(r.rank)
		v := int32(*next)
		e := r.parent[v]
		if e < 0 {
			continue
		}
		cut := r.net[v]
		if r.arcs[e].down == v {
			cut = -cut
		}
		if cut < 0 {
			return v
		}
	}
	return -1
}

// exchange takes the arc above v out of the tree and the tightest arc that
// runs the other way across the cut into it.
func (r *ranking) exchange(v int32) {
	leave := r.parent[v]
	within := func(w int32) bool { return r.low[w] >= r.low[v] && r.low[w] < r.high[v] }
	leaves := r.arcs[leave].up == v // the arc leads out of the subtree
	enter, least := int32(-1), int32(math.MaxInt32)
	for _, w := range r.order[r.low[v]:r.high[v]] {
		for _, e := range r.at.of(int(w)) {
			a := r.arcs[e]
			if (a.down == w) != leaves || within(a.up) && within(a.down) {
				continue
			}
			if s := r.slack(e); s < least {
				enter, least = e, s
			}
		}
	}
	if enter < 0 {
		return
	}
	d := least
	if leaves {
		d = -least
	}
	for _, w := range r.order[r.low[v]:r.high[v]] {
		r.rank[w] += d
	}
	r.inTree[leave], r.inTree[enter] = false, true
	r.walk()
}
