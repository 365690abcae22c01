package paint

import (
	"image"
	"math"

	"warrant/canvas/palette"
)

// faintestShadow is the blur in pixels below which a shadow is left out: seen
// from so far it is a smudge.
const faintestShadow = 0.75

// finestShadow is the blur in pixels up to which a shadow is kept pixel for
// pixel.
const finestShadow = 16

// shadow paints a soft shadow of a round rectangle of whole pixels. It is one
// blurred corner, cached for each zoom, mirrored and stretched along the
// sides. hidden leaves out what an opaque box will cover.
func (b *brush) shadow(r image.Rectangle, radius float64, hidden bool) {
	sigma := shadowSigma * b.view.Zoom
	c := premultiply(b.pal.Of(palette.Shadow))
	if sigma < faintestShadow || c.a == 0 {
		return
	}
	// A wide blur is even enough to be kept in a coarser grid.
	coarse := int(math.Ceil(sigma / finestShadow))
	k := cornerKey{
		int32(math.Min(radius, largestCorner)/float64(coarse)*8 + 0.5),
		int32(sigma/float64(coarse)*8 + 0.5),
	}
	m := b.shadows.get(k, func() *image.Alpha { return blurredCorner(float64(k.radius)/8, float64(k.sigma)/8) })
	n := m.Rect.Dx()
	reach := int(math.Ceil(3*float64(k.sigma)/8)) * coarse
	cover, inset := r, int(math.Ceil(radius))
	hidden = hidden && r.Dx() > 2*inset && r.Dy() > 2*inset
	r = r.Add(image.Pt(0, round(shadowDown*b.view.Zoom))).Inset(-reach)
	in := r.Intersect(b.clip)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		row := min(min(y-r.Min.Y, r.Max.Y-1-y)/coarse, n-1)
		line := m.Pix[row*m.Stride : row*m.Stride+n]
		d := b.img.Pix[b.img.PixOffset(in.Min.X, y):]
		span := func(from, to int) {
			for x := from; x < to; x++ {
				col := min(min(x-r.Min.X, r.Max.X-1-x)/coarse, n-1)
				if v := line[col]; v != 0 {
					over(d[4*(x-in.Min.X):], c, uint32(v))
				}
			}
		}
		if !hidden || y < cover.Min.Y || y >= cover.Max.Y {
			span(in.Min.X, in.Max.X)
			continue
		}
		from, to := cover.Min.X, cover.Max.X
		if min(y-cover.Min.Y, cover.Max.Y-1-y) < inset {
			from, to = from+inset, to-inset
		}
		span(in.Min.X, min(from, in.Max.X))
		span(max(to, in.Min.X), in.Max.X)
	}
}

// blurredCorner is the upper left of a blurred round rectangle, from where
// the blur begins to where it is even.
func blurredCorner(radius, sigma float64) *image.Alpha {
	reach := int(math.Ceil(3 * sigma))
	n := 2*reach + int(math.Ceil(radius))
	corner := quarter(radius)
	c := corner.Rect.Dx()
	// The sharp corner on a field that is wide enough for the kernel.
	size := n + reach
	field := make([]float64, size*size)
	for y := reach; y < size; y++ {
		for x := reach; x < size; x++ {
			v := 1.0
			if x-reach < c && y-reach < c {
				v = float64(corner.Pix[(y-reach)*corner.Stride+x-reach]) / 255
			}
			field[y*size+x] = v
		}
	}
	kernel, sum := make([]float64, 2*reach+1), 0.0
	for i := range kernel {
		d := float64(i-reach) / sigma
		kernel[i] = math.Exp(-d * d / 2)
		sum += kernel[i]
	}
	across := make([]float64, size*n)
	for y := range size {
		for x := range n {
			v := 0.0
			for i, k := range kernel {
				if at := x + i - reach; at >= 0 {
					v += k * field[y*size+min(at, size-1)]
				}
			}
			across[y*n+x] = v / sum
		}
	}
	m := image.NewAlpha(image.Rect(0, 0, n, n))
	for y := range n {
		for x := range n {
			v := 0.0
			for i, k := range kernel {
				if at := y + i - reach; at >= 0 {
					v += k * across[min(at, size-1)*n+x]
				}
			}
			m.Pix[y*m.Stride+x] = uint8(v/sum*255 + 0.5)
		}
	}
	return m
}
