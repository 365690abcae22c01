package argument_test

import (
	"reflect"
	"slices"
	"testing"

	"warrant/argument"
)

// replica is a copy of a map that is kept by differences alone.
type replica struct {
	info    *argument.Info
	claims  map[int]*argument.Claim
	links   map[int]*argument.Link
	sources map[int]*argument.Source
	steps   map[int]*argument.Step
}

func newReplica(m *argument.Map) *replica {
	p := m.Parts()
	r := &replica{info: &p.Info, claims: map[int]*argument.Claim{}, links: map[int]*argument.Link{}, sources: map[int]*argument.Source{}, steps: map[int]*argument.Step{}}
	for i := range p.Claims {
		r.claims[i] = &p.Claims[i]
	}
	for i := range p.Links {
		r.links[i] = &p.Links[i]
	}
	for i := range p.Sources {
		r.sources[i] = &p.Sources[i]
	}
	for i := range p.Steps {
		r.steps[i] = &p.Steps[i]
	}
	return r
}

func (r *replica) apply(t *testing.T, d argument.Difference) {
	if d.Empty() {
		t.Fatal("told of nothing")
	}
	if d.Info != nil {
		if !reflect.DeepEqual(*d.Info.From, *r.info) {
			t.Fatalf("the map was %+v, told %+v", *r.info, *d.Info.From)
		}
		r.info = d.Info.To
	}
	applyTo(t, r.claims, d.Claims)
	applyTo(t, r.links, d.Links)
	applyTo(t, r.sources, d.Sources)
	applyTo(t, r.steps, d.Steps)
}

func applyTo[T any](t *testing.T, to map[int]*T, changes []argument.Change[T]) {
	seen := map[int]bool{}
	for _, c := range changes {
		if c.From == nil && c.To == nil || seen[c.Slot] {
			t.Fatalf("slot %d is told of twice, or for nothing", c.Slot)
		}
		seen[c.Slot] = true
		if !reflect.DeepEqual(to[c.Slot], c.From) {
			t.Fatalf("slot %d was %+v, told %+v", c.Slot, to[c.Slot], c.From)
		}
		if c.To == nil {
			delete(to, c.Slot)
		} else {
			to[c.Slot] = c.To
		}
	}
}

func inOrder[T any](of map[int]*T) (list []T) {
	slots := make([]int, 0, len(of))
	for s := range of {
		slots = append(slots, s)
	}
	slices.Sort(slots)
	for _, s := range slots {
		list = append(list, *of[s])
	}
	return list
}

func (r *replica) parts() argument.Parts {
	return argument.Parts{Info: *r.info, Claims: inOrder(r.claims), Links: inOrder(r.links), Sources: inOrder(r.sources), Steps: inOrder(r.steps)}
}

// An observer that does nothing but follow the differences has the map, also
// through undo, redo, squash and revert.
func TestDifferencesTellAll(t *testing.T) {
	r := random(t)
	for range rounds {
		e := newEditor(t, r)
		e.doc = argument.NewDocument(build(t, e.doc.Map().Parts()))
		copied := newReplica(e.doc.Map())
		cancel := e.doc.Observe(func(d argument.Difference) {
			copied.apply(t, d)
			same(t, "told", copied.parts(), e.doc.Map().Parts())
		})
		for range 60 {
			switch e.IntN(8) {
			case 0:
				e.doc.Undo()
			case 1:
				e.doc.Redo()
			case 2:
				mark := e.doc.Mark()
				for range e.IntN(5) {
					_ = e.edit()
				}
				if e.IntN(2) == 0 {
					e.doc.Squash(mark, "gesture")
				} else {
					e.doc.Revert(mark)
				}
			default:
				_ = e.edit()
			}
			same(t, "after", copied.parts(), e.doc.Map().Parts())
		}
		cancel()
		last := copied.parts()
		do(t, e.doc, "unseen", func(x *edit) error { _, err := x.AddClaim(argument.Claim{}); return err })
		same(t, "after the end", copied.parts(), last)
	}
}
