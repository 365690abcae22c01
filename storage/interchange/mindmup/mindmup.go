// Package mindmup answers what map a MindMup file (.mup) makes, and how a map
// is written as one. The groups of MindMup's argument maps are links, the
// nodes in a group their premises; a node on a node without a group between
// them supports it.
package mindmup

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"warrant/argument"
	"warrant/storage/interchange/loss"
	"warrant/storage/interchange/tree"
)

// Lost is something that the other form cannot hold.
type Lost = loss.Lost

// MaxBytes is how long a file may be.
const MaxBytes = 16 << 20

// mostObjects is how many objects a file may have: they take far more room in
// memory than in the file.
const mostObjects = 1_000_000

// idea is a node of a mind map.
type idea struct {
	ID    any              `json:"id"`
	Title string           `json:"title"`
	Attr  attributes       `json:"attr"`
	Ideas map[string]*idea `json:"ideas"`
	// Of the root alone.
	Version any               `json:"formatVersion"`
	Links   []json.RawMessage `json:"links"`
}

// attributes are what a node says of itself.
type attributes struct {
	Group   any                   `json:"group"`
	Note    struct{ Text string } `json:"note"`
	Warrant map[string]string     `json:"warrant"`
}

// UnmarshalJSON takes what is of use, whatever shape the rest has.
func (a *attributes) UnmarshalJSON(data []byte) error {
	var raw map[string]json.RawMessage
	if json.Unmarshal(data, &raw) != nil {
		return nil // an attribute list is nothing that a map depends on
	}
	_ = json.Unmarshal(raw["group"], &a.Group)
	if json.Unmarshal(raw["note"], &a.Note) != nil {
		_ = json.Unmarshal(raw["note"], &a.Note.Text)
	}
	if json.Unmarshal(raw["warrant"], &a.Warrant) != nil {
		a.Warrant = nil
	}
	return nil
}

// Read makes a map of a file.
func Read(data []byte) (argument.Parts, []Lost, error) {
	switch {
	case len(data) > MaxBytes:
		return argument.Parts{}, nil, fmt.Errorf("the file is longer than %d MB", MaxBytes>>20)
	case bytes.Count(data, []byte("{")) > mostObjects:
		return argument.Parts{}, nil, fmt.Errorf("the file has more than %d objects", mostObjects)
	}
	var root idea
	if err := json.Unmarshal(data, &root); err != nil {
		return argument.Parts{}, nil, loss.InJSON(data, err)
	}
	if root.Ideas == nil && root.Title == "" {
		return argument.Parts{}, nil, loss.At(data, 0, "there are no ideas in it", `a MindMup file has "ideas" and a "title"`)
	}
	var r reader
	for range root.Links {
		r.links++
	}
	info := argument.Info{}
	var err error
	if root.ID == "root" || fmt.Sprint(root.Version) == "3" {
		info.Title = loss.Said(root.Title)
		err = r.below(&root, 0, tree.Nothing)
	} else {
		err = r.idea(&root, 0, tree.Nothing)
	}
	if err != nil {
		return argument.Parts{}, nil, err
	}
	if r.unsigned > 0 {
		r.Lost.AddCount(r.unsigned, "nothing says what some of the ideas do: they are read as support")
	}
	r.Lost.AddCount(r.links, "links across the tree")
	return r.Parts(info, nil), r.Lost.Told(), nil
}

type reader struct {
	tree.Builder
	unsigned, links int
}

// idea adds a node and what is on it.
func (r *reader) idea(i *idea, depth int, bears tree.Bears) error {
	n := tree.Node{Depth: depth, Bears: bears}
	n.Claim.Text = strings.ToValidUTF8(i.Title, "\uFFFD")
	n.Claim.Note = i.Attr.Note.Text
	for _, name := range sorted(i.Attr.Warrant) {
		if !n.Set(name, i.Attr.Warrant[name]) {
			r.Lost.Add(0, fmt.Sprintf("the attribute %q", name))
		}
	}
	if n.Bears == tree.Nothing && depth > 0 {
		n.Bears = tree.Supports
		r.unsigned++
	}
	if err := r.Add(&n); err != nil {
		return err
	}
	return r.below(i, depth+1, tree.Nothing)
}

// below adds what is on a node, a group as a step of linked premises.
func (r *reader) below(i *idea, depth int, bears tree.Bears) error {
	for _, rank := range ranks(i.Ideas) {
		sub := i.Ideas[rank]
		if sub == nil {
			continue
		}
		if sub.Attr.Group == nil || sub.Attr.Group == false || sub.Attr.Group == "false" {
			if err := r.idea(sub, depth, bears); err != nil {
				return err
			}
			continue
		}
		kind := tree.Supports
		if sub.Attr.Group == "opposing" {
			kind = tree.Opposes
		}
		first := true
		for _, rank := range ranks(sub.Ideas) {
			premise := sub.Ideas[rank]
			if premise == nil {
				continue
			}
			for name, value := range sub.Attr.Warrant { // the first premise speaks for the step
				if first {
					premise.set(name, value)
				}
			}
			if !first {
				kind = tree.Joins
			}
			if premise.Attr.Group != nil && premise.Attr.Group != false { // a group on a group bears on its step
				premise = &idea{Ideas: map[string]*idea{"1": premise}}
				r.Lost.Add(0, "a group within a group")
				if err := r.below(premise, depth, bears); err != nil {
					return err
				}
				continue
			}
			if err := r.idea(premise, depth, kind); err != nil {
				return err
			}
			first = false
		}
	}
	return nil
}

func (i *idea) set(name, value string) {
	if i.Attr.Warrant == nil {
		i.Attr.Warrant = make(map[string]string)
	}
	i.Attr.Warrant[name] = value
}

// ranks are the keys of ideas in the order in which they stand.
func ranks(ideas map[string]*idea) []string {
	keys := sorted(ideas)
	place := func(key string) float64 {
		v, err := strconv.ParseFloat(key, 64)
		switch {
		case err != nil || math.IsNaN(v):
			return math.MaxFloat64
		case v < 0: // those on the left come after those on the right
			return 1e100 - v
		}
		return v
	}
	slices.SortStableFunc(keys, func(a, b string) int {
		switch x, y := place(a), place(b); {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	return keys
}

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
