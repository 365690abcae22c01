package session

import (
	"cmp"
	"slices"
	"time"

	"warrant/argument"
	"warrant/canvas/text"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

// Version is an earlier state of the map that can be had back.
type Version struct {
	Time time.Time
	Size int64 // in bytes; 0 where it is not known
	// Path is where it stood, empty if that is not known or it was in no file.
	Path string
	// Unsaved tells work that was left in the recovery journal; otherwise it
	// is what a save replaced.
	Unsaved bool

	backup  disk.Backup
	journal disk.Recovery
}

// Earlier lists what can be had back of the open map, newest first: the
// versions that saves replaced, and unsaved work that was put aside. It does
// not read them. An error comes with what was found all the same.
func (s *Session) Earlier() ([]Version, error) {
	id := s.Doc.Map().Info().ID
	backups, err := s.store.Earlier(s.path, id)
	var all []Version
	for _, b := range backups {
		all = append(all, Version{Time: b.Time, Size: b.Size, Path: b.Path, backup: b})
	}
	journals, _, other := s.store.Journals()
	for _, r := range journals {
		if r.Matches(id, s.path) {
			all = append(all, Version{Time: r.Time, Path: r.Path, Unsaved: true, journal: r})
		}
	}
	slices.SortStableFunc(all, func(a, b Version) int { return b.Time.Compare(a.Time) })
	return all, cmp.Or(err, other)
}

// ReadVersion reads an earlier version. It may be called from any goroutine.
func (s *Session) ReadVersion(v Version) (*argument.Map, error) {
	if v.Unsaved {
		return Unsaved(s.store, v.journal)
	}
	data, err := s.store.ReadBackup(v.backup)
	if err != nil {
		return nil, err
	}
	return mapfile.Decode(data)
}

// Restore opens a map that was had back, from an earlier version or from
// work that a crash left: it is unsaved and in no file, so that nothing is
// overwritten before the person says so.
func Restore(m *argument.Map, store *disk.Store, measure text.Measurer) *Session {
	s := Start(m, store, measure)
	s.markUnsaved()
	return s
}

// markUnsaved says that no file holds the map, and the journal does not
// either.
func (s *Session) markUnsaved() {
	s.Doc.MarkUnsaved()
	s.written = -1
}
