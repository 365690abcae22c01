package tool_test

import (
	"testing"

	"warrant/argument"
)

// What is fitted around a claim is whole in view where it can be made out;
// else the claim stands in the middle.
func TestFitAround(t *testing.T) {
	for _, test := range []struct {
		name  string
		far   float64 // where c6 is moved to
		whole bool
	}{{"near", 1500, true}, {"a map wide", 7000, true}, {"too far", 40000, false}} {
		t.Run(test.name, func(t *testing.T) {
			h := newHands(t, t.Name())
			if err := h.doc.Do("Move", func(e *argument.Edit) error {
				return e.MoveClaim("c6", argument.Point{X: test.far, Y: 300})
			}); err != nil {
				t.Fatal(err)
			}
			h.tool.FitAround("c2", "c2", "c6", "gone")
			seen := h.tool.View().Window(h.tool.Size())
			for _, id := range []argument.ID{"c2", "c6"} {
				r := h.scene.Card(id).Rect
				in := seen.Contains(r.Min) && seen.Contains(r.Max)
				if want := test.whole || id == "c2"; in != want {
					t.Errorf("%s is in view: %v, want %v", id, in, want)
				}
			}
			if c := h.scene.Card("c2").Rect.Center(); !test.whole && c.Distance(seen.Center()) > 1 {
				t.Errorf("the middle is %v, the claim at %v", seen.Center(), c)
			}
		})
	}
}
