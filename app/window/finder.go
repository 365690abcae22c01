package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"warrant/app/find"
	"warrant/app/language"
)

// choiceRow is a line of the finder: what it says, what stands at its right,
// what choosing it does, and what else it is found by.
type choiceRow struct {
	text, hint string
	run        func()
	also       string
}

// finder is a field with a list below it that follows what is typed: the
// command palette and the jump to any claim.
type finder struct {
	w     *Window
	all   []choiceRow
	index *find.Index // of all
	found []choiceRow
	at    int
	list  *widget.List
	field *finderField
	popup *widget.PopUp
	back  fyne.Focusable // what had the keys before
}

// finderMost is how many finds are listed.
const finderMost = 200

func (w *Window) find(prompt string, all []choiceRow) *finder {
	f := &finder{w: w, all: all, back: w.win.Canvas().Focused()}
	texts := make([]string, len(all))
	for i, r := range all {
		texts[i] = r.text
		if r.also != "" && r.also != r.text {
			texts[i] += "\n" + r.also // a command by its English name too
		}
	}
	f.index = find.NewIndex(texts)
	f.field = &finderField{f: f}
	f.field.ExtendBaseWidget(f.field)
	f.field.PlaceHolder = prompt
	f.field.OnChanged = func(string) { f.filter() }
	f.field.OnSubmitted = func(string) { f.choose(f.at) }
	f.list = widget.NewList(func() int { return len(f.found) },
		func() fyne.CanvasObject {
			hint := widget.NewLabel("")
			hint.Importance = widget.LowImportance
			text := widget.NewLabel("")
			text.Truncation = fyne.TextTruncateEllipsis
			return container.NewBorder(nil, nil, nil, hint, text)
		},
		func(i widget.ListItemID, o fyne.CanvasObject) {
			row := o.(*fyne.Container)
			row.Objects[0].(*widget.Label).SetText(f.found[i].text)
			row.Objects[1].(*widget.Label).SetText(f.found[i].hint)
		})
	f.list.OnSelected = func(i widget.ListItemID) {
		if i != f.at { // by the pointer: the keys have set at before
			f.choose(i)
		}
	}
	f.list.HideSeparators = true
	f.popup = widget.NewModalPopUp(container.NewBorder(f.field, nil, nil, nil, f.list), w.win.Canvas())
	size := w.win.Canvas().Size()
	f.popup.Resize(fyne.NewSize(min(560, size.Width*0.9), min(420, size.Height*0.8)))
	f.popup.Show()
	f.filter()
	w.win.Canvas().Focus(f.field)
	return f
}

// filter lists the rows that have all the words, the likeliest first.
func (f *finder) filter() {
	f.found = f.found[:0]
	for _, i := range f.index.Best(f.field.Text, finderMost) {
		f.found = append(f.found, f.all[i])
	}
	f.point(0)
	f.list.Refresh()
}

func (f *finder) point(i int) {
	if len(f.found) == 0 {
		f.list.UnselectAll()
		return
	}
	f.at = max(0, min(i, len(f.found)-1))
	f.list.Select(f.at)
}

func (f *finder) choose(i int) {
	if i < 0 || i >= len(f.found) {
		return
	}
	run := f.found[i].run
	f.close()
	run()
}

func (f *finder) close() {
	f.popup.Hide()
	if f.back != nil && f.back != fyne.Focusable(f.w.surface) {
		f.w.win.Canvas().Focus(f.back)
	} else {
		f.w.focusCanvas()
	}
}

// finderField is the finder's field; up, down and Escape are the list's.
type finderField struct {
	widget.Entry
	f *finder
}

func (e *finderField) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyDown:
		e.f.point(e.f.at + 1)
	case fyne.KeyUp:
		e.f.point(e.f.at - 1)
	case fyne.KeyPageDown:
		e.f.point(e.f.at + 10)
	case fyne.KeyPageUp:
		e.f.point(e.f.at - 10)
	case fyne.KeyEscape:
		e.f.close()
	default:
		e.Entry.TypedKey(k)
	}
}

// findCommand is the command palette: every command of the menus with its
// key.
func (w *Window) findCommand() { w.find(language.Say("Do what?"), w.commandRows()) }

func (w *Window) commandRows() []choiceRow {
	var rows []choiceRow
	for _, title := range w.menu.order {
		for _, c := range w.menu.groups[title] {
			switch {
			case c.sub != nil:
				for _, item := range c.sub.Items {
					if item.Action != nil {
						rows = append(rows, choiceRow{text: language.Translate(c.name) + ": " + item.Label, hint: language.Translate(title), run: item.Action, also: c.name})
					}
				}
			case c.run != nil:
				hint := language.Translate(title)
				if s := w.menu.keys.Of(c.name); s.Key != "" {
					hint = s.String()
				}
				rows = append(rows, choiceRow{text: language.Translate(c.name), hint: hint, run: c.run, also: c.name})
			}
		}
	}
	return rows
}

// findClaim jumps to any claim by some of its words.
func (w *Window) findClaim() {
	var rows []choiceRow
	m := w.session.Doc.Map()
	for _, row := range m.Outline() {
		if row.Again {
			continue
		}
		c := m.Claim(row.Claim)
		rows = append(rows, choiceRow{text: strings.Join(strings.Fields(c.Text), " "), hint: said(w.session.Numbers.Claim(c.ID)), run: func() { w.goTo(c.ID) }})
	}
	w.find(language.Say("Go to which claim?"), rows)
}

// showHistory lists what was done, the latest above, and begins at where the
// map is now; choosing a line goes back, or forth, to there.
func (w *Window) showHistory() {
	w.tool.Cancel()
	doc := w.session.Doc
	done, undone := doc.History()
	var rows []choiceRow
	travel := func(label string, steps int, step func() bool) func() {
		return func() {
			for range steps {
				step()
			}
			w.revealSelection()
			w.explain(language.Say("the map is as it was after: %s", label))
		}
	}
	for i := len(undone) - 1; i >= 0; i-- {
		label := language.Translate(undone[i])
		rows = append(rows, choiceRow{text: label, hint: language.Say("undone"), run: travel(label, i+1, doc.Redo)})
	}
	for i := len(done) - 1; i >= 0; i-- {
		label := language.Translate(done[i])
		rows = append(rows, choiceRow{text: label, run: travel(label, len(done)-1-i, doc.Undo)})
	}
	opened := language.Say("As it was opened")
	rows = append(rows, choiceRow{text: opened, run: travel(opened, len(done), doc.Undo)})
	rows[len(undone)].hint = language.Say("now")
	w.find(language.Say("Go back to after which step?"), rows).point(len(undone))
}
