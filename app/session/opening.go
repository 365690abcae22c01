package session

import (
	"errors"
	"path/filepath"

	"warrant/argument"
	"warrant/argument/credence"
	"warrant/canvas/arrange"
	"warrant/canvas/scene"
	"warrant/canvas/text"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

// Stage is how far an opening has come.
type Stage int

// The stages, in order.
const (
	Reading Stage = iota // the file
	Placing              // cards that came without a place
	Weighing
	Drawing
	Stages // how many there are
)

// ErrStopped is what an opening gives that was ended early.
var ErrStopped = errors.New("stopped")

// Opening makes sessions, and can be watched and ended early while it does.
// Until it is done the session is known to nobody else, so it may run on any
// goroutine.
type Opening struct {
	Store   *disk.Store
	Measure text.Measurer
	// Stop, once closed, ends the work early, with ErrStopped.
	Stop <-chan struct{}
	// At, if not nil, is told each stage as it begins.
	At func(Stage)
}

// begin tells the stage, and whether to go on at all.
func (o Opening) begin(at Stage) error {
	select {
	case <-o.Stop: // nil blocks: it is never stopped
		return ErrStopped
	default:
	}
	if o.At != nil {
		o.At(at)
	}
	return nil
}

// File opens the map in a file; see Open.
func (o Opening) File(path string) (s *Session, warning, err error) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if err := o.begin(Reading); err != nil {
		return nil, nil, err
	}
	data, stamp, err := disk.Read(path, mapfile.MaxBytes)
	if err != nil {
		return nil, nil, err
	}
	if err := o.begin(Reading); err != nil {
		return nil, nil, err
	}
	m, err := mapfile.Decode(data)
	if err != nil {
		return nil, nil, err
	}
	base := m.Still() // before cards get places
	if s, err = o.Map(m); err != nil {
		return nil, nil, err
	}
	s.path, s.stamp, s.base = path, stamp, &base
	return s, s.claimFile(), nil
}

// Map opens a map that is in no file; see Start.
func (o Opening) Map(m *argument.Map) (*Session, error) {
	s := &Session{Doc: argument.NewDocument(m), store: o.Store, measure: o.Measure}
	if o.Store != nil {
		s.put = o.Store.Save
	}
	if arrange.Unplaced(m) {
		if err := o.begin(Placing); err != nil {
			return nil, err
		}
		s.arrangeOnArrival(o.Measure, o.Stop)
	}
	if err := o.begin(Weighing); err != nil {
		return nil, err
	}
	s.Numbers = credence.Evaluate(m, credence.OptionsOf(m))
	if err := o.begin(Drawing); err != nil {
		return nil, err
	}
	s.Scene = scene.New(m, o.Measure, shownNumbers{s})
	s.Doc.Observe(s.follow)
	s.written = s.Doc.State()
	return s, nil
}

// arrangeOnArrival places the cards of a map that came without positions. It
// is not an edit: nothing is unsaved and there is nothing to undo. It comes
// before the drawing: ten thousand cards in one place are slow to draw links
// between.
func (s *Session) arrangeOnArrival(measure text.Measurer, stop <-chan struct{}) {
	m := s.Doc.Map()
	plan := arrange.Arrange(m, scene.Sizes{Map: m, Measure: measure}, arrange.Options{Free: true, Done: stop})
	mark := s.Doc.Mark()
	if err := s.Doc.Do("Arrange", func(e *argument.Edit) error { return arrange.Place(e, plan) }); err == nil {
		s.Doc.Forget(mark)
		s.Doc.MarkSaved()
	}
}
