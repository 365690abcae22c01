package merge

import (
	"slices"

	"warrant/argument"
)

// shelf is the records of one sort, in order and by ID.
type shelf[R any] struct {
	list []*R
	at   map[id]*R
}

func shelve[R any](rs []R) shelf[R] {
	s := shelf[R]{make([]*R, len(rs)), make(map[id]*R, len(rs))}
	for i := range rs {
		s.list[i] = &rs[i]
		s.at[idOf(&rs[i])] = &rs[i]
	}
	return s
}

func (s shelf[R]) ids() []id {
	ids := make([]id, len(s.list))
	for i, r := range s.list {
		ids[i] = idOf(r)
	}
	return ids
}

// version is one of the maps of a comparison or a merge. All of its IDs are
// those of the result: one ID names one thing in all versions.
type version struct {
	info    *info
	claims  shelf[claim]
	links   shelf[link]
	sources shelf[source]
	steps   shelf[step]
}

// versionOf gives a map's records the names that it is told; others keep
// theirs.
func versionOf(m *argument.Map, names map[id]id) *version {
	p := m.Parts()
	if len(names) > 0 {
		rename(&p, names)
	}
	return &version{&p.Info, shelve(p.Claims), shelve(p.Links), shelve(p.Sources), shelve(p.Steps)}
}

func (v *version) has(n id) bool {
	return v.claims.at[n] != nil || v.links.at[n] != nil || v.sources.at[n] != nil || v.steps.at[n] != nil
}

// rename changes IDs and all mention of them. The records of p are its own,
// the lists in them are not.
func rename(p *argument.Parts, names map[id]id) {
	one := func(n *id) {
		if to, ok := names[*n]; ok {
			*n = to
		}
	}
	all := func(ns *[]id) {
		if slices.ContainsFunc(*ns, func(n id) bool { return names[n] != "" }) {
			*ns = slices.Clone(*ns)
			for i := range *ns {
				one(&(*ns)[i])
			}
		}
	}
	passages := func(ps *[]passage) {
		if len(*ps) > 0 {
			*ps = slices.Clone(*ps)
			for i := range *ps {
				one(&(*ps)[i].Source)
			}
		}
	}
	one(&p.Info.Contention)
	for i := range p.Claims {
		one(&p.Claims[i].ID)
		passages(&p.Claims[i].Passages)
	}
	for i := range p.Links {
		l := &p.Links[i]
		one(&l.ID)
		one(&l.To)
		all(&l.From)
		if len(l.Evidence) > 0 {
			l.Evidence = slices.Clone(l.Evidence)
			for j := range l.Evidence {
				one(&l.Evidence[j].Source)
				passages(&l.Evidence[j].Passages)
			}
		}
	}
	for i := range p.Sources {
		one(&p.Sources[i].ID)
	}
	for i := range p.Steps {
		s := &p.Steps[i]
		one(&s.ID)
		all(&s.Focus)
		all(&s.Reveal)
	}
}

// mention is one reference to a record: from which field, and with what.
type mention struct {
	of    id
	field string
	span  passage
}

func claimRefs(c *claim, ref func(mention)) { passageRefs("", c.Passages, ref) }

func passageRefs(field string, ps []passage, ref func(mention)) {
	for _, p := range ps {
		ref(mention{p.Source, field, p})
	}
}

func linkRefs(l *link, ref func(mention)) {
	ref(mention{of: l.To, field: "to"})
	for _, f := range l.From {
		ref(mention{of: f, field: "from"})
	}
	for i := range l.Evidence {
		e := &l.Evidence[i]
		if e.Source != "" {
			ref(mention{of: e.Source, field: string(e.ID)})
		}
		passageRefs(string(e.ID), e.Passages, ref)
	}
}

func stepRefs(s *step, ref func(mention)) {
	for _, n := range s.Focus {
		ref(mention{of: n, field: "focus"})
	}
	for _, n := range s.Reveal {
		ref(mention{of: n, field: "reveal"})
	}
}

func infoRefs(i *info, ref func(mention)) {
	if i.Contention != "" {
		ref(mention{of: i.Contention})
	}
}

// What a record is without its mention of things that are gone. A record that
// mentions none is returned as it is.

func stripClaim(c *claim, gone func(id) bool) *claim {
	if !mentions(c, claimRefs, gone) {
		return c
	}
	next := *c
	next.Passages = stripPassages(c.Passages, gone)
	return &next
}

func stripPassages(ps []passage, gone func(id) bool) []passage {
	return without(ps, func(p passage) bool { return gone(p.Source) })
}

// stripLink leaves the target, without which there is no link.
func stripLink(l *link, gone func(id) bool) *link {
	if !mentions(l, linkRefs, gone) {
		return l
	}
	next := *l
	next.From = without(l.From, gone)
	next.Evidence = slices.Clone(l.Evidence)
	for i := range next.Evidence {
		e := &next.Evidence[i]
		if e.Source != "" && gone(e.Source) {
			e.Source = ""
		}
		e.Passages = stripPassages(e.Passages, gone)
	}
	return &next
}

func stripStep(s *step, gone func(id) bool) *step {
	if !mentions(s, stepRefs, gone) {
		return s
	}
	next := *s
	next.Focus, next.Reveal = without(s.Focus, gone), without(s.Reveal, gone)
	return &next
}

func stripInfo(i *info, gone func(id) bool) *info {
	if !mentions(i, infoRefs, gone) {
		return i
	}
	next := *i
	next.Contention = ""
	return &next
}

func stripSource(s *source, _ func(id) bool) *source { return s }

func mentions[R any](r *R, refs func(*R, func(mention)), gone func(id) bool) (found bool) {
	refs(r, func(m mention) { found = found || gone(m.of) })
	return found
}

func without[T any](list []T, drop func(T) bool) []T {
	kept := slices.DeleteFunc(slices.Clone(list), drop)
	if len(kept) == 0 {
		return nil
	}
	return kept
}
