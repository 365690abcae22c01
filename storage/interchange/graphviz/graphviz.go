// Package graphviz answers how a map is written as a graph in the DOT language
// of Graphviz. It reads none.
package graphviz

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"warrant/argument"
	"warrant/storage/interchange/loss"
)

// width is after how many characters a claim's line is broken.
const width = 32

// Write writes a map as a directed graph: claims are boxes, links edges. A
// link of several premises, or one that another bears on, has a point of its
// own, where its edges meet.
func Write(m *argument.Map) ([]byte, []loss.Lost) {
	var b strings.Builder
	b.WriteString("digraph map {\n\trankdir=BT;\n\tnode [shape=box, style=rounded, fontname=\"sans-serif\"];\n\tedge [fontname=\"sans-serif\"];\n")
	if title := loss.Said(m.Info().Title); title != "" {
		fmt.Fprintf(&b, "\tlabel=%s;\n\tlabelloc=t;\n", quoted(title))
	}
	names := make(map[argument.ID]string, m.NumClaims()+m.NumLinks())
	for c := range m.Claims() {
		names[c.ID] = fmt.Sprintf("c%d", len(names)+1)
		bold := ""
		if c.ID == m.Info().Contention {
			bold = ", penwidth=2"
		}
		fmt.Fprintf(&b, "\t%s [label=%s%s];\n", names[c.ID], quoted(broken(loss.Said(c.Text))), bold)
	}
	joined := make(map[argument.ID]bool)
	for l := range m.Links() {
		if len(l.From) > 1 || m.NumIncoming(l.ID) > 0 {
			joined[l.ID] = true
			names[l.ID] = fmt.Sprintf("l%d", len(names)+1)
			fmt.Fprintf(&b, "\t%s [shape=point, width=0.08, label=\"\"];\n", names[l.ID])
		}
	}
	for l := range m.Links() {
		look := looks(m, l)
		from := names[l.From[0]]
		if joined[l.ID] {
			for _, f := range l.From {
				fmt.Fprintf(&b, "\t%s -> %s [dir=none, %s];\n", names[f], names[l.ID], look)
			}
			from = names[l.ID]
		}
		fmt.Fprintf(&b, "\t%s -> %s [%s, label=%s];\n", from, names[l.To], look, quoted(label(l)))
	}
	b.WriteString("}\n")
	var lost loss.Losses
	lost.Missing(m, loss.Confidences|loss.Schemes|loss.Contention)
	return []byte(b.String()), lost.Told()
}

// looks tells support from opposition by colour and by pattern.
func looks(m *argument.Map, l *argument.Link) string {
	switch m.LinkRole(l) {
	case argument.Opposing:
		return `color="#b3261e", style=dashed`
	case argument.Undercutting:
		return `color="#b3261e", style=dotted`
	case argument.Underpinning:
		return `color="#1b7a3d", style=dotted`
	}
	return `color="#1b7a3d", style=solid`
}

// label is the confidence and the scheme of a link.
func label(l *argument.Link) string {
	sign := "+"
	if l.Kind == argument.Opposes {
		sign = "−"
	}
	if l.Confidence.IsSet() {
		sign += " " + l.Confidence.String()
	}
	return strings.TrimSpace(sign + "\n" + loss.Said(l.Scheme))
}

// broken breaks a text into lines.
func broken(text string) string {
	var b strings.Builder
	n := 0
	for i, word := range strings.Fields(text) {
		w := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case n+w >= width:
			b.WriteByte('\n')
			n = 0
		default:
			b.WriteByte(' ')
			n++
		}
		b.WriteString(word)
		n += w
	}
	return b.String()
}

// quoted writes a text so that it means nothing but itself: a backslash would
// begin one of Graphviz's own escapes.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(text) + `"`
}
