package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"warrant/app/window/control"
)

// listKey is what a key does in a list whose lines lead somewhere: Return
// follows the line as a click does, Escape goes to the canvas.
func listKey(d *Desk, owner fyne.CanvasObject, l *widget.List, e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		l.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeyUp, fyne.KeyDown, fyne.KeySpace:
		l.TypedKey(e)
	case fyne.KeyEscape:
		d.FocusCanvas()
	default:
		control.Unused(owner, e)
	}
}
