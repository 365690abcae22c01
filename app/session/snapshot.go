package session

import (
	"slices"

	"warrant/argument"
	"warrant/argument/credence"
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
	parts   argument.Parts
	without []argument.ID
	measure text.Measurer
}

// Snapshot takes one. It costs a copy of the map's lists, not of what the
// records hold: records are replaced, never written to.
func (s *Session) Snapshot() Snapshot {
	return Snapshot{
		State: s.Doc.State(), parts: s.Doc.Map().Parts(),
		without: slices.Clone(s.Numbers.Options().Without), measure: s.measure,
	}
}

// Map builds the map.
func (n Snapshot) Map() (*argument.Map, error) { return argument.Build(n.parts) }

// Drawn opens the map apart, in no file and kept nowhere, to be drawn as it
// is shown: with the links left out that a what-if leaves out. It ends early
// with ErrStopped once stop is closed.
func (n Snapshot) Drawn(stop <-chan struct{}) (*Session, error) {
	m, err := n.Map()
	if err != nil {
		return nil, err
	}
	s, err := Opening{Measure: n.measure, Stop: stop}.Map(m)
	if err == nil && len(n.without) > 0 {
		s.leaveOut(n.without, n.without...)
	}
	return s, err
}

// Size tells how long work on it may take.
func (n Snapshot) Size() (claims, links int) { return len(n.parts.Claims), len(n.parts.Links) }

// Arrangement is the open map with its cards elsewhere, drawn apart: what
// takes long about arranging.
type Arrangement struct {
	// Plan says what moves; it is empty where all is in its place.
	Plan  arrange.Plan
	scene *scene.Scene
	state int
}

// Arranged works out where the cards go and draws that. It may be called from
// any goroutine; it ends early with ErrStopped once o.Done is closed. now is
// told when the drawing begins.
func (n Snapshot) Arranged(o arrange.Options, now func()) (*Arrangement, error) {
	m, err := n.Map()
	if err != nil {
		return nil, err
	}
	a := &Arrangement{state: n.State}
	a.Plan = arrange.Arrange(m, scene.Sizes{Map: m, Measure: n.measure}, o)
	stopped := func() bool {
		select {
		case <-o.Done:
			return true
		default:
			return false
		}
	}
	if stopped() {
		return nil, ErrStopped
	}
	if a.Plan.Empty() {
		return a, nil
	}
	now()
	if err := argument.NewDocument(m).Do("Arrange", func(e *argument.Edit) error { return arrange.Place(e, a.Plan) }); err != nil {
		return nil, err
	}
	options := credence.OptionsOf(m)
	options.Without = n.without
	a.scene = scene.New(m, n.measure, shownNumbers{&Session{Numbers: credence.Evaluate(m, options)}})
	if stopped() {
		return nil, ErrStopped
	}
	return a, nil
}

// Take moves the cards of the open map, as one edit, and changes its drawing
// for the one that was made beside: Scene is another afterwards. It reports
// false, and does nothing, where the map is not what it was any more.
func (s *Session) Take(label string, a *Arrangement) (bool, error) {
	if s.Doc.State() != a.state {
		return false, nil
	}
	s.redrawn = true
	err := s.Doc.Do(label, func(e *argument.Edit) error { return arrange.Place(e, a.Plan) })
	s.redrawn = false
	if err != nil {
		return false, err
	}
	a.scene.Onto(s.Doc.Map(), s.measure, shownNumbers{s})
	s.Scene = a.scene
	return true, nil
}
