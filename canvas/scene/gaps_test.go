package scene_test

import (
	"fmt"
	"maps"
	"math"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// drawn makes cards at places, links between them, "c1 c2" from the first to the
// second, and their scene.
func drawn(t *testing.T, at map[argument.ID]geom.Point, links ...string) *scene.Scene {
	t.Helper()
	p := argument.Parts{Info: argument.Info{ID: "m"}}
	for _, id := range slices.Sorted(maps.Keys(at)) {
		p.Claims = append(p.Claims, claim(id, at[id].X, at[id].Y))
	}
	for i, way := range links {
		f := strings.Fields(way)
		p.Links = append(p.Links, argument.Link{ID: argument.ID(fmt.Sprint("l", i+1)), Kind: argument.Supports,
			From: []argument.ID{argument.ID(f[0])}, To: argument.ID(f[1])})
	}
	m := build(t, p)
	return scene.New(m, mono{}, stated{m})
}

// TestNoLinkRunsUnderACard has cards, 200 wide and 55 high, in the way that
// links took once.
func TestNoLinkRunsUnderACard(t *testing.T) {
	for _, c := range []struct {
		name string
		at   map[argument.ID]geom.Point
		from argument.ID // of the link to a
	}{
		{"one wider than any view", map[argument.ID]geom.Point{
			"a": geom.Pt(0, 0), "b": geom.Pt(9000, 600), "x": geom.Pt(4400, 300), "y": geom.Pt(4624, 300), "z": geom.Pt(4176, 300)}, "b"},
		{"a flat one below what stands lower beside its target", map[argument.ID]geom.Point{
			"a": geom.Pt(0, 0), "b": geom.Pt(1500, 160), "x": geom.Pt(224, 40), "y": geom.Pt(448, 40), "z": geom.Pt(900, 40)}, "b"},
		{"a flat one above what stands higher beside its premise", map[argument.ID]geom.Point{
			"a": geom.Pt(0, 0), "b": geom.Pt(1500, 160), "x": geom.Pt(1276, 120), "y": geom.Pt(1052, 120)}, "b"},
		{"one past cards that stand on steps", map[argument.ID]geom.Point{
			"a": geom.Pt(300, 0), "b": geom.Pt(300, 600), "x": geom.Pt(100, 200), "y": geom.Pt(310, 240), "z": geom.Pt(100, 290), "w": geom.Pt(330, 350)}, "b"},
		{"one through a gap of ten units", map[argument.ID]geom.Point{
			"a": geom.Pt(300, 0), "b": geom.Pt(300, 400), "v": geom.Pt(-140, 200), "w": geom.Pt(70, 200), "x": geom.Pt(280, 200), "y": geom.Pt(490, 200), "z": geom.Pt(700, 200)}, "b"},
		{"one to the left past columns", map[argument.ID]geom.Point{
			"a": geom.Pt(0, 0), "b": geom.Pt(900, 20), "x": geom.Pt(300, -50), "y": geom.Pt(300, 20), "z": geom.Pt(600, 10)}, "b"},
		{"one past many rows", map[argument.ID]geom.Point{
			"a": geom.Pt(0, 0), "b": geom.Pt(0, 2400), "k": geom.Pt(0, 200), "l": geom.Pt(100, 400), "m": geom.Pt(-100, 600), "n": geom.Pt(50, 800), "o": geom.Pt(-50, 1000),
			"p": geom.Pt(0, 1200), "q": geom.Pt(30, 1400), "r": geom.Pt(-60, 1600), "s": geom.Pt(70, 1800), "t": geom.Pt(0, 2000), "u": geom.Pt(141, 150)}, "b"},
	} {
		s := drawn(t, c.at, string(c.from)+" a")
		l := s.Link("l1")
		if cards := behind(s, l, "a", c.from); cards != nil {
			t.Errorf("%s: it runs under %v: %v", c.name, cards, l.Curves)
		}
		if err := smooth(l); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		s.Cards(l.Label, func(k *scene.Card) { t.Errorf("%s: its label is under %s", c.name, k.ID) })
	}
}

// passes returns where a link passes the line y.
func passes(l *scene.Link, y float64) float64 {
	for _, c := range l.Curves {
		for k := range 200 {
			if p := c.At(float64(k) / 200); math.Abs(p.Y-y) < 3 {
				return p.X
			}
		}
	}
	return math.NaN()
}

// TestLinksRoundOneCardKeepApart has links from four premises pass a row on the
// same side: in the order in which they come, each by itself.
func TestLinksRoundOneCardKeepApart(t *testing.T) {
	at := map[argument.ID]geom.Point{
		"a": geom.Pt(0, 0), "b": geom.Pt(240, 0), "c": geom.Pt(480, 0), "d": geom.Pt(720, 0),
		"p": geom.Pt(0, 600), "q": geom.Pt(240, 600), "r": geom.Pt(480, 600), "s": geom.Pt(720, 600),
	}
	for i := range 9 { // side by side, up to x = 654
		at[argument.ID(fmt.Sprint("x", i))] = geom.Pt(float64(454-202*i), 300)
	}
	s := drawn(t, at, "p a", "q b", "r c", "s d")
	last := 654.0 + 8
	for _, id := range []argument.ID{"l1", "l2", "l3", "l4"} {
		x := passes(s.Link(id), 327)
		if !(x > last+2) {
			t.Errorf("%s passes the row at %.1f, the one before at %.1f", id, x, last)
		}
		last = x
	}
}

// TestAGapIsTakenThatCrossesFewer has a link pass a card on the nearer side, or
// on the other where it would cross the links of that card.
func TestAGapIsTakenThatCrossesFewer(t *testing.T) {
	at := map[argument.ID]geom.Point{
		"a": geom.Pt(40, 0), "b": geom.Pt(40, 600), "x": geom.Pt(0, 300), "p": geom.Pt(300, 600), "t": geom.Pt(300, 0),
	}
	if x := passes(drawn(t, at, "b a").Link("l1"), 327); !(x > 200) {
		t.Errorf("alone it passes at %.0f, want right of the card, nearer to the straight line", x)
	}
	if x := passes(drawn(t, at, "b a", "p x", "x t").Link("l1"), 327); !(x < 0) {
		t.Errorf("it passes at %.0f, want left of the card, clear of links on the right", x)
	}
}

// TestALabelWithoutRoomStandsBesideItsLink has a claim attack the label of a link
// right beside it: there is no room for a label between the two.
func TestALabelWithoutRoomStandsBesideItsLink(t *testing.T) {
	s := drawn(t, map[argument.ID]geom.Point{"a": geom.Pt(0, 0), "b": geom.Pt(0, 300), "u": geom.Pt(141, 150)}, "b a", "u l1")
	l, attacked := s.Link("l2"), s.Link("l1")
	s.Cards(l.Label, func(c *scene.Card) { t.Errorf("the label, at %v, is under %s", l.Label, c.ID) })
	if l.Label.Overlaps(attacked.Label) {
		t.Errorf("the label, at %v, is on the one its link attacks, at %v", l.Label, attacked.Label)
	}
	if d := l.Label.Distance(l.Tip); d > 40 {
		t.Errorf("the label is %.0f units from its arrow", d)
	}
}

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
