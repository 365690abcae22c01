package scene

import (
	"math"

	"warrant/canvas/geom"
)

// frame turns places so that a link's way leads from u = 0 upwards, with v
// across it.
type frame struct {
	origin, along, across geom.Point
}

// frameFrom is the frame of a link that leaves a point against out.
func frameFrom(from, out geom.Point) frame {
	across := geom.Pt(math.Abs(out.Y), math.Abs(out.X))
	return frame{geom.Pt(from.X*math.Abs(out.X), from.Y*math.Abs(out.Y)), out.Mul(-1), across}
}

func (f frame) uv(p geom.Point) (u, v float64) {
	d := p.Sub(f.origin)
	return d.X*f.along.X + d.Y*f.along.Y, d.X*f.across.X + d.Y*f.across.Y
}

func (f frame) point(u, v float64) geom.Point {
	return f.origin.Add(f.along.Mul(u)).Add(f.across.Mul(v))
}

// spans returns the stretches of u and of v that a rectangle takes.
func (f frame) spans(r geom.Rect) (u, v interval) {
	au, av := f.uv(r.Min)
	bu, bv := f.uv(r.Max)
	return interval{math.Min(au, bu), math.Max(au, bu)}, interval{math.Min(av, bv), math.Max(av, bv)}
}

// begin is where along the way a card begins.
func (f frame) begin(r geom.Rect) float64 {
	u, _ := f.spans(r)
	return u.lo
}

// interval is a stretch of u or of v.
type interval struct{ lo, hi float64 }

func (i interval) clamp(x float64) float64 { return math.Max(i.lo, math.Min(i.hi, x)) }
