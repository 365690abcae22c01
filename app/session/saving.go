package session

import (
	"errors"
	"io/fs"
	"path/filepath"

	"warrant/argument"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

// Saving is the map on its way to a file, as it was at a moment. Encoding a
// large map, reading it back and writing it take longer than a window may
// stand still, so that can be done on another goroutine while the map is
// edited further. A session has one at a time.
type Saving struct {
	put   func(disk.Saving) (disk.Saved, error)
	still argument.Still
	state int
	path  string
	since disk.Stamp
	over  bool // whatever stands there
	saved disk.Saved
	err   error
}

// Saving begins a save to the map's file. If that was changed by another
// program since it was read, nothing is written and the error is
// disk.ErrChanged.
func (s *Session) Saving() *Saving { return s.begin(s.path, false) }

// SavingOver is Saving without heed to what another program wrote there; that
// version is kept as a backup.
func (s *Session) SavingOver() *Saving { return s.begin(s.path, true) }

// SavingAs begins a save to another file, which becomes the map's. The person
// has agreed to replace what may be there.
func (s *Session) SavingAs(path string) *Saving {
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	v := s.begin(abs, true)
	v.err = err
	return v
}

func (s *Session) begin(path string, over bool) *Saving {
	s.saving = true
	return &Saving{
		put: s.put, still: s.Doc.Map().Still(), state: s.Doc.State(),
		path: path, since: s.stamp, over: over, saved: disk.Saved{Stamp: s.stamp},
	}
}

// Write writes the file. It may be called from any goroutine. What came of it
// Saved tells.
func (v *Saving) Write() {
	if v.err == nil {
		v.err = v.write()
	}
}

func (v *Saving) write() error {
	if v.over {
		stamp, err := present(v.path)
		if err != nil {
			return err
		}
		v.since = stamp
	}
	data, err := mapfile.Encode(v.still)
	if err != nil {
		return err
	}
	v.saved, err = v.put(disk.Saving{
		Path: v.path, ID: v.still.Info().ID, Data: data, Since: v.since, Verify: mapfile.Verify(v.still),
	})
	return err
}

func present(path string) (disk.Stamp, error) {
	_, stamp, err := disk.Read(path, mapfile.MaxBytes)
	if errors.Is(err, fs.ErrNotExist) {
		return disk.Stamp{}, nil
	}
	return stamp, err
}

// Saved takes note of what came of a save that is written. Warnings tell what
// went less than well. What was edited since it began is unsaved, and the
// journal is due.
func (s *Session) Saved(v *Saving) (warnings []error, err error) {
	s.saving = false
	here := v.path == s.path
	if here || v.err == nil {
		s.stamp = v.saved.Stamp // also after an error: what stands there now
	}
	if v.err == nil || here && errors.Is(v.err, disk.ErrUnsure) {
		s.base, s.watch = &v.still, watch{}
	}
	warnings = v.saved.Warnings
	if v.err != nil {
		// What is not confirmed counts as unsaved, and the journal must have it.
		if trouble := s.Journal(); trouble != nil {
			warnings = append(warnings, trouble)
		}
		return warnings, v.err
	}
	s.Doc.MarkSavedAs(v.state)
	s.turns.given++ // a draft on its way is of work on the file as it was
	s.written = -1
	if !s.Doc.Modified() {
		s.written = v.state
	}
	if !here || !s.Doc.Modified() {
		if err := s.dropJournal(); err != nil {
			warnings = append(warnings, err)
		}
	}
	if !here && !s.closed {
		s.release()
		s.path = v.path
		if w := s.claimFile(); w != nil {
			warnings = append(warnings, w)
		}
	}
	return warnings, nil
}

// Save is a save done at once.
func (s *Session) Save() ([]error, error) { return s.atOnce(s.Saving()) }

// SaveOver is SavingOver done at once.
func (s *Session) SaveOver() ([]error, error) { return s.atOnce(s.SavingOver()) }

// SaveAs is SavingAs done at once.
func (s *Session) SaveAs(path string) ([]error, error) { return s.atOnce(s.SavingAs(path)) }

func (s *Session) atOnce(v *Saving) ([]error, error) {
	v.Write()
	return s.Saved(v)
}
