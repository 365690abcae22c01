package filter

import "warrant/argument"

// Lineage returns a claim or a link with all that bears on it, and all that
// it bears on, and the links between: of linked premises only those on the
// way.
func Lineage(m *argument.Map, id argument.ID) map[argument.ID]bool {
	all := make(map[argument.ID]bool)
	if !m.Has(id) {
		return all
	}
	below(m, id, all)
	delete(all, id) // above begins there, too
	above(m, id, all)
	return all
}

// below adds all that bears on id.
func below(m *argument.Map, id argument.ID, all map[argument.ID]bool) {
	todo := []argument.ID{id}
	if l := m.Link(id); l != nil {
		todo = append(todo, l.From...)
	}
	for len(todo) > 0 {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if all[at] {
			continue
		}
		all[at] = true
		for l := range m.Incoming(at) {
			todo = append(append(todo, l.ID), l.From...)
		}
	}
}

// above adds all that id bears on.
func above(m *argument.Map, id argument.ID, all map[argument.ID]bool) {
	seen := make(map[argument.ID]bool)
	todo := []argument.ID{id}
	for len(todo) > 0 {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[at] {
			continue
		}
		seen[at], all[at] = true, true
		if l := m.Link(at); l != nil {
			todo = append(todo, l.To)
			continue
		}
		for l := range m.Outgoing(at) {
			todo = append(todo, l.ID)
		}
	}
}
