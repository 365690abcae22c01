package layout

import (
	"math"
	"slices"
	"sort"
)

// How links are drawn is not what crossings in rows say: a link past several
// rows runs straight where no card is in its way, and close by a card that is,
// and not through its bends. straighten looks at the links so.

// straightRounds is how often at most the rows are gone through and placed
// anew, and straightWork how many pairs of links are looked at.
const (
	straightRounds = 3
	straightWork   = 100_000_000
)

// straighten exchanges neighbours in rows where that spares crossings of
// links as they are drawn, sets the rows right each time, and returns the
// best places found.
func (r *rows) straighten(x []float64) []float64 {
	s := newStraightener(r)
	best, order := slices.Clone(x), r.snapshot()
	for _, laps := range s.laps {
		if s.work -= len(laps) * len(laps); s.work < 0 {
			return x // it would take longer than it is worth
		}
	}
	s.lay(x)
	least := s.all()
	for range straightRounds {
		if least == 0 || s.work <= 0 || r.p.stopped() || !s.exchangeAll() {
			break
		}
		for s.exchangeAll() {
		}
		r.balance(x)
		s.lay(x)
		if n := s.all(); n < least {
			best, order, least = slices.Clone(x), r.snapshot(), n
		}
	}
	r.order = order
	r.number()
	return best
}

// chord is an arc as it is drawn: where it leaves its upper end, passes each
// row between, and arrives at its lower end. Between two rows it is a lap.
type chord struct {
	arc
	top  int32   // row of its upper end
	laps []int32 // place among those of each row it leaves downwards
}

type lap struct {
	a, b     float64 // below the upper row and above the lower
	up, down int32   // units the arc leads between
}

type straightener struct {
	*rows
	x      []float64
	chords []chord
	ofUnit [][]int32 // chords at each unit
	past   [][]int32 // chords between each row and the next
	laps   [][]lap   // of those
	cards  [][]int32 // units of each row, from the left
	near   []int32
	taken  []bool // chords in near
	work   int
}

func newStraightener(r *rows) *straightener {
	s := &straightener{rows: r, work: straightWork}
	n := len(s.order)
	s.ofUnit, s.past, s.laps, s.cards = make([][]int32, len(s.units)), make([][]int32, n), make([][]lap, n), make([][]int32, n)
	s.taken = make([]bool, len(s.arcs))
	for i, a := range s.arcs {
		c := chord{arc: a, top: s.rank[a.up]}
		s.ofUnit[a.up], s.ofUnit[a.down] = append(s.ofUnit[a.up], int32(i)), append(s.ofUnit[a.down], int32(i))
		for k := c.top; k < s.rank[a.down]; k++ {
			c.laps = append(c.laps, int32(len(s.laps[k])))
			s.past[k], s.laps[k] = append(s.past[k], int32(i)), append(s.laps[k], lap{up: a.up, down: a.down})
		}
		s.chords = append(s.chords, c)
	}
	return s
}

// lay notes where the arcs run with the vertices at x.
func (s *straightener) lay(x []float64) {
	s.x = x
	for i, row := range s.order {
		s.cards[i] = s.cards[i][:0]
		for _, v := range row {
			if !s.bend(v) {
				s.cards[i] = append(s.cards[i], v)
			}
		}
	}
	for i := range s.chords {
		s.move(int32(i))
	}
}

// cardShare is how much of the height of a row the card takes.
const cardShare = 0.45

// A link ends on its target as straight below its premise as may be, though
// not within corner of a corner, nor beyond halfCard from the middle; beside
// is how far from a card it passes.
const (
	corner   = 24
	halfCard = 100
	beside   = 10
)

func (s *straightener) move(i int32) {
	c := &s.chords[i]
	from := s.x[c.down] + c.downAt
	reach := math.Max(0, math.Min(math.Min(c.upAt, s.width[c.up]-c.upAt)-corner, halfCard))
	mid := s.x[c.up] + c.upAt
	to := math.Max(mid-reach, math.Min(mid+reach, from))
	height := float64(len(c.laps)) - cardShare
	at := to
	for k, i := range c.laps {
		l := &s.laps[c.top+int32(k)][i]
		l.a = at
		if k++; k < len(c.laps) {
			t := (float64(k) - cardShare/2) / height
			at = s.free(c.top+int32(k), to+(from-to)*t)
		} else {
			at = from
		}
		l.b = at
	}
}

// free returns the place nearest to want in a row where no card is.
func (s *straightener) free(row int32, want float64) float64 {
	cards := s.cards[row]
	k := sort.Search(len(cards), func(i int) bool { return s.x[cards[i]]+s.width[cards[i]]+beside > want })
	if k == len(cards) || s.x[cards[k]]-beside >= want {
		return want
	}
	left, right := s.x[cards[k]]-beside, s.x[cards[k]]+s.width[cards[k]]+beside
	if want-left < right-want {
		return left
	}
	return right
}

// with counts the crossings of chord i with others, those that end at a card
// of its own apart.
func (s *straightener) with(i int32) (n int) {
	c := &s.chords[i]
	for k, own := range c.laps {
		laps := s.laps[c.top+int32(k)]
		s.work -= len(laps)
		a, b := laps[own].a, laps[own].b
		for j := range laps {
			if o := &laps[j]; (a < o.a) != (b < o.b) && o.up != c.up && o.down != c.down && o.up != c.down && o.down != c.up {
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
func (s *straightener) exchangeAll() (gained bool) {
	for i, row := range s.order {
		cards := s.cards[i]
		changed := false
		for k := 1; k < len(cards); k++ {
			changed = s.exchange(int32(i), cards[k-1:k+1]) || changed
		}
		if !changed {
			continue
		}
		gained = true
		k := 0
		for j, v := range row {
			if !s.bend(v) {
				row[j] = cards[k]
				k++
			}
		}
	}
	if gained {
		s.number()
	}
	return gained
}

// exchange gives two neighbours in a row each other's place where that spares
// crossings of their links and of those that pass them.
func (s *straightener) exchange(row int32, two []int32) bool {
	if s.work <= 0 || s.p.stopped() {
		return false
	}
	s.gather(row, two)
	before := 0
	for _, i := range s.near {
		before += s.with(i)
	}
	if before == 0 {
		return false
	}
	s.swap(two)
	for _, i := range s.near {
		s.move(i)
	}
	after := 0
	for _, i := range s.near {
		if after += s.with(i); after >= before {
			s.swap(two)
			for _, i := range s.near {
				s.move(i)
			}
			return false
		}
	}
	return true
}

// gather lists the chords that end at two neighbours in a row or pass them.
func (s *straightener) gather(row int32, two []int32) {
	s.near = s.near[:0]
	take := func(i int32) {
		if !s.taken[i] {
			s.taken[i] = true
			s.near = append(s.near, i)
		}
	}
	for _, u := range two {
		for _, i := range s.ofUnit[u] {
			take(i)
		}
	}
	lo, hi := s.x[two[0]]-beside, s.x[two[1]]+s.width[two[1]]+beside
	for j, i := range s.past[row] {
		if at := s.laps[row][j].a; s.chords[i].top < row && lo <= at && at <= hi {
			take(i)
		}
	}
	for _, i := range s.near {
		s.taken[i] = false
	}
}

// swap exchanges two neighbours and keeps the gap between them.
func (s *straightener) swap(two []int32) {
	a, b := two[0], two[1]
	two[0], two[1] = b, a
	right := s.x[b] + s.width[b]
	s.x[b], s.x[a] = s.x[a], right-s.width[a]
}
