package find

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Index finds the texts of a list by some of their words, the likeliest
// first, as fast as one types. It is for one goroutine.
type Index struct {
	folder folder
	texts  []string // folded
}

// NewIndex returns the index of some texts.
func NewIndex(texts []string) *Index {
	x := &Index{folder: newFolder(false), texts: make([]string, len(texts))}
	for i, t := range texts {
		x.texts[i] = x.folder.fold(t).text
	}
	return x
}

// The cost of how a word stands in a text. The last word may still be being
// typed.
const (
	beginsWord = 1 // of a word that is typed whole
	withinWord = 4
	apart      = 2 // the words do not stand together as typed
	notFirst   = 1 // nor at the beginning of the text
)

// Best returns which texts hold all words of what is typed, at most so many,
// the likeliest first; among those that are as likely, in the list's order.
func (x *Index) Best(typed string, most int) []int {
	type hit struct{ at, cost int }
	var hits []hit
	words := strings.Fields(x.folder.fold(typed).text)
	phrase := strings.Join(words, " ")
	for i, text := range x.texts {
		if cost, ok := costOf(text, words, phrase); ok {
			hits = append(hits, hit{i, cost})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return a.cost - b.cost })
	best := make([]int, 0, min(len(hits), most))
	for _, h := range hits[:min(len(hits), most)] {
		best = append(best, h.at)
	}
	return best
}

func costOf(text string, words []string, phrase string) (cost int, ok bool) {
	for i, w := range words {
		c, ok := stands(text, w, i == len(words)-1)
		if !ok {
			return 0, false
		}
		cost += c
	}
	if phrase == "" {
		return 0, true
	}
	if at := strings.Index(text, phrase); at < 0 {
		cost += apart + notFirst
	} else if at > 0 {
		cost += notFirst
	}
	return cost, true
}

// stands returns the least cost at which a word stands in a text.
func stands(text, word string, typing bool) (cost int, ok bool) {
	for from := 0; ; {
		at := strings.Index(text[from:], word)
		if at < 0 {
			return cost, ok
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(word):])
		c := withinWord
		if at == 0 || !inWord(before) {
			c = beginsWord
			if typing || at+len(word) == len(text) || !inWord(after) {
				return 0, true
			}
		}
		if !ok || c < cost {
			cost, ok = c, true
		}
		from = at + len(word)
	}
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}
