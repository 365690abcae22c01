package credence

import (
	"maps"
	"slices"

	"warrant/argument"
)

// Snapshot returns an evaluation that stays as it is, for another goroutine
// to ask what takes long. It must not be given to Update.
func (e *Evaluation) Snapshot() *Evaluation {
	g := *e.g
	g.id, g.kind, g.to, g.off = slices.Clone(g.id), slices.Clone(g.kind), slices.Clone(g.to), slices.Clone(g.off)
	g.from, g.in, g.out = slices.Clone(g.from), slices.Clone(g.in), slices.Clone(g.out)
	g.stated, g.suggested, g.evidence = slices.Clone(g.stated), slices.Clone(g.suggested), slices.Clone(g.evidence)
	g.key, g.circle, g.free = slices.Clone(g.key), slices.Clone(g.circle), slices.Clone(g.free)
	e.shared = true
	o := e.options
	o.Set = maps.Clone(o.Set)
	return &Evaluation{options: o, said: e.said, g: &g, n: e.n.clone(), shared: true}
}

func (n *numbers) clone() *numbers {
	c := *n
	c.base, c.cell = slices.Clone(n.base), slices.Clone(n.cell)
	return &c
}

// trial is a copy of the numbers on which to try what a target would be if.
type trial struct {
	g      *graph
	n      *numbers
	w      *wave
	target int32
}

func (e *Evaluation) try(target int32) *trial {
	t := &trial{g: e.g, n: e.n.clone(), target: target}
	t.w = newWave(t.g, t.n)
	return t
}

// without returns the target's cell as it is when a link is left out.
func (t *trial) without(link int32) cell {
	t.n.without = link
	t.w.start()
	c := t.n.cell[link]
	c.delivers, c.deliversLow, c.deliversHigh = 0, 0, 0
	t.w.set(link, c)
	found := t.end()
	t.n.without = -1
	return found
}

// supposing returns the target's cell as it is when v has another base.
func (t *trial) supposing(v int32, base float64) cell {
	was := t.n.base[v]
	t.n.base[v] = base
	t.w.start()
	t.w.push(v)
	found := t.end()
	t.n.base[v] = was
	return found
}

// having returns the target's cell as it is when v has this value.
func (t *trial) having(v int32, value float64) cell {
	t.w.start()
	c := cell{value: value, low: value, high: value}
	if t.g.kind[v] != claim {
		t.g.deliver(t.n, v, &c)
	}
	t.w.set(v, c)
	return t.end()
}

func (t *trial) end() cell {
	t.w.spread()
	found := t.n.cell[t.target]
	t.w.back()
	return found
}

// upstream returns v and all that v depends on, nearest first.
func (g *graph) upstream(v int32) (order []int32, within []bool) {
	within = make([]bool, len(g.id))
	within[v] = true
	order = []int32{v}
	for i := 0; i < len(order); i++ {
		at := order[i]
		for _, list := range [...][]int32{g.in[at], g.from[at]} {
			for _, u := range list {
				if !within[u] {
					within[u] = true
					order = append(order, u)
				}
			}
		}
	}
	return order, within
}

// leaveOneOut returns what the value of v would be without each of its
// incoming links, the others delivering what they do. What comes before and
// after a link is gathered once for all, so that the cost is linear.
func (g *graph) leaveOneOut(n *numbers, v int32) []float64 {
	links := g.in[v]
	zero := g.semantics.nothing()
	after := make([][2]float64, len(links)+1)
	after[len(links)] = [2]float64{zero, zero}
	for i := len(links) - 1; i >= 0; i-- {
		after[i] = after[i+1]
		side := g.side(links[i])
		after[i][side] = g.semantics.and(after[i][side], n.cell[links[i]].delivers)
	}
	values := make([]float64, len(links))
	before := [2]float64{zero, zero}
	for i, l := range links {
		values[i] = g.semantics.moved(n.base[v],
			g.semantics.join(before[0], after[i+1][0]), g.semantics.join(before[1], after[i+1][1]))
		side := g.side(l)
		before[side] = g.semantics.and(before[side], n.cell[l].delivers)
	}
	return values
}

// side is where a link's delivery is gathered: 0 support, 1 opposition.
func (g *graph) side(link int32) int {
	if g.kind[link] == opposes {
		return 1
	}
	return 0
}

// Supposing returns what the target's number would be if a claim or link had
// another base, 0 to 1. Target is a claim or a link.
func (e *Evaluation) Supposing(id argument.ID, base float64, target argument.ID) Value {
	v, ok := e.g.index[id]
	t, found := e.g.index[target]
	if !ok || !found {
		return Value{}
	}
	c := e.try(t).supposing(v, inRange(base))
	return c.asValue()
}
