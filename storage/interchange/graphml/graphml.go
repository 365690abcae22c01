// Package graphml answers how a map is written in GraphML, which yEd, Gephi
// and others open. It reads none.
package graphml

import (
	"fmt"
	"strconv"
	"strings"

	"warrant/argument"
	"warrant/storage/interchange/loss"
	"warrant/storage/interchange/markup"
)

// keys are what nodes have, with the type of each.
var keys = []struct{ name, kind string }{
	{"record", "string"}, {"label", "string"}, {"kind", "string"}, {"degree", "double"}, {"scheme", "string"}, {"note", "string"}, {"tags", "string"}, {"color", "string"}, {"contention", "boolean"},
}

// Write writes a map as a graph. Claims and links are nodes, so that links can
// bear on links; edges lead from a premise to its link, and from a link to its
// target. The degree of a claim is its prior, of a link its confidence.
func Write(m *argument.Map) ([]byte, []loss.Lost) {
	w := writer{names: make(map[argument.ID]string)}
	w.b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
	for _, k := range keys {
		fmt.Fprintf(&w.b, "  <key id=%q for=\"node\" attr.name=%q attr.type=%q/>\n", k.name, k.name, k.kind)
	}
	w.b.WriteString("  <key id=\"role\" for=\"edge\" attr.name=\"role\" attr.type=\"string\"/>\n  <key id=\"title\" for=\"graph\" attr.name=\"title\" attr.type=\"string\"/>\n")
	w.b.WriteString("  <graph edgedefault=\"directed\">\n")
	w.data("title", loss.Said(m.Info().Title))
	for c := range m.Claims() {
		contention := ""
		if c.ID == m.Info().Contention {
			contention = "true"
		}
		w.node(c.ID, "c", "record", "claim", "label", c.Text, "degree", number(c.Prior), "note", c.Note, "tags", strings.Join(c.Tags, "; "), "color", string(c.Color), "contention", contention)
	}
	for l := range m.Links() {
		w.node(l.ID, "l", "record", "link", "kind", string(l.Kind), "degree", number(l.Confidence), "scheme", l.Scheme, "note", l.Note)
	}
	edges := 0
	edge := func(from, to argument.ID, role string) {
		edges++
		fmt.Fprintf(&w.b, "    <edge id=\"e%d\" source=%q target=%q><data key=\"role\">%s</data></edge>\n", edges, w.names[from], w.names[to], role)
	}
	for l := range m.Links() {
		for _, f := range l.From {
			edge(f, l.ID, "premise")
		}
		edge(l.ID, l.To, string(l.Kind))
	}
	w.b.WriteString("  </graph>\n</graphml>\n")
	var lost loss.Losses
	lost.Missing(m, loss.Priors|loss.Confidences|loss.Schemes|loss.ClaimNotes|loss.LinkNotes|loss.Tags|loss.Colors|loss.LineBreaks|loss.Contention)
	return []byte(w.b.String()), lost.Told()
}

type writer struct {
	b     strings.Builder
	names map[argument.ID]string
}

// node writes a node with data: names and values in turn.
func (w *writer) node(id argument.ID, prefix string, data ...string) {
	w.names[id] = prefix + strconv.Itoa(len(w.names)+1)
	fmt.Fprintf(&w.b, "    <node id=%q>\n", w.names[id])
	for i := 0; i < len(data); i += 2 {
		w.data(data[i], data[i+1])
	}
	w.b.WriteString("    </node>\n")
}

func (w *writer) data(key, value string) {
	if value == "" {
		return
	}
	fmt.Fprintf(&w.b, "      <data key=%q>", key)
	markup.Escape(&w.b, value)
	w.b.WriteString("</data>\n")
}

func number(d argument.Degree) string {
	v, set := d.Value()
	if !set {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
