// Package filter answers which claims and links of a map have what is asked
// for, and which bear on a claim or are borne on by it. It knows no window
// and changes nothing.
package filter

import (
	"slices"

	"warrant/argument"
	"warrant/argument/credence"
)

// Filter is what is asked of a claim. All that is set must hold; the zero
// Filter asks for nothing.
type Filter struct {
	Role     Role
	Tag      string
	Untagged bool
	Color    argument.Color // where it is not NoColor
	// Source: a passage of it is mapped by the claim, or its link's evidence
	// is from there.
	Source argument.ID
	// LacksEvidence: a step that the claim is a premise of has none. Steps
	// onto links are not asked for any.
	LacksEvidence bool
	// Below: the confidence of such a step, or what its evidence suggests, is
	// less than this, 0..1.
	Below     argument.Degree
	Unsettled bool // the claim's credence is not known
	Collapsed bool
	Noted     bool
	// Holds has the last word, where it is set: it says of claims and links
	// whether they hold Words, as a search takes them. A claim passes also
	// where such a step holds them.
	Holds func(argument.ID) bool
	Words string
}

// Role is a role that is asked for, or any.
type Role struct {
	Role  argument.Role
	Asked bool
}

// Numbers are what a filter asks of the evaluation of a map; a
// *credence.Evaluation has them.
type Numbers interface {
	Claim(argument.ID) credence.Value
	Link(argument.ID) credence.LinkValue
}

// Set reports whether the filter asks for anything.
func (f Filter) Set() bool {
	return f.Role.Asked || f.Tag != "" || f.Untagged || f.Color != "" || f.Source != "" || f.LacksEvidence || f.Below.IsSet() ||
		f.Unsettled || f.Collapsed || f.Noted || f.Holds != nil
}

// Passed are the claims and links that passed a filter.
type Passed struct {
	Claims []argument.ID // in the map's order
	Links  []argument.ID
	has    map[argument.ID]bool
}

// Has reports whether a claim or a link passed.
func (p *Passed) Has(id argument.ID) bool { return p.has[id] }

// Pass returns what passes a filter: the claims that have all that is asked
// for, the links that make them have it, and the links from such a claim to
// what has passed.
func (f Filter) Pass(m *argument.Map, n Numbers) *Passed {
	p := &Passed{has: make(map[argument.ID]bool)}
	for c := range m.Claims() {
		if f.passes(m, n, c) {
			p.Claims = append(p.Claims, c.ID)
			p.has[c.ID] = true
		}
	}
	for l := range m.Links() {
		if m.Claim(l.To) != nil {
			f.passLink(m, n, l, p)
		}
	}
	for l := range m.Links() {
		if p.has[l.ID] {
			p.Links = append(p.Links, l.ID)
		}
	}
	return p
}

// passLink passes a link and the links onto it, as far as they do.
func (f Filter) passLink(m *argument.Map, n Numbers, first *argument.Link, p *Passed) {
	asksLinks := f.Source != "" || f.LacksEvidence || f.Below.IsSet() || f.Holds != nil
	for todo := []*argument.Link{first}; len(todo) > 0; {
		l := todo[len(todo)-1]
		todo = slices.AppendSeq(todo[:len(todo)-1], m.Incoming(l.ID))
		if slices.ContainsFunc(l.From, p.Has) && (p.has[l.To] || asksLinks && f.step(m, n, l)) {
			p.has[l.ID] = true
		}
	}
}

func (f Filter) passes(m *argument.Map, n Numbers, c *argument.Claim) bool {
	switch {
	case f.Role.Asked && m.Role(c.ID) != f.Role.Role,
		f.Tag != "" && !slices.Contains(c.Tags, f.Tag),
		f.Untagged && len(c.Tags) > 0,
		f.Color != "" && c.Color != f.Color,
		f.Collapsed && !c.Collapsed,
		f.Noted && c.Note == "",
		f.Unsettled && n.Claim(c.ID).Known,
		f.Source != "" && !cites(c.Passages, f.Source) && !f.anyStep(m, c, func(l *argument.Link) bool { return rests(l, f.Source) }),
		f.LacksEvidence && !f.anyStep(m, c, func(l *argument.Link) bool { return lacks(m, l) }),
		f.Below.IsSet() && !f.anyStep(m, c, func(l *argument.Link) bool { return f.low(n, l) }):
		return false
	}
	return f.Holds == nil || f.Holds(c.ID) || f.anyStep(m, c, func(l *argument.Link) bool { return f.Holds(l.ID) })
}

func (f Filter) anyStep(m *argument.Map, c *argument.Claim, has func(*argument.Link) bool) bool {
	for l := range m.Outgoing(c.ID) {
		if has(l) {
			return true
		}
	}
	return false
}

// step reports whether a link has what is asked of links.
func (f Filter) step(m *argument.Map, n Numbers, l *argument.Link) bool {
	return (f.Source == "" || rests(l, f.Source)) && (!f.LacksEvidence || lacks(m, l)) &&
		(!f.Below.IsSet() || f.low(n, l)) && (f.Holds == nil || f.Holds(l.ID))
}

func (f Filter) low(n Numbers, l *argument.Link) bool {
	below, _ := f.Below.Value()
	return n.Link(l.ID).Base < below
}

func lacks(m *argument.Map, l *argument.Link) bool {
	return len(l.Evidence) == 0 && m.Link(l.To) == nil
}

func cites(passages []argument.Passage, source argument.ID) bool {
	return slices.ContainsFunc(passages, func(p argument.Passage) bool { return p.Source == source })
}

func rests(l *argument.Link, source argument.ID) bool {
	return slices.ContainsFunc(l.Evidence, func(e argument.Evidence) bool {
		return e.Source == source || cites(e.Passages, source)
	})
}

// Tags returns the tags of a map and how many claims have each, the most
// frequent first, else as they first stand in it.
func Tags(m *argument.Map) (tags []string, claims map[string]int) {
	claims = make(map[string]int)
	for c := range m.Claims() {
		for _, t := range c.Tags {
			if claims[t] == 0 {
				tags = append(tags, t)
			}
			claims[t]++
		}
	}
	slices.SortStableFunc(tags, func(a, b string) int { return claims[b] - claims[a] })
	return tags, claims
}
