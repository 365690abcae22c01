package merge

import (
	"slices"
	"strings"
	"unicode"
)

// Two texts are very alike from this likeness on; see wording.likeness. The
// bound was chosen so that a word put into a short sentence, or a third of
// the words exchanged in a long one, stay one claim.
const veryAlike = 0.7

// wording is a text cut into words.
type wording struct {
	words []string
	bag   []string // the words, sorted
	plain string   // the words in the order of the text; equal for equal texts
}

// wordingOf cuts a text into words without regard to case and punctuation.
// Scripts that are written without spaces count each sign as a word. Of a
// very long text the beginning counts.
func wordingOf(text string) wording {
	const most = 400
	var words []string
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			words = append(words, word.String())
			word.Reset()
		}
	}
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer):
			end()
			words = append(words, string(r))
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || unicode.IsSymbol(r):
			word.WriteRune(unicode.ToLower(r))
		default:
			end()
		}
		if len(words) >= most {
			break
		}
	}
	end()
	w := wording{plain: strings.Join(words, " ")}
	if len(words) >= most { // the rest counts where texts are to be equal
		w.plain = strings.Join(strings.Fields(text), " ")
	}
	w.words = words
	return w
}

// sorted is w, ready for likeness.
func (w wording) sorted() wording {
	w.bag = slices.Sorted(slices.Values(w.words))
	return w
}

// keys are what candidates for likeness are looked up by: each two words that
// follow one another, which are rarer than words. There are at most 24.
func (w wording) keys() []string {
	const most = 24
	if len(w.words) == 1 {
		return w.words
	}
	var keys []string
	for i := 1; i < len(w.words) && len(keys) < most; i++ {
		keys = append(keys, w.words[i-1]+" "+w.words[i])
	}
	return keys
}

// likeness returns the Sørensen–Dice coefficient of the words of two texts, 0
// (no word in common) to 1 (the same words). Both are sorted.
func (w wording) likeness(v wording) float64 {
	a, b := w.bag, v.bag
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := strings.Compare(a[i], b[j]); {
		case c == 0:
			common++
			i++
			j++
		case c < 0:
			i++
		default:
			j++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}

// alike reports whether two texts are equal or very alike, apart from case
// and punctuation.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	w, v := wordingOf(a), wordingOf(b)
	return w.plain == v.plain || w.sorted().likeness(v.sorted()) >= veryAlike
}
