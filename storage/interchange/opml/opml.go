// Package opml answers what map an OPML outline makes, and how a map is
// written as one. An outline element below another supports it, unless its
// attribute "bears" says something else: opposes, joins, underpins, undercuts.
// Outliners keep the attributes they do not know.
package opml

import (
	"fmt"
	"strings"

	"warrant/argument"
	"warrant/storage/interchange/loss"
	"warrant/storage/interchange/markup"
	"warrant/storage/interchange/tree"
)

// Lost is something that the other form cannot hold.
type Lost = loss.Lost

// Read makes a map of an outline.
func Read(data []byte) (argument.Parts, []Lost, error) {
	var r reader
	if err := markup.Read(data, "opml", tree.Deepest+2, &r); err != nil {
		return argument.Parts{}, nil, err
	}
	if r.unsigned > 0 {
		r.Lost.Add(r.unsigned, "nothing says what some of the elements do: they are read as support")
	}
	return r.Parts(argument.Info{Title: loss.Said(r.title.String())}, nil), r.Lost.ByLine(), nil
}

type reader struct {
	tree.Builder
	title    strings.Builder
	titled   bool // within the title
	body     int  // the depth of the body
	unsigned int  // the first line of an element that does not say what it does
}

// known are attributes that say nothing of an argument.
var known = map[string]bool{
	"text": true, "_note": true, "type": true, "iscomment": true, "isbreakpoint": true, "created": true, "category": false, "_status": true, "expanded": true,
}

func (r *reader) Begin(e *markup.Element) error {
	switch e.Name {
	case "title":
		r.titled = r.title.Len() == 0
	case "body":
		r.body = e.Depth
	case "outline":
		return r.outline(e)
	case "opml", "head", "datecreated", "datemodified", "ownername", "owneremail", "ownerid", "docs", "expansionstate", "vertscrollstate",
		"windowtop", "windowleft", "windowbottom", "windowright":
	default:
		r.Lost.Add(e.Line, fmt.Sprintf("the element %q", e.Name))
	}
	return nil
}

func (r *reader) outline(e *markup.Element) error {
	n := tree.Node{Line: e.Line, Depth: max(0, e.Depth-r.body-1)}
	n.Claim.Text, n.Claim.Note = e.Attributes["text"], e.Attributes["_note"]
	for name, value := range e.Attributes {
		if !known[name] && !n.Set(name, value) {
			r.Lost.Add(e.Line, fmt.Sprintf("the attribute %q", name))
		}
	}
	if n.Bears == tree.Nothing && n.Depth > 0 {
		n.Bears = tree.Supports
		if r.unsigned == 0 {
			r.unsigned = e.Line
		}
	}
	return r.Add(&n)
}

func (r *reader) End(name string) {
	if name == "title" {
		r.titled = false
	}
}

func (r *reader) Text(s string) {
	if r.titled {
		r.title.WriteString(s)
	}
}

// Write writes a map as an outline.
func Write(m *argument.Map) ([]byte, []Lost) {
	t := tree.Of(m, tree.Deepest)
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    <title>")
	markup.Escape(&b, loss.Said(m.Info().Title))
	b.WriteString("</title>\n  </head>\n  <body>\n")
	open := 0
	for _, r := range t.Rows {
		for ; open > r.Depth; open-- {
			b.WriteString("</outline>\n")
		}
		b.WriteString("<outline")
		b.WriteString(` text="`)
		markup.Escape(&b, t.Text(r))
		b.WriteByte('"')
		for _, v := range t.Values(r) {
			markup.Attribute(&b, v.Name, v.Text)
		}
		markup.Attribute(&b, "_note", t.Note(r))
		b.WriteString(">\n")
		open = r.Depth + 1
	}
	b.WriteString(strings.Repeat("</outline>\n", open))
	b.WriteString("  </body>\n</opml>\n")
	return []byte(b.String()), t.Lost()
}
