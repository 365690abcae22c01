package surface

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"warrant/canvas/geom"
)

// marks are the plain objects drawn over the scene, used again in each frame.
type marks struct {
	rectangles pool[canvas.Rectangle]
	lines      pool[canvas.Line]
	circles    pool[canvas.Circle]
	texts      pool[canvas.Text]
}

type pool[T any] struct {
	all  []*T
	used int
}

func (p *pool[T]) next() *T {
	if p.used == len(p.all) {
		p.all = append(p.all, new(T))
	}
	p.used++
	o := p.all[p.used-1]
	return o
}

func newMarks() *marks { return &marks{} }

// begin takes all objects back.
func (m *marks) begin() { m.rectangles.used, m.lines.used, m.circles.used, m.texts.used = 0, 0, 0, 0 }

func (m *marks) rectangle() *canvas.Rectangle {
	r := m.rectangles.next()
	r.FillColor, r.StrokeColor, r.StrokeWidth, r.CornerRadius = color.Transparent, color.Transparent, 0, 0
	return r
}

func (m *marks) line(from, to fyne.Position, c color.Color, width float32) *canvas.Line {
	l := m.lines.next()
	l.StrokeColor, l.StrokeWidth = c, width
	l.Position1, l.Position2 = from, to
	return l
}

func (m *marks) circle(at fyne.Position, radius float32, fill, stroke color.Color, width float32) *canvas.Circle {
	c := m.circles.next()
	c.FillColor, c.StrokeColor, c.StrokeWidth = fill, stroke, width
	c.Move(at.SubtractXY(radius, radius))
	c.Resize(fyne.NewSquareSize(2 * radius))
	return c
}

func (m *marks) text(said string, size float32, c color.Color) *canvas.Text {
	t := m.texts.next()
	t.Text, t.TextSize, t.Color = said, size, c
	return t
}

// placeRect puts a rectangle where world rectangle r is seen, on whole
// device pixels as cards are.
func (s *Surface) placeRect(f *frame, o fyne.CanvasObject, r geom.Rect) {
	p := f.pos(r.Min)
	o.Move(p)
	o.Resize(fyne.NewSize(f.length(r.W()), f.length(r.H())))
}

// fade returns a colour at a fraction of its opacity.
func fade(c color.NRGBA, k float64) color.NRGBA {
	c.A = uint8(float64(c.A)*k + 0.5)
	return c
}
