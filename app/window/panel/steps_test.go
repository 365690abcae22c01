package panel

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"warrant/argument"
)

// told lists the steps: what each is called, has in focus, and reveals.
func (b *bench) told() string {
	var all []string
	for s := range b.Session.Doc.Map().Steps() {
		all = append(all, fmt.Sprint(titled(b.Session.Doc.Map(), s), " ", s.Focus, " ", s.Reveal))
	}
	return strings.Join(all, "\n")
}

func (b *bench) wantTold(when, want string) {
	b.t.Helper()
	if got := b.told(); got != want {
		b.t.Errorf("%s the steps are\n%s\nwant\n%s", when, got, want)
	}
}

func (b *bench) stepsPanel() *Steps {
	p := NewSteps(b.Desk)
	b.put(p, 280, 700)
	return p
}

func TestStepsAreAddedFromTheSelection(t *testing.T) {
	b := newBench(t)
	p := b.stepsPanel()
	if !p.none.Visible() {
		t.Error("without steps it does not say what to do")
	}
	b.Session.Doc.Select("c1")
	p.Add()
	b.Session.Doc.Select("c1", "c2", "l1")
	p.Add()
	b.Session.Doc.Select()
	p.Add()
	b.wantTold("added one after the other,", "We should have soup [c1] [c1]\nIt is cold [c1 c2 l1] [c2 l1]\nThe whole map [] []")
	p.choose(0)
	b.Session.Doc.Select("c4")
	p.Add()
	b.wantTold("after one was added behind the first,", "We should have soup [c1] [c1]\nSoup spills [c4] [c4]\nIt is cold [c1 c2 l1] [c2 l1]\nThe whole map [] []")
	if p.Chosen() != 1 {
		t.Errorf("chosen is the step at %d, want the new one at 1", p.Chosen())
	}
	b.wantSteps("Add step", "Add step", "Add step", "Add step")
	for range 4 {
		b.Session.Doc.Undo()
	}
	b.wantTold("undone", "")
}

func TestAStepIsChosenSaidAndDeleted(t *testing.T) {
	b := newBench(t)
	p := b.stepsPanel()
	for _, c := range []id{"c1", "c4"} {
		b.Session.Doc.Select(c)
		p.Add()
	}
	b.Session.Doc.Select()
	p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if got := b.Session.Doc.Selection(); len(got) != 1 || got[0] != "c1" {
		t.Errorf("choosing a step selects %v, want what it has in focus", got)
	}
	retype(p.edit.title, "Lunch")
	retype(p.edit.say, "Who is hungry?\nHands up.")
	p.redo.flush()
	b.Session.Doc.Select("c2", "l1")
	p.edit.focus.take(true)
	p.redo.flush()
	p.edit.reveal.take(false)
	p.redo.flush()
	p.edit.focus.rows[0].out.Tapped(nil)
	p.redo.flush()
	s := b.Session.Doc.Map().Step(p.at)
	if s.Title != "Lunch" || s.Say != "Who is hungry?\nHands up." {
		t.Errorf("the step is called %q and says %q", s.Title, s.Say)
	}
	b.wantTold("edited,", "Lunch [c2 l1] [c2 l1]\nSoup spills [c4] [c4]")
	p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	b.wantTold("after one was deleted,", "Soup spills [c4] [c4]")
	if p.Chosen() != 0 || p.at == "" {
		t.Error("the step after the deleted one is not chosen")
	}
	b.wantSteps("Add step", "Add step", "Edit title of step", "Edit what is said", "Change what a step shows",
		"Change what a step shows", "Change what a step shows", "Delete step")
	b.Session.Doc.Undo()
	p.redo.flush()
	b.wantTold("undone", "Lunch [c2 l1] [c2 l1]\nSoup spills [c4] [c4]")
}

func TestStepsAreMovedByKeysAndDragging(t *testing.T) {
	b := newBench(t)
	p := b.stepsPanel()
	for _, c := range []id{"c1", "c2", "c3", "c4"} {
		b.Session.Doc.Select(c)
		p.Add()
	}
	order := func() string {
		var all []string
		for s := range b.Session.Doc.Map().Steps() {
			all = append(all, string(s.Focus[0]))
		}
		return strings.Join(all, " ")
	}
	arrow := func(key fyne.KeyName) {
		p.list.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt})
	}
	// drag takes the line at from by its middle and lets go at lines further.
	drag := func(from int, lines float32) {
		row := newStepRow(b.Desk, p.list)
		row.say(p.list.says(from))
		at := fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(50, stepPitch()/2)}, Dragged: fyne.NewDelta(0, 3)}
		row.Dragged(&at)
		row.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, lines*stepPitch())})
		row.DragEnd()
	}
	for _, c := range []struct {
		name string
		do   func()
		want string
	}{
		{"the last one up", func() { arrow(fyne.KeyUp) }, "c1 c2 c4 c3"},
		{"and up again", func() { arrow(fyne.KeyUp) }, "c1 c4 c2 c3"},
		{"and down", func() { arrow(fyne.KeyDown) }, "c1 c2 c4 c3"},
		{"the first one dragged by two lines", func() { drag(0, 2) }, "c2 c4 c1 c3"},
		{"the last dragged far above the list", func() { drag(3, -20) }, "c3 c2 c4 c1"},
		{"one dragged far below", func() { drag(1, 20) }, "c3 c4 c1 c2"},
		{"one dragged by little stays", func() { drag(1, 0.2) }, "c3 c4 c1 c2"},
	} {
		c.do()
		if got := order(); got != c.want {
			t.Fatalf("%s: the order is %s, want %s", c.name, got, c.want)
		}
	}
	before := order()
	b.Session.Doc.Undo()
	b.Session.Doc.Undo()
	b.Session.Doc.Redo()
	b.Session.Doc.Redo()
	if got := order(); got != before {
		t.Errorf("undone and done again the order is %s, want %s", got, before)
	}
}

func TestSuggestedStepsAreOneStepOfUndo(t *testing.T) {
	b := newBench(t)
	asked := 0
	b.Confirm = func(_, _, _ string, then func()) { asked++; then() }
	p := b.stepsPanel()
	p.Suggest()
	tour := b.told()
	b.wantSteps("Suggest steps")
	if asked != 0 || !strings.HasPrefix(tour, "We should have soup [c1] [c1]\n") || !strings.HasSuffix(tour, "\nThe whole map [] []") {
		t.Errorf("asked %d times, the tour is\n%s", asked, tour)
	}
	b.Session.Doc.Undo()
	p.redo.flush()
	b.wantTold("undone", "")
	b.Session.Doc.Select("c4")
	p.Add()
	p.Suggest()
	if asked != 1 {
		t.Errorf("with steps there it asked %d times, want once", asked)
	}
	b.wantTold("suggested in place of others,", tour)
	b.Session.Doc.Undo()
	b.wantTold("undone", "Soup spills [c4] [c4]")
}

// Undo takes a step away while it is edited, and the steps drop what is
// deleted.
func TestStepsFollowTheMap(t *testing.T) {
	b := newBench(t)
	p := b.stepsPanel()
	b.Session.Doc.Select("c4", "c2")
	p.Add()
	b.Do("Delete", func(e *argument.Edit) error { e.Remove("c4"); return nil })
	p.redo.flush()
	b.wantTold("after a claim was deleted,", "It is cold [c2] [c2]")
	if n := len(p.edit.focus.body.items); n != 1 {
		t.Errorf("in focus are %d lines, want 1", n)
	}
	p.edit.title.FocusGained()
	p.edit.title.SetText("half a wor")
	b.Session.Doc.Undo()
	b.Session.Doc.Undo()
	p.redo.flush()
	if p.at != "" || p.scroll.Visible() {
		t.Error("a step that is gone is still edited")
	}
	b.wantTold("undone", "")
}
