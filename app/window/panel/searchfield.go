package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"warrant/app/window/control"
)

// searchField is an entry for words to look for: the arrows and, unless it
// does something else there, Return step through what is found; Escape ends
// it.
type searchField struct {
	widget.Entry
	step  func(by int)
	enter func() // what Return does; nil steps
	leave func()
	shift func() bool // whether Shift is held; the toolkit's key events do not say
}

func newSearchField(placeholder string, step func(int), leave func()) *searchField {
	f := &searchField{step: step, leave: leave, shift: shiftHeld}
	f.ExtendBaseWidget(f)
	f.PlaceHolder = placeholder
	return f
}

func shiftHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// selectAll has what is typed next replace what stands there.
func (f *searchField) selectAll() { f.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// TypedKey implements fyne.Focusable.
func (f *searchField) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		switch {
		case f.shift():
			f.step(-1)
		case f.enter != nil:
			f.enter()
		default:
			f.step(1)
		}
	case fyne.KeyDown:
		f.step(1)
	case fyne.KeyUp:
		f.step(-1)
	case fyne.KeyEscape:
		f.leave()
	default:
		if control.FunctionKey(e.Name) {
			control.Unused(f, e)
			return
		}
		f.Entry.TypedKey(e)
	}
}
