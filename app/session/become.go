package session

import (
	"warrant/argument"
	"warrant/canvas/arrange"
	"warrant/canvas/scene"
	"warrant/canvas/text"
)

// become turns the map of an edit into another one, record by record. Steps
// come in the other's order. The order of claims, links and sources says
// nothing, so that what is in both keeps its place there, with its selection
// and its drawing. Cards without a place stay where they are or get one.
func become(e *argument.Edit, to *argument.Map, measure text.Measurer) error {
	removeStrangers(e, to)
	for s := range to.Sources() {
		if err := put(e.Map().Source(s.ID) != nil, s, e.AddSource, func() error {
			return e.UpdateSource(s.ID, func(have *argument.Source) { *have = *s })
		}); err != nil {
			return err
		}
	}
	for c := range to.Claims() {
		if err := put(e.Map().Claim(c.ID) != nil, c, e.AddClaim, func() error {
			return e.UpdateClaim(c.ID, func(have *argument.Claim) {
				at, placed := have.At, have.Placed
				*have = *c
				if !c.Placed {
					have.At, have.Placed = at, placed
				}
			})
		}); err != nil {
			return err
		}
	}
	for l := range to.Links() {
		if err := put(e.Map().Link(l.ID) != nil, l, e.AddLink, func() error {
			return e.UpdateLink(l.ID, func(have *argument.Link) { *have = *l })
		}); err != nil {
			return err
		}
	}
	if err := unshuffle(e, to); err != nil {
		return err
	}
	for s := range to.Steps() {
		if err := put(e.Map().Step(s.ID) != nil, s, e.AddStep, func() error {
			return e.UpdateStep(s.ID, func(have *argument.Step) { *have = *s })
		}); err != nil {
			return err
		}
	}
	info := to.Info()
	e.SetInfo(func(have *argument.Info) { *have = info })
	if err := removeRest(e, to); err != nil {
		return err
	}
	return place(e, measure)
}

// unshuffle takes out the steps that stand in another order than in the map
// to come; put in again, they stand last. Nothing refers to a step.
func unshuffle(e *argument.Edit, to *argument.Map) error {
	var have, want []argument.ID
	for s := range e.Map().Steps() {
		if to.Step(s.ID) != nil {
			have = append(have, s.ID)
		}
	}
	for s := range to.Steps() {
		want = append(want, s.ID)
	}
	same := 0
	for same < len(have) && have[same] == want[same] {
		same++
	}
	for _, id := range have[same:] {
		if err := e.RemoveStep(id); err != nil {
			return err
		}
	}
	return nil
}

// put updates a record that is there, and else adds it.
func put[R any](there bool, r *R, add func(R) (argument.ID, error), update func() error) error {
	if there {
		return update()
	}
	_, err := add(*r)
	return err
}

// removeStrangers takes out what bears an ID that is of another sort of
// record in the map to come.
func removeStrangers(e *argument.Edit, to *argument.Map) {
	have := e.Map()
	other := func(id argument.ID, same bool) bool {
		return !same && (to.Has(id) || to.Source(id) != nil || to.Step(id) != nil)
	}
	var gone []argument.ID
	for c := range have.Claims() {
		if other(c.ID, to.Claim(c.ID) != nil) {
			gone = append(gone, c.ID)
		}
	}
	for l := range have.Links() {
		if other(l.ID, to.Link(l.ID) != nil) {
			gone = append(gone, l.ID)
		}
	}
	var sources, steps []argument.ID
	for s := range have.Sources() {
		if other(s.ID, to.Source(s.ID) != nil) {
			sources = append(sources, s.ID)
		}
	}
	for s := range have.Steps() {
		if other(s.ID, to.Step(s.ID) != nil) {
			steps = append(steps, s.ID)
		}
	}
	e.Remove(gone...)
	for _, id := range sources {
		_ = e.RemoveSource(id) // it is there
	}
	for _, id := range steps {
		_ = e.RemoveStep(id)
	}
}

// removeRest takes out what the map to come does not have. Nothing that stays
// refers to it any more.
func removeRest(e *argument.Edit, to *argument.Map) error {
	var gone, sources, steps []argument.ID
	for l := range e.Map().Links() {
		if to.Link(l.ID) == nil {
			gone = append(gone, l.ID)
		}
	}
	for c := range e.Map().Claims() {
		if to.Claim(c.ID) == nil {
			gone = append(gone, c.ID)
		}
	}
	for s := range e.Map().Sources() {
		if to.Source(s.ID) == nil {
			sources = append(sources, s.ID)
		}
	}
	for s := range e.Map().Steps() {
		if to.Step(s.ID) == nil {
			steps = append(steps, s.ID)
		}
	}
	e.Remove(gone...)
	for _, id := range sources {
		if err := e.RemoveSource(id); err != nil {
			return err
		}
	}
	for _, id := range steps {
		if err := e.RemoveStep(id); err != nil {
			return err
		}
	}
	return nil
}

// place gives the cards that have none a place.
func place(e *argument.Edit, measure text.Measurer) error {
	m := e.Map()
	if !arrange.Unplaced(m) {
		return nil
	}
	var o arrange.Options
	placed := false
	for c := range m.Claims() {
		if c.Placed {
			placed = true
		} else {
			o.Only = append(o.Only, c.ID)
		}
	}
	if !placed {
		o.Only, o.Free = nil, true
	}
	return arrange.Place(e, arrange.Arrange(m, scene.Sizes{Map: m, Measure: measure}, o))
}

// ordered reports whether two maps of the same records have them in the same
// order.
func ordered(a, b *argument.Map) bool {
	p, q := a.Parts(), b.Parts()
	return sameOrder(p.Claims, q.Claims, func(c argument.Claim) argument.ID { return c.ID }) &&
		sameOrder(p.Links, q.Links, func(l argument.Link) argument.ID { return l.ID }) &&
		sameOrder(p.Sources, q.Sources, func(s argument.Source) argument.ID { return s.ID }) &&
		sameOrder(p.Steps, q.Steps, func(s argument.Step) argument.ID { return s.ID })
}

func sameOrder[R any](a, b []R, id func(R) argument.ID) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if id(a[i]) != id(b[i]) {
			return false
		}
	}
	return true
}
