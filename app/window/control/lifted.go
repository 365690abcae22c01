package control

import (
	"strings"
	"unicode"
)

// Lifted is how much higher a line is set than it would be. The toolkit puts
// the baseline as deep as the typeface of a line that reaches highest wants
// it, and what it takes for Chinese, Japanese and Korean reaches higher than
// Inter: by 0.09 to 0.19 of the size in those that systems bring. It tells
// nobody, so this is a mean of them.
func Lifted(line string, size float32) float32 {
	if strings.IndexFunc(line, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
	}) < 0 {
		return 0
	}
	return 0.13 * size
}
