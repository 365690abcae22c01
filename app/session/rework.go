package session

import (
	"warrant/argument"
	"warrant/argument/credence"
	"warrant/canvas/scene"
)

// Rework is the open map as a large edit leaves it, worked out and drawn
// apart: what takes long about the edit.
type Rework struct {
	difference argument.Difference
	scene      *scene.Scene // nil where the one that is shown follows as fast
	state      int
}

// redrawnFrom is how large an edit is that is drawn apart: one in so many of
// the map's records.
const redrawnFrom = 8

// Large reports whether an edit is large enough that it should be worked out
// beside the window: it takes more than a few frames.
func Large(d argument.Difference) bool { return d.Size() > 1500 }

// Reworked works out an edit, which is made in a copy of the map. It may be
// called from any goroutine; it ends early with ErrStopped once stop is
// closed. now, if not nil, is told when the drawing begins.
func (n Snapshot) Reworked(edit func(*argument.Document) error, stop <-chan struct{}, now func()) (*Rework, error) {
	return n.reworked(n.Map(), edit, stop, now)
}

func (n Snapshot) reworked(m *argument.Map, edit func(*argument.Document) error, stop <-chan struct{}, now func()) (*Rework, error) {
	r := &Rework{state: n.State}
	doc := argument.NewDocument(m)
	doc.Observe(func(d argument.Difference) { r.difference = r.difference.Then(d) })
	if err := edit(doc); err != nil {
		return nil, err
	}
	switch {
	case stopped(stop):
		return nil, ErrStopped
	case r.difference.Size()*redrawnFrom < m.NumClaims()+m.NumLinks():
		return r, nil
	}
	if now != nil {
		now()
	}
	options := credence.OptionsOf(m)
	options.Without = n.without
	r.scene = scene.New(m, n.measure, shownNumbers{&Session{Numbers: credence.Evaluate(m, options)}})
	if stopped(stop) {
		return nil, ErrStopped
	}
	return r, nil
}

func stopped(stop <-chan struct{}) bool {
	select {
	case <-stop: // nil blocks: it is never stopped
		return true
	default:
		return false
	}
}

// Take makes the edit in the open map. It reports false, and does nothing,
// where the map is not what it was any more. Where the edit was drawn apart,
// Scene is another afterwards: see Redrawn.
func (s *Session) Take(label string, r *Rework) bool {
	return s.take(r, func() { s.Doc.Take(label, r.difference) })
}

// TakeBack undoes the last step, where r is what undoing it comes to; see
// Take.
func (s *Session) TakeBack(r *Rework) bool { return s.take(r, func() { s.Doc.Undo() }) }

// TakeForth does the step again that was undone last, where r is what that
// comes to; see Take.
func (s *Session) TakeForth(r *Rework) bool { return s.take(r, func() { s.Doc.Redo() }) }

func (s *Session) take(r *Rework, do func()) bool {
	if s.Doc.State() != r.state {
		return false
	}
	s.redrawn = r.scene != nil
	do()
	if s.redrawn {
		s.redrawn = false
		r.scene.Onto(s.Doc.Map(), s.measure, shownNumbers{s})
		s.Scene = r.scene
	}
	return true
}

// Redrawn reports whether the session gets another Scene by it.
func (r *Rework) Redrawn() bool { return r.scene != nil }
