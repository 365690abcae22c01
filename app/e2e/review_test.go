//go:build e2e && linux

package e2e

import (
	"slices"
	"strings"
	"testing"

	"warrant/app/e2e/report"
	"warrant/argument"
)

// The foot tells that there is something to remark on and leads to the review.
// There a remark leads to its claims, a press mends it, undo takes that back,
// and one that is passed over stays so in the file.
func TestAMapIsReviewed(t *testing.T) {
	stated := argument.Stated(.1) // little hangs on each
	m, err := argument.Build(argument.Parts{
		Info: argument.Info{ID: "soup", Title: "Soup", Contention: "c1"},
		Claims: []argument.Claim{
			{ID: "c1", Text: "We should have soup", Placed: true},
			{ID: "c2", Text: "It is cold today", At: argument.Point{X: 0, Y: 220}, Placed: true},
			{ID: "c3", Text: "Who would eat it?", At: argument.Point{X: 260, Y: 220}, Placed: true},
			{ID: "c4", Text: "It is cold today", At: argument.Point{X: 520, Y: 220}, Placed: true},
		},
		Links: []argument.Link{
			{ID: "l1", Kind: argument.Supports, From: []argument.ID{"c2"}, To: "c1", Confidence: stated},
			{ID: "l2", Kind: argument.Opposes, From: []argument.ID{"c3"}, To: "c1", Confidence: stated},
			{ID: "l3", Kind: argument.Supports, From: []argument.ID{"c4"}, To: "c1", Confidence: stated},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	path := save(t, m, "soup.json")
	w := at(t, path)
	w.use("5 remarks — show")
	w.wait("the remarks", func(s *report.State) bool {
		return says(s, "1 fault · 1 weakness · 3 hints") && s.Cards["c2"].Remarked && s.Cards["c3"].Remarked && !s.Cards["c1"].Remarked
	})
	w.keys("Down")
	w.wait("the question to be selected", func(s *report.State) bool { return slices.Equal(s.Selection, []string{"c3"}) })
	w.keys("Up")
	w.wait("the two claims to be selected", func(s *report.State) bool { return slices.Equal(s.Selection, []string{"c2", "c4"}) })

	w.use("Merge them")
	w.wait("one claim of the two", func(s *report.State) bool {
		return s.Claims == 3 && s.Undo == "Merge claims" && says(s, "1 weakness · 2 hints")
	})
	w.keys("ctrl+z")
	w.wait("undo", func(s *report.State) bool { return s.Claims == 4 && says(s, "1 fault · 1 weakness · 3 hints") })

	row := func(s *report.State) *report.Widget {
		for i := range s.Widgets {
			if v := &s.Widgets[i]; strings.HasSuffix(v.Kind, "reviewRow") && strings.HasPrefix(v.Text, "A question is neither") {
				return v
			}
		}
		return nil
	}
	s := w.wait("the row of the question", func(s *report.State) bool { return row(s) != nil })
	w.click(row(s).Center())
	w.use("Pass over")
	w.wait("the question to be passed over", func(s *report.State) bool {
		return row(s) == nil && says(s, "1 fault · 3 hints") && s.Undo == "Pass over a remark"
	})
	w.keys("ctrl+s")
	w.wait("the save", func(s *report.State) bool { return !s.Modified })
	if d := read(t, path).Info().Dismissed; len(d) != 1 || !strings.HasPrefix(d[0], "question-as-claim:c3:") {
		t.Errorf("the file has passed over %q", d)
	}
}
