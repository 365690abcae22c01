package text

import (
	"math/rand/v2"
	"testing"

	"golang.org/x/text/unicode/bidi"
)

// TestDirectionsAgreeWithAnotherEngine compares the direction of each
// character with x/text's, which follows the same annex but tells no levels.
// Brackets are left out: its Order does not pair them. TestVisualOrder has
// those.
func TestDirectionsAgreeWithAnotherEngine(t *testing.T) {
	alphabet := []rune("ab אב عر 12 ٣٤ +-.,:/%$# <>\"!\u0301\u2066\u2067\u2068\u2069")
	seed := rand.Uint64()
	rng := rand.New(rand.NewPCG(seed, 1))
	for range 20_000 {
		runes := make([]rune, 1+rng.IntN(14))
		for i := range runes {
			runes[i] = alphabet[rng.IntN(len(alphabet))]
		}
		lv, base := levels(runes)
		var p bidi.Paragraph
		def := bidi.LeftToRight
		if base == 1 {
			def = bidi.RightToLeft
		}
		if _, err := p.SetString(string(runes), bidi.DefaultDirection(def)); err != nil {
			t.Fatal(err)
		}
		o, err := p.Order()
		if err != nil {
			t.Fatal(err)
		}
		for k := range o.NumRuns() {
			run := o.Run(k)
			from, to := run.Pos()
			for i := from; i <= to; i++ {
				if (run.Direction() == bidi.RightToLeft) != (lv[i]&1 == 1) {
					t.Fatalf("seed %d: %+q, character %d: level %d, want direction %v", seed, string(runes), i, lv[i], run.Direction())
				}
			}
		}
	}
}
