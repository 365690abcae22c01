package surface

import (
	"image"
	"image/color"
	"math"

	"warrant/canvas/geom"
)

// pen draws what an overview needs, plainly and fast: ten thousand cards and
// links in some hundredths of a second.
type pen struct {
	img    *image.RGBA
	origin geom.Point // the world point at the picture's corner
	scale  float64    // pixels a world unit
}

func (p pen) at(w geom.Point) (x, y float64) {
	return (w.X - p.origin.X) * p.scale, (w.Y - p.origin.Y) * p.scale
}

// blend puts a colour over a pixel, with coverage 0 to 1.
func (p pen) blend(x, y int, c color.NRGBA, coverage float64) {
	if !(image.Point{X: x, Y: y}).In(p.img.Rect) {
		return
	}
	a := uint32(coverage*float64(c.A) + 0.5)
	if a == 0 {
		return
	}
	px := p.img.Pix[p.img.PixOffset(x, y):][:4:4]
	rest := 255 - a
	px[0] = uint8((uint32(c.R)*a + uint32(px[0])*rest + 127) / 255)
	px[1] = uint8((uint32(c.G)*a + uint32(px[1])*rest + 127) / 255)
	px[2] = uint8((uint32(c.B)*a + uint32(px[2])*rest + 127) / 255)
	px[3] = uint8((255*a + uint32(px[3])*rest + 127) / 255)
}

// fill fills a world rectangle; pixels on its border are covered in part. A
// rectangle thinner than a pixel is drawn as faint as it is thin, but not
// fainter than a third.
func (p pen) fill(r geom.Rect, c color.NRGBA) {
	x0, y0 := p.at(r.Min)
	x1, y1 := p.at(r.Max)
	if thin := min(x1-x0, y1-y0); thin < 0.33 {
		x1, y1 = math.Max(x1, x0+0.6), math.Max(y1, y0+0.6)
	}
	b := p.img.Rect
	left, right := max(int(math.Floor(x0)), b.Min.X), min(int(math.Ceil(x1)), b.Max.X)
	top, bottom := max(int(math.Floor(y0)), b.Min.Y), min(int(math.Ceil(y1)), b.Max.Y)
	for y := top; y < bottom; y++ {
		cy := math.Min(y1, float64(y+1)) - math.Max(y0, float64(y))
		for x := left; x < right; x++ {
			cx := math.Min(x1, float64(x+1)) - math.Max(x0, float64(x))
			p.blend(x, y, c, cx*cy)
		}
	}
}

// curve draws a link as straight pieces of about twelve pixels.
func (p pen) curve(c geom.Cubic, width float64, col color.NRGBA) {
	width *= p.scale
	opacity := math.Max(0.35, math.Min(1, width))
	h := hull(c)
	steps := max(1, min(24, int((h.W()+h.H())*p.scale/12)))
	x0, y0 := p.at(c.A)
	for i := 1; i <= steps; i++ {
		x1, y1 := p.at(c.At(float64(i) / float64(steps)))
		p.segment(x0, y0, x1, y1, math.Max(1, width), fade(col, opacity))
		x0, y0 = x1, y1
	}
}

// segment draws a straight piece: along its longer axis, each row or column
// is covered across by width (after Wu 1991).
func (p pen) segment(x0, y0, x1, y1, width float64, c color.NRGBA) {
	steep := math.Abs(y1-y0) > math.Abs(x1-x0)
	if steep {
		x0, y0, x1, y1 = y0, x0, y1, x1
	}
	if x0 > x1 {
		x0, y0, x1, y1 = x1, y1, x0, y0
	}
	slope := 0.0
	if x1 > x0 {
		slope = (y1 - y0) / (x1 - x0)
	}
	across := width * math.Sqrt(1+slope*slope) / 2
	limit := p.img.Rect.Max.X
	if steep {
		limit = p.img.Rect.Max.Y
	}
	from, to := max(0, int(math.Ceil(x0-0.5))), min(limit, int(math.Ceil(x1-0.5)))
	for i := from; i < to; i++ {
		m := y0 + slope*(float64(i)+0.5-x0)
		lo, hi := m-across, m+across
		for j := int(math.Floor(lo)); float64(j) < hi; j++ {
			k := math.Min(hi, float64(j+1)) - math.Max(lo, float64(j))
			if steep {
				p.blend(j, i, c, k)
			} else {
				p.blend(i, j, c, k)
			}
		}
	}
}

// lines draws bars that stand for a card's text.
func (p pen) lines(card geom.Rect, c color.NRGBA) {
	for y, n := card.Min.Y+15, 0; y < card.Max.Y-26; y, n = y+17, n+1 {
		r := geom.R(card.Min.X+14, y, card.W()-26, 8)
		if y+17 >= card.Max.Y-26 {
			r.Max.X -= card.W() * 0.3
		}
		p.fill(r, c)
	}
}
