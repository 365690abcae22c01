package window

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"warrant/canvas/geom"
)

// spotlight darkens all but a circle around the pointer: a picture with a hole
// in it, and four rectangles for the rest.
type spotlight struct {
	object *fyne.Container
	hole   *canvas.Image
	rest   [4]*canvas.Rectangle
	radius int // of the circle in the picture, device pixels
}

const (
	spotDark = 0xA6 // of what is not lit
	spotSoft = 0.12 // of the radius: the edge of the light
)

func newSpotlight() *spotlight {
	s := &spotlight{hole: &canvas.Image{ScaleMode: canvas.ImageScaleFastest}}
	s.object = container.NewWithoutLayout(s.hole)
	for i := range s.rest {
		s.rest[i] = canvas.NewRectangle(color.NRGBA{A: spotDark})
		s.object.Add(s.rest[i])
	}
	s.object.Hide()
	return s
}

// shine lights a circle of a radius around a point of a window of that size,
// in units; dev are the pixels of a unit.
func (s *spotlight) shine(at geom.Point, radius float64, size geom.Size, dev float64) {
	// The picture begins on a whole pixel, so that it joins the rectangles.
	r := math.Ceil(radius*dev) / dev
	at = geom.Pt(math.Round(at.X*dev)/dev, math.Round(at.Y*dev)/dev)
	s.paint(int(math.Round(r * dev)))
	put := func(o fyne.CanvasObject, box geom.Rect) {
		o.Move(fyne.NewPos(float32(box.Min.X), float32(box.Min.Y)))
		o.Resize(fyne.NewSize(float32(max(0, box.W())), float32(max(0, box.H()))))
	}
	box := geom.R(at.X-r, at.Y-r, 2*r, 2*r)
	put(s.hole, box)
	put(s.rest[0], geom.Rect{Max: geom.Pt(size.W, box.Min.Y)})
	put(s.rest[1], geom.Rect{Min: geom.Pt(0, box.Max.Y), Max: geom.Pt(size.W, size.H)})
	put(s.rest[2], geom.Rect{Min: geom.Pt(0, box.Min.Y), Max: geom.Pt(box.Min.X, box.Max.Y)})
	put(s.rest[3], geom.Rect{Min: geom.Pt(box.Max.X, box.Min.Y), Max: geom.Pt(size.W, box.Max.Y)})
	s.object.Show()
}

// paint makes the picture, where it is not that of the radius already.
func (s *spotlight) paint(radius int) {
	if s.radius == radius {
		return
	}
	s.radius = radius
	img := image.NewNRGBA(image.Rect(0, 0, 2*radius, 2*radius))
	soft := spotSoft * float64(radius)
	for y := range 2 * radius {
		for x := range 2 * radius {
			d := math.Hypot(float64(x-radius)+0.5, float64(y-radius)+0.5)
			k := max(0, min(1, (d-float64(radius)+soft)/soft))
			img.SetNRGBA(x, y, color.NRGBA{A: uint8(spotDark*k*k*(3-2*k) + 0.5)})
		}
	}
	s.hole.Image = img
	s.hole.Refresh()
}
