package panel

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"warrant/canvas/palette"
)

// flowing is an object whose height follows from its width.
type flowing interface{ heightFor(width float32) float32 }

func heightOf(o fyne.CanvasObject, width float32) float32 {
	if f, ok := o.(flowing); ok {
		return f.heightFor(width)
	}
	return o.MinSize().Height
}

// edges is room around something, in units.
type edges struct{ left, top, right, bottom float32 }

// column sets objects one below the other, each as wide as itself and as
// high as it needs to be at that width.
type column struct {
	widget.BaseWidget
	items []fyne.CanvasObject
	gap   float32
	room  edges
	frame *frame // drawn behind, where there is one
}

// frame is a filled box behind a column.
type frame struct {
	desk         *Desk
	fill, stroke palette.Role
	box          *canvas.Rectangle
}

func (c *column) framed(d *Desk, fill, stroke palette.Role) *column {
	c.frame = &frame{d, fill, stroke, canvas.NewRectangle(nil)}
	c.frame.box.CornerRadius = 8
	return c
}

func newColumn(gap float32, items ...fyne.CanvasObject) *column {
	c := &column{gap: gap, items: items}
	c.ExtendBaseWidget(c)
	return c
}

func (c *column) within(room edges) *column {
	c.room = room
	return c
}

// each calls fn with the place of every object that is shown.
func (c *column) each(width float32, fn func(o fyne.CanvasObject, y, height float32)) (total float32) {
	y := c.room.top
	inner := width - c.room.left - c.room.right
	first := true
	for _, o := range c.items {
		if !o.Visible() {
			continue
		}
		h := heightOf(o, inner)
		if h > 0 && !first {
			y += c.gap
		}
		if h > 0 {
			first = false
		}
		if fn != nil {
			fn(o, y, h)
		}
		y += h
	}
	return y + c.room.bottom
}

func (c *column) heightFor(width float32) float32 { return c.each(width, nil) }

func (c *column) CreateRenderer() fyne.WidgetRenderer { return &columnRenderer{c} }

type columnRenderer struct{ c *column }

func (r *columnRenderer) Destroy() {}
func (r *columnRenderer) Objects() []fyne.CanvasObject {
	if r.c.frame == nil {
		return r.c.items
	}
	return append([]fyne.CanvasObject{r.c.frame.box}, r.c.items...)
}

func (r *columnRenderer) Refresh() { r.Layout(r.c.Size()) }

func (r *columnRenderer) MinSize() fyne.Size {
	w := r.c.Size().Width
	if w <= 0 {
		w = 240
	}
	return fyne.NewSize(40, r.c.heightFor(w))
}

func (r *columnRenderer) Layout(size fyne.Size) {
	inner := size.Width - r.c.room.left - r.c.room.right
	if f := r.c.frame; f != nil {
		p := f.desk.Palette()
		f.box.FillColor, f.box.StrokeColor, f.box.StrokeWidth = p.Of(f.fill), p.Of(f.stroke), 1
		f.box.Resize(size)
		canvas.Refresh(f.box)
	}
	r.c.each(size.Width, func(o fyne.CanvasObject, y, h float32) {
		o.Move(fyne.NewPos(r.c.room.left, y))
		o.Resize(fyne.NewSize(inner, h))
	})
}

func (c *column) children() []fyne.CanvasObject { return c.items }

// repaint refreshes an object and all that this package has put into it.
func repaint(o fyne.CanvasObject) {
	if p, ok := o.(interface{ children() []fyne.CanvasObject }); ok {
		for _, child := range p.children() {
			repaint(child)
		}
	}
	o.Refresh()
}

// rule is a line across a panel.
type rule struct {
	widget.BaseWidget
	desk *Desk
	line *canvas.Rectangle
}

func newRule(d *Desk) *rule {
	r := &rule{desk: d, line: canvas.NewRectangle(color.Transparent)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *rule) heightFor(float32) float32 { return 1 }
func (r *rule) Refresh() {
	r.line.FillColor = r.desk.Palette().Of(palette.Rule)
	canvas.Refresh(r.line)
}
func (r *rule) CreateRenderer() fyne.WidgetRenderer {
	r.line.FillColor = r.desk.Palette().Of(palette.Rule)
	return widget.NewSimpleRenderer(r.line)
}

// highlight shows that a thing is pointed at, or has the keys.
func highlight(d *Desk, back *canvas.Rectangle, hovered, focused bool) {
	fill, stroke, width := color.Color(color.Transparent), color.Color(color.Transparent), float32(0)
	if hovered {
		c := d.Palette().Of(palette.Muted)
		c.A = 0x1C
		fill = c
	}
	if focused {
		stroke, width = d.Palette().Of(palette.Select), 1.5
	}
	if back.FillColor != fill || back.StrokeColor != stroke || back.StrokeWidth != width {
		back.FillColor, back.StrokeColor, back.StrokeWidth = fill, stroke, width
		canvas.Refresh(back)
	}
}
