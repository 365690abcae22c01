package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/session"
	"warrant/app/window/control"
	"warrant/argument"
	"warrant/argument/merge"
	"warrant/storage/disk"
)

// settling steps through the conflicts of a merge in a bar over the canvas.
// The map can be worked on meanwhile.
type settling struct {
	*stepBar
	session   *session.Session // nil where there is none to settle
	on        *marks           // of its map
	conflicts []merge.Conflict
	merged    session.Merged
	// taken is which side the map follows in each conflict, by the state of
	// the document, so that undo and redo are followed.
	taken map[int][]merge.Side
	now   []merge.Side
	was   *argument.Map      // before the merge
	begun map[changeKey]bool // what the merge changed in it
	later *lull              // marks again

	mine   *reading
	theirs *reading
}

func (s *settling) open() bool { return s != nil && s.stepBar.open() }

// waits reports whether there is something to settle in a map, be it shown or
// not: what stands in it is not yet what the person means.
func (s *settling) waits(in *session.Session) bool { return s != nil && in != nil && s.session == in }

// forget gives up what was to be settled in a map that is closed.
func (s *settling) forget(in *session.Session) {
	if s.waits(in) {
		s.session, s.on, s.conflicts, s.taken, s.was, s.begun = nil, nil, nil, nil, nil, nil
	}
}

// aside takes the bar away while another map is shown, and again brings it
// back with its own.
func (s *settling) aside() {
	if s.open() {
		s.bar.Hide()
	}
}

func (s *settling) again() {
	if s != nil && s.waits(s.w.session) {
		s.bar.Show()
		s.show(s.at)
	}
}

// settle shows the bar, if the two versions do not agree in something that
// matters; small matters are only told.
func (w *Window) settle(m session.Merged, was *argument.Map) bool {
	var open []merge.Conflict
	for _, c := range m.Conflicts {
		if !c.Minor {
			open = append(open, c)
		}
	}
	if small := len(m.Conflicts) - len(open); small > 0 {
		w.explain(language.Count(small, "%d small matter, as the places of cards, stayed as you had it", "%d small matters, as the places of cards, stayed as you had them"))
	}
	if len(open) == 0 {
		return false
	}
	if w.settling == nil {
		w.settling = newSettling(w)
	}
	w.differences.end()
	w.settling.begin(m, open, was)
	return true
}

func newSettling(w *Window) *settling {
	s := &settling{}
	s.stepBar = newStepBar(w, s.turn, s.end)
	s.later = &lull{wait: followWait, run: s.remark}
	s.mine = newReading(language.Say("Take Mine"), language.Say("Mine"), s.button("", func() { s.take(merge.Mine) }))
	s.theirs = newReading(language.Say("Take Theirs"), language.Say("Theirs"), s.button("", func() { s.take(merge.Theirs) }))
	s.add(container.NewGridWithColumns(2, s.mine.object, s.theirs.object))
	return s
}

func (s *settling) begin(m session.Merged, open []merge.Conflict, was *argument.Map) {
	s.end()
	s.session, s.on, s.merged, s.conflicts = s.w.session, s.w.marks, m, open
	s.was, s.begun = was, nil
	s.now = nil
	for _, c := range open {
		s.now = append(s.now, c.Taken)
	}
	doc := s.session.Doc
	if doc.Mark() == m.Mark {
		s.merged.Mark-- // nothing of theirs was taken, so nothing can be undone
	}
	s.taken = map[int][]merge.Side{doc.State(): slices.Clone(s.now)}
	s.begins(len(open))
	s.remark()
	chosen := s.mine.button // Return changes nothing
	if s.now[0] == merge.Theirs {
		chosen = s.theirs.button
	}
	s.w.win.Canvas().Focus(chosen)
}

// watch follows undo and redo: of a choice, and of the merge itself. The
// window calls it after every change of the document.
func (s *settling) watch() {
	if !s.open() {
		return
	}
	doc := s.session.Doc
	if doc.Mark() <= s.merged.Mark {
		s.end()
		return
	}
	if known, ok := s.taken[doc.State()]; ok {
		s.now = slices.Clone(known)
	} else {
		s.taken[doc.State()] = slices.Clone(s.now)
	}
	s.mark()
	s.later.ask()
}

// remark marks what the merge changed, and what was chosen since.
func (s *settling) remark() {
	if !s.open() {
		return
	}
	on := s.on
	s.w.sinceThen(s.was, func(found *merge.Comparison) {
		if !s.open() || s.on != on {
			return
		}
		if s.begun == nil {
			s.begun = keysOf(found)
		}
		on.differ(markedBy(only(found, func(c merge.Change) bool { return s.begun[keyOf(c)] || s.settles(c) }).After()))
	})
}

// settles reports whether a change is of what the two versions did not agree
// in.
func (s *settling) settles(c merge.Change) bool {
	return slices.ContainsFunc(s.conflicts, func(x merge.Conflict) bool {
		return slices.ContainsFunc(x.IDs, func(id argument.ID) bool { return slices.Contains(c.IDs, id) })
	})
}

// turn shows a conflict.
func (s *settling) turn() []argument.ID {
	c := s.conflicts[s.at]
	s.title.SetText(language.Say("Conflict %d of %d", s.at+1, s.steps))
	s.text.SetText(retoldSentence(c.Said))
	s.mine.say(retold(c.Readings[merge.Mine]))
	s.theirs.say(retold(c.Readings[merge.Theirs]))
	s.mark()
	return c.IDs
}

// mark shows which reading the map follows.
func (s *settling) mark() {
	side := s.now[s.at]
	s.mine.choose(side == merge.Mine)
	s.theirs.choose(side == merge.Theirs)
}

func (s *settling) take(side merge.Side) {
	was := s.now[s.at]
	s.now[s.at] = side // before the edit: watch is called from within it
	if err := merge.Resolve(s.session.Doc, s.conflicts[s.at], side); err != nil {
		s.now[s.at] = was
		s.mark()
		s.w.fail(err)
		return
	}
	s.taken[s.session.Doc.State()] = slices.Clone(s.now)
	s.mark()
	s.look(s.conflicts[s.at].IDs...)
}

func (s *settling) end() {
	if s == nil || s.session == nil {
		return
	}
	if s.open() {
		s.hide()
		s.w.explain(language.Say("save to keep what was merged"))
	}
	s.on.differ(nil)
	s.forget(s.session)
}

// reading is one side of a conflict: what it says, and a button to have it.
type reading struct {
	object fyne.CanvasObject
	button *control.Answer
	text   *widget.Label
	ask    string // on the button while the other side is taken
	name   string // on it while this side is
}

func newReading(ask, name string, take *control.Answer) *reading {
	r := &reading{ask: ask, name: name, button: take, text: widget.NewLabel("")}
	r.text.Wrapping = fyne.TextWrapWord
	r.object = container.NewBorder(nil, r.button, nil, nil, r.text)
	return r
}

// longestReading is how much of a reading is shown, in code points.
const longestReading = 240

func (r *reading) say(text string) {
	shown := shortened(disk.Display(text), longestReading)
	if shown == "" {
		shown = language.Say("(nothing)")
	}
	r.text.SetText(shown)
}

func (r *reading) choose(chosen bool) {
	r.button.Importance, r.button.Text = widget.MediumImportance, r.ask
	if chosen {
		r.button.Importance, r.button.Text = widget.HighImportance, r.name+" ✓"
	}
	r.button.Refresh()
}
