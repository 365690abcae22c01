package control

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// WithRing is what draws a control of the toolkit and, while it has the keys,
// a ring, so far outside of it.
func WithRing(inner fyne.WidgetRenderer, outside float32, focused func() bool) fyne.WidgetRenderer {
	r := &ringed{inner, canvas.NewRectangle(color.Transparent), outside, false, focused}
	r.paint()
	return r
}

type ringed struct {
	fyne.WidgetRenderer
	ring    *canvas.Rectangle
	outside float32
	edged   bool // there is a thin one otherwise: the control would not be seen on its ground
	focused func() bool
}

func (r *ringed) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject(nil), r.WidgetRenderer.Objects()...), r.ring)
}

func (r *ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.Move(fyne.NewPos(-r.outside, -r.outside))
	r.ring.Resize(size.AddWidthHeight(2*r.outside, 2*r.outside))
}

func (r *ringed) Refresh() {
	r.WidgetRenderer.Refresh()
	r.paint()
	canvas.Refresh(r.ring)
}

func (r *ringed) paint() {
	r.ring.CornerRadius = theme.Size(theme.SizeNameInputRadius)
	r.ring.StrokeColor, r.ring.StrokeWidth = color.Transparent, 0
	if r.edged {
		r.ring.StrokeColor, r.ring.StrokeWidth = theme.Color(theme.ColorNameInputBorder), 1
	}
	if r.focused() {
		r.ring.StrokeColor, r.ring.StrokeWidth = theme.Color(theme.ColorNamePrimary), 2
	}
}
