package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Unused hands a key that a control has no use for to the window, which the
// toolkit asks only where nothing has the keys.
func Unused(o fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		if fn := c.OnTypedKey(); fn != nil {
			fn(e)
		}
	}
}

// FunctionKey reports whether a key is one of F1 to F12.
func FunctionKey(k fyne.KeyName) bool {
	return len(k) >= 2 && k[0] == 'F' && k[1] >= '1' && k[1] <= '9'
}

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
		Unused(owner, e)
	}
}
