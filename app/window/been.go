package window

import (
	"slices"
	"time"

	"warrant/app/language"
	"warrant/app/session"
	"warrant/app/trail"
	"warrant/argument"
)

// been remembers where one has been in the map, once the hand has come to
// rest there.
type been struct {
	w     *Window
	of    *session.Session
	trail *trail.Trail // of the place that is shown
	later *lull
}

func newBeen(w *Window) *been {
	b := &been{w: w}
	b.later = &lull{wait: beenWait, run: b.rest}
	return b
}

// beenWait is how long one must stay at a place to have been there.
const beenWait = 600 * time.Millisecond

func (b *been) attach() {
	if b.of != b.w.session {
		b.of, b.trail = b.w.session, &b.w.places[b.w.at].trail
		b.moved()
	}
}

// moved is told that another claim is selected or the view is another.
func (b *been) moved() { b.later.ask() }

// rest notes where one is.
func (b *been) rest() {
	t := b.w.tool
	if b.of != b.w.session || t.Busy() || t.Size().W <= 0 {
		return
	}
	b.trail.Visit(trail.Place{Selection: slices.Clone(b.of.Doc.Selection()), View: t.View()}, t.Size())
}

// goBack shows the place before this one, and goForward the one after it.
func (w *Window) goBack() { w.goAlong(w.been.trail.Back, language.Say("nothing further back")) }

func (w *Window) goForward() {
	w.goAlong(w.been.trail.Forward, language.Say("nothing further on"))
}

func (w *Window) goAlong(step func(func(argument.ID) bool) (trail.Place, bool), end string) {
	w.been.rest() // where one is now, to come back to
	p, ok := step(w.session.Doc.Map().Has)
	if !ok {
		w.explain(end)
		return
	}
	w.session.Doc.Select(p.Selection...)
	w.tool.SetView(p.View)
	w.surface.Repaint()
}
