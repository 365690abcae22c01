//go:build e2e && linux

package e2e

import (
	"strings"
	"testing"

	"warrant/app/e2e/report"
	"warrant/argument"
)

// Words of a source are dragged over, and the claim that is selected is
// anchored there.
func TestAClaimIsAnchoredInItsSource(t *testing.T) {
	m, err := argument.Build(argument.Parts{
		Info:    argument.Info{ID: "notes", Title: "Notes", Contention: "c1"},
		Sources: []argument.Source{{ID: "s1", Title: "Notes of the council", Text: "The rail is loose.\n\nThe deck is sound."}},
		Claims:  []argument.Claim{{ID: "c1", Text: "The bridge is safe", Placed: true}},
	})
	if err != nil {
		t.Fatal(err)
	}
	path := save(t, m, "notes.json")
	w := at(t, path)
	s := w.state()
	w.click(s.Cards["c1"].Center())
	line := func(s *report.State) *report.Widget {
		for i := range s.Widgets {
			if v := &s.Widgets[i]; strings.HasPrefix(v.Text, "The deck") && strings.HasSuffix(v.Kind, "sourceRow") {
				return v
			}
		}
		return nil
	}
	s = w.wait("the text of the source", func(s *report.State) bool { return line(s) != nil && len(s.Selection) == 1 })
	row := line(s)
	_, y := row.Center()
	w.drag(row.X+44, y, row.X+row.W-30, y)
	w.use("Anchor the claim here")
	w.wait("the anchor", func(s *report.State) bool { return s.Undo == "Anchor claim" && find(s, "Remove this passage") != nil })
	w.keys("ctrl+s")
	w.wait("the save", func(s *report.State) bool { return !s.Modified })
	ps := read(t, path).Claim("c1").Passages
	if len(ps) != 1 || ps[0].Start != 20 || ps[0].End != 38 || ps[0].Paragraph != 2 || len(ps[0].Digest) != 16 {
		t.Errorf("the claim has the passages %+v, want the second sentence", ps)
	}
}
