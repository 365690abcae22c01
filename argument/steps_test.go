package argument_test

import (
	"errors"
	"strings"
	"testing"

	"warrant/argument"
)

func stepped(t *testing.T, ids string) *argument.Document {
	t.Helper()
	p := argument.Parts{Info: argument.Info{ID: "m"}}
	for _, id := range strings.Fields(ids) {
		p.Steps = append(p.Steps, argument.Step{ID: argument.ID(id), Title: "step " + id})
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	return argument.NewDocument(m)
}

func stepOrder(d *argument.Document) string {
	var ids []string
	for s := range d.Map().Steps() {
		if s.Title != "step "+string(s.ID) || d.Map().Step(s.ID) != s {
			return "step " + string(s.ID) + " is not what it was"
		}
		ids = append(ids, string(s.ID))
	}
	return strings.Join(ids, " ")
}

func TestMoveStep(t *testing.T) {
	for _, c := range []struct {
		id   argument.ID
		to   int
		want string
	}{
		{"a", 0, "a b c d"},
		{"a", 1, "b a c d"},
		{"a", 3, "b c d a"},
		{"a", 99, "b c d a"},
		{"d", 0, "d a b c"},
		{"d", -5, "d a b c"},
		{"c", 1, "a c b d"},
		{"b", 1, "a b c d"},
	} {
		d := stepped(t, "a b c d")
		if err := d.Do("Move step", func(e *argument.Edit) error { return e.MoveStep(c.id, c.to) }); err != nil {
			t.Fatal(err)
		}
		if got := stepOrder(d); got != c.want {
			t.Errorf("%s to %d gives %s, want %s", c.id, c.to, got, c.want)
		}
		_, undo := d.CanUndo()
		if moved := c.want != "a b c d"; undo != moved {
			t.Errorf("%s to %d: there is something to undo: %v", c.id, c.to, undo)
		}
	}
}

func TestMoveStepIsUndone(t *testing.T) {
	d := stepped(t, "a b c d")
	mark := d.Mark()
	orders := []string{stepOrder(d)}
	for _, m := range []struct {
		id argument.ID
		to int
	}{{"a", 2}, {"d", 0}, {"b", 3}, {"c", 0}} {
		if err := d.Do("Move step", func(e *argument.Edit) error { return e.MoveStep(m.id, m.to) }); err != nil {
			t.Fatal(err)
		}
		orders = append(orders, stepOrder(d))
	}
	last := len(orders) - 1
	for i := last - 1; i >= 0; i-- {
		d.Undo()
		if got := stepOrder(d); got != orders[i] {
			t.Fatalf("undone to %s, want %s", got, orders[i])
		}
	}
	for i := 1; i <= last; i++ {
		d.Redo()
		if got := stepOrder(d); got != orders[i] {
			t.Fatalf("done again to %s, want %s", got, orders[i])
		}
	}
	d.Squash(mark, "Order steps")
	d.Undo()
	if got := stepOrder(d); got != orders[0] {
		t.Errorf("all moves as one, undone, give %s, want %s", got, orders[0])
	}
	d.Redo()
	if got := stepOrder(d); got != orders[last] {
		t.Errorf("all moves as one, done again, give %s, want %s", got, orders[last])
	}
}

func TestMoveStepThatIsNotThere(t *testing.T) {
	d := stepped(t, "a")
	err := d.Do("Move step", func(e *argument.Edit) error { return e.MoveStep("z", 0) })
	if !errors.Is(err, argument.ErrNotThere) {
		t.Errorf("it says %v", err)
	}
}
