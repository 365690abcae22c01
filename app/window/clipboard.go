package window

import (
	"fyne.io/fyne/v2"

	"warrant/app/clip"
	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/geom"
)

// copied returns the claims that copying takes: those that are selected, and
// what the collapsed ones among them hide.
func (w *Window) copied() []argument.ID {
	m := w.session.Doc.Map()
	var ids []argument.ID
	for _, id := range w.session.Doc.Selection() {
		if m.Claim(id) != nil {
			ids = append(ids, id)
		}
	}
	return w.tool.WithHidden(ids)
}

// copy puts the selected claims on the clipboard, as indented text that any
// program takes; pasted here they come back whole.
func (w *Window) copy() {
	if w.forward(&fyne.ShortcutCopy{Clipboard: w.app.Clipboard()}) {
		return
	}
	ids := w.copied()
	if len(ids) == 0 {
		w.explain(language.Say("select the claims that are to be copied"))
		return
	}
	w.app.Clipboard().SetContent(w.board.Copy(w.session.Doc.Map(), ids))
	w.explain(language.Count(len(ids), "%d claim copied", "%d claims copied"))
}

// copyFile puts them there as a map file, evidence and all, for another
// window of this program or a file.
func (w *Window) copyFile() {
	text, err := clip.Copy(w.session.Doc.Map(), w.copied())
	if err != nil {
		w.fail(err)
		return
	}
	if text == "" {
		w.explain(language.Say("select the claims that are to be copied"))
		return
	}
	w.app.Clipboard().SetContent(text)
	w.explain(language.Say("copied as a map file"))
}

func (w *Window) cut() {
	if w.forward(&fyne.ShortcutCut{Clipboard: w.app.Clipboard()}) {
		return
	}
	ids := w.copied()
	if len(ids) == 0 {
		w.explain(language.Say("select the claims that are to be cut"))
		return
	}
	w.app.Clipboard().SetContent(w.board.Copy(w.session.Doc.Map(), ids))
	w.desk.Do("Cut", func(e *argument.Edit) error {
		e.Remove(ids...)
		return nil
	})
}

// paste brings in what is on the clipboard: claims copied from a map, or any
// indented text. Text pasted while one claim or link is selected becomes its
// reasons and objections.
func (w *Window) paste() {
	if w.forward(&fyne.ShortcutPaste{Clipboard: w.app.Clipboard()}) {
		return
	}
	c, err := w.board.Paste(w.app.Clipboard().Content())
	if err != nil {
		w.explain(language.Say("nothing to paste: %s", worded(err)))
		return
	}
	var under argument.ID
	if s := w.session.Doc.Selection(); len(s) == 1 && c.Kind == clip.Text {
		under = s[0]
	}
	w.insert("Paste", c, under, w.tool.View().Window(w.tool.Size()).Center())
}

// insert brings claims into the map: below the claim or link that they bear
// on, or about a point of the canvas.
func (w *Window) insert(label string, c clip.Clipping, under argument.ID, about geom.Point) {
	doc := w.session.Doc
	c = c.Arranged(w.session.Scene)
	box, _ := c.Bounds(w.session.Scene)
	by := w.pastePlace(box, under, about).Min.Sub(box.Min)
	var ids []argument.ID
	w.desk.Do(label, func(e *argument.Edit) (err error) {
		ids, err = clip.Insert(e, c, under, clip.Shift(by))
		return err
	})
	if len(ids) == 0 {
		return
	}
	doc.Select(ids...)
	w.tool.Reveal(ids[0])
	said := language.Count(len(ids), "%d claim pasted", "%d claims pasted")
	if lost := c.Lost(under); len(lost) > 0 {
		said = language.Say("%s; left out: %s", said, lostSaid(lost[0]))
	}
	w.explain(said)
}

// pastePlace returns where a box of new cards goes: below what it bears on,
// or about a point, beside what is there.
func (w *Window) pastePlace(box geom.Rect, under argument.ID, about geom.Point) geom.Rect {
	at := about.Sub(geom.Pt(box.W()/2, box.H()/2))
	const below = 104 // as between the rows of a tree
	if c := w.session.Scene.Card(under); c != nil {
		at = geom.Pt(c.Rect.Center().X-box.W()/2, c.Rect.Max.Y+below)
	} else if l := w.session.Scene.Link(under); l != nil {
		at = geom.Pt(l.Label.Max.X+below, l.Label.Max.Y)
	}
	return w.tool.Room(geom.R(at.X, at.Y, box.W(), box.H()))
}
