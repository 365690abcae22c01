package window

import (
	"reflect"
	"slices"

	"warrant/app/session"
	"warrant/canvas/geom"
	"warrant/storage/disk"
)

// notes keeps, while the program runs, what the next start brings back. They
// are written when something changed, so that they are there however the
// program ends.
type notes struct {
	store *disk.Store
	now   session.Opened
	work  chan session.Opened // the latest that is to be written
	idle  chan struct{}       // closed when the writer has come to its end
}

func readNotes(store *disk.Store) *notes {
	n := &notes{store: store, now: session.ReadOpened(store), work: make(chan session.Opened, 1), idle: make(chan struct{})}
	go func() {
		defer close(n.idle)
		for o := range n.work {
			_ = o.Keep(store) // a convenience: the person has nothing to decide about it
		}
	}()
	return n
}

// put has notes written, beside the window.
func (n *notes) put(o session.Opened) {
	if n.work == nil || reflect.DeepEqual(o, n.now) {
		return
	}
	n.now = o
	select {
	case <-n.work: // overtaken before it was written
	default:
	}
	n.work <- o
}

// flush ends the writing, and waits until all is written.
func (n *notes) flush() {
	if n.work != nil {
		close(n.work)
		<-n.idle
		n.work = nil
	}
}

// noteView notes where one is looking in a place.
func (w *Window) noteView(p *place) {
	if path := p.session.Path(); path != "" && p.tool.Size() != (geom.Size{}) {
		next := w.notes.now
		next.Views = slices.Clone(next.Views)
		next.Look(path, p.tool.View())
		w.notes.put(next)
	}
}

func (w *Window) viewOf(path string) (geom.View, bool) {
	if path == "" {
		return geom.View{}, false
	}
	return w.notes.now.View(path)
}

// rememberOpen notes what is open and where one is looking. Before all of the
// last time is open again it waits.
func (w *Window) rememberOpen() {
	if w.surface == nil || !w.begun {
		return
	}
	w.noteOpen()
}

func (w *Window) noteOpen() {
	next := session.Opened{At: -1, Views: slices.Clone(w.notes.now.Views)}
	for i, p := range w.places {
		path := p.session.Path()
		if path == "" {
			continue
		}
		if i == w.at {
			next.At = len(next.Maps)
		}
		next.Maps = append(next.Maps, path)
		if i != w.at && p.tool.Size() != (geom.Size{}) {
			if v, known := next.View(path); !known || v != p.tool.View() {
				next.Look(path, p.tool.View())
			}
		}
	}
	if p := w.places[w.at]; next.At >= 0 && p.tool.Size() != (geom.Size{}) {
		next.Look(p.session.Path(), p.tool.View())
	}
	w.notes.put(next)
}
