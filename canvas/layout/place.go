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
		row, from := r.order[k], r.order[k-1]
		if upward {
			i := len(r.order) - 1 - k
			row, from = r.order[i], r.order[i+1]
		}
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
			if rightward {
				for j := range near {
					near[j].pos = int32(len(from)) - 1 - near[j].pos
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

// sprawl is how many times as wide as the widest row the alignments may be
// and still be a good start. In a map with many long links their straight
// stretches push the rows so far apart that no balancing brings them together
// again; then each row begins in the middle instead.
const sprawl = 2

// widest is the width of the widest row when all in it stand as close as they
// may.
func (r *rows) widest() (w float64) {
	for _, row := range r.order {
		w = math.Max(w, r.close(row, func(int32, float64) {}))
	}
	return w
}

// centred sets what stands in each row as close as it may be, around 0.
func (r *rows) centred() []float64 {
	x := make([]float64, len(r.width))
	for _, row := range r.order {
		half := r.close(row, func(v int32, at float64) { x[v] = at }) / 2
		for _, v := range row {
			x[v] -= half
		}
	}
	return x
}

// close tells set where the vertices of a row begin when they stand as close
// as they may from 0 on, and returns where the last ends.
func (r *rows) close(row []int32, set func(v int32, at float64)) (end float64) {
	for k, v := range row {
		if k > 0 {
			end += r.apart(row[k-1], v)
		}
		set(v, end)
		end += r.width[v]
	}
	return end
}
