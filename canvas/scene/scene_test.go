package scene_test

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"warrant/argument"
	"warrant/argument/sample"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
	"warrant/canvas/text"
)

// mono measures as if each letter were 0.55 em wide, so that these tests
// hang on no font.
type mono struct{}

func (mono) Width(line string, s text.Style) float64 {
	return 0.55 * s.Size * float64(len([]rune(line)))
}

func (m mono) Wrap(t string, s text.Style, width float64) []text.Line {
	var lines []text.Line
	line := ""
	for _, word := range strings.Fields(t) {
		if line != "" && m.Width(line+" "+word, s) > width {
			lines = append(lines, text.Line{Text: line})
			line = ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return append(lines, text.Line{Text: line})
}

// stated gives every claim its prior and every link its confidence.
type stated struct{ m *argument.Map }

func (n stated) Credence(id argument.ID) (float64, bool) {
	return n.m.Claim(id).Prior.Or(0.5), true
}

func (n stated) Base(id argument.ID) (float64, bool) {
	c := n.m.Link(id).Confidence
	return c.Or(0.5), c.IsSet()
}

func build(t testing.TB, p argument.Parts) *argument.Map {
	t.Helper()
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func claim(id argument.ID, x, y float64) argument.Claim {
	return argument.Claim{ID: id, Text: "claim " + string(id), At: argument.Point{X: x, Y: y}, Placed: true}
}

func small(t testing.TB) *argument.Map {
	return build(t, argument.Parts{
		Info: argument.Info{Title: "small", Contention: "c1"},
		Claims: []argument.Claim{
			claim("c1", 300, 0), claim("c2", 100, 200), claim("c3", 320, 200), claim("c4", 560, 200), claim("c5", 0, 420),
		},
		Links: []argument.Link{
			{ID: "l1", Kind: argument.Supports, From: []argument.ID{"c3", "c4"}, To: "c1", Confidence: argument.Stated(0.8)},
			{ID: "l2", Kind: argument.Opposes, From: []argument.ID{"c2"}, To: "c1", Confidence: argument.Stated(0.3),
				Evidence: []argument.Evidence{{ID: "e1", Kind: argument.Expert}}},
			{ID: "l3", Kind: argument.Opposes, From: []argument.ID{"c5"}, To: "l2"},
		},
	})
}

// dump writes a scene as text, coordinates rounded.
func dump(m *argument.Map, s *scene.Scene) string {
	var b strings.Builder
	for c := range m.Claims() {
		if k := s.Card(c.ID); k != nil {
			fmt.Fprintf(&b, "card %s %v role=%d hidden=%d %.0f%%\n", c.ID, box(k.Rect), k.Role, k.Hidden, k.Credence*100)
		}
	}
	for l := range m.Links() {
		if k := s.Link(l.ID); k != nil {
			fmt.Fprintf(&b, "link %s %q label %v tip %.0f,%.0f heading %.0f,%.0f width %.2f dash %v", l.ID, k.Text, box(k.Label), k.Tip.X, k.Tip.Y, k.Heading.X, k.Heading.Y, k.Width, k.Dash)
			for _, c := range k.Curves {
				fmt.Fprintf(&b, " (%.0f,%.0f %.0f,%.0f %.0f,%.0f %.0f,%.0f)", c.A.X, c.A.Y, c.B.X, c.B.Y, c.C.X, c.C.Y, c.D.X, c.D.Y)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func box(r geom.Rect) string {
	return fmt.Sprintf("[%.0f %.0f %.0fx%.0f]", r.Min.X, r.Min.Y, r.W(), r.H())
}

func TestDrawing(t *testing.T) {
	m := small(t)
	s := scene.New(m, mono{}, stated{m})
	want := `card c1 [300 0 300x68] role=1 hidden=0 50%
card c2 [100 200 200x55] role=3 hidden=0 50%
card c3 [320 200 200x55] role=2 hidden=0 50%
card c4 [560 200 200x55] role=2 hidden=0 50%
card c5 [0 420 200x55] role=4 hidden=0 50%
`
	if got := dump(m, s); !strings.HasPrefix(got, want) {
		t.Errorf("cards:\n%swant\n%s", got, want)
	}
	l1, l2, l3 := s.Link("l1"), s.Link("l2"), s.Link("l3")
	if len(l1.Curves) != 3 || !l1.Joined || l1.Junction != geom.Pt(540, 170) {
		t.Errorf("linked premises: %d curves, junction %v", len(l1.Curves), l1.Junction)
	}
	if l1.Text != "+ 80%" || l2.Text != "− 30%" || l3.Text != "⊘ ?" {
		t.Errorf("labels %q %q %q", l1.Text, l2.Text, l3.Text)
	}
	if l1.Dash != [2]float64{} || l2.Dash == l1.Dash || l3.Dash == l2.Dash {
		t.Errorf("kinds of link are not told apart by their dashes: %v %v %v", l1.Dash, l2.Dash, l3.Dash)
	}
	if l2.Count != 1 {
		t.Errorf("l2 shows %d evidence items, want 1", l2.Count)
	}
	if d := l3.Tip.Distance(geom.Pt(l2.Label.Min.X, l2.Label.Center().Y)); d > 3 {
		t.Errorf("the undercutter ends %.0f units from the label it attacks", d)
	}
}

func TestAt(t *testing.T) {
	m := small(t)
	s := scene.New(m, mono{}, stated{m})
	label := s.Link("l2").Label.Center()
	for _, c := range []struct {
		name  string
		at    geom.Point
		slack float64
		want  scene.Hit
	}{
		{"a card's middle", geom.Pt(400, 30), 6, scene.Hit{Part: scene.CardBody, ID: "c1"}},
		{"a card's border, from inside", geom.Pt(400, 66), 6, scene.Hit{Part: scene.CardEdge, ID: "c1"}},
		{"a card's border, from outside", geom.Pt(296, 30), 6, scene.Hit{Part: scene.CardEdge, ID: "c1"}},
		{"a label", label, 6, scene.Hit{Part: scene.Label, ID: "l2"}},
		{"the junction", geom.Pt(540, 170), 6, scene.Hit{Part: scene.Junction, ID: "l1"}},
		{"a curve", s.Link("l1").Curves[0].At(0.4), 6, scene.Hit{Part: scene.Curve, ID: "l1"}},
		{"nothing", geom.Pt(-500, -500), 6, scene.Hit{}},
	} {
		if got := s.At(c.at, c.slack); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestCollapse(t *testing.T) {
	m := small(t)
	d := argument.NewDocument(m)
	s := scene.New(m, mono{}, stated{m})
	d.Observe(s.Apply)
	before := dump(m, s)
	collapse := func(id argument.ID) {
		t.Helper()
		if err := d.Do("Collapse", func(e *argument.Edit) error {
			return e.UpdateClaim(id, func(c *argument.Claim) { c.Collapsed = true })
		}); err != nil {
			t.Fatal(err)
		}
	}
	collapse("c1")
	if s.NumCards() != 1 || s.Card("c1").Hidden != 4 {
		t.Errorf("%d cards shown, %d said to be hidden; want 1 and 4", s.NumCards(), s.Card("c1").Hidden)
	}
	d.Undo()
	if got := dump(m, s); got != before {
		t.Errorf("expanding gives\n%snot\n%s", got, before)
	}
}

// TestFollows makes random edits and compares the scene that followed their
// differences with one drawn afresh.
func TestFollows(t *testing.T) {
	for seed := range int64(40) {
		wide := float64(1 + seed%4) // how far apart the cards stand
		r := rand.New(rand.NewSource(seed))
		m := small(t)
		d := argument.NewDocument(m)
		s := scene.New(m, mono{}, stated{m})
		d.Observe(s.Apply)
		for step := range 60 {
			edit(r, d, 1200*wide, 900*wide)
			if got, want := dump(m, s), dump(m, scene.New(m, mono{}, stated{m})); got != want {
				t.Fatalf("seed %d, step %d: followed\n%s\nafresh\n%s", seed, step, got, want)
			}
		}
	}
}

// TestFollowsLargeDifferences moves most cards at once, as arranging does, and
// takes claims with their links away.
func TestFollowsLargeDifferences(t *testing.T) {
	for seed := range int64(12) {
		r := rand.New(rand.NewSource(seed))
		m, err := sample.Make(sample.Options{Claims: 60, Seed: seed, Cross: 0.2})
		if err != nil {
			t.Fatal(err)
		}
		d := argument.NewDocument(m)
		s := scene.New(m, mono{}, stated{m})
		d.Observe(s.Apply)
		like := func(what string) {
			t.Helper()
			if got, want := dump(m, s), dump(m, scene.New(m, mono{}, stated{m})); got != want {
				t.Fatalf("seed %d, %s: followed\n%s\nafresh\n%s", seed, what, got, want)
			}
		}
		if err := d.Do("Arrange", func(e *argument.Edit) error {
			for c := range m.Claims() {
				if r.Intn(8) == 0 {
					continue
				}
				if err := e.UpdateClaim(c.ID, func(c *argument.Claim) {
					c.At = argument.Point{X: r.Float64() * 2500, Y: r.Float64() * 1800}
				}); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		like("arranged")
		var gone []argument.ID
		for c := range m.Claims() {
			if c.ID != m.Info().Contention && r.Intn(2) == 0 {
				gone = append(gone, c.ID)
			}
		}
		if err := d.Do("Delete", func(e *argument.Edit) error { e.Remove(gone...); return nil }); err != nil {
			t.Fatal(err)
		}
		like("half of it gone")
		for d.Undo() {
			like("undone")
		}
		for d.Redo() {
			like("redone")
		}
	}
}

// edit does one random thing on a board of w × h; many are refused, which is as good a test.
func edit(r *rand.Rand, d *argument.Document, w, h float64) {
	var claims, any []argument.ID
	for c := range d.Map().Claims() {
		claims = append(claims, c.ID)
	}
	any = slices.Clone(claims)
	for l := range d.Map().Links() {
		any = append(any, l.ID)
	}
	pick := func(ids []argument.ID) argument.ID {
		if len(ids) == 0 {
			return "none"
		}
		return ids[r.Intn(len(ids))]
	}
	kinds := []argument.Kind{argument.Supports, argument.Opposes}
	switch r.Intn(12) {
	case 0:
		d.Undo()
		return
	case 1:
		d.Redo()
		return
	}
	_ = d.Do("edit", func(e *argument.Edit) error {
		var err error
		switch r.Intn(9) {
		case 0, 1:
			_, err = e.AddClaim(claim(e.NewID("c"), float64(r.Intn(int(w))), float64(r.Intn(int(h)))))
		case 2, 3:
			from, to := pick(claims), pick(any)
			if l := d.Map().Link(pick(any)); l != nil { // one more between the same two cards
				if from, to = l.To, l.From[0]; r.Intn(2) == 0 {
					from, to = to, from
				}
			}
			_, err = e.AddLink(argument.Link{Kind: kinds[r.Intn(2)], From: []argument.ID{from}, To: to})
		case 4:
			err = e.MoveClaim(pick(claims), argument.Point{X: float64(r.Intn(int(w))), Y: float64(r.Intn(int(h)))})
		case 5:
			id := pick(any)
			err = e.UpdateLink(id, func(l *argument.Link) {
				l.Kind = l.Kind.Opposite()
				l.Confidence = argument.Stated(r.Float64())
			})
		case 6:
			if r.Intn(4) == 0 {
				e.Remove(pick(any))
			}
		case 7:
			err = e.UpdateClaim(pick(claims), func(c *argument.Claim) {
				c.Collapsed = r.Intn(3) == 0
				c.Text = strings.Repeat("word ", r.Intn(30))
			})
		case 8:
			err = e.AddPremise(pick(any), pick(claims))
		}
		return err
	})
}

func BenchmarkAt(b *testing.B) {
	s := large(b, 10_000)
	r := rand.New(rand.NewSource(1))
	b.ResetTimer()
	for b.Loop() {
		s.At(geom.Pt(r.Float64()*24000, r.Float64()*20000), 6)
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		large(b, 10_000)
	}
}

func large(b testing.TB, n int) *scene.Scene {
	p := argument.Parts{Info: argument.Info{Contention: "c0"}}
	for i := range n {
		p.Claims = append(p.Claims, claim(argument.ID(fmt.Sprint("c", i)), float64(i%100)*240, float64(i/100)*200))
		if i > 0 {
			p.Links = append(p.Links, argument.Link{ID: argument.ID(fmt.Sprint("l", i)), Kind: argument.Supports,
				From: []argument.ID{argument.ID(fmt.Sprint("c", i))}, To: argument.ID(fmt.Sprint("c", (i-1)/3))})
		}
	}
	m := build(b, p)
	return scene.New(m, mono{}, stated{m})
}
