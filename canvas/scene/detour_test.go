package scene_test

import (
	"fmt"
	"math"
	"math/rand"
	"testing"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// wall is a target and a premise with rows of cards between them. gap is
// where, in each row, a card is left out.
func wall(t testing.TB, rows, gap int) (*argument.Map, *scene.Scene) {
	p := argument.Parts{Info: argument.Info{Contention: "c1"}}
	p.Claims = append(p.Claims, claim("c1", 450, 0), claim("c2", 500, float64(200+rows*160)))
	for y := range rows {
		for x := range 6 {
			if x != gap {
				p.Claims = append(p.Claims, claim(argument.ID(fmt.Sprintf("r%d-%d", y, x)), float64(x)*210, float64(200+y*160)))
			}
		}
	}
	p.Links = []argument.Link{{ID: "l1", Kind: argument.Supports, From: []argument.ID{"c2"}, To: "c1"}}
	m := build(t, p)
	return m, scene.New(m, mono{}, stated{m})
}

// behind lists the cards that a link runs behind.
func behind(s *scene.Scene, l *scene.Link, ends ...argument.ID) (cards []argument.ID) {
	s.Cards(l.Bounds, func(c *scene.Card) {
		for _, e := range ends {
			if c.ID == e {
				return
			}
		}
		for _, k := range l.Curves {
			if k.Crosses(c.Rect.Inset(1)) {
				cards = append(cards, c.ID)
				return
			}
		}
	})
	return cards
}

func smooth(l *scene.Link) error {
	for i := l.Trunk + 1; i < len(l.Curves); i++ {
		a, b := l.Curves[i-1], l.Curves[i]
		if a.D.Distance(b.A) > 1e-6 {
			return fmt.Errorf("pieces %d and %d of the trunk do not meet: %v, %v", i-1, i, a.D, b.A)
		}
		if u, v := a.Direction(1), b.Direction(0); u.X*v.X+u.Y*v.Y < 0.999 {
			return fmt.Errorf("pieces %d and %d of the trunk meet at an angle: %v, %v", i-1, i, u, v)
		}
	}
	return nil
}

func TestLinksGoThroughGaps(t *testing.T) {
	for rows := 1; rows <= 4; rows++ {
		for gap := range 6 {
			_, s := wall(t, rows, gap)
			l := s.Link("l1")
			if cards := behind(s, l, "c1", "c2"); cards != nil {
				t.Errorf("%d rows, gap %d: the link runs behind %v", rows, gap, cards)
			}
			if err := smooth(l); err != nil {
				t.Errorf("%d rows, gap %d: %v", rows, gap, err)
			}
			if last := l.Curves[len(l.Curves)-1]; last.D.Distance(l.Tip) > 12 {
				t.Errorf("%d rows, gap %d: the last curve ends %.0f units from the arrow", rows, gap, last.D.Distance(l.Tip))
			}
			s.Cards(l.Label, func(c *scene.Card) { t.Errorf("%d rows, gap %d: the label is under %s", rows, gap, c.ID) })
		}
	}
}

func TestLinksInOneRowGoAround(t *testing.T) {
	m := build(t, argument.Parts{
		Claims: []argument.Claim{claim("c1", 0, 0), claim("c2", 224, 0), claim("c3", 448, 0), claim("c4", 672, 0), claim("c5", 0, 200)},
		Links: []argument.Link{
			{ID: "l1", Kind: argument.Supports, From: []argument.ID{"c4"}, To: "c1"},
			{ID: "l2", Kind: argument.Supports, From: []argument.ID{"c3"}, To: "c2"},
			// A map that runs from top to bottom.
			{ID: "l3", Kind: argument.Supports, From: []argument.ID{"c5"}, To: "c1"},
			{ID: "l4", Kind: argument.Supports, From: []argument.ID{"c5"}, To: "c1"},
		},
	})
	s := scene.New(m, mono{}, stated{m})
	if l := s.Link("l1"); behind(s, l, "c1", "c4") != nil || smooth(l) != nil || l.Heading != geom.Pt(0, -1) {
		t.Errorf("the link past two cards: behind %v, %v, heading %v; want one around them from below", behind(s, l, "c1", "c4"), smooth(l), l.Heading)
	}
	if l := s.Link("l2"); len(l.Curves) != 1 || l.Heading != geom.Pt(-1, 0) {
		t.Errorf("the link between neighbours has %d curves and heading %v, want a straight one", len(l.Curves), l.Heading)
	}
}

// TestDetoursJoin holds on any heap of cards that pieces of a trunk meet
// smoothly, and that legs come before the trunk.
func TestDetoursJoin(t *testing.T) {
	pieces := 0
	for seed := range int64(30) {
		r := rand.New(rand.NewSource(seed))
		p := argument.Parts{Info: argument.Info{Contention: "c0"}}
		for i := range 40 {
			p.Claims = append(p.Claims, claim(argument.ID(fmt.Sprint("c", i)), float64(r.Intn(7)*224), float64(r.Intn(6)*190)))
			if i > 0 {
				from := []argument.ID{argument.ID(fmt.Sprint("c", i))}
				if i > 1 && i%5 == 0 {
					from = append(from, argument.ID(fmt.Sprint("c", i-1)))
				}
				p.Links = append(p.Links, argument.Link{ID: argument.ID(fmt.Sprint("l", i)), Kind: argument.Supports, From: from,
					To: argument.ID(fmt.Sprint("c", r.Intn(max(1, i-1))))})
			}
		}
		m := build(t, p)
		s := scene.New(m, mono{}, stated{m})
		for l := range m.Links() {
			k := s.Link(l.ID)
			if err := smooth(k); err != nil {
				t.Errorf("seed %d, %s: %v", seed, l.ID, err)
			}
			if k.Joined != (k.Trunk > 0) || k.Joined && k.Curves[k.Trunk].A != k.Junction {
				t.Errorf("seed %d, %s: the trunk begins at curve %d of %d, at %v; junction %v", seed, l.ID, k.Trunk, len(k.Curves), k.Curves[k.Trunk].A, k.Junction)
			}
			pieces = max(pieces, len(k.Curves)-k.Trunk)
		}
	}
	if pieces < 3 {
		t.Errorf("no trunk has more than %d pieces: nothing was tested", pieces)
	}
}

// BenchmarkDetour draws a link anew that goes through four rows of cards.
func BenchmarkDetour(b *testing.B) {
	m, s := wall(b, 4, 1)
	d := argument.NewDocument(m)
	d.Observe(s.Apply)
	x := 0.0
	for b.Loop() {
		x++
		if err := d.Do("Move", func(e *argument.Edit) error {
			return e.MoveClaim("c2", argument.Point{X: 500 + math.Mod(x, 100), Y: 840})
		}); err != nil {
			b.Fatal(err)
		}
	}
}
