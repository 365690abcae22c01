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

// exportTo draws beside the window what the map is now.
func (w *Window) exportTo(path string) {
	n, o := w.session.Snapshot(), picture.Options{Palette: w.palette(), Fonts: w.fonts, Scale: 2}
	var err error
	w.do(language.Say("Drawing %s…", disk.Display(filepath.Base(path))), func(k *work) {
		var s *session.Session
		if s, err = n.Drawn(k.stop); err != nil {
			return
		}
		translate(s.Scene)
		k.at(0.4, "")
		var b bytes.Buffer
		if err = picture.Draw(&b, filepath.Ext(path), s.Scene, o); err != nil || k.stopped() {
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
