package session

import (
	"slices"

	"warrant/argument"
	"warrant/canvas/arrange"
	"warrant/canvas/scene"
	"warrant/canvas/text"
)

// Snapshot is the open map as it was at a moment, for work that takes long:
// it may go to another goroutine while the map is edited further.
type Snapshot struct {
	// State is the document's then: if it is still so, nothing was changed
	// since.
	State   int
	still   argument.Still
	without []argument.ID
	measure text.Measurer
}

// Snapshot takes one.
func (s *Session) Snapshot() Snapshot {
	return Snapshot{
		State: s.Doc.State(), still: s.Doc.Map().Still(),
		without: slices.Clone(s.Numbers.Options().Without), measure: s.measure,
	}
}

// Map makes a map of its own of it.
func (n Snapshot) Map() *argument.Map { return n.still.Map() }

// Drawn opens the map apart, in no file and kept nowhere, to be drawn as it
// is shown: with the links left out that a what-if leaves out. It ends early
// with ErrStopped once stop is closed.
func (n Snapshot) Drawn(stop <-chan struct{}) (*Session, error) {
	s, err := Opening{Measure: n.measure, Stop: stop}.Map(n.Map())
	if err == nil && len(n.without) > 0 {
		s.leaveOut(n.without, n.without...)
	}
	return s, err
}

// Size tells how long work on it may take.
func (n Snapshot) Size() (claims, links int) { return n.still.Size() }

// Arrangement is the open map with its cards elsewhere; see Rework.
type Arrangement struct {
	*Rework
	// Plan says what moves; it is empty where all is in its place.
	Plan arrange.Plan
}

// Arranged works out where the cards go. It may be called from any goroutine;
// it ends early with ErrStopped once o.Done is closed. now is told when the
// drawing begins.
func (n Snapshot) Arranged(o arrange.Options, now func()) (*Arrangement, error) {
	m := n.Map()
	plan := arrange.Arrange(m, scene.Sizes{Map: m, Measure: n.measure}, o)
	if stopped(o.Done) {
		return nil, ErrStopped
	}
	r, err := n.reworked(m, func(d *argument.Document) error {
		return d.Do("Arrange", func(e *argument.Edit) error { return arrange.Place(e, plan) })
	}, o.Done, now)
	if err != nil {
		return nil, err
	}
	return &Arrangement{r, plan}, nil
}
