package layout

import (
	"math"
	"slices"

	"warrant/canvas/geom"
)

// How links are drawn is not what crossings in rows say: a link past several
// rows runs straight, where no card is in its way, and not through its bends.
// straighten looks at the links so.

// straightRounds is how often at most the rows are gone through and placed
// anew, and straightWork how many pairs of links are looked at.
const (
	straightRounds = 2
	straightWork   = 4_000_000
)

// chord is an arc as it is drawn: straight from its upper end to its lower,
// counting rows as units of height.
type chord struct {
	arc
	a, b geom.Point
}

// straighten exchanges neighbours in rows where that spares crossings of
// links as they are drawn, places the rows anew each time, and returns the
// best places found.
func (r *rows) straighten(x []float64) []float64 {
	s := &straightener{rows: r, work: straightWork}
	best, order := slices.Clone(x), r.snapshot()
	s.lay(x)
	for _, past := range s.past {
		if s.work -= len(past) * len(past); s.work < 0 {
			return x // it would take longer than it is worth
		}
	}
	least := s.all()
	for range straightRounds {
		if least == 0 || s.work <= 0 || r.p.stopped() || !s.exchangeAll(x) {
			break
		}
		for s.exchangeAll(x) {
		}
		x = r.align()
		r.balance(x)
		s.lay(x)
		n := s.all()
		if n >= least {
			break
		}
		best, order, least = slices.Clone(x), r.snapshot(), n
	}
	r.order = order
	r.number()
	return best
}

type straightener struct {
	*rows
	chords []chord
	ofUnit [][]int32 // chords at each unit
	past   [][]int32 // chords between each row and the next
	met    []int32   // last question that met each chord
	asked  int32
	work   int
}

// lay notes where the arcs run.
func (s *straightener) lay(x []float64) {
	if s.chords == nil {
		s.ofUnit, s.past = make([][]int32, len(s.units)), make([][]int32, len(s.order))
		s.met = make([]int32, len(s.arcs))
		for i, a := range s.arcs {
			s.chords = append(s.chords, chord{arc: a})
			s.ofUnit[a.up], s.ofUnit[a.down] = append(s.ofUnit[a.up], int32(i)), append(s.ofUnit[a.down], int32(i))
			for k := s.rank[a.up]; k < s.rank[a.down]; k++ {
				s.past[k] = append(s.past[k], int32(i))
			}
		}
	}
	for i := range s.chords {
		s.move(int32(i), x)
	}
}

// cardShare is how much of the height of a row the card takes.
const cardShare = 0.45

func (s *straightener) move(i int32, x []float64) {
	c := &s.chords[i]
	c.a = geom.Pt(x[c.up]+c.upAt, float64(s.rank[c.up])+cardShare)
	c.b = geom.Pt(x[c.down]+c.downAt, float64(s.rank[c.down]))
}

// with counts the chords that cross chord i, those that end at a card of its
// own apart.
func (s *straightener) with(i int32) (n int) {
	c := &s.chords[i]
	s.asked++
	for k := s.rank[c.up]; k < s.rank[c.down]; k++ {
		s.work -= len(s.past[k])
		for _, j := range s.past[k] {
			o := &s.chords[j]
			if s.met[j] == s.asked || o.up == c.up || o.down == c.down || o.up == c.down || o.down == c.up {
				continue
			}
			s.met[j] = s.asked
			if cuts(course{a: c.a, b: c.b}, course{a: o.a, b: o.b}) {
				n++
			}
		}
	}
	return n
}

func (s *straightener) all() (n int) {
	for i := range s.chords {
		n += s.with(int32(i))
	}
	return n / 2
}

// exchangeAll goes once through all rows and reports whether it gained.
func (s *straightener) exchangeAll(x []float64) (gained bool) {
	for _, row := range s.order {
		last := -1 // place of the unit before
		for k, v := range row {
			if s.bend(v) {
				continue
			}
			if last >= 0 && s.exchange(row[last], v, x) {
				row[last], row[k] = v, row[last]
				gained = true
			}
			last = k
		}
	}
	if gained {
		s.number()
	}
	return gained
}

// exchange gives two neighbours each other's place where that spares
// crossings.
func (s *straightener) exchange(a, b int32, x []float64) bool {
	if s.work <= 0 {
		return false
	}
	count := func() (n int) {
		for _, u := range [2]int32{a, b} {
			for _, i := range s.ofUnit[u] {
				s.move(i, x)
			}
		}
		for _, u := range [2]int32{a, b} {
			for _, i := range s.ofUnit[u] {
				n += s.with(i)
			}
		}
		return n
	}
	before := count()
	if before == 0 {
		return false
	}
	xa, xb := x[a], x[b]
	x[b], x[a] = xa, math.Max(xa+s.width[b], xb+s.width[b]-s.width[a])
	if count() < before {
		return true
	}
	x[a], x[b] = xa, xb
	count()
	return false
}
