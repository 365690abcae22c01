// Package interchange answers which formats a map can be made of and written
// in, and which of them a file is in. It knows the formats by their packages;
// none of them touches a file.
package interchange

import (
	"errors"
	"strings"

	"warrant/argument"
	"warrant/storage/interchange/argdown"
	"warrant/storage/interchange/loss"
	"warrant/storage/interchange/plain"
)

// Lost is something that the other form cannot hold.
type Lost = loss.Lost

// Format is a format of maps that is not the program's own.
type Format struct {
	Name       string   // as the command line has it
	Title      string   // as people call it
	Extensions []string // of its files; the first is the usual one
	// Read makes a map of a file, Write a file of a map; nil where there is
	// no way in that direction.
	Read  func(data []byte) (argument.Parts, []Lost, error)
	Write func(m *argument.Map) ([]byte, []Lost)

	// is tells the format of files whose name leaves open what they are.
	is func(data []byte) bool
}

// Formats are all of them. Where two have an extension in common, a file is
// of the first that recognizes it.
var Formats = []Format{
	{Name: "argdown", Title: "Argdown", Extensions: []string{".argdown", ".ad"}, Read: argdown.Read, Write: argdown.Write},
	{Name: "text", Title: "indented text", Extensions: []string{".txt", ".md", ".text", ".markdown"}, Read: readPlain, Write: writePlain},
}

// MaxBytes is how long a file of another format may be.
const MaxBytes = plain.MaxBytes

// Named returns the format of a name, nil where there is none.
func Named(name string) *Format {
	for i := range Formats {
		if Formats[i].Name == name {
			return &Formats[i]
		}
	}
	return nil
}

// For returns the format that a file of that name is written in, nil where
// the name tells none.
func For(path string) *Format {
	return of(path, func(f *Format) bool { return f.Write != nil })
}

// Of returns the format that a file is in, by its name and by what it says,
// nil where these tell none.
func Of(path string, data []byte) *Format {
	return of(path, func(f *Format) bool { return f.Read != nil && (f.is == nil || f.is(data)) })
}

// Reads reports whether files of that name are in a format that can be read,
// whatever they say.
func Reads(path string) bool {
	return of(path, func(f *Format) bool { return f.Read != nil }) != nil
}

// of finds the format with the longest extension that a name ends in.
func of(path string, fits func(*Format) bool) (found *Format) {
	name := strings.ToLower(path)
	longest := 0
	for i := range Formats {
		f := &Formats[i]
		for _, e := range f.Extensions {
			if len(e) > longest && strings.HasSuffix(name, e) && fits(f) {
				found, longest = f, len(e)
			}
		}
	}
	return found
}

// Readable and Writable list the extensions of the formats that can be read,
// or written, each once.
func Readable() []string { return extensions(func(f *Format) bool { return f.Read != nil }) }

// Writable is Readable for writing.
func Writable() []string { return extensions(func(f *Format) bool { return f.Write != nil }) }

func extensions(fits func(*Format) bool) (all []string) {
	seen := make(map[string]bool)
	for i := range Formats {
		if !fits(&Formats[i]) {
			continue
		}
		for _, e := range Formats[i].Extensions {
			if !seen[e] {
				seen[e] = true
				all = append(all, e)
			}
		}
	}
	return all
}

var errUTF16 = errors.New("the text is UTF-16; save it as UTF-8")

func readPlain(data []byte) (argument.Parts, []Lost, error) {
	if s := string(data[:min(len(data), 2)]); s == "\xff\xfe" || s == "\xfe\xff" {
		return argument.Parts{}, nil, errUTF16
	}
	p, lost := plain.Read(string(data))
	return p, lost, nil
}

func writePlain(m *argument.Map) ([]byte, []Lost) {
	written, lost := plain.Write(m)
	return []byte(written), lost
}
