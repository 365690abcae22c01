package argument

import "iter"

type record interface {
	Claim | Link | Source | Step
}

// table keeps records in the order in which they entered. A record's slot is
// its for as long as the map lives, also while it is removed: so an undone
// removal comes back to the very place it had.
type table[T record] struct {
	slots []*T // nil where a record was removed
	slot  map[ID]int
}

func newTable[T record](n int) table[T] {
	return table[T]{make([]*T, 0, n), make(map[ID]int, n)}
}

func (t *table[T]) get(id ID) *T {
	if s, ok := t.slot[id]; ok {
		return t.slots[s]
	}
	return nil
}

func (t *table[T]) len() int { return len(t.slot) }

func (t *table[T]) all() iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for _, r := range t.slots {
			if r != nil && !yield(r) {
				return
			}
		}
	}
}

// put sets a slot; nil empties it.
func (t *table[T]) put(slot int, r *T) {
	for slot >= len(t.slots) {
		t.slots = append(t.slots, nil)
	}
	if old := t.slots[slot]; old != nil {
		delete(t.slot, idOf(old))
	}
	t.slots[slot] = r
	if r != nil {
		t.slot[idOf(r)] = slot
	}
}

func idOf[T record](r *T) ID {
	switch r := any(r).(type) {
	case *Claim:
		return r.ID
	case *Link:
		return r.ID
	case *Source:
		return r.ID
	case *Step:
		return r.ID
	}
	return ""
}
