package argument

import (
	"reflect"
	"slices"
)

// Change is what happened to one record: added where From is nil, removed
// where To is nil, else updated. Slot is its place in the map's order.
type Change[T any] struct {
	Slot     int
	From, To *T
}

// unchanged reports whether a record was changed to what it was.
func (c *Change[T]) unchanged() bool {
	return c.From == c.To || c.From != nil && c.To != nil && reflect.DeepEqual(*c.From, *c.To)
}

// Difference is all that one edit changed, each record at most once.
type Difference struct {
	Info    *Change[Info]
	Claims  []Change[Claim]
	Links   []Change[Link]
	Sources []Change[Source]
	Steps   []Change[Step]
}

// Empty reports whether nothing changed.
func (d *Difference) Empty() bool {
	return d.Info == nil && len(d.Claims) == 0 && len(d.Links) == 0 && len(d.Sources) == 0 && len(d.Steps) == 0
}

// Size returns how many records changed.
func (d *Difference) Size() int {
	return len(d.Claims) + len(d.Links) + len(d.Sources) + len(d.Steps)
}

// Inverse returns the difference that takes d back.
func (d Difference) Inverse() Difference {
	inv := Difference{
		Claims:  inverse(d.Claims),
		Links:   inverse(d.Links),
		Sources: inverse(d.Sources),
		Steps:   inverse(d.Steps),
	}
	if d.Info != nil {
		inv.Info = &Change[Info]{0, d.Info.To, d.Info.From}
	}
	return inv
}

func inverse[T any](cs []Change[T]) []Change[T] {
	if len(cs) == 0 {
		return nil
	}
	inv := make([]Change[T], 0, len(cs))
	for i := len(cs) - 1; i >= 0; i-- {
		inv = append(inv, Change[T]{cs[i].Slot, cs[i].To, cs[i].From})
	}
	return inv
}

// Then returns the one difference that does d and after it e.
func (d Difference) Then(e Difference) Difference {
	both := Difference{
		Info:    d.Info,
		Claims:  then(d.Claims, e.Claims),
		Links:   then(d.Links, e.Links),
		Sources: then(d.Sources, e.Sources),
		Steps:   then(d.Steps, e.Steps),
	}
	if e.Info != nil {
		both.Info = e.Info
		if d.Info != nil {
			both.Info = &Change[Info]{0, d.Info.From, e.Info.To}
		}
	}
	return both
}

// settled returns d without the records that are at its end what they were at
// its beginning.
func (d Difference) settled() Difference {
	if d.Info != nil && d.Info.unchanged() {
		d.Info = nil
	}
	d.Claims, d.Links = changed(d.Claims), changed(d.Links)
	d.Sources, d.Steps = changed(d.Sources), changed(d.Steps)
	return d
}

func changed[T any](cs []Change[T]) []Change[T] {
	return slices.DeleteFunc(slices.Clone(cs), func(c Change[T]) bool { return c.unchanged() })
}

func then[T any](a, b []Change[T]) []Change[T] {
	switch {
	case len(b) == 0:
		return a
	case len(a) == 0:
		return b
	}
	both := append(make([]Change[T], 0, len(a)+len(b)), a...)
	at := make(map[int]int, len(both))
	for i, c := range both {
		at[c.Slot] = i
	}
	for _, c := range b {
		if i, ok := at[c.Slot]; ok {
			both[i].To = c.To
			continue
		}
		at[c.Slot] = len(both)
		both = append(both, c)
	}
	kept := both[:0]
	for _, c := range both {
		if c.From != c.To { // came and went again: nil on both sides
			kept = append(kept, c)
		}
	}
	return kept
}

// apply makes the change. It checks nothing: d is known to fit.
func (m *Map) apply(d Difference) {
	if d.Info != nil {
		m.info = d.Info.To
	}
	for _, c := range d.Sources {
		m.sources.put(c.Slot, c.To)
	}
	for _, c := range d.Claims {
		m.claims.put(c.Slot, c.To)
	}
	for _, c := range d.Links {
		m.putLink(c.Slot, c.To)
	}
	for _, c := range d.Steps {
		m.steps.put(c.Slot, c.To)
	}
}
