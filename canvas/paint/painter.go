// Package paint answers how shapes look: it turns them into pixels, PNG, SVG
// and PDF. It never decides where a shape is or what it means, and all four
// show the same drawing.
package paint

import (
	"image"
	"image/color"
	"math"
	"sync"

	"golang.org/x/image/vector"

	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// Painter paints shapes into pictures and keeps the masks it needed: of
// glyphs, corners and shadows. It is safe for use by several goroutines, each
// with a picture of its own.
type Painter struct {
	fonts   *text.Fonts
	glyphs  *glyphCache
	corners maskCache[cornerKey]
	shadows maskCache[cornerKey]
	brushes sync.Pool
}

// New returns a painter of text in the given fonts.
func New(fonts *text.Fonts) *Painter {
	return &Painter{fonts: fonts, glyphs: newGlyphs(), brushes: sync.Pool{New: func() any { return new(brush) }}}
}

// brush is what one call of Paint works with.
type brush struct {
	*Painter
	img    *image.RGBA
	clip   image.Rectangle
	view   geom.View
	pal    *palette.Palette
	raster vector.Rasterizer
	mask   image.Alpha
	line   []text.Glyph
	chain  []geom.Point
	points []geom.Point

	// The shape between begin and end: its polygons one after the other.
	reach    image.Rectangle
	outlines []geom.Point
	ends     []int
	cut      []geom.Point
	cutEnds  []int
	scratch  [2][]geom.Point
}

// Paint paints shapes over what img shows, the first at the bottom. The
// pixels of the view are those of img: a picture whose bounds begin elsewhere
// than at 0, 0 is a tile of a larger one. Shapes whose places are not finite
// are left out.
func (p *Painter) Paint(img *image.RGBA, view geom.View, pal *palette.Palette, shapes []shape.Shape) {
	if img.Rect.Empty() || !(view.Zoom > 0) || !finite(view.Zoom, view.Origin.X, view.Origin.Y) {
		return
	}
	b := p.brushes.Get().(*brush)
	defer p.brushes.Put(b)
	b.Painter, b.img, b.clip, b.view, b.pal = p, img, img.Rect, view, pal
	for _, s := range shapes {
		switch s := s.(type) {
		case shape.Box:
			b.box(s)
		case shape.Path:
			b.path(s)
		case shape.Text:
			b.text(s)
		}
	}
	b.img, b.pal = nil, nil
}

// Fill makes the whole of img one colour.
func Fill(img *image.RGBA, c color.NRGBA) {
	fillRect(img, img.Rect, premultiply(c))
}

func finite(v ...float64) bool {
	for _, x := range v {
		if math.IsNaN(x) || math.Abs(x) > 1e12 {
			return false
		}
	}
	return true
}

// round is half up everywhere, so that two edges at the same fraction go the
// same way. The result is bounded so that it fits a pixel coordinate.
func round(x float64) int {
	return int(math.Floor(math.Max(-1e9, math.Min(1e9, x)) + 0.5))
}
