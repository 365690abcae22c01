package plain

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"warrant/argument"
)

// marks are the signs and bullets of one character. A blank or the line's end
// follows.
var marks = map[rune]mark{
	'+': supports, '＋': supports, '−': opposes, '⊕': underpins, '⊘': undercuts, '&': joins,
	'-': dash, '–': dash, '—': dash,
	'*': item, '•': item, '·': item, '◦': item, '▪': item, '‣': item, '●': item, '○': item, '■': item, '□': item, '⁃': item, '∙': item, '\uf0b7': item,
}

// words are what may stand in front of a colon.
var words = map[string]mark{
	"because": supports, "since": supports, "pro": supports, "pros": supports, "for": supports, "reason": supports, "reasons": supports,
	"support": supports, "supports": supports, "in favour": supports, "in favor": supports, "arguments for": supports, "reasons for": supports,
	"but": opposes, "however": opposes, "con": opposes, "cons": opposes, "contra": opposes, "against": opposes, "objection": opposes,
	"objections": opposes, "opposes": opposes, "arguments against": opposes, "reasons against": opposes,
	"and": joins,
}

func cutHeading(s string) (level int, rest string) {
	rest = strings.TrimLeft(s, "#")
	level = len(s) - len(rest)
	if level > 6 || rest == "" || rest[0] != ' ' && rest[0] != '\t' {
		return 0, s
	}
	return level, rest
}

// cutMark takes a sign or a bullet off, and the blanks after it.
func cutMark(s string) (rest string, m mark) {
	r, n := utf8.DecodeRuneInString(s)
	m = marks[r]
	if m == none {
		m, n = item, numbered(s)
	}
	if n > 0 && (n == len(s) || s[n] == ' ' || s[n] == '\t' || strings.HasPrefix(s[n:], "\u00a0")) {
		return strings.TrimLeft(s[n:], " \t\u00a0"), m
	}
	return s, none
}

// numbered returns the length of "1.", "12)", "(3)" or "a)" at the beginning.
func numbered(s string) int {
	i := 0
	open := s != "" && s[0] == '('
	if open {
		i++
	}
	digits := i
	for i < len(s) && i < digits+3 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	letter := i == digits && i < len(s) && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z')
	if letter {
		i++
	}
	if i == digits || i == len(s) || s[i] != ')' && (s[i] != '.' || letter || open) {
		return 0
	}
	return i + 1
}

// longestWord is the length in bytes of the longest of words.
const longestWord = 17

func cutWord(s string) (m mark, rest string, ok bool) {
	word, _, ok := strings.Cut(s[:min(len(s), longestWord+1)], ":")
	if !ok {
		return none, s, false
	}
	m = words[strings.ToLower(word)]
	rest = s[len(word)+1:]
	if m == none || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		return none, s, false
	}
	return m, strings.TrimLeft(rest, " \t"), true
}

// of begins a phrase in which a percentage is part of the sentence: "80 % of
// voters".
var of = map[string]bool{
	"of": true, "der": true, "des": true, "von": true, "aller": true, "de": true, "du": true, "del": true, "di": true, "dos": true, "av": true, "af": true, "van": true,
}

// cutPercent takes a confidence off. It is apart when two blanks or more come
// after it, as Write has it.
func cutPercent(s string) (d argument.Degree, rest string, apart, ok bool) {
	if rest, ok := strings.CutPrefix(s, "?"); ok {
		apart = rest == "" || strings.HasPrefix(rest, "  ") || rest[0] == '\t'
		return argument.Unset, rest, apart, apart
	}
	number, guess := strings.CutPrefix(s, "≈")
	n := strings.IndexFunc(number, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
	if n <= 0 {
		return argument.Unset, s, false, false
	}
	rest, ok = strings.CutPrefix(strings.TrimPrefix(number[n:], " "), "%")
	v, err := strconv.ParseFloat(number[:n]+"e-2", 64)
	if !ok || err != nil || math.IsInf(v, 0) || v > 1 {
		return argument.Unset, s, false, false
	}
	if !guess {
		d = argument.Stated(v)
	}
	rest = strings.TrimPrefix(rest, ":")
	if rest == "" || strings.HasPrefix(rest, "  ") || rest[0] == '\t' {
		return d, rest, true, true
	}
	first, _, _ := strings.Cut(rest[1:], " ")
	return d, rest, false, rest[0] == ' ' && !of[strings.ToLower(first)]
}

const above = "  … above"

// cutAbove takes "  … above" or "  … above (2)" off the end.
func cutAbove(s string) (rest string, which int) {
	i := strings.LastIndex(s, above)
	if i < 0 {
		return s, 0
	}
	which = 1
	if n := s[i+len(above):]; n != "" {
		inner, ok := strings.CutPrefix(n, " (")
		inner, closed := strings.CutSuffix(inner, ")")
		number, err := strconv.Atoi(inner)
		if !ok || !closed || err != nil || number < 1 {
			return s, 0
		}
		which = number
	}
	return strings.TrimRight(s[:i], " \t"), which
}

// cutCredence takes "  (64%)" or "  (unsettled, 20–64%)" off the end.
func cutCredence(s string) (rest string, ok bool) {
	inner, closed := strings.CutSuffix(s, "%)")
	i := strings.LastIndex(inner, "  (")
	if !closed || i < 0 {
		return s, false
	}
	number := strings.TrimPrefix(inner[i+3:], "unsettled, ")
	if number == "" || strings.Trim(number, "0123456789.–") != "" {
		return s, false
	}
	return strings.TrimRight(s[:i], " \t"), true
}
