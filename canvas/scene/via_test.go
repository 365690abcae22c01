package scene_test

import (
	"testing"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// led is a target over a premise, and off to the right a card that may be
// moved, with a link that is led through the points.
func led(t *testing.T, via ...argument.Point) (*argument.Document, *scene.Scene) {
	m := build(t, argument.Parts{
		Info:   argument.Info{Contention: "c1"},
		Claims: []argument.Claim{claim("c1", 400, 0), claim("c2", 400, 800), claim("c3", 2000, 400)},
		Links:  []argument.Link{{ID: "l1", Kind: argument.Supports, From: []argument.ID{"c2"}, To: "c1", Via: via}},
	})
	d := argument.NewDocument(m)
	s := scene.New(m, mono{}, stated{m})
	d.Observe(s.Apply)
	return d, s
}

// near reports how close the trunk of a link comes to a point.
func near(l *scene.Link, p geom.Point) float64 {
	best := p.Distance(l.Curves[l.Trunk].A)
	for _, c := range l.Curves[l.Trunk:] {
		for k := range 33 {
			best = min(best, p.Distance(c.At(float64(k)/32)))
		}
	}
	return best
}

func TestALinkIsLed(t *testing.T) {
	right, left := argument.Point{X: 640, Y: 600}, argument.Point{X: 380, Y: 300}
	d, s := led(t, right, left)
	follows := func(what string, want bool) {
		t.Helper()
		l := s.Link("l1")
		for _, p := range []argument.Point{right, left} {
			if got := near(l, geom.Point(p)); (got < 40) != want {
				t.Errorf("%s: it passes %v at a distance of %.0f", what, p, got)
			}
		}
		if err := smooth(l); err != nil {
			t.Errorf("%s: %v", what, err)
		}
		if last := l.Curves[len(l.Curves)-1]; last.D.Distance(l.Tip) > 12 {
			t.Errorf("%s: it ends %.0f units from its arrow", what, last.D.Distance(l.Tip))
		}
	}
	move := func(id argument.ID, x, y float64) {
		t.Helper()
		if err := d.Do("", func(e *argument.Edit) error { return e.MoveClaim(id, argument.Point{X: x, Y: y}) }); err != nil {
			t.Fatal(err)
		}
	}
	follows("as it comes", true)
	move("c3", 500, 400)
	if l := s.Link("l1"); behind(s, l, "c1", "c2") != nil {
		t.Errorf("it runs behind the card that was put in its way: %v", l.Curves)
	}
	follows("with a card in its way", false)
	move("c3", 2000, 400)
	follows("with the card gone", true)
	move("c2", 400, 500)
	follows("its premise above where it is led", false)
	move("c2", 500, 900)
	follows("its premise a little aside", true)
	move("c1", 340, 20)
	follows("its target a little aside", true)
}

func TestALinkIsLedToItsPlaceAtTheTarget(t *testing.T) {
	_, s := led(t, argument.Point{X: 450, Y: 400})
	a := s.Link("l1").Tip.X
	_, s = led(t, argument.Point{X: 550, Y: 400})
	if b := s.Link("l1").Tip.X; b <= a {
		t.Errorf("led from further right it ends at %.0f, before at %.0f", b, a)
	}
}
