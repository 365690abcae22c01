package find

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Context returns what stands about a span of a text on one line: at most
// before characters in front, cut at a word where there is one, the span
// itself, and what follows, at most after characters.
func Context(text string, at Span, before, after int) (front, found, rest string) {
	from := back(text[:at.From], before)
	front = oneLine(text[from:at.From])
	if from > 0 {
		if i := strings.IndexFunc(front, unicode.IsSpace); i >= 0 && i < len(front)-1 {
			front = front[i+1:]
		}
		front = "…" + strings.TrimLeft(front, " ")
	}
	to := at.To
	for n := 0; n < after && to < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[to:])
		to += size
	}
	if rest = oneLine(text[at.To:to]); to < len(text) {
		rest += "…"
	}
	return strings.TrimLeft(front, " "), oneLine(text[at.From:at.To]), rest
}

// back returns where the last n characters of a text begin.
func back(text string, n int) int {
	at := len(text)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return at
}

func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}
