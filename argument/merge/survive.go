package merge

import (
	"slices"

	"warrant/argument"
)

// revival is something that one side removed and that stays all the same.
type revival struct {
	by      Side // who removed it
	of      Subject
	changed bool // the other side changed it
	user    id   // what of the other side builds on it; "" for the map itself
	group   id   // the first of those that came back with it
}

// survive decides what stays of what one side removed: what the other
// changed, what it built on, and what those cannot be without.
func (g *merging) survive() {
	for _, by := range []Side{Mine, Theirs} {
		// What kept has of base without what kept has itself removed.
		kept := g.version(by.other())
		gone := func(n id) bool { return g.removed(by.other(), n) }
		changed(g, by, OfSource, sourceFields, g.base.sources, kept.sources, stripSource, gone, nil)
		changed(g, by, OfClaim, claimFields, g.base.claims, kept.claims, stripClaim, gone, nil)
		changed(g, by, OfLink, linkFields, g.base.links, kept.links, stripLink, gone, func(a, b *link) bool {
			return sameEvidence(a.Evidence, b.Evidence)
		})
		changed(g, by, OfStep, stepFields, g.base.steps, kept.steps, stripStep, gone, nil)
	}
	for _, by := range []Side{Mine, Theirs} {
		kept := g.version(by.other())
		used(g, by, g.base.info, kept.info, infoRefs)
		usedBy(g, by, g.base.claims, kept.claims, claimRefs)
		usedBy(g, by, g.base.links, kept.links, linkRefs)
		usedBy(g, by, g.base.steps, kept.steps, stepRefs)
	}
	for n := range g.asMine {
		if l := g.mine.links.at[n]; l != nil {
			for _, f := range append([]id{l.To}, l.From...) {
				g.revive(Theirs, f, n, "", false)
			}
		}
	}
	g.bringBack()
}

// changed revives what one side removed and the other changed. Changes of the
// drawing alone are noted and revive nothing.
func changed[R any](g *merging, by Side, of Subject, fields []field[R], base, kept shelf[R], strip func(*R, func(id) bool) *R, gone func(id) bool, also func(a, b *R) bool) {
	for _, b := range base.list {
		n := idOf(b)
		r := kept.at[n]
		if r == nil || !g.removed(by, n) {
			continue
		}
		was := strip(b, gone)
		drawn, said := false, also != nil && !also(was, r)
		for i := range fields {
			if !fields[i].same(was, r) {
				if fields[i].look {
					drawn = true
				} else {
					said = true
				}
			}
		}
		switch {
		case said:
			g.revive(by, n, "", "", true)
		case drawn:
			g.dropped[by] = append(g.dropped[by], n)
		}
	}
}

func sameEvidence(a, b []evidence) bool {
	return slices.EqualFunc(a, b, func(p, q evidence) bool {
		for i := range evidenceFields {
			if !evidenceFields[i].same(&p, &q) {
				return false
			}
		}
		return p.ID == q.ID
	})
}

// usedBy revives what records newly refer to.
func usedBy[R any](g *merging, by Side, base, kept shelf[R], refs func(*R, func(mention))) {
	for _, r := range kept.list {
		used(g, by, base.at[idOf(r)], r, refs)
	}
}

func used[R any](g *merging, by Side, base, kept *R, refs func(*R, func(mention))) {
	refs(kept, func(m mention) {
		if !g.removed(by, m.of) || g.revived[m.of] != nil {
			return
		}
		count := func(r *R) (n int) {
			if r != nil {
				refs(r, func(o mention) { n += btoi(o == m) })
			}
			return n
		}
		if count(kept) > count(base) {
			g.revive(by, m.of, idOf(kept), "", false)
		}
	})
}

func (g *merging) revive(by Side, n, user, group id, changed bool) {
	if g.revived[n] != nil || !g.removed(by, n) || !g.version(by.other()).has(n) {
		return
	}
	if group == "" {
		group = n
	}
	kept := g.version(by.other())
	of := OfSource
	switch {
	case kept.claims.at[n] != nil:
		of = OfClaim
	case kept.links.at[n] != nil:
		of = OfLink
	case kept.steps.at[n] != nil:
		of = OfStep
	}
	g.revived[n] = &revival{by, of, changed, user, group}
	g.order = append(g.order, n)
}

// bringBack revives what the revived cannot be without, and the links that
// only went because a claim or link did which is now back.
func (g *merging) bringBack() {
	if len(g.order) == 0 {
		return
	}
	ends := g.lostLinks()
	for i := 0; i < len(g.order); i++ {
		n := g.order[i]
		r := g.revived[n]
		kept := g.version(r.by.other())
		need := func(m mention) { g.revive(r.by, m.of, n, r.group, false) }
		switch r.of {
		case OfClaim:
			claimRefs(kept.claims.at[n], need)
		case OfLink:
			linkRefs(kept.links.at[n], need)
		case OfStep:
			stepRefs(kept.steps.at[n], need)
		}
		for _, l := range ends[r.by][n] {
			if g.revived[l.ID] == nil && g.hadToGo(r.by, l) && !g.absent(l.To) && !slices.ContainsFunc(l.From, g.absent) {
				g.revive(r.by, l.ID, n, r.group, false)
			}
		}
	}
}

// hadToGo reports whether a link could not stay when that side removed
// something else.
func (g *merging) hadToGo(by Side, l *link) bool {
	b := g.base.links.at[l.ID]
	return g.removed(by, b.To) || !slices.ContainsFunc(b.From, func(f id) bool { return !g.removed(by, f) })
}

// lostLinks returns, by side and by what they connect, the links that the
// side removed, as the other has them.
func (g *merging) lostLinks() (ends [3]map[id][]*link) {
	for _, by := range []Side{Mine, Theirs} {
		ends[by] = make(map[id][]*link)
		for _, l := range g.version(by.other()).links.list {
			if g.removed(by, l.ID) {
				ends[by][l.To] = append(ends[by][l.To], l)
				for _, f := range l.From {
					ends[by][f] = append(ends[by][f], l)
				}
			}
		}
	}
	return ends
}

// knots finds links that were left without premises, or whose targets lead
// back to them, and makes their ends mine in the next round. It reports
// whether there were any.
func (g *merging) knots(p *argument.Parts) bool {
	found := false
	pin := func(n id) {
		if !g.asMine[n] && g.mine.links.at[n] != nil {
			g.asMine[n], found = true, true
		}
	}
	at := make(map[id]*link, len(p.Links))
	for i := range p.Links {
		l := &p.Links[i]
		at[l.ID] = l
		if len(l.From) == 0 {
			pin(l.ID)
		}
	}
	ended := make(map[id]bool)
	for i := range p.Links {
		l := &p.Links[i]
		if at[l.To] == nil {
			continue // ends at once, as most do
		}
		var chain []id
		on := make(map[id]bool)
		for ; l != nil && !ended[l.ID] && !on[l.ID]; l = at[l.To] {
			on[l.ID] = true
			chain = append(chain, l.ID)
		}
		if l != nil && on[l.ID] { // a ring: some of it is not as mine has it
			for _, n := range chain[slices.Index(chain, l.ID):] {
				if m := g.mine.links.at[n]; m != nil && m.To != at[n].To {
					pin(n)
				}
			}
		}
		for _, n := range chain {
			ended[n] = true
		}
	}
	return found
}
