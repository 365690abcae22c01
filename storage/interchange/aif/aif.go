// Package aif answers what map a graph in the JSON of the Argument Interchange
// Format makes, as AIFdb has it, and how a map is written as one. I-nodes are
// claims; RA- and CA-nodes are links that support and oppose; one that leads
// to another such node underpins or undercuts that step.
package aif

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"warrant/argument"
	"warrant/storage/interchange/loss"
)

// Lost is something that the other form cannot hold.
type Lost = loss.Lost

// MaxBytes is how long a file may be.
const MaxBytes = 32 << 20

// mostObjects is how many objects a file may have: they take far more room in
// memory than in the file.
const mostObjects = 2_000_000

// graph is a file. Newer ones have all in a member AIF.
type graph struct {
	AIF       *graph            `json:"AIF,omitempty"`
	Title     string            `json:"title,omitempty"`
	Nodes     []node            `json:"nodes"`
	Edges     []edge            `json:"edges"`
	Locutions []json.RawMessage `json:"locutions"`
}

// node is an I-node, or what stands between others. The members from
// Contention on are of this program; others pass them over.
type node struct {
	ID         name     `json:"nodeID"`
	Text       string   `json:"text"`
	Type       string   `json:"type"`
	Scheme     string   `json:"scheme,omitempty"`
	Contention bool     `json:"contention,omitempty"`
	Prior      *float64 `json:"prior,omitempty"`
	Confidence *float64 `json:"confidence,omitempty"`
	Note       string   `json:"note,omitempty"`
}

type edge struct {
	ID   name `json:"edgeID"`
	From name `json:"fromID"`
	To   name `json:"toID"`
}

// name is an ID, a text or a number.
type name string

func (n *name) UnmarshalJSON(data []byte) error {
	var s string
	if json.Unmarshal(data, &s) == nil {
		*n = name(s)
		return nil
	}
	var number json.Number
	if err := json.Unmarshal(data, &number); err != nil {
		return fmt.Errorf("an ID is a text or a number, not %s", data)
	}
	*n = name(number)
	return nil
}

// Recognize reports whether a file is such a graph.
func Recognize(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(data, "\ufeff \t\r\n"), []byte("{")) && bytes.Contains(data, []byte(`"nodeID"`))
}

// Read makes a map of a graph. The contention is the first claim that bears on
// nothing, unless the graph says another.
func Read(data []byte) (argument.Parts, []Lost, error) {
	switch {
	case len(data) > MaxBytes:
		return argument.Parts{}, nil, fmt.Errorf("the file is longer than %d MB", MaxBytes>>20)
	case bytes.Count(data, []byte("{"))+bytes.Count(data, []byte("[")) > mostObjects:
		return argument.Parts{}, nil, fmt.Errorf("the file has more than %d objects", mostObjects)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var g graph
	if err := json.Unmarshal(data, &g); err != nil {
		return argument.Parts{}, nil, loss.InJSON(data, err)
	}
	if g.AIF != nil {
		g = *g.AIF
	}
	if g.Nodes == nil {
		return argument.Parts{}, nil, loss.At(data, 0, "there are no nodes in it", `a graph has "nodes" and "edges"`)
	}
	return read(&g)
}

// Write writes a map as a graph.
func Write(m *argument.Map) ([]byte, []Lost) {
	g := graph{Title: m.Info().Title, Nodes: []node{}, Edges: []edge{}, Locutions: []json.RawMessage{}}
	at := make(map[argument.ID]name)
	add := func(id argument.ID, n node) {
		n.ID = name(strconv.Itoa(len(g.Nodes) + 1))
		at[id] = n.ID
		g.Nodes = append(g.Nodes, n)
	}
	degree := func(d argument.Degree) *float64 {
		v, set := d.Value()
		if !set {
			return nil
		}
		return &v
	}
	for c := range m.Claims() {
		add(c.ID, node{Text: c.Text, Type: "I", Contention: c.ID == m.Info().Contention, Prior: degree(c.Prior), Note: c.Note})
	}
	for l := range m.Links() {
		n := node{Text: "Default Inference", Type: "RA", Confidence: degree(l.Confidence), Scheme: l.Scheme, Note: l.Note}
		if l.Kind == argument.Opposes {
			n.Text, n.Type = "Default Conflict", "CA"
		}
		if s := loss.Said(l.Scheme); s != "" {
			n.Text = s
		}
		add(l.ID, n)
	}
	join := func(from, to argument.ID) {
		g.Edges = append(g.Edges, edge{name(strconv.Itoa(len(g.Edges) + 1)), at[from], at[to]})
	}
	for l := range m.Links() {
		for _, f := range l.From {
			join(f, l.ID)
		}
		join(l.ID, l.To)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	if err := e.Encode(g); err != nil {
		panic(err) // texts and numbers can be written
	}
	var lost loss.Losses
	lost.Missing(m, loss.Priors|loss.Confidences|loss.Schemes|loss.ClaimNotes|loss.LinkNotes|loss.LineBreaks|loss.Hidden)
	return b.Bytes(), lost.Told()
}

// named shortens an ID for a message.
func named(n name) string { return strconv.Quote(strings.ToValidUTF8(string(n[:min(len(n), 40)]), "")) }
