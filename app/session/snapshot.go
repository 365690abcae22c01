package session

import (
	"slices"

	"warrant/argument"
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
