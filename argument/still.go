package argument

import (
	"reflect"
	"slices"
)

// Still is a map as it was at a moment, for work that takes long: it may go to
// any goroutine while the map is edited further. To take one costs a list of
// pointers, for records are replaced and never written to.
type Still struct {
	info    Info
	claims  []*Claim // with the gaps of the map's order
	links   []*Link
	sources []*Source
	steps   []*Step
}

// Still takes one.
func (m *Map) Still() Still {
	return Still{*m.info, slices.Clone(m.claims.slots), slices.Clone(m.links.slots), slices.Clone(m.sources.slots), slices.Clone(m.steps.slots)}
}

// Info returns what the map said of itself.
func (s Still) Info() Info { return s.info }

// Size tells how long work on it may take.
func (s Still) Size() (claims, links int) { return full(s.claims), full(s.links) }

func full[T record](all []*T) (n int) {
	for _, r := range all {
		if r != nil {
			n++
		}
	}
	return n
}

// Parts returns the map as lists; see Map.Parts.
func (s Still) Parts() Parts {
	return Parts{s.info, copied(s.claims), copied(s.links), copied(s.sources), copied(s.steps)}
}

func copied[T record](from []*T) []T {
	to := slices.Grow([]T(nil), full(from))
	for _, r := range from {
		if r != nil {
			to = append(to, *r)
		}
	}
	return to
}

// Map makes a map of its own, which can be edited apart: what an edit makes
// other there, Document.Take can make other in the map itself. The rules need
// no second look, as they held for the map that the still was taken of.
func (s Still) Map() *Map {
	info := s.info
	m := &Map{
		info:    &info,
		claims:  tableOf(s.claims),
		links:   newTable[Link](len(s.links)),
		sources: tableOf(s.sources),
		steps:   tableOf(s.steps),
		in:      make(map[ID][]int, len(s.claims)),
		out:     make(map[ID][]int, len(s.claims)),
	}
	for i, l := range s.links {
		m.putLink(i, l)
	}
	return m
}

func tableOf[T record](all []*T) table[T] {
	t := table[T]{slices.Clone(all), make(map[ID]int, len(all))}
	for i, r := range all {
		if r != nil {
			t.slot[idOf(r)] = i
		}
	}
	return t
}

// Same reports whether two maps say the same, in the same order.
func (s Still) Same(as Still) bool {
	return reflect.DeepEqual(s.info, as.info) && sameAll(s.claims, as.claims) && sameAll(s.links, as.links) &&
		sameAll(s.sources, as.sources) && sameAll(s.steps, as.steps)
}

func sameAll[T record](a, b []*T) bool {
	at := 0
	for _, r := range a {
		if r == nil {
			continue
		}
		for at < len(b) && b[at] == nil {
			at++
		}
		if at == len(b) || r != b[at] && !reflect.DeepEqual(r, b[at]) {
			return false
		}
		at++
	}
	return full(b[at:]) == 0
}

// Unfolded returns the same map with no branch collapsed.
func (s Still) Unfolded() Still {
	s.claims = slices.Clone(s.claims)
	for i, c := range s.claims {
		if c != nil && c.Collapsed {
			open := *c
			open.Collapsed = false
			s.claims[i] = &open
		}
	}
	return s
}
