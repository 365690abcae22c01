package window

import (
	"testing"

	"fyne.io/fyne/v2"

	"warrant/argument"
	"warrant/canvas/scene"
)

// change is an edit of the open map, with what follows once the hand rests.
func (h *hand) change(fn func(e *argument.Edit) error) {
	h.Helper()
	if err := h.session.Doc.Do("Edit", fn); err != nil {
		h.Fatal(err)
	}
	h.rests()
}

func (h *hand) rests() {
	if h.differences != nil {
		h.differences.again()
	}
	if h.settling != nil {
		h.settling.remark()
	}
}

func TestAComparisonFollowsEdits(t *testing.T) {
	h := newHand(t)
	h.compareNow(h.other("other.json", func(p *argument.Parts) { p.Claims[0].Text = "Ports freeze" }))
	h.wantMarks("at first", map[argument.ID]scene.Mark{top: scene.Changed})
	h.differences.show(1)
	selected := h.session.Doc.Selection()
	h.win.Canvas().Focus(h.header.search)
	h.change(func(e *argument.Edit) error {
		_, err := e.AddClaim(argument.Claim{ID: "c3", Text: "Ships wait", At: argument.Point{X: 500}, Placed: true})
		return err
	})
	h.wantMarks("a claim more", map[argument.ID]scene.Mark{top: scene.Changed, "c3": scene.Added})
	if d := h.differences; d.at != 1 || d.steps != 3 || d.text.Text != "The claim “Ports freeze” was reworded: “Harbours freeze”." {
		t.Errorf("step %d of %d says %q", d.at, d.steps, d.text.Text)
	}
	if h.win.Canvas().Focused() != fyne.Focusable(h.header.search) || len(h.session.Doc.Selection()) != len(selected) {
		t.Error("the keys, or the selection, went elsewhere")
	}
	h.change(func(e *argument.Edit) error {
		return e.UpdateClaim(top, func(c *argument.Claim) { c.Text = "Ports freeze" })
	})
	h.wantMarks("reworded as in the other", map[argument.ID]scene.Mark{"c3": scene.Added})
	h.press("Other Way Round")
	h.wantMarks("turned round", map[argument.ID]scene.Mark{"c3": scene.Gone})
	h.session.Doc.Undo()
	h.rests()
	h.wantMarks("undone", map[argument.ID]scene.Mark{top: scene.Changed, "c3": scene.Gone})
	h.session.Doc.Redo()
	h.change(func(e *argument.Edit) error { e.Remove("c3"); return nil })
	h.wantMarks("made the same", nil)
	if d := h.differences; !d.open() || d.steps != 1 || d.text.Text != "From the open map to the other. No difference." {
		t.Errorf("%d steps, %q", d.steps, d.text.Text)
	}
}

// What another program changed is not what the person does after it.
func TestWhatAnotherDidIsNotWhatIsEditedSince(t *testing.T) {
	h := newHand(t)
	h.write(withThird)
	h.lookAtDisk()
	theirs := map[argument.ID]scene.Mark{top: scene.Changed, "c3": scene.Added, "l3": scene.Added}
	h.change(func(e *argument.Edit) error {
		return e.UpdateClaim(below, func(c *argument.Claim) { c.Text = "It is May" })
	})
	h.wantMarks("edited elsewhere", theirs)
	h.change(func(e *argument.Edit) error { e.Remove("l3"); return nil })
	delete(theirs, "l3")
	h.wantMarks("their link removed", theirs)
	h.change(func(e *argument.Edit) error {
		return e.UpdateClaim(top, func(c *argument.Claim) { c.Text = "Harbours freeze" })
	})
	delete(theirs, top)
	h.wantMarks("their words taken back", theirs)
	h.session.Doc.Undo()
	h.rests()
	theirs[top] = scene.Changed
	h.wantMarks("undone", theirs)
}

func TestMarksFollowWhatIsChosenInAConflict(t *testing.T) {
	h := newHand(t)
	h.say(top, "Docks freeze")
	h.write(withThird)
	h.lookAtDisk()
	h.press("Merge")
	h.wantMarks("merged", map[argument.ID]scene.Mark{"c3": scene.Added, "l3": scene.Added})
	h.press("Take Theirs")
	h.rests()
	h.wantMarks("theirs taken", map[argument.ID]scene.Mark{top: scene.Changed, "c3": scene.Added, "l3": scene.Added})
	h.session.Doc.Undo()
	h.rests()
	h.wantMarks("taken back", map[argument.ID]scene.Mark{"c3": scene.Added, "l3": scene.Added})
	h.change(func(e *argument.Edit) error {
		return e.UpdateClaim(below, func(c *argument.Claim) { c.Text = "It is May" })
	})
	h.wantMarks("edited elsewhere", map[argument.ID]scene.Mark{"c3": scene.Added, "l3": scene.Added})
}
