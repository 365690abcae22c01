package panel

import (
	"slices"

	"fyne.io/fyne/v2"

	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/palette"
)

// stepEditor edits one step: its title, what the speaker says, and the claims
// and links that it has in focus or reveals.
type stepEditor struct {
	*column
	desk   *Desk
	id     argument.ID
	title  *field
	say    *field
	focus  *stepShows
	reveal *stepShows
}

func newStepEditor(d *Desk, resize func()) *stepEditor {
	e := &stepEditor{desk: d}
	e.title = newField(d, language.Say("Title (else that of its claim)"))
	e.say = newTextField(d, language.Say("What you say"))
	grow := e.say.OnChanged
	e.say.OnChanged = func(s string) {
		was := e.say.rows
		grow(s)
		if e.say.rows != was {
			resize()
		}
	}
	e.focus = newStepShows(d, e, language.Say("In focus"), language.Say("None: the whole of what has been revealed"), resize,
		func(s *argument.Step) *[]argument.ID { return &s.Focus })
	e.reveal = newStepShows(d, e, language.Say("Reveals"), language.Say("Nothing new"), resize,
		func(s *argument.Step) *[]argument.ID { return &s.Reveal })
	e.column = newColumn(10, e.title, e.say, e.focus.column, e.reveal.column).within(edges{12, 12, 12, 14})
	return e
}

// show fills the editor with a step, or with nothing.
func (e *stepEditor) show(id argument.ID) {
	if id != e.id {
		e.flush()
		e.focus.most, e.reveal.most = stepItemsAtFirst, stepItemsAtFirst
	}
	e.id = id
	s := e.desk.Session.Doc.Map().Step(id)
	if s == nil {
		e.drop()
		return
	}
	e.title.fill(string(id), s.Title, func(t string) { e.change("Edit title of step", func(s *argument.Step) { s.Title = t }) })
	e.say.fill(string(id), s.Say, func(t string) { e.change("Edit what is said", func(s *argument.Step) { s.Say = t }) })
	e.focus.show(s)
	e.reveal.show(s)
}

func (e *stepEditor) change(label string, change func(*argument.Step)) {
	if id := e.id; e.desk.Session.Doc.Map().Step(id) != nil {
		e.desk.Do(label, func(ed *argument.Edit) error { return ed.UpdateStep(id, change) })
	}
}

// flush commits what is being typed.
func (e *stepEditor) flush() {
	e.title.flush()
	e.say.flush()
}

// drop forgets what is edited.
func (e *stepEditor) drop() {
	e.id = ""
	e.title.drop()
	e.say.drop()
}

// stepShows lists claims and links of a step, and takes the selection for
// them.
type stepShows struct {
	*column
	desk   *Desk
	editor *stepEditor
	of     func(*argument.Step) *[]argument.ID
	none   *prose
	body   *column
	rows   []*stepItem
	more   *press
	most   int
}

const stepItemsAtFirst = 8

func newStepShows(d *Desk, e *stepEditor, title, none string, resize func(), of func(*argument.Step) *[]argument.ID) *stepShows {
	l := &stepShows{desk: d, editor: e, of: of, most: stepItemsAtFirst}
	use := newPress(d, language.Say("Selection"), bare, palette.Select, func() { l.take(false) })
	use.telling(language.Say("What is selected, in place of these"))
	add := newPress(d, language.Say("+ Selection"), bare, palette.Select, func() { l.take(true) })
	add.telling(language.Say("What is selected as well"))
	l.none = newProse(d, none, 12, palette.Muted)
	l.more = newPress(d, "", framed, palette.Text, func() {
		l.most += 4 * stepItemsAtFirst
		l.editor.show(l.editor.id)
		resize()
	})
	l.body = newColumn(3)
	l.column = newColumn(5, newRow(8, newProse(d, title, 12, palette.Text).bold(), use, add), l.none, l.body)
	return l
}

// show lists what a step has.
func (l *stepShows) show(s *argument.Step) {
	m := l.desk.Session.Doc.Map()
	ids := *l.of(s)
	items := make([]fyne.CanvasObject, 0, l.most+1)
	for i, id := range ids[:min(len(ids), l.most)] {
		for len(l.rows) <= i {
			l.rows = append(l.rows, newStepItem(l.desk))
		}
		l.rows[i].show(m, id, func() { l.remove(id) })
		items = append(items, l.rows[i])
	}
	if left := len(ids) - l.most; left > 0 {
		l.more.set(language.Say("Show %d more", min(left, 4*stepItemsAtFirst)), palette.Text)
		items = append(items, l.more)
	}
	show(l.none, len(ids) == 0)
	l.body.items = items
	l.body.Refresh()
}

// take puts what is selected in place of what is there, or adds it.
func (l *stepShows) take(too bool) {
	selected := slices.Clone(l.desk.Session.Doc.Selection())
	if len(selected) == 0 {
		l.desk.Explain(language.Say("select the claims and links that the step is to show"))
		return
	}
	l.editor.change("Change what a step shows", func(s *argument.Step) {
		ids := l.of(s)
		if !too {
			*ids = selected
			return
		}
		next := slices.Clone(*ids)
		for _, id := range selected {
			if !slices.Contains(next, id) {
				next = append(next, id)
			}
		}
		*ids = next
	})
}

func (l *stepShows) remove(id argument.ID) {
	l.editor.change("Change what a step shows", func(s *argument.Step) {
		ids := l.of(s)
		*ids = slices.DeleteFunc(slices.Clone(*ids), func(one argument.ID) bool { return one == id })
	})
}

// stepItem is one of them: a click goes there, the cross takes it out.
type stepItem struct {
	*row
	desk *Desk
	door *doorway
	out  *press
}

func newStepItem(d *Desk) *stepItem {
	i := &stepItem{desk: d, door: newDoorway(d, 12, palette.Text)}
	i.door.most = 1
	i.out = newPress(d, "×", bare, palette.Muted, nil)
	i.out.telling(language.Say("No longer of this step"))
	i.row = newRow(6, i.door, i.out)
	return i
}

func (i *stepItem) show(m *argument.Map, id argument.ID, remove func()) {
	text, role := "", palette.Text
	if l := m.Link(id); l != nil {
		text, role = verb(m, l)+" · "+premisesText(m, l), roleOfLink(m, l)
	} else {
		text = claimText(m, id)
	}
	i.door.set(oneLine(text), role)
	i.door.open = func() { i.desk.Go(id) }
	i.out.tapped, i.out.erase = remove, remove
}
