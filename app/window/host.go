package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
	"warrant/canvas/tool"
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

// Explain shows why something cannot be done, or what was done besides.
func (h host) Explain(sentences ...string) {
	said := make([]string, len(sentences))
	for i, s := range sentences {
		said[i] = language.Translate(s)
	}
	h.w.explain(strings.Join(said, " "))
}

// offers are what a link that is let go on nothing may lead to, with the keys
// that choose them.
//
//language:texts
var offers = map[tool.Offer]struct{ sign, text, key string }{
	tool.OfferReason:    {"+", "Reason", "R"},
	tool.OfferObjection: {"−", "Objection", "O"},
	tool.OfferPremise:   {"&", "Linked premise", "L"},
}

// Choose opens a small choice at a place on the canvas.
func (h host) Choose(at geom.Point, what []tool.Offer, chosen func(tool.Offer, bool)) {
	rows := make([]pickRow, len(what))
	for i, o := range what {
		v := offers[o]
		rows[i] = pickRow{v.sign, language.Translate(v.text), v.key}
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject(h.w.surface)
	h.w.pick(place.AddXY(float32(at.X), float32(at.Y)), rows, func(i int) {
		if i < 0 {
			chosen(0, false)
			return
		}
		chosen(what[i], true)
	})
}

// Menu shows what can be done with what was hit.
func (h host) Menu(hit scene.Hit, at geom.Point) {
	w := h.w
	var names []string
	switch {
	case hit.OnCard() && len(w.session.Doc.Selection()) > 1:
		names = []string{"Merge Claims", "Duplicate", "", "Align Left", "Align Top", "Distribute Across", "Distribute Down", "", "Collapse or Expand", "Pin or Unpin", "", "Select All with Same Role", "Delete"}
	case hit.OnCard():
		names = []string{"Edit Text", "Split Claim", "", "Add Reason", "Add Objection", "", "Make Contention", "Collapse or Expand", "Pin or Unpin", "", "Select Branch", "Select All with Same Role", "Duplicate", "Delete"}
		if r := w.session.Doc.Map().Role(hit.ID); r == argument.Undercutting || r == argument.Underpinning {
			names = slices.Insert(names, 2, "Turn Evidence and Claim")
		}
	case hit.OnLink():
		names = []string{"Add Evidence", "Turn Evidence and Claim", "Insert Claim on Link", "Add Linked Premise", "", "Undercut", "Underpin", "", "Turn Support and Opposition", "What If Without This Link", "Let Link Find Its Way", "Delete"}
	default:
		names = []string{"New Claim Here", "", "Select All", "Fit All", "Arrange"}
	}
	world := w.tool.View().ToWorld(at)
	var entries []popEntry
	for _, name := range names {
		if name == "New Claim Here" {
			entries = append(entries, popEntry{own: language.Say("New Claim Here"), run: func() { w.tool.AddClaimAt(world) }})
		} else {
			entries = append(entries, popEntry{name: name})
		}
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.surface)
	w.menu.popUp(place.AddXY(float32(at.X), float32(at.Y)), entries...)
}
