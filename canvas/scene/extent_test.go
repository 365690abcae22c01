package scene_test

import (
	"math/rand"
	"testing"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// Whatever moved, came or went, and however often they were asked for
// meanwhile, the bounds are those of the cards and links that are there.
func TestBoundsAreThoseOfWhatIsDrawn(t *testing.T) {
	for seed := range int64(40) {
		r := rand.New(rand.NewSource(seed))
		m := small(t)
		d := argument.NewDocument(m)
		s := scene.New(m, mono{}, stated{m})
		d.Observe(s.Apply)
		for step := range 60 {
			edit(r, d, 1200, 900)
			if r.Intn(3) == 0 {
				continue
			}
			var want geom.Rect
			for c := range m.Claims() {
				if card := s.Card(c.ID); card != nil {
					want = want.Union(card.Rect)
				}
			}
			for l := range m.Links() {
				if link := s.Link(l.ID); link != nil && len(link.Curves) > 0 {
					want = want.Union(link.Bounds)
				}
			}
			if got := s.Bounds(); got != want {
				t.Fatalf("seed %d, step %d: bounds %v, want %v", seed, step, got, want)
			}
		}
	}
}
