//go:build e2e && linux

package e2e

import (
	"path/filepath"
	"slices"
	"testing"

	"warrant/app/e2e/report"
	"warrant/argument"
)

// fresh waits for the text of a new card to be open and writes it.
func fresh(w *window, claims int, text string) {
	w.t.Helper()
	w.wait("a new card", func(s *report.State) bool { return s.Claims == claims && s.Editing != "" })
	w.write(text)
}

func TestAMapIsGrownByKeysAlone(t *testing.T) {
	home := newHome(t)
	w := start(t, home)
	w.keys("ctrl+n")
	w.wait("an empty map", func(s *report.State) bool { return s.Claims == 0 })
	w.keys("Tab")
	fresh(w, 1, "Dogs should have the run of the park")
	w.keys("Tab") // from within the text: a reason for it
	fresh(w, 2, "They need to run")
	w.keys("Return")
	w.wait("the text to be taken", func(s *report.State) bool { return s.Editing == "" })
	w.keys("Return") // a second reason beside the first
	fresh(w, 3, "Their owners meet there")
	w.keys("Return")
	w.wait("the text to be taken", func(s *report.State) bool { return s.Editing == "" })
	w.keys("shift+Tab") // an objection to the second reason
	fresh(w, 4, "Owners look at their phones")
	w.keys("Return")
	w.wait("the text to be taken", func(s *report.State) bool { return s.Editing == "" })
	w.keys("Up") // from the objection to what it is about
	s := w.wait("the selection to walk up", func(s *report.State) bool {
		return len(s.Selection) == 1 && s.Cards[s.Selection[0]].Text == "Their owners meet there"
	})
	if s.Links != 3 {
		t.Errorf("there are %d links", s.Links)
	}
	if !s.Modified || s.Contention == "" {
		t.Errorf("modified %v, contention %q", s.Modified, s.Contention)
	}

	w.keys("ctrl+s")
	w.wait("the question for a name", func(s *report.State) bool { return s.Layers > 0 && find(s, "Save") != nil })
	w.keys("ctrl+a")
	w.write("park")
	w.keys("Return")
	path := filepath.Join(home, "park.json")
	w.wait("the save", func(s *report.State) bool { return !s.Modified && s.Path == path && s.Layers == 0 })

	m := read(t, path)
	texts := map[argument.ID]string{}
	for c := range m.Claims() {
		texts[c.ID] = c.Text
	}
	if got := texts[m.Info().Contention]; got != "Dogs should have the run of the park" {
		t.Errorf("the contention is %q", got)
	}
	var got []string
	for l := range m.Links() {
		got = append(got, texts[l.From[0]]+" "+string(l.Kind)+" "+texts[l.To])
	}
	want := []string{
		"They need to run supports Dogs should have the run of the park",
		"Their owners meet there supports Dogs should have the run of the park",
		"Owners look at their phones opposes Their owners meet there",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the file has the links\n%q, want\n%q", got, want)
	}
}

// What was typed into a new claim is not lost by Escape; an empty one goes.
func TestEscapeInANewClaim(t *testing.T) {
	w := start(t, newHome(t), small(t))
	s := w.wait("the map", func(s *report.State) bool { return len(s.Cards) == 3 })
	w.click(s.Cards["c2"].Center())
	w.keys("Tab")
	w.wait("the field of a new claim", func(s *report.State) bool { return s.Claims == 4 && s.Editing != "" })
	w.keys("Escape")
	w.wait("the empty claim to be gone", func(s *report.State) bool { return s.Claims == 3 && s.Undo == "" })
	w.click(s.Cards["c2"].Center())
	w.keys("Tab")
	w.wait("the field of a new claim", func(s *report.State) bool { return s.Claims == 4 && s.Editing != "" })
	w.write("It rattles")
	w.keys("Escape")
	w.wait("the claim to stay", func(s *report.State) bool {
		for _, c := range s.Cards {
			if c.Text == "It rattles" {
				return s.Editing == "" && s.Undo == "Add reason"
			}
		}
		return false
	})
}

func TestTextIsEditedInPlace(t *testing.T) {
	path := small(t)
	w := at(t, path)
	w.doubleClick(w.state().Cards["c2"].Center())
	w.wait("the text to be open", func(s *report.State) bool { return s.Editing == "c2" })
	w.keys("ctrl+a")
	w.write("Its rail hangs loose")
	w.keys("Return")
	w.wait("the text", func(s *report.State) bool { return s.Cards["c2"].Text == "Its rail hangs loose" && s.Editing == "" })
	w.keys("F2")
	w.wait("the text to be open", func(s *report.State) bool { return s.Editing == "c2" })
	w.write(" nonsense")
	w.keys("Escape")
	w.wait("Escape to leave the text as it was", func(s *report.State) bool {
		return s.Cards["c2"].Text == "Its rail hangs loose" && s.Editing == ""
	})
	w.keys("ctrl+s")
	w.wait("the save", func(s *report.State) bool { return !s.Modified })
	if got := read(t, path).Claim("c2").Text; got != "Its rail hangs loose" {
		t.Errorf("the file says %q", got)
	}
}

func TestDeleteAndTurnAndUndo(t *testing.T) {
	w := at(t, small(t))
	before := w.state().Credence
	w.click(w.state().Labels["l1"].Center())
	w.wait("the link to be selected", func(s *report.State) bool { return slices.Equal(s.Selection, []string{"l1"}) })
	w.keys("ctrl+t")
	w.wait("opposition to lower the contention", func(s *report.State) bool { return s.Credence < 0.5 })
	w.keys("ctrl+z")
	w.wait("the credence of before", func(s *report.State) bool { return s.Credence == before })
	w.keys("Delete")
	w.wait("the link to be gone", func(s *report.State) bool { return s.Links == 0 && s.Credence == 0.5 })
	w.keys("ctrl+z")
	w.wait("the link to be back, and selected", func(s *report.State) bool {
		return s.Links == 1 && slices.Equal(s.Selection, []string{"l1"}) && !s.Modified
	})
}
