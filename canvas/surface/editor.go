package surface

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/tool"
)

// editZoom is the least zoom at which a card's text is edited in place.
const editZoom = 0.8

// editor is the text field over a card. There is one at most.
type editor struct {
	s     *Surface
	field *field
	over  *container.ThemeOverride
	theme *fieldTheme
	claim argument.ID
	done  func(text string, ok bool)
	zoom  float64
	rows  int // for which the field has room
}

func newEditor(s *Surface) *editor { return &editor{s: s} }

// EditText opens a field over a claim's card, with its text selected when it
// is fresh, and zooms in if it could not be read. done is called once: with
// the text when the field was left or Enter, Control+Enter or Tab was
// pressed, or with ok false after Escape. After Tab the tool is then given
// the key, to grow the map. A field that was open is left first.
func (s *Surface) EditText(claim argument.ID, fresh bool, done func(text string, ok bool)) {
	if s.clicking {
		s.asked = func() { s.EditText(claim, fresh, done) }
		return
	}
	e := s.editor
	e.close(true)
	c, card := s.doc.Map().Claim(claim), s.scene.Card(claim)
	if c == nil || card == nil || fyne.CurrentApp().Driver().CanvasForObject(s) == nil {
		done("", false)
		return
	}
	s.reveal(card.Rect)
	e.claim, e.done = claim, done
	e.theme = &fieldTheme{Theme: fyne.CurrentApp().Settings().Theme(), palette: s.palette}
	e.field = &field{editor: e}
	e.field.ExtendBaseWidget(e.field)
	e.field.MultiLine, e.field.Wrapping = true, fyne.TextWrapWord
	e.rows = 0
	e.field.TextStyle.Bold = card.Role == argument.Contending
	e.field.SetText(c.Text)
	e.field.OnChanged = func(string) { s.Repaint() }
	e.zoom = s.tool.View().Zoom
	e.theme.size = float32(card.Style.Size * e.zoom)
	e.over = container.NewThemeOverride(e.field, e.theme)
	s.clock.now() // the field must stand among the objects before it gets the focus
	if cv := fyne.CurrentApp().Driver().CanvasForObject(s); cv != nil {
		cv.Focus(e.field)
	}
	if fresh {
		e.field.TypedShortcut(&fyne.ShortcutSelectAll{})
	} else {
		e.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
}

// Editing returns the claim whose text is being edited, or "".
func (s *Surface) Editing() argument.ID { return s.editor.claim }

// reveal brings a card into view, at a zoom at which it can be edited.
func (s *Surface) reveal(card geom.Rect) {
	v := s.tool.View()
	if v.Zoom < editZoom {
		v = v.ZoomedTo(1, v.ToScreen(card.Center()))
	}
	const margin = 24
	window := v.Window(s.size).Inset(margin / v.Zoom)
	v.Origin.X += outside(card.Min.X, card.Max.X, window.Min.X, window.Max.X)
	v.Origin.Y += outside(card.Min.Y, card.Max.Y, window.Min.Y, window.Max.Y)
	if v != s.tool.View() {
		s.tool.SetView(v)
	}
}

// outside returns by how much lo..hi lies outside from..to; its beginning
// goes first where both do not fit.
func outside(lo, hi, from, to float64) float64 {
	d := math.Max(0, hi-to)
	return d + math.Min(0, lo-d-from)
}

// close ends editing.
func (e *editor) close(ok bool) {
	if e.field == nil {
		return
	}
	text, done := e.field.Text, e.done
	held := e.field.focused
	e.field, e.over, e.claim, e.done = nil, nil, "", nil
	e.s.Repaint()
	if held {
		e.s.takeFocus()
	}
	done(text, ok)
}

// show puts the field where the card's text is.
func (e *editor) show(f *frame) {
	if e.field == nil {
		return
	}
	card := e.s.scene.Card(e.claim)
	if card == nil {
		e.close(false)
		return
	}
	if f.view.Zoom != e.zoom && f.still {
		e.zoom = f.view.Zoom
		e.theme.size = float32(card.Style.Size * math.Max(0.5, e.zoom))
		e.over.Refresh()
	}
	pad := e.theme.padding()
	box := card.TextRect()
	p := f.pos(box.Min)
	e.over.Move(p.SubtractXY(pad, pad))
	width := f.length(box.W()) + 2*pad
	// An entry tells how high a number of lines is, but not how many it has.
	// Its font may be a little wider than ours.
	if rows := len(e.s.fonts.Wrap(e.field.Text, card.Style, box.W()*0.97)); rows != e.rows {
		e.rows = rows
		e.field.SetMinRowsVisible(rows)
	}
	height := fyne.Max(e.field.MinSize().Height, f.length(box.H())+2*pad)
	e.over.Resize(fyne.NewSize(width, height))
	e.s.objects = append(e.s.objects, e.over)
}

// field is the entry; it leaves to the editor what ends editing.
type field struct {
	widget.Entry
	editor  *editor
	caret   Caret
	focused bool
}

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(ev *fyne.KeyEvent) {
	e := f.editor
	if e.field != f {
		return
	}
	switch ev.Name {
	case fyne.KeyEscape:
		e.close(false)
	case fyne.KeyTab:
		mods := e.s.modifiers()
		e.close(true)
		e.s.tool.KeyDown("Tab", mods)
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.s.modifiers()&tool.Shift != 0 {
			f.TypedRune('\n')
			return
		}
		e.close(true)
	default:
		f.caret.Key(&f.Entry, ev)
	}
}

// TypedRune implements fyne.Focusable.
func (f *field) TypedRune(r rune) {
	f.caret.Rune(&f.Entry, r)
}

// MouseDown implements desktop.Mouseable.
func (f *field) MouseDown(ev *desktop.MouseEvent) {
	f.caret = Caret{}
	f.Entry.MouseDown(ev)
}

// TypedShortcut implements fyne.Shortcutable.
func (f *field) TypedShortcut(sh fyne.Shortcut) {
	if c, ok := sh.(*desktop.CustomShortcut); ok && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		f.editor.close(true)
		return
	}
	f.caret = Caret{}
	f.Entry.TypedShortcut(sh)
}

// FocusGained implements fyne.Focusable.
func (f *field) FocusGained() {
	f.focused = true
	f.Entry.FocusGained()
}

// FocusLost implements fyne.Focusable: what was typed counts.
func (f *field) FocusLost() {
	f.focused = false
	f.Entry.FocusLost()
	if f.editor.field == f {
		f.editor.close(true)
	}
}

// fieldTheme makes an entry look like the card it stands on.
type fieldTheme struct {
	fyne.Theme
	palette *palette.Palette
	size    float32
}

func (t *fieldTheme) padding() float32 { return t.Size(theme.SizeNameInnerPadding) }

// Size implements fyne.Theme.
func (t *fieldTheme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return t.size
	case theme.SizeNameInnerPadding:
		return 3 // more would cover the word above a contention's text
	case theme.SizeNameLineSpacing:
		return t.size * 0.1
	case theme.SizeNameInputBorder:
		return 1
	}
	return t.Theme.Size(n)
}

// Color implements fyne.Theme.
func (t *fieldTheme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch n {
	case theme.ColorNameInputBackground:
		return t.palette.Of(palette.Surface)
	case theme.ColorNameForeground:
		return t.palette.Of(palette.Text)
	case theme.ColorNamePrimary, theme.ColorNameInputBorder:
		return t.palette.Of(palette.Select)
	case theme.ColorNameSelection:
		return fade(t.palette.Of(palette.Select), 0.28)
	}
	return t.Theme.Color(n, v)
}
