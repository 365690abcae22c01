package layout

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// rows are the units in their ranks, with a bend in every row that a long arc
// passes, so that segments lead only from one row to the next.
type rows struct {
	p     *plan
	units []unit
	arcs  []arc
	rank  []int32
	width []float64 // by vertex: the units, then the bends
	seg   []segment
	below lists // segments down from each vertex
	above lists // segments up from each vertex
	order [][]int32
	pos   []int32 // place of each vertex in its row
	slots [2][]int32
	bends [][2]int32 // the first bend of each arc, and how many it has
	// carries are the links that each arc stands for as a whole.
	carries [][]int32
}

// segment is an arc, or the part of a long one between two rows. upAt and
// downAt are as in arc; upPort and downPort number the different places where
// segments leave one side of a vertex, from the left, so that arcs to two
// premises of one unit can be told apart when crossings are counted.
type segment struct {
	up, down         int32
	upAt, downAt     float64
	upPort, downPort int32
}

// bendWidth keeps a lane free for a long link in the rows it passes.
const bendWidth = 16

func newRows(p *plan, units []unit, arcs []arc, rank []int32) *rows {
	r := &rows{p: p, units: units, arcs: arcs, rank: rank}
	for _, u := range units {
		r.width = append(r.width, u.size.W)
	}
	// Long arcs in a deep map could ask for more bends than there is memory.
	// The shortest are worth most; what is past the budget has no say.
	byLength := make([]int32, len(arcs))
	for i := range byLength {
		byLength[i] = int32(i)
	}
	length := func(i int32) int32 { return rank[arcs[i].down] - rank[arcs[i].up] }
	budget := 50_000 + 8*len(units)
	total := 0
	for i := range arcs {
		total += int(length(int32(i))) - 1
	}
	if total > budget {
		slices.SortStableFunc(byLength, func(a, b int32) int { return cmp.Compare(length(a), length(b)) })
	}
	r.bends = make([][2]int32, len(arcs))
	for _, i := range byLength {
		a := arcs[i]
		if budget -= int(length(i)) - 1; budget < 0 {
			break
		}
		r.bends[i] = [2]int32{int32(len(r.width)), rank[a.down] - rank[a.up] - 1}
		up, at := a.up, a.upAt
		for k := rank[a.up] + 1; k < rank[a.down]; k++ {
			bend := int32(len(r.width))
			r.width = append(r.width, bendWidth)
			r.rank = append(r.rank, k)
			r.seg = append(r.seg, segment{up: up, down: bend, upAt: at, downAt: bendWidth / 2})
			up, at = bend, bendWidth/2
		}
		r.seg = append(r.seg, segment{up: up, down: a.down, upAt: at, downAt: a.downAt})
	}
	n := len(r.width)
	r.below = gather(n, func(yield func(int, int32)) {
		for i, s := range r.seg {
			yield(int(s.up), int32(i))
		}
	})
	r.above = gather(n, func(yield func(int, int32)) {
		for i, s := range r.seg {
			yield(int(s.down), int32(i))
		}
	})
	r.ports()
	r.order = make([][]int32, slices.Max(r.rank)+1)
	r.pos = make([]int32, n)
	return r
}

func (r *rows) bend(v int32) bool { return int(v) >= len(r.units) }

// ports numbers the ends of segments on each side of each vertex, and counts
// them in slots: [0] on the lower side, [1] on the upper.
func (r *rows) ports() {
	for side, l := range []lists{r.below, r.above} {
		r.slots[side] = make([]int32, len(r.width))
		at := func(s int32) float64 {
			if side == 0 {
				return r.seg[s].upAt
			}
			return r.seg[s].downAt
		}
		var ends []float64
		for v := range r.width {
			ends = ends[:0]
			for _, s := range l.of(v) {
				ends = append(ends, at(s))
			}
			slices.Sort(ends)
			ends = slices.Compact(ends)
			r.slots[side][v] = int32(len(ends))
			for _, s := range l.of(v) {
				port, _ := slices.BinarySearch(ends, at(s))
				if side == 0 {
					r.seg[s].upPort = int32(port)
				} else {
					r.seg[s].downPort = int32(port)
				}
			}
		}
	}
}

// read puts the vertices in the order in which a reader meets them who goes
// from the contention down, premise by premise. It leaves a tree without a
// crossing.
func (r *rows) read(starts []int32) {
	seen := make([]bool, len(r.width))
	var stack []int32
	for i := range r.order {
		r.order[i] = r.order[i][:0]
	}
	for _, start := range starts {
		stack = append(stack, start)
		for len(stack) > 0 {
			v := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if seen[v] {
				continue
			}
			seen[v] = true
			r.order[r.rank[v]] = append(r.order[r.rank[v]], v)
			below := slices.Clone(r.below.of(int(v)))
			slices.SortStableFunc(below, func(a, b int32) int { return cmp.Compare(r.seg[a].upPort, r.seg[b].upPort) })
			for _, s := range slices.Backward(below) {
				stack = append(stack, r.seg[s].down)
			}
		}
	}
	r.number()
}

// seed puts the vertices in the order in which they stand now; bends lie on
// the straight line of their arc, and a unit that has no place yet under its
// target. It reports whether most units had a place.
func (r *rows) seed() bool {
	x := make([]float64, len(r.width))
	known := make([]bool, len(r.width))
	units := 0
	for u, one := range r.units {
		sum, n := 0.0, 0.0
		for _, v := range one.nodes {
			if r.p.placed[v] {
				sum += r.p.now[v].X + r.p.size[v].W/2
				n++
			}
		}
		if n > 0 {
			x[u], known[u] = sum/n, true
			units++
		}
	}
	if 2*units < len(r.units) {
		return false
	}
	for s := range r.seg {
		// A long arc's segments follow one another from its upper end.
		if a := r.seg[s]; !r.bend(a.up) && r.bend(a.down) {
			end := s
			for r.bend(r.seg[end].down) {
				end++
			}
			to := r.seg[end].down
			n := float64(end - s + 1)
			for k := s; k < end; k++ {
				t := float64(k-s+1) / n
				b := r.seg[k].down
				x[b] = x[a.up] + (x[to]-x[a.up])*t
				known[b] = known[a.up] && known[to]
			}
		}
	}
	for _, row := range r.order {
		for _, v := range row {
			if known[v] {
				continue
			}
			sum, n := 0.0, 0.0
			for _, s := range r.above.of(int(v)) {
				if u := r.seg[s].up; known[u] {
					sum, n = sum+x[u], n+1
				}
			}
			if n > 0 {
				x[v], known[v] = sum/n, true
			}
		}
	}
	for _, row := range r.order {
		// One that nothing places keeps to the one before it.
		last := math.Inf(-1)
		keys := make([]float64, len(row))
		for i, v := range row {
			if known[v] {
				last = x[v]
			}
			keys[i] = last
		}
		sort.Stable(byKey{row, keys})
	}
	r.number()
	return true
}

func (r *rows) number() {
	for _, row := range r.order {
		for i, v := range row {
			r.pos[v] = int32(i)
		}
	}
}
