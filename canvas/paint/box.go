package paint

import (
	"image"
	"math"
	"sync"

	"warrant/canvas/geom"
	"warrant/canvas/shape"
)

// The shadow of a card, world units. A blur of 8 is a Gaussian of 4.
const (
	shadowDown  = 2
	shadowSigma = 4
	shadowReach = 3 * shadowSigma // past it nothing is seen
)

// ShadowReach is how far a shadow shows outside of its box, world units.
const ShadowReach = shadowReach + shadowDown

// box paints a box with its edges on whole pixels, so that cards are crisp at
// every zoom. A dot, round all over, keeps its exact place instead: the end
// of a link lies in it.
func (b *brush) box(s shape.Box) {
	lo, hi := b.view.ToScreen(s.Rect.Min), b.view.ToScreen(s.Rect.Max)
	if !finite(lo.X, lo.Y, hi.X, hi.Y, s.Radius, s.StrokeWidth) || hi.X < lo.X || hi.Y < lo.Y {
		return
	}
	radius := math.Max(0, math.Min(s.Radius, math.Min(s.Rect.W(), s.Rect.H())/2)) * b.view.Zoom
	fill, stroke := b.pal.Of(s.Fill), b.pal.Of(s.Stroke)
	if w, h := s.Rect.W(), s.Rect.H(); w == h && s.Radius*2 >= w && !s.Shadow {
		b.dot(s)
		return
	}
	thick := s.StrokeWidth * b.view.Zoom
	line := 0
	if stroke.A > 0 && thick > 0 {
		line = max(1, round(thick))
		if thick < 1 { // a hairline pales instead of growing thinner
			stroke = faded(stroke, math.Max(0.4, thick))
		}
	}
	half := float64(line) / 2
	outer := image.Rect(round(lo.X-half), round(lo.Y-half), round(hi.X+half), round(hi.Y+half))
	if outer.Dx() < 1 {
		outer.Max.X = outer.Min.X + 1
	}
	if outer.Dy() < 1 {
		outer.Max.Y = outer.Min.Y + 1
	}
	r := radius + half
	if s.Shadow {
		b.shadow(outer, r, fill.A == 255)
	}
	if line > 0 {
		// The fill reaches under the middle of the line, as a centred stroke
		// has it, but its rim never shows outside.
		b.roundRect(outer.Inset(line/2), math.Max(0, r-float64(line/2)), premultiply(fill))
		b.ring(outer, r, line, premultiply(stroke))
		return
	}
	b.roundRect(outer, r, premultiply(fill))
}

func (b *brush) dot(s shape.Box) {
	c, r := s.Rect.Center(), s.Rect.W()/2
	const k = 0.5522847498 // of a quarter circle as a cubic
	at := func(x, y float64) geom.Point { return geom.Pt(c.X+x*r, c.Y+y*r) }
	b.path(shape.Path{
		Curves: []geom.Cubic{
			{A: at(1, 0), B: at(1, k), C: at(k, 1), D: at(0, 1)},
			{A: at(0, 1), B: at(-k, 1), C: at(-1, k), D: at(-1, 0)},
			{A: at(-1, 0), B: at(-1, -k), C: at(-k, -1), D: at(0, -1)},
			{A: at(0, -1), B: at(k, -1), C: at(1, -k), D: at(1, 0)},
		},
		Fill: s.Fill, Stroke: s.Stroke, Width: s.StrokeWidth,
	})
}

// cornerKey is a radius and a blur in pixels, in steps of 1/8.
type cornerKey struct{ radius, sigma int32 }

// mostMasks bounds a maskCache; a zoom needs two or three.
const mostMasks = 48

type maskCache[K comparable] struct {
	mu sync.Mutex
	m  map[K]*image.Alpha
}

func (c *maskCache[K]) get(k K, make_ func() *image.Alpha) *image.Alpha {
	c.mu.Lock()
	defer c.mu.Unlock()
	if m := c.m[k]; m != nil {
		return m
	}
	if c.m == nil || len(c.m) >= mostMasks {
		c.m = map[K]*image.Alpha{}
	}
	m := make_()
	c.m[k] = m
	return m
}

// largestCorner is the radius in pixels from which a corner is drawn no
// rounder; the zoom range stays far below.
const largestCorner = 512

// corner returns the coverage of the upper left corner of a round rectangle.
func (p *Painter) corner(radius float64) *image.Alpha {
	k := cornerKey{radius: int32(math.Min(radius, largestCorner)*8 + 0.5)}
	return p.corners.get(k, func() *image.Alpha { return quarter(float64(k.radius) / 8) })
}

func quarter(r float64) *image.Alpha {
	n := int(math.Ceil(r))
	m := image.NewAlpha(image.Rect(0, 0, n, n))
	for y := range n {
		for x := range n {
			// Coverage of a pixel by a disc: its distance from the rim,
			// which is within 1/50 of the area at the radii of cards.
			d := math.Hypot(float64(x)+0.5-r, float64(y)+0.5-r)
			m.Pix[y*m.Stride+x] = uint8(math.Max(0, math.Min(1, r-d+0.5))*255 + 0.5)
		}
	}
	return m
}

// roundRect lays a colour over a rectangle of whole pixels with round corners.
func (b *brush) roundRect(r image.Rectangle, radius float64, c pixel) {
	if c.a == 0 || r.Empty() {
		return
	}
	m := b.corner(radius)
	n := m.Rect.Dx()
	in := r.Intersect(b.clip)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		row := min(y-r.Min.Y, r.Max.Y-1-y)
		if row >= n {
			fillRow(b.img, y, in.Min.X, in.Max.X, c)
			continue
		}
		cover := m.Pix[row*m.Stride : row*m.Stride+n]
		for i, v := range cover {
			if r.Min.X+i >= r.Max.X-1-i {
				break
			}
			b.point(r.Min.X+i, y, c, uint32(v))
			b.point(r.Max.X-1-i, y, c, uint32(v))
		}
		if r.Dx() <= 2*n {
			if r.Dx()%2 == 1 {
				b.point(r.Min.X+r.Dx()/2, y, c, uint32(cover[min(n-1, r.Dx()/2)]))
			}
			continue
		}
		fillRow(b.img, y, max(in.Min.X, r.Min.X+n), min(in.Max.X, r.Max.X-n), c)
	}
}

func (b *brush) point(x, y int, c pixel, cover uint32) {
	if x >= b.clip.Min.X && x < b.clip.Max.X {
		over(b.img.Pix[b.img.PixOffset(x, y):], c, cover)
	}
}

// ring lays a colour over the outermost pixels of a round rectangle, line
// pixels wide.
func (b *brush) ring(r image.Rectangle, radius float64, line int, c pixel) {
	if c.a == 0 {
		return
	}
	m, hole := b.corner(radius), b.corner(math.Max(0, radius-float64(line)))
	n, k := m.Rect.Dx(), hole.Rect.Dx()
	in := r.Intersect(b.clip)
	inside := func(m *image.Alpha, n, x, y int) uint32 {
		if x < 0 || y < 0 {
			return 0
		}
		if x >= n || y >= n {
			return 255
		}
		return uint32(m.Pix[y*m.Stride+x])
	}
	for y := in.Min.Y; y < in.Max.Y; y++ {
		row := min(y-r.Min.Y, r.Max.Y-1-y)
		edge := line // how many pixels of this row, from each side, need a look
		if row < max(n, line) {
			edge = max(n, line)
		}
		for i := 0; i < edge && r.Min.X+i <= r.Max.X-1-i; i++ {
			out := inside(m, n, i, row)
			gap := inside(hole, k, i-line, row-line)
			if out <= gap {
				continue
			}
			b.point(r.Min.X+i, y, c, out-gap)
			if r.Max.X-1-i != r.Min.X+i {
				b.point(r.Max.X-1-i, y, c, out-gap)
			}
		}
		if row < line {
			fillRow(b.img, y, max(in.Min.X, r.Min.X+edge), min(in.Max.X, r.Max.X-edge), c)
		}
	}
}
