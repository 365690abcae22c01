package mapfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-json/jsontext"
)

// Reason says why a file is not read. The set is closed: window and command
// line switch on it.
type Reason int

// The reasons.
const (
	NotAMap  Reason = iota + 1 // something else, perhaps a good file of its kind
	TooNew                     // a map made by a newer Warrant
	TooLarge                   // past a limit
	Corrupt                    // not well-formed JSON
	Invalid                    // JSON, and meant as a map, but a rule is broken
)

func (r Reason) String() string {
	switch r {
	case NotAMap:
		return "not a map"
	case TooNew:
		return "too new"
	case TooLarge:
		return "too large"
	case Corrupt:
		return "corrupt"
	case Invalid:
		return "invalid"
	}
	return "unknown reason " + strconv.Itoa(int(r))
}

// Error is one thing wrong with a file.
type Error struct {
	Reason  Reason
	Line    int    // from 1; 0 where the problem has no place in the file
	Column  int    // in code points, from 1
	Pointer string // to the value, after RFC 6901; empty for the whole file
	Problem string
	Hint    string // what would be right, where that is known
}

// Error returns "3:14: /links/2/to: there is no claim or link \"c9\"". It has
// no control or direction characters and is of bounded length, whatever the
// file holds.
func (e *Error) Error() string {
	var b strings.Builder
	if e.Line > 0 {
		fmt.Fprintf(&b, "%d:%d: ", e.Line, e.Column)
	}
	if e.Pointer != "" {
		b.WriteString(printable(e.Pointer, 120) + ": ")
	}
	b.WriteString(printable(e.Problem, 300))
	if e.Hint != "" {
		b.WriteString("; " + printable(e.Hint, 200))
	}
	return b.String()
}

// printable shortens s to about most runes and escapes what would act on a
// terminal or turn the direction of the text.
func printable(s string, most int) string {
	var b strings.Builder
	n := 0
	for _, r := range s {
		if n++; n > most {
			b.WriteString("…")
			break
		}
		if strconv.IsPrint(r) {
			b.WriteRune(r)
		} else {
			q := strconv.QuoteRune(r)
			b.WriteString(q[1 : len(q)-1])
		}
	}
	return b.String()
}

// bounded returns a pointer, or where it is long the pointer to what is around
// its value.
func bounded(p jsontext.Pointer) string {
	for len(p) > 1000 {
		p = p.Parent()
	}
	return string(p)
}

// quoted is %q for text from a file, shortened.
func quoted(s string) string {
	if len(s) > 200 {
		s = s[:200]
		for len(s) > 0 && !utf8.ValidString(s) {
			s = s[:len(s)-1]
		}
		s += "…"
	}
	return strconv.Quote(s)
}

// place sets line and column to a byte offset of the text.
func (e *Error) place(text []byte, offset int) {
	offset = min(max(offset, 0), len(text))
	before := text[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	e.Line = bytes.Count(before, []byte{'\n'}) + 1
	e.Column = utf8.RuneCount(before[start:]) + 1
}

// syntactic makes an Error of what jsontext found.
func syntactic(text []byte, err error) *Error {
	e := &Error{Reason: Corrupt, Problem: err.Error()}
	var se *jsontext.SyntacticError
	switch {
	case errors.As(err, &se):
		e.Pointer = bounded(se.JSONPointer)
		e.place(text, int(se.ByteOffset))
		e.Hint = slip(text, int(se.ByteOffset))
		if se.Err != nil {
			e.Problem = se.Err.Error()
		}
	case errors.Is(err, io.EOF):
		e.place(text, len(text))
	}
	switch {
	case errors.Is(err, jsontext.ErrDuplicateName):
		e.Problem = "the name " + quoted(se.JSONPointer.LastToken()) + " stands twice in one object"
		e.Hint = "keep one of the two"
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		e.Problem = "the file ends before the map does"
	}
	return e
}

// slip guesses from the character at which reading stopped what a person who
// edits by hand meant.
func slip(text []byte, offset int) string {
	if offset < 0 || offset >= len(text) {
		return ""
	}
	switch text[offset] {
	case '/', '#':
		return "JSON has no comments"
	case '\'':
		return "texts stand in double quotes"
	case ',':
		return "there may be a comma too many"
	case '"', '{', '[':
		return "there may be a comma missing before it"
	case '\n', '\r':
		return `a line end within a text is written \n`
	}
	return ""
}
