package window

import (
	"bytes"
	"path/filepath"
	"strings"

	"warrant/app/language"
	"warrant/app/picture"
	"warrant/app/present"
	"warrant/app/session"
	"warrant/storage/disk"
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

// handoutTo draws beside the window what the map is now.
func (w *Window) handoutTo(path string) {
	steps := w.session.Doc.Map().Parts().Steps
	if len(steps) == 0 {
		steps = w.suggested()
	}
	n := w.session.Snapshot().Unfolded()
	words := present.Words{Language: language.Used(), Whole: language.Say("The whole map"), Of: func(at, of int) string { return language.Say("%d of %d", at, of) }}
	var err error
	w.do(language.Say("Drawing %s…", disk.Display(filepath.Base(path))), func(k *work) {
		var s *session.Session
		if s, err = n.Drawn(k.stop); err != nil {
			return
		}
		translate(s.Scene)
		k.at(0.4, "")
		var b bytes.Buffer
		if err = present.Handout(&b, s.Doc.Map(), steps, s.Scene, w.fonts, words); err != nil || k.stopped() {
			return
		}
		k.at(0.9, "")
		err = picture.Write(w.store, path, b.Bytes())
	}, func() {
		if err != nil {
			w.fail(err)
			return
		}
		w.explain(language.Say("drawn to %s", filepath.Base(path)))
	}, nil)
}
