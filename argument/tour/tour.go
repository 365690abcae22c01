package tour

import (
	"slices"

	"warrant/argument"
)

// Kind is what a stop is about.
type Kind uint8

// The kinds of stop.
const (
	Opening   Kind = iota // the contention
	Reason                // what supports a claim
	Objection             // what opposes one
	Undercut              // what attacks a step of reasoning
	Underpin              // what backs one
	Evidence              // what a step of reasoning rests on
	Whole                 // the map, with what follows for the contention
)

// Stop is a stop of a tour. Focus holds the premises first and what they
// bear on last; it is empty for the whole.
type Stop struct {
	Kind          Kind
	Focus, Reveal []argument.ID
}

// Most is how many stops a tour has at most: more than a class can follow in
// one sitting.
const Most = 24

// Of suggests a tour: the contention; each reason for it, the strongest
// first, and then each objection; after each of them its evidence, what bears
// on the step itself, and what bears on its premises, level by level as deep
// as Most allows; in the end the whole. Deeper levels come with the claims
// that they bear on (see First). Worth says how much a link delivers; links
// of the same worth come in the map's order.
func Of(m *argument.Map, worth func(link argument.ID) float64) []Stop {
	top := m.Info().Contention
	if top == "" {
		rows := m.Outline()
		if len(rows) == 0 {
			return nil
		}
		top = rows[0].Claim
	}
	best := newWalk(m, worth, 0)
	best.tell(top)
	for deep := 1; ; deep++ {
		w := newWalk(m, worth, deep)
		w.tell(top)
		if len(w.stops)+1 > Most || len(w.stops) == len(best.stops) {
			break
		}
		best = w
	}
	return best.whole(top)
}

// walk makes stops down to a depth: 0 for the contention's own links.
type walk struct {
	m     *argument.Map
	worth func(argument.ID) float64
	deep  int
	told  map[argument.ID]bool // revealed, or asked what bears on it
	asked map[argument.ID]bool
	left  []*argument.Link // to the contention, for which there was no room
	stops []Stop
}

func newWalk(m *argument.Map, worth func(argument.ID) float64, deep int) *walk {
	return &walk{m: m, worth: worth, deep: deep, told: make(map[argument.ID]bool), asked: make(map[argument.ID]bool)}
}

// full reports whether there are more stops than a tour may have already:
// what comes is of no use.
func (w *walk) full() bool { return w.deep > 0 && len(w.stops) > Most }

func (w *walk) tell(top argument.ID) {
	w.told[top], w.asked[top] = true, true
	w.stops = append(w.stops, Stop{Opening, []argument.ID{top}, []argument.ID{top}})
	for i, l := range append(w.incoming(top, argument.Supports), w.incoming(top, argument.Opposes)...) {
		if i >= Most-2 { // the opening and the whole
			w.left = append(w.left, l)
			continue
		}
		w.stop(l)
		w.branch(l, 1)
	}
}

// incoming returns the links of a kind to a target, the strongest first.
func (w *walk) incoming(target argument.ID, kind argument.Kind) []*argument.Link {
	var all []*argument.Link
	for l := range w.m.Incoming(target) {
		if l.Kind == kind {
			all = append(all, l)
		}
	}
	slices.SortStableFunc(all, func(a, b *argument.Link) int {
		switch x, y := w.worth(a.ID), w.worth(b.ID); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	return all
}

// stop tells links of one kind to one target.
func (w *walk) stop(links ...*argument.Link) {
	if len(links) == 0 {
		return
	}
	s := Stop{Kind: kindOf(w.m, links[0])}
	add := func(to *[]argument.ID, id argument.ID) {
		if !slices.Contains(*to, id) {
			*to = append(*to, id)
		}
	}
	for _, l := range links {
		for _, f := range l.From {
			add(&s.Focus, f)
			if !w.told[f] {
				w.told[f] = true
				s.Reveal = append(s.Reveal, f)
			}
		}
	}
	for _, l := range links {
		add(&s.Focus, l.ID)
		s.Reveal = append(s.Reveal, l.ID)
	}
	add(&s.Focus, links[0].To)
	w.stops = append(w.stops, s)
}

func kindOf(m *argument.Map, l *argument.Link) Kind {
	switch m.LinkRole(l) {
	case argument.Undercutting:
		return Undercut
	case argument.Underpinning:
		return Underpin
	case argument.Opposing:
		return Objection
	}
	return Reason
}

// branch tells what a link that was told rests on and meets with.
func (w *walk) branch(l *argument.Link, depth int) {
	if depth > w.deep || w.full() {
		return
	}
	if depth == 1 && len(l.Evidence) > 0 {
		w.stops = append(w.stops, Stop{Kind: Evidence, Focus: append(slices.Clone(l.From), l.ID, l.To)})
	}
	w.below(l.ID, depth)
	for _, f := range l.From {
		w.below(f, depth)
	}
}

// below tells what bears on a claim or a link: what supports it in one stop,
// what opposes it in another, and then each with its branch.
func (w *walk) below(target argument.ID, depth int) {
	if w.asked[target] || w.full() {
		return
	}
	w.asked[target] = true
	for _, kind := range [...]argument.Kind{argument.Supports, argument.Opposes} {
		links := w.incoming(target, kind)
		w.stop(links...)
		for _, l := range links {
			w.branch(l, depth+1)
		}
	}
}

// whole ends the tour with all that has not been told yet.
func (w *walk) whole(top argument.ID) []Stop {
	s := Stop{Kind: Whole}
	for _, l := range w.left {
		for _, f := range l.From {
			if !w.told[f] {
				w.told[f] = true
				s.Reveal = append(s.Reveal, f)
			}
		}
		s.Reveal = append(s.Reveal, l.ID)
	}
	for c := range w.m.Claims() {
		if c.ID != top && !w.told[c.ID] && w.m.NumOutgoing(c.ID) == 0 {
			s.Reveal = append(s.Reveal, c.ID)
		}
	}
	if len(w.stops) == 1 && len(s.Reveal) == 0 {
		return w.stops // there is no more to it than the contention
	}
	return append(w.stops, s)
}
