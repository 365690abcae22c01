package session

import (
	"warrant/argument"
	"warrant/argument/merge"
	"warrant/storage/disk"
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

// PutOff remembers that the person decides about a change later. Saving asks
// again.
func (s *Session) PutOff(c Change) { s.watch.putOff = &c }

// know takes note of what the file holds now.
func (s *Session) know(c Change) {
	s.stamp, s.watch = c.stamp, watch{}
	if c.Theirs != nil {
		base := c.Theirs.Still()
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
	base         *argument.Still
	theirs, mine argument.Still
}

// Sides takes what is needed to tell what the file's version and the open map
// changed since the file was read or saved here.
func (s *Session) Sides(c Change) Sides {
	return Sides{s.base, c.Theirs.Still(), s.Doc.Map().Still()}
}

// Theirs says what the file's version changed. It may be called from any
// goroutine.
func (d Sides) Theirs() string { return d.since(d.theirs) }

// Mine says what is unsaved. It may be called from any goroutine.
func (d Sides) Mine() string { return d.since(d.mine) }

func (d Sides) since(now argument.Still) string {
	if d.base == nil {
		return "all of it"
	}
	return Differences(d.base.Map(), now.Map())
}
