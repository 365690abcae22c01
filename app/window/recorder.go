package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"warrant/app/window/keys"
)

// recorder listens for the stroke that a person gives a command. While it has
// the keys, no command is done.
type recorder struct {
	widget.Label
	w     *Window
	heard func(keys.Stroke)
	leave func()
	ended bool
}

var (
	_ fyne.Focusable    = (*recorder)(nil)
	_ fyne.Tabbable     = (*recorder)(nil)
	_ fyne.Shortcutable = (*recorder)(nil)
)

func newRecorder(w *Window, prompt string, heard func(keys.Stroke), leave func()) *recorder {
	r := &recorder{w: w, heard: heard, leave: leave}
	r.ExtendBaseWidget(r)
	r.Text, r.Alignment, r.TextStyle.Bold = prompt, fyne.TextAlignCenter, true
	return r
}

// hear takes the first stroke, from whichever of the toolkit's ways it comes
// by: a shortcut of a menu, of a field, or a key.
func (r *recorder) hear(s keys.Stroke) {
	if r.ended || s.Key == "" {
		return
	}
	r.ended = true
	if s == (keys.Stroke{Key: fyne.KeyEscape}) {
		r.leave()
		return
	}
	r.heard(s)
}

// FocusGained has it listen.
func (r *recorder) FocusGained() { r.w.recorder = r }

// FocusLost ends it.
func (r *recorder) FocusLost() {
	if r.w.recorder == r {
		r.w.recorder = nil
	}
	if !r.ended {
		r.ended = true
		r.leave()
	}
}

// AcceptsTab is true: Tab is a key as any.
func (r *recorder) AcceptsTab() bool { return true }

// TypedRune has been a key before.
func (r *recorder) TypedRune(rune) {}

// TypedShortcut hears what has Control or Alt.
func (r *recorder) TypedShortcut(sh fyne.Shortcut) { r.hear(keys.OfShortcut(sh)) }

// TypedKey hears a key without these. The modifiers are asked for, as the
// event does not tell.
func (r *recorder) TypedKey(e *fyne.KeyEvent) {
	k := e.Name
	if k == fyne.KeyEnter {
		k = fyne.KeyReturn
	}
	if s := (keys.Stroke{Key: k}); s.Known() || k == fyne.KeyEscape {
		s.Mods = keys.OfCanvas("", heldKeys()).Mods & shift
		r.hear(s)
	}
}
