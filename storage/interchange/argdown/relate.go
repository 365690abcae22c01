package argdown

import (
	"fmt"

	"warrant/argument"
)

// key tells relations that say the same.
type key struct {
	sign     sign
	from, to end
}

// bearing tells links that relations make. Two that say the same are one.
type bearing struct {
	kind     argument.Kind
	from, to int
	onLink   bool
}

// relate makes links of relations. One that stands twice is made once.
func (b *builder) relate() {
	seen := make(map[key]bool, len(b.relations))
	var late []relation // those that need to know what else a claim bears on
	for _, r := range b.relations {
		if k := (key{r.sign, r.from, r.to}); seen[k] {
			continue
		} else {
			seen[k] = true
		}
		switch {
		case r.sign == contradicts:
			b.bear(r, r.from, r.to, argument.Opposes)
			b.bear(r, r.to, r.from, argument.Opposes)
			b.lost.Add(r.line, "that the two contradict each other: each opposes the other")
		case r.sign == undercuts && !b.stepped(r.to):
			late = append(late, r)
		case r.sign == undercuts:
			b.bear(r, r.from, r.to, argument.Opposes)
		case r.sign == attacks:
			if r.to.of == 'a' && b.stepped(r.to) {
				b.lost.Add(r.line, fmt.Sprintf("that the argument %q is attacked as a whole: its step is undercut", b.reasons[r.to.at].like.title))
			}
			b.bear(r, r.from, r.to, argument.Opposes)
		default:
			b.bear(r, r.from, r.to, argument.Supports)
		}
	}
	for _, r := range late {
		b.undercut(r)
	}
	b.drop()
	for i := range b.reasons { // what an argument's data say of how well it holds
		r := &b.reasons[i]
		if len(r.steps) > 0 || !r.like.confidence.IsSet() {
			continue
		}
		if at, ok := b.out[r.claim]; ok {
			b.links[at].Confidence = r.like.confidence
		} else {
			b.lost.Add(r.like.line, fmt.Sprintf("the confidence of the argument %q: it bears on nothing", r.like.title))
		}
	}
}

// stepped reports whether there is a step at an end of a relation.
func (b *builder) stepped(e end) bool {
	return e.of == 'i' || e.of == 'a' && len(b.reasons[e.at].steps) > 0
}

// step is the link at an end of a relation: of an argument, its last.
func (b *builder) step(e end) int {
	if e.of == 'a' {
		steps := b.reasons[e.at].steps
		e.at = steps[len(steps)-1]
	}
	return b.by[e.at]
}

// said is the claim at an end of a relation, or the inference whose
// conclusion is but a word for what it bears on.
func (b *builder) said(e end) (claim, through int) {
	switch {
	case e.of == 's':
		if c := b.claim[e.at]; c >= 0 {
			return c, -1
		}
		return -1, b.by[b.ways[e.at]]
	case b.stepped(e):
		at := b.step(e)
		if l := &b.links[at]; l.to >= 0 && !l.onLink {
			return l.to, -1
		}
		return -1, at
	}
	return b.reasons[e.at].claim, -1
}

// bear makes a link of a relation.
func (b *builder) bear(r relation, from, to end, kind argument.Kind) {
	l := made{line: r.line, Link: argument.Link{Kind: kind}}
	if b.stepped(to) {
		l.to, l.onLink = b.step(to), true
	} else {
		claim, through := b.said(to)
		if claim < 0 {
			l.to, l.onLink = through, true
		} else {
			l.to = claim
		}
	}
	claim, through := b.said(from)
	if claim < 0 {
		b.lead(r, through, l)
		return
	}
	if claim == l.to && !l.onLink {
		if kind == argument.Opposes {
			b.lost.Add(r.line, "that a claim opposes itself")
		}
		return // that an argument supports its own conclusion is said already
	}
	if k := (bearing{kind, claim, l.to, l.onLink}); !b.borne[k] {
		b.borne[k] = true
		l.from = []int{claim}
		b.add(l)
	}
}

// lead gives an inference whose conclusion is but a word what it bears on.
func (b *builder) lead(r relation, at int, l made) {
	if t := &b.links[at]; t.to < 0 {
		t.Kind, t.to, t.onLink = l.Kind, l.to, l.onLink
		return
	}
	b.lost.Add(r.line, "a second relation of a conclusion that is but a word for one")
}

// undercut is for what has no step of its own: the first link by which it
// bears on something is undercut.
func (b *builder) undercut(r relation) {
	claim, _ := b.said(r.to)
	if at, ok := b.out[claim]; ok && claim >= 0 {
		from, through := b.said(r.from)
		l := made{line: r.line, Link: argument.Link{Kind: argument.Opposes}, to: at, onLink: true}
		if from < 0 {
			b.lead(r, through, l)
			return
		}
		l.from = []int{from}
		b.add(l)
		return
	}
	b.lost.Add(r.line, "that a step is undercut: it is none, so what stands there is opposed")
	b.bear(r, r.from, r.to, argument.Opposes)
}

// drop leaves out links that bear on nothing or come from nothing, and with
// them those that bear on them.
func (b *builder) drop() {
	on := make(map[int][]int)
	var gone []int
	for i := range b.links {
		switch l := &b.links[i]; {
		case l.to < 0 || len(l.from) == 0:
			gone = append(gone, i)
		case l.onLink:
			on[l.to] = append(on[l.to], i)
		}
	}
	place := make([]int, len(b.links)) // from 1; -1: gone
	for len(gone) > 0 {
		i := gone[len(gone)-1]
		gone = gone[:len(gone)-1]
		if place[i] == 0 {
			place[i] = -1
			b.lost.Add(b.links[i].line, "a step that bears on nothing")
			gone = append(gone, on[i]...)
		}
	}
	var kept []made
	for i := range b.links {
		if place[i] == 0 {
			kept = append(kept, b.links[i])
			place[i] = len(kept)
		}
	}
	b.links, b.out = nil, make(map[int]int, len(b.out))
	for _, l := range kept {
		if l.onLink {
			l.to = place[l.to] - 1
		}
		b.add(l)
	}
}

// unwind breaks up links whose targets lead back to themselves and never to a
// claim: one of them bears on a premise of its target instead.
func (b *builder) unwind() {
	const (
		fresh = iota
		open
		fine
	)
	state := make([]uint8, len(b.links))
	for i := range b.links {
		var chain []int
		at := i
		for state[at] == fresh {
			state[at] = open
			chain = append(chain, at)
			l := &b.links[at]
			if !l.onLink {
				break
			}
			if state[l.to] == open {
				b.lost.Add(l.line, "that a step is undercut or underpinned in a circle: its premise is meant instead")
				l.to, l.onLink = b.links[l.to].from[0], false
				break
			}
			at = l.to
		}
		for _, c := range chain {
			state[c] = fine
		}
	}
}
