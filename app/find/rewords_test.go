package find

import (
	"testing"

	"warrant/argument"
)

func TestRewords(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*argument.Edit) error
		want   bool
	}{
		{"a card is moved", func(e *argument.Edit) error { return e.MoveClaim("c1", argument.Point{X: 5}) }, false},
		{"a confidence is slid", func(e *argument.Edit) error {
			return e.UpdateLink("l1", func(l *argument.Link) { l.Confidence = argument.Stated(.1) })
		}, false},
		{"a tag", func(e *argument.Edit) error {
			return e.UpdateClaim("c1", func(c *argument.Claim) { c.Tags = []string{"new"} })
		}, true},
		{"a note on evidence", func(e *argument.Edit) error {
			return e.UpdateLink("l1", func(l *argument.Link) {
				l.Evidence = append([]argument.Evidence(nil), l.Evidence...)
				l.Evidence[0].Note = "other"
			})
		}, true},
		{"another target: the order is another", func(e *argument.Edit) error {
			return e.UpdateLink("l1", func(l *argument.Link) { l.To = "c3" })
		}, true},
		{"a step", func(e *argument.Edit) error {
			return e.UpdateStep("t1", func(s *argument.Step) { s.Say = "other" })
		}, true},
	} {
		doc := lunch(t)
		doc.Observe(func(d argument.Difference) {
			if got := Rewords(d); got != test.want {
				t.Errorf("%s: %v", test.name, got)
			}
		})
		if err := doc.Do("Change", test.change); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}
