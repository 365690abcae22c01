package scene_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"warrant/argument"
	"warrant/canvas/scene"
)

// inRows makes a map of rows of cards with links to the row above and some
// that go farther.
func inRows(t testing.TB, r *rand.Rand, rows, columns int) *argument.Map {
	p := argument.Parts{Info: argument.Info{Contention: "c0"}}
	for i := range rows * columns {
		p.Claims = append(p.Claims, claim(argument.ID(fmt.Sprint("c", i)), float64(i%columns*240+r.Intn(20)), float64(i/columns*200+r.Intn(20))))
		if i < columns {
			continue
		}
		up := columns
		if r.Intn(6) == 0 {
			up = columns * (1 + r.Intn(i/columns))
		}
		to := (i-up)/columns*columns + r.Intn(columns)
		p.Links = append(p.Links, argument.Link{ID: argument.ID(fmt.Sprint("l", i)), Kind: argument.Supports,
			From: []argument.ID{argument.ID(fmt.Sprint("c", i))}, To: argument.ID(fmt.Sprint("c", to))})
	}
	return build(t, p)
}

// TestGapsAreChosenAnew holds that after each edit links lead through the gaps
// that they would take in a drawing made afresh: which these are hangs on
// cards that are not in the link's way and on links between others.
func TestGapsAreChosenAnew(t *testing.T) {
	for seed := range int64(8) {
		r := rand.New(rand.NewSource(seed))
		m := inRows(t, r, 9, 14)
		d := argument.NewDocument(m)
		s := scene.New(m, mono{}, stated{m})
		d.Observe(s.Apply)
		for i := range 40 {
			edit(r, d, 14*240, 9*200)
			if i%5 == 4 {
				if got, want := dump(m, s), dump(m, scene.New(m, mono{}, stated{m})); got != want {
					t.Fatalf("seed %d, after %d edits: followed\n%s", seed, i+1, differing(got, want))
				}
			}
		}
	}
}

// differing lists the lines in which two dumps differ.
func differing(got, want string) string {
	var b strings.Builder
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			fmt.Fprintf(&b, "%s\nafresh\n%s\n", g[i], w[i])
		}
	}
	return b.String()
}
