package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/argument"
)

// searchBox finds claims, links and evidence by their words. Enter goes from
// one find to the next, Shift+Enter is not needed: the finds go round.
type searchBox struct {
	widget.Entry
	w     *Window
	asked string
	next  int
}

func newSearchBox(w *Window) *searchBox {
	s := &searchBox{w: w}
	s.ExtendBaseWidget(s)
	s.PlaceHolder = language.Say("Search…  Ctrl F")
	s.OnSubmitted = func(string) { s.find() }
	s.OnChanged = func(string) { s.asked = "" }
	return s
}

// TypedKey gives the keys back to the canvas on Escape.
func (s *searchBox) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		s.SetText("")
		s.w.focusCanvas()
		return
	}
	s.Entry.TypedKey(e)
}

func (s *searchBox) find() {
	words := strings.ToLower(strings.TrimSpace(s.Text))
	if words == "" {
		return
	}
	if words != s.asked {
		s.asked, s.next = words, 0
	}
	found := matches(s.w.session.Doc.Map(), words)
	if len(found) == 0 {
		s.w.explain(language.Say("nothing in this map says “%s”", s.Text))
		return
	}
	i := s.next % len(found)
	s.next = i + 1
	s.w.goTo(found[i])
	s.w.explain(language.Say("%d of %d for “%s” · Enter for the next", i+1, len(found), s.Text))
}

// matches returns the claims, in the map's order, and then the links whose text,
// notes, tags or evidence hold all the words, given in lower case.
func matches(m *argument.Map, words string) []argument.ID {
	var found []argument.ID
	has := func(texts ...string) bool {
		all := strings.ToLower(strings.Join(texts, "\n"))
		for _, w := range strings.Fields(words) {
			if !strings.Contains(all, w) {
				return false
			}
		}
		return true
	}
	for c := range m.Claims() {
		if has(append([]string{c.Text, c.Note}, c.Tags...)...) {
			found = append(found, c.ID)
		}
	}
	for l := range m.Links() {
		texts := []string{l.Note, l.Scheme}
		for _, e := range l.Evidence {
			texts = append(texts, e.Text, e.Note, e.Locator)
		}
		if has(texts...) {
			found = append(found, l.ID)
		}
	}
	return found
}
