package review

import (
	"cmp"
	"math"
	"slices"

	"warrant/argument"
)

// What a link must do to the contention for its remark: that much by itself,
// or less where it takes the contention across the middle.
const (
	decisive = 0.1
	tipping  = 0.05
	heavy    = 0.1 // of an objection that nothing answers
)

// tried is how many links have their effect on the contention computed: those
// that can have most.
const tried = 48

// weights looks at what the contention hangs on.
//
// Unsupported: a leaf, without prior, from a link of which, without evidence,
// the contention gets .1 or more of its credence, or .05 and the step across
// the middle. Unanswered: an opposing link to a claim that takes .1 or more
// from the contention, where nothing opposes it or one of its premises.
func (v *review) weights() {
	contention := v.m.Info().Contention
	if v.n == nil || contention == "" {
		return
	}
	type candidate struct {
		link  *argument.Link
		kind  Kind
		bound float64
		at    int
	}
	reach := v.reach(contention)
	var list []candidate
	for l := range v.m.Links() {
		share, near := reach[l.To]
		if !near {
			continue
		}
		value := v.n.Link(l.ID)
		bound := value.Delivers * share
		if bound < tipping || !value.Known {
			continue
		}
		switch {
		case l.Kind == argument.Opposes && v.m.Link(l.To) == nil && !v.answered(l):
			list = append(list, candidate{l, Unanswered, bound, len(list)})
		case l.Kind == argument.Supports && len(l.Evidence) == 0 && v.leaf(l) != "":
			list = append(list, candidate{l, Unsupported, bound, len(list)})
		}
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(b.bound, a.bound) })
	list = list[:min(len(list), tried)]
	slices.SortFunc(list, func(a, b candidate) int { return cmp.Compare(a.at, b.at) })
	told := make(map[argument.ID]bool)
	links := make([]argument.ID, len(list))
	for i, c := range list {
		links[i] = c.link.ID
	}
	for i, f := range v.n.EffectsOf(contention, links) {
		c := list[i]
		if !f.Known {
			continue
		}
		is, without := f.Without+f.Effect, f.Without
		switch {
		case c.kind == Unanswered && without-is >= heavy:
			r := on(Unanswered, c.link.ID, Share(without), Share(is))
			r.At = append(r.At, c.link.From...)
			r.Mends = []Mend{{Way: AddObjection, Claims: c.link.From[:1]}}
			v.note(r)
		case c.kind == Unsupported && (is-without >= decisive || is-without >= tipping && is > 0.5 && without <= 0.5):
			leaf := v.leaf(c.link)
			if told[leaf] {
				continue
			}
			told[leaf] = true
			r := on(Unsupported, leaf, Share(is), Share(without))
			r.At = append(r.At, c.link.ID)
			r.Mends = []Mend{{Way: AddEvidence, Link: c.link.ID}}
			v.note(r)
		}
	}
}

// leaf returns the first premise that nobody gives a reason or a prior for.
func (v *review) leaf(l *argument.Link) argument.ID {
	for _, p := range l.From {
		if c := v.m.Claim(p); v.m.NumIncoming(p) == 0 && !c.Prior.IsSet() {
			return p
		}
	}
	return ""
}

// answered reports whether something opposes a link or one of its premises.
func (v *review) answered(l *argument.Link) bool {
	opposed := func(id argument.ID) bool {
		for in := range v.m.Incoming(id) {
			if in.Kind == argument.Opposes {
				return true
			}
		}
		return false
	}
	return opposed(l.ID) || slices.ContainsFunc(l.From, opposed)
}

// reach returns for claims and links how much of what comes to them can come
// to the contention at most, over the strongest way: the product of the
// strengths on it, for no semantics makes more of what is delivered. What is
// below a bound is left out, so that the search ends soon in a large map.
func (v *review) reach(contention argument.ID) map[argument.ID]float64 {
	reach := map[argument.ID]float64{contention: 1}
	for todo := []argument.ID{contention}; len(todo) > 0; todo = todo[1:] {
		at := todo[0]
		add := func(id argument.ID, share float64) {
			if share > math.Max(reach[id]*1.0001, tipping) {
				reach[id] = share
				todo = append(todo, id)
			}
		}
		share := reach[at]
		for l := range v.m.Incoming(at) {
			value := v.n.Link(l.ID)
			add(l.ID, share*value.Group)
			for _, p := range l.From {
				add(p, share*value.Strength)
			}
		}
	}
	return reach
}
