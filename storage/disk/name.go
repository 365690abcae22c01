package disk

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Display gives a file name in a form that is safe to show in a terminal, a
// title or a message: one line that says what it seems to say. Control
// characters, line and paragraph separators, bidi controls, invisible
// characters and bytes that are not UTF-8 appear escaped as in a Go string.
// The two joiners stay, since Persian words and family emoji need them.
func Display(name string) string {
	var b strings.Builder
	for i, r := range name {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(name[i:], "\uFFFD"):
			fmt.Fprintf(&b, `\x%02x`, name[i])
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == zeroWidthJoiner || r == zeroWidthNonJoiner || unicode.IsGraphic(r):
			b.WriteRune(r)
		case r <= 0x7f:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	return b.String()
}

const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)
