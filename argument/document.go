package argument

import "slices"

// Document is a map that is being worked on: the one way to change it, what
// was done to it, and what of it is selected. It is for one goroutine.
type Document struct {
	m         *Map
	done      []entry
	undone    []entry
	state     int // names the map as it is now; undo brings an older name back
	lastState int
	saved     int
	selection []ID
	observers []*func(Difference)
	watchers  []*func()
	editing   bool
	finish    func() // brings what is under way to its end
}

// entry is one step of undo.
type entry struct {
	label       string
	difference  Difference
	state       int     // after it
	stateBefore int     // before it
	selection   []ID    // before it
	cleared     []entry // what could be done again until then: Revert brings it back
}

// NewDocument returns a document on m, which counts as saved. The map must
// not be used with another document.
func NewDocument(m *Map) *Document { return &Document{m: m} }

// Map returns the map, to be read.
func (d *Document) Map() *Map { return d.m }

// Do makes one edit under a label that says in the menu what is undone
// ("Move claim"). It applies the edit whole or, when change returns an error
// or a rule of the map is broken, not at all. An edit that changes nothing
// leaves no step behind. Observers must not call Do.
func (d *Document) Do(label string, change func(*Edit) error) error {
	if d.editing {
		panic("argument: Do called from within an edit or an observer")
	}
	d.conclude()
	d.editing = true
	defer func() { d.editing = false }()
	e := &Edit{m: d.m}
	sound := false
	defer func() { // also when change panics
		if !sound {
			d.m.apply(e.difference().Inverse())
		}
	}()
	if err := change(e); err != nil {
		return err
	}
	e.lead()
	e.settle()
	diff := e.difference()
	if err := e.check(&diff); err != nil {
		return err
	}
	sound = true
	d.add(label, diff)
	return nil
}

// add makes a difference that is in the map already a step of undo.
func (d *Document) add(label string, diff Difference) {
	if diff.Empty() {
		return
	}
	before := d.state
	d.lastState++
	d.state = d.lastState
	d.done = append(d.done, entry{label, diff, d.state, before, slices.Clone(d.selection), d.undone})
	d.undone = nil
	d.tell(diff)
}

// Take makes, as one edit, the difference that an edit made in a copy of the
// map, one that is made of a still: so an edit that takes long can be worked
// out on another goroutine. The map must be what it was when the still was
// taken.
func (d *Document) Take(label string, diff Difference) {
	if d.editing {
		panic("argument: Take called from within an edit or an observer")
	}
	d.conclude()
	d.editing = true
	defer func() { d.editing = false }()
	d.m.apply(diff)
	d.add(label, diff)
}

// Back returns what Undo would change.
func (d *Document) Back() Difference {
	if len(d.done) == 0 {
		return Difference{}
	}
	return d.done[len(d.done)-1].difference.Inverse()
}

// Forth returns what Redo would change.
func (d *Document) Forth() Difference {
	if len(d.undone) == 0 {
		return Difference{}
	}
	return d.undone[len(d.undone)-1].difference
}

// CanUndo returns the label of the step that Undo takes back.
func (d *Document) CanUndo() (label string, ok bool) {
	if len(d.done) == 0 {
		return "", false
	}
	return d.done[len(d.done)-1].label, true
}

// CanRedo returns the label of the step that Redo does again.
func (d *Document) CanRedo() (label string, ok bool) {
	if len(d.undone) == 0 {
		return "", false
	}
	return d.undone[len(d.undone)-1].label, true
}

// Undo takes the last step back and brings back what was selected before it.
// It reports whether there was one.
func (d *Document) Undo() bool {
	d.conclude()
	if len(d.done) == 0 {
		return false
	}
	e := d.pop()
	after := slices.Clone(d.selection)
	d.restore(e)
	e.selection = after
	d.undone = append(d.undone, e)
	return true
}

// Redo does the last undone step again.
func (d *Document) Redo() bool {
	d.conclude()
	if len(d.undone) == 0 {
		return false
	}
	e := d.undone[len(d.undone)-1]
	d.undone = d.undone[:len(d.undone)-1]
	after := e.selection
	e.selection = slices.Clone(d.selection)
	d.done = append(d.done, e)
	d.m.apply(e.difference)
	d.state = e.state
	d.tell(e.difference)
	d.Select(after...)
	return true
}

func (d *Document) pop() entry {
	e := d.done[len(d.done)-1]
	d.done = d.done[:len(d.done)-1]
	return e
}

func (d *Document) restore(e entry) {
	inv := e.difference.Inverse()
	d.m.apply(inv)
	d.state = e.stateBefore
	d.tell(inv)
	d.Select(e.selection...)
}

// Mark names a point to which a gesture's edits are squashed or reverted.
type Mark int

// Mark returns the present point.
func (d *Document) Mark() Mark {
	d.conclude()
	return Mark(len(d.done))
}

// Underway says that a change takes time, such as cards on their way to their
// places: finish is called, once, before anything else is done or undone, to
// bring the change to its end, and may do so by Do and Squash. What was under
// way before is finished first. Of finish nothing is left when withdraw has
// been called, as the change itself has to before each of its edits.
func (d *Document) Underway(finish func()) (withdraw func()) {
	d.conclude()
	d.finish = finish
	return func() { d.finish = nil }
}

func (d *Document) conclude() {
	if finish := d.finish; finish != nil {
		d.finish = nil
		finish()
	}
}

// Squash makes all steps since the mark one step.
func (d *Document) Squash(m Mark, label string) {
	if int(m) >= len(d.done) {
		return
	}
	steps := d.done[m:]
	one := steps[0]
	for _, s := range steps[1:] {
		one.difference = one.difference.Then(s.difference)
		one.state = s.state
	}
	one.difference = one.difference.settled()
	one.label = label
	d.done = d.done[:m]
	if one.difference.Empty() { // there and back again
		d.state = one.stateBefore
		return
	}
	d.done = append(d.done, one)
}

// Revert takes all steps since the mark back and forgets them. What could be
// done again at the mark can be again.
func (d *Document) Revert(m Mark) {
	for len(d.done) > int(m) {
		e := d.pop()
		d.restore(e)
		d.undone = e.cleared
	}
}

// History returns the labels of the steps done, oldest first, and of those
// undone, next first.
func (d *Document) History() (done, undone []string) {
	for _, e := range d.done {
		done = append(done, e.label)
	}
	for _, e := range slices.Backward(d.undone) {
		undone = append(undone, e.label)
	}
	return done, undone
}

// MarkSaved says that the map as it is now is what the file holds.
func (d *Document) MarkSaved() { d.saved = d.state }

// MarkSavedAs says that the map as it was in a state is what the file holds:
// writing took a while, and edits may have been made meanwhile.
func (d *Document) MarkSavedAs(state int) { d.saved = state }

// MarkUnsaved says that no file holds the map as it is now.
func (d *Document) MarkUnsaved() { d.saved = -1 }

// Modified reports whether the map differs from what was last saved. It is
// false again after undoing to there.
func (d *Document) Modified() bool { return d.state != d.saved }

// State names the map as it is now: equal states of one document are equal
// maps.
func (d *Document) State() int { return d.state }

// Observe has fn told every difference, right after it was applied. The
// returned function ends that.
func (d *Document) Observe(fn func(Difference)) (cancel func()) {
	p := &fn
	d.observers = append(d.observers, p)
	return func() {
		d.observers = slices.DeleteFunc(slices.Clone(d.observers), func(q *func(Difference)) bool { return q == p })
	}
}

func (d *Document) tell(diff Difference) {
	was := d.editing
	d.editing = true
	defer func() { d.editing = was }() // also when an observer panics
	for _, fn := range d.observers {
		(*fn)(diff)
	}
	d.prune()
}

// Forget drops the steps since the mark from what can be undone, as if the
// map had come so.
func (d *Document) Forget(m Mark) {
	if int(m) < len(d.done) {
		d.done = d.done[:m]
	}
}
