//go:build e2e && linux

package e2e

import (
	"slices"
	"testing"

	"warrant/app/e2e/report"
)

func TestFindReplaceAllAndUndo(t *testing.T) {
	path := small(t)
	w := at(t, path)
	w.keys("ctrl+shift+f")
	w.wait("the panel", func(s *report.State) bool {
		f := find(s, "Find in the map")
		return f != nil && f.Focused
	})
	w.write("IS ")
	w.wait("what is found to be marked", func(s *report.State) bool {
		return says(s, "2 places") && s.Cards["c2"].Found && s.Cards["c3"].Found && !s.Cards["c1"].Found
	})
	w.keys("Return")
	w.wait("the first to be selected", func(s *report.State) bool { return slices.Equal(s.Selection, []string{"c2"}) && says(s, "1 of 2") })
	w.keys("Return")
	w.wait("the second to be selected", func(s *report.State) bool { return slices.Equal(s.Selection, []string{"c3"}) })
	w.click(find(w.state(), "Replace with").Center())
	w.write("was ")
	w.use("Replace all")
	s := w.wait("both to be replaced", func(s *report.State) bool {
		return s.Cards["c2"].Text == "Its rail was loose" && s.Cards["c3"].Text == "The ferry was slow"
	})
	if s.Undo != "Replace all" || s.Said != "2 places were replaced" {
		t.Errorf("the step is called %q, and it says %q", s.Undo, s.Said)
	}
	w.keys("Escape")
	w.wait("the panel to close", func(s *report.State) bool { return find(s, "Replace all") == nil && find(s, "was ") == nil })
	w.keys("ctrl+z")
	w.wait("one undo to take back all", func(s *report.State) bool {
		return s.Cards["c2"].Text == "Its rail is loose" && s.Cards["c3"].Text == "The ferry is slow" && !s.Modified
	})
}

// faint lists the cards in view that are put aside.
func faint(s *report.State) []string {
	var ids []string
	for id, c := range s.Cards {
		if c.Faint {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

func TestFocusPutsTheRestAside(t *testing.T) {
	w := at(t, small(t))
	w.click(w.state().Cards["c2"].Center())
	w.wait("the claim", func(s *report.State) bool { return slices.Equal(s.Selection, []string{"c2"}) })
	w.keys("ctrl+period")
	w.wait("the rest to fade", func(s *report.State) bool {
		return slices.Equal(faint(s), []string{"c3"}) && says(s, "Focus on “Its rail is loose” with 2 claims")
	})
	w.keys("Up")
	w.wait("walking on to change nothing", func(s *report.State) bool {
		return slices.Equal(s.Selection, []string{"c1"}) && slices.Equal(faint(s), []string{"c3"})
	})
	w.keys("Escape")
	s := w.wait("Escape to end it", func(s *report.State) bool { return len(faint(s)) == 0 })
	if !slices.Equal(s.Selection, []string{"c1"}) {
		t.Errorf("Escape took the selection, too: %v", s.Selection)
	}
}

func TestAFilterIsToldAndCleared(t *testing.T) {
	w := at(t, small(t))
	w.keys("ctrl+shift+l")
	w.wait("the questions", func(s *report.State) bool { return find(s, "Low confidence") != nil })
	w.use("Low confidence")
	w.wait("all to fade", func(s *report.State) bool {
		return len(faint(s)) == 3 && says(s, "0 of 3 claims: confidence below 50%")
	})
	w.click(find(w.state(), "50").Center())
	w.keys("ctrl+a")
	w.write("70")
	w.keys("Return")
	w.wait("one to stand out", func(s *report.State) bool {
		return slices.Equal(faint(s), []string{"c1", "c3"}) && says(s, "1 of 3 claims: confidence below 70%")
	})
	w.use("Select all")
	w.wait("it to be selected", func(s *report.State) bool { return slices.Equal(s.Selection, []string{"c2"}) })
	w.use("Clear")
	w.wait("nothing to be aside", func(s *report.State) bool {
		return len(faint(s)) == 0 && !says(s, "1 of 3 claims: confidence below 70%")
	})
}

func TestBackAndForward(t *testing.T) {
	w := at(t, small(t))
	for _, id := range []string{"c1", "c2", "c3"} {
		w.click(w.state().Cards[id].Center())
		do(t, "sleep", "0.8") // one is where one stays a while
	}
	for _, step := range []struct{ key, want string }{
		{"ctrl+bracketleft", "c2"}, {"ctrl+bracketleft", "c1"}, {"ctrl+bracketright", "c2"}, {"ctrl+bracketright", "c3"},
	} {
		w.keys(step.key)
		w.wait(step.key+" to lead to "+step.want, func(s *report.State) bool { return slices.Equal(s.Selection, []string{step.want}) })
	}
}
