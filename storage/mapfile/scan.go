package mapfile

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-json/jsontext"
)

// plainText returns the text of a file without its byte order mark, or says
// at a glance why it is none.
func plainText(data []byte) ([]byte, *Error) {
	if len(data) > MaxBytes {
		return nil, tooManyBytes(len(data))
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) ||
		bytes.HasPrefix(data, []byte("{\x00")) || bytes.HasPrefix(data, []byte("\x00{")) {
		return nil, &Error{Reason: Corrupt, Line: 1, Column: 1, Problem: "the text is in UTF-16", Hint: "save it as UTF-8"}
	}
	text := bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	rest := bytes.TrimLeft(text, " \t\r\n")
	switch {
	case len(rest) == 0:
		return nil, &Error{Reason: NotAMap, Problem: "the file is empty", Hint: "a map file is a JSON object that begins with {\"format\": \"warrant-map\""}
	case rest[0] != '{':
		e := &Error{Reason: NotAMap, Problem: "this is not a map file", Hint: "a map file is a JSON object that begins with {\"format\": \"warrant-map\""}
		e.place(text, len(text)-len(rest))
		return nil, e
	}
	return text, nil
}

func tooManyBytes(n int) *Error {
	return &Error{Reason: TooLarge, Problem: fmt.Sprintf("%d bytes, but a map file has at most %d (64 MB)", n, MaxBytes)}
}

// found is what a scan learns about a text that is well-formed JSON within
// the limits.
type found struct {
	format, version jsontext.Value // nil where missing
	problems        []*Error       // where it has not the shape of a map
	claims, links   int
}

// scan reads the whole text without building anything from it. The error is
// of the kind that ends reading: bad syntax, or a limit passed.
func scan(text []byte, most int) (found, *Error) {
	s := scanner{text: text, d: jsontext.NewDecoder(bytes.NewBuffer(text)), most: most}
	if fault := s.value(mapShape, true); fault != nil {
		return found{}, fault
	}
	end := int(s.d.InputOffset())
	if rest := bytes.TrimLeft(text[end:], " \t\r\n"); len(rest) > 0 {
		e := &Error{Reason: Corrupt, Problem: "there is something after the end of the map"}
		e.place(text, len(text)-len(rest))
		return found{}, e
	}
	s.found.claims, s.found.links = s.counts[claimCount], s.counts[linkCount]
	return s.found, nil
}

type scanner struct {
	text    []byte
	d       *jsontext.Decoder
	most    int // problems to collect
	found   found
	counts  [counters]int
	unknown int // bytes
	scratch []byte
}

// next returns where the next value begins.
func (s *scanner) next() int {
	i := int(s.d.InputOffset())
	for i < len(s.text) {
		switch s.text[i] {
		case ' ', '\t', '\r', '\n', ',', ':':
			i++
			continue
		}
		break
	}
	return i
}

// problem notes that the value last read, which began at offset, is wrong.
func (s *scanner) problem(offset int, hint, format string, args ...any) {
	if len(s.found.problems) < s.most {
		e := &Error{Reason: Invalid, Pointer: bounded(s.d.StackPointer()), Problem: fmt.Sprintf(format, args...), Hint: hint}
		e.place(s.text, offset)
		s.found.problems = append(s.found.problems, e)
	}
}

func (s *scanner) tooLarge(format string, args ...any) *Error {
	e := &Error{Reason: TooLarge, Pointer: bounded(s.d.StackPointer()), Problem: fmt.Sprintf(format, args...)}
	e.place(s.text, int(s.d.InputOffset()))
	return e
}

func (s *scanner) tooMuchUnknown() *Error {
	return s.tooLarge("more than %d MB in unknown members", maxUnknown>>20)
}

// value reads one value. Known shapes nest a few levels only, so that the
// recursion is bounded; what is of unknown shape is read by skip.
func (s *scanner) value(sh *shape, top bool) *Error {
	k := s.d.PeekKind()
	if k == jsontext.KindInvalid || sh.takes(k) {
		switch {
		case k == '{':
			return s.object(sh, top)
		case k == '[':
			return s.array(sh)
		}
		return s.scalar(sh)
	}
	at := s.next()
	if fault := s.skip(); fault != nil {
		return fault
	}
	hint := ""
	if k == 'n' {
		hint = "leave the member out where nothing is set"
	}
	s.problem(at, hint, "%s must stand here, not %s", sh, kindName(k))
	return nil
}

func (s *scanner) scalar(sh *shape) *Error {
	raw, err := s.d.ReadValue()
	if err != nil {
		return syntactic(s.text, err)
	}
	at := int(s.d.InputOffset()) - len(raw)
	switch {
	case sh.short && len(raw) > maxShort:
		s.problem(at, "", "no ID and no word that can stand here is so long")
	case sh.kind != '0':
	case sh.whole:
		if _, err := strconv.Atoi(string(raw)); err != nil {
			s.problem(at, "", "%s is not a whole number that can stand here", shortNumber(raw))
		}
	case len(raw) > 300 || bytes.ContainsAny(raw, "eE"):
		if _, err := strconv.ParseFloat(string(raw), 64); err != nil {
			s.problem(at, "", "%s is too large a number", shortNumber(raw))
		}
	}
	return nil
}

func shortNumber(raw []byte) string {
	if len(raw) > 40 {
		return string(raw[:40]) + "…"
	}
	return string(raw)
}

func (s *scanner) object(sh *shape, top bool) *Error {
	at := s.next()
	if _, err := s.d.ReadToken(); err != nil {
		return syntactic(s.text, err)
	}
	var seen uint64 // bit i: required[i] is there
	for n := 1; s.d.PeekKind() != '}'; n++ {
		raw, err := s.d.ReadValue() // the name
		if err != nil {
			return syntactic(s.text, err)
		}
		if n > maxMembers {
			return s.tooLarge("more than %d members in one object", maxMembers)
		}
		if len(raw) > maxName {
			return s.tooLarge("a name of more than %d bytes", maxName)
		}
		name := s.unquote(raw)
		member, known := sh.members[string(name)]
		if known {
			for i, r := range sh.required {
				if r == string(name) {
					seen |= 1 << i
				}
			}
		} else if right := sh.inOtherCase(name); right != "" {
			s.problem(int(s.d.InputOffset())-len(raw), "write "+strconv.Quote(right), "%s is not a member that there is", quoted(string(name)))
		}
		if !known {
			at := int(s.d.InputOffset()) - len(raw)
			if fault := s.skip(); fault != nil {
				return fault
			}
			if s.unknown += int(s.d.InputOffset()) - at; s.unknown > maxUnknown {
				return s.tooMuchUnknown()
			}
			continue
		}
		if top && member == anything {
			if fault := s.heading(string(name)); fault != nil {
				return fault
			}
			continue
		}
		if fault := s.value(member, false); fault != nil {
			return fault
		}
	}
	if _, err := s.d.ReadToken(); err != nil {
		return syntactic(s.text, err)
	}
	for i, r := range sh.required {
		if seen&(1<<i) == 0 {
			s.problem(at, "", "%q is missing", r)
		}
	}
	return nil
}

// heading reads the value of format or version.
func (s *scanner) heading(name string) *Error {
	k := s.d.PeekKind()
	if k == '{' || k == '[' {
		at := s.next()
		if fault := s.skip(); fault != nil {
			return fault
		}
		s.head(name, s.text[at:s.d.InputOffset()])
		return nil
	}
	raw, err := s.d.ReadValue()
	if err != nil {
		return syntactic(s.text, err)
	}
	s.head(name, s.text[int(s.d.InputOffset())-len(raw):s.d.InputOffset()])
	return nil
}

func (s *scanner) head(name string, raw jsontext.Value) {
	if name == "format" {
		s.found.format = raw
	} else {
		s.found.version = raw
	}
}

func (s *scanner) array(sh *shape) *Error {
	at := s.next()
	if _, err := s.d.ReadToken(); err != nil {
		return syntactic(s.text, err)
	}
	n := 0
	for ; s.d.PeekKind() != ']'; n++ {
		if sh.count != uncounted {
			s.counts[sh.count]++
			if most := limits[sh.count].most; s.counts[sh.count] > most {
				return s.tooLarge("more than %d %s", most, limits[sh.count].what)
			}
		}
		if fault := s.value(sh.element, false); fault != nil {
			return fault
		}
	}
	if _, err := s.d.ReadToken(); err != nil {
		return syntactic(s.text, err)
	}
	if sh.exactly > 0 && n != sh.exactly {
		s.problem(at, "", "%s must stand here, not of %d", sh, n)
	}
	return nil
}

// skip reads a value of whatever shape.
func (s *scanner) skip() *Error {
	outside, start := s.d.StackDepth(), s.d.InputOffset()
	for {
		if _, err := s.d.ReadToken(); err != nil {
			return syntactic(s.text, err)
		}
		depth := s.d.StackDepth()
		if depth > MaxDepth {
			return s.tooLarge("nested deeper than %d levels", MaxDepth)
		}
		if s.d.InputOffset()-start > maxUnknown {
			return s.tooMuchUnknown()
		}
		if depth <= outside {
			return nil
		}
		if kind, n := s.d.StackIndex(depth); kind == '{' && n > 2*maxMembers {
			return s.tooLarge("more than %d members in one object", maxMembers)
		}
	}
}

// unquote returns the text of a JSON string. It is good until the next call.
func (s *scanner) unquote(raw []byte) []byte {
	if bytes.IndexByte(raw, '\\') < 0 {
		return raw[1 : len(raw)-1]
	}
	s.scratch, _ = jsontext.AppendUnquote(s.scratch[:0], raw) // read and so well formed
	return s.scratch
}

// inOtherCase returns the known name that the unknown name is in other
// letters, or "".
func (sh *shape) inOtherCase(name []byte) string {
	if len(name) > 20 || !utf8.Valid(name) { // longer than every known name
		return ""
	}
	for known := range sh.members {
		if strings.EqualFold(known, string(name)) {
			return known
		}
	}
	return ""
}
