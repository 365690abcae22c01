package filter

import (
	"testing"

	"warrant/argument"
)

func TestMoved(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*argument.Edit) error
		want   bool
	}{
		{"a card is moved", func(e *argument.Edit) error { return e.MoveClaim("c1", argument.Point{X: 5}) }, true},
		{"it is made wider", func(e *argument.Edit) error {
			return e.UpdateClaim("c1", func(c *argument.Claim) { c.Width = 300 })
		}, true},
		{"it is moved and gets a tag", func(e *argument.Edit) error {
			return e.UpdateClaim("c1", func(c *argument.Claim) { c.At.X, c.Tags = 9, []string{"new"} })
		}, false},
		{"a confidence", func(e *argument.Edit) error {
			return e.UpdateLink("l1", func(l *argument.Link) { l.Confidence = argument.Stated(.1) })
		}, false},
		{"a claim more", func(e *argument.Edit) error {
			_, err := e.AddClaim(argument.Claim{Text: "More"})
			return err
		}, false},
		{"the title", func(e *argument.Edit) error {
			e.SetInfo(func(i *argument.Info) { i.Title = "Other" })
			return nil
		}, false},
	} {
		doc := argument.NewDocument(soup(t))
		told := 0
		doc.Observe(func(d argument.Difference) {
			told++
			if got := Moved(d); got != test.want {
				t.Errorf("%s: %v", test.name, got)
			}
		})
		if err := doc.Do("Change", test.change); err != nil || told != 1 {
			t.Errorf("%s: %v, told %d times", test.name, err, told)
		}
	}
}
