package window

import (
	"slices"

	"fyne.io/fyne/v2"

	"warrant/app/language"
)

// What is done with a tab besides turning to it and closing it: its place
// among the others, and its menu.

// Dragged carries the tab along the strip; the others make way.
func (h *head) Dragged(e *fyne.DragEvent) {
	s := h.w.strip
	if h.pressed || h.w.working != nil || slices.Index(h.w.places, h.place) != h.w.at {
		return
	}
	s.carried = h
	left := fyne.CurrentApp().Driver().AbsolutePositionForObject(s).X
	s.at = e.AbsolutePosition.X - left - h.held
	middle := s.at + s.width/2
	if to := s.first + int((middle-stripEdge+s.width)/s.width) - 1; to != h.w.at {
		h.w.moveTo(h.place, to)
	}
	s.Refresh()
}

// DragEnd has the tab stand where it was carried to.
func (h *head) DragEnd() {
	s := h.w.strip
	if s.carried != nil {
		s.carried = nil
		s.Refresh()
	}
}

// moveTo gives a map another place among the tabs; beyond the ends it is the
// last or the first.
func (w *Window) moveTo(p *place, to int) {
	from := slices.Index(w.places, p)
	to = max(0, min(to, len(w.places)-1))
	if from < 0 || from == to {
		return
	}
	shown := w.places[w.at]
	w.places = slices.Insert(slices.Delete(w.places, from, from+1), to, p)
	w.at = slices.Index(w.places, shown)
	w.strip.renew()
	w.rememberOpen()
}

// moveBy moves the tab of the map that is shown.
func (w *Window) moveBy(n int) {
	p := w.places[w.at]
	if to := w.at + n; to < 0 || to >= len(w.places) {
		w.explain(language.Say("there is no tab on that side"))
		return
	}
	w.moveTo(p, w.at+n)
}

// closeOthers closes all maps but one.
func (w *Window) closeOthers(p *place) {
	w.closePlaces(slices.DeleteFunc(slices.Clone(w.places), func(o *place) bool { return o == p })...)
}

// closeRight closes the maps whose tabs stand right of one.
func (w *Window) closeRight(p *place) {
	w.closePlaces(w.places[slices.Index(w.places, p)+1:]...)
}

// copyPath copies where the file of a map is.
func (w *Window) copyPath(p *place) {
	path := p.session.Path()
	if path == "" {
		w.explain(language.Say("this map is in no file yet"))
		return
	}
	w.app.Clipboard().SetContent(path)
	w.explain(language.Say("the path of the file is copied"))
}

// TappedSecondary shows what can be done with the tab. What the entries do
// they do to its map, be it shown or not.
func (h *head) TappedSecondary(e *fyne.PointEvent) {
	w, p := h.w, h.place
	at := slices.Index(w.places, p)
	if at < 0 || w.working != nil {
		return
	}
	last := len(w.places) - 1
	w.menu.popUp(e.AbsolutePosition,
		popEntry{name: "Close Map", run: func() { w.closePlace(p) }},
		popEntry{name: "Close Other Maps", run: func() { w.closeOthers(p) }, not: last == 0},
		popEntry{name: "Close Maps to the Right", run: func() { w.closeRight(p) }, not: at == last},
		popEntry{},
		popEntry{name: "Move Tab Left", run: func() { w.moveTo(p, at-1) }, not: at == 0},
		popEntry{name: "Move Tab Right", run: func() { w.moveTo(p, at+1) }, not: at == last},
		popEntry{},
		popEntry{name: "Copy Path of File", run: func() { w.copyPath(p) }, not: p.session.Path() == ""})
}
