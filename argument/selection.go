package argument

import "slices"

// Selection returns the claims and links that are selected, in the order in
// which they were. It is not part of the map, but undo brings it back.
func (d *Document) Selection() []ID { return d.selection }

// Selected reports whether id is selected.
func (d *Document) Selected(id ID) bool { return slices.Contains(d.selection, id) }

// Select makes these claims and links the selection. IDs that are not in the
// map, and repeated ones, are passed over.
func (d *Document) Select(ids ...ID) {
	next := make([]ID, 0, len(ids))
	seen := make(map[ID]bool, len(ids))
	for _, id := range ids {
		if d.m.Has(id) && !seen[id] {
			seen[id] = true
			next = append(next, id)
		}
	}
	if slices.Equal(next, d.selection) {
		return
	}
	d.selection = next
	for _, fn := range d.watchers {
		(*fn)()
	}
}

// WatchSelection has fn called after each change of the selection.
func (d *Document) WatchSelection(fn func()) (cancel func()) {
	p := &fn
	d.watchers = append(d.watchers, p)
	return func() {
		d.watchers = slices.DeleteFunc(slices.Clone(d.watchers), func(q *func()) bool { return q == p })
	}
}

// prune takes what is no longer in the map out of the selection.
func (d *Document) prune() {
	for _, id := range d.selection {
		if !d.m.Has(id) {
			d.Select(slices.Clone(d.selection)...)
			return
		}
	}
}
