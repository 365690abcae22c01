package argument

import (
	"iter"
	"slices"
	"sort"
)

// The largest map.
const (
	MaxClaims = 100_000
	MaxLinks  = 200_000
)

// Map is one argument. It is read through its methods and changed through a
// Document alone.
type Map struct {
	info    *Info
	claims  table[Claim]
	links   table[Link]
	sources table[Source]
	steps   table[Step]
	in      map[ID][]int // slots of the links to a target, rising
	out     map[ID][]int // slots of the links from a claim, rising
}

// Parts is a map as lists, the form in which files hold it.
type Parts struct {
	Info    Info
	Claims  []Claim
	Links   []Link
	Sources []Source
	Steps   []Step
}

// Build makes a map of its parts and checks every rule. The error is a
// *RuleError that names the first part at fault.
func Build(p Parts) (*Map, error) {
	m, faults := build(p, 1)
	if len(faults) > 0 {
		return nil, faults[0]
	}
	return m, nil
}

// Faults returns which rules the parts break, one a record and at most so
// many. There are none where Build makes a map.
func Faults(p Parts, most int) []*RuleError {
	_, faults := build(p, most)
	return faults
}

// build makes a map of what of its parts can be in one, and collects faults.
func build(p Parts, most int) (*Map, []*RuleError) {
	m := &Map{
		info:    &p.Info,
		claims:  newTable[Claim](len(p.Claims)),
		links:   newTable[Link](len(p.Links)),
		sources: newTable[Source](len(p.Sources)),
		steps:   newTable[Step](len(p.Steps)),
		in:      make(map[ID][]int, len(p.Claims)),
		out:     make(map[ID][]int, len(p.Claims)),
	}
	f := faults{most: most}
	if f.add(m.checkSize(len(p.Claims), len(p.Links))) {
		return m, f.list
	}
	for i := range p.Sources {
		if !f.add(m.checkNew("source", p.Sources[i].ID, i)) {
			m.sources.put(i, &p.Sources[i])
		}
	}
	for i := range p.Claims {
		if !f.add(m.checkNew("claim", p.Claims[i].ID, i)) {
			m.claims.put(i, &p.Claims[i])
		}
	}
	for i := range p.Links {
		if !f.add(m.checkNew("link", p.Links[i].ID, i)) {
			m.putLink(i, &p.Links[i])
		}
	}
	for i := range p.Steps {
		if !f.add(m.checkNew("step", p.Steps[i].ID, i)) {
			m.steps.put(i, &p.Steps[i])
		}
	}
	m.check(&f)
	return m, f.list
}

// Empty returns a map with nothing in it but its identity.
func Empty(id, title string) *Map {
	m, err := Build(Parts{Info: Info{ID: id, Title: title}})
	if err != nil {
		panic(err) // an empty map breaks no rule
	}
	return m
}

// Parts returns the map as lists, in order. The records are shared with the
// map and must not be written to.
func (m *Map) Parts() Parts { return m.Still().Parts() }

// Info returns what the map says of itself.
func (m *Map) Info() Info { return *m.info }

// Claim, Link, Source and Step return a record, or nil where the map has
// none of that ID.
func (m *Map) Claim(id ID) *Claim { return m.claims.get(id) }

// Link returns a link or nil.
func (m *Map) Link(id ID) *Link { return m.links.get(id) }

// Source returns a source or nil.
func (m *Map) Source(id ID) *Source { return m.sources.get(id) }

// Step returns a step or nil.
func (m *Map) Step(id ID) *Step { return m.steps.get(id) }

// Claims, Links, Sources and Steps go through the records in the map's
// order.
func (m *Map) Claims() iter.Seq[*Claim] { return m.claims.all() }

// Links goes through the links in order.
func (m *Map) Links() iter.Seq[*Link] { return m.links.all() }

// Sources goes through the sources in order.
func (m *Map) Sources() iter.Seq[*Source] { return m.sources.all() }

// Steps goes through the steps in order.
func (m *Map) Steps() iter.Seq[*Step] { return m.steps.all() }

// NumClaims returns how many claims there are.
func (m *Map) NumClaims() int { return m.claims.len() }

// NumLinks returns how many links there are.
func (m *Map) NumLinks() int { return m.links.len() }

// Slot returns the place of a link in the map's order, -1 where there is no
// such link. Places have gaps, and stay a link's own as long as the map
// lives.
func (m *Map) Slot(link ID) int {
	if s, ok := m.links.slot[link]; ok {
		return s
	}
	return -1
}

// Has reports whether id names a claim or a link.
func (m *Map) Has(id ID) bool { return m.Claim(id) != nil || m.Link(id) != nil }

// Incoming goes through the links whose target is id, a claim or a link, in
// the map's order.
func (m *Map) Incoming(id ID) iter.Seq[*Link] { return m.at(m.in[id]) }

// Outgoing goes through the links that have the claim id among their
// premises.
func (m *Map) Outgoing(id ID) iter.Seq[*Link] { return m.at(m.out[id]) }

// NumIncoming returns how many links have the target id.
func (m *Map) NumIncoming(id ID) int { return len(m.in[id]) }

// NumOutgoing returns how many links have the claim id among their premises.
func (m *Map) NumOutgoing(id ID) int { return len(m.out[id]) }

func (m *Map) at(slots []int) iter.Seq[*Link] {
	return func(yield func(*Link) bool) {
		for _, s := range slots {
			if !yield(m.links.slots[s]) {
				return
			}
		}
	}
}

// putLink is table.put for links; it keeps in and out true. Where a link
// keeps its target or a premise, their indexes are not touched: they may be
// long.
func (m *Map) putLink(slot int, l *Link) {
	var old *Link
	if slot < len(m.links.slots) {
		old = m.links.slots[slot]
	}
	m.links.put(slot, l)
	if old != nil && (l == nil || l.To != old.To) {
		removeSlot(m.in, old.To, slot)
	}
	if l != nil && (old == nil || l.To != old.To) {
		insertSlot(m.in, l.To, slot)
	}
	if old != nil && l != nil && slices.Equal(old.From, l.From) {
		return
	}
	was, is := premises(old), premises(l)
	for _, f := range was {
		if len(is) > 16 || !slices.Contains(is, f) {
			removeSlot(m.out, f, slot)
		}
	}
	for _, f := range is {
		insertSlot(m.out, f, slot) // does nothing where it stands
	}
}

func premises(l *Link) []ID {
	if l == nil {
		return nil
	}
	return l.From
}

func insertSlot(index map[ID][]int, id ID, slot int) {
	s := index[id]
	i := sort.SearchInts(s, slot)
	if i < len(s) && s[i] == slot {
		return
	}
	index[id] = slices.Insert(s, i, slot)
}

func removeSlot(index map[ID][]int, id ID, slot int) {
	s := index[id]
	i := sort.SearchInts(s, slot)
	if i == len(s) || s[i] != slot {
		return
	}
	if len(s) == 1 {
		delete(index, id)
		return
	}
	index[id] = slices.Delete(s, i, i+1)
}
