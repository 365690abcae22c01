package merge

import "fmt"

// link lists what changed in a link and its evidence.
func (c *comparer) link(a, b *link) {
	name := c.tell.linkName(b)
	ids := []id{b.ID}
	for i := range linkFields {
		f := &linkFields[i]
		if f.name == "from" && !f.same(a, b) {
			c.premises(a, b, name)
			continue
		}
		fieldsOf(c, OfLink, ids, linkFields[i:i+1], a, b, name)
	}
	pairs, old, now := evidencePairs(a.Evidence, b.Evidence)
	for i := range a.Evidence {
		if e := &a.Evidence[i]; pairs[e.ID] == "" {
			c.add(Change{Of: OfEvidence, Did: Removed, IDs: []id{b.ID, e.ID}, Said: say("%s was removed from %s", evidenceName(e), name)})
		}
	}
	for i := range b.Evidence {
		e := &b.Evidence[i]
		was := old[e.ID]
		if was == nil {
			c.add(Change{Of: OfEvidence, Did: Added, IDs: []id{b.ID, e.ID}, Said: say("%s was added to %s", evidenceName(e), name)})
			continue
		}
		fieldsOf(c, OfEvidence, []id{b.ID, e.ID}, evidenceFields, was, e, say("%s on %s", evidenceName(e), name))
	}
	var order []id
	for i := range a.Evidence {
		if n := pairs[a.Evidence[i].ID]; n != "" {
			order = append(order, n)
		}
	}
	if reordered(order, now) {
		c.add(Change{Of: OfEvidence, Did: Reordered, IDs: ids, Said: say("the evidence on %s comes in another order", name)})
	}
}

func (c *comparer) premises(a, b *link, name fmt.Stringer) {
	had, has := setOf(a.From), setOf(b.From)
	var words []fmt.Stringer
	for _, f := range b.From {
		if !had[f] {
			words = append(words, say("%s became a premise", c.tell.thing(f)))
		}
	}
	for _, f := range a.From {
		if !has[f] {
			words = append(words, say("%s is no longer a premise", c.was.thing(f)))
		}
	}
	if len(words) == 0 {
		words = append(words, say("the premises come in another order"))
	}
	all := words[0]
	for _, more := range words[1:] {
		all = say("%s, %s", all, more)
	}
	c.add(Change{
		Of: OfLink, Did: Changed, Field: "from", IDs: []id{b.ID}, From: sayThings(c.was, a.From), To: sayThings(c.tell, b.From),
		Said: say("in %s: %s", name, all),
	})
}

// evidencePairs matches the evidence of two versions of a link: by ID, then
// by text. It returns the new names of the old items, the old items by new
// name, and the new names in order.
func evidencePairs(a, b []evidence) (names map[id]id, old map[id]*evidence, now []id) {
	names, old = make(map[id]id), make(map[id]*evidence)
	for i := range b {
		now = append(now, b[i].ID)
	}
	is := setOf(now)
	for i := range a {
		if e := &a[i]; is[e.ID] {
			names[e.ID], old[e.ID] = e.ID, e
		}
	}
	for i := range a {
		if names[a[i].ID] != "" || a[i].Text == "" {
			continue
		}
		for j := range b {
			if old[b[j].ID] == nil && a[i].Text == b[j].Text {
				names[a[i].ID], old[b[j].ID] = b[j].ID, &a[i]
				break
			}
		}
	}
	return names, old, now
}
