package merge

import (
	"slices"

	"warrant/argument"
)

// link merges what the fields of a link leave over: its evidence item by
// item, and the ends of a link that has to be mine.
func (g *merging) link(out *link, v *five[link]) {
	if g.asMine[v.mine.ID] {
		for i := range linkFields {
			f := &linkFields[i]
			if f.name != "from" && f.name != "to" || f.same(out, v.mine) {
				continue
			}
			f.set(out, v.mine)
			if f.join != nil || f.same(v.base, v.mine) { // else told as a clash already
				g.clashLink(clash[link]{f, v.base, v.mine, v.theirs})
			}
		}
	}
	g.evidence(out, v)
}

// evidence merges the items of a link. An item that one side removed and the
// other changed stays.
func (g *merging) evidence(out *link, v *five[link]) {
	if len(v.mine.Evidence) == 0 && len(v.theirs.Evidence) == 0 {
		return
	}
	theirs, renamed := g.distinct(v)
	base, baseMine, baseTheirs := items(v.base.Evidence), items(v.baseMine.Evidence), items(v.baseTheirs.Evidence)
	m, t := items(v.mine.Evidence), items(theirs)
	merged := make(map[id]evidence)
	on := v.mine.ID
	for n, p := range m {
		q, b := t[n], base[n]
		switch {
		case q != nil:
			if b == nil {
				b = new(evidence)
			}
			w := five[evidence]{b, orEmpty(baseMine[n]), orEmpty(baseTheirs[n]), p, q}
			merged[n], _ = mergeFields(evidenceFields, &w)
		case b == nil || !sameItem(baseMine[n], p):
			merged[n] = *p
		}
	}
	for n, q := range t {
		if b := base[n]; m[n] == nil && (b == nil || !sameItem(baseTheirs[n], q)) {
			merged[n] = *q
		}
	}
	order, clashed := mergeOrder(itemIDs(v.base.Evidence), itemIDs(v.mine.Evidence), itemIDs(theirs), func(n id) bool {
		_, in := merged[n]
		return in
	})
	out.Evidence = nil
	for _, n := range order {
		e := merged[n]
		out.Evidence = append(out.Evidence, e)
		p, q, b := m[n], t[n], base[n]
		switch {
		case p != nil && q != nil:
			w := five[evidence]{orEmpty(b), orEmpty(baseMine[n]), orEmpty(baseTheirs[n]), p, q}
			_, clashes := mergeFields(evidenceFields, &w)
			for _, c := range clashes {
				g.clashEvidence(on, &e, c)
			}
		case b != nil:
			g.itemStays(on, &e, b, p == nil)
		}
	}
	for _, r := range renamed {
		g.itemRenamed(on, r, merged[r.is])
	}
	if clashed {
		g.itemsReordered(v)
	}
}

// distinct returns their items under IDs by which they can be told from mine:
// what both added and is the same thing gets one ID, and what is not gets
// two.
func (g *merging) distinct(v *five[link]) (theirs []evidence, renamed []renaming) {
	theirs = v.theirs.Evidence
	old := items(v.base.Evidence)
	m := items(v.mine.Evidence)
	used := make(map[id]bool)
	for _, list := range [][]evidence{v.base.Evidence, v.mine.Evidence, theirs} {
		for i := range list {
			used[list[i].ID] = true
		}
	}
	has := items(theirs)
	var next []evidence
	for i := range theirs {
		e := &theirs[i]
		if old[e.ID] != nil {
			continue
		}
		n := e.ID
		if p := m[n]; p == nil || !alike(p.Text, e.Text) {
			n = ""
			for j := range v.mine.Evidence {
				p := &v.mine.Evidence[j]
				if old[p.ID] == nil && has[p.ID] == nil && p.Text != "" && p.Text == e.Text && p.Kind == e.Kind {
					n = p.ID
					break
				}
			}
			switch {
			case n != "":
				has[n] = e
			case p != nil:
				for k := 2; n == "" || used[n]; k++ {
					n = numberedID(e.ID, k)
				}
				renamed = append(renamed, renaming{e.ID, n})
			default:
				n = e.ID
			}
		}
		if n != e.ID {
			if next == nil {
				next = slices.Clone(theirs)
			}
			next[i].ID = n
			used[n] = true
		}
	}
	if next != nil {
		theirs = next
	}
	return theirs, renamed
}

func items(es []evidence) map[id]*evidence {
	at := make(map[id]*evidence, len(es))
	for i := range es {
		at[es[i].ID] = &es[i]
	}
	return at
}

func itemIDs(es []evidence) []id {
	ids := make([]id, len(es))
	for i := range es {
		ids[i] = es[i].ID
	}
	return ids
}

func orEmpty(e *evidence) *evidence {
	if e == nil {
		return new(evidence)
	}
	return e
}

func sameItem(a, b *evidence) bool { return sameEvidence([]evidence{*a}, []evidence{*b}) }

// updateItem changes one item of a link; it errs where the link has it not.
func updateItem(on id) func(*argument.Edit, id, func(*evidence)) error {
	return func(e *argument.Edit, n id, change func(*evidence)) error {
		found := false
		err := e.UpdateLink(on, func(l *link) {
			l.Evidence = slices.Clone(l.Evidence)
			for i := range l.Evidence {
				if l.Evidence[i].ID == n {
					change(&l.Evidence[i])
					l.Evidence[i].ID = n
					found = true
				}
			}
		})
		if err == nil && !found {
			err = missing("evidence", n)
		}
		return err
	}
}
