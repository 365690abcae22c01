//go:build e2e && linux

package e2e

import (
	"image"
	"slices"
	"testing"

	"warrant/app/e2e/report"
	"warrant/argument"
	"warrant/argument/tour"
)

// differing counts the pixels in which two pictures differ.
func differing(a, b *image.RGBA) (n int) {
	if a.Rect != b.Rect {
		return len(a.Pix)
	}
	for i := 0; i+3 < len(a.Pix); i += 4 {
		if [3]byte(a.Pix[i:]) != [3]byte(b.Pix[i:]) {
			n++
		}
	}
	return n
}

// at waits until a step is presented, and all is in its place.
func (w *window) atStep(n int) *report.State {
	w.t.Helper()
	return w.wait("a step", func(s *report.State) bool { return s.Step == n && !s.Due })
}

// The map that comes with the program is presented step by step: each shows
// what it is about and hides what is yet to come; and Escape brings back the
// window to the pixel.
func TestPresentTheBundledMap(t *testing.T) {
	path := example(t, "turn-to-the-east")
	m := read(t, path)
	steps := slices.Collect(m.Steps())
	var plain []argument.Step
	for _, s := range steps {
		plain = append(plain, *s)
	}
	first := tour.First(m, plain)
	w := start(t, newHome(t), path)
	w.click(w.state().Cards["c2"].Center())
	w.wait("a selection", func(s *report.State) bool { return slices.Equal(s.Selection, []string{"c2"}) && !s.Due })
	do(t, "mousemove", "3", "400", "sleep", "1")
	before, picture := w.state(), w.shown()

	w.keys("F5")
	for i, step := range steps {
		s := w.atStep(i + 1)
		if s.Steps != len(steps) || s.Canvas.X != 0 || s.Canvas.Y != 0 {
			t.Fatalf("at step %d there are %d steps, and the canvas is at %v", i+1, s.Steps, s.Canvas)
		}
		for id, c := range s.Cards {
			switch k := first[argument.ID(id)]; {
			case k > i && c.Shows != 0:
				t.Errorf("step %d draws %s by %v, which comes at step %d", i+1, id, c.Shows, k+1)
			case k == i && c.Shows != 1:
				t.Errorf("step %d draws %s, which it brings in, by %v", i+1, id, c.Shows)
			}
		}
		for _, id := range step.Focus {
			if m.Claim(id) == nil {
				continue
			}
			c, there := s.Cards[string(id)]
			if !there || c.Shows != 1 || c.X < 0 || c.Y < 0 || c.X+c.W > s.Canvas.W || c.Y+c.H > s.Canvas.H {
				t.Errorf("step %d is about %s, which is drawn by %v at %v", i+1, id, c.Shows, c.Rect)
			}
		}
		if i+1 < len(steps) {
			w.keys([]string{"Right", "Page_Down", "space"}[i%3])
		}
	}

	w.keys("6", "Return")
	s := w.atStep(6)
	x, y := s.Labels["l1"].Center()
	w.drag(x, y, x-120, y)
	s = w.wait("an answer", func(s *report.State) bool { return s.Answer != "" && s.Labels["l1"].Text != "+ 75%" })
	if c := s.Cards["c1"]; c.Credence != 0 && c.Credence >= before.Cards["c1"].Credence {
		t.Errorf("with less of a reason the contention is believed by %v, before by %v", c.Credence, before.Cards["c1"].Credence)
	}
	w.keys("b")
	w.wait("a blank screen", func(*report.State) bool {
		p := w.shown()
		return differing(p, image.NewRGBA(p.Rect)) < 600 // a pointer is there
	})
	w.keys("b", "Left")
	w.atStep(5)
	w.click(40, 120)
	w.atStep(6)
	w.keys("Escape")
	after := w.wait("the window", func(s *report.State) bool { return s.Step == 0 && s.View == before.View && !s.Due })
	if after.Modified || after.Undo != "" || !slices.Equal(after.Selection, before.Selection) || after.Tab != before.Tab {
		t.Errorf("after the presentation: modified %v, undo %q, selected %v", after.Modified, after.Undo, after.Selection)
	}
	do(t, "mousemove", "3", "400", "sleep", "1")
	if n := differing(picture, w.shown()); n > 0 {
		t.Errorf("after the presentation %d pixels are other than before", n)
	}
}

// A map without steps gets a tour, which one undo takes back; its steps are
// dragged to another order and presented from there.
func TestStepsByHand(t *testing.T) {
	path := small(t)
	w := at(t, path)
	w.keys("ctrl+F5")
	w.use("Suggest")
	w.wait("a tour", func(s *report.State) bool { return s.Undo == "Suggest steps" && says(s, "The whole map") })
	w.keys("ctrl+z")
	w.wait("no tour", func(s *report.State) bool { return s.Undo == "" && says(s, "No steps yet") })

	for _, id := range []string{"c2", "c3"} {
		w.click(w.state().Cards[id].Center())
		w.wait("the claim", func(s *report.State) bool { return slices.Equal(s.Selection, []string{id}) })
		w.use("+ Step")
		w.wait("the step", func(s *report.State) bool { return s.Undo == "Add step" })
		w.keys("Escape")
	}
	row := func(s *report.State, text string) report.Rect {
		for _, v := range s.Widgets {
			if v.Kind == "text" && v.Text == text && v.X < 280 && v.Y < 300 {
				return v.Rect
			}
		}
		return report.Rect{}
	}
	s := w.wait("two rows", func(s *report.State) bool {
		return !row(s, "The ferry is slow").Empty() && !row(s, "Its rail is loose").Empty()
	})
	from, to := row(s, "Its rail is loose"), row(s, "The ferry is slow")
	x, y := from.Center()
	w.drag(x, y, x, to.Y+to.H+6)
	w.wait("the other order", func(s *report.State) bool {
		return s.Undo == "Move step" && row(s, "Its rail is loose").Y > row(s, "The ferry is slow").Y
	})
	w.keys("ctrl+s")
	w.wait("the save", func(s *report.State) bool { return !s.Modified })
	var order []argument.ID
	for s := range read(t, path).Steps() {
		order = append(order, s.Focus...)
	}
	if !slices.Equal(order, []argument.ID{"c3", "c2"}) {
		t.Errorf("the file has the order %v", order)
	}
	w.click(row(w.state(), "Its rail is loose").Center()) // the list has the keys, and undo is undo
	w.keys("ctrl+z")
	w.wait("the order before", func(s *report.State) bool {
		return s.Redo == "Move step" && row(s, "Its rail is loose").Y < row(s, "The ferry is slow").Y
	})
	w.keys("ctrl+shift+z")
	w.wait("the other order again", func(s *report.State) bool { return s.Undo == "Move step" && s.Redo == "" && !s.Modified })
	w.keys("shift+F5")
	w.atStep(2) // the one that was dragged is chosen
	w.keys("Home")
	w.atStep(1)
	w.keys("Escape")
	w.wait("the window", func(s *report.State) bool { return s.Step == 0 && says(s, "2 steps") })
}
