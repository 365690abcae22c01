package window

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/window/control"
)

// choice is one answer to a question.
type choice struct {
	text string
	then func()
}

// ask shows a question with its answers as buttons. The last is the usual
// one and has the keys: Return takes it, Escape takes none. A question that
// came over this one may have led to another map: the answer goes to the map
// that was shown when it was asked.
func (w *Window) ask(d *dialog.CustomDialog, all ...choice) {
	about := w.session
	for i := range all {
		then := all[i].then
		all[i].then = func() {
			if w.turnToSession(about) {
				then()
			}
		}
	}
	buttons := choices(d, all...)
	d.SetButtons(buttons)
	d.Show()
	overlays := w.win.Canvas().Overlays()
	maps.DeleteFunc(w.dialogs, func(o fyne.CanvasObject, _ *dialog.CustomDialog) bool { return !slices.Contains(overlays.List(), o) })
	w.dialogs[overlays.Top()] = d
	w.win.Canvas().Focus(buttons[len(buttons)-1].(fyne.Focusable))
}

// choices makes the buttons of a question; the last is the usual answer.
func choices(d *dialog.CustomDialog, all ...choice) []fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	for i, c := range all {
		b := control.NewAnswer(c.text, d.Hide, func() {
			d.Hide()
			c.then()
		})
		if i == len(all)-1 {
			b.Importance = widget.HighImportance
		}
		buttons = append(buttons, b)
	}
	return buttons
}

// prose is text of a question, wrapped at a width that reads well.
func prose(text string) fyne.CanvasObject {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	return container.New(&fixedSize{440}, l)
}

// fixedSize is as wide as said and as high as what is in it.
type fixedSize struct{ w float32 }

func (f *fixedSize) MinSize(o []fyne.CanvasObject) fyne.Size {
	o[0].Resize(fyne.NewSize(f.w, o[0].Size().Height))
	return fyne.NewSize(f.w, o[0].MinSize().Height)
}

func (f *fixedSize) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

func (w *Window) confirm(title, text, yes string, then func()) {
	d := dialog.NewCustomWithoutButtons(title, prose(text), w.win)
	w.ask(d, choice{language.Say("Cancel"), func() {}}, choice{yes, then})
}

// fail shows an error that must be known.
func (w *Window) fail(err error) {
	d := dialog.NewCustomWithoutButtons(language.Say("That did not work"), prose(worded(err)), w.win)
	w.ask(d, choice{language.Say("OK"), func() {}})
}
