package session

import (
	"sync"

	"warrant/argument"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

// Draft is unsaved work on its way to the recovery journal. Encoding and
// writing a large map takes longer than a window may stand still, so it can
// be done on another goroutine.
type Draft struct {
	journal *disk.Journal
	turns   *turns
	turn    int
	still   argument.Still
	meta    disk.Meta
	state   int
}

// turns sees to it that a draft that was slow does not replace a later one,
// nor come after the journal was removed.
type turns struct {
	sync.Mutex
	given int // for the session's goroutine
	last  int // that was written, or to be passed over
}

// dropJournal takes away what the journal holds, and what is on its way there.
func (s *Session) dropJournal() error {
	if s.journal == nil {
		return nil
	}
	s.turns.given++
	s.turns.Lock()
	s.turns.last = s.turns.given
	s.turns.Unlock()
	return s.journal.Remove()
}

// Draft returns what is to be written to the journal; nil where that holds
// all there is, or another draft is on its way. Hand it to Drafted when it is
// written.
func (s *Session) Draft() (*Draft, error) {
	if s.drafting || s.upToDate() {
		return nil, nil
	}
	m := s.Doc.Map()
	if s.journal == nil {
		j, err := s.store.Journal(m.Info().ID, s.path)
		if err != nil {
			return nil, err
		}
		s.journal = j
	}
	s.drafting = true
	s.turns.given++
	return &Draft{s.journal, &s.turns, s.turns.given, m.Still(), disk.Meta{Title: m.Info().Title, Since: s.stamp}, s.Doc.State()}, nil
}

// Write writes the draft. It may be called from any goroutine.
func (d *Draft) Write() error {
	data, err := mapfile.Encode(d.still)
	if err != nil {
		return err
	}
	d.turns.Lock()
	defer d.turns.Unlock()
	if d.turn < d.turns.last {
		return nil
	}
	d.turns.last = d.turn
	return d.journal.Write(data, d.meta)
}

// Drafted takes note of what came of a draft. If the map was saved or its
// work dropped meanwhile, the journal goes again.
func (s *Session) Drafted(d *Draft, err error) {
	s.drafting = false
	switch {
	case err != nil || s.journal != d.journal:
	case !s.Doc.Modified():
		_ = s.dropJournal() // the next start compares it with the file
	case d.turn < s.turns.given: // the journal is due again
	default:
		s.written = d.state
	}
}

// Journal writes unsaved work to the recovery journal if it is not there
// yet, at once. Call it, or use Draft, every few seconds, on loss of focus
// and before the program may end.
func (s *Session) Journal() error {
	drafting := s.drafting
	s.drafting = false
	d, err := s.Draft()
	if d == nil {
		s.drafting = drafting
		return err
	}
	err = d.Write()
	s.Drafted(d, err)
	return err
}

// upToDate reports whether nothing needs to be in the journal that is not.
func (s *Session) upToDate() bool {
	return s.closed || !s.Doc.Modified() || s.written == s.Doc.State()
}
