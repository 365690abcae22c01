// Package markup answers what is in an XML text from a stranger: elements in
// their order, no deeper than is asked for, and no entity but the five that
// XML knows itself. It knows no format, and reads nothing but the text.
package markup

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"warrant/storage/interchange/loss"
)

// MaxBytes is how long a text may be.
const MaxBytes = 16 << 20

// Element is the beginning of an element.
type Element struct {
	Name       string
	Attributes map[string]string
	Line       int
	Depth      int // 0 for the root
}

// Reader is told what is in a text.
type Reader interface {
	Begin(e *Element) error
	End(name string)
	Text(s string)
}

// Read goes through a text whose root is of that name. An error is a
// *loss.Fault with its place.
func Read(data []byte, root string, deepest int, r Reader) error {
	if len(data) > MaxBytes {
		return fmt.Errorf("the file is longer than %d MB", MaxBytes>>20)
	}
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	depth, roots := 0, 0
	for {
		line, column := d.InputPos()
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			if roots == 0 {
				return &loss.Fault{Line: line, Column: column, Problem: "the file is empty", Hint: "it should have an element <" + root + ">"}
			}
			return nil
		}
		if err != nil {
			at, to := d.InputPos()
			return &loss.Fault{Line: at, Column: to, Problem: strings.TrimPrefix(err.Error(), "XML "), Hint: "is it well-formed XML in UTF-8?"}
		}
		fault := func(problem, hint string) error {
			return &loss.Fault{Line: line, Column: column, Problem: problem, Hint: hint}
		}
		switch t := token.(type) {
		case xml.Directive:
			if bytes.Contains(t, []byte("[")) {
				return fault("the file declares entities of its own", "take the declaration away")
			}
		case xml.StartElement:
			if depth == 0 {
				if roots++; roots > 1 {
					return fault("there is a second element outside of the first", "keep one")
				}
				if !strings.EqualFold(t.Name.Local, root) {
					return fault(fmt.Sprintf("the file begins with <%s>", t.Name.Local), "it should be <"+root+">")
				}
			}
			if depth > deepest {
				return fault(fmt.Sprintf("elements stand more than %d deep in each other", deepest), "")
			}
			e := &Element{Name: strings.ToLower(t.Name.Local), Line: line, Depth: depth, Attributes: make(map[string]string, len(t.Attr))}
			for _, a := range t.Attr {
				e.Attributes[strings.ToLower(a.Name.Local)] = a.Value
			}
			depth++
			if err := r.Begin(e); err != nil {
				return err
			}
		case xml.EndElement:
			depth--
			r.End(strings.ToLower(t.Name.Local))
		case xml.CharData:
			r.Text(string(t))
		}
	}
}

// Attribute writes ` name="value"`, nothing where the value is empty.
func Attribute(b *strings.Builder, name, value string) {
	if value == "" {
		return
	}
	b.WriteString(" " + name + `="`)
	Escape(b, value)
	b.WriteByte('"')
}

// Escape writes a text so that it means nothing but itself.
func Escape(b *strings.Builder, text string) {
	clean, _ := loss.Clean(text)
	_ = xml.EscapeText(b, []byte(clean)) // a Builder takes all
}
