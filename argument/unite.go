package argument

import (
	"fmt"
	"slices"
	"strings"
)

// Merged says what merging claims did to their links.
type Merged struct {
	Circular  int // links that went, since the claim would have borne on itself
	Shortened int // linked premises that were left without this one for the same reason
	Doubled   int // links that went into another one that said the same
	Disputed  int // what the claim now both supports and opposes
}

// MergeClaims makes one claim of several that say the same. The claim into
// keeps its ID, its place and its text; what the others say in other words,
// and their notes, become part of its note; tags and passages are united; a
// prior and a colour are taken over where it has none. If one of them is the contention,
// it is that now.
//
// Links to and from the others become links to and from it. One that would
// lead from it to itself, or to a link that it is a premise of, goes; one of
// linked premises loses it as a premise. Links that then say the same, of one
// kind from the same premises to the same target, become the first of them,
// with the evidence of all, and what bore on the others bears on that.
func (e *Edit) MergeClaims(into ID, others ...ID) (Merged, error) {
	others = slices.DeleteFunc(slices.Clone(others), func(id ID) bool { return id == into })
	u := union{e: e, into: into, touched: make(map[ID]bool), to: make(map[ID]ID)}
	if e.m.Claim(into) == nil {
		return u.Merged, missing("claim", into)
	}
	if len(others) == 0 {
		return u.Merged, fmt.Errorf("claim %q: there is nothing to merge it with", string(into))
	}
	for _, id := range others {
		if e.m.Claim(id) == nil {
			return u.Merged, missing("claim", id)
		}
		u.to[id] = into
	}
	for _, do := range []func([]ID) error{u.records, u.aim, u.straighten, u.fold} {
		if err := do(others); err != nil {
			return u.Merged, err
		}
	}
	u.dispute()
	u.steps()
	if _, held := u.to[e.m.info.Contention]; held {
		e.SetInfo(func(i *Info) { i.Contention = into })
	}
	e.Remove(others...)
	return u.Merged, nil
}

// union is the work of merging claims.
type union struct {
	Merged
	e       *Edit
	into    ID
	touched map[ID]bool // links that lead elsewhere than before
	to      map[ID]ID   // what claims and links became part of
}

// records unites what the claims say.
func (u *union) records(others []ID) error {
	m := u.e.m
	return u.e.UpdateClaim(u.into, func(c *Claim) {
		c.Tags, c.Passages = slices.Clone(c.Tags), slices.Clone(c.Passages)
		notes := []string{c.Note}
		for _, id := range others {
			o := m.Claim(id)
			switch {
			case plain(c.Text) == "":
				c.Text = o.Text
			case plain(o.Text) != plain(c.Text):
				notes = append(notes, o.Text)
			}
			notes = append(notes, o.Note)
			for _, t := range o.Tags {
				if !slices.Contains(c.Tags, t) {
					c.Tags = append(c.Tags, t)
				}
			}
			for _, p := range o.Passages {
				if !slices.Contains(c.Passages, p) {
					c.Passages = append(c.Passages, p)
				}
			}
			if !c.Prior.IsSet() {
				c.Prior = o.Prior
			}
			if c.Color == NoColor {
				c.Color = o.Color
			}
			if c.Extra == "" {
				c.Extra = o.Extra
			}
		}
		c.Note = paragraphs(notes...)
	})
}

// plain is a text without what makes no difference to its words.
func plain(text string) string {
	return strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(text), " ")), ".!")
}

// paragraphs joins the texts that say something not said before.
func paragraphs(texts ...string) string {
	var said []string
	seen := map[string]bool{"": true}
	for _, t := range texts {
		if p := plain(t); !seen[p] {
			seen[p] = true
			said = append(said, strings.TrimSpace(t))
		}
	}
	return strings.Join(said, "\n\n")
}

// aim has all links lead from and to the one claim.
func (u *union) aim(others []ID) error {
	for _, id := range others {
		for _, l := range append(slices.Collect(u.e.m.Outgoing(id)), slices.Collect(u.e.m.Incoming(id))...) {
			if err := u.redirect(l.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// redirect has a link lead to what became of its ends.
func (u *union) redirect(link ID) error {
	u.touched[link] = true
	return u.e.UpdateLink(link, func(l *Link) {
		if to, ok := u.to[l.To]; ok {
			l.To = to
		}
		var from []ID
		for _, f := range l.From {
			if to, ok := u.to[f]; ok {
				f = to
			}
			if !slices.Contains(from, f) {
				from = append(from, f)
			}
		}
		l.From = from
	})
}

// straighten ends that the claim bears on itself.
func (u *union) straighten([]ID) error {
	m := u.e.m
	for _, l := range slices.Collect(m.Outgoing(u.into)) {
		l = m.Link(l.ID) // it may have gone with another
		if l == nil || !(u.touched[l.ID] || u.touched[l.To]) {
			continue
		}
		on := m.Link(l.To)
		if l.To != u.into && (on == nil || !slices.Contains(on.From, u.into)) {
			continue
		}
		if len(l.From) == 1 {
			u.Circular++
			u.e.Remove(l.ID)
			continue
		}
		u.Shortened++
		err := u.e.UpdateLink(l.ID, func(l *Link) {
			l.From = slices.DeleteFunc(slices.Clone(l.From), func(f ID) bool { return f == u.into })
		})
		if err != nil {
			return err
		}
		u.touched[l.ID] = true
	}
	return nil
}

// fold makes one link of those that say the same. That may make links that
// bear on them say the same, and so on.
func (u *union) fold([]ID) error {
	todo := make([]ID, 0, len(u.touched)+1)
	for l := range u.e.m.Links() { // in the map's order, not in that of a Go map
		if u.touched[l.ID] {
			todo = append(todo, l.To)
		}
	}
	for len(todo) > 0 {
		target := todo[0]
		todo = todo[1:]
		first := make(map[string]ID)
		for _, l := range slices.Collect(u.e.m.Incoming(target)) {
			key := string(l.Kind) + " " + premisesKey(l.From)
			kept, double := first[key]
			switch {
			case !double:
				first[key] = l.ID
			case u.touched[l.ID] || u.touched[kept]:
				if err := u.double(kept, l); err != nil {
					return err
				}
				todo = append(todo, kept)
			}
		}
	}
	return nil
}

func premisesKey(from []ID) string {
	return fmt.Sprintf("%q", slices.Sorted(slices.Values(from)))
}

// double makes a link part of another that says the same, whose confidence
// and scheme count where both have one.
func (u *union) double(kept ID, l *Link) error {
	u.Doubled++
	err := u.e.UpdateLink(kept, func(k *Link) {
		if !k.Confidence.IsSet() {
			k.Confidence = l.Confidence
		}
		if k.Scheme == "" {
			k.Scheme = l.Scheme
		}
		if k.Extra == "" {
			k.Extra = l.Extra
		}
		k.Note = paragraphs(k.Note, l.Note)
		k.Evidence = slices.Clone(k.Evidence)
		for _, v := range l.Evidence {
			if slices.ContainsFunc(k.Evidence, func(w Evidence) bool { return w.ID == v.ID }) {
				v.ID = u.e.NewID("e")
			}
			k.Evidence = append(k.Evidence, v)
		}
	})
	if err != nil {
		return err
	}
	u.to[l.ID] = kept
	for _, on := range slices.Collect(u.e.m.Incoming(l.ID)) {
		if err := u.redirect(on.ID); err != nil {
			return err
		}
	}
	u.steps() // before the link goes, and its mention with it
	u.e.Remove(l.ID)
	return nil
}

// dispute counts what the claim by itself both supports and opposes.
func (u *union) dispute() {
	kinds := make(map[ID]Kind)
	for l := range u.e.m.Outgoing(u.into) {
		if len(l.From) > 1 {
			continue
		}
		if k, ok := kinds[l.To]; ok && k != l.Kind {
			u.Disputed++
		}
		kinds[l.To] = l.Kind
	}
}

// steps has the presentation mention what claims and links became.
func (u *union) steps() {
	part := func(id ID) bool { _, ok := u.to[id]; return ok }
	for s := range u.e.m.Steps() {
		if slices.ContainsFunc(s.Focus, part) || slices.ContainsFunc(s.Reveal, part) {
			_ = u.e.UpdateStep(s.ID, func(s *Step) { s.Focus, s.Reveal = u.renamed(s.Focus), u.renamed(s.Reveal) })
		}
	}
}

func (u *union) renamed(ids []ID) []ID {
	var next []ID
	for _, id := range ids {
		if to, ok := u.to[id]; ok {
			id = to
		}
		if !slices.Contains(next, id) {
			next = append(next, id)
		}
	}
	return next
}
