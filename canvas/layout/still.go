package layout

import (
	"math"
	"slices"

	"warrant/canvas/geom"
)

// still is all that does not move any more, in square cells of about the size
// of a card.
type still struct {
	gap   float64
	cell  float64
	rects []geom.Rect
	cells map[[2]int32][]int32
}

func newStill(gap float64, cards []geom.Size) *still {
	sum := 0.0
	for _, s := range cards {
		sum += math.Max(s.W, s.H)
	}
	return &still{gap: gap, cell: gap + 64 + sum/float64(max(1, len(cards))), cells: make(map[[2]int32][]int32)}
}

// visit calls f for the cells that r lies in until it returns false.
func (s *still) visit(r geom.Rect, f func(key [2]int32) bool) {
	for y := math.Floor(r.Min.Y / s.cell); y <= math.Floor(r.Max.Y/s.cell); y++ {
		for x := math.Floor(r.Min.X / s.cell); x <= math.Floor(r.Max.X/s.cell); x++ {
			if !f([2]int32{int32(x), int32(y)}) {
				return
			}
		}
	}
}

func (s *still) add(r geom.Rect) {
	i := int32(len(s.rects))
	s.rects = append(s.rects, r)
	s.visit(r, func(key [2]int32) bool {
		s.cells[key] = append(s.cells[key], i)
		return true
	})
}

// hit returns something still that is nearer to r than the gap.
func (s *still) hit(r geom.Rect) (other geom.Rect, hit bool) {
	const touch = 1e-6 // being exactly the gap apart, after rounding, is far enough
	r = r.Inset(touch - s.gap)
	s.visit(r, func(key [2]int32) bool {
		for _, i := range s.cells[key] {
			if s.rects[i].Overlaps(r) {
				other, hit = s.rects[i], true
				return false
			}
		}
		return true
	})
	return other, hit
}

// slide moves the bodies of one row, which are in order and apart, sideways
// until they are clear of all that is still. Those left of what is in the way
// go left and the others right, so none passes another.
func (s *still) slide(row []body) {
	sum, n := 0.0, 0.0
	for _, b := range row {
		if other, hit := s.hit(b.bounds); hit {
			sum += other.Center().X
			n++
		}
	}
	if n == 0 {
		return
	}
	middle := sum / n
	split, _ := slices.BinarySearchFunc(row, middle, func(b body, x float64) int {
		if b.bounds.Center().X < x {
			return -1
		}
		return 1
	})
	limit := math.Inf(1)
	for i := split - 1; i >= 0; i-- {
		b := &row[i].bounds
		to := math.Min(b.Min.X, limit-s.gap-b.W())
		for {
			*b = b.Move(geom.Pt(to-b.Min.X, 0))
			other, hit := s.hit(*b)
			if !hit {
				break
			}
			to = other.Min.X - s.gap - b.W()
		}
		limit = b.Min.X
	}
	limit = math.Inf(-1)
	for i := split; i < len(row); i++ {
		b := &row[i].bounds
		to := math.Max(b.Min.X, limit+s.gap)
		for {
			*b = b.Move(geom.Pt(to-b.Min.X, 0))
			other, hit := s.hit(*b)
			if !hit {
				break
			}
			to = other.Max.X + s.gap
		}
		limit = b.Max.X
	}
}
