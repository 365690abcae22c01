// Package freemind answers what map a FreeMind or Freeplane mind map (.mm)
// makes, and how a map is written as one. What a node bears on, and how, is
// its attribute "bears", else its icon, else it supports the node it is on.
package freemind

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

// icons are those that say what a node does.
var icons = map[string]tree.Bears{
	"button_ok": tree.Supports, "yes": tree.Supports, "smiley-good": tree.Supports, "addition": tree.Supports, "button_plus": tree.Supports,
	"button_cancel": tree.Opposes, "no": tree.Opposes, "closed": tree.Opposes, "stop": tree.Opposes, "button_minus": tree.Opposes,
}

// Read makes a map of a mind map.
func Read(data []byte) (argument.Parts, []Lost, error) {
	var r reader
	if err := markup.Read(data, "map", 2*tree.Deepest, &r); err != nil {
		return argument.Parts{}, nil, err
	}
	if err := r.flush(); err != nil {
		return argument.Parts{}, nil, err
	}
	if r.fault != nil {
		return argument.Parts{}, nil, r.fault
	}
	if r.unsigned > 0 {
		r.Lost.Add(r.unsigned, "nothing says what some of the nodes do: they are read as support")
	}
	return r.Parts(argument.Info{Title: r.title}, nil), r.Lost.ByLine(), nil
}

type reader struct {
	tree.Builder
	title    string
	wait     *tree.Node // its attributes and icons are still to come
	hall     bool       // it is the root, which holds several trees
	depth    int        // nodes that are open
	halls    int        // 1 where the root is no claim
	rich     string     // "NOTE" or "NODE", within rich text
	words    strings.Builder
	unsigned int
	fault    error
}

func (r *reader) Begin(e *markup.Element) error {
	switch e.Name {
	case "node":
		if err := r.flush(); err != nil {
			return err
		}
		n := &tree.Node{Line: e.Line, Depth: r.depth - r.halls}
		n.Claim.Text = e.Attributes["text"]
		r.wait = n
		r.depth++
	case "attribute":
		r.attribute(e)
	case "icon":
		if r.wait == nil {
			break
		}
		if b := icons[e.Attributes["builtin"]]; b != tree.Nothing && r.wait.Bears == tree.Nothing {
			r.wait.Bears = b
		} else if b == tree.Nothing {
			r.Lost.Add(e.Line, fmt.Sprintf("the icon %q", e.Attributes["builtin"]))
		}
	case "richcontent":
		r.rich = strings.ToUpper(e.Attributes["type"])
		r.words.Reset()
	case "p", "br", "li":
		r.words.WriteByte('\n')
	case "arrowlink", "linktarget":
		if e.Name == "arrowlink" {
			r.Lost.Add(e.Line, "an arrow from node to node")
		}
	case "map", "html", "head", "body", "font", "edge", "cloud", "hook", "properties", "attribute_registry", "attribute_layout", "map_styles", "stylenode",
		"b", "i", "u", "span", "a", "ul", "ol", "style", "title", "meta", "parameters", "text", "div":
	default:
		r.Lost.Add(e.Line, fmt.Sprintf("the element %q", e.Name))
	}
	return nil
}

func (r *reader) attribute(e *markup.Element) {
	name, value := strings.ToLower(e.Attributes["name"]), e.Attributes["value"]
	switch {
	case r.wait == nil:
	case name == "holds" && value == "claims" && r.depth == 1:
		r.hall = true
	case !r.wait.Set(name, value):
		r.Lost.Add(e.Line, fmt.Sprintf("the attribute %q", name))
	}
}

// flush adds the node that waited. A root that only holds the others is the
// map's title.
func (r *reader) flush() error {
	n := r.wait
	r.wait = nil
	switch {
	case n == nil:
		return nil
	case r.hall:
		r.hall, r.halls, r.title = false, 1, loss.Said(n.Claim.Text)
		return nil
	case n.Bears == tree.Nothing && n.Depth > 0:
		n.Bears = tree.Supports
		if r.unsigned == 0 {
			r.unsigned = n.Line
		}
	}
	return r.Add(n)
}

func (r *reader) End(name string) {
	switch name {
	case "node":
		if err := r.flush(); err != nil && r.fault == nil {
			r.fault = err
		}
		r.depth--
	case "richcontent":
		if r.wait == nil {
			break
		}
		text := paragraphs(r.words.String())
		switch r.rich {
		case "NODE":
			r.wait.Claim.Text = loss.OneLine(text)
		default: // a note, or details
			r.wait.Claim.Note = strings.TrimPrefix(r.wait.Claim.Note+"\n"+text, "\n")
		}
		r.rich = ""
	}
}

func (r *reader) Text(s string) {
	if r.rich != "" {
		r.words.WriteString(strings.ReplaceAll(s, "\n", " "))
	}
}

// paragraphs are the lines of a rich text that say something.
func paragraphs(s string) string {
	var all []string
	for line := range strings.Lines(s) {
		if line = loss.OneLine(line); line != "" {
			all = append(all, line)
		}
	}
	return strings.Join(all, "\n")
}

// Write writes a map as a mind map. Its root holds the claims that bear on
// nothing.
func Write(m *argument.Map) ([]byte, []Lost) {
	t := tree.Of(m, tree.Deepest)
	var b strings.Builder
	b.WriteString("<map version=\"1.0.1\">\n<node TEXT=\"")
	markup.Escape(&b, loss.Said(m.Info().Title))
	b.WriteString("\"><attribute NAME=\"holds\" VALUE=\"claims\"/>\n")
	open := 0
	for _, r := range t.Rows {
		for ; open > r.Depth; open-- {
			b.WriteString("</node>\n")
		}
		b.WriteString("<node TEXT=\"")
		markup.Escape(&b, t.Text(r))
		b.WriteString("\">")
		for _, v := range t.Values(r) {
			b.WriteString("<attribute")
			markup.Attribute(&b, "NAME", v.Name)
			markup.Attribute(&b, "VALUE", v.Text)
			b.WriteString("/>")
		}
		switch r.Bears {
		case tree.Supports, tree.Underpins:
			b.WriteString(`<icon BUILTIN="button_ok"/>`)
		case tree.Opposes, tree.Undercuts:
			b.WriteString(`<icon BUILTIN="button_cancel"/>`)
		}
		if note := t.Note(r); note != "" {
			b.WriteString(`<richcontent TYPE="NOTE"><html><head></head><body>`)
			for line := range strings.Lines(note) {
				b.WriteString("<p>")
				markup.Escape(&b, strings.TrimRight(line, "\n"))
				b.WriteString("</p>")
			}
			b.WriteString("</body></html></richcontent>")
		}
		b.WriteByte('\n')
		open = r.Depth + 1
	}
	b.WriteString(strings.Repeat("</node>\n", open+1) + "</map>\n")
	return []byte(b.String()), t.Lost()
}
