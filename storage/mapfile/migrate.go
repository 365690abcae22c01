package mapfile

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/goccy/go-json/jsontext"
)

// migration makes of a map file of one version the same map in the next. It
// gets well-formed JSON within the limits, and does not touch the members
// format and version, nor any that it does not know.
type migration func(text []byte) ([]byte, error)

// migrations leads from version 1 to Version: migrations[0] makes 2 of 1, and
// so on. Each is a function in a file of its own, migrateN.go, with a sample
// from before and after it in testdata/migrations. Version 1 is the first, so
// there is none yet.
var migrations = []migration{}

// version says of which version a text is, if it is one that can be read.
func (r reader) version(text []byte, f found) (int, *Error) {
	fail := func(reason Reason, name, problem, hint string) (int, *Error) {
		e := &Error{Reason: reason, Problem: problem, Hint: hint}
		if name != "" {
			e.Pointer = "/" + name
			e.place(text, locate(text, jsontext.Pointer(e.Pointer)))
		}
		return 0, e
	}
	if f.format == nil {
		if p := f.misspelt("format"); p != nil {
			return 0, p
		}
		return fail(NotAMap, "", "this is JSON, but not a map file", `a map file has the member "format": "warrant-map"`)
	}
	if name := unquoted(f.format); name != Format {
		return fail(NotAMap, "format", "this is JSON, but not a map file", `a map file has the member "format": "warrant-map"`)
	}
	if f.version == nil {
		if p := f.misspelt("version"); p != nil {
			return 0, p
		}
		return fail(Invalid, "", `the member "version" is missing`, fmt.Sprintf("this Warrant writes version %d", r.newest))
	}
	if f.version.Kind() != '0' {
		return fail(Invalid, "version", fmt.Sprintf("the version must be a number, not %s", kindName(f.version.Kind())), fmt.Sprintf("this Warrant writes version %d", r.newest))
	}
	digits := string(f.version)
	for _, c := range digits {
		if (c < '0' || c > '9') && c != '-' {
			return fail(Invalid, "version", fmt.Sprintf("the version must be a whole number, not %s", shortNumber(f.version)), "")
		}
	}
	n, err := strconv.Atoi(digits)
	switch {
	case digits[0] == '-', err == nil && n < 1:
		return fail(Invalid, "version", fmt.Sprintf("there is no version %s", shortNumber(f.version)), "versions are counted from 1")
	case err != nil || n > r.newest:
		return fail(TooNew, "version", fmt.Sprintf("the map is of version %s, made by a newer Warrant; this one reads up to version %d", shortNumber(f.version), r.newest), "")
	}
	return n, nil
}

// misspelt returns the problem of a member that is the missing one in another
// case.
func (f *found) misspelt(name string) *Error {
	for _, p := range f.problems {
		if strings.EqualFold(p.Pointer, "/"+name) {
			return p
		}
	}
	return nil
}

func unquoted(raw jsontext.Value) string {
	if raw.Kind() != '"' {
		return ""
	}
	b, err := jsontext.AppendUnquote(nil, raw)
	if err != nil {
		return ""
	}
	return string(b)
}

// migrate brings a text from version up to the newest.
func (r reader) migrate(text []byte, version int) ([]byte, *Error) {
	for ; version < r.newest; version++ {
		next, err := r.chain[version-1](text)
		if err != nil {
			return nil, &Error{Reason: Invalid, Problem: fmt.Sprintf("the map is of version %d and cannot be read as version %d: %v", version, version+1, err)}
		}
		text = next
	}
	return text, nil
}
