// Package mapfile answers how a map is written down as one JSON document,
// and which bytes are such a document.
//
// Reading is strict: what is not exactly a map is refused with its place and
// the reason, and nothing is half-read. Writing is canonical: equal maps give
// equal bytes, and members that this version does not know come back as they
// were. The package never touches a file system; that is package disk.
package mapfile

import (
	"errors"
	"fmt"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"

	"warrant/argument"
)

// Format and Version are what a map file says of itself in its first two
// members.
const (
	Format  = "warrant-map"
	Version = 1
)

// The limits of a file, checked before anything is built from it. The number
// of claims and links is limited by package argument.
const (
	MaxBytes = 64 << 20
	MaxDepth = 64 // objects and arrays open at once
)

// Decode reads a map. The error is an *Error.
func Decode(data []byte) (*argument.Map, error) {
	m, problems := current.read(data, 1)
	if len(problems) > 0 {
		return nil, problems[0]
	}
	return m, nil
}

// Problems returns what is wrong with a file, in the order of the file as far
// as is known, and at most 100 of it. Rules that tie records to one another
// are looked at only where every record by itself is well formed. It is empty
// for a file that Decode reads.
func Problems(data []byte) []*Error {
	_, problems := current.read(data, 100)
	return problems
}

// reader reads files up to the version newest. Tests make readers of versions
// to come.
type reader struct {
	newest int
	chain  []migration
}

var current = reader{Version, migrations}

func (r reader) read(data []byte, most int) (*argument.Map, []*Error) {
	text, fault := plainText(data)
	if fault != nil {
		return nil, []*Error{fault}
	}
	found, fault := scan(text, most)
	if fault != nil {
		return nil, []*Error{fault}
	}
	version, fault := r.version(text, found)
	if fault != nil {
		return nil, []*Error{fault}
	}
	if version < r.newest {
		return r.readOld(text, version, most)
	}
	if len(found.problems) > 0 {
		return nil, found.problems
	}
	return build(text, found, most)
}

// readOld reads a file of an older version. Places in a migrated text are not
// places in the file, so that its faults are told by pointer alone.
func (r reader) readOld(text []byte, version, most int) (*argument.Map, []*Error) {
	text, fault := r.migrate(text, version)
	if fault != nil {
		return nil, []*Error{fault}
	}
	found, fault := scan(text, most)
	var m *argument.Map
	var problems []*Error
	switch {
	case fault != nil:
		problems = []*Error{fault}
	case len(found.problems) > 0:
		problems = found.problems
	default:
		m, problems = build(text, found, most)
	}
	for _, p := range problems {
		p.Line, p.Column = 0, 0
		p.Problem += fmt.Sprintf(" (in a map of version %d, read as version %d)", version, r.newest)
	}
	return m, problems
}

// maxSearched bounds the bytes that are read again to find the places of
// faults.
const maxSearched = 128 << 20

// build makes the map of a text that scan has found well formed.
func build(text []byte, f found, most int) (*argument.Map, []*Error) {
	var w written
	w.Claims, w.Links = make([]writtenClaim, 0, f.claims), make([]writtenLink, 0, f.links)
	if err := json.Unmarshal(text, &w); err != nil {
		return nil, []*Error{semantic(text, err)}
	}
	parts, err := w.parts()
	if err != nil {
		return nil, []*Error{{Reason: Invalid, Problem: err.Error()}}
	}
	m, err := argument.Build(parts)
	if err == nil {
		return m, nil
	}
	var problems []*Error
	for _, rule := range argument.Faults(parts, most) {
		problems = append(problems, broken(text, &parts, rule))
		if len(text)*len(problems) > maxSearched {
			break
		}
	}
	return nil, problems
}

// Listed is a map, or a still of one.
type Listed interface{ Parts() argument.Parts }

// Encode writes a map: keys in the order of the specification, records in the
// map's order, two spaces of indent, lists of plain values on one line, the
// shortest numbers, a line end at the end, and nothing that is not set.
func Encode(m Listed) ([]byte, error) {
	p := m.Parts()
	w, err := writtenOf(p)
	if err != nil {
		return nil, err
	}
	compact, err := json.Marshal(w, json.Deterministic(true))
	if err != nil {
		return nil, fmt.Errorf("write the map as JSON: %w", err)
	}
	text := append(layout(make([]byte, 0, len(compact)*7/4), compact), '\n')
	if fault := readable(&p, text); fault != nil {
		return nil, fmt.Errorf("the map cannot be written as a file that can be read again: %w", fault)
	}
	return text, nil
}

// readable says what keeps a text just written from being read again: a limit
// passed, or unknown members that are none.
func readable(p *argument.Parts, text []byte) *Error {
	if len(text) > MaxBytes {
		return tooManyBytes(len(text))
	}
	for c, n := range count(p) {
		if l := limits[c]; l.most > 0 && n > l.most {
			return &Error{Reason: TooLarge, Problem: fmt.Sprintf("%d %s, but at most %d can be", n, l.what, l.most)}
		}
	}
	if !hasExtra(p) {
		return nil
	}
	found, fault := scan(text, 1)
	if fault == nil && len(found.problems) > 0 {
		fault = found.problems[0]
	}
	return fault
}

// count counts as a scan does.
func count(p *argument.Parts) (n [counters]int) {
	n[claimCount], n[linkCount] = len(p.Claims), len(p.Links)
	n[recordCount] = len(p.Sources) + len(p.Steps)
	for i := range p.Sources {
		n[entryCount] += len(p.Sources[i].Authors)
	}
	for i := range p.Claims {
		n[entryCount] += len(p.Claims[i].Tags)
		n[passageCount] += len(p.Claims[i].Passages)
	}
	for i := range p.Links {
		n[entryCount] += len(p.Links[i].From)
		n[recordCount] += len(p.Links[i].Evidence)
		for j := range p.Links[i].Evidence {
			n[passageCount] += len(p.Links[i].Evidence[j].Passages)
		}
	}
	for i := range p.Steps {
		n[entryCount] += len(p.Steps[i].Focus) + len(p.Steps[i].Reveal)
	}
	return n
}

// semantic makes an Error of what Unmarshal found. The scan finds all that
// Unmarshal can, so this is for faults of either.
func semantic(text []byte, err error) *Error {
	e := &Error{Reason: Invalid, Problem: err.Error()}
	var se *json.SemanticError
	if errors.As(err, &se) {
		e.Pointer = bounded(se.JSONPointer)
		e.place(text, locate(text, se.JSONPointer))
	}
	var sy *jsontext.SyntacticError
	if errors.As(err, &sy) {
		e = syntactic(text, err)
	}
	return e
}
