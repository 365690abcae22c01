package scene_test

import (
	"reflect"
	"strings"
	"testing"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
	"warrant/canvas/shape"
)

func TestFade(t *testing.T) {
	keep := func(ids ...argument.ID) func(argument.ID) bool {
		set := make(map[argument.ID]bool)
		for _, id := range ids {
			set[id] = true
		}
		return func(id argument.ID) bool { return set[id] }
	}
	for _, c := range []struct {
		name  string
		keep  func(argument.ID) bool
		faint string // of the claims and links of small
	}{
		{"nothing fades", nil, ""},
		{"all fades", keep(), "c1 c2 c3 c4 c5 l1 l2 l3"},
		{"a claim and what it rests on", keep("c1", "c3", "c4", "l1"), "c2 c5 l2 l3"},
		{"a link stays with one of its ends", keep("c1", "l1", "l2"), "c2 c3 c4 c5 l3"},
		{"a link between faint ends is faint", keep("l1", "c5", "l3"), "c1 c2 c3 c4 l1 l2"},
		{"a link to a link that is faint", keep("l1", "l2", "l3"), "c1 c2 c3 c4 c5 l1 l2 l3"},
	} {
		m := small(t)
		s := scene.New(m, mono{}, stated{m})
		s.Fade(c.keep)
		var faint []string
		for _, id := range []argument.ID{"c1", "c2", "c3", "c4", "c5", "l1", "l2", "l3"} {
			if s.Faint(id) {
				faint = append(faint, string(id))
			}
		}
		if got := strings.Join(faint, " "); got != c.faint {
			t.Errorf("%s: %q is faint, want %q", c.name, got, c.faint)
		}
	}
}

func TestFadeAndMarksOutliveEdits(t *testing.T) {
	m := small(t)
	d := argument.NewDocument(m)
	s := scene.New(m, mono{}, stated{m})
	d.Observe(s.Apply)
	s.Fade(func(id argument.ID) bool { return id != "c2" && id != "new" })
	s.Mark(map[argument.ID]scene.Mark{"c2": scene.Changed, "l2": scene.Added})
	before, _ := s.Badge("c2")
	if err := d.Do("Edit", func(e *argument.Edit) error {
		if _, err := e.AddClaim(claim("new", 900, 900)); err != nil {
			return err
		}
		return e.UpdateClaim("c2", func(c *argument.Claim) { c.At.X -= 70 })
	}); err != nil {
		t.Fatal(err)
	}
	if !s.Faint("c2") || !s.Faint("new") || s.Faint("c1") {
		t.Error("after an edit other claims are faint than should be")
	}
	if after, _ := s.Badge("c2"); after != before.Move(geom.Pt(-70, 0)) {
		t.Errorf("the badge of a card moved by -70 went from %v to %v", box(before), box(after))
	}
	if s.MarkOf("l2") != scene.Added {
		t.Error("a link lost its mark")
	}
}

func TestFadeAndMarkAreTold(t *testing.T) {
	m := small(t)
	s := scene.New(m, mono{}, stated{m})
	told := 0
	s.OnRestyle(func() { told++ })
	for _, c := range []struct {
		name   string
		do     func()
		change bool
	}{
		{"fading ends that never began", func() { s.Fade(nil) }, false},
		{"fading", func() { s.Fade(func(argument.ID) bool { return true }) }, true},
		{"no more fading", func() { s.Fade(nil) }, true},
		{"no marks", func() { s.Mark(nil) }, false},
		{"marks", func() { s.Mark(map[argument.ID]scene.Mark{"c1": scene.Found}) }, true},
		{"no more marks", func() { s.Mark(nil) }, true},
	} {
		version, before := s.Version(), told
		c.do()
		if (told != before) != c.change || (s.Version() != version) != c.change {
			t.Errorf("%s: told %d times, version from %d to %d", c.name, told-before, version, s.Version())
		}
	}
}

func TestBadges(t *testing.T) {
	m := small(t)
	s := scene.New(m, mono{}, stated{m})
	plain := s.Shapes(s.Bounds())
	s.Mark(map[argument.ID]scene.Mark{
		"c1": scene.Added, "c2": scene.Gone, "l1": scene.Changed, "c3": scene.Found, "l2": scene.Found, "nobody": scene.Gone,
	})
	for id, want := range map[argument.ID]struct {
		word string
		fill palette.Role
		on   geom.Rect
	}{
		"c1": {"new", palette.Added, s.Card("c1").Rect},
		"c2": {"gone", palette.Gone, s.Card("c2").Rect},
		"l1": {"changed", palette.Changed, s.Link("l1").Label},
	} {
		at, shapes := s.Badge(id)
		if len(shapes) != 2 || shapes[0].(shape.Box).Fill != want.fill || shapes[1].(shape.Text).Line != want.word {
			t.Errorf("the badge of %s is %v, want %q in colour %d", id, shapes, want.word, want.fill)
		}
		if x := at.Center().X; at.Min.Y >= want.on.Min.Y || at.Max.Y <= want.on.Min.Y || x < want.on.Min.X || x > want.on.Max.X {
			t.Errorf("the badge of %s, %v, is not on the upper border of %v", id, box(at), box(want.on))
		}
	}
	for _, id := range []argument.ID{"c3", "l2"} {
		o, ok := s.Outline(id)
		if _, badge := s.Badge(id); !ok || badge != nil || o.Stroke != palette.Found {
			t.Errorf("%s was found and has no outline, or a badge besides", id)
		}
	}
	if _, ok := s.Outline("c1"); ok {
		t.Error("what is new is outlined as if it were found")
	}
	if got := len(s.MarkShapes(s.Bounds())); got != 3*2+2 {
		t.Errorf("%d shapes for three badges and two outlines", got)
	}
	if !reflect.DeepEqual(s.Shapes(s.Bounds()), plain) {
		t.Error("marks are in the drawing that files get")
	}
}
