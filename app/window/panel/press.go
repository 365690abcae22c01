package panel

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"warrant/app/window/control"
	"warrant/canvas/palette"
)

// dress is what a press looks like.
type dress uint8

const (
	bare   dress = iota // a coloured word
	framed              // a word in a frame
	chip                // a word in a tinted pill
)

// press is a button of a panel.
type press struct {
	widget.BaseWidget
	desk   *Desk
	text   string
	size   float32
	dress  dress
	role   palette.Role
	off    bool
	look   look
	tapped func()
	tells  string // what it does, where its face does not tell
	leave  func() // what Escape does
	erase  func() // what Delete does

	hovered, focused bool
}

var (
	_ fyne.Focusable     = (*press)(nil)
	_ fyne.Tappable      = (*press)(nil)
	_ desktop.Hoverable  = (*press)(nil)
	_ desktop.Cursorable = (*press)(nil)
)

func newPress(d *Desk, text string, how dress, role palette.Role, tapped func()) *press {
	b := &press{desk: d, text: text, size: 12, dress: how, role: role, tapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

func (b *press) Tapped(*fyne.PointEvent) {
	if !b.off && b.tapped != nil {
		b.tapped()
	}
}

func (b *press) Cursor() desktop.Cursor {
	if b.off {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

func (b *press) MouseIn(*desktop.MouseEvent)    { b.hovered = true; b.Refresh(); b.hint(b.tells) }
func (b *press) MouseMoved(*desktop.MouseEvent) {}
func (b *press) MouseOut()                      { b.hovered = false; b.Refresh(); b.hint("") }
func (b *press) FocusGained()                   { b.focused = true; b.Refresh(); b.hint(b.tells) }
func (b *press) FocusLost()                     { b.focused = false; b.Refresh(); b.hint("") }
func (b *press) TypedRune(r rune) {
	if r == ' ' {
		b.Tapped(nil)
	}
}
func (b *press) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyReturn, e.Name == fyne.KeyEnter:
		b.Tapped(nil)
	case (e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace) && b.erase != nil:
		b.erase()
	case e.Name == fyne.KeyEscape && b.leave != nil:
		b.leave()
	default:
		control.Unused(b, e)
	}
}

// telling has it say what it does when the pointer or the keys rest on it.
func (b *press) telling(what string) *press {
	b.tells = what
	return b
}

func (b *press) hint(text string) {
	if b.tells != "" && b.desk.Hint != nil {
		b.desk.Hint(b, text)
	}
}

// set changes what it says and its colour.
func (b *press) set(text string, role palette.Role) {
	if b.text != text || b.role != role || b.look != b.desk.look() {
		b.text, b.role, b.look = text, role, b.desk.look()
		b.Refresh()
	}
}

func (b *press) disable(off bool) {
	if b.off != off {
		b.off = off
		b.Refresh()
	}
}

func (b *press) widthWanted() float32 {
	w := widthOf(b.text, scaled(b.size), fyne.TextStyle{Bold: true})
	switch b.dress {
	case framed:
		return w + 18
	case chip:
		return w + 20
	}
	return w + 2
}

func (b *press) heightFor(float32) float32 {
	switch b.dress {
	case framed:
		return lineHeight(scaled(b.size)) + 10
	case chip:
		return lineHeight(scaled(b.size)) + 7
	}
	return lineHeight(scaled(b.size)) + 2
}

func (b *press) CreateRenderer() fyne.WidgetRenderer {
	r := &pressRenderer{b: b, back: canvas.NewRectangle(color.Transparent), label: canvas.NewText("", color.Black)}
	r.label.Alignment = fyne.TextAlignCenter
	r.objects = []fyne.CanvasObject{r.back, r.label}
	r.Refresh()
	return r
}

type pressRenderer struct {
	b       *press
	back    *canvas.Rectangle
	label   *canvas.Text
	objects []fyne.CanvasObject
}

func (r *pressRenderer) Destroy()                     {}
func (r *pressRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *pressRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.b.widthWanted(), r.b.heightFor(0))
}

func (r *pressRenderer) Layout(size fyne.Size) {
	if r.b.dress == bare {
		r.back.Move(fyne.NewPos(-4, -1))
		r.back.Resize(fyne.NewSize(size.Width+8, size.Height+2))
	} else {
		r.back.Resize(size)
	}
	r.back.CornerRadius = 6
	if r.b.dress == chip {
		r.back.CornerRadius = size.Height / 2
	}
	r.label.Move(fyne.NewPos(0, -control.Lifted(r.label.Text, r.label.TextSize)))
	r.label.Resize(size)
}

func (r *pressRenderer) Refresh() {
	b, p := r.b, r.b.desk.Palette()
	r.label.Text, r.label.TextSize = b.text, scaled(b.size)
	r.label.TextStyle = fyne.TextStyle{Bold: true}
	r.label.Color = p.Of(b.role)
	if b.off {
		r.label.Color = p.Of(palette.Muted)
	}
	canvas.Refresh(r.label)
	fill, stroke, width := color.Color(color.Transparent), color.Color(color.Transparent), float32(0)
	switch b.dress {
	case framed:
		fill, stroke, width = p.Of(palette.Canvas), p.Of(palette.Rule), 1
	case chip:
		fill = tinted(p, b.role)
	}
	if b.hovered && !b.off {
		if b.dress == chip {
			stroke, width = p.Of(b.role), 1
		} else {
			c := p.Of(palette.Muted)
			c.A = 0x1C
			fill = c
		}
	}
	if b.focused {
		stroke, width = p.Of(palette.Select), 1.5
	}
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = fill, stroke, width
	r.Layout(b.Size())
	canvas.Refresh(r.back)
}
