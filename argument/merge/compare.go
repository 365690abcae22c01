package merge

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"warrant/argument"
)

// Compare lists what changed from a to b.
func Compare(a, b *argument.Map) Comparison {
	m := match(a, b)
	names, before := m.names()
	va, vb := versionOf(a, names), versionOf(b, nil)
	c := &comparer{old: va, new: vb, before: before, tell: &teller{[]*version{vb, va}}, was: &teller{[]*version{va, vb}}}
	fieldsOf(c, OfMap, nil, infoFields, va.info, vb.info, Value("the map"))
	c.argument(a, b)
	records(c, OfSource, sourceFields, va.sources, vb.sources, sourceName)
	records(c, OfStep, stepFields, va.steps, vb.steps, stepName)
	if reordered(va.steps.ids(), vb.steps.ids()) {
		c.add(Change{Of: OfStep, Did: Reordered, Said: say("the steps come in another order")})
	}
	c.drawing()
	return Comparison{c.changes, m.pair, m.back}
}

// names says what the records of a are called in b. What was removed keeps
// its name, unless something else now has it: then it gets one that no record
// can have, and before knows the one it had.
func (m *matching) names() (names, before map[id]id) {
	names, before = make(map[id]id), make(map[id]id)
	for a, b := range m.back {
		if a != b {
			names[a] = b
		}
	}
	taken := func(n id) bool { return m.b.Has(n) || m.b.Source(n) != nil || m.b.Step(n) != nil }
	each := func(n id) {
		if m.back[n] == "" && taken(n) {
			names[n] = "\x00" + n
			before["\x00"+n] = n
		}
	}
	for c := range m.a.Claims() {
		each(c.ID)
	}
	for l := range m.a.Links() {
		each(l.ID)
	}
	for s := range m.a.Sources() {
		each(s.ID)
	}
	for s := range m.a.Steps() {
		each(s.ID)
	}
	return names, before
}

type comparer struct {
	old, new *version
	before   map[id]id
	tell     *teller // what a thing is called now
	was      *teller // what it was called
	changes  []Change
}

func (c *comparer) add(ch Change) {
	for i, n := range ch.IDs {
		if was, ok := c.before[n]; ok {
			ch.IDs[i] = was
		}
	}
	ch.Text = sentence(ch.Said)
	c.changes = append(c.changes, ch)
}

// fieldsOf lists the fields that differ, those of the drawing apart.
func fieldsOf[R any](c *comparer, of Subject, ids []id, fields []field[R], a, b *R, name fmt.Stringer) {
	for i := range fields {
		f := &fields[i]
		if f.look || f.same(a, b) {
			continue
		}
		from, to := f.say(c.was, a), f.say(c.tell, b)
		if from == to && (f.name == "stance" || strings.HasPrefix(f.name, "evaluation/")) {
			continue // left out, it means what it now says
		}
		ch := Change{Of: of, Did: Changed, Field: f.name, IDs: slices.Clone(ids), From: from, To: to}
		was, is, word := f.brief(from), f.brief(to), Value(f.word)
		switch {
		case of == OfClaim && f.name == "text":
			ch.Said = say("the claim %s was reworded: %s", was, is)
		case of == OfLink && f.name == "kind":
			ch.Said = say(turned[argument.Kind(to)], name)
		case f.name == "":
			ch.Said = say("%s changed in %s", word, name)
		case was.String() == is.String():
			ch.Said = say("the %s of %s changed", word, name)
		case from == "":
			ch.Said = say("the %s of %s was set: %s", word, name, is)
		case to == "":
			ch.Said = say("the %s of %s was taken away: it was %s", word, name, was)
		default:
			ch.Said = say("the %s of %s changed from %s to %s", word, name, was, is)
		}
		c.add(ch)
	}
}

// turned says what a link does since it was turned over.
var turned = map[argument.Kind]string{
	argument.Supports: "%s was turned over: it now supports", argument.Opposes: "%s was turned over: it now opposes",
}

func records[R any](c *comparer, of Subject, fields []field[R], a, b shelf[R], name func(*R) fmt.Stringer) {
	for _, r := range a.list {
		if n := idOf(r); b.at[n] == nil {
			c.add(Change{Of: of, Did: Removed, IDs: []id{n}, Said: say("%s was removed", name(r))})
		}
	}
	for _, r := range b.list {
		n := idOf(r)
		if old := a.at[n]; old != nil {
			fieldsOf(c, of, []id{n}, fields, old, r, name(r))
		} else {
			c.add(Change{Of: of, Did: Added, IDs: []id{n}, Said: say("%s was added", name(r))})
		}
	}
}

// argument lists claims and links in the order of the new outline; what was
// removed stands after what it followed in the old one.
func (c *comparer) argument(a, b *argument.Map) {
	type stop struct{ row, sub int }
	at := make(map[id]stop)
	row := 0
	for _, r := range b.Outline() {
		for _, n := range []id{r.Claim, r.Link} {
			if _, seen := at[n]; n != "" && !seen {
				row++
				at[n] = stop{row, 0}
			}
		}
	}
	for i, l := range c.new.links.list { // all links stand in the outline; should one not, last
		if _, seen := at[l.ID]; !seen {
			at[l.ID] = stop{row + 1 + i, 0}
		}
	}
	old := outlineOf(a, c.old)
	last := stop{}
	for _, n := range old {
		if s, seen := at[n]; seen {
			last = stop{s.row, last.sub}
			continue
		}
		last.sub++
		at[n] = last
	}
	type item struct {
		at  stop
		add func()
	}
	var items []item
	for _, x := range c.old.claims.list {
		if c.new.claims.at[x.ID] == nil {
			items = append(items, item{at[x.ID], func() {
				c.add(Change{Of: OfClaim, Did: Removed, IDs: []id{x.ID}, Said: say("the claim %s was removed", claimName(x))})
			}})
		}
	}
	for _, x := range c.new.claims.list {
		y := c.old.claims.at[x.ID]
		switch {
		case y == nil:
			items = append(items, item{at[x.ID], func() {
				c.add(Change{Of: OfClaim, Did: Added, IDs: []id{x.ID}, Said: say("the claim %s was added", claimName(x))})
			}})
		case !reflect.DeepEqual(*x, *y):
			items = append(items, item{at[x.ID], func() { fieldsOf(c, OfClaim, []id{x.ID}, claimFields, y, x, claimName(x)) }})
		}
	}
	for _, x := range c.old.links.list {
		if c.new.links.at[x.ID] == nil {
			items = append(items, item{at[x.ID], func() {
				c.add(Change{Of: OfLink, Did: Removed, IDs: []id{x.ID}, Said: say("a link was removed: %s", c.was.clause(x))})
			}})
		}
	}
	for _, x := range c.new.links.list {
		y := c.old.links.at[x.ID]
		switch {
		case y == nil:
			items = append(items, item{at[x.ID], func() {
				c.add(Change{Of: OfLink, Did: Added, IDs: []id{x.ID}, Said: say("a link was added: %s", c.tell.clause(x))})
			}})
		case !reflect.DeepEqual(*x, *y):
			items = append(items, item{at[x.ID], func() { c.link(y, x) }})
		}
	}
	slices.SortStableFunc(items, func(p, q item) int {
		return cmp.Or(cmp.Compare(p.at.row, q.at.row), cmp.Compare(p.at.sub, q.at.sub))
	})
	for _, i := range items {
		i.add()
	}
}

// outlineOf is the outline of a map as IDs of a version of it.
func outlineOf(m *argument.Map, v *version) []id {
	names := make(map[id]id)
	i := 0
	for c := range m.Claims() {
		names[c.ID] = v.claims.list[i].ID
		i++
	}
	i = 0
	for l := range m.Links() {
		names[l.ID] = v.links.list[i].ID
		i++
	}
	var order []id
	for _, r := range m.Outline() {
		if !r.Again {
			order = append(order, names[r.Claim])
		}
		if r.Link != "" && !r.Joined {
			order = append(order, names[r.Link])
		}
	}
	return order
}

// reordered reports whether what is in both lists stands in another order.
func reordered(a, b []id) bool {
	inA, inB := setOf(a), setOf(b)
	return !slices.Equal(
		without(a, func(n id) bool { return !inB[n] }),
		without(b, func(n id) bool { return !inA[n] }),
	)
}

// drawing lists changes of cards and of courses of links, all of a sort as one.
func (c *comparer) drawing() {
	drawnFields(c, OfClaim, claimFields, c.old.claims, c.new.claims)
	drawnFields(c, OfLink, linkFields, c.old.links, c.new.links)
}

func drawnFields[R any](c *comparer, of Subject, fields []field[R], was, is shelf[R]) {
	for i := range fields {
		f := &fields[i]
		if !f.look {
			continue
		}
		var ids []id
		for _, x := range is.list {
			if y := was.at[idOf(x)]; y != nil && !f.same(x, y) {
				ids = append(ids, idOf(x))
			}
		}
		if len(ids) > 0 {
			c.add(Change{Of: of, Did: Changed, Field: f.name, IDs: ids, Look: true, Said: say(drawnOf(of, len(ids), "%d")+" "+lookDeed(f.name), len(ids))})
		}
	}
}
