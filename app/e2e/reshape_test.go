//go:build e2e && linux

package e2e

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"warrant/app/e2e/report"
	"warrant/argument"
)

// What a link that is let go on nothing leads to is asked, and answered with
// a key; Escape leaves nothing behind.
func TestALinkLetGoOnNothingIsAskedAbout(t *testing.T) {
	path := small(t)
	w := at(t, path)
	x, y := w.state().Cards["c2"].Center()
	fromEdge(w, "c2", x, y+190)
	w.wait("the choice", func(s *report.State) bool { return s.Layers == 1 })
	w.keys("Escape")
	s := w.wait("no choice", func(s *report.State) bool { return s.Layers == 0 })
	if s.Claims != 3 || s.Modified || s.Undo != "" {
		t.Errorf("Escape left %d claims, modified %v, undo %q", s.Claims, s.Modified, s.Undo)
	}
	fromEdge(w, "c2", x, y+190)
	w.wait("the choice", func(s *report.State) bool { return s.Layers == 1 })
	w.keys("l")
	fresh(w, 4, "It holds a deer")
	w.keys("Return")
	w.wait("the text", func(s *report.State) bool { return s.Editing == "" && s.Undo == "Add linked premise" })
	fromEdge(w, "c3", x+250, y+190)
	w.wait("the choice", func(s *report.State) bool { return s.Layers == 1 })
	w.keys("2")
	fresh(w, 5, "It is not")
	w.keys("Return", "ctrl+s")
	w.wait("the save", func(s *report.State) bool { return !s.Modified && s.Editing == "" })
	m := read(t, path)
	if l := m.Link("l1"); len(l.From) != 2 || m.Claim(l.From[1]).Text != "It holds a deer" {
		t.Errorf("the link's premises are %v", l.From)
	}
	for l := range m.Incoming("c3") {
		if l.Kind != argument.Opposes || m.Claim(l.From[0]).Text != "It is not" {
			t.Errorf("c3 has %+v", l)
		}
	}
	if m.NumIncoming("c3") != 1 {
		t.Errorf("%d links bear on c3", m.NumIncoming("c3"))
	}
}

// A claim is inserted on a link, split where the caret is, and merged with
// another, by keys.
func TestClaimsAreReshapedByKeys(t *testing.T) {
	path := small(t)
	w := at(t, path)
	w.click(w.state().Labels["l1"].Center())
	w.wait("the link to be selected", func(s *report.State) bool { return slices.Equal(s.Selection, []string{"l1"}) })
	w.keys("ctrl+shift+i")
	fresh(w, 4, "It is not fit for carts")
	w.keys("Return")
	w.wait("the claim", func(s *report.State) bool { return s.Editing == "" && s.Links == 2 && s.Undo == "Insert claim on link" })

	w.click(w.state().Cards["c2"].Center())
	w.keys("F2")
	w.wait("the text to be open", func(s *report.State) bool { return s.Editing == "c2" })
	w.keys("ctrl+a")
	w.write("Its rail is loose and its planks are rotten")
	for range len("and its planks are rotten") {
		do(t, "key", "Left")
	}
	w.keys("ctrl+shift+m")
	s := w.wait("two claims", func(s *report.State) bool { return s.Claims == 5 && s.Editing == "" })
	part := ""
	for id, c := range s.Cards {
		if c.Text == "and its planks are rotten" {
			part = id
		}
	}
	if part == "" || s.Cards["c2"].Text != "Its rail is loose" {
		t.Fatalf("split into %q and %q", s.Cards["c2"].Text, s.Cards[part].Text)
	}
	w.click(s.Cards[part].Center())
	do(t, "keydown", "shift")
	w.click(s.Cards["c2"].Center())
	do(t, "keyup", "shift")
	w.wait("both to be selected", func(s *report.State) bool { return slices.Equal(s.Selection, []string{part, "c2"}) })
	w.keys("ctrl+m")
	w.wait("one claim", func(s *report.State) bool { return s.Claims == 4 && s.Undo == "Merge 2 claims" })
	w.keys("ctrl+s")
	w.wait("the save", func(s *report.State) bool { return !s.Modified })
	m := read(t, path)
	if got := m.Claim("c2"); got.Text != "Its rail is loose" || got.Note != "and its planks are rotten" {
		t.Errorf("the claim is %+v", got)
	}
	for l := range m.Outgoing("c2") {
		if m.Claim(l.To).Text != "It is not fit for carts" || l.Kind != argument.Supports || len(l.From) != 1 {
			t.Errorf("it bears by %+v", l)
		}
	}
}

// A card is made wider by its corner, and gets its usual width by a double
// click there.
func TestACardIsResized(t *testing.T) {
	path := small(t)
	w := at(t, path)
	c := w.state().Cards["c3"]
	x, y := c.X+c.W-4, c.Y+c.H-4
	w.drag(x, y, x+120, y+10)
	s := w.wait("a wider card", func(s *report.State) bool { return !s.Busy && s.Cards["c3"].W > c.W+80 })
	if s.Undo != "Resize claim" {
		t.Errorf("the step is called %q", s.Undo)
	}
	w.keys("ctrl+s")
	w.wait("the save", func(s *report.State) bool { return !s.Modified })
	if got := read(t, path).Claim("c3").Width; got != s.Cards["c3"].W {
		t.Errorf("the file says %v, the screen %v", got, s.Cards["c3"].W)
	}
	wide := s.Cards["c3"]
	w.doubleClick(wide.X+wide.W-4, wide.Y+wide.H-4)
	w.wait("the usual width", func(s *report.State) bool { return s.Cards["c3"].W == c.W && s.Editing == "" })
}

// A file dropped on a link is evidence there, by name; a text dropped on a
// card becomes what it says for and against it; a map is opened.
func TestFilesAreDropped(t *testing.T) {
	path := small(t)
	w := at(t, path)
	photo, text := filepath.Join(filepath.Dir(path), "rail 1.JPG"), filepath.Join(t.TempDir(), "more.txt")
	if err := os.WriteFile(text, []byte("+ It shakes\n- It was mended\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	drop := func(file string, x, y float64) {
		t.Helper()
		w.command(report.Command{Do: "drop", File: file, X: x, Y: y})
	}
	x, y := w.state().Labels["l1"].Center()
	drop(photo, x, y)
	w.wait("evidence", func(s *report.State) bool { return s.Evidence == 2 && s.Undo == "Attach file" })
	x, y = w.state().Cards["c2"].Center()
	drop(text, x, y)
	w.wait("claims", func(s *report.State) bool { return s.Claims == 5 && s.Undo == "Drop text" })
	drop(photo, w.state().Canvas.X+9, w.state().Canvas.Y+9)
	w.wait("a word", func(s *report.State) bool { return s.Said != "" && s.Evidence == 2 })
	w.keys("ctrl+s")
	w.wait("the save", func(s *report.State) bool { return !s.Modified })
	m := read(t, path)
	got := m.Link("l1").Evidence[1]
	if got.Kind != argument.Observation || got.Text != "rail 1.JPG" || got.URL != "rail%201.JPG" {
		t.Errorf("the evidence is %+v", got)
	}
	var said []string
	for l := range m.Incoming("c2") {
		said = append(said, string(l.Kind)+" "+m.Claim(l.From[0]).Text)
	}
	if want := []string{"supports It shakes", "opposes It was mended"}; !slices.Equal(said, want) {
		t.Errorf("c2 has %q, want %q", said, want)
	}
	other := example(t, "pro-and-con")
	drop(other, w.state().Canvas.X+9, w.state().Canvas.Y+9)
	w.wait("the other map", func(s *report.State) bool { return s.Path == other })
}
