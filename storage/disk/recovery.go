package disk

import (
	"cmp"
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Recovery is work that a crash left unsaved.
type Recovery struct {
	Name string // of the journal file
	ID   string // the document's
	Path string // where it was; "" if it was never saved
	Meta
	Time     time.Time // of the last Write
	Declined time.Time // when it was put aside; zero if it was not
}

// Matches tells whether the work belongs to the document of that id, which
// may have been moved, or to the file at path.
func (r Recovery) Matches(id, path string) bool {
	return id != "" && r.ID == id || path != "" && r.Path == path
}

// Skipped is a journal that was passed over, and why: ErrCorrupt, ErrNewer or
// an error in reading it.
type Skipped struct {
	Name string
	Err  error
}

// declinedAge is how long work that was declined, or that cannot be read, is
// kept.
const declinedAge = 7 * 24 * time.Hour

const declinedSuffix = ".declined"

// Journals lists what can be recovered, newest first, without the journals
// of windows that are open now. It removes what was declined or damaged more
// than seven days ago; a newer version's journal is never removed.
func (s *Store) Journals() ([]Recovery, []Skipped, error) {
	if s.state == "" {
		return nil, nil, nil
	}
	dir := filepath.Join(s.state, journalFolder)
	names, err := s.fs.list(dir)
	if err != nil {
		return nil, nil, fault("list unsaved work in", dir, errors.Join(ErrNoState, bare(err)))
	}
	var found []Recovery
	var skipped []Skipped
	for _, name := range names {
		name = filepath.Join(dir, name)
		declined, ok := splitJournal(name)
		if !ok {
			continue
		}
		if declined.IsZero() {
			lock, _, err := s.hold(name+lockSuffix, "")
			if err == errHeld {
				continue
			}
			defer lock.Release() // after the listing; no lock to be had is no reason not to list
		}
		r, err := s.examine(name, declined)
		if err == nil && r.Name != "" {
			found = append(found, r)
		} else if err != nil {
			skipped = append(skipped, Skipped{Name: name, Err: err})
		}
	}
	slices.SortFunc(found, func(a, b Recovery) int {
		return cmp.Or(b.Time.Compare(a.Time), cmp.Compare(a.Name, b.Name))
	})
	sweep(s.fs, dir, stagePrefix, s.now())
	s.sweepLocks(dir)
	s.sweepLocks(filepath.Join(s.state, lockFolder))
	return found, skipped, nil
}

// examine gives the work in one journal, or an empty Recovery if its time was
// up and it has been removed.
func (s *Store) examine(name string, declined time.Time) (Recovery, error) {
	if !declined.IsZero() && s.now().Sub(declined) > declinedAge {
		return Recovery{}, s.discard(name)
	}
	v, err := load(s.fs, name, forReading, Limit+journalRoom)
	if err != nil {
		return Recovery{}, fault("read", name, err)
	}
	head, _, err := decodeJournal(v.data)
	if errors.Is(err, ErrCorrupt) && s.now().Sub(time.Unix(0, v.info.modified)) > declinedAge {
		return Recovery{}, s.discard(name)
	}
	if err != nil {
		return Recovery{}, fault("read", name, err)
	}
	return Recovery{Name: name, ID: head.ID, Path: head.Path, Meta: head.Meta, Time: head.Time, Declined: declined}, nil
}

// splitJournal tells a journal from other files, and when it was declined.
func splitJournal(name string) (declined time.Time, ok bool) {
	stem, ok := strings.CutSuffix(name, declinedSuffix)
	if !ok {
		return time.Time{}, strings.HasSuffix(name, journalSuffix)
	}
	seconds, err := strconv.ParseInt(strings.TrimPrefix(filepath.Ext(stem), "."), 10, 64)
	if err != nil {
		return time.Time{}, false
	}
	return time.Unix(seconds, 0).UTC(), true
}

// ReadJournal gives the document's bytes out of a journal. The journal stays:
// the caller discards it once the work is saved, or journalled again.
func (s *Store) ReadJournal(r Recovery) ([]byte, error) {
	v, err := load(s.fs, r.Name, forReading, Limit+journalRoom)
	if err != nil {
		return nil, fault("read", r.Name, err)
	}
	_, data, err := decodeJournal(v.data)
	if err != nil {
		return nil, fault("read", r.Name, err)
	}
	return data, nil
}

// Decline puts the work aside for seven days. It is still listed, with the
// time when it was declined, so that a person can come back to it.
func (s *Store) Decline(r Recovery) error {
	if !r.Declined.IsZero() {
		return nil
	}
	to := r.Name + "." + strconv.FormatInt(s.now().Unix(), 10) + declinedSuffix
	err := s.fs.rename(r.Name, to)
	if err == nil {
		err = s.fs.syncDir(filepath.Dir(to))
	}
	if err != nil {
		return fault("put aside", r.Name, err)
	}
	return nil
}

// Discard throws the work away for good.
func (s *Store) Discard(r Recovery) error {
	if err := s.discard(r.Name); err != nil {
		return fault("remove", r.Name, err)
	}
	return nil
}
