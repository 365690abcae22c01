// Package loss answers what a conversion between formats has to tell: what
// the other form cannot hold, and where a text is not what it should be. It
// knows no format.
package loss

import (
	"bytes"
	"fmt"
	"slices"
	"unicode/utf8"
)

// Lost is something that the other form cannot hold.
type Lost struct {
	Line int // of the text, from 1; 0 where it is about the whole
	What string
}

// String returns "12: …", or the what alone where there is no line.
func (l Lost) String() string {
	if l.Line == 0 {
		return l.What
	}
	return fmt.Sprintf("%d: %s", l.Line, l.What)
}

// most is how many losses are told one by one.
const most = 100

// Losses collects what was lost. The zero Losses is empty.
type Losses struct {
	list []Lost
	more int
}

// Begin returns losses that go on from a list.
func Begin(list []Lost) Losses { return Losses{list: list} }

// Add notes a loss.
func (l *Losses) Add(line int, what string) {
	if len(l.list) >= most {
		l.more++
		return
	}
	l.list = append(l.list, Lost{line, what})
}

// AddCount notes a loss of n things, where there are any.
func (l *Losses) AddCount(n int, what string) {
	if n > 0 {
		l.Add(0, fmt.Sprintf("%s (%d)", what, n))
	}
}

// Told returns what was lost, a last line for what is too much to be told.
func (l *Losses) Told() []Lost {
	if l.more == 0 {
		return l.list
	}
	return append(l.list[:len(l.list):len(l.list)], Lost{0, fmt.Sprintf("and %d more of such losses", l.more)})
}

// ByLine is Told in the order of the lines.
func (l *Losses) ByLine() []Lost {
	list := slices.Clone(l.list)
	slices.SortStableFunc(list, func(a, b Lost) int {
		if (a.Line == 0) != (b.Line == 0) {
			return b.Line - a.Line
		}
		return a.Line - b.Line
	})
	sorted := Losses{list, l.more}
	return sorted.Told()
}

// Fault is a place at which a text cannot be read. Nothing of the text is
// taken then.
type Fault struct {
	Line, Column int // from 1; 0 where the fault has no place
	Problem      string
	Hint         string // what would be right; may be empty
}

func (f *Fault) Error() string {
	s := f.Problem
	if f.Hint != "" {
		s += "; " + f.Hint
	}
	if f.Line == 0 {
		return s
	}
	return fmt.Sprintf("%d:%d: %s", f.Line, f.Column, s)
}

// At returns a fault at a byte offset of a text.
func At(text []byte, offset int, problem, hint string) *Fault {
	offset = min(max(offset, 0), len(text))
	before := text[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return &Fault{bytes.Count(before, []byte{'\n'}) + 1, utf8.RuneCount(before[start:]) + 1, problem, hint}
}
