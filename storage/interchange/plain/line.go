package plain

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"warrant/argument"
)

// mark is what a line begins with.
type mark uint8

const (
	none mark = iota
	heading
	item // a bullet that says nothing of support or opposition
	dash // a bullet, or the sign of opposition: the whole text decides
	supports
	opposes
	underpins
	undercuts
	joins
)

// A line, taken apart.
type line struct {
	number     int // in the text, from 1
	key        int // how deep it stands
	column     int // at which its text begins after a mark, for wrapped lines; else 0
	mark       mark
	sure       bool // the mark shows that the text has signs, not bullets alone
	group      bool // no claim: it says what the lines below it do
	rule       bool // no claim: a line drawn across
	believed   bool // a credence stood at the end
	again      int  // which of the claims of this text it is, from 1; 0: a new one
	text       string
	asSign     string // the text if a dash is a sign
	confidence argument.Degree
	stated     bool // a confidence, or that there is none, was written
}

// The ranks of lines at one indent. A bullet at the indent of the line above
// it belongs to that line.
const (
	rankPlain = iota
	rankGroup
	rankMarked
	ranks
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

// tabStop is how many columns lie between the places a tab goes to.
const tabStop = 4

// takeApart reads one line. White space at its end is gone.
func takeApart(s string) line {
	var l line
	column := 0
	if depth, rest, ok := deep(s); ok {
		column, s = depth*indent, rest
	}
	for len(s) > 0 && (s[0] == ' ' || s[0] == '\t') {
		if column++; s[0] == '\t' {
			column = (column + tabStop - 1) / tabStop * tabStop
		}
		s = s[1:]
	}
	if l.rule = isRule(s); l.rule {
		return l
	}
	s, l.again = cutAbove(s)
	s, l.believed = cutCredence(s)
	if rest, ok := strings.CutPrefix(s, `\`); ok && escaped(rest) {
		l.key, l.text = column*ranks, oneLine(rest)
		return l
	}
	if level, rest := cutHeading(s); level > 0 {
		l.mark, l.key, l.text = heading, (level-7)*ranks, oneLine(rest)
		l.group = words[strings.ToLower(strings.TrimSuffix(l.text, ":"))] != none
		if l.group {
			l.mark = words[strings.ToLower(strings.TrimSuffix(l.text, ":"))]
		}
		return l
	}
	rest, m := cutMark(s)
	l.mark = m
	if m != none {
		l.column = column + utf8.RuneCountInString(s[:len(s)-len(rest)])
	}
	l.sure = m >= supports
	rank := rankMarked
	if m == none || m == item || m == dash {
		if word, after, ok := cutWord(rest); ok {
			l.mark, rest = word, after
			l.group = after == "" && word != joins
			l.sure = word == joins
		}
	}
	switch {
	case l.group:
		rank = rankGroup
	case l.mark == none:
		rank = rankPlain
	}
	l.key = column*ranks + rank
	l.text = oneLine(rest)
	if l.mark >= dash && l.mark != joins {
		if d, after, apart, ok := cutPercent(rest); ok {
			if l.mark == dash && apart {
				l.mark, l.sure = opposes, true
			}
			l.confidence, l.stated, l.asSign = d, true, oneLine(after)
			if inner, ok := strings.CutPrefix(l.asSign, `\`); ok && apart && guarded(inner) {
				l.asSign = inner
			}
			if l.mark != dash {
				l.text = l.asSign
			}
		}
	}
	return l
}

// settle says what a dash is.
func (l *line) settle(signs bool) {
	if l.mark != dash {
		return
	}
	l.mark = item
	if !signs {
		l.confidence, l.stated = argument.Unset, false
		return
	}
	l.mark = opposes
	if l.stated {
		l.text = l.asSign
	}
}

// oneLine makes one blank of each run of white space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// escaped reports whether a text needs a backslash in front so as to be read
// as a claim that says just this.
func escaped(text string) bool {
	text = strings.TrimLeft(text, " \t")
	if _, _, ok := deep(text); ok || text == "" || text[0] == '\\' {
		return true
	}
	l := takeApart(text)
	return l.rule || l.mark != none || l.again > 0 || l.key != 0 || l.text != oneLine(text)
}

// guarded reports whether a text after a confidence needs a backslash in front
// so as not to be taken for what stands at the end of a line.
func guarded(text string) bool {
	return strings.HasPrefix(text, "(") || strings.HasPrefix(text, "…") || strings.HasPrefix(text, `\`)
}

// isRule finds lines of three or more of one character that only divide.
func isRule(s string) bool {
	return len(s) >= 3 && strings.ContainsRune("-=*_", rune(s[0])) && strings.Trim(s, s[:1]) == ""
}

// deep reads the depth that Write puts in front of lines for which an indent
// would be too long.
func deep(s string) (depth int, rest string, ok bool) {
	after, ok := strings.CutPrefix(s, "»")
	if !ok {
		return 0, s, false
	}
	number, rest, ok := strings.Cut(after, " ")
	depth, err := strconv.Atoi(number)
	if !ok || err != nil || depth <= deepest || depth > MaxLines {
		return 0, s, false
	}
	return depth, rest, true
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
	word, rest, ok := strings.Cut(s[:min(len(s), longestWord+1)], ":")
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
