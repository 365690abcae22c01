package layout

import (
	"cmp"
	"slices"
)

// crossings counts pairs of segments that cross, over all rows.
func (r *rows) crossings() int {
	sum := 0
	for i := range len(r.order) - 1 {
		sum += r.between(i)
	}
	return sum
}

// between counts the crossings between row i and the next: the accumulator
// tree of Barth, Mutzel and Jünger, "Simple and efficient bilayer cross
// counting", 2004.
func (r *rows) between(i int) int {
	first := r.firstPorts(r.order[i+1], 1)
	total := first[len(first)-1]
	size := 1
	for size < int(total) {
		size *= 2
	}
	tree := make([]int32, 2*size)
	var ends []segment
	sum := 0
	for _, v := range r.order[i] {
		ends = ends[:0]
		for _, s := range r.below.of(int(v)) {
			e := r.seg[s]
			e.downPort += first[r.pos[e.down]]
			ends = append(ends, e)
		}
		slices.SortFunc(ends, func(a, b segment) int {
			return cmp.Or(cmp.Compare(a.upPort, b.upPort), cmp.Compare(a.downPort, b.downPort))
		})
		for _, e := range ends {
			for k := size + int(e.downPort); k > 1; k /= 2 {
				if k%2 == 0 {
					sum += int(tree[k+1])
				}
				tree[k]++
			}
		}
	}
	return sum
}

// firstPorts returns the number of ports of one side left of each place of a
// row, and their sum at the end.
func (r *rows) firstPorts(row []int32, side int) []int32 {
	first := make([]int32, len(row)+1)
	for i, v := range row {
		first[i+1] = first[i] + r.slots[side][v]
	}
	return first
}

// ends are, for every vertex of one row, where its segments arrive in a
// neighbouring row, as ascending port numbers.
type ends struct {
	start []int32
	ports []int32
}

func (e *ends) of(i int32) []int32 { return e.ports[e.start[i]:e.start[i+1]] }

// arrivals lists the ends of a row's segments in the row above or below, by
// present place of the vertex in its row.
func (r *rows) arrivals(i int, above bool) *ends {
	row := r.order[i]
	e := &ends{start: make([]int32, len(row)+1)}
	if above && i == 0 || !above && i == len(r.order)-1 {
		return e
	}
	var first []int32
	if above {
		first = r.firstPorts(r.order[i-1], 0)
	} else {
		first = r.firstPorts(r.order[i+1], 1)
	}
	for k, v := range row {
		if above {
			for _, s := range r.above.of(int(v)) {
				e.ports = append(e.ports, first[r.pos[r.seg[s].up]]+r.seg[s].upPort)
			}
		} else {
			for _, s := range r.below.of(int(v)) {
				e.ports = append(e.ports, first[r.pos[r.seg[s].down]]+r.seg[s].downPort)
			}
		}
		e.start[k+1] = int32(len(e.ports))
		slices.Sort(e.ports[e.start[k]:])
	}
	return e
}

// excess is the number of crossings of the ends of a vertex with those of its
// right neighbour, minus what it would be with the two exchanged.
func excess(a, b []int32) int {
	d, less, same := 0, 0, 0
	// For each end of a: ends of b left of it cross now, those right of it
	// would cross after the exchange.
	for _, x := range a {
		for less < len(b) && b[less] < x {
			less++
		}
		same = less
		for same < len(b) && b[same] == x {
			same++
		}
		d += less - (len(b) - same)
	}
	return d
}
