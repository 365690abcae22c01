package find

import (
	"fmt"
	"slices"
	"testing"
)

func TestBest(t *testing.T) {
	texts := []string{
		"They never weigh it against China's",
		"The large Chinese investments",
		"Investments in machines",
		"Machines need the oil",
		"Россия повернула на Восток",
		"Straße nach Osten",
		"中国的投资",
		"Reinvestment in China",
	}
	for _, test := range []struct {
		typed string
		want  []string
	}{
		{"the chi", []string{texts[1], texts[0], texts[3]}},                 // a whole word before the beginning of one
		{"inve", []string{texts[2], texts[1], texts[7]}},                    // at the beginning, at that of a word, within one
		{"chi", []string{texts[0], texts[1], texts[7], texts[2], texts[3]}}, // "machines" last
		{"oil machines", []string{texts[3]}},                                // in any order
		{"РОССИЯ во", []string{texts[4]}},
		{"strasse", []string{texts[5]}},
		{"投资", []string{texts[6]}},
		{"nothing", nil},
		{"", texts},
	} {
		var got []string
		for _, i := range NewIndex(texts).Best(test.typed, 100) {
			got = append(got, texts[i])
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q", test.typed, got, test.want)
		}
	}
	if got := NewIndex(texts).Best("in", 2); len(got) != 2 {
		t.Errorf("of at most two there are %d", len(got))
	}
}

// A key is to be answered within a frame.
func BenchmarkBestOfTenThousand(b *testing.B) {
	var texts []string
	for i := range 10000 {
		texts = append(texts, fmt.Sprintf("Water limits the harvests of district %d when trade depends on rivers", i))
	}
	x := NewIndex(texts)
	for b.Loop() {
		x.Best("the riv", 200)
	}
}
