package mindmup

import (
	"bytes"
	"encoding/json"
	"fmt"

	"warrant/argument"
	"warrant/storage/interchange/loss"
	"warrant/storage/interchange/tree"
)

// deepest is how deep nodes may stand in each other: each takes four levels of
// the file, and readers take ten thousand.
const deepest = 2000

// Write writes a map as an argument map of MindMup's. What it has no words
// for stands in attributes that it keeps.
func Write(m *argument.Map) ([]byte, []Lost) {
	w := writer{t: tree.Of(m, deepest)}
	w.b.WriteString(`{"id":"root","formatVersion":3,"title":`)
	w.text(loss.Said(m.Info().Title))
	w.b.WriteString(`,"attr":{},"ideas":{`)
	for _, r := range w.t.Rows {
		w.row(r)
	}
	w.shut(0)
	w.b.WriteString("}}\n")
	return w.b.Bytes(), w.t.Lost()
}

type writer struct {
	t     *tree.Tree
	b     bytes.Buffer
	open  []level // of the nodes that are open
	roots int
	ids   int
}

// level is an open node: what is on it so far, and whether a group is open
// around it.
type level struct {
	subs    int
	grouped bool
	group   int // premises in the group
}

// row writes a node, all of those open that it does not stand on shut.
func (w *writer) row(r tree.Row) {
	premises := 0
	if r.Bears == tree.Joins && len(w.open) > r.Depth {
		w.shut(r.Depth + 1)
		premises = w.open[r.Depth].group
		w.b.WriteString("}}") // the premise before, the group stays open
		w.open = w.open[:r.Depth]
	} else {
		w.shut(r.Depth)
	}
	subs := &w.roots
	if len(w.open) > 0 {
		subs = &w.open[len(w.open)-1].subs
	}
	l := level{grouped: r.Bears != tree.Nothing, group: premises + 1}
	if premises == 0 {
		w.next(subs)
		if l.grouped {
			group := "supporting"
			if r.Bears == tree.Opposes || r.Bears == tree.Undercuts {
				group = "opposing"
			}
			w.ids++
			fmt.Fprintf(&w.b, `{"id":%d,"title":"group","attr":{"contentLocked":true,"group":%q},"ideas":{"1":`, w.ids, group)
		}
	} else {
		fmt.Fprintf(&w.b, `,"%d":`, l.group)
	}
	w.ids++
	fmt.Fprintf(&w.b, `{"id":%d,"title":`, w.ids)
	w.text(w.t.Text(r))
	w.b.WriteString(`,"attr":{`)
	comma := ""
	if note := w.t.Note(r); note != "" {
		w.b.WriteString(`"note":{"text":`)
		w.text(note)
		w.b.WriteString("}")
		comma = ","
	}
	if values := w.t.Values(r); len(values) > 0 {
		w.b.WriteString(comma + `"warrant":{`)
		for i, v := range values {
			if i > 0 {
				w.b.WriteByte(',')
			}
			w.text(v.Name)
			w.b.WriteByte(':')
			w.text(v.Text)
		}
		w.b.WriteByte('}')
	}
	w.b.WriteString(`},"ideas":{`)
	w.open = append(w.open, l)
}

// next begins another member of an object.
func (w *writer) next(subs *int) {
	if *subs > 0 {
		w.b.WriteByte(',')
	}
	*subs++
	fmt.Fprintf(&w.b, `"%d":`, *subs)
}

// shut ends the nodes that are deeper than some.
func (w *writer) shut(depth int) {
	for len(w.open) > depth {
		last := w.open[len(w.open)-1]
		w.open = w.open[:len(w.open)-1]
		w.b.WriteString("}}")
		if last.grouped {
			w.b.WriteString("}}")
		}
	}
}

func (w *writer) text(s string) {
	data, err := json.Marshal(s)
	if err != nil {
		panic(err) // a text can be written
	}
	w.b.Write(data)
}
