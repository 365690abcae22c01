package tree

import (
	"strconv"

	"warrant/argument"
	"warrant/storage/interchange/loss"
)

// Kept is what of a map a tree has room for besides its claims and links.
const Kept = loss.Confidences | loss.Priors | loss.Schemes | loss.ClaimNotes | loss.LinkNotes

// Value is something that a node says of itself, by its name in files.
type Value struct{ Name, Text string }

// Tree is a map as nodes.
type Tree struct {
	Map  *argument.Map
	Rows []Row
	Deep int // rows that stand too deep, and are left out

	deepest int
	again   map[argument.ID]bool
}

// Of lists a map as a tree that is at most so deep.
func Of(m *argument.Map, deepest int) *Tree {
	t := &Tree{Map: m, deepest: deepest, again: make(map[argument.ID]bool)}
	for _, r := range Rows(m) {
		if r.Depth >= deepest {
			t.Deep++
			continue
		}
		if r.Again {
			t.again[r.Claim] = true
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// Lost tells what of the map is not in a tree.
func (t *Tree) Lost() []loss.Lost {
	var lost loss.Losses
	lost.AddCount(t.Deep, "claims and links that stand more than "+strconv.Itoa(t.deepest)+" deep")
	lost.Missing(t.Map, Kept)
	return lost.Told()
}

// Text is what a row says.
func (t *Tree) Text(r Row) string { return loss.Said(t.Map.Claim(r.Claim).Text) }

// Note is the note of a row's claim, where it stands the first time.
func (t *Tree) Note(r Row) string {
	if r.Again {
		return ""
	}
	return t.Map.Claim(r.Claim).Note
}

// Values are what else a row says.
func (t *Tree) Values(r Row) (all []Value) {
	add := func(name, text string) {
		if text != "" {
			all = append(all, Value{name, text})
		}
	}
	add("bears", Names[r.Bears])
	if l := t.Map.Link(r.Link); l != nil && !r.Joined {
		add("confidence", number(l.Confidence))
		add("scheme", l.Scheme)
		add("why", l.Note)
	}
	switch {
	case r.Again:
		add("same", string(r.Claim))
	default:
		if t.again[r.Claim] {
			add("key", string(r.Claim))
		}
		add("prior", number(t.Map.Claim(r.Claim).Prior))
	}
	return all
}

func number(d argument.Degree) string {
	v, set := d.Value()
	if !set {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// Set gives a node a value. It is false where the name is not known, or the
// text is nothing for it.
func (n *Node) Set(name, text string) bool {
	degree := func(d *argument.Degree) bool {
		v, err := strconv.ParseFloat(text, 64)
		if err != nil || !(v >= 0 && v <= 1) {
			return false
		}
		*d = argument.Stated(v)
		return true
	}
	switch name {
	case "bears":
		b := Named(text)
		if b != Nothing {
			n.Bears = b
		}
		return b != Nothing
	case "confidence":
		return degree(&n.Confidence)
	case "prior":
		return degree(&n.Claim.Prior)
	case "scheme":
		n.Scheme = text
	case "why":
		n.Note = text
	case "same":
		n.Same = text
	case "key":
		n.Key = text
	default:
		return false
	}
	return true
}
