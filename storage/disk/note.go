package disk

import (
	"errors"
	"io/fs"
	"path/filepath"
)

// noteSuffix ends the names of notes, which stand in the state folder itself.
const noteSuffix = ".note"

// noteMost bounds what is read of a note, in bytes.
const noteMost = 1 << 20

// Note reads what PutNote kept under a name; nothing where there is none. A
// note is a convenience: what it says may be out of date.
func (s *Store) Note(name string) ([]byte, error) {
	if s.state == "" {
		return nil, nil
	}
	data, _, err := Read(filepath.Join(s.state, name+noteSuffix), noteMost)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// PutNote keeps a few bytes under a name for the next start. A crash leaves
// either these or what was kept before. Where there is no state folder it
// does nothing.
func (s *Store) PutNote(name string, data []byte) error {
	if s.state == "" {
		return nil
	}
	if err := putFile(s.fs, s.state, name+noteSuffix, data); err != nil {
		return fault("write in", s.state, errors.Join(ErrNoState, bare(err)))
	}
	return nil
}
