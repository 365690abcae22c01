package review

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word of a claim, and where it stands in the text.
type word struct {
	*entry
	from, to int32 // bytes
}

// entry is what is to be known of a word, once for all claims that have it.
type entry struct {
	text     string // in lower case
	small    tongue // those in which it says little
	turning  bool
	pointing bool
	opens    tongue // those in which something must come after it
	marks    tongue // those in which a marker begins with it
	stems    [len(tongues)]string
}

// wording is what a claim says, cut into words.
type wording struct {
	words  []word
	tongue tongue
	terms  []string // the stems of what is not small, in order
}

// vocabulary has an entry for each word that was met.
type vocabulary map[string]*entry

func (v vocabulary) entry(text string) *entry {
	e := v[text]
	if e == nil {
		e = &entry{text: text, small: small[text], turning: turning[text], pointing: pointing[text], opens: open[text], marks: firsts[text]}
		v[text] = e
	}
	return e
}

// stem is the word without its ending in a tongue.
func (e *entry) stem(t tongue) string {
	at := slices.Index(tongues[:], t)
	if at < 0 {
		return e.text
	}
	if e.stems[at] == "" {
		e.stems[at] = stem(e.text, t)
	}
	return e.stems[at]
}

// cut cuts a text into words: runs of letters, marks and digits, appended to
// words. Signs of scripts that are written without spaces are words each. An
// apostrophe ends a word, as in l'eau.
func (v vocabulary) cut(words []word, text string) []word {
	low := strings.ToLower(text)
	if len(low) != len(text) { // rare letters change their length
		low = text
	}
	from := -1
	end := func(at int) {
		if from >= 0 {
			words = append(words, word{v.entry(low[from:at]), int32(from), int32(at)})
			from = -1
		}
	}
	for i := 0; i < len(low); {
		if b := low[i]; b < utf8.RuneSelf {
			if b >= 'a' && b <= 'z' || b >= '0' && b <= '9' {
				if from < 0 {
					from = i
				}
			} else {
				end(i)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(low[i:])
		switch {
		case unspaced(r):
			end(i)
			words = append(words, word{v.entry(low[i : i+n]), int32(i), int32(i + n)})
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r):
			if from < 0 {
				from = i
			}
		default:
			end(i)
		}
		i += n
	}
	end(len(low))
	return words
}

// read cuts all claims into words and finds out in which tongue each is: the
// one most of whose small words it has, among those that the map has at all.
// A claim that has none of any is taken to be in the tongue of the most.
func (v *review) read() {
	v.words = make([]wording, len(v.claims))
	votes := make([][len(tongues)]int32, len(v.claims))
	var sum [len(tongues)]int32
	known := make(vocabulary, 1024)
	all := make([]word, 0, 12*len(v.claims)) // one list for all; a text that does not fit begins another
	for i, c := range v.claims {
		at := len(all)
		all = known.cut(all, c.Text)
		v.words[i].words = all[at:len(all):len(all)]
		for _, w := range v.words[i].words {
			for k, t := range tongues {
				if w.small&t != 0 {
					votes[i][k]++
					sum[k]++
				}
			}
		}
	}
	best := slices.Index(sum[:], slices.Max(sum[:]))
	if sum[best] > 0 {
		v.speaks = tongues[best]
	}
	terms := make([]string, 0, len(all))
	for i := range v.words {
		w := &v.words[i]
		w.tongue = v.speaks
		at, most := best, votes[i][best]
		for k, n := range votes[i] {
			// A tongue that hardly any other claim is in shares small words only
			// by chance.
			if n > most+1 && sum[k]*4 >= sum[best] {
				at, most = k, n
			}
		}
		if most > 0 {
			w.tongue = tongues[at]
		}
		from := len(terms)
		for _, one := range w.words {
			switch {
			case one.turning:
				terms = append(terms, one.text)
			case one.small&w.tongue == 0:
				terms = append(terms, one.stem(w.tongue))
			}
		}
		w.terms = terms[from:len(terms):len(terms)]
	}
}

// named is how many terms name something.
func (w *wording) named() int {
	n := 0
	for _, t := range w.terms {
		if !turning[t] {
			n++
		}
	}
	return n
}

// turns returns what of the terms turns a claim into another.
func (w *wording) turns() []string {
	var all []string
	for _, t := range w.terms {
		if turning[t] || strings.ContainsFunc(t, unicode.IsNumber) {
			all = append(all, t)
		}
	}
	return all
}

// akin reports whether two terms are forms of one: equal, or one the beginning
// of the other, with four letters or more.
func akin(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return strings.HasPrefix(b, a) && letters(a) >= 4
}

// names reports whether a claim has a form of the term.
func (w *wording) names(term string) bool {
	return slices.ContainsFunc(w.terms, func(t string) bool { return !turning[t] && akin(t, term) })
}

// shares reports whether two claims have a term in common.
func (w *wording) shares(o *wording) bool {
	return slices.ContainsFunc(w.terms, func(t string) bool { return !turning[t] && o.names(t) })
}

// points reports whether a claim speaks of something by a pronoun.
func (w *wording) points() bool {
	return slices.ContainsFunc(w.words, func(one word) bool { return one.pointing })
}
