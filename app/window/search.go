package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"warrant/app/find"
	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/argument"
	"warrant/canvas/tool"
)

// searchBox finds claims, links and evidence by their words. Enter goes from
// one find to the next, Shift and Enter to the one before; the finds go
// round.
type searchBox struct {
	widget.Entry
	w     *Window
	key   string // that leads here
	asked string
	at    int
}

func newSearchBox(w *Window) *searchBox {
	s := &searchBox{w: w}
	s.ExtendBaseWidget(s)
	s.PlaceHolder = language.Say("Search…")
	s.OnSubmitted = func(string) { s.find(1) }
	s.OnChanged = func(string) { s.asked = "" }
	return s
}

// tellKey says in the empty box which key leads there.
func (s *searchBox) tellKey(key string) {
	s.key = key
	s.hint()
}

// Resize tells the key where there is room for it.
func (s *searchBox) Resize(size fyne.Size) {
	s.Entry.Resize(size)
	s.hint()
}

func (s *searchBox) hint() {
	said := language.Say("Search…")
	room := s.Size().Width - 4*theme.InnerPadding()
	if long := said + "  " + s.key; fyne.MeasureText(long, theme.TextSize(), fyne.TextStyle{}).Width <= room {
		said = long
	}
	if s.PlaceHolder != said {
		s.SetPlaceHolder(said)
	}
}

// TypedKey gives the keys back to the canvas on Escape.
func (s *searchBox) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		s.SetText("")
		s.w.focusCanvas()
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		if heldKeys()&tool.Shift != 0 {
			s.find(-1)
			return
		}
	case fyne.KeyDown, fyne.KeyUp: // the list of finds is the panel's
		s.w.findWords()
		return
	}
	if control.FunctionKey(e.Name) {
		control.Unused(s, e)
		return
	}
	s.Entry.TypedKey(e)
}

func (s *searchBox) find(by int) {
	if s.Text == "" {
		return
	}
	found := matches(s.w.session.Doc.Map(), s.Text)
	if len(found) == 0 {
		s.w.explain(language.Say("nothing in this map says “%s”", s.Text))
		return
	}
	switch n := len(found); {
	case s.asked == s.Text:
		s.at = (s.at + by + n) % n
	case by > 0:
		s.at = 0
	default:
		s.at = n - 1
	}
	s.asked = s.Text
	s.w.goTo(found[s.at])
	s.w.explain(language.Say("%d of %d for “%s” · Enter for the next", s.at+1, len(found), s.Text))
}

// matches returns the claims and links, as one reads them, whose texts hold
// what is typed as it stands; where none does, those that hold all its words.
func matches(m *argument.Map, typed string) []argument.ID {
	if found := saying(m, typed); len(found) > 0 {
		return found
	}
	var found []argument.ID
	for i, word := range strings.Fields(typed) {
		with := saying(m, word)
		if i == 0 {
			found = with
			continue
		}
		has := make(map[argument.ID]bool, len(with))
		for _, id := range with {
			has[id] = true
		}
		found = slices.DeleteFunc(found, func(id argument.ID) bool { return !has[id] })
	}
	return found
}

// saying returns the claims and links in whose texts words stand.
func saying(m *argument.Map, words string) []argument.ID {
	p, err := find.New(words, find.Options{})
	if err != nil {
		return nil
	}
	var ids []argument.ID
	seen := make(map[argument.ID]bool)
	for _, f := range find.In(m, p, m.Has) {
		if !seen[f.Record] {
			seen[f.Record] = true
			ids = append(ids, f.Record)
		}
	}
	return ids
}
