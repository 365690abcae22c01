package scene_test

import (
	"fmt"
	"math"
	"testing"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// TestLinksBetweenTheSameCardsKeepApart holds that they share no way: halfway
// each is some distance from every other, and their labels do not overlap.
func TestLinksBetweenTheSameCardsKeepApart(t *testing.T) {
	both := func(x, y float64) []argument.Claim { return []argument.Claim{claim("a", 0, 0), claim("b", x, y)} }
	for _, c := range []struct {
		name   string
		claims []argument.Claim
		links  []string // from and target
		apart  float64  // world units at least
	}{
		{"one there, one back, upright", both(0, 200), []string{"ba", "ab"}, 60},
		{"the one below is a little to the side", both(70, 220), []string{"ab", "ba"}, 40},
		{"far to the side", both(-700, 300), []string{"ab", "ba"}, 12},
		{"two the same way", both(20, 200), []string{"ba", "ba"}, 60},
		{"three, one of them back", both(0, 240), []string{"ba", "ab", "ba"}, 60},
		{"seven", both(0, 400), []string{"ba", "ab", "ba", "ba", "ab", "ab", "ba"}, 20},
		{"level", both(420, 0), []string{"ab", "ba"}, 24},
		{"three level, a step between", both(420, -40), []string{"ab", "ba", "ba"}, 8},
		{"linked premises and back to one", append(both(-100, 240), claim("c", 120, 240)), []string{"bca", "ab"}, 20},
		{"linked premises and back to the other", append(both(120, 240), claim("c", -100, 240)), []string{"ab", "cba"}, 20},
	} {
		p := argument.Parts{Info: argument.Info{ID: "m"}, Claims: c.claims}
		for i, way := range c.links {
			l := argument.Link{ID: argument.ID(fmt.Sprint("l", i)), Kind: argument.Opposes, To: argument.ID(way[len(way)-1:])}
			for _, f := range way[:len(way)-1] {
				l.From = append(l.From, argument.ID(f))
			}
			p.Links = append(p.Links, l)
		}
		m := build(t, p)
		s := scene.New(m, mono{}, stated{m})
		for i := range c.links {
			for j := range i {
				a, b := s.Link(p.Links[i].ID), s.Link(p.Links[j].ID)
				if a.Label.Overlaps(b.Label) {
					t.Errorf("%s: the labels of %s and %s overlap", c.name, c.links[j], c.links[i])
				}
				if d := nearest(a, b); d < c.apart {
					t.Errorf("%s: %s and %s come within %.0f units", c.name, c.links[j], c.links[i], d)
				}
			}
		}
	}
}

// nearest returns how near the trunk of a comes to b's anywhere.
func nearest(a, b *scene.Link) float64 {
	least := math.Inf(1)
	for _, c := range a.Curves[a.Trunk:] {
		for i := range 21 {
			p := c.At(float64(i) / 20)
			for _, o := range b.Curves[b.Trunk:] {
				if _, d := o.Nearest(p); d < least {
					least = d
				}
			}
		}
	}
	return least
}

func TestOneOfTwoLinksGoesBackToTheMiddleWhenAlone(t *testing.T) {
	p := argument.Parts{
		Info: argument.Info{ID: "m"}, Claims: []argument.Claim{claim("a", 0, 0), claim("b", 0, 200)},
		Links: []argument.Link{
			{ID: "l1", Kind: argument.Opposes, From: []argument.ID{"b"}, To: "a"},
			{ID: "l2", Kind: argument.Opposes, From: []argument.ID{"a"}, To: "b"},
		},
	}
	m := build(t, p)
	d := argument.NewDocument(m)
	s := scene.New(m, mono{}, stated{m})
	d.Observe(s.Apply)
	start := func() geom.Point { return s.Link("l1").Curves[0].A }
	if start().X == 100 {
		t.Fatal("of two links the first begins in the middle")
	}
	if err := d.Do("Delete", func(e *argument.Edit) error { e.Remove("l2"); return nil }); err != nil {
		t.Fatal(err)
	}
	if start() != geom.Pt(100, 200) {
		t.Errorf("alone it begins at %v, want the middle of its card, {100 200}", start())
	}
	d.Undo()
	if start().X == 100 {
		t.Error("with the other back it begins in the middle")
	}
}
