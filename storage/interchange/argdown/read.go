package argdown

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"warrant/argument"
	"warrant/storage/interchange/loss"
)

var errUTF16 = errors.New("the text is UTF-16; save it as UTF-8")

// Read makes a map of a text. The contention is the claim whose data say
// "contention: true", else the first that bears on nothing. The error is a
// *loss.Fault where a place of the text is wrong.
func Read(text []byte) (argument.Parts, []Lost, error) {
	switch {
	case len(text) > MaxBytes:
		return argument.Parts{}, nil, fmt.Errorf("the text is longer than %d MB", MaxBytes>>20)
	case bytes.HasPrefix(text, []byte("\xff\xfe")), bytes.HasPrefix(text, []byte("\xfe\xff")):
		return argument.Parts{}, nil, errUTF16
	}
	lines, err := scan(bytes.TrimPrefix(text, []byte("\ufeff")))
	if err != nil {
		return argument.Parts{}, nil, err
	}
	r := reader{scanned: lines, statements: make(map[string]int), arguments: make(map[string]int), named: make(map[string]argument.ID), last: -1}
	r.settings()
	for rest := r.lines; len(rest) > 0; {
		n := 0
		for n < len(rest) && !rest[n].blank {
			n++
		}
		if n > 0 {
			if err := r.block(rest[:n]); err != nil {
				return argument.Parts{}, nil, err
			}
		}
		rest = rest[n:]
		for len(rest) > 0 && rest[0].blank {
			rest = rest[1:]
		}
	}
	p, err := r.parts()
	return p, r.lost.ByLine(), err
}

// end is what a relation may begin or end at.
type end struct {
	of byte // 's' a statement, 'a' an argument, 'i' an inference
	at int
}

// statement is all that has one title, or one statement without any.
type statement struct {
	line  int // the first, or the first on which it stands by itself
	alone bool
	title string
	text  string
	told  bool // another wording was told
	main  bool // said to be the contention

	exact      string // the text that data give, where exactly
	exactly    bool
	notes      []string
	confidence argument.Degree // of an argument that is one claim
	claim      argument.Claim  // what else there is
}

// mostTags is how many tags one claim takes.
const mostTags = 100

func (s *statement) tag(t string) {
	if t = strings.ToValidUTF8(t, "\uFFFD"); len(s.claim.Tags) < mostTags && !slices.Contains(s.claim.Tags, t) {
		s.claim.Tags = append(s.claim.Tags, t)
	}
}

// reasoning is an argument.
type reasoning struct {
	steps []int // inferences
	claim int   // the claim that stands for it where it has none
	like  statement
}

type inference struct {
	line    int
	from    []int
	to      int // a statement; -1 where the conclusion is but a word for a relation
	own     int // the statement that is its conclusion
	through bool
	link    argument.Link
	reason  int
}

type relation struct {
	line     int
	sign     sign
	from, to end
}

type reader struct {
	*scanned
	info       argument.Info
	statements map[string]int
	arguments  map[string]int
	all        []statement
	reasons    []reasoning
	steps      []inference
	relations  []relation
	sources    []argument.Source
	named      map[string]argument.ID // sources
	last       int                    // the argument that a structure below belongs to, or -1
	headed     bool
}

// within is an element with its place in a tree of relations.
type within struct {
	indent int
	end    end
	step   *end // of a conclusion, the inference before it: what an undercut is about
}

// block reads lines without a blank one among them.
func (r *reader) block(lines []raw) error {
	owner := r.last
	r.last = -1
	first := lines[0]
	if level := len(first.text) - len(strings.TrimLeft(first.text, "#")); level > 0 && strings.HasPrefix(first.text[level:], " ") {
		r.heading(first, level)
		if lines = lines[1:]; len(lines) == 0 {
			return nil
		}
	}
	if _, _, ok := numbered(lines[0].text); ok {
		return r.structure(lines, owner)
	}
	if sign, _, _ := relationOf(lines[0].text); sign != noSign {
		return &loss.Fault{Line: lines[0].number, Column: lines[0].indent + 1, Problem: "the relation stands below nothing",
			Hint: "put it below the statement or argument it is about, without an empty line between"}
	}
	if rule(lines[0].text) {
		return &loss.Fault{Line: lines[0].number, Column: lines[0].indent + 1, Problem: "an inference without premises", Hint: `put premises above it: "(1) …"`}
	}
	var stack []within
	for len(lines) > 0 {
		if _, _, ok := numbered(lines[0].text); ok && len(stack) > 0 { // a structure without an empty line before it
			if stack[0].end.of == 'a' {
				owner = stack[0].end.at
			}
			return r.structure(lines, owner)
		}
		l := lines[0]
		sign, onward, rest := relationOf(l.text)
		if sign == noSign {
			rest, _ = item(l.text)
		}
		n := along(lines)
		e, err := r.element(l, rest, lines[1:n])
		if err != nil {
			return err
		}
		if sign == noSign {
			r.stands(e, l.number)
			stack = append(stack[:0], within{-1, e, nil})
			r.last = -1
			if e.of == 'a' {
				r.last = e.at
			}
		} else {
			stack = r.below(stack, l, sign, onward, e)
		}
		lines = lines[n:]
	}
	return nil
}

// along returns how many lines belong to the first: those after it that begin
// nothing of their own.
func along(lines []raw) int {
	n := 1
	for n < len(lines) {
		t := lines[n].text
		if sign, _, _ := relationOf(t); sign != noSign || rule(t) {
			break
		}
		if _, is := item(t); is {
			break
		}
		if _, _, ok := numbered(t); ok {
			break
		}
		n++
	}
	return n
}

// below notes a relation and where it stands.
func (r *reader) below(stack []within, l raw, s sign, onward bool, e end) []within {
	for len(stack) > 1 && stack[len(stack)-1].indent >= l.indent {
		stack = stack[:len(stack)-1]
	}
	parent := stack[len(stack)-1]
	rel := relation{l.number, s, e, parent.end}
	if s == undercuts && !onward && parent.step != nil {
		rel.to = *parent.step
	}
	if onward {
		rel.from, rel.to = rel.to, rel.from
	}
	r.relations = append(r.relations, rel)
	return append(stack, within{l.indent, e, nil})
}

// element reads an element and says which statement or argument it is of.
func (r *reader) element(l raw, text string, more []raw) (end, error) {
	var b strings.Builder
	b.WriteString(text)
	for _, m := range more {
		b.WriteByte(' ')
		b.WriteString(m.text)
	}
	e := r.parse(l.number, b.String())
	if e.title == "" && e.text == "" && !carries(e.data, "text") {
		return end{}, &loss.Fault{Line: l.number, Column: l.indent + 1, Problem: "nothing is said here", Hint: "write a statement, [a title] or <an argument>"}
	}
	if e.styled {
		r.lost.Add(l.number, "bold and italic words: the words are kept")
	}
	if e.spare != "" {
		r.lost.Add(l.number, fmt.Sprintf("the words after %q: a colon is missing", e.title))
	}
	if e.argument {
		return r.argumentOf(&e), nil
	}
	return r.statementOf(&e), nil
}

func (r *reader) statementOf(e *element) end {
	at, known := r.statements[e.title]
	if !known || e.title == "" {
		at = len(r.all)
		r.all = append(r.all, statement{line: e.line, title: e.title})
		r.statements[e.title] = at
	}
	s := &r.all[at]
	r.say(s, e)
	return end{'s', at}
}

// stands notes the first line on which a statement or an argument stands by
// itself: there is its place in the order of claims.
func (r *reader) stands(e end, line int) {
	var s *statement
	if e.of == 'a' {
		s = &r.reasons[e.at].like
	} else {
		s = &r.all[e.at]
	}
	if !s.alone {
		s.alone, s.line = true, line
	}
}

// say gives a statement what an element of it says.
func (r *reader) say(s *statement, e *element) {
	switch {
	case e.text == "" || e.text == s.text:
	case s.text == "":
		s.text = e.text
	case !s.told:
		r.lost.Add(e.line, fmt.Sprintf("another wording of %q: the first is kept", e.title))
		s.told = true
	}
	s.notes = append(s.notes, e.links...)
	for _, t := range e.tags {
		s.tag(t)
	}
	for _, d := range e.data {
		r.claimData(s, d)
	}
}

func (r *reader) argumentOf(e *element) end {
	at, known := r.arguments[e.title]
	if !known {
		at = len(r.reasons)
		r.reasons = append(r.reasons, reasoning{like: statement{line: e.line, title: e.title}})
		r.arguments[e.title] = at
	}
	r.say(&r.reasons[at].like, e)
	return end{'a', at}
}

// relationOf takes the sign of a relation off a line.
func relationOf(text string) (s sign, onward bool, rest string) {
	if strings.HasPrefix(text, "--") {
		return noSign, false, text
	}
	for _, r := range relationSigns {
		if rest, ok := strings.CutPrefix(text, r.text); ok {
			return r.sign, r.onward, rest
		}
	}
	return noSign, false, text
}

// rule reports whether a line begins or ends an inference.
func rule(text string) bool { return strings.HasPrefix(text, "--") }

// item takes the mark of a list off a line.
func item(text string) (rest string, is bool) {
	if rest, ok := strings.CutPrefix(text, "* "); ok {
		return rest, true
	}
	n := 0
	for n < len(text) && n < 9 && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	if n > 0 && strings.HasPrefix(text[n:], ". ") {
		return text[n+2:], true
	}
	return text, false
}
