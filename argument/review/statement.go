package review

import (
	"strings"
	"unicode/utf8"

	"warrant/argument"
)

// The most that a claim says at once, in words, and in signs of scripts that
// are written without spaces.
const (
	longest      = 40
	longestSigns = 120
)

// wordings looks at each claim's text by itself.
//
// Empty: it has no word. Question: it ends with a question mark. Fragment: it
// is one word, or breaks off at a comma, colon, dash or ellipsis, or at a word
// that asks for another, as "of" does; that a longer text lacks its verb is not
// seen. Long: more than 40 words. Reasoning: see reasoning.go.
func (v *review) wordings() {
	for i, c := range v.claims {
		w := &v.words[i]
		switch {
		case len(w.words) == 0:
			r := on(Empty, c.ID)
			r.Mends = []Mend{{Way: EditClaim, Claims: r.At}, {Way: RemoveClaim, Claims: r.At}}
			v.note(r)
			continue
		case asks(c.Text):
			v.note(rewording(on(Question, c.ID)))
			continue
		case breaksOff(c.Text, w):
			v.note(rewording(on(Fragment, c.ID)))
			continue
		}
		if long(w) {
			r := rewording(on(Long, c.ID))
			if parts := argument.Sentences(c.Text); len(parts) > 1 {
				r.Mends = append([]Mend{{Way: Split, Claims: r.At, Texts: parts}}, r.Mends...)
			}
			v.note(r)
		}
		if r, ok := reasoning(c, w); ok {
			v.note(r)
		}
	}
}

// rewording offers to edit the claim.
func rewording(r Remark) Remark {
	r.Mends = append(r.Mends, Mend{Way: EditClaim, Claims: r.At[:1]})
	return r
}

func asks(text string) bool {
	text = strings.TrimRight(text, " \t\n")
	return strings.HasSuffix(text, "?") || strings.HasSuffix(text, "？")
}

// open are words after which something must come.
var open = func() map[string]tongue {
	all := make(map[string]tongue)
	for t, words := range map[tongue]string{
		english: "the a an of and or because the their its our my your",
		german:  "der den dem des ein eine einen und oder weil",
		french:  "le la les un une des du de et ou parce",
		spanish: "el los las un una de del y o porque",
		russian: "и или чтобы который которая которые",
	} {
		for _, w := range strings.Fields(words) {
			all[w] |= t
		}
	}
	return all
}()

func breaksOff(text string, w *wording) bool {
	text = strings.TrimSpace(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if strings.ContainsRune(",:;–—-…", last) || strings.HasSuffix(text, "...") {
		return true
	}
	if first, _ := utf8.DecodeRuneInString(text); unspaced(first) {
		return false
	}
	// A single word, with a full stop too: "Rain." A script that is not
	// known may join words without a sign.
	if len(w.words) == 1 {
		return letters(w.words[0].text) < 24
	}
	final := w.words[len(w.words)-1]
	return int(final.to) == len(text) && final.opens&w.tongue != 0
}

func long(w *wording) bool {
	words, signs := 0, 0
	for _, one := range w.words {
		if r, n := utf8.DecodeRuneInString(one.text); n == len(one.text) && unspaced(r) {
			signs++
		} else {
			words++
		}
	}
	return words+signs*longest/longestSigns > longest
}
