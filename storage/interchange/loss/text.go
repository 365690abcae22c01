package loss

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// OneLine makes one blank of each run of white space.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Said is a text of a map on one line, without what cannot be seen.
func Said(s string) string {
	clean, _ := Clean(OneLine(s))
	return OneLine(clean)
}

// Clean drops what cannot be seen and is no blank: control characters and
// those that turn the direction of writing. Bytes that are not UTF-8 become
// U+FFFD. It reports whether there was any.
func Clean(s string) (clean string, hidden bool) {
	s = strings.TrimSuffix(s, "\r")
	if ascii(s) {
		return s, false
	}
	if !utf8.ValidString(s) {
		s, hidden = strings.ToValidUTF8(s, "\uFFFD"), true
	}
	clean = strings.Map(func(r rune) rune {
		switch {
		case r == '\ufeff':
			return -1
		case r == '\f', r == '\v': // blanks that XML cannot hold
			return ' '
		case unicode.IsControl(r) && !unicode.IsSpace(r), r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == '\ufffe', r == '\uffff':
			hidden = true
			return -1
		}
		return r
	}, s)
	return clean, hidden
}

// ascii reports whether a text has only tabs and what ASCII prints.
func ascii(s string) bool {
	for i := range len(s) {
		if (s[i] < ' ' || s[i] > '~') && s[i] != '\t' {
			return false
		}
	}
	return true
}
