package plain

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"warrant/argument"
	"warrant/storage/interchange/loss"
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
		l.key, l.text = column*ranks, loss.OneLine(rest)
		return l
	}
	if level, rest := cutHeading(s); level > 0 {
		l.mark, l.key, l.text = heading, (level-7)*ranks, loss.OneLine(rest)
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
		}
	}
	switch {
	case l.group:
		rank = rankGroup
	case l.mark == none:
		rank = rankPlain
	}
	l.key = column*ranks + rank
	l.text = loss.OneLine(rest)
	if l.mark >= dash && l.mark != joins {
		if d, after, apart, ok := cutPercent(rest); ok {
			if l.mark == dash && apart {
				l.mark, l.sure = opposes, true
			}
			l.confidence, l.stated, l.asSign = d, true, loss.OneLine(after)
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

// escaped reports whether a text needs a backslash in front so as to be read
// as a claim that says just this.
func escaped(text string) bool {
	text = strings.TrimLeft(text, " \t")
	if _, _, ok := deep(text); ok || text == "" || text[0] == '\\' {
		return true
	}
	l := takeApart(text)
	return l.rule || l.mark != none || l.again > 0 || l.key != 0 || l.text != loss.OneLine(text)
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
