package scene_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// columns is a target with premises in two columns below it, with a gutter
// between, six hundred units wide in all.
func columns(t testing.TB, rows int) *argument.Map {
	p := argument.Parts{Info: argument.Info{Contention: "c0"}, Claims: []argument.Claim{claim("c0", 150, 0)}}
	for i := range 2 * rows {
		id := argument.ID(fmt.Sprint("c", i+1))
		p.Claims = append(p.Claims, claim(id, float64(i/rows)*300, 160+float64(i%rows)*160))
		p.Links = append(p.Links, argument.Link{ID: argument.ID(fmt.Sprint("l", i+1)), Kind: argument.Supports, From: []argument.ID{id}, To: "c0"})
	}
	return build(t, p)
}

// TestLinksOfAColumnRunBesideIt holds that each link from a column runs in the
// gutter on a line of its own, straight up, under no card and across no other.
func TestLinksOfAColumnRunBesideIt(t *testing.T) {
	m := columns(t, 4)
	s := scene.New(m, mono{}, stated{m})
	tracks := make(map[float64]argument.ID)
	for l := range m.Links() {
		k := s.Link(l.ID)
		if under := behind(s, k, l.From[0], l.To); len(under) > 0 {
			t.Errorf("%s runs under %v", l.ID, under)
		}
		if err := smooth(k); err != nil {
			t.Errorf("%s: %v", l.ID, err)
		}
		from := s.Card(l.From[0]).Rect
		if from.Min.Y < 200 {
			continue // the first of its column, with nothing above it
		}
		x, long := 0.0, 0.0
		for _, c := range k.Curves {
			if d := c.A.Y - c.D.Y; math.Abs(c.A.X-c.D.X) < 1e-6 && d > long {
				x, long = c.A.X, d
			}
		}
		if x < 200 || x > 300 || long < 100 {
			t.Errorf("%s runs straight up at x = %.0f for %.0f units, want it between the columns", l.ID, x, long)
		}
		for at, other := range tracks {
			if math.Abs(at-x) < 8 {
				t.Errorf("%s and %s run at %.0f and %.0f", l.ID, other, x, at)
			}
		}
		tracks[x] = l.ID
	}
	for a := range m.Links() {
		for b := range m.Links() {
			if a.ID < b.ID && meet(s.Link(a.ID), s.Link(b.ID)) {
				t.Errorf("%s and %s cross", a.ID, b.ID)
			}
		}
	}
}

// meet reports whether two links cross.
func meet(a, b *scene.Link) bool {
	pieces := func(l *scene.Link) (all [][2]geom.Point) {
		for _, c := range l.Curves {
			for k := range 16 {
				all = append(all, [2]geom.Point{c.At(float64(k) / 16), c.At(float64(k+1) / 16)})
			}
		}
		return all
	}
	turn := func(a, b, c geom.Point) float64 { return (b.X-a.X)*(c.Y-a.Y) - (b.Y-a.Y)*(c.X-a.X) }
	for _, p := range pieces(a) {
		for _, q := range pieces(b) {
			if turn(p[0], p[1], q[0])*turn(p[0], p[1], q[1]) < 0 && turn(q[0], q[1], p[0])*turn(q[0], q[1], p[1]) < 0 {
				return true
			}
		}
	}
	return false
}

// TestTracksAreChosenAnew moves cards about and compares with a drawing afresh.
func TestTracksAreChosenAnew(t *testing.T) {
	for seed := range uint64(10) {
		r := rand.New(rand.NewPCG(seed, 31))
		m := columns(t, 5)
		d := argument.NewDocument(m)
		s := scene.New(m, mono{}, stated{m})
		d.Observe(s.Apply)
		for range 30 {
			id := argument.ID(fmt.Sprint("c", r.IntN(11)))
			to := argument.Point{X: float64(r.IntN(700)), Y: float64(r.IntN(1000))}
			if r.IntN(2) == 0 { // back into the columns
				i := r.IntN(10)
				to = argument.Point{X: float64(i/5) * 300, Y: 160 + float64(i%5)*160}
			}
			if err := d.Do("", func(e *argument.Edit) error { return e.MoveClaim(id, to) }); err != nil {
				t.Fatal(err)
			}
			if got, want := dump(m, s), dump(m, scene.New(m, mono{}, stated{m})); got != want {
				t.Fatalf("seed %d: followed, the drawing differs from one afresh:\n%s", seed, differing(got, want))
			}
		}
	}
}
