package panel

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"warrant/app/window/control"
	"warrant/canvas/surface"
)

// field is an entry whose text counts when the keys go elsewhere, or on
// Return (Control and Return where it has several lines). Escape brings back
// the text from before, and then gives the keys to the canvas. One commit is one step of undo.
type field struct {
	widget.Entry
	desk    *Desk
	owner   string // what the text belongs to
	bound   string // the text as the map has it
	commit  func(text string)
	focused bool
	caret   surface.Caret
	most    int // rows it grows to
	rows    int
	wide    float32
}

func (f *field) widthWanted() float32 { return max(f.wide, 40) }

func newField(d *Desk, placeholder string) *field {
	f := &field{desk: d}
	f.ExtendBaseWidget(f)
	f.PlaceHolder = placeholder
	return f
}

func newTextField(d *Desk, placeholder string) *field {
	f := &field{desk: d, most: 9}
	f.MultiLine = true
	f.Wrapping = fyne.TextWrapWord
	f.ExtendBaseWidget(f)
	f.PlaceHolder = placeholder
	f.SetMinRowsVisible(1)
	f.OnChanged = func(string) { f.grow(f.Size().Width) }
	return f
}

// fill shows the text of owner, which commit changes. What a person is just
// typing for the same owner stays.
func (f *field) fill(owner, text string, commit func(string)) {
	if owner != f.owner {
		f.flush()
	} else if f.focused && f.Text != f.bound {
		f.bound, f.commit = text, commit
		return
	}
	f.owner, f.bound, f.commit = owner, text, commit
	if f.Text != text {
		f.SetText(text)
	}
	f.grow(f.Size().Width)
}

// flush commits what was typed.
func (f *field) flush() {
	if f.commit != nil && f.Text != f.bound {
		f.bound = f.Text
		f.commit(f.Text)
	}
}

// drop forgets whose the text is, and what was typed.
func (f *field) drop() {
	f.owner, f.bound, f.commit = "", f.Text, nil
}

// grow gives a field of several lines the rows that its text needs.
func (f *field) grow(width float32) {
	if f.most == 0 || width < 40 {
		return
	}
	rows := len(wrapped(f.Text, width-18, scaled(usualText), fyne.TextStyle{}, f.most))
	rows += len(f.Text) - len(strings.TrimRight(f.Text, "\n")) // the caret may stand below the text
	if rows = max(1, min(rows, f.most)); rows != f.rows {
		f.rows = rows
		f.SetMinRowsVisible(rows)
	}
}

func (f *field) heightFor(width float32) float32 { return f.MinSize().Height }

func (f *field) Resize(size fyne.Size) {
	narrower := size.Width != f.Size().Width
	f.Entry.Resize(size)
	if narrower {
		f.grow(size.Width)
	}
}

// AcceptsTab is false: Tab goes to what comes next, in a text as well.
func (f *field) AcceptsTab() bool { return false }

func (f *field) FocusGained() {
	f.focused = true
	f.Entry.FocusGained()
}

func (f *field) FocusLost() {
	f.focused = false
	f.Entry.FocusLost()
	f.flush()
}

func (f *field) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		if f.Text == f.bound {
			f.desk.FocusCanvas()
		}
		f.SetText(f.bound)
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		if !f.MultiLine {
			f.flush()
			return
		}
	}
	if control.FunctionKey(e.Name) {
		control.Unused(f, e)
		return
	}
	f.caret.Key(&f.Entry, e)
}

func (f *field) TypedRune(r rune) { f.caret.Rune(&f.Entry, r) }

func (f *field) MouseDown(e *desktop.MouseEvent) {
	f.caret = surface.Caret{}
	f.Entry.MouseDown(e)
}

func (f *field) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		f.flush()
		return
	}
	f.caret = surface.Caret{}
	f.Entry.TypedShortcut(s)
}
