package merge

import "slices"

// mergeList merges a list as a set whose order counts: an entry is taken out
// by who took it out and comes in by who put it in, so that there is no
// conflict of membership. baseMine and baseTheirs are base without what had
// to go on that side because the thing itself was removed there: who removes
// a claim has not taken it out of the links that come back with it. clash
// tells that the two put the same entries in a different order; it is mine
// then.
func mergeList[T comparable](base, baseMine, baseTheirs, mine, theirs []T) (out []T, clash bool) {
	b, bm, bt, m, t := numbered(base), numbered(baseMine), numbered(baseTheirs), numbered(mine), numbered(theirs)
	inB, inBM, inBT, inM, inT := setOf(b), setOf(bm), setOf(bt), setOf(m), setOf(t)
	in := func(e entry[T]) bool {
		if inB[e] {
			return (inM[e] || !inBM[e]) && (inT[e] || !inBT[e])
		}
		return inM[e] || inT[e]
	}
	ordered, clash := mergeOrder(b, m, t, in)
	for _, e := range ordered {
		out = append(out, e.value)
	}
	return out, clash
}

// entry tells the first occurrence of a value in a list from the second.
type entry[T comparable] struct {
	value T
	nth   int
}

func numbered[T comparable](list []T) []entry[T] {
	es := make([]entry[T], len(list))
	seen := make(map[T]int, len(list))
	for i, v := range list {
		es[i] = entry[T]{v, seen[v]}
		seen[v]++
	}
	return es
}

func setOf[T comparable](list []T) map[T]bool {
	s := make(map[T]bool, len(list))
	for _, v := range list {
		s[v] = true
	}
	return s
}

// mergeOrder orders what is in: as base has it, then what mine added, then
// what theirs added. Who has put the entries in another order than that is
// followed; mine, where both have, and clash tells if they disagree.
func mergeOrder[T comparable](base, mine, theirs []T, in func(T) bool) (out []T, clash bool) {
	out1 := func(v T) bool { return !in(v) }
	b, m, t := without(base, out1), without(mine, out1), without(theirs, out1)
	inB, inM, inT := setOf(b), setOf(m), setOf(t)
	added := func(list []T) []T { return without(list, func(v T) bool { return inB[v] }) }
	usual := func(list []T, has map[T]bool) bool {
		return slices.Equal(list, slices.Concat(without(b, func(v T) bool { return !has[v] }), added(list)))
	}
	lead, rest := b, slices.Concat(added(m), added(t))
	switch usualM, usualT := usual(m, inM), usual(t, inT); {
	case !usualM && !usualT:
		clash = !slices.Equal(without(m, func(v T) bool { return !inT[v] }), without(t, func(v T) bool { return !inM[v] }))
		lead, rest = m, added(t)
	case !usualM:
		lead, rest = m, added(t)
	case !usualT:
		lead, rest = t, added(m)
	}
	has := setOf(lead)
	// What the leading side has not but base has follows what it followed.
	after := make(map[T][]T)
	var first []T
	for i, v := range b {
		if has[v] {
			continue
		}
		if i == 0 {
			first = append(first, v)
		} else {
			after[b[i-1]] = append(after[b[i-1]], v)
		}
	}
	done := make(map[T]bool, len(lead)+len(rest))
	put := func(list []T) {
		for len(list) > 0 { // a chain of what follows what, not a recursion
			v := list[0]
			list = list[1:]
			if done[v] {
				continue
			}
			done[v] = true
			out = append(out, v)
			if f := after[v]; len(f) > 0 {
				list = append(slices.Clone(f), list...)
			}
		}
	}
	put(first)
	if len(after) == 0 {
		for _, v := range slices.Concat(lead, rest) {
			if !done[v] {
				done[v] = true
				out = append(out, v)
			}
		}
		return out, clash
	}
	for _, v := range lead {
		put([]T{v})
	}
	put(rest)
	return out, clash
}

// inOrderOf sorts a list as another has it; what that has not comes last, as
// it stood.
func inOrderOf[T comparable](list, as []T) []T {
	rank := make(map[T]int, len(as))
	for i, v := range as {
		if _, seen := rank[v]; !seen {
			rank[v] = i - len(as) // what has no rank has 0
		}
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b T) int { return rank[a] - rank[b] })
	return list
}
