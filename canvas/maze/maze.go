// Package maze answers how a line gets from one point to another between
// rectangles, along straight stretches beside them and with few turns. It
// knows nothing of what they are, and never looks beyond them.
package maze

import (
	"container/heap"
	"math"
	"slices"

	"warrant/canvas/geom"
)

// The measures of ways, in world units.
const (
	room  = 6  // least distance from a card
	side  = 17 // wished from a card
	bend  = 80 // a turn is as bad as so much of a detour
	share = 3  // a stretch that another way has is as bad as so many of its length
	merge = 4  // lines of the grid that are nearer are one
)

// Maze is cards, and the ways that were found between them, which later ones
// keep off.
type Maze struct {
	cards  []geom.Rect
	xs, ys []float64
	shut   []bool // by crossing of the grid: a card is there
	taken  map[[4]float64]bool
}

// New returns a maze of cards.
func New(cards []geom.Rect) *Maze { return &Maze{cards: cards, taken: make(map[[4]float64]bool)} }

// Way returns the corners of a way from a to b, both included, that begins in
// direction leave and ends in direction arrive, unit vectors along the axes. It
// is nil where there is none.
func (m *Maze) Way(a, b, leave, arrive geom.Point) []geom.Point {
	m.grid(a, b)
	return m.search(a, b, leave, arrive)
}

// grid lays the lines for a way from a to b.
func (m *Maze) grid(a, b geom.Point) {
	m.xs, m.ys = append(m.xs[:0], a.X, b.X), append(m.ys[:0], a.Y, b.Y)
	for _, r := range m.cards {
		c := r.Center()
		m.xs = append(m.xs, r.Min.X-side, math.Floor(c.X), r.Max.X+side)
		m.ys = append(m.ys, r.Min.Y-side, math.Floor(c.Y), r.Max.Y+side)
	}
	m.xs, m.ys = lines(m.xs, a.X, b.X), lines(m.ys, a.Y, b.Y)
	m.shut = append(m.shut[:0], make([]bool, len(m.xs)*len(m.ys))...)
	for _, r := range m.cards {
		r = r.Inset(-room)
		i0, _ := slices.BinarySearch(m.xs, r.Min.X+1e-6)
		j0, _ := slices.BinarySearch(m.ys, r.Min.Y+1e-6)
		for i := i0; i < len(m.xs) && m.xs[i] < r.Max.X-1e-6; i++ {
			for j := j0; j < len(m.ys) && m.ys[j] < r.Max.Y-1e-6; j++ {
				m.shut[i*len(m.ys)+j] = true
			}
		}
	}
}

// lines sorts places and keeps, of those that nearly coincide, one; a and b
// always.
func lines(all []float64, a, b float64) []float64 {
	slices.Sort(all)
	kept := all[:0]
	for _, v := range all {
		n := len(kept)
		switch {
		case n == 0 || v-kept[n-1] >= merge:
			kept = append(kept, v)
		case (v == a || v == b) && kept[n-1] != a && kept[n-1] != b:
			kept[n-1] = v
		case (v == a || v == b) && v != kept[n-1]:
			kept = append(kept, v)
		}
	}
	return kept
}

// reached is a crossing of the grid, reached upright or level.
type reached struct {
	i, j  int
	level bool
	cost  float64 // so far
	least float64 // of the whole way through it
}

// frontier is a heap of what is reached.
type frontier []reached

func (f frontier) Len() int           { return len(f) }
func (f frontier) Less(a, b int) bool { return f[a].least < f[b].least }
func (f frontier) Swap(a, b int)      { f[a], f[b] = f[b], f[a] }
func (f *frontier) Push(x any)        { *f = append(*f, x.(reached)) }
func (f *frontier) Pop() any {
	last := (*f)[len(*f)-1]
	*f = (*f)[:len(*f)-1]
	return last
}

// search is A* on the grid.
func (m *Maze) search(a, b, leave, arrive geom.Point) []geom.Point {
	n := len(m.ys)
	ai, _ := slices.BinarySearch(m.xs, a.X)
	aj, _ := slices.BinarySearch(m.ys, a.Y)
	bi, _ := slices.BinarySearch(m.xs, b.X)
	bj, _ := slices.BinarySearch(m.ys, b.Y)
	state := func(i, j int, level bool) int {
		if level {
			return 2*(i*n+j) + 1
		}
		return 2 * (i*n + j)
	}
	best := map[int]float64{state(ai, aj, leave.X != 0): 0}
	before := make(map[int]reached)
	rest := func(i, j int) float64 { return math.Abs(m.xs[i]-b.X) + math.Abs(m.ys[j]-b.Y) }
	todo := &frontier{{ai, aj, leave.X != 0, 0, rest(ai, aj)}}
	for todo.Len() > 0 {
		at := heap.Pop(todo).(reached)
		key := state(at.i, at.j, at.level)
		if c, known := best[key]; known && c < at.cost {
			continue
		}
		if at.i == bi && at.j == bj && at.level == (arrive.X != 0) {
			return m.corners(at, before, state)
		}
		for _, d := range [4][2]int{{0, -1}, {0, 1}, {-1, 0}, {1, 0}} {
			i, j, level := at.i+d[0], at.j+d[1], d[0] != 0
			if i < 0 || j < 0 || i >= len(m.xs) || j >= n || m.shut[i*n+j] {
				continue
			}
			way := geom.Pt(float64(d[0]), float64(d[1]))
			if at.cost == 0 && way == leave.Mul(-1) || i == bi && j == bj && way == arrive.Mul(-1) {
				continue
			}
			p, q := geom.Pt(m.xs[at.i], m.ys[at.j]), geom.Pt(m.xs[i], m.ys[j])
			length := p.Distance(q)
			if m.taken[stretch(p, q)] {
				length *= share
			}
			cost := at.cost + length
			if level != at.level {
				cost += bend
			}
			k := state(i, j, level)
			if c, known := best[k]; known && c <= cost {
				continue
			}
			best[k] = cost
			before[k] = at
			heap.Push(todo, reached{i, j, level, cost, cost + rest(i, j)})
		}
	}
	return nil
}

// corners follows a way back, takes its stretches, and returns where it turns.
func (m *Maze) corners(at reached, before map[int]reached, state func(i, j int, level bool) int) (via []geom.Point) {
	point := func(r reached) geom.Point { return geom.Pt(m.xs[r.i], m.ys[r.j]) }
	via = append(via, point(at))
	for {
		was, ok := before[state(at.i, at.j, at.level)]
		if !ok {
			break
		}
		m.taken[stretch(point(was), point(at))] = true
		if was.level != at.level {
			via = append(via, point(was))
		}
		at = was
	}
	via = append(via, point(at))
	slices.Reverse(via)
	return slices.Compact(via)
}

// stretch names a piece of a line of the grid, whichever way it is gone.
func stretch(a, b geom.Point) [4]float64 {
	if a.X > b.X || a.Y > b.Y {
		a, b = b, a
	}
	return [4]float64{a.X, a.Y, b.X, b.Y}
}
