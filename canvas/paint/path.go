package paint

import (
	"image"
	"image/draw"
	"math"

	"warrant/canvas/geom"
	"warrant/canvas/shape"
)

// opacityOf returns how much of a path covers what is below, and whether the
// path can be drawn at all: one with a place that is not finite cannot.
func opacityOf(p shape.Path) (opacity float64, ok bool) {
	for _, c := range p.Curves {
		if !finite(c.A.X, c.A.Y, c.B.X, c.B.Y, c.C.X, c.C.Y, c.D.X, c.D.Y) {
			return 0, false
		}
	}
	if len(p.Curves) == 0 || !finite(p.Width, p.Dash[0], p.Dash[1], p.Opacity) {
		return 0, false
	}
	if p.Opacity <= 0 || p.Opacity > 1 {
		return 1, true
	}
	return p.Opacity, true
}

// path paints a fill and a stroke. A solid stroke has round ends; dashes end
// bluntly, or short ones would run together.
func (b *brush) path(s shape.Path) {
	opacity, ok := opacityOf(s)
	if !ok {
		return
	}
	width := s.Width * b.view.Zoom
	stroke := b.pal.Of(s.Stroke)
	if stroke.A == 0 || !(width > 0) {
		width = 0
	}
	// What lies outside the picture cannot be seen: skip it before flattening.
	box := bounds(b.view, s.Curves).Inset(-width/2 - 2)
	clip := geom.Rect{
		Min: geom.Pt(float64(b.clip.Min.X), float64(b.clip.Min.Y)),
		Max: geom.Pt(float64(b.clip.Max.X), float64(b.clip.Max.Y)),
	}
	if !box.Overlaps(clip) {
		return
	}
	if fill := b.pal.Of(s.Fill); fill.A > 0 {
		b.begin(box)
		b.eachChain(s.Curves, func(chain []geom.Point, _ bool) { b.polygon(b.clipPolygon(chain, clip.Inset(-2))) })
		b.end(premultiply(faded(fill, opacity)))
	}
	if width == 0 {
		return
	}
	if width < 1 { // a hairline pales instead of growing thinner
		opacity *= math.Max(0.25, width)
		width = 1
	}
	dash := [2]float64{s.Dash[0] * b.view.Zoom, s.Dash[1] * b.view.Zoom}
	b.begin(box)
	near := clip.Inset(-width - 2)
	b.eachChain(s.Curves, func(chain []geom.Point, closed bool) {
		if dash[0] > 0 && dash[1] > 0 {
			if dash[0]+dash[1] >= finestDash {
				dashes(chain, dash, near, func(part []geom.Point) { b.stroke(part, width/2, false, false) })
				return
			}
			opacity *= dash[0] / (dash[0] + dash[1]) // seen from afar: an even tone
			dash = [2]float64{}
		}
		clipChain(chain, closed, near, func(part []geom.Point, closed bool) { b.stroke(part, width/2, closed, true) })
	})
	b.end(premultiply(faded(stroke, opacity)))
}

// finestDash is the period in pixels under which dashes become a tone.
const finestDash = 1.5

// begin starts a shape that lies in box, in pixels.
func (b *brush) begin(box geom.Rect) {
	b.reach = image.Rect(
		int(math.Floor(math.Max(box.Min.X, float64(b.clip.Min.X)))), int(math.Floor(math.Max(box.Min.Y, float64(b.clip.Min.Y)))),
		int(math.Ceil(math.Min(box.Max.X, float64(b.clip.Max.X)))), int(math.Ceil(math.Min(box.Max.Y, float64(b.clip.Max.Y)))),
	)
	b.outlines, b.ends = b.outlines[:0], b.ends[:0]
}

// polygon adds a closed polygon of pixels to the shape.
func (b *brush) polygon(p []geom.Point) {
	if len(p) > 2 {
		b.outlines = append(b.outlines, p...)
		b.ends = append(b.ends, len(b.outlines))
	}
}

// A shape of more pixels than wholeShape is rasterized in slabs across its
// longer axis: the box of a long link is nearly all empty, and so the boxes of
// its parts hold far fewer pixels.
const (
	wholeShape = 96 * 96
	slab       = 48
)

// end lays the colour over what was added since begin, by the non-zero rule.
func (b *brush) end(c pixel) {
	r := b.reach
	if r.Empty() || c.a == 0 || len(b.ends) == 0 {
		return
	}
	if r.Dx()*r.Dy() <= wholeShape {
		b.start(r)
		from := 0
		for _, to := range b.ends {
			b.add(b.outlines[from:to])
			from = to
		}
		b.lay(c)
		return
	}
	for at := 0; at < max(r.Dx(), r.Dy()); at += slab {
		part := r
		if r.Dx() >= r.Dy() {
			part.Min.X, part.Max.X = r.Min.X+at, min(r.Min.X+at+slab, r.Max.X)
		} else {
			part.Min.Y, part.Max.Y = r.Min.Y+at, min(r.Min.Y+at+slab, r.Max.Y)
		}
		b.endSlab(part, c)
	}
}

func (b *brush) endSlab(part image.Rectangle, c pixel) {
	// A pixel of margin keeps the cut itself out of sight.
	near := geom.Rect{
		Min: geom.Pt(float64(part.Min.X)-1, float64(part.Min.Y)-1),
		Max: geom.Pt(float64(part.Max.X)+1, float64(part.Max.Y)+1),
	}
	b.cut, b.cutEnds = b.cut[:0], b.cutEnds[:0]
	from := 0
	lo, hi := near.Max, near.Min
	for _, to := range b.ends {
		for _, p := range b.clipPolygon(b.outlines[from:to], near) {
			b.cut = append(b.cut, p)
			lo = geom.Pt(math.Min(lo.X, p.X), math.Min(lo.Y, p.Y))
			hi = geom.Pt(math.Max(hi.X, p.X), math.Max(hi.Y, p.Y))
		}
		b.cutEnds = append(b.cutEnds, len(b.cut))
		from = to
	}
	r := part.Intersect(image.Rect(
		int(math.Floor(lo.X)), int(math.Floor(lo.Y)), int(math.Ceil(hi.X)), int(math.Ceil(hi.Y))))
	if r.Empty() || len(b.cut) < 3 {
		return
	}
	b.start(r)
	from = 0
	for _, to := range b.cutEnds {
		b.add(b.cut[from:to])
		from = to
	}
	b.lay(c)
}

// start makes the rasterizer ready for the pixels of r.
func (b *brush) start(r image.Rectangle) {
	b.mask.Rect = r
	b.raster.Reset(r.Dx(), r.Dy())
}

func (b *brush) add(p []geom.Point) {
	if len(p) < 3 {
		return
	}
	o := b.mask.Rect.Min
	b.raster.MoveTo(float32(p[0].X-float64(o.X)), float32(p[0].Y-float64(o.Y)))
	for _, q := range p[1:] {
		b.raster.LineTo(float32(q.X-float64(o.X)), float32(q.Y-float64(o.Y)))
	}
	b.raster.ClosePath()
}

// lay lays the colour over what the rasterizer holds.
func (b *brush) lay(c pixel) {
	r := b.mask.Rect
	b.mask.Stride = r.Dx()
	if n := r.Dx() * r.Dy(); cap(b.mask.Pix) < n {
		b.mask.Pix = make([]uint8, n)
	} else {
		b.mask.Pix = b.mask.Pix[:n]
	}
	b.raster.DrawOp = draw.Src
	b.raster.Draw(&b.mask, r, image.Opaque, image.Point{})
	fillMask(b.img, &b.mask, r.Min, c)
	const keep = 1 << 22 // a large picture's mask is not held on to
	if cap(b.mask.Pix) > keep {
		b.mask.Pix = nil
	}
}

// bounds returns the hull of the curves' control points in pixels.
func bounds(v geom.View, curves []geom.Cubic) geom.Rect {
	lo, hi := geom.Pt(math.Inf(1), math.Inf(1)), geom.Pt(math.Inf(-1), math.Inf(-1))
	for _, c := range curves {
		for _, p := range [...]geom.Point{c.A, c.B, c.C, c.D} {
			q := v.ToScreen(p)
			lo = geom.Pt(math.Min(lo.X, q.X), math.Min(lo.Y, q.Y))
			hi = geom.Pt(math.Max(hi.X, q.X), math.Max(hi.Y, q.Y))
		}
	}
	return geom.Rect{Min: lo, Max: hi}
}

// eachChain flattens the curves to pixels and calls do for each run of curves
// that join. closed tells that it ends where it begins.
func (b *brush) eachChain(curves []geom.Cubic, do func(chain []geom.Point, closed bool)) {
	for i := 0; i < len(curves); {
		chain := append(b.chain[:0], b.view.ToScreen(curves[i].A))
		j := i
		for ; j < len(curves) && (j == i || curves[j].A == curves[j-1].D); j++ {
			chain = flatten(chain, b.view, curves[j])
		}
		closed := len(chain) > 2 && curves[i].A == curves[j-1].D
		if closed {
			chain = chain[:len(chain)-1]
		}
		b.chain = chain
		do(chain, closed)
		i = j
	}
}

// flatness is how far in pixels a chord may be off its curve.
const flatness = 0.1

// flatten appends the curve in chords, its first point left out. The number
// of chords follows from the second differences of the control points, which
// bound the curvature: n = √(d/(8·flatness)) · √6.
func flatten(chain []geom.Point, v geom.View, c geom.Cubic) []geom.Point {
	c = geom.Cubic{A: v.ToScreen(c.A), B: v.ToScreen(c.B), C: v.ToScreen(c.C), D: v.ToScreen(c.D)}
	dd := math.Max(
		math.Hypot(c.A.X-2*c.B.X+c.C.X, c.A.Y-2*c.B.Y+c.C.Y),
		math.Hypot(c.B.X-2*c.C.X+c.D.X, c.B.Y-2*c.C.Y+c.D.Y))
	const most = 400
	n := int(math.Ceil(math.Min(most, math.Sqrt(6*dd/(8*flatness)))))
	for i := 1; i < n; i++ {
		chain = appendPoint(chain, c.At(float64(i)/float64(n)))
	}
	return appendPoint(chain, c.D)
}

// appendPoint leaves out points that stand on the one before.
func appendPoint(chain []geom.Point, p geom.Point) []geom.Point {
	if n := len(chain); n > 0 && math.Abs(chain[n-1].X-p.X) < 1e-6 && math.Abs(chain[n-1].Y-p.Y) < 1e-6 {
		return chain
	}
	return append(chain, p)
}
