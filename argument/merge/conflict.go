package merge

import (
	"cmp"
	"fmt"
	"slices"

	"warrant/argument"
)

// Conflict is one thing in which the two sides do not agree.
type Conflict struct {
	Of Subject
	// IDs are of the merged map. For evidence they are the link's and the
	// item's; where one side removed and the other kept, of all that stays.
	IDs []argument.ID
	// Field is what the file calls the field that both changed; "" where
	// more than a field is in question, and for members that this version
	// does not know.
	Field string
	// The readings, in words or as the text itself; "" for nothing. They
	// quote the maps, and so have to be made fit for where they are shown.
	Base, Mine, Theirs string
	// Readings are the same by Side, apart from the language; nil for nothing.
	Readings [3]fmt.Stringer
	// Taken is the side that the merged map follows.
	Taken Side
	// Minor: nothing that the map argues hangs on it, as the place of a card,
	// or that both used one ID for different things, which was set right.
	Minor bool
	Text  string // a sentence
	Said  Words  // what Text says, apart from the language

	resolve func(*argument.Edit, Side) error // nil: nothing is to be chosen
}

// Resolve makes the map of doc follow a side in a conflict of the merge that
// it comes from, as one edit. It may be called again with another side. The
// error is the edit's: what it is about may have been removed meanwhile, or
// what that side's reading refers to.
func Resolve(doc *argument.Document, c Conflict, s Side) error {
	label := map[Side]string{Base: "Take the earlier version", Mine: "Take mine", Theirs: "Take theirs"}[s]
	return doc.Do(label, func(e *argument.Edit) error { return c.Apply(e, s) })
}

// Apply is Resolve within an edit of the caller's.
func (c Conflict) Apply(e *argument.Edit, s Side) error {
	if s > Theirs {
		return fmt.Errorf("resolve a conflict: there is no side %d", s)
	}
	if c.resolve == nil {
		return nil
	}
	return c.resolve(e, s)
}

func missing(what string, n id) error {
	return fmt.Errorf("%s %q: %w", what, string(n), argument.ErrNotThere)
}

// fieldConflict is that both sides changed a field.
func fieldConflict[R any](g *merging, of Subject, n id, c clash[R], name fmt.Stringer, update func(*argument.Edit, id, func(*R)) error) Conflict {
	f := c.field
	take := f.set
	ordered := f.join != nil && !g.asMine[n] // lists clash by their order alone, unless the link has to be mine
	if ordered {
		take = f.arrange
	}
	x := Conflict{
		Of: of, Field: f.name, Taken: Mine, Minor: f.look || ordered || of == OfMap && f.name == "id",
		Base: f.say(g.tell, c.base), Mine: f.say(g.tell, c.mine), Theirs: f.say(g.tell, c.theirs),
		resolve: func(e *argument.Edit, s Side) error {
			from := [...]*R{c.base, c.mine, c.theirs}[s]
			return update(e, n, func(r *R) { take(r, from) })
		},
	}
	if n != "" {
		x.IDs = []id{n}
	}
	for s, reading := range []string{x.Base, x.Mine, x.Theirs} {
		switch {
		case reading == "":
		case f.closed:
			x.Readings[s] = Value(reading)
		default:
			x.Readings[s] = Plain(reading)
		}
	}
	format := "the %s of %s: mine %s, theirs %s, before %s"
	if f.name == "" {
		format = "the %s in %s: mine %s, theirs %s, before %s"
	}
	x.Said = say(format, Value(f.word), name, f.brief(x.Mine), f.brief(x.Theirs), f.brief(x.Base))
	return x
}

// clash notes a field that both sides changed. What mine and theirs make of
// the places of cards is one conflict for the whole map.
func (g *merging) clash(of Subject, n id, c any) {
	var x Conflict
	switch c := c.(type) {
	case clash[claim]:
		if c.field == place {
			g.moved = append(g.moved, c)
			return
		}
		x = fieldConflict(g, of, n, c, g.tell.thing(n), (*argument.Edit).UpdateClaim)
	case clash[link]:
		g.clashLink(c)
		return
	case clash[source]:
		x = fieldConflict(g, of, n, c, g.tell.thing(n), (*argument.Edit).UpdateSource)
	case clash[step]:
		x = fieldConflict(g, of, n, c, g.tell.thing(n), (*argument.Edit).UpdateStep)
	}
	g.conflicts = append(g.conflicts, x)
}

func (g *merging) clashLink(c clash[link]) {
	g.conflicts = append(g.conflicts, fieldConflict(g, OfLink, c.mine.ID, c, g.tell.linkName(c.mine), (*argument.Edit).UpdateLink))
}

func (g *merging) clashEvidence(on id, e *evidence, c clash[evidence]) {
	x := fieldConflict(g, OfEvidence, e.ID, c, say("%s on %s", evidenceName(e), g.tell.thing(on)), updateItem(on))
	x.IDs = []id{on, e.ID}
	g.conflicts = append(g.conflicts, x)
}

// itemStays is that one side removed an item which the other changed.
func (g *merging) itemStays(on id, e, b *evidence, byMine bool) {
	by := Theirs
	if byMine {
		by = Mine
	}
	kept := stripLink(&link{Evidence: []evidence{*e}}, g.absent).Evidence[0]
	x := Conflict{
		Of: OfEvidence, IDs: []id{on, e.ID}, Taken: by.other(),
		Said: say(itemRemoved[by], evidenceName(b), g.tell.thing(on)),
		resolve: func(edit *argument.Edit, s Side) error {
			put := kept
			if s == Base {
				put = *b
			}
			return edit.UpdateLink(on, func(l *link) {
				i := slices.IndexFunc(l.Evidence, func(v evidence) bool { return v.ID == put.ID })
				l.Evidence = slices.Clone(l.Evidence)
				switch {
				case s == by && i >= 0:
					l.Evidence = slices.Delete(l.Evidence, i, i+1)
				case s == by:
				case i >= 0:
					l.Evidence[i] = put
				default:
					l.Evidence = append(l.Evidence, put)
				}
			})
		},
	}
	x.say(by, evidenceName(b), evidenceName(e))
	g.conflicts = append(g.conflicts, x)
}

// itemRemoved says who removed an item, and that the other changed it.
var itemRemoved = map[Side]string{
	Mine: "mine removed %s from %s, theirs changed it", Theirs: "theirs removed %s from %s, mine changed it",
}

// say sets the readings of a conflict of which one side removed something.
func (c *Conflict) say(by Side, base, kept fmt.Stringer) {
	c.Readings[Base], c.Readings[by], c.Readings[by.other()] = base, Value("removed"), kept
	c.Mine, c.Theirs = c.Readings[Mine].String(), c.Readings[Theirs].String()
	if base != nil {
		c.Base = base.String()
	}
}

func (g *merging) itemRenamed(on id, r renaming, e evidence) {
	g.conflicts = append(g.conflicts, Conflict{
		Of: OfEvidence, IDs: []id{on, r.is}, Field: "id", Taken: Mine, Minor: true, Mine: string(r.was), Theirs: string(r.is),
		Said: say("both added evidence of the ID %s to %s; theirs, %s, is now %s", Plain(r.was), g.tell.thing(on), evidenceName(&e), Plain(r.is)),
	})
}

func (g *merging) itemsReordered(v *five[link]) {
	order := func(l *link) string {
		return sayTexts(nil, texts(l.Evidence))
	}
	on := v.mine.ID
	g.conflicts = append(g.conflicts, Conflict{
		Of: OfEvidence, IDs: []id{on}, Taken: Mine, Minor: true, Base: order(v.base), Mine: order(v.mine), Theirs: order(v.theirs),
		Said: say("both put the evidence on %s in another order, each in its own", g.tell.thing(on)),
		resolve: func(e *argument.Edit, s Side) error {
			as := itemIDs([...]*link{v.base, v.mine, v.theirs}[s].Evidence)
			return e.UpdateLink(on, func(l *link) {
				at := items(l.Evidence)
				var next []evidence
				for _, n := range inOrderOf(itemIDs(l.Evidence), as) {
					next = append(next, *at[n])
				}
				l.Evidence = next
			})
		},
	})
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func texts(es []evidence) []string {
	var all []string
	for i := range es {
		all = append(all, es[i].Text)
	}
	return all
}

// reordered is that the steps were put in two other orders. No edit changes
// their order, so there is nothing to choose.
func (g *merging) reordered() {
	g.conflicts = append(g.conflicts, Conflict{
		Of: OfStep, Taken: Mine, Minor: true,
		Said: say("both put the steps in another order, each in its own; it is mine"),
	})
}

// renamed is that both added things under one ID. Where it happened often, as
// where both count their claims, it is told once.
func (g *merging) renamed(all []renaming) {
	all = without(all, func(r renaming) bool { return g.absent(r.is) })
	if len(all) == 0 {
		return
	}
	r := all[0]
	x := Conflict{
		Of: g.subject(r.is), Field: "id", Taken: Mine, Minor: true,
		Mine: g.tell.thing(r.was).String(), Theirs: g.tell.thing(r.is).String(),
		Said: say("both used the ID %s for different things; theirs, %s, is now %s", Plain(r.was), g.tell.thing(r.is), Plain(r.is)),
	}
	if len(all) > 1 {
		x.Of, x.Mine, x.Theirs = OfMap, "", ""
		x.Said = say("both used %d IDs for different things; theirs have other IDs now", len(all))
	}
	for _, r := range all {
		x.IDs = append(x.IDs, r.was, r.is)
	}
	g.conflicts = append(g.conflicts, x)
}

func (g *merging) subject(n id) Subject {
	for _, v := range []*version{g.mine, g.theirs, g.base} {
		switch {
		case v.claims.at[n] != nil:
			return OfClaim
		case v.links.at[n] != nil:
			return OfLink
		case v.steps.at[n] != nil:
			return OfStep
		}
	}
	return OfSource
}

// sorted returns the conflicts, with those that stand for many records.
func (g *merging) sorted() []Conflict {
	all := slices.Concat(g.stays(), g.conflicts)
	if len(g.moved) > 0 {
		all = append(all, g.movedApart())
	}
	for _, by := range []Side{Mine, Theirs} {
		still := without(g.dropped[by], func(n id) bool { return !g.absent(n) })
		if len(still) > 0 {
			all = append(all, g.removedDrawn(by, still))
		}
	}
	for i := range all {
		all[i].Text = sentence(all[i].Said)
	}
	slices.SortStableFunc(all, func(p, q Conflict) int { return cmp.Compare(btoi(p.Minor), btoi(q.Minor)) })
	return all
}

// movedApart is that both moved the same cards to different places.
func (g *merging) movedApart() Conflict {
	moved := g.moved
	x := Conflict{Of: OfClaim, Field: "at", Taken: Mine, Minor: true, Said: say("both moved %s to different places", Plain(count(len(moved), "card")))}
	for _, c := range moved {
		x.IDs = append(x.IDs, c.mine.ID)
	}
	if len(moved) == 1 {
		c := moved[0]
		x.Base, x.Mine, x.Theirs = sayPlace(nil, c.base), sayPlace(nil, c.mine), sayPlace(nil, c.theirs)
	}
	x.resolve = func(e *argument.Edit, s Side) error {
		for _, c := range moved {
			from := [...]*claim{c.base, c.mine, c.theirs}[s]
			if e.Map().Claim(c.mine.ID) == nil {
				continue
			}
			if err := e.UpdateClaim(c.mine.ID, func(r *claim) { place.set(r, from) }); err != nil {
				return err
			}
		}
		return nil
	}
	return x
}
