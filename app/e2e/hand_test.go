//go:build e2e && linux

package e2e

import (
	"math"
	"slices"
	"testing"

	"warrant/app/e2e/report"
	"warrant/argument"
)

// at opens a map file and shows it at its own size, all of it in view.
func at(t *testing.T, path string) *window {
	t.Helper()
	w := start(t, newHome(t), path)
	w.wait("the cards", func(s *report.State) bool { return s.View.Zoom == 1 && len(s.Cards) > 0 })
	return w
}

// world returns where a card is in the map, as far as the screen tells.
func world(s *report.State, id string) argument.Point {
	c := s.Cards[id]
	return argument.Point{X: (c.X-s.Canvas.X)/s.View.Zoom + s.View.X, Y: (c.Y-s.Canvas.Y)/s.View.Zoom + s.View.Y}
}

func near(a, b argument.Point, within float64) bool {
	return math.Hypot(a.X-b.X, a.Y-b.Y) <= within
}

func TestACardIsDragged(t *testing.T) {
	path := small(t)
	w := at(t, path)
	s := w.state()
	before := world(s, "c3")
	x, y := s.Cards["c3"].Center()
	w.drag(x, y, x+93, y+61)
	s = w.wait("the card to have moved", func(s *report.State) bool { return s.Undo == "Move claim" && !s.Busy })
	after := world(s, "c3")
	if want := (argument.Point{X: before.X + 93, Y: before.Y + 61}); !near(after, want, 7) { // it may have snapped
		t.Errorf("the card is at %v, dragged to %v", after, want)
	}
	if !s.Modified {
		t.Error("the map counts as saved")
	}
	w.keys("ctrl+s")
	w.wait("the save", func(s *report.State) bool { return !s.Modified })
	if got := read(t, path).Claim("c3").At; !near(got, after, 0.01) {
		t.Errorf("the file has the card at %v, the screen at %v", got, after)
	}
	w.keys("ctrl+z")
	s = w.wait("undo", func(s *report.State) bool { return s.Redo == "Move claim" })
	if got := world(s, "c3"); !near(got, before, 0.01) {
		t.Errorf("undone, the card is at %v and was at %v", got, before)
	}
	w.keys("ctrl+shift+z")
	s = w.wait("redo", func(s *report.State) bool { return s.Redo == "" && s.Undo == "Move claim" })
	if got := world(s, "c3"); !near(got, after, 0.01) {
		t.Errorf("redone, the card is at %v and was at %v", got, after)
	}
	if s.Modified {
		t.Error("back at what was saved, the map counts as changed")
	}
}

func TestEscapePutsADraggedCardBack(t *testing.T) {
	w := at(t, small(t))
	s := w.state()
	before := world(s, "c3")
	x, y := s.Cards["c3"].Center()
	w.press(x, y, x+120, y+50)
	w.wait("the drag", func(s *report.State) bool { return s.Busy && !near(world(s, "c3"), before, 50) })
	w.keys("Escape")
	w.wait("the card to be back", func(s *report.State) bool { return !s.Busy && near(world(s, "c3"), before, 0.01) })
	w.release()
	s = w.wait("rest", func(s *report.State) bool { return !s.Busy })
	if s.Undo != "" || s.Modified || !near(world(s, "c3"), before, 0.01) {
		t.Errorf("after Escape and release: undo %q, modified %v, card at %v", s.Undo, s.Modified, world(s, "c3"))
	}
}

// fromEdge drags from the lower edge of a card to a place.
func fromEdge(w *window, id string, x, y float64) {
	w.t.Helper()
	c := w.state().Cards[id]
	cx, _ := c.Center()
	w.drag(cx+40, c.Y+c.H-1, x, y)
}

func TestALinkIsDrawnByHand(t *testing.T) {
	path := small(t)
	w := at(t, path)
	x, y := w.state().Cards["c1"].Center()
	fromEdge(w, "c3", x+30, y)
	s := w.wait("the link", func(s *report.State) bool { return s.Links == 2 })
	if s.Undo != "Link as reason" {
		t.Errorf("the step is called %q", s.Undo)
	}
	w.keys("ctrl+s")
	w.wait("the save", func(s *report.State) bool { return !s.Modified })
	if !slices.ContainsFunc(links(t, path), func(l argument.Link) bool {
		return l.Kind == argument.Supports && l.To == "c1" && slices.Equal(l.From, []argument.ID{"c3"})
	}) {
		t.Errorf("the file has the links %+v", links(t, path))
	}
}

func TestALinkIsUndercutByHand(t *testing.T) {
	path := small(t)
	w := at(t, path)
	before := w.state().Credence
	x, y := w.state().Labels["l1"].Center()
	fromEdge(w, "c3", x, y)
	s := w.wait("the link", func(s *report.State) bool { return s.Links == 2 })
	if s.Undo != "Undercut link" {
		t.Errorf("the step is called %q", s.Undo)
	}
	if s.Credence >= before {
		t.Errorf("undercut, the contention's credence went from %v to %v", before, s.Credence)
	}
	w.keys("ctrl+s")
	w.wait("the save", func(s *report.State) bool { return !s.Modified })
	if !slices.ContainsFunc(links(t, path), func(l argument.Link) bool {
		return l.Kind == argument.Opposes && l.To == "l1" && slices.Equal(l.From, []argument.ID{"c3"})
	}) {
		t.Errorf("the file has the links %+v", links(t, path))
	}
}

func TestALinkedClaimIsMadeInEmptySpace(t *testing.T) {
	path := small(t)
	w := at(t, path)
	s := w.state()
	c := s.Cards["c3"]
	x, y := c.Center()
	fromEdge(w, "c3", x, y+190)
	w.wait("the choice", func(s *report.State) bool { return s.Layers == 1 })
	w.keys("Return") // a reason is what one usually wants
	w.wait("the new card's text to be open", func(s *report.State) bool { return s.Editing != "" && s.Claims == 4 })
	w.write("It takes an hour")
	w.keys("Return")
	w.wait("the text", func(s *report.State) bool { return s.Editing == "" && s.Modified })
	w.keys("ctrl+s")
	w.wait("the save", func(s *report.State) bool { return !s.Modified })
	m := read(t, path)
	found := false
	for l := range m.Links() {
		if l.To == "c3" && m.Claim(l.From[0]).Text == "It takes an hour" {
			found = true
		}
	}
	if !found {
		t.Errorf("the file has no such reason: %+v", links(t, path))
	}
	w.keys("ctrl+z")
	w.wait("one undo to take back claim, link and text", func(s *report.State) bool { return s.Claims == 3 && s.Links == 1 })
}

func TestACardIsDroppedOnALinkToJoinIt(t *testing.T) {
	path := small(t)
	w := at(t, path)
	s := w.state()
	x, y := s.Cards["c3"].Center()
	toX, toY := s.Labels["l1"].Center()
	w.drag(x, y, toX, toY)
	w.wait("the linked premise", func(s *report.State) bool { return s.Undo == "Add linked premise" })
	w.keys("ctrl+s")
	w.wait("the save", func(s *report.State) bool { return !s.Modified })
	if got := links(t, path)[0].From; !slices.Equal(got, []argument.ID{"c2", "c3"}) {
		t.Errorf("the premises are %v", got)
	}
}

// links returns the links in a file.
func links(t *testing.T, path string) []argument.Link {
	t.Helper()
	var all []argument.Link
	for l := range read(t, path).Links() {
		all = append(all, *l)
	}
	return all
}

// The pages of a small map fit without scrolling, and one that was not shown
// before is not known to the toolkit: it has to be told to draw.
func TestTheInspectorTurnsInASmallMap(t *testing.T) {
	for _, id := range []string{"c2", "l1"} {
		t.Run(id, func(t *testing.T) {
			m, err := argument.Build(argument.Parts{
				Info: argument.Info{ID: "two", Title: "Two", Contention: "c1"},
				Claims: []argument.Claim{
					{ID: "c1", Text: "The bridge is safe", Placed: true},
					{ID: "c2", Text: "Its rail is loose", At: argument.Point{Y: 172}, Placed: true},
				},
				Links: []argument.Link{{ID: "l1", Kind: argument.Opposes, From: []argument.ID{"c2"}, To: "c1"}},
			})
			if err != nil {
				t.Fatal(err)
			}
			w := at(t, save(t, m, "two.json"))
			s := w.wait("the map's page", func(s *report.State) bool { return says(s, "Evaluation") })
			if id == "l1" {
				w.click(s.Labels[id].Center())
			} else {
				w.click(s.Cards[id].Center())
			}
			w.wait("its page", func(s *report.State) bool { return !says(s, "Evaluation") })
		})
	}
}
