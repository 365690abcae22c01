package window

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"warrant/app/filter"
	"warrant/app/language"
	"warrant/app/session"
	"warrant/app/window/panel"
	"warrant/argument"
)

// aside is what is put aside for a while: all claims but those that pass a
// filter, and all but a claim with what bears on it and what it bears on.
// What is aside fades; a bar over the canvas says so.
type aside struct {
	w       *Window
	of      *session.Session
	bar     *asideBar
	filter  filter.Filter
	passed  *filter.Passed
	focus   argument.ID // empty: on none
	lineage map[argument.ID]bool
	asked   *time.Timer

	unfollow func()
}

// asideWait is how long after an edit the filter is asked again.
const asideWait = 120 * time.Millisecond

func newAside(w *Window) *aside {
	a := &aside{w: w}
	a.bar = newAsideBar(a)
	return a
}

// attach goes over to the window's map, and to what was aside in it.
func (a *aside) attach() {
	if a.of == a.w.session {
		return
	}
	if a.of != nil {
		a.unfollow()
	}
	p := a.w.places[a.w.at]
	a.of, a.filter, a.focus = p.session, p.filter, p.focus
	a.unfollow = a.of.Doc.Observe(func(d argument.Difference) {
		if !filter.Moved(d) {
			a.ask()
		}
	})
	a.renew()
	a.w.lookup.Filtered(a.filter)
}

// ask has the filter asked again soon.
func (a *aside) ask() {
	if a.asked != nil || !a.filter.Set() && a.focus == "" {
		return
	}
	a.asked = time.AfterFunc(asideWait, func() {
		fyne.Do(func() {
			a.asked = nil
			a.renew()
		})
	})
}

// renew works out what is aside, and shows it.
func (a *aside) renew() {
	m := a.of.Doc.Map()
	if a.focus != "" && !m.Has(a.focus) {
		a.focus = ""
	}
	a.passed, a.lineage = nil, nil
	if a.filter.Set() {
		a.passed = a.filter.Pass(m, a.of.Numbers)
	}
	if a.focus != "" {
		a.lineage = filter.Lineage(m, a.focus)
	}
	passed, lineage := a.passed, a.lineage
	if passed == nil && lineage == nil {
		a.of.Scene.Fade(nil)
	} else {
		a.of.Scene.Fade(func(id argument.ID) bool {
			return (passed == nil || passed.Has(id)) && (lineage == nil || lineage[id])
		})
	}
	a.bar.show()
	a.w.surface.Repaint()
}

// sift puts all but what passes a filter aside.
func (a *aside) sift(f filter.Filter) {
	a.filter = f
	a.renew()
}

// clear ends the filter.
func (a *aside) clear() {
	a.sift(filter.Filter{})
	a.w.lookup.Filtered(a.filter)
}

// matching are the claims and links that pass, as far as they are drawn.
func (a *aside) matching() []argument.ID {
	var ids []argument.ID
	if a.passed == nil {
		return nil
	}
	for _, id := range a.passed.Claims {
		if a.of.Scene.Card(id) != nil && (a.lineage == nil || a.lineage[id]) {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		ids = append(ids, a.passed.Links...)
	}
	return ids
}

func (a *aside) selectMatching() {
	ids := a.matching()
	a.of.Doc.Select(ids...)
	a.w.explain(language.Count(len(ids), "%d selected", "%d selected"))
	a.w.focusCanvas()
}

// filterSays is the bar's line of the filter, empty where there is none.
func (a *aside) filterSays() string {
	if a.passed == nil {
		return ""
	}
	m := a.of.Doc.Map()
	return language.Count(m.NumClaims(), "%[2]d of %[1]d claim: %[3]s", "%[2]d of %[1]d claims: %[3]s", len(a.passed.Claims), panel.FilterText(m, a.filter))
}

// focusSays is the bar's line of the focus.
func (a *aside) focusSays() string {
	if a.lineage == nil {
		return ""
	}
	m, n := a.of.Doc.Map(), 0
	for id := range a.lineage {
		if m.Claim(id) != nil {
			n++
		}
	}
	name := ""
	if c := m.Claim(a.focus); c != nil {
		name = c.Text
	} else if l := m.Link(a.focus); l != nil {
		name = m.Claim(l.From[0]).Text
	}
	return language.Count(n, "Focus on “%[2]s” with %[1]d claim", "Focus on “%[2]s” with %[1]d claims", clipped(name, 48))
}

// clipped is the beginning of a text on one line.
func clipped(s string, most int) string {
	return shortened(strings.NewReplacer("\n", " ", "\t", " ").Replace(s), most)
}

// focusClaim has all but the selected claim, with what bears on it and what
// it bears on, fade; asked for again, it ends that.
func (w *Window) focusClaim() {
	a := w.aside
	var at argument.ID
	if s := w.session.Doc.Selection(); len(s) > 0 {
		at = s[len(s)-1]
	}
	switch {
	case a.focus != "" && (at == "" || at == a.focus):
		w.endFocus()
		return
	case at == "":
		w.explain(language.Say("select the claim to focus on"))
		return
	}
	a.focus = at
	a.renew()
	var shown []argument.ID
	for id := range a.lineage {
		shown = append(shown, id)
	}
	w.tool.FitAround(at, shown...)
}

// endFocus shows all again, and reports whether anything was aside.
func (w *Window) endFocus() bool {
	a := w.aside
	if a == nil || a.focus == "" {
		return false
	}
	a.focus = ""
	a.renew()
	return true
}

// selectMatching selects what passes the filter.
func (w *Window) selectMatching() {
	if w.aside.passed == nil {
		w.findFilter()
		return
	}
	w.aside.selectMatching()
}
