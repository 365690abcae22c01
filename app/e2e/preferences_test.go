//go:build e2e && linux

package e2e

import (
	"testing"

	"warrant/app/e2e/report"
)

// focused is the control that has the keys.
func focused(s *report.State) *report.Widget {
	for i := range s.Widgets {
		if s.Widgets[i].Focused && s.Widgets[i].Layer == s.Layers {
			return &s.Widgets[i]
		}
	}
	return nil
}

func TestAKeyIsChangedAndUsed(t *testing.T) {
	home := newHome(t)
	path := small(t)
	w := start(t, home, path)
	w.keys("ctrl+comma")
	w.use("Keys")
	w.use("Commands or keys…")
	w.write("duplicate")
	w.wait("the command", func(s *report.State) bool { return says(s, "Duplicate: Ctrl+D") })
	w.keys("Tab", "Return")
	w.wait("the question for a key", func(s *report.State) bool { return says(s, "Press the new key of “Duplicate”") })
	w.keys("ctrl+s") // not saved, but asked about
	w.wait("the conflict", func(s *report.State) bool { return says(s, "Ctrl+S is “Save”.") })
	w.use("Another Key…")
	w.wait("the question for a key", func(s *report.State) bool { return says(s, "Press the new key") })
	w.keys("ctrl+j")
	w.wait("the key", func(s *report.State) bool { return says(s, "Duplicate: Ctrl+J") })
	w.keys("Escape")
	s := w.wait("the dialog to close", func(s *report.State) bool { return s.Layers == 0 })

	w.click(s.Cards["c2"].Center())
	w.wait("the claim to be selected", func(s *report.State) bool { return len(s.Selection) == 1 })
	w.keys("ctrl+j")
	w.wait("a claim more", func(s *report.State) bool { return s.Claims == 4 })
	w.keys("ctrl+d") // is nothing now
	w.keys("ctrl+z")
	w.wait("the three claims", func(s *report.State) bool { return s.Claims == 3 })

	w.keys("ctrl+q")
	if code := w.gone(); code != 0 {
		t.Fatalf("it ended with %d", code)
	}
	w = start(t, home, path)
	w.click(w.state().Cards["c2"].Center())
	w.wait("the claim to be selected", func(s *report.State) bool { return len(s.Selection) == 1 })
	w.keys("ctrl+j")
	w.wait("the key to be known at the next start", func(s *report.State) bool { return s.Claims == 4 })
}

func TestKeysGoFromPartToPart(t *testing.T) {
	w := at(t, small(t))
	in := func(what string, is func(s *report.State, v *report.Widget) bool) {
		t.Helper()
		w.wait("the keys to be in "+what, func(s *report.State) bool { v := focused(s); return v != nil && is(s, v) })
	}
	left := func(s *report.State, v *report.Widget) bool { return v.X+v.W <= s.Canvas.X }
	right := func(s *report.State, v *report.Widget) bool { return v.X >= s.Canvas.X+s.Canvas.W }
	above := func(s *report.State, v *report.Widget) bool { return v.Y+v.H <= s.Canvas.Y }
	below := func(s *report.State, v *report.Widget) bool { return v.Y >= s.Canvas.Y+s.Canvas.H }

	w.keys("F6")
	in("the inspector", right)
	w.keys("F6")
	in("the foot", below)
	w.keys("F6")
	in("the header", above)
	w.keys("ctrl+f", "ctrl+F6") // also out of a field
	in("the left panel", left)
	w.keys("F6", "c")
	w.wait("the canvas to hear keys", func(s *report.State) bool { return s.Mode == "claim" })
	w.keys("Escape", "shift+F6")
	in("the left panel", left)
	claims := w.state().Claims
	w.keys("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
	w.keys("Escape", "v")
	if s := w.wait("Escape to lead to the canvas", func(s *report.State) bool { return s.Mode == "select" }); s.Claims != claims {
		t.Errorf("Tab, on its way through the window, has made %d claims", s.Claims-claims)
	}
}
