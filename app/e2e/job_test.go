//go:build e2e && linux

package e2e

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"warrant/app/e2e/report"
	"warrant/argument"
)

// The main job: open the article's argument, drag it, weigh a link, put
// evidence on it, undo and redo, save it, and find it again just so.
func TestTheMainJob(t *testing.T) {
	path := example(t, "turn-to-the-east")
	before := read(t, path).Parts()
	home := newHome(t)
	w := start(t, home, path)
	s := w.wait("the map", func(s *report.State) bool { return s.Claims == len(before.Claims) && len(s.Cards) > 3 })

	// Drag the contention.
	x, y := s.Cards["c1"].Center()
	was := world(s, "c1")
	w.drag(x, y, x-47, y+17)
	s = w.wait("the card to have moved", func(s *report.State) bool { return !s.Busy && !near(world(s, "c1"), was, 20) })
	moved := world(s, "c1")

	// Weigh a link: with the pointer, then exactly.
	const link = "l1"
	w.click(s.Labels[link].Center())
	s = w.wait("the inspector of the link", func(s *report.State) bool {
		return slices.Equal(s.Selection, []string{link}) && slider(s, "Confidence") != nil && slider(s, "Confidence").Value == 0.75
	})
	credence := s.Credence
	r := slider(s, "Confidence").Rect
	w.drag(r.X+0.75*r.W, r.Y+r.H/2, r.X+0.30*r.W, r.Y+r.H/2)
	s = w.wait("the label to follow the slider", func(s *report.State) bool { return s.Labels[link].Text == "+ 30%" })
	if s.Credence >= credence {
		t.Errorf("with less confidence in a supporting link the contention went from %v to %v", credence, s.Credence)
	}
	w.keys("Right", "Right")
	w.wait("the keys to move the slider", func(s *report.State) bool { return s.Labels[link].Text == "+ 32%" })
	exact := w.wait("the field", func(s *report.State) bool { return field(s, "unset", "32") != nil })
	w.click(field(exact, "unset", "32").Center())
	w.keys("ctrl+a")
	w.write("41.5")
	w.keys("Return")
	w.wait("the exact number", func(s *report.State) bool { return s.Labels[link].Text == "+ 42%" && s.Modified })

	// Put evidence on it.
	w.use("+ Add")
	w.wait("a field for the evidence", func(s *report.State) bool {
		v := find(s, "What it says")
		return v != nil && v.Focused && s.Evidence == evidence(before)+1
	})
	w.write("Two summits in one spring")
	w.use("For the step") // turns it round
	w.wait("evidence against the step", func(s *report.State) bool { return find(s, "Against it") != nil })

	// Undo and redo.
	s = w.state()
	last := s.Undo
	w.click(blank(s))
	w.keys("ctrl+z")
	w.wait("undo of "+last, func(s *report.State) bool { return s.Redo == last })
	w.keys("ctrl+shift+z")
	w.wait("redo of "+last, func(s *report.State) bool { return s.Undo == last && s.Redo == "" })

	// Save, and read what the file says.
	w.keys("ctrl+s")
	w.wait("the save", func(s *report.State) bool { return !s.Modified && s.File == "turn-to-the-east.json · saved" })
	want := before
	want.Claims, want.Links = slices.Clone(before.Claims), slices.Clone(before.Links)
	c := slices.IndexFunc(want.Claims, func(c argument.Claim) bool { return c.ID == "c1" })
	want.Claims[c].At = argument.Point{X: math.Round(moved.X), Y: math.Round(moved.Y)}
	l := slices.IndexFunc(want.Links, func(l argument.Link) bool { return l.ID == link })
	want.Links[l].Confidence = argument.Stated(0.415)
	got := read(t, path).Parts()
	added := got.Links[l].Evidence[len(got.Links[l].Evidence)-1]
	if added.Text != "Two summits in one spring" || added.Stance != argument.Against || added.ID == "" {
		t.Errorf("the file has the evidence %+v", added)
	}
	want.Links[l].Evidence = append(slices.Clone(want.Links[l].Evidence), added)
	if !reflect.DeepEqual(got, want) {
		differ(t, got, want)
	}

	// Close, open again.
	w.keys("ctrl+q")
	if code := w.gone(); code != 0 {
		t.Errorf("the program ended with %d", code)
	}
	w = start(t, home, path)
	s = w.wait("the map as it was saved", func(s *report.State) bool { return s.Labels[link].Text == "+ 42%" })
	if p := world(s, "c1"); !near(p, want.Claims[c].At, 0.01) {
		t.Errorf("opened again, the card is at %v, saved at %v", p, want.Claims[c].At)
	}
	if s.Evidence != evidence(before)+1 || s.Modified {
		t.Errorf("opened again: %d pieces of evidence, modified %v", s.Evidence, s.Modified)
	}
}

func differ(t *testing.T, got, want argument.Parts) {
	t.Helper()
	for i := range min(len(got.Claims), len(want.Claims)) {
		if !reflect.DeepEqual(got.Claims[i], want.Claims[i]) {
			t.Errorf("claim in the file: %+v\nwant: %+v", got.Claims[i], want.Claims[i])
		}
	}
	for i := range min(len(got.Links), len(want.Links)) {
		if !reflect.DeepEqual(got.Links[i], want.Links[i]) {
			t.Errorf("link in the file: %+v\nwant: %+v", got.Links[i], want.Links[i])
		}
	}
	t.Errorf("the file has %d claims and %d links, want %d and %d", len(got.Claims), len(got.Links), len(want.Claims), len(want.Links))
}

func evidence(p argument.Parts) int {
	n := 0
	for _, l := range p.Links {
		n += len(l.Evidence)
	}
	return n
}

// slider returns the slider that sets something.
func slider(s *report.State, name string) *report.Widget {
	for i := range s.Widgets {
		if v := &s.Widgets[i]; v.Kind == "panel.slider" && v.Text == name {
			return v
		}
	}
	return nil
}

// field returns the field with a hint that holds a text.
func field(s *report.State, hint, text string) *report.Widget {
	for i := range s.Widgets {
		if v := &s.Widgets[i]; v.Hint == hint && v.Text == text {
			return v
		}
	}
	return nil
}

// blank returns a place on the canvas where no card, label or link is likely
// to be: the upper left corner.
func blank(s *report.State) (x, y float64) { return s.Canvas.X + 6, s.Canvas.Y + 6 }

// The outline and the canvas are two views of one selection.
func TestOutlineAndCanvasAreInStep(t *testing.T) {
	w := at(t, small(t))
	w.use("Outline")
	s := w.wait("the claim in the outline", func(s *report.State) bool { return row(s, "Its rail is loose") != nil })
	w.click(row(s, "Its rail is loose").Center())
	w.wait("its card to be selected", func(s *report.State) bool { return slices.Contains(s.Selection, "c2") })
	w.doubleClick(s.Cards["c3"].Center())
	w.wait("the text to be open", func(s *report.State) bool { return s.Editing == "c3" })
	w.keys("ctrl+a")
	w.write("The ferry is late")
	w.keys("Return")
	w.wait("the outline to follow", func(s *report.State) bool { return row(s, "The ferry is late") != nil })
}

// row returns the row of the left panel with a text.
func row(s *report.State, text string) *report.Widget {
	for i := range s.Widgets {
		if v := &s.Widgets[i]; v.X < s.Canvas.X && v.Text == text {
			return v
		}
	}
	return nil
}
