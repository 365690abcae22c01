package command

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"unicode"
	"unicode/utf16"

	"warrant/argument"
	"warrant/argument/merge"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

// trouble is an error of a command whose exit code 1 is an answer and no
// failure, as with diff(1).
type trouble struct{ err error }

func (t *trouble) Error() string { return t.err.Error() }
func (t *trouble) Unwrap() error { return t.err }

// diff says what differs between two maps, a sentence a line.
func diff(c *call) error {
	asJSON := c.flags.Bool("json", false, "")
	names, err := c.files(2, 2)
	if err != nil {
		return err
	}
	var maps [2]*argument.Map
	for i, name := range names {
		if maps[i], _, err = readOrNone(name); err != nil {
			return &trouble{err}
		}
	}
	found := merge.Compare(maps[0], maps[1])
	if *asJSON {
		err = c.changes(found)
	} else {
		var b strings.Builder
		for _, change := range found.Changes {
			b.WriteString(plain(change.Text) + "\n")
		}
		fmt.Fprint(c.Out, b.String())
	}
	if err == nil {
		err = c.flush() // here, since it is exit code 2
	}
	switch {
	case err != nil:
		return &trouble{err}
	case !found.Same():
		return errReported
	}
	return nil
}

// readOrNone is read; a file without a byte and the null device, which git
// gives where a version is missing, are maps with nothing in them.
func readOrNone(path string) (*argument.Map, disk.Stamp, error) {
	if path == os.DevNull {
		return argument.Empty("", ""), disk.Stamp{}, nil
	}
	m, stamp, err := read(path)
	var bad *mapfile.Error
	if errors.As(err, &bad) && stamp.Size == 0 && !stamp.IsZero() {
		return argument.Empty("", ""), stamp, nil
	}
	return m, stamp, err
}

// changes prints a comparison as one JSON value.
func (c *call) changes(found merge.Comparison) error {
	return c.asJSON(struct {
		Same    bool           `json:"same"`
		Summary string         `json:"summary"`
		Changes []merge.Change `json:"changes"`
	}{found.Same(), found.Summary(), append([]merge.Change{}, found.Changes...)})
}

// asJSON prints a value, with what a terminal would take for commands written
// out: the map's words may be in it.
func (c *call) asJSON(v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	fmt.Fprint(c.Out, visible(b.String()))
	return nil
}

// visible escapes, within strings of a JSON text, what a terminal would obey
// or not show, which JSON lets stand. The value stays what it was.
func visible(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\n' || unicode.IsGraphic(r):
			b.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}
