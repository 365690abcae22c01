package window

import "slices"

// The names under which the program remembers.
const (
	prefTheme    = "theme" // "", "light" or "dark"
	prefContrast = "contrast"
	prefScale    = "text-scale"
	prefRecent   = "recent"
)

func (w *Window) readPreferences() {
	p := w.app.Preferences()
	if forced := p.String(prefTheme); forced == "light" || forced == "dark" {
		w.look.forced = forced
	}
	w.look.contrast = p.Bool(prefContrast)
	if k := p.Float(prefScale); k >= 0.8 && k <= 2 {
		w.look.scale = float32(k)
	}
}

func (w *Window) setLook(change func(*look)) {
	next := *w.look
	change(&next)
	w.look = &next
	p := w.app.Preferences()
	p.SetString(prefTheme, next.forced)
	p.SetBool(prefContrast, next.contrast)
	if next.scale != 0 {
		p.SetFloat(prefScale, float64(next.scale))
	}
	w.app.Settings().SetTheme(w.look)
	w.recolor()
}

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
