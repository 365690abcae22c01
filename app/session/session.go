// Package session answers what it means to have a map open: the document,
// its numbers and its drawing kept in step, and the file it came from and
// goes to. It has no window and no display.
package session

import (
	"path/filepath"
	"slices"
	"strings"

	"warrant/argument"
	"warrant/argument/credence"
	"warrant/canvas/scene"
	"warrant/canvas/text"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

// Session is one open map.
type Session struct {
	Doc     *argument.Document
	Scene   *scene.Scene
	Numbers *credence.Evaluation

	store   *disk.Store
	put     func(disk.Saving) (disk.Saved, error) // the store's Save
	path    string                                // empty: not in a file yet
	stamp   disk.Stamp
	lock    *disk.Lock
	journal *disk.Journal
	written int // the state the journal holds
	measure text.Measurer
	base    *argument.Still // what the file held when it was read or saved; nil for no file
	watch   watch
	closed  bool
	redrawn bool // the drawing of what is being done is there already
	// drafting tells that a draft is on its way to the journal.
	drafting bool
	turns    turns
	// saving tells that a save is on its way to the file.
	saving bool

	followers []*func(claims, links []argument.ID)
}

// Read reads a map from a file. The error is a *mapfile.Error where the file
// was read but is no sound map, else one of package disk.
func Read(path string) (*argument.Map, disk.Stamp, error) {
	data, stamp, err := disk.Read(path, mapfile.MaxBytes)
	if err != nil {
		return nil, stamp, err
	}
	m, err := mapfile.Decode(data)
	return m, stamp, err
}

// Open opens the map in a file. A lock that another program holds on it is
// told in warning, and the map opens all the same.
func Open(path string, store *disk.Store, measure text.Measurer) (s *Session, warning, err error) {
	return Opening{Store: store, Measure: measure}.File(path)
}

// Start opens a map that is in no file. It counts as saved until edited.
func Start(m *argument.Map, store *disk.Store, measure text.Measurer) *Session {
	s, _ := Opening{Store: store, Measure: measure}.Map(m) // nothing ends it early
	return s
}

// follow keeps numbers and drawing in step with the document.
func (s *Session) follow(d argument.Difference) {
	claims, links := s.Numbers.Update(d)
	if !s.redrawn {
		s.Scene.Apply(d)
		s.Scene.Renumber(claims, links)
	}
	s.tellNumbers(claims, links)
}

// OnNumbers has fn called after each difference with the claims and links
// whose numbers it changed. The returned function ends that.
func (s *Session) OnNumbers(fn func(claims, links []argument.ID)) (cancel func()) {
	p := &fn
	s.followers = append(s.followers, p)
	return func() {
		s.followers = slices.DeleteFunc(slices.Clone(s.followers), func(q *func(claims, links []argument.ID)) bool { return q == p })
	}
}

func (s *Session) tellNumbers(claims, links []argument.ID) {
	for _, fn := range s.followers {
		(*fn)(claims, links)
	}
}

// shownNumbers is what the scene shows of the evaluation.
type shownNumbers struct{ s *Session }

func (n shownNumbers) Credence(id argument.ID) (float64, bool) {
	v := n.s.Numbers.Claim(id)
	return v.Credence, v.Known
}

func (n shownNumbers) Base(id argument.ID) (float64, bool) {
	v := n.s.Numbers.Link(id)
	return v.Base, v.Stated
}

// Path returns the file's absolute path, empty while there is none.
func (s *Session) Path() string { return s.path }

// Name returns what the map is called in a title bar: the file's name, or
// the map's title, or "untitled".
func (s *Session) Name() string {
	if s.path != "" {
		return filepath.Base(s.path)
	}
	if t := strings.TrimSpace(s.Doc.Map().Info().Title); t != "" {
		return t
	}
	return "untitled"
}

// ChangedOnDisk reports whether another program has written to the file.
func (s *Session) ChangedOnDisk() bool {
	if s.path == "" {
		return false
	}
	changed, err := s.store.Changed(s.path, s.stamp)
	return err == nil && changed
}

// ClaimAgain takes the lock on the file if another window had it when it was
// opened.
func (s *Session) ClaimAgain() (warning error) {
	if s.path == "" || s.lock != nil {
		return nil
	}
	return s.claimFile()
}

// claimFile takes the lock on the file.
func (s *Session) claimFile() (warning error) {
	s.lock, warning = s.store.Lock(s.path)
	return warning
}

// Close gives the file free. Unsaved work the person chose to drop is
// dropped from the journal too.
func (s *Session) Close(drop bool) {
	s.closed = true
	if drop {
		_ = s.dropJournal() // what stays there is offered once more: no loss
	}
	s.release()
}

func (s *Session) release() {
	if s.journal != nil {
		s.journal.Close()
		s.journal = nil
	}
	if s.lock != nil {
		s.lock.Release()
		s.lock = nil
	}
}

// LeftOut reports whether a link is shown as left out.
func (n shownNumbers) LeftOut(id argument.ID) bool { return n.s.LeftOut(id) }
