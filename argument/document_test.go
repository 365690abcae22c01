package argument_test

import (
	"fmt"
	"slices"
	"testing"

	"warrant/argument"
)

type (
	id   = argument.ID
	edit = argument.Edit
)

func build(t testing.TB, p argument.Parts) *argument.Map {
	t.Helper()
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func do(t testing.TB, d *argument.Document, label string, change func(*edit) error) {
	t.Helper()
	if err := d.Do(label, change); err != nil {
		t.Fatalf("%s: %v", label, err)
	}
}

func historyOf(d *argument.Document) string {
	done, undone := d.History()
	return fmt.Sprint(len(done), len(undone))
}

// Undoing all gives the first map and redoing all the last, in the same
// order, by way of every state between.
func TestUndoAndRedo(t *testing.T) {
	r := random(t)
	for range rounds {
		e := newEditor(t, r)
		type moment struct {
			parts argument.Parts
			state int
		}
		now := func() moment { return moment{e.doc.Map().Parts(), e.doc.State()} }
		e.doc = argument.NewDocument(build(t, e.doc.Map().Parts()))
		moments := []moment{now()}
		for range 25 {
			before := e.doc.State()
			if e.edit() == nil && e.doc.State() != before {
				moments = append(moments, now())
			}
		}
		for range 3 {
			for _, want := range slices.Backward(moments[:len(moments)-1]) {
				if !e.doc.Undo() {
					t.Fatal("nothing to undo")
				}
				same(t, "undo", e.doc.Map().Parts(), want.parts)
				if e.doc.State() != want.state {
					t.Fatalf("undo leads to state %d, want %d", e.doc.State(), want.state)
				}
				sound(t, e.doc.Map())
			}
			if _, can := e.doc.CanUndo(); can || e.doc.Undo() {
				t.Fatal("undo goes on before the first state")
			}
			for _, want := range moments[1:] {
				if !e.doc.Redo() {
					t.Fatal("nothing to redo")
				}
				same(t, "redo", e.doc.Map().Parts(), want.parts)
				if e.doc.State() != want.state {
					t.Fatalf("redo leads to state %d, want %d", e.doc.State(), want.state)
				}
			}
			if _, can := e.doc.CanRedo(); can || e.doc.Redo() {
				t.Fatal("redo goes on behind the last state")
			}
		}
	}
}

// A gesture squashed is one step of undo; reverted, it is none.
func TestSquashAndRevert(t *testing.T) {
	r := random(t)
	for range rounds {
		e := newEditor(t, r)
		before, state, history := e.doc.Map().Parts(), e.doc.State(), historyOf(e.doc)
		mark := e.doc.Mark()
		gesture := func() {
			for range 1 + e.IntN(6) {
				_ = e.edit()
			}
		}
		gesture()
		e.doc.Revert(mark)
		same(t, "reverted", e.doc.Map().Parts(), before)
		if e.doc.State() != state || historyOf(e.doc) != history {
			t.Fatalf("state %d and history %s after a revert, want %d and %s", e.doc.State(), historyOf(e.doc), state, history)
		}
		gesture()
		after := e.doc.Map().Parts()
		e.doc.Squash(mark, "gesture")
		same(t, "squashed", e.doc.Map().Parts(), after)
		if e.doc.State() == state {
			same(t, "squashed to nothing", after, before)
			continue
		}
		if label, _ := e.doc.CanUndo(); label != "gesture" {
			t.Fatalf("what is undone is called %q", label)
		}
		e.doc.Undo()
		same(t, "undone", e.doc.Map().Parts(), before)
		if e.doc.State() != state || e.doc.Mark() != mark {
			t.Fatalf("state %d after undo, want %d", e.doc.State(), state)
		}
		e.doc.Redo()
		same(t, "redone", e.doc.Map().Parts(), after)
		sound(t, e.doc.Map())
	}
}

func TestRevertKeepsWhatCanBeDoneAgain(t *testing.T) {
	d := argument.NewDocument(argument.Empty("m", ""))
	add := func(e *argument.Edit) error {
		_, err := e.AddClaim(argument.Claim{Text: "one"})
		return err
	}
	if err := d.Do("Add claim", add); err != nil {
		t.Fatal(err)
	}
	d.Undo()
	mark := d.Mark()
	for range 3 {
		if err := d.Do("Drag", add); err != nil {
			t.Fatal(err)
		}
		d.Squash(mark, "Drag")
	}
	d.Revert(mark)
	if label, ok := d.CanRedo(); !ok || label != "Add claim" {
		t.Errorf("after a gesture was given up, redo offers %q, %v", label, ok)
	}
	if !d.Redo() || d.Map().NumClaims() != 1 {
		t.Errorf("redo gives %d claims, want 1", d.Map().NumClaims())
	}
}

// Cards glide to their places in several edits. Whatever else is done
// meanwhile finds them there, and the glide one step.
func TestWhatIsUnderwayIsFinishedFirst(t *testing.T) {
	for _, c := range []struct {
		name     string
		during   func(*argument.Document)
		finished int
		x        float64 // where the card is afterwards
		done     []string
	}{
		{"nothing", func(*argument.Document) {}, 0, 40, []string{"Glide"}},
		{"an edit", func(d *argument.Document) {
			_ = d.Do("Title", func(e *edit) error {
				e.SetInfo(func(i *argument.Info) { i.Title = "new" })
				return nil
			})
			d.Undo()
			d.Redo()
		}, 1, 100, []string{"Glide", "Title"}},
		{"undo", func(d *argument.Document) { d.Undo() }, 1, 0, nil},
		{"a gesture's mark", func(d *argument.Document) { d.Revert(d.Mark()) }, 1, 100, []string{"Glide"}},
		{"another glide", func(d *argument.Document) { d.Underway(func() {}) }, 1, 100, []string{"Glide"}},
	} {
		d := argument.NewDocument(build(t, argument.Parts{Claims: []argument.Claim{{ID: "c1", Placed: true}}}))
		mark := d.Mark()
		move := func(x float64) {
			if err := d.Do("Move", func(e *edit) error { return e.MoveClaim("c1", argument.Point{X: x}) }); err != nil {
				t.Fatal(err)
			}
			d.Squash(mark, "Glide")
		}
		move(40)
		finished := 0
		d.Underway(func() { finished++; move(100) })
		c.during(d)
		done, _ := d.History()
		if at := d.Map().Claim("c1").At.X; at != c.x || finished != c.finished || !slices.Equal(done, c.done) {
			t.Errorf("%s: finished %d times, the card at %v, steps %q; want %d, %v, %q", c.name, finished, at, done, c.finished, c.x, c.done)
		}
	}
}
