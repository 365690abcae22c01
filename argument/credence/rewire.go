package credence

import (
	"maps"
	"math"
	"slices"

	"warrant/argument"
)

// rewire makes the graph's vertices and edges those of the map again, where
// they may differ, and keeps its order.
func (u *update) rewire() {
	if len(u.gone)+len(u.fresh)+len(u.rewired) == 0 {
		return
	}
	g := u.g
	if u.shared {
		g.index, u.shared = maps.Clone(g.index), false
	}
	var ins, outs []int32 // whose lists are to be made anew
	broken := false       // an edge within a circle is gone
	cut := func(v int32) {
		if g.kind[v] == claim {
			return
		}
		broken = broken || g.circle[v] >= 0
		outs = append(outs, g.from[v]...)
		if t := g.to[v]; t >= 0 {
			ins = append(ins, t)
		}
	}
	for _, v := range u.gone {
		cut(v)
	}
	for _, l := range u.rewired {
		if v, ok := g.index[l.ID]; ok {
			cut(v)
		}
	}
	for _, v := range u.gone {
		g.remove(v)
		u.n.put(v, unevaluated)
	}
	for _, c := range u.fresh {
		v := u.add(c.ID, claim)
		g.floor--
		g.key[v] = g.floor
		ins, outs = append(ins, v), append(outs, v)
	}
	for _, l := range u.rewired {
		if v, ok := g.index[l.ID]; !ok || g.kind[v] == claim {
			v = u.add(l.ID, kindOf(l))
			g.off[v] = slices.Contains(u.options.Without, l.ID)
			g.key[v] = unplaced
			ins = append(ins, v)
		}
	}
	for _, l := range u.rewired {
		v := g.index[l.ID]
		g.kind[v] = kindOf(l)
		g.from[v] = make([]int32, len(l.From))
		for i, id := range l.From {
			g.from[v][i] = g.index[id]
		}
		outs = append(outs, g.from[v]...)
		u.dirty = append(u.dirty, v)
		if !g.off[v] {
			g.to[v] = g.index[l.To]
			ins = append(ins, g.to[v])
		}
	}
	u.relist(ins, outs)
	u.dirty = append(u.dirty, ins...)
	if broken || !u.place() {
		u.reorder()
	}
	u.w.fit()
}

func (u *update) add(id argument.ID, k kind) int32 {
	v := u.g.add(id, k)
	if int(v) == len(u.n.base) {
		u.n.base = append(u.n.base, math.NaN())
		u.n.cell = append(u.n.cell, unevaluated)
	}
	u.n.base[v] = math.NaN() // so that whatever the base is, it is new
	return v
}

// relist makes lists of edges anew from the map.
func (u *update) relist(ins, outs []int32) {
	g := u.g
	slices.Sort(ins)
	for _, t := range slices.Compact(ins) {
		if g.kind[t] != vacant {
			list := make([]int32, 0, u.m.NumIncoming(g.id[t]))
			old := g.in[t]
			for l := range u.m.Incoming(g.id[t]) {
				var v int32
				if v, old = g.following(old, l.ID); v >= 0 && g.to[v] == t {
					list = append(list, v)
				}
			}
			g.in[t] = list
		}
	}
	slices.Sort(outs)
	for _, p := range slices.Compact(outs) {
		if g.kind[p] == claim {
			list := make([]int32, 0, u.m.NumOutgoing(g.id[p]))
			old := g.out[p]
			for l := range u.m.Outgoing(g.id[p]) {
				var v int32
				if v, old = g.following(old, l.ID); v >= 0 && slices.Contains(g.from[v], p) {
					list = append(list, v)
				}
			}
			g.out[p] = list
		}
	}
}

// following returns the vertex of an ID, or -1. Most often it is the next in
// the old list or the one after that, which saves looking the ID up.
func (g *graph) following(old []int32, id argument.ID) (v int32, rest []int32) {
	for i := range min(len(old), 2) {
		if g.id[old[i]] == id {
			return old[i], old[i+1:]
		}
	}
	if v, ok := g.index[id]; ok {
		return v, old
	}
	return -1, old
}

// unplaced is the key of a link that has no place in the order yet.
var unplaced = math.Inf(-1)

// place finds each rewired link a key between those of what it depends on
// and that of its target, raising the target with all that follows from it
// where there is none. It gives up, and returns false, where that closes a
// circle or goes too far.
func (u *update) place() bool {
	g := u.g
	allowance := 4000
	for _, l := range u.rewired {
		v := g.index[l.ID]
		low := unplaced
		for _, p := range g.from[v] {
			low = max(low, g.key[p])
		}
		for _, x := range g.in[v] {
			low = max(low, g.key[x])
		}
		high := math.Inf(1)
		if t := g.to[v]; t >= 0 && g.key[t] != unplaced {
			high = g.key[t]
		}
		switch {
		case low < g.key[v] && g.key[v] < high:
			continue
		case math.IsInf(high, 1):
			g.key[v] = low + 1
			continue
		case low < high:
			g.key[v] = low + (high-low)/2
			if !(low < g.key[v] && g.key[v] < high) {
				return false // no number between
			}
			continue
		}
		cone := map[int32]bool{g.to[v]: true}
		for todo := []int32{g.to[v]}; len(todo) > 0; {
			at := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			allowance--
			if at == v || allowance < 0 {
				return false
			}
			allowance -= len(g.out[at])
			g.successors(at, func(next int32) {
				if !cone[next] {
					cone[next] = true
					todo = append(todo, next)
				}
			})
		}
		for x := range cone {
			g.key[x] += low + 2 - high
		}
		g.key[v] = low + 1
	}
	return true
}

// reorder finds order and circles from scratch. Circles that have other
// members than before are to be computed again.
func (u *update) reorder() {
	g := u.g
	was, size := slices.Clone(g.circle), make([]int, len(g.circles))
	for i, c := range g.circles {
		size[i] = len(c)
	}
	g.order()
	same := make([]bool, len(g.circles))
	for i, c := range g.circles {
		first := was[c[0]]
		same[i] = first >= 0 && size[first] == len(c) &&
			!slices.ContainsFunc(c, func(v int32) bool { return was[v] != first })
	}
	for v := range g.id {
		if c := g.circle[v]; g.kind[v] != vacant && (c >= 0 && !same[c] || c < 0 && was[v] >= 0) {
			u.dirty = append(u.dirty, int32(v))
		}
	}
}
