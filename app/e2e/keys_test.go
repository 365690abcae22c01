//go:build e2e && linux

package e2e

import (
	"path/filepath"
	"slices"
	"strings"
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

// taken presses Enter to end a text, and waits for it to be the card's.
func taken(w *window) {
	w.t.Helper()
	w.keys("Return")
	w.wait("the text to be taken", func(s *report.State) bool { return s.Editing == "" })
}

// Ten claims in all the roles there are, without the pointer, saved under a
// name that is typed.
func TestAMapIsGrownByKeysAlone(t *testing.T) {
	home := newHome(t)
	w := start(t, home)
	w.keys("ctrl+n")
	w.wait("an empty map", func(s *report.State) bool { return s.Claims == 0 && !s.Start })
	w.keys("Tab")
	fresh(w, 1, "Dogs should have the run of the park")
	w.keys("Tab") // from within the text: a reason for it
	fresh(w, 2, "They need to run")
	taken(w)
	w.keys("Return") // a second reason beside the first
	fresh(w, 3, "Their owners meet there")
	taken(w)
	w.keys("shift+Return") // which needs another premise
	fresh(w, 4, "Meeting is good for people")
	w.keys("shift+Tab") // from within the text: an objection to that
	fresh(w, 5, "Owners look at their phones")
	w.keys("Tab")
	fresh(w, 6, "Nine of ten did on Sunday")
	taken(w)
	w.keys("shift+Up") // onto the link, to say that the step does not hold
	w.wait("a link to be selected", func(s *report.State) bool { return len(s.Selection) == 1 && s.Cards[s.Selection[0]].Text == "" })
	w.keys("shift+Tab")
	fresh(w, 7, "It rained on Sunday")
	taken(w)
	w.keys("shift+Up", "Tab") // and onto that link, to say that it does undercut
	fresh(w, 8, "Rain keeps talkers at home")
	taken(w)
	w.keys("Return") // one more of the same
	fresh(w, 9, "Only those who must go out in rain")
	taken(w)
	w.keys("ctrl+p")
	w.wait("the question where to go", func(s *report.State) bool { return s.Layers == 1 })
	w.write("need run")
	w.keys("Return")
	w.wait("the claim", func(s *report.State) bool {
		return s.Layers == 0 && len(s.Selection) == 1 && s.Cards[s.Selection[0]].Text == "They need to run"
	})
	w.keys("shift+Tab")
	fresh(w, 10, "They can run on the beach")
	taken(w)
	w.keys("Up") // from the objection to what it is about
	s := w.wait("the selection to walk up", func(s *report.State) bool {
		return len(s.Selection) == 1 && s.Cards[s.Selection[0]].Text == "They need to run"
	})
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
		from := make([]string, len(l.From))
		for i, f := range l.From {
			from[i] = texts[f]
		}
		to := texts[l.To]
		if on := m.Link(l.To); on != nil {
			to = "that " + texts[on.From[0]]
		}
		got = append(got, strings.Join(from, " and ")+" "+string(l.Kind)+" "+to)
	}
	want := []string{
		"They need to run supports Dogs should have the run of the park",
		"Their owners meet there and Meeting is good for people supports Dogs should have the run of the park",
		"Owners look at their phones opposes Meeting is good for people",
		"Nine of ten did on Sunday supports Owners look at their phones",
		"It rained on Sunday opposes that Nine of ten did on Sunday",
		"Rain keeps talkers at home supports that It rained on Sunday",
		"Only those who must go out in rain supports that It rained on Sunday",
		"They can run on the beach opposes They need to run",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the file has the links\n%q, want\n%q", got, want)
	}
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
