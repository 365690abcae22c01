package merge

import (
	"fmt"
	"slices"

	"warrant/argument"
)

// removedDrawn is that one side removed claims whose cards the other moved.
// They stay removed.
func (g *merging) removedDrawn(by Side, ids []id) Conflict {
	with, there := slices.Clone(ids), setOf(ids)
	ends := g.lostLinks()[by]
	for i := 0; i < len(with); i++ {
		for _, l := range ends[with[i]] {
			lost := func(n id) bool { return g.absent(n) && !there[n] }
			if !there[l.ID] && g.absent(l.ID) && g.hadToGo(by, l) && !lost(l.To) && !slices.ContainsFunc(l.From, lost) {
				there[l.ID] = true
				with = append(with, l.ID)
			}
		}
	}
	x := Conflict{
		Of: OfClaim, IDs: ids, Field: "at", Taken: by, Minor: true,
		Said:    say("%s removed %s which %s only moved or drew otherwise", Plain(by.String()), Plain(count(len(ids), "claim")), Plain(by.other().String())),
		resolve: g.restoring(by, with),
	}
	x.say(by, nil, Plain(count(len(ids), "card")+" moved or drawn otherwise"))
	return x
}

// removed says who removed something, and what the other did with it.
var removed = map[Side]struct{ changed, chosen, used string }{
	Mine:   {"mine removed %s, theirs changed it", "mine removed %s, theirs chose it as the contention", "mine removed %s, theirs built on it: %s"},
	Theirs: {"theirs removed %s, mine changed it", "theirs removed %s, mine chose it as the contention", "theirs removed %s, mine built on it: %s"},
}

// stays lists what one side removed and the other changed or built on, with
// what came back with it as one.
func (g *merging) stays() (all []Conflict) {
	groups := make(map[id][]id)
	for _, n := range g.order {
		first := g.revived[n].group
		groups[first] = append(groups[first], n)
	}
	for _, n := range g.order {
		r := g.revived[n]
		if r.group != n {
			continue
		}
		other := r.by.other()
		x := Conflict{Of: r.of, IDs: groups[n], Taken: other, resolve: g.restoring(r.by, groups[n])}
		was := g.tell.thing(n)
		switch {
		case r.changed:
			x.Said = say(removed[r.by].changed, was)
			x.say(r.by, was, Value("changed"))
		case r.user == "":
			x.Said = say(removed[r.by].chosen, was)
			x.say(r.by, was, Value("kept"))
		default:
			use := g.use(other, r.user)
			x.Said = say(removed[r.by].used, was, use)
			x.say(r.by, was, say("built on by %s", use))
		}
		all = append(all, x)
	}
	return all
}

// use says what of a side builds on something.
func (g *merging) use(s Side, n id) fmt.Stringer {
	if l := g.version(s).links.at[n]; l != nil {
		return (&teller{[]*version{g.version(s), g.base}}).clause(l)
	}
	return g.tell.thing(n)
}

// restoring resolves a conflict of removal: the side that removed takes the
// records out, the others put back what of them is not there.
func (g *merging) restoring(by Side, ids []id) func(*argument.Edit, Side) error {
	return func(e *argument.Edit, s Side) error {
		if s == by {
			return take(e, ids)
		}
		if err := restore(e, g.result, ids, false); err != nil {
			return err
		}
		if err := restore(e, g.version(by.other()), ids, false); err != nil {
			return err
		}
		if s == Base {
			if err := restore(e, g.base, ids, true); err != nil {
				return err
			}
		}
		return g.reconnect(e, ids)
	}
}

// reconnect puts back what the links of the merged map lost when these
// claims and links were taken out.
func (g *merging) reconnect(e *argument.Edit, ids []id) error {
	back := setOf(ids)
	for again := true; again; { // links to links come back one after the other
		again = false
		for _, l := range g.result.links.list {
			if !back[l.To] && !slices.ContainsFunc(l.From, func(f id) bool { return back[f] }) {
				continue
			}
			m := e.Map()
			lost := func(f id) bool { return m.Claim(f) == nil }
			is := m.Link(l.ID)
			switch {
			case is == nil && m.Has(l.To) && !slices.ContainsFunc(l.From, lost):
				if _, err := e.AddLink(*l); err != nil {
					return err
				}
				back[l.ID] = true
				again = true
			case is != nil:
				from := without(l.From, func(f id) bool { return !back[f] || lost(f) || slices.Contains(is.From, f) })
				if len(from) == 0 {
					continue
				}
				if err := e.UpdateLink(l.ID, func(l *link) { l.From = slices.Concat(l.From, from) }); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func take(e *argument.Edit, ids []id) error {
	m := e.Map()
	e.Remove(ids...)
	for _, n := range ids {
		var err error
		switch {
		case m.Source(n) != nil:
			err = e.RemoveSource(n)
		case m.Step(n) != nil:
			err = e.RemoveStep(n)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// restore puts records back, sources first and links before what goes to
// them is looked at; over says that those still there are set, too.
func restore(e *argument.Edit, from *version, ids []id, over bool) error {
	for _, put := range []func(id) error{
		func(n id) error {
			return putBack(e.Map().Source(n), from.sources.at[n], over, e.AddSource, e.UpdateSource)
		},
		func(n id) error {
			return putBack(e.Map().Claim(n), from.claims.at[n], over, e.AddClaim, e.UpdateClaim)
		},
		func(n id) error {
			return putBack(e.Map().Link(n), from.links.at[n], over, e.AddLink, e.UpdateLink)
		},
		func(n id) error {
			return putBack(e.Map().Step(n), from.steps.at[n], over, e.AddStep, e.UpdateStep)
		},
	} {
		for _, n := range ids {
			if err := put(n); err != nil {
				return err
			}
		}
	}
	return nil
}

func putBack[R any](is, from *R, over bool, add func(R) (id, error), update func(id, func(*R)) error) error {
	switch {
	case from == nil:
		return nil
	case is == nil:
		_, err := add(*from)
		return err
	case over:
		return update(idOf(from), func(r *R) { *r = *from })
	}
	return nil
}
