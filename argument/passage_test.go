package argument_test

import (
	"slices"
	"strings"
	"testing"

	"warrant/argument"
)

// A passage holds where the text has, at its code points, what its digest was
// made of; line ends count once, whatever they are written as.
func TestASourceHoldsItsPassages(t *testing.T) {
	passage := func(from, to int, words string) argument.Passage {
		p := argument.Passage{Start: from, End: to}
		if words != "" {
			p.Digest = argument.Digest(words)
		}
		return p
	}
	upper := passage(0, 3, "Käs")
	upper.Digest = strings.ToUpper(upper.Digest)
	for _, text := range []string{"Käse\nund Brot", "Käse\r\nund Brot", "Käse\rund Brot"} {
		s := argument.Source{Text: text}
		got := s.Holds([]argument.Passage{
			passage(5, 8, "und"), passage(0, 4, "Käse"), passage(0, 4, "Wurst"), passage(9, 13, ""), passage(9, 14, ""), passage(4, 3, ""), upper, passage(13, 13, ""),
		})
		if want := []bool{true, true, false, true, false, false, true, true}; !slices.Equal(got, want) {
			t.Errorf("%q holds %v, want %v", text, got, want)
		}
	}
	if got := (&argument.Source{}).Holds([]argument.Passage{passage(0, 1, "")}); got[0] {
		t.Error("nothing holds a passage")
	}
}
