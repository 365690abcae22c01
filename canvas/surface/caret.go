package surface

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// AtCaret returns what stands before and after the caret in the text that is
// being edited, without the blanks between.
func (s *Surface) AtCaret() (before, after string) {
	f := s.editor.field
	if f == nil {
		return "", ""
	}
	text := []rune(f.Text)
	at := max(0, min(f.CursorTextOffset(), len(text)))
	return strings.TrimSpace(string(text[:at])), strings.TrimSpace(string(text[at:]))
}

// Caret holds the caret of an entry that wraps its text. A blank at the end of
// a full line is given no place by the toolkit, which puts the caret before
// it: what is typed next would stand before the blank. The zero Caret is for
// an entry just opened or clicked into.
type Caret struct{ behind bool } // such a blank

// Rune has the entry take a character.
func (c *Caret) Rune(e *widget.Entry, r rune) { c.step(e, +1, func() { e.TypedRune(r) }) }

// Key has the entry take a key. That of a character comes before the character
// and does nothing by itself.
func (c *Caret) Key(e *widget.Entry, k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyBackspace:
		c.step(e, -1, func() { e.TypedKey(k) })
		return
	case fyne.KeyDelete:
		c.step(e, 0, func() { e.TypedKey(k) })
		return
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown,
		fyne.KeyReturn, fyne.KeyEnter:
		c.behind = false
	}
	e.TypedKey(k)
}

func (c *Caret) step(e *widget.Entry, by int, take func()) {
	if c.behind {
		e.CursorColumn++
	}
	from, selected := e.CursorTextOffset(), e.SelectedText() != ""
	take()
	c.behind = !selected && e.CursorTextOffset() == from+by-1
}
