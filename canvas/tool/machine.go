package tool

import (
	"slices"
	"time"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// Tool turns what a person does on the canvas into edits of a document. It
// is for one goroutine. The scene must follow the document before the tool
// is used again, so it observes the document itself, not through the tool.
type Tool struct {
	doc   *argument.Document
	scene *scene.Scene
	host  Host

	view      geom.View
	size      geom.Size
	asked     func() // what to show once the size is known
	mode      Mode
	spaceHeld bool

	state  state
	last   Pointer // the latest event, for what changes under a still pointer
	inside bool    // whether last is on the canvas
	click  click
	nudge  nudge
	asking *Overlay // shown while the window asks what a link is to lead to

	overlay Overlay
	cursor  Cursor

	dirty    bool
	watchers []*func()
	forget   func() // ends observing the document
}

// state is what the tool is in the middle of. What a press begins is decided
// by the idle state; every other one lives until its button goes up.
type state interface {
	move(t *Tool, p Pointer)
	up(t *Tool, p Pointer)
	lost(t *Tool)   // the button went up and nobody told
	cancel(t *Tool) // as if it had not begun
}

// click remembers the last press, to tell a double click.
type click struct {
	at     geom.Point
	time   time.Time
	button Button
	counts bool // it has neither become a drag nor the second half of a pair
}

// A double click is two presses no further apart than this.
const (
	doubleTime   = 400 * time.Millisecond
	doubleReach  = 6.0 // pixels
	dragDistance = 4.0 // pixels a press travels before it is a drag
)

// New returns a tool in the mode Selecting that works on a document and on
// its scene, which must observe the document already.
func New(doc *argument.Document, sc *scene.Scene, host Host) *Tool {
	t := &Tool{doc: doc, scene: sc, host: host, view: geom.View{Zoom: 1}, state: idle{}}
	t.forget = doc.Observe(func(argument.Difference) {
		if !t.Busy() { // things moved below a pointer that stands still
			t.hover()
			t.flush()
		}
	})
	return t
}

// Close ends that the tool follows its document.
func (t *Tool) Close() { t.forget() }

// Down takes a press. While a button is held, a press of another one is
// passed over; a press of the same means that its release was lost.
func (t *Tool) Down(p Pointer) {
	defer t.flush()
	if p.Button == NoButton {
		return
	}
	if t.Busy() {
		if p.Button != t.last.Button {
			return
		}
		t.state.lost(t)
	}
	t.last, t.inside, t.asking = p, true, nil
	t.press(p)
}

// Move takes a motion of the pointer. One without a button ends whatever a
// button had begun.
func (t *Tool) Move(p Pointer) {
	defer t.flush()
	if t.Busy() {
		if p.Button == NoButton {
			t.state.lost(t)
		} else {
			p.Button = t.last.Button
		}
	}
	t.last, t.inside = p, true
	t.state.move(t, p)
}

// Up takes a release. It may be missing, come late or come twice.
func (t *Tool) Up(p Pointer) {
	defer t.flush()
	if !t.Busy() || p.Button != NoButton && p.Button != t.last.Button {
		return
	}
	s := t.state
	t.last = p
	t.last.Button = NoButton
	s.up(t, p)
	if !t.Busy() {
		t.state.move(t, t.last) // what is hovered over now
	}
}

// Leave tells that the pointer left the canvas. What a button has begun goes
// on: the pointer may come back with the button held, and its release is
// told wherever it happens, if at all.
func (t *Tool) Leave() {
	defer t.flush()
	t.inside = false
	t.hover()
}

// Cancel ends what a button has begun as if it had not: cards go back to
// where they were and the selection is what it was.
func (t *Tool) Cancel() {
	defer t.flush()
	if !t.Busy() {
		return
	}
	s := t.state
	t.become(idle{})
	t.click.counts = false
	s.cancel(t)
}

// Busy reports whether a gesture is under way.
func (t *Tool) Busy() bool { _, at := t.state.(idle); return !at }

// Mode returns what a click on the canvas makes.
func (t *Tool) Mode() Mode { return t.mode }

// SetMode changes what a click on the canvas makes. A gesture under way is
// cancelled.
func (t *Tool) SetMode(m Mode) {
	defer t.flush()
	t.Cancel()
	if m == t.mode {
		return
	}
	t.mode = m
	t.dirty = true
	t.hover()
}

// Overlay returns what is to be shown on top of the scene. It stays the
// tool's and changes with the next event.
func (t *Tool) Overlay() *Overlay { return &t.overlay }

// Cursor returns the shape of the pointer.
func (t *Tool) Cursor() Cursor { return t.cursor }

// OnChange has fn called after each event or command that changed the view,
// the overlay, the cursor or the mode. The returned function ends that.
func (t *Tool) OnChange(fn func()) (cancel func()) {
	p := &fn
	t.watchers = append(t.watchers, p)
	return func() {
		t.watchers = slices.DeleteFunc(slices.Clone(t.watchers), func(q *func()) bool { return q == p })
	}
}

// become changes the state and takes away what the former one showed.
func (t *Tool) become(s state) {
	if _, held := t.state.(*moving); held {
		t.scene.Lift() // what is put down, the rest makes room for
	}
	t.state = s
	t.show(Overlay{})
	t.point(Arrow)
}

func (t *Tool) show(o Overlay) {
	if !t.overlay.equal(&o) {
		t.overlay = o
		t.dirty = true
	}
}

func (t *Tool) point(c Cursor) {
	if t.cursor != c {
		t.cursor = c
		t.dirty = true
	}
}

func (t *Tool) flush() {
	if !t.dirty {
		return
	}
	t.dirty = false
	for _, fn := range t.watchers {
		(*fn)()
	}
}

// edit makes one edit, and says on the screen why it could not be made.
func (t *Tool) edit(label string, change func(*argument.Edit) error) bool {
	if err := t.doc.Do(label, change); err != nil {
		t.host.Explain("This cannot be done: " + err.Error() + ".")
		return false
	}
	return true
}
