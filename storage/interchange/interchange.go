// Package interchange answers which formats a map can be made of and written
// in, and which of them a file is in. It knows the formats by their packages;
// none of them touches a file.
package interchange

import (
	"errors"
	"strings"

	"warrant/argument"
	"warrant/storage/interchange/aif"
	"warrant/storage/interchange/argdown"
	"warrant/storage/interchange/freemind"
	"warrant/storage/interchange/graphml"
	"warrant/storage/interchange/graphviz"
	"warrant/storage/interchange/kialo"
	"warrant/storage/interchange/loss"
	"warrant/storage/interchange/mindmup"
	"warrant/storage/interchange/opml"
	"warrant/storage/interchange/plain"
	"warrant/storage/interchange/table"
)

// Lost is something that the other form cannot hold.
type Lost = loss.Lost

// Format is a format of maps that is not the program's own.
type Format struct {
	Name       string   // as the command line has it
	Title      string   // as people call it
	Extensions []string // of its files; the first is the usual one
	// Maybe are extensions of files that are in this format where they look it.
	Maybe []string
	// Read makes a map of a file, Write a file of a map; nil where there is
	// no way in that direction.
	Read  func(data []byte) (argument.Parts, []Lost, error)
	Write func(m *argument.Map) ([]byte, []Lost)

	// is tells it of files whose name leaves open what they are.
	is func(data []byte) bool
}

// Formats are all of them.
var Formats = []Format{
	{Name: "argdown", Title: "Argdown", Extensions: []string{".argdown", ".ad"}, Read: argdown.Read, Write: argdown.Write},
	{Name: "kialo", Title: "Kialo discussion", Extensions: []string{".kialo.txt"}, Maybe: []string{".txt"}, Read: kialo.Read, is: kialo.Recognize},
	{Name: "aif", Title: "AIF", Extensions: []string{".aif", ".aif.json"}, Maybe: []string{".json"}, Read: aif.Read, Write: aif.Write, is: aif.Recognize},
	{Name: "opml", Title: "OPML", Extensions: []string{".opml"}, Read: opml.Read, Write: opml.Write},
	{Name: "freemind", Title: "FreeMind", Extensions: []string{".mm"}, Read: freemind.Read, Write: freemind.Write},
	{Name: "mindmup", Title: "MindMup", Extensions: []string{".mup"}, Read: mindmup.Read, Write: mindmup.Write},
	{Name: "dot", Title: "Graphviz DOT", Extensions: []string{".dot", ".gv"}, Write: graphviz.Write},
	{Name: "graphml", Title: "GraphML", Extensions: []string{".graphml"}, Write: graphml.Write},
	{Name: "csv", Title: "table", Extensions: []string{".csv"}, Write: table.Write},
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
	return of(path, func(f *Format) bool { return f.Write != nil }, nil)
}

// Of returns the format that a file is in, by its name and by what it says,
// nil where these tell none.
func Of(path string, data []byte) *Format {
	return of(path, readable, func(f *Format) bool { return f.is(data) })
}

// Reads reports whether files of that name are in a format that can be read,
// whatever they say.
func Reads(path string) bool { return of(path, readable, nil) != nil }

// MayRead is Reads for names that leave it open, too.
func MayRead(path string) bool {
	return of(path, readable, func(*Format) bool { return true }) != nil
}

func readable(f *Format) bool { return f.Read != nil }

// of finds the format with the longest extension that a name ends in: one
// that fits, and where the name leaves it open looks as it should.
func of(path string, fits, looks func(*Format) bool) (found *Format) {
	name := strings.ToLower(path)
	longest := 0
	for i := range Formats {
		f := &Formats[i]
		if !fits(f) {
			continue
		}
		for _, e := range f.Extensions {
			if len(e) > longest && strings.HasSuffix(name, e) {
				found, longest = f, len(e)
			}
		}
		for _, e := range f.Maybe {
			if len(e) > longest && strings.HasSuffix(name, e) && looks != nil && looks(f) {
				found, longest = f, len(e)
			}
		}
	}
	return found
}

// Readable and Writable list the extensions of the formats that can be read,
// or written, each once.
func Readable() []string { return extensions(readable) }

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
