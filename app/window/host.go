package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// host is what the tool may ask of the window.
type host struct{ w *Window }

// EditText opens a field over the card and writes what was typed to the
// claim. A fresh claim and its first text are one step to undo, and one that
// stays empty goes again. Escape leaves an older text as it was, but what was
// typed into a fresh claim stays: there is nothing to go back to.
func (h host) EditText(claim argument.ID, fresh bool) {
	w, doc := h.w, h.w.session.Doc
	if doc.Map().Claim(claim) == nil {
		return
	}
	made, state := doc.Mark()-1, doc.State()
	label, _ := doc.CanUndo()
	w.surface.EditText(claim, fresh, func(said string, ok bool) {
		c := doc.Map().Claim(claim)
		if c == nil || doc != w.session.Doc {
			return
		}
		fresh := fresh && doc.State() == state && made >= 0
		ok = ok || fresh && strings.TrimSpace(said) != ""
		switch {
		case fresh && c.Text == "" && (!ok || strings.TrimSpace(said) == ""):
			doc.Revert(made)
		case ok && said != c.Text:
			w.desk.Do("Edit claim", func(e *argument.Edit) error {
				return e.UpdateClaim(claim, func(c *argument.Claim) { c.Text = said })
			})
			if fresh {
				doc.Squash(made, label)
				w.menu.refresh()
			}
		}
	})
}

// AddEvidence opens the inspector at a new evidence item of the link.
func (h host) AddEvidence(link argument.ID) {
	h.w.session.Doc.Select(link)
	h.w.inspector.AddEvidence(link)
}

// Explain shows why something cannot be done.
func (h host) Explain(sentence string) { h.w.explain(language.Translate(sentence)) }

// Menu shows what can be done with what was hit.
func (h host) Menu(hit scene.Hit, at geom.Point) {
	w := h.w
	var names []string
	switch {
	case hit.OnCard():
		names = []string{"Edit Text", "", "Add Reason", "Add Objection", "", "Make Contention", "Collapse or Expand", "Pin or Unpin", "", "Select Branch", "Duplicate", "Delete"}
	case hit.OnLink():
		names = []string{"Add Evidence", "Add Linked Premise", "", "Undercut", "Underpin", "", "Turn Support and Opposition", "What If Without This Link", "Delete"}
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
			items = append(items, fyne.NewMenuItem(language.Say("New Claim Here"), func() { w.tool.AddClaimAt(world) }))
		default:
			items = append(items, w.menu.item(name))
		}
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.surface)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.win.Canvas(),
		place.AddXY(float32(at.X), float32(at.Y)))
}
