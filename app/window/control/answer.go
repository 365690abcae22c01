package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Answer is a button of a question, which the toolkit's own does not leave by
// Escape nor take by Return.
type Answer struct {
	widget.Button
	Also    func(fyne.KeyName) bool // other keys; nil for none
	leave   func()
	focused bool
}

// NewAnswer returns a button that Escape leaves.
func NewAnswer(text string, leave, tapped func()) *Answer {
	a := &Answer{leave: leave}
	a.ExtendBaseWidget(a)
	a.Text, a.OnTapped = text, tapped
	return a
}

// FocusGained shows the ring.
func (a *Answer) FocusGained() { a.focused = true; a.Button.FocusGained() }

// FocusLost hides it.
func (a *Answer) FocusLost() { a.focused = false; a.Button.FocusLost() }

// CreateRenderer adds a ring: the toolkit's tint cannot be told on a button
// that has the colour of the ring.
func (a *Answer) CreateRenderer() fyne.WidgetRenderer {
	return WithRing(a.Button.CreateRenderer(), 3, func() bool { return a.focused })
}

// TypedKey implements fyne.Focusable.
func (a *Answer) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		a.leave()
	case fyne.KeyReturn, fyne.KeyEnter:
		a.Tapped(nil)
	default:
		if a.Also == nil || !a.Also(k.Name) {
			a.Button.TypedKey(k)
		}
	}
}
