package session

import (
	"errors"
	"io/fs"
	"os"
	"reflect"

	"warrant/argument"
	"warrant/argument/merge"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

// Change is what another program did to the file of an open map.
type Change struct {
	Kind ChangeKind
	// Theirs is the map that stands in the file now, if it is Rewritten.
	Theirs *argument.Map
	// Err says why the file cannot be read as a map, if it is Unreadable.
	Err error

	stamp disk.Stamp
}

// ChangeKind says which.
type ChangeKind uint8

// The kinds of change.
const (
	Same       ChangeKind = iota
	Rewritten             // it holds another map
	Gone                  // there is no file
	Unreadable            // it holds no sound map, or cannot be read
)

// watch is what a session remembers about looks at its file.
type watch struct {
	size, modified int64 // of the last look that found the file as it was
	gone           int   // looks in a row that found no file
	goneState      int   // what then counted as saved
	putOff         *Change
}

// Look tells what has become of the file since it was read or saved here. It
// is for asking often: as long as size and time stay, it does not read. A
// change that was put off is told again only once the file changes further.
// While a save is on its way there is none.
func (s *Session) Look() Change {
	if s.path == "" || s.saving {
		return Change{} // what comes there while it is saved, Saved tells
	}
	in, err := os.Stat(s.path)
	if err == nil && s.watch.gone == 0 && s.watch.putOff == nil && in.Size() == s.watch.size && in.ModTime().UnixNano() == s.watch.modified {
		return Change{}
	}
	if errors.Is(err, fs.ErrNotExist) {
		// Other programs replace a file by removing it first: once is not
		// enough.
		if s.watch.gone++; s.watch.gone < 2 {
			return Change{}
		}
	}
	c := s.examine()
	if c.Kind == Same && err == nil {
		if s.watch.gone >= 2 && s.Doc.State() == s.watch.goneState {
			s.Doc.MarkSaved() // it came back as it was
		}
		s.watch = watch{size: in.Size(), modified: in.ModTime().UnixNano()}
	}
	if p := s.watch.putOff; p != nil && p.Kind == c.Kind && p.stamp.Sum == c.stamp.Sum {
		return Change{}
	}
	return c
}

// LookAgain is Look for the moment of a save: it reads, and tells also what
// was put off.
func (s *Session) LookAgain() Change {
	s.watch.putOff = nil
	return s.examine()
}

func (s *Session) examine() Change {
	data, stamp, err := disk.Read(s.path, mapfile.MaxBytes)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if s.stamp.IsZero() {
			return Change{} // that is known
		}
		return Change{Kind: Gone}
	case errors.Is(err, disk.ErrBusy):
		return Change{} // the next look will tell
	case err != nil:
		return Change{Kind: Unreadable, Err: err}
	case stamp.Sum == s.stamp.Sum:
		s.stamp = stamp
		return Change{}
	}
	m, err := mapfile.Decode(data)
	if err != nil {
		return Change{Kind: Unreadable, Err: err, stamp: stamp}
	}
	if s.base != nil && reflect.DeepEqual(*s.base, m.Parts()) {
		s.stamp = stamp // written anew, but it says the same
		return Change{}
	}
	return Change{Kind: Rewritten, Theirs: m, stamp: stamp}
}

// PutOff remembers that the person decides about a change later. Saving asks
// again.
func (s *Session) PutOff(c Change) { s.watch.putOff = &c }

// Adopt makes the open map the one that the file holds. What was unsaved can
// be had back by undoing. A map that has its records in another order than
// can be reached by edits comes as a new session, which replaces s; it has
// nothing to undo. Unsaved work is not lost in that way: then the order stays.
func (s *Session) Adopt(c Change) (*Session, error) {
	clean := !s.Doc.Modified()
	err := s.Doc.Do("Take the file’s version", func(e *argument.Edit) error { return become(e, c.Theirs, s.measure) })
	if err != nil || clean && !ordered(s.Doc.Map(), c.Theirs) {
		if !clean {
			return s, err
		}
		return s.renewed(c), nil
	}
	s.know(c)
	s.settle()
	return s, nil
}

// renewed is a session on what the file holds that takes s's place at it.
func (s *Session) renewed(c Change) *Session {
	base := c.Theirs.Parts()
	n := Start(c.Theirs, s.store, s.measure)
	_ = s.dropJournal() // it is clean, and what stays there is offered once more
	n.path, n.lock, n.journal = s.path, s.lock, s.journal
	n.stamp, n.base = c.stamp, &base
	s.lock, s.journal = nil, nil
	return n
}

// know takes note of what the file holds now.
func (s *Session) know(c Change) {
	s.stamp, s.watch = c.stamp, watch{}
	if c.Theirs != nil {
		base := c.Theirs.Parts()
		s.base = &base
	}
}

// KeepMine leaves the open map as it is: the next save replaces what the file
// holds now, of which a copy is kept among the earlier versions.
func (s *Session) KeepMine(c Change) {
	if c.Kind == Unreadable && c.stamp.IsZero() {
		s.PutOff(c) // what could not be read is not overwritten unasked
		return
	}
	if c.Kind == Gone {
		s.watch.goneState = s.Doc.State()
		if s.Doc.Modified() {
			s.watch.goneState = -1
		}
		s.PutOff(c)
		s.markUnsaved()
		return
	}
	s.know(c)
	s.markUnsaved()
}

// Merged is what bringing two versions together did.
type Merged struct {
	// Conflicts are what the two do not agree in; the open map follows one
	// side in each.
	Conflicts []merge.Conflict
	// Changed names the claims and links that are other than they were in the
	// open map, or new.
	Changed []argument.ID
	// Mark is the point of the history before the merge.
	Mark argument.Mark
}

// Merge brings into the open map, as one edit, what the file's version
// changed since both were one. The result is unsaved, unless it is what the
// file holds.
func (s *Session) Merge(c Change) (Merged, error) {
	base := argument.Empty(c.Theirs.Info().ID, "")
	if s.base != nil {
		b, err := argument.Build(*s.base)
		if err != nil {
			return Merged{}, err
		}
		base = b
	}
	r := merge.Merge(base, s.Doc.Map(), c.Theirs)
	out := Merged{Conflicts: r.Conflicts, Mark: s.Doc.Mark()}
	stop := s.Doc.Observe(func(d argument.Difference) {
		for _, v := range d.Claims {
			if v.To != nil {
				out.Changed = append(out.Changed, v.To.ID)
			}
		}
		for _, v := range d.Links {
			if v.To != nil {
				out.Changed = append(out.Changed, v.To.ID)
			}
		}
	})
	defer stop()
	if err := s.Doc.Do("Merge with the file", func(e *argument.Edit) error { return become(e, r.Map, s.measure) }); err != nil {
		return Merged{}, err
	}
	s.know(c)
	if reflect.DeepEqual(s.Doc.Map().Parts(), c.Theirs.Parts()) {
		s.settle()
	} else {
		s.markUnsaved()
	}
	return out, nil
}

// settle says that the file holds the map.
func (s *Session) settle() {
	s.Doc.MarkSaved()
	s.written = s.Doc.State()
	_ = s.dropJournal() // what stays there is offered once more: no loss
}

// NoDifference is what Differences says of two maps that say the same.
const NoDifference = "no difference"

// Differences says in a line what changed from one map to a later one.
func Differences(from, to *argument.Map) string {
	c := merge.Compare(from, to)
	return Said(&c)
}

// Said says a comparison in a line.
func Said(c *merge.Comparison) string {
	if c.Same() {
		return NoDifference
	}
	return disk.Display(c.Summary())
}

// Sides is what two versions that come from one changed in it, to be told
// beside the window: comparing large maps takes a while.
type Sides struct {
	base         *argument.Parts
	theirs, mine argument.Parts
}

// Sides takes what is needed to tell what the file's version and the open map
// changed since the file was read or saved here.
func (s *Session) Sides(c Change) Sides {
	return Sides{s.base, c.Theirs.Parts(), s.Doc.Map().Parts()}
}

// Theirs says what the file's version changed. It may be called from any
// goroutine.
func (d Sides) Theirs() string { return d.since(d.theirs) }

// Mine says what is unsaved. It may be called from any goroutine.
func (d Sides) Mine() string { return d.since(d.mine) }

func (d Sides) since(now argument.Parts) string {
	if d.base == nil {
		return "all of it"
	}
	base, err := argument.Build(*d.base)
	if err != nil {
		return err.Error()
	}
	m, err := argument.Build(now)
	if err != nil {
		return err.Error()
	}
	return Differences(base, m)
}
