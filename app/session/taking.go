package session

import (
	"warrant/argument"
	"warrant/argument/merge"
)

// Taking is the open map on its way to what the file's version makes of it:
// that version itself, or both brought together. What takes long about it can
// be done on another goroutine.
type Taking struct {
	change Change
	theirs argument.Still // the file's version, before cards get places
	now    Snapshot
	clean  bool
	base   *argument.Still
	merge  bool

	result  *argument.Map // that the open map becomes
	rework  *Rework
	renewed *Session // that takes the open one's place
	merged  Merged
	err     error
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

// Adopting begins to make the open map the one that the file holds. What was
// unsaved can be had back by undoing. A map that has its records in another
// order than can be reached by edits comes as a new session, which replaces s;
// it has nothing to undo. Unsaved work is not lost in that way: then the order
// stays.
func (s *Session) Adopting(c Change) *Taking {
	return &Taking{change: c, theirs: c.Theirs.Still(), now: s.Snapshot(), clean: !s.Doc.Modified(), result: c.Theirs}
}

// Merging begins to bring into the open map, as one edit, what the file's
// version changed since both were one. The result is unsaved, unless it is
// what the file holds.
func (s *Session) Merging(c Change) *Taking {
	return &Taking{change: c, theirs: c.Theirs.Still(), now: s.Snapshot(), base: s.base, merge: true}
}

// Work does what takes long. It may be called from any goroutine, and ends
// early once stop is closed: what came of it is of no use then.
func (t *Taking) Work(stop <-chan struct{}) {
	own := t.now.Map()
	if t.merge {
		base := argument.Empty(t.change.Theirs.Info().ID, "")
		if t.base != nil {
			base = t.base.Map()
		}
		r := merge.Merge(base, own, t.change.Theirs)
		t.result, t.merged.Conflicts = r.Map, r.Conflicts
	}
	t.rework, t.err = t.now.reworked(own, func(d *argument.Document) error {
		return d.Do("", func(e *argument.Edit) error { return become(e, t.result, t.now.measure) })
	}, stop, nil)
	if t.merge || !t.clean || t.err == ErrStopped || t.err == nil && ordered(own, t.change.Theirs) {
		return
	}
	t.renewed, t.err = Opening{Measure: t.now.measure, Stop: stop}.Map(t.change.Theirs)
}

// Taken makes the open map what it was on its way to, where it is what it was
// when that began, and reports whether. The session it returns is s or takes
// the place of s. The error says why it cannot be.
func (s *Session) Taken(t *Taking) (as *Session, taken bool, err error) {
	if s.Doc.State() != t.now.State || t.err != nil {
		return s, false, t.err
	}
	if t.renewed != nil {
		return s.renewed(t), true, nil
	}
	for _, v := range t.rework.difference.Claims {
		if v.To != nil {
			t.merged.Changed = append(t.merged.Changed, v.To.ID)
		}
	}
	for _, v := range t.rework.difference.Links {
		if v.To != nil {
			t.merged.Changed = append(t.merged.Changed, v.To.ID)
		}
	}
	t.merged.Mark = s.Doc.Mark()
	s.Take(takenAs[t.merge], t.rework)
	s.know(t.change)
	if !t.merge || s.Doc.Map().Still().Same(t.theirs) {
		s.settle()
	} else {
		s.markUnsaved()
	}
	return s, true, nil
}

// Merged tells what came of a merge that was taken.
func (t *Taking) Merged() Merged { return t.merged }

// Rework tells how the session's drawing came by it; nil where another session
// took its place.
func (t *Taking) Rework() *Rework {
	if t.renewed != nil {
		return nil
	}
	return t.rework
}

// Adopt is Adopting done at once.
func (s *Session) Adopt(c Change) (*Session, error) {
	t := s.Adopting(c)
	t.Work(nil)
	as, _, err := s.Taken(t)
	return as, err
}

// Merge is Merging done at once.
func (s *Session) Merge(c Change) (Merged, error) {
	t := s.Merging(c)
	t.Work(nil)
	_, _, err := s.Taken(t)
	return t.merged, err
}

// renewed is a session on what the file holds that takes s's place at it.
func (s *Session) renewed(t *Taking) *Session {
	n := t.renewed
	_ = s.dropJournal() // it is clean, and what stays there is offered once more
	n.store, n.put = s.store, s.put
	n.path, n.lock, n.journal = s.path, s.lock, s.journal
	n.stamp, n.base = t.change.stamp, &t.theirs
	s.lock, s.journal = nil, nil
	return n
}

// takenAs is what the step of undo is called, by whether the file was merged.
//
//language:texts
var takenAs = map[bool]string{false: "Take the file’s version", true: "Merge with the file"}
