package window

import (
	"bytes"
	"strings"

	"warrant/app/language"
	"warrant/app/present"
	"warrant/app/session"
)

// exportHandout asks for a file and writes a page for each step into it; for
// a map without steps, those of the tour that it suggests.
func (w *Window) exportHandout() {
	w.commit()
	if w.session.Scene.NumCards() == 0 {
		w.explain(language.Say("there is nothing to present yet"))
		return
	}
	w.askWhere(strings.TrimSuffix(fileName(w.session.Name()), ".json")+".html", []string{".html"}, w.handoutTo)
}

// handoutTo draws what the map is now.
func (w *Window) handoutTo(path string) {
	steps := w.session.Doc.Map().Parts().Steps
	if len(steps) == 0 {
		steps = w.suggested()
	}
	words := present.Words{Language: language.Used(), Whole: language.Say("The whole map"), Of: func(at, of int) string { return language.Say("%d of %d", at, of) }}
	w.drawTo(path, w.session.Snapshot().Unfolded(), func(b *bytes.Buffer, s *session.Session) error {
		return present.Handout(b, s.Doc.Map(), steps, s.Scene, w.fonts, words)
	})
}
