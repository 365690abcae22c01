// Package find answers where in a map a text stands, and what it would say
// with another in its place. It knows no window, and writes to a map through
// an edit alone.
package find

import (
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"

	"github.com/rivo/uniseg"
)

// Options say how a text is meant. All off, capitals and small letters are
// the same, and so are ways to write one letter: é composed or not, ß and ss.
type Options struct {
	MatchCase bool
	WholeWord bool
	Regexp    bool // the text is a regular expression as package regexp has it
}

// Pattern is what is looked for. It is for one goroutine.
type Pattern struct {
	options Options
	folder  folder
	wanted  string // folded
	regexp  *regexp.Regexp
}

// Span is a part of a text, in bytes, the end exclusive.
type Span struct{ From, To int }

// New returns the pattern of a text. The error says what is wrong with a
// regular expression.
func New(text string, o Options) (*Pattern, error) {
	p := &Pattern{options: o, folder: newFolder(o.MatchCase)}
	if o.Regexp {
		flags := "(?m)"
		if !o.MatchCase {
			flags = "(?im)"
		}
		re, err := regexp.Compile(flags + text)
		if err != nil {
			return nil, fmt.Errorf("regular expression: %w", unwrapped(err))
		}
		p.regexp = re
		return p, nil
	}
	p.wanted = p.folder.fold(text).text
	return p, nil
}

// unwrapped takes off what the error of an expression says of itself.
func unwrapped(err error) error {
	var e *syntax.Error
	if !errors.As(err, &e) {
		return err
	}
	if e.Code == syntax.ErrMissingParen || e.Code == syntax.ErrUnexpectedParen { // the whole is no news
		return errors.New(e.Code.String())
	}
	return fmt.Errorf("%s: %s", e.Code, e.Expr)
}

// Empty reports whether nothing is looked for.
func (p *Pattern) Empty() bool { return p.regexp == nil && p.wanted == "" }

// All returns where in a text the pattern stands, none overlapping another.
// What is empty, as a* may be, is not found.
func (p *Pattern) All(text string) []Span {
	var all []Span
	var words map[int]bool
	p.each(text, func(s Span) bool {
		if p.options.WholeWord {
			if words == nil {
				words = edges(text)
			}
			if !words[s.From] || !words[s.To] {
				return false
			}
		}
		all = append(all, s)
		return true
	})
	return all
}

// each offers what may be found; what is taken is passed over.
func (p *Pattern) each(text string, take func(Span) bool) {
	switch {
	case p.regexp != nil:
		for _, at := range p.regexp.FindAllStringIndex(text, -1) {
			if at[0] < at[1] {
				take(Span{at[0], at[1]})
			}
		}
	case p.wanted != "":
		t := p.folder.fold(text)
		for i := 0; i <= len(t.text)-len(p.wanted); {
			at := strings.Index(t.text[i:], p.wanted)
			if at < 0 {
				return
			}
			i += at
			if s, whole := t.span(i, i+len(p.wanted)); whole && take(s) {
				i += len(p.wanted)
			} else {
				i++
			}
		}
	}
}

// edges returns where words begin and end, as Unicode has it: in writing
// without spaces each character of Chinese is a word of its own.
func edges(text string) map[int]bool {
	at := map[int]bool{0: true}
	state, rest := -1, text
	for rest != "" {
		_, rest, state = uniseg.FirstWordInString(rest, state)
		at[len(text)-len(rest)] = true
	}
	return at
}

// Replace returns a text with another put where the spans are, which must be
// some of All. With a regular expression, $1 stands for its first group.
func (p *Pattern) Replace(text, with string, at []Span) string {
	var b strings.Builder
	done := 0
	for _, s := range at {
		b.WriteString(text[done:s.From])
		b.WriteString(p.replacement(text, with, s))
		done = s.To
	}
	b.WriteString(text[done:])
	return b.String()
}

func (p *Pattern) replacement(text, with string, s Span) string {
	if p.regexp == nil {
		return with
	}
	for _, groups := range p.regexp.FindAllStringSubmatchIndex(text, -1) {
		if groups[0] == s.From {
			return string(p.regexp.ExpandString(nil, with, text, groups))
		}
	}
	return with
}
