package scene_test

import (
	"fmt"
	"slices"
	"testing"

	"warrant/argument"
	"warrant/canvas/scene"
	"warrant/canvas/shape"
)

// unknown gives no claim a number.
type unknown struct{ stated }

func (unknown) Credence(argument.ID) (float64, bool) { return 0, false }

// words are the texts of a drawing that the map does not have.
func words(s *scene.Scene, m *argument.Map) []string {
	var all []string
	for _, sh := range append(s.Shapes(s.Bounds()), s.MarkShapes(s.Bounds())...) {
		t, ok := sh.(shape.Text)
		if ok && !slices.ContainsFunc(slices.Collect(m.Claims()), func(c *argument.Claim) bool { return c.Text == t.Line }) {
			all = append(all, t.Line)
		}
	}
	slices.Sort(all)
	return all
}

func TestADrawingSpeaksTheLanguageItIsGiven(t *testing.T) {
	c1, c2 := claim("c1", 0, 0), claim("c2", 0, 200)
	c1.Collapsed = true
	m := build(t, argument.Parts{
		Info: argument.Info{Contention: "c1"}, Claims: []argument.Claim{c1, c2},
		Links: []argument.Link{{ID: "l1", Kind: argument.Supports, From: []argument.ID{"c2"}, To: "c1"}},
	})
	s := scene.New(m, mono{}, unknown{stated{m}})
	s.Mark(map[argument.ID]scene.Mark{"c1": scene.Added})
	if got, want := words(s, m), []string{"1 more", "CONTENTION", "new", "unsettled"}; !slices.Equal(got, want) {
		t.Errorf("by itself it says %q, want %q", got, want)
	}
	before := s.Card("c1").Revision
	s.SetWords(scene.Words{Contention: "HAUPTTHESE", Unsettled: "unbestimmt", New: "neu", Changed: "anders", Gone: "weg",
		More: func(n int) string { return fmt.Sprintf("%d weitere", n) }})
	if got, want := words(s, m), []string{"1 weitere", "HAUPTTHESE", "neu", "unbestimmt"}; !slices.Equal(got, want) {
		t.Errorf("in German it says %q, want %q", got, want)
	}
	if s.Card("c1").Revision == before {
		t.Errorf("the card is not drawn anew")
	}
}
