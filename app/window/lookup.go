package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"warrant/app/window/panel"
	"warrant/argument"
)

// lookup is the panel of finding and filtering, which covers the left side
// while it is open, so that nothing of it stands there otherwise.
type lookup struct {
	*panel.Find
	w      *Window
	object fyne.CanvasObject
	beside fyne.CanvasObject // what it covers
	open   bool
}

// newLookup puts the panel over what is beside the canvas.
func newLookup(w *Window, beside fyne.CanvasObject) *lookup {
	l := &lookup{w: w, beside: beside}
	l.Find = panel.NewFind(w.desk, l.close)
	l.Object().Hide()
	l.object = container.NewStack(beside, l.Object())
	return l
}

func (l *lookup) show() {
	if !l.open {
		l.open = true
		l.beside.Hide()
		l.Object().Show()
		l.w.layAgain()
	}
}

// close gives the side and the keys back.
func (l *lookup) close() {
	if l.open {
		l.open = false
		l.Forget()
		l.Object().Hide()
		l.beside.Show()
		l.w.layAgain()
	}
	l.w.focusCanvas()
}

// findWords opens the panel at its field, with what the header's says.
func (w *Window) findWords() {
	w.lookup.show()
	w.lookup.Open(w.header.search.Text)
}

func (w *Window) findFilter() {
	w.lookup.show()
	w.lookup.OpenFilter()
}

// findStep goes to the next find, or the one before.
func (w *Window) findStep(by int) {
	switch {
	case w.lookup.open && w.lookup.Words() != "":
		w.lookup.Step(by)
	case w.header.search.Text != "":
		w.header.search.find(by)
	default:
		w.findWords()
	}
}

// openSource shows a source in its panel, at a span of its text.
func (w *Window) openSource(id argument.ID, from, to int) {
	w.lookup.close()
	w.side.named("Source")
	w.source.ShowAt(id, from, to)
}

// layAgain lays the window out, since what is beside the canvas has changed.
func (w *Window) layAgain() { w.win.Content().Refresh() }

// hiddenBy returns the nearest claim in view that hides a claim or a link.
func (w *Window) hiddenBy(id argument.ID) (argument.ID, bool) {
	m, sc := w.session.Doc.Map(), w.session.Scene
	if sc.Card(id) != nil || sc.Link(id) != nil {
		return "", false
	}
	seen := map[argument.ID]bool{id: true}
	for todo := []argument.ID{id}; len(todo) > 0; todo = todo[1:] {
		if sc.Card(todo[0]) != nil {
			return todo[0], true
		}
		var up []argument.ID
		if l := m.Link(todo[0]); l != nil {
			up = append(up, l.To)
		} else {
			for l := range m.Outgoing(todo[0]) {
				up = append(up, l.To)
			}
		}
		for _, one := range up {
			if !seen[one] {
				seen[one] = true
				todo = append(todo, one)
			}
		}
	}
	return "", false
}
