package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"warrant/app/window/control"
	"warrant/canvas/palette"
)

// prose is text that wraps and has a role's colour.
type prose struct {
	widget.BaseWidget
	desk  *Desk
	text  string
	size  float32 // at the usual text size
	style fyne.TextStyle
	role  palette.Role
	align fyne.TextAlign
	most  int // lines; 0 for all
	look  look

	lines  []string
	lineAt struct {
		text        string
		width, size float32
	}
}

func newProse(d *Desk, text string, size float32, role palette.Role) *prose {
	t := &prose{desk: d, text: text, size: size, role: role}
	t.ExtendBaseWidget(t)
	return t
}

func (t *prose) bold() *prose   { t.style.Bold = true; return t }
func (t *prose) italic() *prose { t.style.Italic = true; return t }
func (t *prose) right() *prose  { t.align = fyne.TextAlignTrailing; return t }
func (t *prose) upTo(n int) *prose {
	t.most = n
	return t
}

// set changes what it says, and how.
func (t *prose) set(text string, role palette.Role) {
	if look := t.desk.look(); t.text != text || t.role != role || t.look != look {
		t.text, t.role, t.look = text, role, look
		t.Refresh()
	}
}

func (t *prose) say(text string) { t.set(text, t.role) }

func (t *prose) wrapTo(width float32) []string {
	size := scaled(t.size)
	at := &t.lineAt
	if t.lines == nil || at.text != t.text || at.width != width || at.size != size {
		t.lines = wrapped(t.text, width, size, t.style, t.most)
		at.text, at.width, at.size = t.text, width, size
	}
	return t.lines
}

func (t *prose) heightFor(width float32) float32 {
	if t.text == "" {
		return 0
	}
	return float32(len(t.wrapTo(width))) * lineHeight(scaled(t.size))
}

// widthWanted is how wide it is on one line.
func (t *prose) widthWanted() float32 {
	return widthOf(oneLine(t.text), scaled(t.size), t.style) + 1
}

// CreateRenderer lays the new renderer out: the toolkit, which makes one anew
// when a text comes back after a minute, would not, seeing nothing in it.
func (t *prose) CreateRenderer() fyne.WidgetRenderer {
	r := &proseRenderer{t: t}
	r.Layout(t.Size())
	return r
}

type proseRenderer struct {
	t       *prose
	texts   []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *proseRenderer) Destroy()                     {}
func (r *proseRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *proseRenderer) MinSize() fyne.Size {
	w := r.t.Size().Width
	if w <= 0 {
		return fyne.NewSize(r.t.widthWanted(), lineHeight(scaled(r.t.size)))
	}
	return fyne.NewSize(10, r.t.heightFor(w))
}

func (r *proseRenderer) Layout(size fyne.Size) {
	t := r.t
	lines := t.wrapTo(size.Width)
	if t.text == "" {
		lines = nil
	}
	for len(r.texts) < len(lines) {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	r.objects = r.objects[:0]
	h := lineHeight(scaled(t.size))
	c := t.desk.Palette().Of(t.role)
	for i, line := range lines {
		x := r.texts[i]
		if x.Text != line || x.Color != c || x.TextSize != scaled(t.size) || x.TextStyle != t.style {
			x.Text, x.Color, x.TextSize, x.TextStyle = line, c, scaled(t.size), t.style
			canvas.Refresh(x)
		}
		x.Alignment = t.align
		x.Move(fyne.NewPos(0, float32(i)*h-control.Lifted(line, x.TextSize)))
		x.Resize(fyne.NewSize(size.Width, h))
		r.objects = append(r.objects, x)
	}
}

func (r *proseRenderer) Refresh() { r.Layout(r.t.Size()) }

// doorway is prose that leads somewhere when it is pressed.
type doorway struct {
	prose
	open func()
	handle
}

var (
	_ fyne.Focusable     = (*doorway)(nil)
	_ fyne.Tappable      = (*doorway)(nil)
	_ desktop.Hoverable  = (*doorway)(nil)
	_ desktop.Cursorable = (*doorway)(nil)
)

func newDoorway(d *Desk, size float32, role palette.Role) *doorway {
	w := &doorway{prose: prose{desk: d, size: size, role: role}}
	w.of = w
	w.ExtendBaseWidget(w)
	return w
}

func (w *doorway) Tapped(*fyne.PointEvent) {
	if w.open != nil {
		w.open()
	}
}

func (w *doorway) Cursor() desktop.Cursor {
	if w.open != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (w *doorway) CreateRenderer() fyne.WidgetRenderer {
	r := &doorwayRenderer{proseRenderer{t: &w.prose}, w, canvas.NewRectangle(nil), nil}
	r.Layout(w.Size())
	return r
}

type doorwayRenderer struct {
	proseRenderer
	w    *doorway
	back *canvas.Rectangle
	all  []fyne.CanvasObject
}

func (r *doorwayRenderer) Objects() []fyne.CanvasObject { return r.all }

func (r *doorwayRenderer) Layout(size fyne.Size) {
	r.proseRenderer.Layout(size)
	r.back.Move(fyne.NewPos(-5, -2))
	r.back.Resize(fyne.NewSize(size.Width+10, size.Height+4))
	r.back.CornerRadius = 5
	highlight(r.w.desk, r.back, r.w.hovered && r.w.open != nil, r.w.focused)
	r.all = append(append(r.all[:0], r.back), r.objects...)
}

func (r *doorwayRenderer) Refresh() { r.Layout(r.w.Size()) }
