package review

import (
	"slices"

	"warrant/argument"
)

// structure looks at how the map hangs together.
//
// NoContention: there are links, but no contention; where just one claim has
// links to it and none from it, that is offered. Loose: a claim without any
// link, in a map that has some. Stray: a claim from which the contention is
// not reached though it has links; of a branch, the end that all the rest
// leads to is marked, of claims that lead to one another, the first. BothWays:
// by itself, without other premises, a claim supports and opposes the same.
// OneSided: five links or more, and neither an opposing one nor evidence
// against a step.
func (v *review) structure() {
	m := v.m
	if m.NumLinks() == 0 {
		return
	}
	contention := m.Info().Contention
	if contention == "" {
		r := Remark{Kind: NoContention}
		var ends []argument.ID
		for _, c := range v.claims {
			if m.NumOutgoing(c.ID) == 0 && m.NumIncoming(c.ID) > 0 {
				ends = append(ends, c.ID)
			}
		}
		if len(ends) == 1 {
			r.At, r.Mends = ends, []Mend{{Way: MakeContention, Claims: ends}}
		}
		v.note(r)
	}
	for _, c := range v.claims {
		if m.NumIncoming(c.ID) == 0 && m.NumOutgoing(c.ID) == 0 && c.ID != contention {
			v.note(on(Loose, c.ID))
		}
	}
	if contention != "" {
		v.strays(contention)
	}
	for _, c := range v.claims {
		v.bothWays(c)
	}
	v.oneSided(contention)
}

// leading adds all claims and links that lead to a claim, itself among them.
func (v *review) leading(to argument.ID, seen map[argument.ID]bool) {
	if seen[to] {
		return
	}
	seen[to] = true
	for todo := []argument.ID{to}; len(todo) > 0; {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		add := func(id argument.ID) {
			if !seen[id] {
				seen[id] = true
				todo = append(todo, id)
			}
		}
		for l := range v.m.Incoming(at) {
			add(l.ID)
			for _, p := range l.From {
				add(p)
			}
		}
	}
}

func (v *review) strays(contention argument.ID) {
	seen := make(map[argument.ID]bool, len(v.claims)+v.m.NumLinks())
	v.leading(contention, seen)
	stray := func(c *argument.Claim) {
		r := on(Stray, c.ID)
		if v.m.NumIncoming(contention) == 0 || seen[contention] && v.m.NumOutgoing(contention) > 0 {
			r.Mends = []Mend{{Way: MakeContention, Claims: r.At}}
		}
		v.note(r)
		v.leading(c.ID, seen)
	}
	for _, c := range v.claims { // ends
		if !seen[c.ID] && v.m.NumOutgoing(c.ID) == 0 && v.m.NumIncoming(c.ID) > 0 {
			stray(c)
		}
	}
	for _, c := range v.claims { // circles
		if !seen[c.ID] && v.m.NumOutgoing(c.ID) > 0 {
			stray(c)
		}
	}
}

func (v *review) bothWays(c *argument.Claim) {
	if v.m.NumOutgoing(c.ID) < 2 {
		return
	}
	kinds := make(map[argument.ID]argument.Kind)
	var told []argument.ID
	for l := range v.m.Outgoing(c.ID) {
		if len(l.From) > 1 {
			continue
		}
		was, known := kinds[l.To]
		kinds[l.To] = l.Kind
		if !known || was == l.Kind || slices.Contains(told, l.To) {
			continue
		}
		told = append(told, l.To)
		target := v.m.Claim(l.To)
		if on := v.m.Link(l.To); on != nil {
			target = v.m.Claim(on.From[0])
		}
		r := on(BothWays, c.ID, target.Text)
		r.At = append(r.At, l.To)
		v.note(r)
	}
}

func (v *review) oneSided(contention argument.ID) {
	const least = 5 // links: a map that has just been begun has no other side yet
	if v.m.NumLinks() < least {
		return
	}
	for l := range v.m.Links() {
		if l.Kind == argument.Opposes || slices.ContainsFunc(l.Evidence, func(e argument.Evidence) bool { return e.Speaks() == argument.Against }) {
			return
		}
	}
	r := Remark{Kind: OneSided}
	if contention != "" {
		r.At = []argument.ID{contention}
		r.Mends = []Mend{{Way: AddObjection, Claims: r.At}}
	}
	v.note(r)
}
