package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/dialog"

	"warrant/app/language"
)

// closeShown closes the map that is shown; on the start page, the page.
func (w *Window) closeShown() {
	if w.starting() {
		if len(w.places) == 1 && w.places[0].untouched() {
			w.quit()
			return
		}
		w.leaveStart()
		return
	}
	w.closePlace(w.places[w.at])
}

// closePlace closes a map, and asks first where something is unsaved.
func (w *Window) closePlace(p *place) { w.closePlaces(p) }

// closePlaces closes maps one after the other, and asks about each with
// something unsaved. Those that are being saved are closed after that; of the
// others Cancel leaves what is still open.
func (w *Window) closePlaces(all ...*place) {
	all = slices.Clone(all) // of w.places, perhaps, which gets shorter
	for i, p := range all {
		if slices.Index(w.places, p) < 0 || w.saves.wait(p.session, func() { w.closePlaces(p) }) {
			continue // it was closed meanwhile, or will be
		}
		if p.session == w.session {
			w.commit()
		}
		if !p.session.Doc.Modified() {
			w.drop(p)
			continue
		}
		w.turn(slices.Index(w.places, p))
		w.askUnsaved(func() { w.drop(p); w.closePlaces(all[i+1:]...) }, func() { w.closePlaces(all[i:]...) })
		return
	}
}

// askUnsaved asks what is to become of the changes in the map that is shown.
// Where they may be lost, lose is done; once they are saved, again, which
// asks about what was edited meanwhile.
func (w *Window) askUnsaved(lose, again func()) {
	d := dialog.NewCustomWithoutButtons(language.Say("Save the changes?"),
		prose(language.Say("“%s” has changes that are in no file yet.", w.places[w.at].named())), w.win)
	w.ask(d,
		choice{language.Say("Cancel"), func() {}},
		choice{language.Say("Don't Save"), lose},
		choice{language.Say("Save"), func() { w.saveThen(again) }})
}

// close ends the program, and asks first about each map with unsaved changes,
// in one question.
func (w *Window) close() {
	if w.working != nil {
		return // there is Cancel
	}
	w.endPresentation()
	w.answerNone() // the window can be closed over a question, also over this one
	if w.saves.wait(nil, w.close) {
		return
	}
	w.commit()
	unsaved := w.unsaved()
	switch len(unsaved) {
	case 0:
		w.quit()
	case 1:
		w.turn(slices.Index(w.places, unsaved[0]))
		w.askUnsaved(w.quit, w.close)
	default:
		w.askAll(unsaved)
	}
}

// namedMost is how many maps the question names.
const namedMost = 8

func (w *Window) askAll(unsaved []*place) {
	var b strings.Builder
	b.WriteString(language.Count(len(unsaved), "%d map has changes that are in no file yet:", "%d maps have changes that are in no file yet:"))
	b.WriteString("\n")
	for i, p := range unsaved {
		if i == namedMost {
			b.WriteString("\n…")
			break
		}
		b.WriteString("\n• " + p.named())
	}
	d := dialog.NewCustomWithoutButtons(language.Say("Save the changes?"), prose(b.String()), w.win)
	w.ask(d,
		choice{language.Say("Cancel"), func() {}},
		choice{language.Say("Don't Save Any"), w.quit},
		choice{language.Say("Save All"), func() { w.saveAll(unsaved, w.close) }})
}

// saveAll saves maps one after the other, asking for names where there are
// none, and goes on when that went well with all.
func (w *Window) saveAll(all []*place, next func()) {
	if len(all) == 0 {
		next()
		return
	}
	if !w.turnToSession(all[0].session) {
		w.saveAll(all[1:], next) // it was closed meanwhile
		return
	}
	w.saveThen(func() { w.saveAll(all[1:], next) })
}

// quit ends the program. What is still unsaved was to be dropped.
func (w *Window) quit() {
	if w.saves.wait(nil, w.quit) {
		return
	}
	w.rememberSize()
	w.noteOpen()
	w.notes.flush()
	for _, p := range w.places {
		p.session.Close(true)
	}
	w.stopped()
	w.win.Close()
}

// stopped does now what the toolkit does when it has stopped, which is to
// write the preferences, and keeps it from doing so then: it would hand that
// to a loop that has ended (fyne 2.8.1, runGL in internal/driver/glfw). Where
// it comes between the loop's last look at its queue and its end, it is never
// done, and the program waits for it for ever without a window.
func (w *Window) stopped() {
	l, ok := w.app.Lifecycle().(interface {
		OnStopped() func()
		SetOnStoppedHookExecuted(func())
	})
	if !ok {
		return // another version of the toolkit
	}
	if stop := l.OnStopped(); stop != nil {
		stop()
	}
	l.SetOnStoppedHookExecuted(nil)
}
