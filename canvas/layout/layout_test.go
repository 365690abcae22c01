package layout

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"warrant/canvas/geom"
)

var algorithms = []struct {
	name string
	run  func(Graph, Options) Result
}{{"tree", Tree}, {"layered", Layered}, {"arrange", Arrange}}

func cards(g Graph, at []geom.Point) []geom.Rect {
	rects := make([]geom.Rect, len(at))
	for i, p := range at {
		rects[i] = geom.R(p.X, p.Y, g.Nodes[i].Size.W, g.Nodes[i].Size.H)
	}
	return rects
}

// crowded names the first two cards that are nearer to each other than gap.
func crowded(g Graph, at []geom.Point, gap float64) string {
	s := newStill(0)
	for i, r := range cards(g, at) {
		if other, hit := s.hit(r.Inset(-gap + 1e-3)); hit {
			return fmt.Sprintf("card %d at %v is within %v of one at %v", i, r, gap, other)
		}
		s.add(r)
	}
	return ""
}

func TestCardsNeverOverlap(t *testing.T) {
	kinds := []struct {
		name string
		make func(*rand.Rand, int) Graph
	}{
		{"tree", randomTree},
		{"cross-linked", func(r *rand.Rand, n int) Graph { return crossLinked(r, n, 0.1) }},
		{"mess", randomMess},
	}
	for _, kind := range kinds {
		for seed := range uint64(150) {
			r := rand.New(rand.NewPCG(seed, 1))
			g := kind.make(r, 1+r.IntN(90))
			o := Options{Direction: Direction(r.IntN(4)), Stack: r.IntN(2) * 5}
			for _, a := range algorithms {
				res := a.run(g, o)
				if s := crowded(g, res.At, DefaultGroupGap); s != "" {
					t.Fatalf("%s of a %s, seed %d, %+v: %s", a.name, kind.name, seed, o, s)
				}
			}
		}
	}
}

func BenchmarkTree10000(b *testing.B) {
	g := randomTree(rand.New(rand.NewPCG(1, 1)), 10000)
	for b.Loop() {
		Tree(g, Options{})
	}
}
