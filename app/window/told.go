package window

import (
	"strings"

	"warrant/app/language"
	"warrant/argument/credence"
)

// differing says in the language in use how two versions of a map differ,
// from the summary that the comparison gives in English: sorts of changes
// with commas between them.
func differing(summary string) string {
	parts := strings.Split(summary, ", ")
	for i := range parts {
		parts[i] = language.Translate(parts[i])
	}
	return strings.Join(parts, ", ")
}

// sorts are the sorts of changes that a summary tells.
//
//language:texts
var _ = []string{
	"no difference", "all of it", "%d other change", "%d other changes",
	"%d card moved", "%d cards moved", "%d card given another width", "%d cards given another width", "%d card given another colour", "%d cards given another colour",
	"%d card pinned or let go", "%d cards pinned or let go", "%d card folded or unfolded", "%d cards folded or unfolded",
	"%d link led another way", "%d links led another way",
	"steps in another order", "evidence of %d link in another order", "evidence of %d links in another order",
	"%d claim added", "%d claims added", "%d claim removed", "%d claims removed", "%d claim changed", "%d claims changed",
	"%d link added", "%d links added", "%d link removed", "%d links removed", "%d link changed", "%d links changed",
	"%d evidence item added", "%d evidence items added", "%d evidence item removed", "%d evidence items removed",
	"%d evidence item changed", "%d evidence items changed",
	"%d source added", "%d sources added", "%d source removed", "%d sources removed", "%d source changed", "%d sources changed",
	"%d step added", "%d steps added", "%d step removed", "%d steps removed", "%d step changed", "%d steps changed",
	"another title", "another contention", "other semantics", "another rule for linked premises", "the map’s other fields changed",
	"%d claim reworded", "%d claims reworded", "%d evidence item reworded", "%d evidence items reworded",
	"text of %d source changed", "text of %d sources changed", "words of %d step changed", "words of %d steps changed",
	"%d link turned over", "%d links turned over", "%d evidence item turned over", "%d evidence items turned over",
	"premises of %d link changed", "premises of %d links changed", "%d link given another target", "%d links given another target",
	"%d scheme changed", "%d schemes changed", "tags of %d claim changed", "tags of %d claims changed",
	"note of %d claim changed", "notes of %d claims changed", "note of %d link changed", "notes of %d links changed",
	"passages of %d claim changed", "passages of %d claims changed",
	"%d confidences changed", "prior of %d claims changed", "reliability of %d evidence items changed",
	"confidence set to %d%%", "prior set to %d%%", "reliability set to %d%%",
	"confidence %d%% taken away", "prior %d%% taken away", "reliability %d%% taken away",
	"confidence %d%% → %d%%", "prior %d%% → %d%%", "reliability %d%% → %d%%",
}

// What pasting may have to say.
//
//language:texts
var _ = []string{"there is no claim to paste"}

// usualWords are those of the usual verbal scale.
//
//language:texts
var usualWords = []string{"remote", "unlikely", "even", "likely", "certain"}

// usualScale is the usual verbal scale in the language in use.
func usualScale() credence.Scale {
	usual := credence.DefaultScale
	words, from := make([]string, len(usualWords)), make([]float64, 0, len(usualWords))
	for i, w := range usualWords {
		words[i] = language.Translate(w)
		if i > 0 {
			from = append(from, usual.From(i))
		}
	}
	scale, err := credence.NewScale(words, from)
	if err != nil {
		return usual
	}
	return scale
}
