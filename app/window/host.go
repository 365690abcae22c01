package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// host is what the tool may ask of the window.
type host struct{ w *Window }

// EditText opens a field over the card and writes what was typed to the
// claim. A fresh claim that stays empty goes again.
func (h host) EditText(claim argument.ID, fresh bool) {
	w := h.w
	c := w.session.Doc.Map().Claim(claim)
	if c == nil {
		return
	}
	w.surface.EditText(claim, fresh, func(said string, ok bool) {
		c := w.session.Doc.Map().Claim(claim)
		switch {
		case c == nil:
		case fresh && c.Text == "" && (!ok || said == ""):
			w.dropFresh(claim)
		case ok && said != c.Text:
			mark := w.session.Doc.Mark()
			w.desk.Do("Edit claim", func(e *argument.Edit) error {
				return e.UpdateClaim(claim, func(c *argument.Claim) { c.Text = said })
			})
			if fresh { // making a claim and naming it is one thing to undo
				if label, can := w.session.Doc.CanUndo(); can && mark > 0 && label == "Edit claim" {
					w.squashFresh(mark)
				}
			}
		}
		w.focusCanvas()
	})
}

// dropFresh takes back a claim that was begun and left empty.
func (w *Window) dropFresh(claim argument.ID) {
	if label, ok := w.session.Doc.CanUndo(); ok && len(label) > 4 && label[:4] == "Add " {
		w.session.Doc.Revert(w.session.Doc.Mark() - 1)
		return
	}
	w.desk.Do("Delete claim", func(e *argument.Edit) error {
		e.Remove(claim)
		return nil
	})
}

// squashFresh makes the step before mark and those after it one, under the
// name of the first.
func (w *Window) squashFresh(mark argument.Mark) {
	done, _ := w.session.Doc.History()
	w.session.Doc.Squash(mark-1, done[mark-1])
	w.menu.refresh()
}

// AddEvidence opens the inspector at a new evidence item of the link.
func (h host) AddEvidence(link argument.ID) {
	h.w.session.Doc.Select(link)
	h.w.inspector.AddEvidence(link)
}

// Explain shows why something cannot be done.
func (h host) Explain(sentence string) { h.w.explain(sentence) }

// Menu shows what can be done with what was hit.
func (h host) Menu(hit scene.Hit, at geom.Point) {
	w := h.w
	var names []string
	switch {
	case hit.OnCard():
		names = []string{"Edit Text", "", "Add Reason", "Add Objection", "", "Make Contention", "Collapse or Expand", "Pin or Unpin", "", "Select Branch", "Duplicate", "Delete"}
	case hit.OnLink():
		names = []string{"Add Evidence", "Add Linked Premise", "", "Undercut", "Underpin", "", "Turn Support and Opposition", "Delete"}
	default:
		names = []string{"New Claim Here", "", "Select All", "Fit All", "Arrange"}
	}
	world := w.tool.View().ToWorld(at)
	var items []*fyne.MenuItem
	for _, name := range names {
		switch name {
		case "":
			items = append(items, fyne.NewMenuItemSeparator())
		case "New Claim Here":
			items = append(items, fyne.NewMenuItem("New Claim Here", func() { w.tool.AddClaimAt(world) }))
		default:
			items = append(items, w.menu.item(name))
		}
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.surface)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.win.Canvas(),
		place.AddXY(float32(at.X), float32(at.Y)))
}
