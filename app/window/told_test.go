package window

import (
	"testing"

	"warrant/app/language"
	"warrant/argument/merge"
)

// Whatever a summary can tell, it tells in each language.
func TestWhatDiffersIsToldInEachLanguage(t *testing.T) {
	defer language.Use("en")
	var all []merge.Tally
	for _, n := range []int{1, 2} {
		for _, field := range []string{"at", "width", "color", "pinned", "collapsed"} {
			all = append(all, merge.Tally{Of: merge.OfClaim, Did: merge.Changed, Field: field, Look: true, N: n})
		}
		for of, fields := range map[merge.Subject][]string{
			merge.OfMap:      {"", "title", "contention", "evaluation/semantics", "evaluation/premises"},
			merge.OfClaim:    {"", "text", "prior", "note", "tags", "passages"},
			merge.OfLink:     {"", "kind", "from", "to", "confidence", "scheme", "note"},
			merge.OfEvidence: {"", "text", "reliability", "stance"},
			merge.OfSource:   {"", "text"},
			merge.OfStep:     {"", "say"},
		} {
			for _, field := range fields {
				all = append(all, merge.Tally{Of: of, Did: merge.Changed, Field: field, N: n, From: "60%", To: "80%"})
			}
			if of != merge.OfMap {
				all = append(all, merge.Tally{Of: of, Did: merge.Added, N: n}, merge.Tally{Of: of, Did: merge.Removed, N: n})
			}
		}
		all = append(all, merge.Tally{Of: merge.OfStep, Did: merge.Reordered, N: n}, merge.Tally{Of: merge.OfEvidence, Did: merge.Reordered, N: n})
	}
	for _, field := range []string{"prior", "confidence", "reliability"} {
		for _, v := range [][2]string{{"", "60%"}, {"60%", ""}, {"60%", "80%"}} {
			all = append(all, merge.Tally{Of: merge.OfLink, Did: merge.Changed, Field: field, N: 1, From: v[0], To: v[1]})
		}
	}
	for _, l := range language.Languages()[1:] {
		language.Use(l.Tag)
		for _, one := range all {
			if said := one.String(); differing(said) == said {
				t.Errorf("%s: “%s” is not translated", l.Tag, said)
			}
		}
	}
}
