package window

import (
	"bytes"
	"path/filepath"
	"strings"

	"warrant/app/language"
	"warrant/app/picture"
	"warrant/app/session"
	"warrant/storage/disk"
)

// export asks for a file and draws the map into it, in the format that the
// file's name says.
func (w *Window) export() {
	w.commit()
	if w.session.Scene.NumCards() == 0 {
		w.explain(language.Say("there is nothing to draw yet"))
		return
	}
	w.askWhere(strings.TrimSuffix(fileName(w.session.Name()), ".json")+".png", picture.Extensions, w.exportTo)
}

// exportTo draws what the map is now.
func (w *Window) exportTo(path string) {
	o := picture.Options{Palette: w.palette(), Fonts: w.fonts, Scale: 2}
	w.drawTo(path, w.session.Snapshot(), func(b *bytes.Buffer, s *session.Session) error {
		return picture.Draw(b, filepath.Ext(path), s.Scene, o)
	})
}

// drawTo draws a map as it was at a moment, beside the window, and writes what
// comes of it to a file.
func (w *Window) drawTo(path string, n session.Snapshot, draw func(*bytes.Buffer, *session.Session) error) {
	var err error
	w.do(language.Say("Drawing %s…", disk.Display(filepath.Base(path))), func(k *work) {
		var s *session.Session
		if s, err = n.Drawn(k.stop); err != nil {
			return
		}
		translate(s.Scene)
		k.at(0.4, "")
		var b bytes.Buffer
		if err = draw(&b, s); err != nil || k.stopped() {
			return
		}
		k.at(0.9, "")
		err = picture.Write(w.store, path, b.Bytes())
	}, func() {
		if err != nil {
			w.fail(err)
			return
		}
		w.explain(language.Say("drawn to %s", disk.Display(filepath.Base(path))))
	}, nil)
}
