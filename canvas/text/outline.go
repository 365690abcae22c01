package text

import (
	"bytes"
	"image"
	_ "image/png" // colour glyphs are PNG inside of the font

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Op is what a Segment does.
type Op uint8

// The segments of an outline. A contour closes itself.
const (
	MoveTo Op = iota
	LineTo
	QuadTo
	CubeTo
)

// Segment is a step of an outline. Points are ems from the glyph's origin; x
// grows to the right, y downwards; the last one used is where it ends.
type Segment struct {
	Op     Op
	Points [3][2]float32
}

// Outline returns the contours of a glyph, filled by the non-zero rule, or
// nil for one that draws nothing or is a picture.
func (f *Fonts) Outline(face *Face, id uint32) (outline []Segment) {
	f.mu.Lock()
	defer f.mu.Unlock()
	defer spare(face, func() { outline = nil })
	o, ok := face.face.GlyphDataOutline(uint16(id))
	if !ok || len(o.Segments) == 0 {
		return nil
	}
	out := make([]Segment, len(o.Segments))
	k := float32(1 / face.em)
	for i, s := range o.Segments {
		switch s.Op {
		case opentype.SegmentOpLineTo:
			out[i].Op = LineTo
		case opentype.SegmentOpQuadTo:
			out[i].Op = QuadTo
		case opentype.SegmentOpCubeTo:
			out[i].Op = CubeTo
		}
		for j, p := range s.ArgsSlice() {
			out[i].Points[j] = [2]float32{p.X * k, -p.Y * k}
		}
	}
	return out
}

// spare keeps a broken font of the machine from ending the program. A fault in
// a bundled face is our own and stays loud.
func spare(face *Face, instead func()) {
	if face.Bundled != nil {
		return
	}
	if recover() != nil {
		instead()
	}
}

// Picture is a glyph in its own colours, as emoji are, and the rectangle in
// ems from the glyph's origin, y downwards, that it fills.
type Picture struct {
	Image                 image.Image
	Left, Top, Wide, Tall float32
}

// largestPicture bounds the pixels of a glyph's picture, which comes from a
// font file of the machine.
const largestPicture = 1 << 20

// Picture returns the picture of a glyph that has no outline, or false.
func (f *Fonts) Picture(face *Face, id uint32) (picture Picture, ok bool) {
	if face.Bundled != nil {
		return Picture{}, false
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	defer spare(face, func() { ok = false })
	b, ok := face.face.GlyphDataBitmap(uint16(id))
	if !ok || b.Format != font.PNG {
		return Picture{}, false
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(b.Data))
	if err != nil || c.Width < 1 || c.Height < 1 || c.Width*c.Height > largestPicture {
		return Picture{}, false
	}
	img, _, err := image.Decode(bytes.NewReader(b.Data))
	if err != nil {
		return Picture{}, false
	}
	k := float32(1 / face.em)
	if e, ok := face.face.GlyphExtents(opentype.GID(id)); ok && e.Width > 0 && e.Height < 0 {
		return Picture{img, e.XBearing * k, -e.YBearing * k, e.Width * k, -e.Height * k}, true
	}
	return Picture{img, 0, -0.9, 1.1, 1.1 * float32(c.Height) / float32(c.Width)}, true
}
