package layout

import (
	"cmp"
	"math"
	"slices"

	"warrant/canvas/geom"
)

// findReach finds where each block and all below it are now.
func (f *forest) findReach() {
	f.reach = make([]geom.Rect, len(f.blocks))
	for b := len(f.blocks) - 1; b >= 0; b-- { // parents come first
		for _, v := range f.blocks[b].nodes {
			if f.placed[v] {
				f.reach[b] = f.reach[b].Union(f.rect(v, f.now[v]))
			}
		}
		if a := f.blocks[b].above; a >= 0 {
			f.reach[a] = f.reach[a].Union(f.reach[b])
		}
	}
}

// sortByColumn sorts links by where their blocks are now, column by column
// from the left, each from the top; one that was never placed comes right after the
// one it follows in reading order. It reports whether they stand in columns at all.
func (f *forest) sortByColumn(links []int32) bool {
	type place struct {
		link   int32
		top, x float64
		bottom float64
		reach  geom.Rect
		order  int
	}
	var placed []place
	follows := make(map[int32][]int32) // those without a place, by whom they follow
	last, top, row := int32(-1), math.NaN(), true
	for i, l := range links {
		x, ok := f.middleNow(l)
		if !ok {
			follows[last] = append(follows[last], l)
			continue
		}
		b := f.ofLink[l]
		y, bottom := f.heightNow(b)
		row = row && (y == top || len(placed) == 0)
		top, last = y, l
		placed = append(placed, place{l, y, x, bottom, f.reach[b], i})
	}
	if row {
		return false
	}
	slices.SortFunc(placed, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.reach.Min.X, b.reach.Min.X), cmp.Compare(a.order, b.order))
	})
	for rest := placed; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].reach.Min.X < rest[0].reach.Max.X {
			n++
		}
		column := rest[:n]
		slices.SortFunc(column, func(a, b place) int {
			return cmp.Or(cmp.Compare(a.top, b.top), cmp.Compare(a.x, b.x), cmp.Compare(a.order, b.order))
		})
		for i := 1; i < n; i++ {
			if column[i].top < column[i-1].bottom { // side by side, if not in line
				slices.SortFunc(column, func(a, b place) int {
					return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.order, b.order))
				})
				break
			}
		}
		rest = rest[n:]
	}
	sorted := append(links[:0:0], follows[-1]...)
	for _, p := range placed {
		sorted = append(append(sorted, p.link), follows[p.link]...)
	}
	copy(links, sorted)
	return true
}

// heightNow is from where to where the first placed node of a block stands now.
func (f *forest) heightNow(b int32) (top, bottom float64) {
	for _, v := range f.blocks[b].nodes {
		if f.placed[v] {
			return f.now[v].Y, f.now[v].Y + f.size[v].H
		}
	}
	return 0, 0
}
