package mapfile

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	"github.com/goccy/go-json/jsontext"

	"warrant/argument"
)

// broken tells a broken rule of the map by its place in the text.
func broken(text []byte, p *argument.Parts, rule *argument.RuleError) *Error {
	e := &Error{Reason: Invalid, Problem: rule.Problem}
	if rule.Record == "map" && (rule.Field == "claims" || rule.Field == "links") {
		e.Reason = TooLarge
	}
	pointer := pointerTo(p, rule)
	e.Pointer = string(pointer)
	e.place(text, locate(text, pointer))
	return e
}

func pointerTo(p *argument.Parts, rule *argument.RuleError) jsontext.Pointer {
	var pointer jsontext.Pointer
	if rule.Record != "map" {
		pointer = pointer.AppendToken(rule.Record + "s").AppendToken(strconv.Itoa(indexOf(p, rule)))
	}
	if rule.Field == "" {
		return pointer
	}
	return pointer + jsontext.Pointer("/"+rule.Field) // fields need no escaping
}

// indexOf returns the index of the record in its list. A rule that ties
// several records gives only an ID.
func indexOf(p *argument.Parts, rule *argument.RuleError) int {
	if rule.Index >= 0 {
		return rule.Index
	}
	for i := range p.Links {
		if p.Links[i].ID == rule.ID {
			return i
		}
	}
	return 0
}

// locate returns the offset of the value that a pointer leads to in a
// well-formed text, or, where it leads nowhere, of the last value on the way.
func locate(text []byte, pointer jsontext.Pointer) int {
	s := scanner{text: text, d: jsontext.NewDecoder(bytes.NewBuffer(text))}
	at := s.next()
	for token := range pointer.Tokens() {
		if !s.enter(token) {
			return at
		}
		at = s.next()
	}
	return at
}

// enter reads up to the member or element of the next value.
func (s *scanner) enter(token string) bool {
	open, err := s.d.ReadToken()
	if err != nil {
		return false
	}
	switch open.Kind() {
	case '{':
		for s.d.PeekKind() == '"' {
			raw, err := s.d.ReadValue()
			if err != nil {
				return false
			}
			if string(s.unquote(raw)) == token {
				return true
			}
			if s.d.SkipValue() != nil {
				return false
			}
		}
	case '[':
		index, err := strconv.Atoi(strings.TrimSpace(token))
		if err != nil {
			return false
		}
		for range index {
			if k := s.d.PeekKind(); k == ']' || k == jsontext.KindInvalid || s.d.SkipValue() != nil {
				return false
			}
		}
		k := s.d.PeekKind()
		return k != ']' && k != jsontext.KindInvalid
	}
	return false
}

// names returns the names of the members of the object that is the text.
func (s *scanner) names() ([]string, error) {
	s.d = jsontext.NewDecoder(bytes.NewBuffer(s.text))
	open, err := s.d.ReadToken()
	if err != nil {
		return nil, err
	}
	if open.Kind() != '{' {
		return nil, errors.New("it begins with no {")
	}
	var names []string
	for s.d.PeekKind() != '}' {
		raw, err := s.d.ReadValue()
		if err != nil {
			return nil, err
		}
		names = append(names, string(s.unquote(raw)))
		if err := s.d.SkipValue(); err != nil {
			return nil, err
		}
	}
	return names, nil
}
