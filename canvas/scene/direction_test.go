package scene_test

import (
	"testing"

	"warrant/argument"
	"warrant/canvas/scene"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

func TestTextThatRunsFromTheRightStandsAtTheRight(t *testing.T) {
	for _, c := range []struct {
		said  string
		right bool
	}{{"The bridge is safe", false}, {"הגשר בטוח כי המהנדסים בדקו אותו בשנת 2024", true}} {
		m := build(t, argument.Parts{Info: argument.Info{ID: "m"}, Claims: []argument.Claim{{ID: "a", Text: c.said}}})
		card := scene.New(m, text.Bundled(), stated{m}).Card("a")
		for _, s := range card.TitleShapes() {
			said, ok := s.(shape.Text)
			if !ok {
				continue
			}
			if got := said.Align == shape.End && said.At.X > card.Rect.W()/2; got != c.right {
				t.Errorf("%q: the line %q stands at the right: %v", c.said, said.Line, got)
			}
		}
	}
}
