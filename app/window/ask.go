package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// choice is one answer to a question.
type choice struct {
	text string
	then func()
}

// choices makes the buttons of a question; the last is the usual answer.
func choices(d *dialog.CustomDialog, all ...choice) []fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	for i, c := range all {
		b := widget.NewButton(c.text, func() {
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
	d.SetButtons(choices(d, choice{"Cancel", func() {}}, choice{yes, then}))
	d.Show()
}

// fail shows an error that must be known.
func (w *Window) fail(err error) {
	text := err.Error()
	if text != "" {
		text = strings.ToUpper(text[:1]) + text[1:]
	}
	d := dialog.NewCustomWithoutButtons("That did not work", prose(text+"."), w.win)
	d.SetButtons(choices(d, choice{"OK", func() {}}))
	d.Show()
}
