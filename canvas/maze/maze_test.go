package maze

import (
	"math/rand/v2"
	"testing"

	"warrant/canvas/geom"
)

var (
	up    = geom.Pt(0, -1)
	right = geom.Pt(1, 0)
)

// check reports a way that is not one: not from a to b, aslant, or through a card.
func check(t *testing.T, cards []geom.Rect, a, b geom.Point, way []geom.Point) {
	t.Helper()
	if len(way) < 2 || way[0] != a || way[len(way)-1] != b {
		t.Fatalf("the way %v does not lead from %v to %v", way, a, b)
	}
	for i := 1; i < len(way); i++ {
		if way[i].X != way[i-1].X && way[i].Y != way[i-1].Y {
			t.Errorf("from %v to %v it runs aslant", way[i-1], way[i])
		}
		for _, r := range cards {
			if geom.Span(way[i-1], way[i]).Inset(-room + 1).Overlaps(r) {
				t.Errorf("from %v to %v it runs too near to the card at %v", way[i-1], way[i], r)
			}
		}
	}
}

func TestWays(t *testing.T) {
	wall := []geom.Rect{geom.R(-100, -150, 200, 80)}
	for _, c := range []struct {
		name          string
		cards         []geom.Rect
		a, b          geom.Point
		leave, arrive geom.Point
		turns         int
	}{
		{"straight on", nil, geom.Pt(0, 0), geom.Pt(0, -300), up, up, 0},
		{"to the side, at once", nil, geom.Pt(0, 0), geom.Pt(50, -300), up, up, 1},
		{"around a card", wall, geom.Pt(0, 0), geom.Pt(0, -300), up, up, 4},
		{"round a corner", nil, geom.Pt(0, 0), geom.Pt(200, -300), up, right, 1},
	} {
		way := New(c.cards).Way(c.a, c.b, c.leave, c.arrive)
		check(t, c.cards, c.a, c.b, way)
		if len(way)-2 != c.turns {
			t.Errorf("%s: %v turns %d times, want %d", c.name, way, len(way)-2, c.turns)
		}
	}
}

func TestNoWayOutOfACage(t *testing.T) {
	cage := []geom.Rect{geom.R(-60, -80, 120, 30), geom.R(-60, 50, 120, 30), geom.R(-90, -80, 30, 160), geom.R(60, -80, 30, 160)}
	if way := New(cage).Way(geom.Pt(0, 0), geom.Pt(0, -300), up, up); way != nil {
		t.Errorf("it leads out of the cage: %v", way)
	}
}

func TestWaysKeepOffCards(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 1))
		var cards []geom.Rect
		for x := range 6 {
			for y := range 5 {
				cards = append(cards, geom.R(float64(x)*260+float64(r.IntN(30)), float64(y)*200+float64(r.IntN(60)), 200, 80))
			}
		}
		m := New(cards)
		for range 5 {
			from, to := cards[r.IntN(6)*5+4], cards[r.IntN(6)*5]
			a, b := geom.Pt(from.Center().X, from.Min.Y-20), geom.Pt(to.Center().X, to.Max.Y+20)
			check(t, cards, a, b, m.Way(a, b, up, up))
		}
	}
}

// TestWaysKeepApart has two ways between the same cards, which have room for
// a line of their own each.
func TestWaysKeepApart(t *testing.T) {
	cards := []geom.Rect{geom.R(-300, -200, 280, 100), geom.R(60, -200, 280, 100)}
	m := New(cards)
	one := m.Way(geom.Pt(-100, 0), geom.Pt(-100, -400), up, up)
	two := m.Way(geom.Pt(160, 0), geom.Pt(160, -400), up, up)
	xs := map[float64]bool{}
	for i, p := range one {
		if i > 0 && p.X == one[i-1].X && p.Y != one[i-1].Y {
			xs[p.X] = true
		}
	}
	for i, p := range two {
		if i > 0 && p.X == two[i-1].X && p.Y-two[i-1].Y < -100 && xs[p.X] {
			t.Errorf("both ways %v and %v go along x = %v", one, two, p.X)
		}
	}
}
