package control

import "fyne.io/fyne/v2"

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
