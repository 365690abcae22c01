package window

import (
	"slices"

	"warrant/app/filter"
	"warrant/app/session"
	"warrant/app/trail"
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/tool"
	"warrant/storage/disk"
)

// place is one open map of several: what is worked on, and with what in hand
// it was left. Its tool keeps mode and view.
type place struct {
	session *session.Session
	tool    *tool.Tool
	differs bool // its file was changed by another program; asked about once it is shown
	close   []func()

	// What of the window's state is of one map alone.
	marks  *marks
	trail  trail.Trail
	filter filter.Filter
	focus  argument.ID
}

// newPlace makes a place of a session.
func (w *Window) newPlace(s *session.Session) *place {
	translate(s.Scene)
	p := &place{session: s, tool: tool.New(s.Doc, s.Scene, host{w}), marks: &marks{of: s}}
	p.close = []func(){p.tool.Close, p.tool.OnChange(w.viewed), s.OnNumbers(func(claims, links []argument.ID) {
		if w.session == s {
			w.renumbered(len(claims)+len(links) > 0)
		}
	})}
	return p
}

// untouched reports whether there is nothing in a place that anyone would
// miss: it makes room for what is opened next.
func (p *place) untouched() bool {
	m := p.session.Doc.Map()
	_, undo := p.session.Doc.CanUndo()
	_, redo := p.session.Doc.CanRedo()
	return p.session.Path() == "" && !p.session.Doc.Modified() && m.NumClaims() == 0 && !undo && !redo
}

// named is what a place is called in its tab and in questions.
func (p *place) named() string {
	if t := disk.Display(p.session.Doc.Map().Info().Title); t != "" {
		return t
	}
	return disk.Display(p.session.Name())
}

// empty is a session on a new map.
func (w *Window) empty() *session.Session {
	return session.Start(w.emptyMap(), w.store, w.fonts)
}

// add opens a session beside those that are open, or in the place of an
// empty map that nobody touched, and shows it where one was looking in it the
// last time, or else as one begins to read.
func (w *Window) add(s *session.Session) {
	w.leave()
	at := w.at
	if w.places[at].untouched() {
		w.places[at].end()
		w.places[at] = w.newPlace(s)
	} else {
		at++
		w.places = slices.Insert(w.places, at, w.newPlace(s))
	}
	w.enter(at)
	w.beginAt(w.places[at])
	w.rememberOpen()
	tidyLater()
}

// addAll opens sessions in this order behind those that are open, and shows
// the one on a file, or the last.
func (w *Window) addAll(all []*session.Session, shown string) {
	if len(all) == 0 {
		return
	}
	w.leave()
	if w.places[w.at].untouched() {
		w.places[w.at].end()
		w.places = slices.Delete(w.places, w.at, w.at+1)
	}
	at := -1
	for _, s := range all {
		p := w.newPlace(s)
		w.places = append(w.places, p)
		w.beginAt(p)
		if s.Path() == shown {
			at = len(w.places) - 1
		}
	}
	if at < 0 {
		at = len(w.places) - 1
	}
	w.enter(at)
	w.rememberOpen()
	tidyLater()
}

// beginAt shows a map where one was looking in it the last time, or as one
// begins to read it.
func (w *Window) beginAt(p *place) {
	if v, known := w.viewOf(p.session.Path()); known && showsSomething(p, v) {
		p.tool.SetView(v)
	} else {
		p.tool.Begin()
	}
}

// showsSomething reports whether a part of the map is in a view; the file
// may be another since that was noted. Before the window has its size, any
// will do.
func showsSomething(p *place, v geom.View) bool {
	size := p.tool.Size()
	return size == (geom.Size{}) || v.Window(size).Overlaps(p.session.Scene.Bounds())
}

// renew puts a session in the place of the one that is worked on: the same
// map, read anew.
func (w *Window) renew(s *session.Session) {
	w.leave()
	w.places[w.at].take(w, s)
	w.enter(w.at)
}

// take changes a place over to a session that its own went over into, or to
// another drawing of its own.
func (p *place) take(w *Window, s *session.Session) {
	was := *p
	p.endTool()
	*p = *w.newPlace(s)
	p.tool.SetView(was.tool.View())
	p.tool.SetMode(was.tool.Mode())
	p.trail, p.filter, p.focus = was.trail, was.filter, was.focus
	if s == was.session {
		p.marks = was.marks
	}
}

// redrawn follows an edit by which the session may have got another drawing.
func (w *Window) redrawn(by *session.Rework) {
	if !by.Redrawn() {
		return
	}
	w.leave()
	p := w.places[w.at]
	p.take(w, p.session)
	w.enter(w.at)
	w.marks.show()
	w.aside.renew()
}

// end gives up a place. What is unsaved in it is dropped.
func (p *place) end() {
	p.endTool()
	p.session.Close(true)
}

func (p *place) endTool() {
	for _, stop := range p.close {
		stop()
	}
}

// turn shows another of the open maps.
func (w *Window) turn(to int) {
	if w.starting() {
		w.leaveStart()
	}
	if to == w.at || to < 0 || to >= len(w.places) {
		return
	}
	w.leave()
	w.enter(to)
	w.rememberOpen()
}

// turnBy goes some tabs on, round and round.
func (w *Window) turnBy(n int) {
	w.turn((w.at + n + len(w.places)) % len(w.places))
}

// leave ends what is under way in the place that is shown: text that is
// being typed is taken, a gesture is not.
func (w *Window) leave() {
	w.commit()
	w.tool.Cancel()
	w.session.Doc.Mark() // cards on their way are at their aim
	w.settling.aside()
	w.differences.end()
	p := w.places[w.at]
	p.filter, p.focus = w.aside.filter, w.aside.focus
	for _, stop := range w.unfollow {
		stop()
	}
	w.unfollow = nil
}

// enter shows a place.
func (w *Window) enter(at int) {
	w.at = at
	p := w.places[at]
	w.session, w.tool, w.marks = p.session, p.tool, p.marks
	w.desk.Session, w.desk.Tool = p.session, p.tool
	w.unfollow = []func(){
		p.session.Doc.Observe(w.follow),
		p.session.Doc.WatchSelection(w.reselected),
	}
	w.surface.Attach(p.tool, p.session.Scene, p.session.Doc)
	w.attach()
	w.leaveStart()
	w.settling.again()
	w.focusCanvas()
	p.differs = false // the next look at the disk tells
}

// renumbered follows an edit or a what-if in the map that is shown; any tells
// whether a number is another.
func (w *Window) renumbered(any bool) {
	if w.surface == nil {
		return
	}
	w.surface.Repaint()
	if any {
		w.aside.ask() // the filter may be about numbers, which a what-if moves without an edit
	}
	if was := w.trying; w.tries() || was {
		w.foot.attend()
	}
}

// tries notes and reports whether a what-if is on in the map that is shown.
func (w *Window) tries() bool {
	w.trying = len(w.session.Numbers.Options().Without) > 0
	return w.trying
}

// openAt finds the place in which a file is open, or is about to be saved to;
// -1 for none.
func (w *Window) openAt(path string) int {
	return slices.IndexFunc(w.places, func(p *place) bool {
		own := p.session.Path()
		return own != "" && disk.Same(own, path) || w.saves.goesTo(p.session, path)
	})
}

// unsaved lists the places with changes that are in no file.
func (w *Window) unsaved() (all []*place) {
	for _, p := range w.places {
		if p.session.Doc.Modified() {
			all = append(all, p)
		}
	}
	return all
}
