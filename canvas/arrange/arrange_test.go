package arrange_test

import (
	"testing"

	"warrant/argument"
	"warrant/argument/sample"
	"warrant/canvas/arrange"
	"warrant/canvas/geom"
	"warrant/canvas/layout"
	"warrant/canvas/scene"
	"warrant/canvas/text"
)

type even struct{}

func (even) Credence(argument.ID) (float64, bool) { return 0.5, true }
func (even) Base(argument.ID) (float64, bool)     { return 0.5, true }

func open(t testing.TB, o sample.Options) (*argument.Document, *scene.Scene) {
	t.Helper()
	m, err := sample.Make(o)
	if err != nil {
		t.Fatal(err)
	}
	d := argument.NewDocument(m)
	s := scene.New(m, text.Bundled(), even{})
	d.Observe(s.Apply)
	return d, s
}

func place(t testing.TB, d *argument.Document, plan arrange.Plan) {
	t.Helper()
	if err := d.Do("Arrange", func(e *argument.Edit) error { return arrange.Place(e, plan) }); err != nil {
		t.Fatal(err)
	}
}

func TestNoCardsOverlap(t *testing.T) {
	for seed := range int64(6) {
		d, s := open(t, sample.Options{Claims: 120, Seed: seed, Cross: float64(seed%3) / 10})
		if !arrange.Unplaced(d.Map()) {
			t.Fatal("a made map has places already")
		}
		place(t, d, arrange.Arrange(d.Map(), s, arrange.Options{}))
		if arrange.Unplaced(d.Map()) {
			t.Errorf("seed %d: cards are left without a place", seed)
		}
		for c := range d.Map().Claims() {
			s.Cards(s.Card(c.ID).Rect, func(o *scene.Card) {
				if o.ID != c.ID {
					t.Errorf("seed %d: the cards of %s and %s overlap", seed, c.ID, o.ID)
				}
			})
		}
		if again := arrange.Arrange(d.Map(), s, arrange.Options{}); seed%3 == 0 && len(again.Cards) > d.Map().NumClaims()/10 {
			t.Errorf("seed %d: arranging what is arranged moves %d cards", seed, len(again.Cards))
		}
	}
}

func TestOnlyTheChosenMove(t *testing.T) {
	d, s := open(t, sample.Options{Claims: 40, Seed: 1, Placed: true})
	only := []argument.ID{"c3", "c4", "c5"}
	for _, v := range arrange.Arrange(d.Map(), s, arrange.Options{Only: only}).Cards {
		if v.Claim != "c3" && v.Claim != "c4" && v.Claim != "c5" {
			t.Errorf("%s moves and was not chosen", v.Claim)
		}
	}
	if plan := arrange.Arrange(d.Map(), s, arrange.Options{Only: []argument.ID{"nobody"}}); !plan.Empty() {
		t.Errorf("%d cards move though none of the chosen is there", len(plan.Cards))
	}
}

func BenchmarkSceneOf10000(b *testing.B) {
	d, s := open(b, sample.Options{Claims: 10_000, Seed: 1})
	place(b, d, arrange.Arrange(d.Map(), s, arrange.Options{}))
	b.Run("new", func(b *testing.B) {
		for b.Loop() {
			scene.New(d.Map(), text.Bundled(), even{})
		}
	})
	b.Run("drag one card", func(b *testing.B) {
		i := 0.0
		for b.Loop() {
			i++
			if err := d.Do("Move", func(e *argument.Edit) error { return e.MoveClaim("c500", argument.Point{X: i, Y: 400}) }); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("hit", func(b *testing.B) {
		r := s.Bounds()
		i := 0
		for b.Loop() {
			i = (i + 7919) % 10_000
			s.At(geom.Pt(r.Min.X+r.W()*float64(i%100)/100, r.Min.Y+r.H()*float64(i/100)/100), 6)
		}
	})
}

func TestPresentTellsHowAMapIsArranged(t *testing.T) {
	for d := layout.TopDown; d <= layout.RightLeft; d++ {
		for _, compact := range []bool{false, true} {
			for seed := range int64(5) {
				doc, s := open(t, sample.Options{Claims: 80, Seed: seed, Cross: 0.05})
				place(t, doc, arrange.Arrange(doc.Map(), s, arrange.Options{Direction: d, Compact: compact}))
				way, stacked := arrange.Present(doc.Map(), s)
				if way != d || stacked != compact {
					t.Errorf("seed %d: arranged in direction %d, compact %v; it seems to be %d, %v", seed, d, compact, way, stacked)
				}
			}
		}
	}
	doc, s := open(t, sample.Options{Claims: 9, Seed: 1})
	if d, compact := arrange.Present(doc.Map(), s); d != layout.TopDown || compact {
		t.Errorf("without places: direction %d, compact %v", d, compact)
	}
}
