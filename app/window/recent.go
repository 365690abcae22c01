package window

import (
	"slices"

	"fyne.io/fyne/v2"
)

// The names under which the program remembers what it has seen, which nobody
// chooses.
const (
	prefRecent = "recent"
	prefWidth  = "window-width"
	prefHeight = "window-height"
)

// recentFiles is how many files the menu remembers.
const recentFiles = 10

func (w *Window) recent() []string { return w.app.Preferences().StringList(prefRecent) }

// remember puts a file at the head of the recent ones.
func (w *Window) remember(path string) {
	list := append([]string{path}, slices.DeleteFunc(w.recent(), func(p string) bool { return p == path })...)
	w.app.Preferences().SetStringList(prefRecent, list[:min(len(list), recentFiles)])
	w.menu.listRecent()
}

// forget takes a file that cannot be opened out of the recent ones.
func (w *Window) forget(path string) {
	w.app.Preferences().SetStringList(prefRecent, slices.DeleteFunc(w.recent(), func(p string) bool { return p == path }))
	w.menu.listRecent()
}

// size returns the size the window had last, at least what it can be used at.
func (w *Window) size() fyne.Size {
	p := w.app.Preferences()
	return fyne.NewSize(
		float32(max(640, p.FloatWithFallback(prefWidth, 1440))),
		float32(max(400, p.FloatWithFallback(prefHeight, 900))))
}

func (w *Window) rememberSize() {
	size := w.win.Canvas().Size()
	p := w.app.Preferences()
	p.SetFloat(prefWidth, float64(size.Width))
	p.SetFloat(prefHeight, float64(size.Height))
}
