package text

import (
	"testing"

	"github.com/go-text/typesetting/language"
)

func TestTaste(t *testing.T) {
	for _, c := range []struct {
		text string
		user language.Language
		want taste // of the first character
	}{
		{"中国", "en", simplified},
		{"中国", "zh-tw", traditional},
		{"中国", "ja-jp", japanese},
		{"日本との合意", "en", japanese},
		{"日本との合意", "zh-cn", japanese},
		{"大韓民國의", "en", korean},
		{"ไทย", "en", thai},
		{"😀", "en", emoji},
		{"हिन्दी", "en", anyTaste},
	} {
		runes := []rune(c.text)
		if got := tasteOf(runes[0], language.LookupScript(runes[0]), hanTaste(runes, c.user)); got != c.want {
			t.Errorf("%s for a reader of %s: taste %d, want %d", c.text, c.user, got, c.want)
		}
	}
}
