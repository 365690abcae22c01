package tool

import (
	"slices"

	"warrant/canvas/geom"
)

// equal reports whether two overlays look the same.
func (o *Overlay) equal(p *Overlay) bool {
	return o.Hover == p.Hover && o.Kind == p.Kind && o.Target == p.Target &&
		o.Refused == p.Refused && o.Why == p.Why && same(o.Grip, p.Grip) &&
		same(o.Marquee, p.Marquee) && same(o.Rubber, p.Rubber) &&
		same(o.Handle, p.Handle) && same(o.Ghost, p.Ghost) &&
		slices.Equal(o.Guides, p.Guides)
}

func same[T comparable](a, b *T) bool {
	return a == b || a != nil && b != nil && *a == *b
}

// bend returns the curve by which a link is shown while it is drawn: from
// the side of one rectangle to the side of another that faces it.
func bend(from, to geom.Rect) geom.Cubic {
	a, b := from.Center(), to.Center()
	upright := geom.Pt(0, 1)
	switch {
	case from.Min.Y >= to.Max.Y:
		a.Y, b.Y = from.Min.Y, to.Max.Y
	case from.Max.Y <= to.Min.Y:
		a.Y, b.Y = from.Max.Y, to.Min.Y
	case from.Min.X >= to.Max.X:
		a.X, b.X, upright = from.Min.X, to.Max.X, geom.Pt(1, 0)
	default:
		a.X, b.X, upright = from.Max.X, to.Min.X, geom.Pt(1, 0)
	}
	d := b.Sub(a)
	pull := upright.Mul((d.X*upright.X + d.Y*upright.Y) / 2)
	return geom.Cubic{A: a, B: a.Add(pull), C: b.Sub(pull), D: b}
}
