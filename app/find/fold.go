package find

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// folder makes texts comparable letter by letter, a letter with all that
// hangs on it at a time: accents composed, and where case does not count,
// case, ligatures and widths too. It is for one goroutine.
type folder struct {
	exact    bool // case counts
	caseless cases.Caser
	known    map[string]string // letters beyond ASCII that were folded before
}

func newFolder(exact bool) folder {
	return folder{exact: exact, caseless: cases.Fold(), known: make(map[string]string)}
}

// folded is a text made comparable. Where back is nil, its bytes are those
// of the text; else back[i] is where the letter of byte i begins in the text,
// with one entry more for the end.
type folded struct {
	text string
	back []int32
}

// fold makes a text comparable.
func (f *folder) fold(s string) folded {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	if i == len(s) {
		if f.exact {
			return folded{text: s}
		}
		return folded{text: lowerASCII(s)}
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	back := make([]int32, 0, len(s)+len(s)/8+1)
	for i := 0; i < len(s); {
		n := letter(s[i:])
		if n == 1 && s[i] < utf8.RuneSelf {
			c := s[i]
			if !f.exact && 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			b.WriteByte(c)
		} else {
			b.WriteString(f.letter(s[i : i+n]))
		}
		for len(back) < b.Len() {
			back = append(back, int32(i))
		}
		i += n
	}
	return folded{b.String(), append(back, int32(len(s)))}
}

func lowerASCII(s string) string {
	for i := range len(s) {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return strings.ToLower(s)
		}
	}
	return s
}

// letter folds one letter.
func (f *folder) letter(s string) string {
	if to, ok := f.known[s]; ok {
		return to
	}
	to := norm.NFC.String(s)
	if !f.exact {
		to = norm.NFKC.String(f.caseless.String(norm.NFKC.String(s)))
		if s == "İ" {
			to = "i" // Unicode's own folding leaves a dot that nobody types
		}
	}
	f.known[s] = to
	return to
}

// letter returns how many bytes the first letter of a text has, with the
// marks, joiners and, in Korean, the vowels and finals that belong to it.
func letter(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	joined := false
	for n < len(s) && s[n] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !joined && !hangs(r) {
			break
		}
		joined = r == joiner
		n += size
	}
	return n
}

const joiner = '\u200d'

// hangs reports whether a character belongs to the one before it.
func hangs(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case r == joiner, 0x1160 <= r && r <= 0x11FF, 0x1F3FB <= r && r <= 0x1F3FF: // vowels and finals of Korean; skin tones
		return true
	}
	return unicode.Is(unicode.M, r)
}

// span returns the part of the text that a part of the folded text stands
// for, unless that ends within a letter.
func (t folded) span(from, to int) (Span, bool) {
	if t.back == nil {
		return Span{from, to}, true
	}
	if from > 0 && t.back[from-1] == t.back[from] || t.back[to-1] == t.back[to] {
		return Span{}, false
	}
	return Span{int(t.back[from]), int(t.back[to])}, true
}
