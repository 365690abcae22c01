package layout

import (
	"math"
	"slices"
)

// align gives every vertex the x of its left edge: Brandes and Köpf, "Fast
// and simple horizontal coordinate assignment", 2001, on ends of segments
// rather than on centres, so that wide cards and linked premises line up with
// their links. It takes the mean of the middle two of the four extreme
// alignments, each of which keeps the cards apart, and so does their mean.
//
// Blocks are set by longest path over the graph of blocks and then drawn
// right. There are no classes with an offset to be shared, which is where the
// algorithm as first published could let blocks overlap (erratum by Brandes,
// Walter and Zink, 2020).
func (r *rows) align() []float64 {
	blocked := r.conflicts()
	var all [4][]float64
	narrowest, least := 0, math.Inf(1)
	for i := range all {
		all[i] = r.extreme(blocked, i&1 != 0, i&2 != 0)
		if left, right := r.extent(all[i]); right-left < least {
			narrowest, least = i, right-left
		}
	}
	left, right := r.extent(all[narrowest])
	for i := range all {
		l, h := r.extent(all[i])
		d := left - l
		if i&2 != 0 {
			d = right - h
		}
		for v := range all[i] {
			all[i][v] += d
		}
	}
	x := make([]float64, len(r.width))
	for v := range x {
		four := []float64{all[0][v], all[1][v], all[2][v], all[3][v]}
		slices.Sort(four)
		x[v] = (four[1] + four[2]) / 2
	}
	return x
}

func (r *rows) extent(x []float64) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for v := range x {
		left, right = math.Min(left, x[v]), math.Max(right, x[v]+r.width[v])
	}
	return left, right
}

// apart is the least gap between neighbours in a row. Two links may pass
// close to each other.
func (r *rows) apart(a, b int32) float64 {
	if r.bend(a) && r.bend(b) {
		return r.p.o.GroupGap
	}
	return r.p.o.Gap
}

// conflicts marks the segments that cross the inner part of a long link,
// which stays straight.
func (r *rows) conflicts() []bool {
	blocked := make([]bool, len(r.seg))
	inner := func(v int32) int32 {
		if r.bend(v) {
			if s := r.above.of(int(v))[0]; r.bend(r.seg[s].up) {
				return r.pos[r.seg[s].up]
			}
		}
		return -1
	}
	for i := 1; i < len(r.order); i++ {
		row := r.order[i]
		low, from := int32(0), 0
		for k, v := range row {
			high := inner(v)
			if high < 0 {
				if k < len(row)-1 {
					continue
				}
				high = int32(len(r.order[i-1]))
			}
			for ; from <= k; from++ {
				for _, s := range r.above.of(int(row[from])) {
					if p := r.pos[r.seg[s].up]; (p < low || p > high) && !(r.bend(r.seg[s].up) && r.bend(row[from])) {
						blocked[s] = true
					}
				}
			}
			low = high
		}
	}
	return blocked
}

// extreme is one of the four alignments: with the median in the row below
// instead of above where upward, and as far right instead of left as may be
// where rightward.
func (r *rows) extreme(blocked []bool, upward, rightward bool) []float64 {
	n := len(r.width)
	root, next := make([]int32, n), make([]int32, n)
	shift := make([]float64, n) // of a vertex from the root of its block
	for v := range root {
		root[v], next[v] = int32(v), int32(v)
	}
	type end struct {
		pos  int32
		seg  int32
		from int32
	}
	var near []end
	for k := 1; k < len(r.order); k++ {
		i := k
		if upward {
			i = len(r.order) - 1 - k
		}
		row := r.order[i]
		last := int32(-1)
		for j := range row {
			v := row[j]
			if rightward {
				v = row[len(row)-1-j]
			}
			near = near[:0]
			if upward {
				for _, s := range r.below.of(int(v)) {
					near = append(near, end{r.pos[r.seg[s].down], s, r.seg[s].down})
				}
			} else {
				for _, s := range r.above.of(int(v)) {
					near = append(near, end{r.pos[r.seg[s].up], s, r.seg[s].up})
				}
			}
			if len(near) == 0 {
				continue
			}
			size := int32(len(r.order[i-1+2*b2i(upward)]))
			if rightward {
				for j := range near {
					near[j].pos = size - 1 - near[j].pos
				}
			}
			slices.SortFunc(near, func(a, b end) int {
				if a.pos != b.pos {
					return int(a.pos - b.pos)
				}
				return int(a.seg - b.seg)
			})
			for m := (len(near) - 1) / 2; m <= len(near)/2; m++ {
				e := near[m]
				if root[v] != v || blocked[e.seg] || e.pos <= last {
					continue
				}
				last = e.pos
				at, to := r.seg[e.seg].downAt, r.seg[e.seg].upAt
				if upward {
					at, to = to, at
				}
				root[v] = root[e.from]
				next[e.from] = v
				shift[v] = shift[e.from] + to - at
			}
		}
	}
	return r.compact(root, shift, rightward)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// compact sets the blocks as far to one side as they go, then draws each
// back towards its neighbour on the other, so that none is left stranded.
func (r *rows) compact(root []int32, shift []float64, rightward bool) []float64 {
	type gap struct {
		left, right int32
		least       float64 // between the roots
	}
	var gaps []gap
	n := len(root)
	waits := make([]int32, n)
	for _, row := range r.order {
		for k := 1; k < len(row); k++ {
			a, b := row[k-1], row[k]
			gaps = append(gaps, gap{root[a], root[b], shift[a] + r.width[a] + r.apart(a, b) - shift[b]})
		}
	}
	if rightward {
		for i, g := range gaps {
			gaps[i].left, gaps[i].right = g.right, g.left
		}
	}
	after := gather(n, func(yield func(int, int32)) {
		for i, g := range gaps {
			yield(int(g.left), int32(i))
		}
	})
	for _, g := range gaps {
		waits[g.right]++
	}
	var ready []int32
	for v := range root {
		if root[v] == int32(v) && waits[v] == 0 {
			ready = append(ready, int32(v))
		}
	}
	x := make([]float64, n) // of roots, counted towards the far side
	for i := 0; i < len(ready); i++ {
		for _, k := range after.of(int(ready[i])) {
			g := gaps[k]
			x[g.right] = math.Max(x[g.right], x[g.left]+g.least)
			if waits[g.right]--; waits[g.right] == 0 {
				ready = append(ready, g.right)
			}
		}
	}
	for _, v := range slices.Backward(ready) {
		room := math.Inf(1)
		for _, k := range after.of(int(v)) {
			room = math.Min(room, x[gaps[k].right]-gaps[k].least)
		}
		if !math.IsInf(room, 1) {
			x[v] = math.Max(x[v], room)
		}
	}
	out := make([]float64, n)
	for v := range out {
		out[v] = x[root[v]]
		if rightward {
			out[v] = -out[v]
		}
		out[v] += shift[v]
	}
	return out
}

// balance moves the vertices, row by row, to the mean of where their links
// want them, as near as order and gaps allow: the least sum of squares by
// pooling adjacent violators. A few rounds centre targets over premises that
// the alignments leave aside.
func (r *rows) balance(x []float64) {
	const rounds = 15 // odd, so that the last goes up and targets are centred
	for round := range rounds {
		for k := range r.order {
			i := k
			if round%2 == 0 {
				i = len(r.order) - 1 - k
			}
			r.relax(r.order[i], x, round%2 == 0)
		}
		if r.p.stopped() {
			return
		}
	}
}

// strong is how much more a vertex is drawn to the row that a pass comes from
// than to the other. On the way down whole branches follow their target; on
// the way up targets centre over their premises, as in a tree.
const strong = 8.0

// relax does so for one row.
func (r *rows) relax(row []int32, x []float64, upward bool) {
	above, below := strong, 1.0
	if upward {
		above, below = below, above
	}
	type pool struct {
		sum, weight float64
		n           int
	}
	var pools []pool
	offset := 0.0 // of a vertex when all before it stand as close as they may
	offsets := make([]float64, len(row))
	for i, v := range row {
		if i > 0 {
			offset += r.width[row[i-1]] + r.apart(row[i-1], v)
		}
		offsets[i] = offset
		want, weight := 0.0, 0.0
		pull := func(other int32, to, w float64) {
			// Long links are to be straight before short ones are, as in
			// Gansner et al., section 4.
			switch {
			case r.bend(v) && r.bend(other):
				w = 8
			case r.bend(v):
				w = 2
			}
			want, weight = want+w*to, weight+w
		}
		for _, s := range r.above.of(int(v)) {
			e := r.seg[s]
			pull(e.up, x[e.up]+e.upAt-e.downAt, above)
		}
		for _, s := range r.below.of(int(v)) {
			e := r.seg[s]
			pull(e.down, x[e.down]+e.downAt-e.upAt, below)
		}
		if weight == 0 {
			weight = 0.01
			want = weight * x[v]
		}
		pools = append(pools, pool{want - offset*weight, weight, 1})
		for len(pools) > 1 {
			a, b := pools[len(pools)-2], pools[len(pools)-1]
			if a.sum*b.weight <= b.sum*a.weight {
				break
			}
			pools = append(pools[:len(pools)-2], pool{a.sum + b.sum, a.weight + b.weight, a.n + b.n})
		}
	}
	i := 0
	for _, p := range pools {
		for range p.n {
			x[row[i]] = p.sum/p.weight + offsets[i]
			i++
		}
	}
}
