package credence

import (
	"slices"

	"warrant/argument"
)

// Update follows a difference that was applied to the map, and returns the
// claims and links with a number that changed or is new. The cost is that of
// what the difference can reach; where it makes or breaks a circle, or
// touches a good part of the map, that of a whole evaluation.
//
// The difference only says where to look; what is there is read from the map.
// So it does no harm when the map is further ahead, as long as each
// difference comes to Update in the end. Options that agreed with what the
// map said go with it when it says otherwise.
func (e *Evaluation) Update(d argument.Difference) (claims, links []argument.ID) {
	if said := OptionsOf(e.m); d.Info != nil && (said.Semantics != e.said.Semantics || said.Premises != e.said.Premises) {
		e.options = e.options.following(e.said, said)
		e.said = said
		return e.again()
	}
	if 4*(len(d.Claims)+len(d.Links)) > 1000+len(e.g.id) {
		return e.again()
	}
	u := update{Evaluation: e}
	u.look(d)
	u.rewire()
	u.rate()
	return u.spread()
}

// again evaluates the whole map and compares.
func (e *Evaluation) again() (claims, links []argument.ID) {
	was := *e
	e.compute()
	for v, id := range e.g.id {
		u, had := was.g.index[id]
		if had && !e.n.cell[v].differs(&was.n.cell[u], settled) &&
			e.g.rating(e.n, int32(v)) == was.g.rating(was.n, u) {
			continue
		}
		if e.g.kind[v] == claim {
			claims = append(claims, id)
		} else {
			links = append(links, id)
		}
	}
	return claims, links
}

// rating is what shows of a vertex beside its numbers.
type rating struct {
	base, suggested  float64
	stated, evidence bool
}

func (g *graph) rating(n *numbers, v int32) rating {
	return rating{n.base[v], g.suggested[v], g.stated[v], g.evidence[v]}
}

// update is the work of one Update.
type update struct {
	*Evaluation
	seen    map[argument.ID]bool
	claims  []*argument.Claim // changed or new
	links   []*argument.Link
	gone    []int32
	fresh   []*argument.Claim // of the claims, those without a vertex
	rewired []*argument.Link  // of the links, those with other edges than before or with none

	dirty []int32 // to be computed again
	told  []int32 // changed in what shows beside the numbers
}

// look sorts what the difference names, and what hangs on that.
func (u *update) look(d argument.Difference) {
	u.seen = make(map[argument.ID]bool, len(d.Claims)+len(d.Links))
	var todo []argument.ID
	for _, c := range d.Claims {
		for _, r := range [...]*argument.Claim{c.From, c.To} {
			if r != nil {
				todo = append(todo, r.ID)
			}
		}
	}
	for _, c := range d.Links {
		for _, r := range [...]*argument.Link{c.From, c.To} {
			if r != nil {
				todo = append(todo, r.ID)
			}
		}
	}
	for len(todo) > 0 {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !u.seen[id] {
			u.seen[id] = true
			todo = u.sort(id, todo)
		}
	}
}

func (u *update) sort(id argument.ID, todo []argument.ID) []argument.ID {
	g := u.g
	c, l := u.m.Claim(id), u.m.Link(id)
	v, had := g.index[id]
	if had && (c == nil && l == nil || (g.kind[v] == claim) != (c != nil)) {
		u.gone = append(u.gone, v)
		for _, x := range g.in[v] {
			todo = append(todo, g.id[x])
		}
		for _, x := range g.out[v] {
			todo = append(todo, g.id[x])
		}
		had = false
	}
	switch {
	case c != nil:
		u.claims = append(u.claims, c)
		if !had {
			u.fresh = append(u.fresh, c)
		}
	case l != nil:
		u.links = append(u.links, l)
		if had && g.wiredAs(v, l) {
			break
		}
		u.rewired = append(u.rewired, l)
		for _, end := range append(slices.Clone(l.From), l.To) {
			if _, ok := g.index[end]; !ok {
				todo = append(todo, end)
			}
		}
	}
	return todo
}

// wiredAs reports whether a link vertex has the kind, premises and target of
// the record.
func (g *graph) wiredAs(v int32, l *argument.Link) bool {
	return g.kind[v] == kindOf(l) && (g.off[v] || g.to[v] >= 0 && g.id[g.to[v]] == l.To) &&
		slices.EqualFunc(g.from[v], l.From, func(p int32, id argument.ID) bool { return g.id[p] == id })
}

// rate brings bases and suggestions up to date.
func (u *update) rate() {
	for _, c := range u.claims {
		v := u.g.index[c.ID]
		was := u.g.rating(u.n, v)
		u.n.base[v] = u.g.baseOfClaim(v, c, u.options)
		u.compare(v, was)
	}
	for _, l := range u.links {
		v := u.g.index[l.ID]
		was := u.g.rating(u.n, v)
		u.n.base[v] = u.g.baseOfLink(v, l, u.options)
		u.compare(v, was)
	}
}

func (u *update) compare(v int32, was rating) {
	is := u.g.rating(u.n, v)
	if is != was {
		u.told = append(u.told, v)
	}
	if is.base != was.base {
		u.dirty = append(u.dirty, v)
	}
}

// spread recomputes and says what changed.
func (u *update) spread() (claims, links []argument.ID) {
	u.w.start()
	for _, v := range u.dirty {
		if u.g.kind[v] != vacant {
			u.w.push(v)
		}
	}
	u.w.spread()
	for i := range u.w.past {
		p := &u.w.past[i]
		if u.n.cell[p.v].differs(&p.cell, settled) {
			u.told = append(u.told, p.v)
		}
	}
	slices.Sort(u.told)
	for _, v := range slices.Compact(u.told) {
		switch u.g.kind[v] {
		case vacant:
		case claim:
			claims = append(claims, u.g.id[v])
		default:
			links = append(links, u.g.id[v])
		}
	}
	return claims, links
}
