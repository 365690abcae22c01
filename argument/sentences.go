package argument

import (
	"strings"
	"unicode"
)

// Sentences returns the sentences of a text, without the blanks between them.
// A line break ends a sentence; so does a stop before a blank and a capital,
// or before a letter without case, and any full-width stop. Where there is
// but one sentence, its clauses between semicolons are returned. A short
// word with a stop, as in "U.S." or "No. 3", ends none.
func Sentences(text string) []string {
	said := cut([]rune(text), endsSentence)
	if len(said) == 1 {
		said = cut([]rune(said[0]), func(r []rune, i int) bool { return r[i] == ';' || r[i] == '；' })
		for i := range said[:max(len(said)-1, 0)] {
			said[i] = strings.TrimRight(said[i], ";；")
		}
	}
	return said
}

func cut(r []rune, ends func(r []rune, i int) bool) []string {
	var parts []string
	from := 0
	for i := range r {
		if i+1 == len(r) || ends(r, i) {
			if part := strings.TrimSpace(string(r[from : i+1])); part != "" {
				parts = append(parts, part)
			}
			from = i + 1
		}
	}
	return parts
}

// closers are what may stand between a stop and the blank after it.
const closers = `"'”’»)]`

func endsSentence(r []rune, i int) bool {
	switch r[i] {
	case '\n', '。', '！', '？':
		return i+1 == len(r) || !strings.ContainsRune("」』”’）", r[i+1])
	}
	stop := i
	for stop > 0 && strings.ContainsRune(closers, r[stop]) {
		stop--
	}
	if !strings.ContainsRune(".!?…", r[stop]) || i+1 < len(r) && !unicode.IsSpace(r[i+1]) {
		return false
	}
	next := i + 1
	for next < len(r) && (unicode.IsSpace(r[next]) || strings.ContainsRune(`"'“‘„«([`, r[next])) {
		next++
	}
	if next < len(r) && (unicode.IsLower(r[next]) || r[stop] == '.' && unicode.IsDigit(r[next])) {
		return false
	}
	return r[stop] != '.' || !abbreviated(r[:stop])
}

// abbreviated reports whether the word before a stop is an initial, has a
// stop within itself, or is one of the titles that names follow.
func abbreviated(r []rune) bool {
	from := len(r)
	for from > 0 && !unicode.IsSpace(r[from-1]) {
		from--
	}
	word := strings.TrimLeft(string(r[from:]), `"'“‘„«([`)
	if strings.Contains(word, ".") {
		return true
	}
	if n := []rune(word); len(n) == 1 && unicode.IsUpper(n[0]) {
		return true
	}
	switch strings.ToLower(word) {
	case "mr", "mrs", "ms", "dr", "prof", "st", "vs", "no", "fig", "cf", "ca":
		return true
	}
	return false
}
