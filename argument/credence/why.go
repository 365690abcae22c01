package credence

import (
	"cmp"
	"math"
	"slices"

	"warrant/argument"
)

// Share is what one incoming link contributes to a number.
type Share struct {
	Link    argument.ID
	Without float64 // the number without this link
	Share   float64 // the number less Without: above 0 where the link raises it
	Known   bool    // both numbers are
}

// Why returns the share of every link that bears on a claim, or on a link's
// strength, the greatest first whatever its sign. Shares do not add up to the
// way from prior to credence: two links that each would do can both be
// without effect. A Waterfall does add up.
func (e *Evaluation) Why(id argument.ID) []Share {
	v, ok := e.g.index[id]
	if !ok {
		return nil
	}
	now := &e.n.cell[v]
	links := e.g.in[v]
	shares := make([]Share, len(links))
	if e.goesRound(v) {
		t := e.try(v)
		for i, l := range links {
			c := t.without(l)
			shares[i] = Share{e.g.id[l], c.value, now.value - c.value, now.known() && c.known()}
		}
	} else {
		for i, without := range e.g.leaveOneOut(e.n, v) {
			shares[i] = Share{e.g.id[links[i]], without, now.value - without, now.known()}
		}
	}
	slices.SortStableFunc(shares, func(a, b Share) int { return cmp.Compare(math.Abs(b.Share), math.Abs(a.Share)) })
	return shares
}

// goesRound reports whether leaving out a link to v is to be followed round
// the circle that v is in. Where that would take long, because v has
// thousands of links and is in a large circle, the circle is held fast.
func (e *Evaluation) goesRound(v int32) bool {
	c := e.g.circle[v]
	return c >= 0 && len(e.g.in[v])*len(e.g.circles[c]) <= 200_000
}

// Bar is one bar of a waterfall: a link takes the number from From to To.
type Bar struct {
	Link     argument.ID
	From, To float64
}

// Waterfall returns the way from the base of a claim or link to its number,
// as what the links deliver is added one after the other, in the order of
// Why. The first bar starts at the base (for a claim, see Prior), the last
// ends at the number.
func (e *Evaluation) Waterfall(id argument.ID) []Bar {
	v, ok := e.g.index[id]
	if !ok {
		return nil
	}
	zero := e.g.semantics.nothing()
	got := [2]float64{zero, zero}
	at := e.n.base[v]
	shares := e.Why(id)
	bars := make([]Bar, len(shares))
	for i, s := range shares {
		l := e.g.index[s.Link]
		side := e.g.side(l)
		got[side] = e.g.semantics.and(got[side], e.n.cell[l].delivers)
		to := e.g.semantics.moved(e.n.base[v], got[0], got[1])
		bars[i] = Bar{s.Link, at, to}
		at = to
	}
	return bars
}

// DependsOn returns the claims and links that the number of id depends on,
// nearest first; id itself is among them when it is in a circle.
func (e *Evaluation) DependsOn(id argument.ID) []argument.ID {
	v, ok := e.g.index[id]
	if !ok {
		return nil
	}
	order, _ := e.g.upstream(v)
	if e.g.circle[v] < 0 {
		order = order[1:]
	}
	return e.g.ids(order)
}

// Cycle returns the claims and links of the circle that a claim or link is
// in, in an order that goes round it. For one that is in none, but not known
// since it depends on a circle that did not settle, it returns the nearest
// such circle. Otherwise it returns nil.
func (e *Evaluation) Cycle(id argument.ID) []argument.ID {
	v, ok := e.g.index[id]
	if !ok {
		return nil
	}
	if c := e.g.circle[v]; c >= 0 {
		return e.g.ids(e.g.circles[c])
	}
	if c := &e.n.cell[v]; c.known() && c.deliversKnown() {
		return nil
	}
	order, _ := e.g.upstream(v)
	for _, u := range order {
		if c := e.g.circle[u]; c >= 0 && !e.n.cell[u].known() {
			return e.g.ids(e.g.circles[c])
		}
	}
	return nil
}

func (g *graph) ids(vs []int32) []argument.ID {
	ids := make([]argument.ID, len(vs))
	for i, v := range vs {
		ids[i] = g.id[v]
	}
	return ids
}
