package session

import (
	"errors"
	"io/fs"
	"os"

	"warrant/argument"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

// Looking is a look at the file of an open map that has to read it. Reading a
// large map takes longer than a window may stand still, so that can be done on
// another goroutine. The session's own tells what came of it.
type Looking struct {
	path   string
	in     os.FileInfo // nil where there is no file
	known  disk.Stamp
	base   *argument.Still
	again  bool // what was put off is told too
	stamp  disk.Stamp
	change Change
}

// Looking tells whether the file must be read to know what has become of it
// since it was read or saved here, nil for no. It is for asking often: as long
// as size and time stay, it need not.
func (s *Session) Looking() *Looking {
	if s.path == "" || s.saving {
		return nil // what comes there while it is saved, Saved tells
	}
	in, err := os.Stat(s.path)
	if err == nil && s.watch.gone == 0 && s.watch.putOff == nil && in.Size() == s.watch.size && in.ModTime().UnixNano() == s.watch.modified {
		return nil
	}
	if errors.Is(err, fs.ErrNotExist) {
		// Other programs replace a file by removing it first: once is not
		// enough.
		if s.watch.gone++; s.watch.gone < 2 {
			return nil
		}
	}
	l := s.looking()
	if err == nil {
		l.in = in
	}
	return l
}

// LookingAgain is Looking for the moment of a save: it reads in any case, and
// tells also what was put off.
func (s *Session) LookingAgain() *Looking {
	s.watch.putOff = nil
	l := s.looking()
	l.again = true
	return l
}

func (s *Session) looking() *Looking { return &Looking{path: s.path, known: s.stamp, base: s.base} }

// Read reads the file. It may be called from any goroutine.
func (l *Looking) Read() {
	data, stamp, err := disk.Read(l.path, mapfile.MaxBytes)
	l.stamp = stamp
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if !l.known.IsZero() { // else that is known
			l.change = Change{Kind: Gone}
		}
		return
	case errors.Is(err, disk.ErrBusy):
		l.stamp = l.known // the next look will tell
		return
	case err != nil:
		l.change = Change{Kind: Unreadable, Err: err}
		return
	case stamp.Sum == l.known.Sum:
		return
	}
	m, err := mapfile.Decode(data)
	switch {
	case err != nil:
		l.change = Change{Kind: Unreadable, Err: err, stamp: stamp}
	case l.base != nil && l.base.Same(m.Still()): // written anew, but it says the same
	default:
		l.change = Change{Kind: Rewritten, Theirs: m, stamp: stamp}
	}
}

// Looked tells what has become of the file. A change that was put off is told
// again only once the file changes further. Where the map was saved since the
// look began there is none: the next look tells.
func (s *Session) Looked(l *Looking) Change {
	if s.saving || s.path != l.path || s.stamp != l.known {
		return Change{}
	}
	c := l.change
	if c.Kind == Same && !l.stamp.IsZero() {
		s.stamp = l.stamp
	}
	if l.again {
		return c
	}
	if c.Kind == Same && l.in != nil {
		if s.watch.gone >= 2 && s.Doc.State() == s.watch.goneState {
			s.Doc.MarkSaved() // it came back as it was
		}
		s.watch = watch{size: l.in.Size(), modified: l.in.ModTime().UnixNano()}
	}
	if p := s.watch.putOff; p != nil && p.Kind == c.Kind && p.stamp.Sum == c.stamp.Sum {
		return Change{}
	}
	return c
}

// Look is a look done at once.
func (s *Session) Look() Change {
	l := s.Looking()
	if l == nil {
		return Change{}
	}
	l.Read()
	return s.Looked(l)
}

// LookAgain is LookingAgain done at once.
func (s *Session) LookAgain() Change {
	l := s.LookingAgain()
	l.Read()
	return s.Looked(l)
}
