package credence

import (
	"cmp"
	"context"
	"math"
	"slices"

	"warrant/argument"
)

// Effect is what one link does to a target, near or far.
type Effect struct {
	Link    argument.ID
	Without float64 // the target's number without this link
	Effect  float64 // the target's number less Without
	Known   bool    // both numbers are
	Rank    int     // from 1
}

// Effects returns the effect of every link from which the target, a claim or
// a link, can be reached, the greatest first whatever its sign, links of like
// effect in the order of the map; those whose effect is not known come last. It
// stops with an error when ctx is done.
//
// There is no short cut from one removal to the next, for a semantics is not
// linear: each link is taken out and followed to the target, or to where it
// makes no difference. So the cost is links × the length of their way, plus
// the incoming links met on the way; a circle on the way is solved again each
// time. A link's own removal at its target is linear over all links there.
func (e *Evaluation) Effects(ctx context.Context, target argument.ID) ([]Effect, error) {
	v, ok := e.g.index[target]
	if !ok {
		return nil, nil
	}
	g := e.g
	t := e.try(v)
	var order []int32
	order, t.w.within = g.upstream(v)
	now := &e.n.cell[v]
	var effects []Effect
	var vertex []int32
	note := func(link int32, c cell) {
		effects = append(effects, Effect{Link: g.id[link], Without: c.value, Effect: now.value - c.value, Known: now.known() && c.known()})
		vertex = append(vertex, link)
	}
	for _, at := range order {
		exact := g.circle[at] < 0 && t.n.ranges == 0
		var without []float64
		if exact {
			without = g.leaveOneOut(t.n, at)
		}
		for i, link := range g.in[at] {
			if !exact || len(effects)%64 == 0 {
				if err := ctx.Err(); err != nil {
					return nil, err
				}
			}
			if exact {
				note(link, t.having(at, without[i]))
			} else {
				note(link, t.without(link))
			}
		}
	}
	by := make([]int, len(effects))
	for i := range by {
		by[i] = i
	}
	slices.SortFunc(by, func(a, b int) int {
		if x, y := effects[a].Known, effects[b].Known; x != y {
			if x {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(math.Abs(effects[b].Effect), math.Abs(effects[a].Effect)), cmp.Compare(vertex[a], vertex[b]))
	})
	ranked := make([]Effect, len(effects))
	for i, k := range by {
		ranked[i] = effects[k]
		ranked[i].Rank = i + 1
	}
	return ranked, nil
}

// Effect returns the target's number as it is and as it would be without a
// link, and whether both are known.
func (e *Evaluation) Effect(link, target argument.ID) (before, after float64, known bool) {
	l, ok := e.g.index[link]
	v, found := e.g.index[target]
	if !ok || !found || e.g.kind[l] == claim {
		return 0, 0, false
	}
	c := e.try(v).without(l)
	now := &e.n.cell[v]
	return now.value, c.value, now.known() && c.known()
}

// EffectsOf returns the effect of these links on a target, in their order; one
// that is not in the map has none that is known. All are tried on one copy of
// the numbers.
func (e *Evaluation) EffectsOf(target argument.ID, links []argument.ID) []Effect {
	effects := make([]Effect, len(links))
	v, found := e.g.index[target]
	if !found || len(links) == 0 {
		return effects
	}
	t := e.try(v)
	now := e.n.cell[v]
	for i, id := range links {
		l, ok := e.g.index[id]
		if !ok || e.g.kind[l] == claim {
			continue
		}
		c := t.without(l)
		effects[i] = Effect{Link: id, Without: c.value, Effect: now.value - c.value, Known: now.known() && c.known()}
	}
	return effects
}

// even is the credence on whose sides a target is believed or not.
const even = 0.5

// Crossing returns the confidence of a link at which the target's number
// passes from one side of 0.5 to the other, the nearest to the link's base
// where there are several; ok is false where there is none, or where the
// number is not known about there. It asks for a link, but a claim and its
// prior will do as well.
//
// Over one way to the target the number rises or falls throughout, and ends
// on both sides are a crossing. Over several ways it may turn; so the range
// is looked at in steps, and halved within the step that crosses.
func (e *Evaluation) Crossing(link, target argument.ID) (confidence float64, ok bool) {
	l, found := e.g.index[link]
	v, there := e.g.index[target]
	if !found || !there {
		return 0, false
	}
	t := e.try(v)
	off := func(base float64) float64 { // the middle; 0 also where not known
		c := t.supposing(l, base)
		if !c.known() {
			return 0
		}
		return c.value - even
	}
	const steps = 16
	here := e.n.base[l]
	nearest := math.Inf(1)
	lastAt, last := 0.0, 0.0 // the last place off the middle
	for i := range steps + 1 {
		at := float64(i) / steps
		is := off(at)
		if math.Abs(is) <= settled {
			continue
		}
		if is*last < 0 {
			if x := halve(lastAt, at, last, off); math.Abs(x-here) < math.Abs(nearest-here) {
				nearest = x
			}
		}
		lastAt, last = at, is
	}
	if math.IsInf(nearest, 1) {
		return 0, false
	}
	c := t.supposing(l, nearest)
	return nearest, c.known()
}

// halve closes in on where off changes its sign, given that it is atLow at
// low and has the other sign at high.
func halve(low, high, atLow float64, off func(float64) float64) float64 {
	for high-low > 1e-12 {
		mid := (low + high) / 2
		is := off(mid)
		switch {
		case is == 0:
			return mid
		case is*atLow > 0:
			low = mid
		default:
			high = mid
		}
	}
	return (low + high) / 2
}
