package session

import (
	"slices"
	"testing"

	"warrant/argument"
)

func stepIDs(m *argument.Map) (ids []argument.ID) {
	for s := range m.Steps() {
		ids = append(ids, s.ID)
	}
	return ids
}

// The steps of a presentation follow each other, so their order is merged and
// taken over as what they say is.
func TestStepsComeInTheirOrder(t *testing.T) {
	steps := func(ids ...argument.ID) func(p *argument.Parts) {
		return func(p *argument.Parts) {
			for _, id := range ids {
				p.Steps = append(p.Steps, argument.Step{ID: id, Title: "Step " + string(id), Focus: []argument.ID{top}})
			}
		}
	}
	for _, c := range []struct{ mine, theirs, want []argument.ID }{
		{nil, []argument.ID{"p3", "p1", "p2"}, []argument.ID{"p3", "p1", "p2"}},
		{nil, []argument.ID{"p1", "new", "p2", "p3"}, []argument.ID{"p1", "new", "p2", "p3"}},
		{nil, []argument.ID{"p2", "p1"}, []argument.ID{"p2", "p1"}},
		{[]argument.ID{"mine"}, []argument.ID{"p2", "p1", "p3"}, []argument.ID{"p2", "p1", "p3", "mine"}},
	} {
		for _, how := range []string{"adopted", "merged"} {
			d := newDesk(t)
			p := three("Ice")
			steps("p1", "p2", "p3")(&p)
			d.write(p)
			s, _, err := Open(d.file, d.store, d.measure)
			if err != nil {
				t.Fatal(err)
			}
			d.Session.Close(true)
			d.Session = s
			for _, id := range c.mine {
				if err := d.Doc.Do("Add step", func(e *argument.Edit) error {
					_, err := e.AddStep(argument.Step{ID: id, Title: "Mine"})
					return err
				}); err != nil {
					t.Fatal(err)
				}
			}
			before := stepIDs(d.Doc.Map())
			p = three("Ice")
			steps(c.theirs...)(&p)
			d.write(p)
			change := d.look(Rewritten)
			want := c.want
			if how == "adopted" {
				want = c.theirs
				next, err := d.Adopt(change)
				if err != nil || next != d.Session {
					t.Fatalf("adopting %v: a new session: %v, %v", c.theirs, next != d.Session, err)
				}
			} else if _, err := d.Merge(change); err != nil {
				t.Fatal(err)
			}
			if got := stepIDs(d.Doc.Map()); !slices.Equal(got, want) {
				t.Errorf("%v and %v %s: %v, want %v", before, c.theirs, how, got, want)
			}
			d.Doc.Undo()
			if got := stepIDs(d.Doc.Map()); !slices.Equal(got, before) {
				t.Errorf("undone: %v, want %v", got, before)
			}
		}
	}
}
