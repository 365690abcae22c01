package paint

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"

	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/shape"
)

// MostPixels is the largest PNG that is written. It is painted in bands, so
// that its memory stays small whatever its size.
const MostPixels = 400_000_000

// wholePixels is the size up to which a PNG is painted in one piece.
const wholePixels = 16_000_000

// bandRows is the height of a band in pixels.
const bandRows = 256

// PNG writes the shapes inside of bounds as a picture at scale pixels a world
// unit, on the palette's canvas colour.
func (p *Painter) PNG(w io.Writer, shapes []shape.Shape, bounds geom.Rect, pal *palette.Palette, scale float64) error {
	width, height, err := pixels(bounds, scale)
	if err != nil {
		return err
	}
	view := geom.View{Origin: bounds.Min, Zoom: scale}
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if width*height <= wholePixels {
		enc.CompressionLevel = png.DefaultCompression
		img := image.NewRGBA(image.Rect(0, 0, width, height))
		Fill(img, pal.Of(palette.Canvas))
		p.Paint(img, view, pal, shapes)
		err = enc.Encode(w, img)
	} else {
		err = enc.Encode(w, &bands{painter: p, shapes: shapes, view: view, pal: pal, width: width, height: height})
	}
	if err != nil {
		return fmt.Errorf("writing the png: %w", err)
	}
	return nil
}

// pixels returns the size of a picture, or why there can be none.
func pixels(bounds geom.Rect, scale float64) (width, height int, err error) {
	if !finite(bounds.Min.X, bounds.Min.Y, bounds.Max.X, bounds.Max.Y, scale) || bounds.Empty() || !(scale > 0) {
		return 0, 0, fmt.Errorf("png: nothing to paint: bounds %v at scale %v; both must have a size", bounds, scale)
	}
	w, h := math.Ceil(bounds.W()*scale), math.Ceil(bounds.H()*scale)
	const mostSide = 1 << 24 // what viewers read
	if w*h > MostPixels || w > mostSide || h > mostSide {
		fits := math.Min(math.Sqrt(MostPixels/(bounds.W()*bounds.H())), mostSide/math.Max(bounds.W(), bounds.H()))
		return 0, 0, fmt.Errorf("png: %.0f × %.0f pixels are too many (at most %d million); a scale up to %.3g would fit",
			w, h, MostPixels/1_000_000, math.Floor(fits*1000)/1000)
	}
	return int(w), int(h), nil
}

// bands is a picture that is painted while it is read, row by row.
type bands struct {
	painter       *Painter
	shapes        []shape.Shape
	view          geom.View
	pal           *palette.Palette
	width, height int
	now           *image.RGBA
}

func (b *bands) ColorModel() color.Model { return color.RGBAModel }
func (b *bands) Bounds() image.Rectangle { return image.Rect(0, 0, b.width, b.height) }
func (b *bands) Opaque() bool            { return true }

func (b *bands) At(x, y int) color.Color { return b.band(y).RGBAAt(x, y) }

func (b *bands) band(y int) *image.RGBA {
	if b.now != nil && y >= b.now.Rect.Min.Y && y < b.now.Rect.Max.Y {
		return b.now
	}
	top := y - y%bandRows
	r := image.Rect(0, top, b.width, min(top+bandRows, b.height))
	if b.now == nil || b.now.Rect.Dy() != r.Dy() {
		b.now = image.NewRGBA(r)
	}
	b.now.Rect = r
	Fill(b.now, b.pal.Of(palette.Canvas))
	b.painter.Paint(b.now, b.view, b.pal, b.shapes)
	return b.now
}
