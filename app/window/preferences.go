package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/argument/credence"
)

// The names under which the program remembers.
const (
	prefTheme    = "theme" // "", "light" or "dark"
	prefContrast = "contrast"
	prefScale    = "text-scale"
	prefRecent   = "recent"
	prefScaleOf  = "verbal-scale"
	prefWidth    = "window-width"
	prefHeight   = "window-height"
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

// readVerbalScale takes the words for numbers that the person has set.
func (w *Window) readVerbalScale() {
	if said := w.app.Preferences().String(prefScaleOf); said != "" {
		if scale, err := credence.ParseScale(said); err == nil {
			w.desk.Scale = scale
		}
	}
}

// editVerbalScale asks for the words that stand beside percents.
func (w *Window) editVerbalScale() {
	field := widget.NewEntry()
	field.SetText(w.desk.Scale.String())
	about := prose(language.Say("Words, and between each two the percent at which the second begins. Empty for the usual ones."))
	field.Validator = func(text string) error {
		if strings.TrimSpace(text) == "" {
			return nil
		}
		_, err := credence.ParseScale(text)
		return err
	}
	d := dialog.NewForm(language.Say("Words for Numbers"), language.Say("Set"), language.Say("Cancel"), []*widget.FormItem{
		widget.NewFormItem("", about), widget.NewFormItem(language.Say("Scale"), field)}, func(ok bool) {
		if !ok {
			return
		}
		scale, said := credence.DefaultScale, strings.TrimSpace(field.Text)
		if said != "" {
			var err error
			if scale, err = credence.ParseScale(said); err != nil {
				w.fail(err)
				return
			}
		}
		w.app.Preferences().SetString(prefScaleOf, said)
		w.desk.Scale = scale
		w.recolor()
	}, w.win)
	d.Resize(fyne.NewSize(540, 220))
	d.Show()
	w.win.Canvas().Focus(field)
}
