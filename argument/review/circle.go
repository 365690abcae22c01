package review

import (
	"slices"

	"warrant/argument"
)

// circles finds claims that bear on one another.
//
// Circular: a circle of supporting links alone, over linked premises and over
// support of support (petitio principii). Claims that oppose one another in a
// circle are a dispute and no fault. Of circles that are knotted together one
// is told, the shortest through the first claim.
//
// Unsettled: a circle whose numbers are not known; see package credence.
func (v *review) circles() {
	out := make([][]int32, len(v.claims))
	for l := range v.m.Links() {
		to := l
		for to != nil && to.Kind == argument.Supports && v.m.Claim(to.To) == nil {
			to = v.m.Link(to.To)
		}
		if to == nil || to.Kind != argument.Supports {
			continue
		}
		target := v.at[to.To]
		for _, p := range l.From {
			out[v.at[p]] = append(out[v.at[p]], target)
		}
	}
	for _, ring := range components(out) {
		slices.Sort(ring)
		if way := round(out, ring); way != nil {
			r := Remark{Kind: Circular}
			for _, i := range way {
				r.At = append(r.At, v.claims[i].ID)
			}
			v.note(r)
		}
	}
	slices.SortStableFunc(v.remarks[Circular], func(a, b Remark) int { return int(v.at[a.At[0]]) - int(v.at[b.At[0]]) })
	v.unsettled()
}

// components returns the strongly connected components of more than one
// vertex, and vertices that lead to themselves (R. Tarjan, SIAM J. Computing
// 1, 1972, without recursion).
func components(out [][]int32) (found [][]int32) {
	n := len(out)
	index, low := make([]int32, n), make([]int32, n)
	onStack := make([]bool, n)
	var stack []int32
	next := int32(1)
	type frame struct {
		v    int32
		edge int
	}
	for root := range n {
		if index[root] != 0 || len(out[root]) == 0 {
			continue
		}
		work := []frame{{v: int32(root)}}
		for len(work) > 0 {
			f := &work[len(work)-1]
			if f.edge == 0 {
				index[f.v], low[f.v] = next, next
				next++
				stack = append(stack, f.v)
				onStack[f.v] = true
			}
			if f.edge < len(out[f.v]) {
				w := out[f.v][f.edge]
				f.edge++
				if index[w] == 0 {
					work = append(work, frame{v: w})
				} else if onStack[w] {
					low[f.v] = min(low[f.v], index[w])
				}
				continue
			}
			v := f.v
			work = work[:len(work)-1]
			if len(work) > 0 {
				p := work[len(work)-1].v
				low[p] = min(low[p], low[v])
			}
			if low[v] != index[v] {
				continue
			}
			var ring []int32
			for {
				w := stack[len(stack)-1]
				stack = stack[:len(stack)-1]
				onStack[w] = false
				ring = append(ring, w)
				if w == v {
					break
				}
			}
			if len(ring) > 1 || slices.Contains(out[v], v) {
				found = append(found, ring)
			}
		}
	}
	return found
}

// round returns the shortest way from the first of a component back to it.
func round(out [][]int32, ring []int32) []int32 {
	in := make(map[int32]bool, len(ring))
	for _, v := range ring {
		in[v] = true
	}
	start := ring[0]
	from := make(map[int32]int32, len(ring))
	for todo := []int32{start}; len(todo) > 0; todo = todo[1:] {
		at := todo[0]
		for _, w := range out[at] {
			if w == start {
				way := []int32{at}
				for at != start {
					at = from[at]
					way = append(way, at)
				}
				slices.Reverse(way)
				return way
			}
			if _, seen := from[w]; in[w] && !seen {
				from[w] = at
				todo = append(todo, w)
			}
		}
	}
	return nil
}

// unsettled makes a remark for each circle whose numbers are not known.
func (v *review) unsettled() {
	if v.n == nil {
		return
	}
	claims, _ := v.n.Unsettled()
	slices.SortFunc(claims, func(a, b argument.ID) int { return int(v.at[a]) - int(v.at[b]) })
	told := make(map[argument.ID]bool)
	for _, id := range claims {
		if told[id] {
			continue
		}
		ring := v.n.Cycle(id)
		if len(ring) == 0 || slices.ContainsFunc(ring, func(i argument.ID) bool { return told[i] }) {
			continue
		}
		for _, i := range ring {
			told[i] = true
		}
		r := Remark{Kind: Unsettled}
		for _, i := range ring { // claims before links: there one looks first
			if v.m.Claim(i) != nil {
				r.At = append(r.At, i)
			}
		}
		for _, i := range ring {
			if v.m.Link(i) != nil {
				r.At = append(r.At, i)
			}
		}
		v.note(r)
	}
}
