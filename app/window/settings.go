package window

import (
	"time"

	"fyne.io/fyne/v2"

	"warrant/app/window/look"
	"warrant/argument"
	"warrant/argument/credence"
)

// The names under which the program remembers what a person has chosen. A
// value that is missing, of another type or out of its range counts as not
// chosen.
const (
	prefTheme     = "theme" // "", "light" or "dark"
	prefContrast  = "contrast"
	prefScale     = "text-scale" // 0.8 to 2
	prefStill     = "reduced-motion"
	prefLanguage  = "language"      // a tag; empty for the system's
	prefSemantics = "new-semantics" // of maps that are begun
	prefPremises  = "new-premises"
	prefJournal   = "journal-seconds" // between two writings of unsaved work
	prefAutosave  = "save-by-itself"
	prefSaveEvery = "save-seconds"
	prefRestore   = "restore" // what was open last, at the start
	prefScaleOf   = "verbal-scale"
)

// What can be chosen of numbers; a stored value between is fine, one outside
// is not.
var (
	journalSeconds  = []int{2, 4, 10, 30, 60}
	autosaveSeconds = []int{10, 30, 60, 300, 600}
)

const (
	usualJournal  = 4
	usualAutosave = 30
)

// within is a stored whole number, or the usual one where it is outside what
// can be chosen.
func within(p fyne.Preferences, key string, usual int, among []int) int {
	n := p.IntWithFallback(key, usual)
	if n < among[0] || n > among[len(among)-1] {
		return usual
	}
	return n
}

// journalEvery is how often unsaved work is written where a crash does not
// take it.
func (w *Window) journalEvery() time.Duration {
	return time.Duration(within(w.app.Preferences(), prefJournal, usualJournal, journalSeconds)) * time.Second
}

// saveEvery is how often a changed map that is in a file is saved unasked,
// 0 for never.
func (w *Window) saveEvery() time.Duration {
	if !w.app.Preferences().Bool(prefAutosave) {
		return 0
	}
	return time.Duration(within(w.app.Preferences(), prefSaveEvery, usualAutosave, autosaveSeconds)) * time.Second
}

// still reports whether nothing is to move by itself.
func (w *Window) still() bool { return w.look.Still }

// evaluation is what a new map begins with.
func (w *Window) evaluation() argument.Evaluation {
	p := w.app.Preferences()
	v := argument.Evaluation{Semantics: argument.Semantics(p.String(prefSemantics)), Premises: argument.PremiseRule(p.String(prefPremises))}
	if !isSemantics(v.Semantics) {
		v.Semantics = ""
	}
	if v.Premises != argument.Product && v.Premises != argument.Weakest {
		v.Premises = ""
	}
	return v
}

func isSemantics(s argument.Semantics) bool {
	for _, one := range semantics {
		if one.id == s {
			return true
		}
	}
	return false
}

// emptyMap is a map with nothing in it, as the person wants them to begin.
func (w *Window) emptyMap() *argument.Map {
	m := argument.Empty(argument.RandomName()+argument.RandomName(), "")
	parts := m.Parts()
	parts.Info.Evaluation = w.evaluation()
	if begun, err := argument.Build(parts); err == nil {
		return begun
	}
	return m
}

// readPreferences takes what is needed before there is a window.
func (w *Window) readPreferences() {
	p := w.app.Preferences()
	if forced := p.String(prefTheme); forced == "light" || forced == "dark" {
		w.look.Forced = forced
	}
	w.look.Contrast, w.look.Still = p.Bool(prefContrast), p.Bool(prefStill)
	if k := p.Float(prefScale); k >= look.Scales[0] && k <= look.Scales[len(look.Scales)-1] {
		w.look.Scale = float32(k)
	}
	speak(p.String(prefLanguage))
}

func (w *Window) setLook(change func(*look.Theme)) {
	next := *w.look
	change(&next)
	w.look = &next
	p := w.app.Preferences()
	p.SetString(prefTheme, next.Forced)
	p.SetBool(prefContrast, next.Contrast)
	p.SetBool(prefStill, next.Still)
	if next.Scale != 0 {
		p.SetFloat(prefScale, float64(next.Scale))
	}
	w.app.Settings().SetTheme(w.look)
	w.surface.SetStill(next.Still)
	w.recolor()
	w.layAgain() // the bars are as high as their texts
}

// readVerbalScale takes the words for numbers that the person has set.
func (w *Window) readVerbalScale() {
	w.desk.Scale = usualScale()
	if said := w.app.Preferences().String(prefScaleOf); said != "" {
		if scale, err := credence.ParseScale(said); err == nil {
			w.desk.Scale = scale
		}
	}
}

// beat is how often the window looks whether it has something to keep.
const beat = 2 * time.Second

// keep writes unsaved work to the journal and saves the map, as often as the
// person wants that.
func (w *Window) keep(now time.Time) {
	if now.Sub(w.journalled) >= w.journalEvery()-beat/2 {
		w.journalled = now
		w.keepJournal()
	}
	if every := w.saveEvery(); every > 0 && now.Sub(w.autosaved) >= every-beat/2 {
		w.autosaved = now
		w.saveByItself()
	}
}

// saveByItself saves the open maps that are in a file which nobody else has
// changed, and in nobody's hand at the moment.
func (w *Window) saveByItself() {
	if w.working != nil {
		return
	}
	for _, p := range w.places {
		s := p.session
		inHand := s == w.session && (w.tool.Busy() || w.surface.Editing() != "") || w.settling.waits(s)
		if s.Path() == "" || !s.Doc.Modified() || inHand || w.saves.of(s) || s.ChangedOnDisk() {
			continue
		}
		w.saves.add(saveJob{s: s, begin: s.Saving, then: func(warnings []error, err error) {
			for _, said := range append(warnings, err) {
				if said != nil {
					w.explain(worded(said))
				}
			}
		}})
	}
}

// setLanguage has another language spoken from the next start on: what is
// shown already would stay in the other.
func (w *Window) setLanguage(tag string) {
	w.app.Preferences().SetString(prefLanguage, tag)
}
