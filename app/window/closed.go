package window

import (
	"slices"

	"warrant/app/language"
	"warrant/app/session"
	"warrant/argument"
)

// drop takes a place away and shows its neighbour, or the start page after
// the last.
func (w *Window) drop(p *place) {
	at := slices.Index(w.places, p)
	if at < 0 || w.saves.wait(p.session, func() { w.drop(p) }) {
		return
	}
	w.noteView(p)
	w.noteClosed(p)
	if len(w.places) == 1 {
		w.leave()
		w.settling.forget(p.session)
		p.end()
		w.places[0] = w.newPlace(w.empty())
		w.enter(0)
		w.tool.Begin()
		w.rememberOpen()
		w.showStart()
		return
	}
	next := w.at
	shown := at == w.at
	if shown {
		w.leave()
	}
	w.settling.forget(p.session)
	p.end()
	w.places = slices.Delete(w.places, at, at+1)
	if at < next || next == len(w.places) {
		next--
	}
	if shown {
		w.enter(next)
	} else {
		w.at = next
		w.retitle()
	}
	w.rememberOpen()
	tidyLater()
}

// closedMap is a map that was closed, to be had back.
type closedMap struct {
	path    string
	m       *argument.Map // of one that was in no file, or was dropped unsaved
	unsaved bool
}

// closedMost is how many closed maps can be had back; of those that are in no
// file the whole map is kept.
const closedMost = 8

func (w *Window) noteClosed(p *place) {
	if p.untouched() {
		return
	}
	c := closedMap{path: p.session.Path()}
	if c.path == "" || p.session.Doc.Modified() {
		c = closedMap{m: p.session.Doc.Map(), unsaved: p.session.Doc.Modified()}
	}
	w.closed = append(w.closed, c)
	w.closed = w.closed[max(0, len(w.closed)-closedMost):]
}

// reopen brings the map back that was closed last. One that was dropped with
// its changes comes as an unsaved map.
func (w *Window) reopen() {
	n := len(w.closed)
	if n == 0 {
		w.explain(language.Say("no map was closed since the program started"))
		return
	}
	c := w.closed[n-1]
	w.closed = w.closed[:n-1]
	switch {
	case c.m == nil:
		w.openPath(c.path)
	case c.unsaved:
		w.add(session.Restore(c.m, w.store, w.fonts))
		w.keepJournal()
	default:
		w.add(session.Start(c.m, w.store, w.fonts))
	}
}
