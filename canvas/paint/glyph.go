package paint

import (
	"image"
	"math"
	"sync"

	"golang.org/x/image/draw"
	"golang.org/x/image/vector"

	"warrant/canvas/recent"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// text paints one line. The baseline stands on a whole pixel and each glyph
// on a quarter of one: crisp, and evenly spaced.
func (b *brush) text(s shape.Text) {
	size := s.Style.Size * b.view.Zoom
	at := b.view.ToScreen(s.At)
	c := b.pal.Of(s.Fill)
	if c.A == 0 || !finite(size, at.X, at.Y) || size < smallestText || size > largestText {
		return
	}
	y := round(at.Y)
	reach := int(math.Ceil(size * tallest))
	if y+reach < b.clip.Min.Y || y-reach > b.clip.Max.Y {
		return
	}
	b.line = b.fonts.Glyphs(b.line[:0], s.Line, text.Style{Size: size, Weight: s.Style.Weight})
	if s.Align != shape.Start {
		width := b.fonts.Width(s.Line, text.Style{Size: size, Weight: s.Style.Weight})
		if s.Align == shape.Middle {
			width /= 2
		}
		at.X -= width
	}
	ink := premultiply(c)
	for _, g := range b.line {
		x := at.X + g.X
		if x > float64(b.clip.Max.X)+size || x+g.Advance < float64(b.clip.Min.X)-size {
			continue
		}
		quarters := round(x * 4)
		gx, gy := quarters>>2, y+round(g.Y)
		k := glyphKey{g.Face, g.ID, float32(size), uint8(quarters & 3), s.Style.Italic}
		m, kept := b.glyphs.Get(k)
		if !kept {
			m = b.drawGlyph(k)
			if m.size() <= glyphBudget/16 {
				b.glyphs.Put(k, m)
			}
		}
		if m.picture != nil {
			r := m.picture.Rect.Add(m.at).Add(image.Pt(gx, gy))
			draw.Draw(b.img, r.Intersect(b.clip), m.picture, r.Intersect(b.clip).Min.Sub(r.Min), draw.Over)
			continue
		}
		fillMask(b.img, &m.mask, image.Pt(gx, gy).Add(m.at), ink)
	}
	const keep = 4096
	if cap(b.line) > keep {
		b.line = nil
	}
}

const (
	smallestText = 1.2  // pixels an em; below it a line is not even a grey bar
	largestText  = 4000 // pixels an em; beyond it is no text
	tallest      = 4    // ems from the baseline: marks pile up
)

type glyphKey struct {
	face    *text.Face
	id      uint32
	size    float32
	quarter uint8
	italic  bool
}

// glyphMask is a glyph's coverage, or its picture, and where its corner
// stands from the pixel of its origin.
type glyphMask struct {
	mask    image.Alpha
	picture *image.RGBA
	at      image.Point
}

// glyphBudget bounds the cache: two generations of so many bytes.
const glyphBudget = 8 << 20

type glyphCache = recent.Cache[glyphKey, *glyphMask]

func newGlyphs() *glyphCache {
	return &glyphCache{Budget: glyphBudget, Size: func(_ glyphKey, m *glyphMask) int { return m.size() }}
}

// size returns how many bytes a mask takes in the cache.
func (m *glyphMask) size() int {
	const overhead = 160
	size := overhead + len(m.mask.Pix)
	if m.picture != nil {
		size += len(m.picture.Pix)
	}
	return size
}

// rasterizers are for glyphs, beside a brush's own that may be in use.
var rasterizers = sync.Pool{New: func() any { return new(vector.Rasterizer) }}

func (b *brush) drawGlyph(k glyphKey) *glyphMask {
	outline := b.fonts.Outline(k.face, k.id)
	if outline == nil {
		if p, ok := b.fonts.Picture(k.face, k.id); ok {
			return picture(p, float64(k.size))
		}
		return &glyphMask{}
	}
	shift := float32(k.quarter) / 4
	lean := float32(0)
	if k.italic {
		lean = text.Slant
	}
	place := func(p [2]float32) (float32, float32) {
		return (p[0]-lean*p[1])*k.size + shift, p[1] * k.size
	}
	lo := [2]float32{math.MaxFloat32, math.MaxFloat32}
	hi := [2]float32{-math.MaxFloat32, -math.MaxFloat32}
	for _, s := range outline {
		for _, p := range s.Points[:used[s.Op]] {
			x, y := place(p)
			lo[0], lo[1] = min(lo[0], x), min(lo[1], y)
			hi[0], hi[1] = max(hi[0], x), max(hi[1], y)
		}
	}
	// No glyph of a sane font is larger than this.
	most := k.size*8 + 8
	lo[0], lo[1], hi[0], hi[1] = max(lo[0], -most), max(lo[1], -most), min(hi[0], most), min(hi[1], most)
	r := image.Rect(int(math.Floor(float64(lo[0]))), int(math.Floor(float64(lo[1]))),
		int(math.Ceil(float64(hi[0]))), int(math.Ceil(float64(hi[1]))))
	if r.Empty() || r.Dx()*r.Dy() > largestGlyph {
		return &glyphMask{}
	}
	m := &glyphMask{at: r.Min, mask: *image.NewAlpha(image.Rect(0, 0, r.Dx(), r.Dy()))}
	z := rasterizers.Get().(*vector.Rasterizer)
	defer rasterizers.Put(z)
	z.Reset(r.Dx(), r.Dy())
	ox, oy := float32(r.Min.X), float32(r.Min.Y)
	for i, s := range outline {
		var q [3][2]float32
		for j := range used[s.Op] {
			x, y := place(s.Points[j])
			q[j] = [2]float32{x - ox, y - oy}
		}
		switch s.Op {
		case text.MoveTo:
			if i > 0 {
				z.ClosePath()
			}
			z.MoveTo(q[0][0], q[0][1])
		case text.LineTo:
			z.LineTo(q[0][0], q[0][1])
		case text.QuadTo:
			z.QuadTo(q[0][0], q[0][1], q[1][0], q[1][1])
		case text.CubeTo:
			z.CubeTo(q[0][0], q[0][1], q[1][0], q[1][1], q[2][0], q[2][1])
		}
	}
	z.ClosePath()
	z.Draw(&m.mask, m.mask.Rect, image.Opaque, image.Point{})
	return m
}

// used is how many points each Op of an outline has.
var used = [...]int{text.MoveTo: 1, text.LineTo: 1, text.QuadTo: 2, text.CubeTo: 3}

// largestGlyph bounds the pixels of one glyph.
const largestGlyph = 1 << 24

func picture(p text.Picture, size float64) *glyphMask {
	r := image.Rect(
		round(float64(p.Left)*size), round(float64(p.Top)*size),
		round(float64(p.Left+p.Wide)*size), round(float64(p.Top+p.Tall)*size))
	if r.Empty() || r.Dx()*r.Dy() > largestGlyph {
		return &glyphMask{}
	}
	m := &glyphMask{at: r.Min, picture: image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))}
	draw.CatmullRom.Scale(m.picture, m.picture.Rect, p.Image, p.Image.Bounds(), draw.Src, nil)
	return m
}
