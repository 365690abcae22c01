package arrange_test

import (
	"testing"

	"warrant/canvas/layout"
)

// As many crossings as Graphviz' dot draws of the same maps, by
// TestAgainstGraphviz; ours are to be fewer than 1.2 times those, and no link
// may run under a card.
var drawnByDot = map[int][]int{
	200: {64, 53, 56, 89, 49, 61},
	500: {246, 403, 284},
}

func TestFewLinksCrossAndNoneRunsUnderACard(t *testing.T) {
	for n, dots := range drawnByDot {
		sum, all := 0, 0
		for seed, theirs := range dots {
			d, _ := ours(t, random(t, uint64(seed), n, 0.1), layout.Arrange)
			f := d.figures()
			if f.under > 0 || f.overlaps > 0 {
				t.Errorf("%d claims, seed %d: %d links run under cards, %d cards overlap", n, seed, f.under, f.overlaps)
			}
			sum, all = sum+f.crossings, all+theirs
		}
		if t.Logf("%d claims: %d crossings, dot has %d", n, sum, all); float64(sum) > 1.2*float64(all) {
			t.Errorf("%d claims: %d crossings, dot has %d", n, sum, all)
		}
	}
}
