package panel

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/argument"
	"warrant/canvas/palette"
)

// evidenceEditor changes one item of evidence, a step of undo for each field
// that is committed.
type evidenceEditor struct {
	*column
	desk     *Desk
	link     argument.ID
	id       argument.ID
	kind     *control.Pick
	side     *press
	text     *field
	source   *control.Pick
	sources  []argument.ID // of the options of source; "" for none
	locator  *field
	url      *field
	exit     *exit
	reliable *gauge
	note     *field
	up, down *press
	filling  bool
}

func noSource() string  { return language.Say("No source") }
func newSource() string { return language.Say("New source…") }

func newEvidenceEditor(d *Desk, done func()) *evidenceEditor {
	v := &evidenceEditor{desk: d}
	var names []string
	for _, k := range argument.EvidenceKinds {
		names = append(names, kindName(k))
	}
	v.kind = control.NewPick(names, func(string) {
		i := v.kind.SelectedIndex()
		if v.filling || i < 0 {
			return
		}
		v.change("Change kind of evidence", func(e *argument.Evidence) { e.Kind = argument.EvidenceKinds[i] })
	})
	v.side = newPress(d, "", chip, palette.Supports, v.turn)
	v.side.size = 11.5
	v.text = newTextField(d, language.Say("What it says"))
	v.source = control.NewPick(nil, v.chooseSource)
	v.locator = newField(d, language.Say("Where in it: ¶3, p. 12"))
	v.url = newField(d, language.Say("Web address"))
	v.exit = newExit(d)
	v.note = newTextField(d, language.Say("Note"))
	v.reliable = newGauge(d, language.Say("Reliability"), "Change reliability", true)
	v.up = newPress(d, "↑", framed, palette.Text, func() { v.shift(-1) }).telling(language.Say("further up"))
	v.down = newPress(d, "↓", framed, palette.Text, func() { v.shift(1) }).telling(language.Say("further down"))
	claim := newPress(d, language.Say("Make a claim"), framed, palette.Text, func() {
		v.flush()
		d.Tool.EvidenceToClaim(v.link, v.id)
	})
	remove := newPress(d, language.Say("Remove"), framed, palette.Opposes, v.remove)
	finish := newPress(d, language.Say("Done"), framed, palette.Select, func() {
		v.flush()
		done()
	})
	v.column = newColumn(6,
		newRow(8, v.kind, v.side), v.text, v.source, v.locator, v.url, newRow(0, v.exit.press).loosely(), v.reliable.column, v.note,
		newRow(6, claim, remove).loosely(), newRow(6, v.up, v.down, finish).loosely(),
	).within(edges{10, 10, 10, 10}).framed(d, palette.Panel, palette.Select)
	return v
}

// find returns the item as the map has it.
func (v *evidenceEditor) find() (item argument.Evidence, at, of int, ok bool) {
	l := v.desk.Session.Doc.Map().Link(v.link)
	if l == nil {
		return item, 0, 0, false
	}
	at = slices.IndexFunc(l.Evidence, func(e argument.Evidence) bool { return e.ID == v.id })
	if at < 0 {
		return item, 0, 0, false
	}
	return l.Evidence[at], at, len(l.Evidence), true
}

// edit opens an item, or follows what became of it.
func (v *evidenceEditor) edit(link, id argument.ID) {
	v.link, v.id = link, id
	item, at, of, ok := v.find()
	if !ok {
		return
	}
	v.filling = true
	defer func() { v.filling = false }()
	owner := string(link) + "/" + string(id)
	offer(v.kind, v.kind.Options, kindName(item.Kind))
	role := roleOfStance(item.Speaks())
	word := language.Say("For the step")
	if item.Speaks() == argument.Against {
		word = language.Say("Against it")
	}
	v.side.set(word, role)
	v.text.fill(owner, item.Text, v.committing(link, id, "Edit evidence", func(e *argument.Evidence, s string) { e.Text = s }))
	v.locator.fill(owner, item.Locator, v.committing(link, id, "Edit place in source", func(e *argument.Evidence, s string) { e.Locator = s }))
	v.url.fill(owner, item.URL, v.committing(link, id, "Edit web address", func(e *argument.Evidence, s string) { e.URL = s }))
	v.note.fill(owner, item.Note, v.committing(link, id, "Edit note", func(e *argument.Evidence, s string) { e.Note = s }))
	v.exit.lead(addressOf(v.desk.Session.Doc.Map(), item))
	v.listSources(item.Source)
	v.reliable.show(reading{
		owner: owner, stated: item.Reliability, instead: .5, role: role,
		write: func(e *argument.Edit, to argument.Degree) error {
			return updateEvidence(e, link, id, func(x *argument.Evidence) { x.Reliability = to })
		},
	})
	v.up.disable(at == 0)
	v.down.disable(at == of-1)
}

// committing returns a commit that knows its item, whatever is shown by the
// time a field loses the keys.
func (v *evidenceEditor) committing(link, id argument.ID, label string, set func(*argument.Evidence, string)) func(string) {
	return func(text string) {
		if l := v.desk.Session.Doc.Map().Link(link); l == nil || !slices.ContainsFunc(l.Evidence, func(e argument.Evidence) bool { return e.ID == id }) {
			return // it went while it was being edited
		}
		v.desk.Do(label, func(e *argument.Edit) error {
			return updateEvidence(e, link, id, func(x *argument.Evidence) { set(x, text) })
		})
	}
}

func (v *evidenceEditor) fields() []*field {
	return []*field{v.text, v.locator, v.url, v.note, v.reliable.exact}
}

func (v *evidenceEditor) flush() {
	for _, f := range v.fields() {
		f.flush()
	}
}

func updateEvidence(e *argument.Edit, link, id argument.ID, change func(*argument.Evidence)) error {
	found := false
	err := e.UpdateLink(link, func(l *argument.Link) {
		l.Evidence = slices.Clone(l.Evidence)
		for i := range l.Evidence {
			if l.Evidence[i].ID == id {
				change(&l.Evidence[i])
				found = true
			}
		}
	})
	if err == nil && !found {
		return fmt.Errorf("evidence %q of link %q: %w", string(id), string(link), argument.ErrNotThere)
	}
	return err
}

func (v *evidenceEditor) change(label string, change func(*argument.Evidence)) {
	v.desk.Do(label, func(e *argument.Edit) error { return updateEvidence(e, v.link, v.id, change) })
}

func (v *evidenceEditor) turn() {
	v.change("Turn evidence round", func(e *argument.Evidence) {
		if e.Speaks() == argument.For {
			e.Stance = argument.Against
		} else {
			e.Stance = argument.For
		}
	})
}

// shift moves the item up or down among its link's.
func (v *evidenceEditor) shift(by int) {
	_, at, of, ok := v.find()
	if !ok || at+by < 0 || at+by >= of {
		return
	}
	v.desk.Do("Move evidence", func(e *argument.Edit) error {
		return e.UpdateLink(v.link, func(l *argument.Link) {
			l.Evidence = slices.Clone(l.Evidence)
			l.Evidence[at], l.Evidence[at+by] = l.Evidence[at+by], l.Evidence[at]
		})
	})
}

func (v *evidenceEditor) remove() {
	id := v.id
	v.desk.Do("Remove evidence", func(e *argument.Edit) error {
		return e.UpdateLink(v.link, func(l *argument.Link) {
			l.Evidence = slices.DeleteFunc(slices.Clone(l.Evidence), func(x argument.Evidence) bool { return x.ID == id })
		})
	})
}

func (v *evidenceEditor) listSources(chosen argument.ID) {
	names, ids := []string{noSource()}, []argument.ID{""}
	for s := range v.desk.Session.Doc.Map().Sources() {
		name := fitted(sourceTitle(s), 220, scaled(usualText), fyne.TextStyle{})
		for n := 2; slices.Contains(names, name); n++ {
			name = fmt.Sprintf("%s (%d)", fitted(sourceTitle(s), 200, scaled(usualText), fyne.TextStyle{}), n)
		}
		names, ids = append(names, name), append(ids, s.ID)
	}
	v.sources = ids
	offer(v.source, append(names, newSource()), names[max(slices.Index(ids, chosen), 0)])
}

func (v *evidenceEditor) chooseSource(chosen string) {
	if v.filling {
		return
	}
	if chosen == newSource() {
		v.askSource()
		return
	}
	if i := v.source.SelectedIndex(); i >= 0 && i < len(v.sources) {
		id := v.sources[i]
		v.change("Choose source", func(e *argument.Evidence) { e.Source = id })
	}
}

// askSource asks for a new source and cites it.
func (v *evidenceEditor) askSource() {
	link, id := v.link, v.id
	askForSource(v.desk, func(s argument.Source) {
		v.desk.Do("Add source", func(e *argument.Edit) error {
			source, err := e.AddSource(s)
			if err != nil {
				return err
			}
			return updateEvidence(e, link, id, func(x *argument.Evidence) { x.Source = source })
		})
	}, func() { v.edit(v.link, v.id) })
}

// askForSource asks what a new source is; made gets it, and after is called
// in any case.
func askForSource(d *Desk, made func(argument.Source), after func()) {
	title, author, year, url := widget.NewEntry(), widget.NewEntry(), widget.NewEntry(), widget.NewEntry()
	author.PlaceHolder = language.Say("several: with semicolons between them")
	ask := dialog.NewForm(language.Say("New source"), language.Say("Add"), language.Say("Cancel"), []*widget.FormItem{
		widget.NewFormItem(language.Say("Title"), title), widget.NewFormItem(language.Say("Author"), author),
		widget.NewFormItem(language.Say("Year"), year), widget.NewFormItem(language.Say("Web address"), url),
	}, func(ok bool) {
		if ok && (title.Text != "" || author.Text != "") {
			made(argument.Source{Title: title.Text, Authors: authorsOf(author.Text), Issued: year.Text, URL: url.Text})
		}
		after()
	}, d.Window)
	ask.Resize(fyne.NewSize(460, 280))
	ask.Show()
	d.Window.Canvas().Focus(title)
}
