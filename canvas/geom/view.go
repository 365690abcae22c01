package geom

import "math"

// The zoom range of a View, in pixels a world unit. Below MinZoom, down to
// LeastZoom, only what would not fit otherwise is seen.
const (
	MinZoom   = 0.01
	LeastZoom = 0.0005
	MaxZoom   = 8
)

// View is how a diagram is seen: the world point in the upper left corner of
// the window, and the zoom in pixels a world unit.
type View struct {
	Origin Point
	Zoom   float64
}

// ToScreen converts a world point to pixels from the window's corner.
func (v View) ToScreen(p Point) Point { return p.Sub(v.Origin).Mul(v.Zoom) }

// ToWorld converts pixels from the window's corner to a world point.
func (v View) ToWorld(p Point) Point { return p.Mul(1 / v.Zoom).Add(v.Origin) }

// Window returns the part of the world that a window of that size, in
// pixels, shows.
func (v View) Window(px Size) Rect {
	return Rect{v.Origin, v.ToWorld(Pt(px.W, px.H))}
}

// PannedBy returns the view after the content was dragged by d pixels.
func (v View) PannedBy(d Point) View {
	v.Origin = v.Origin.Sub(d.Mul(1 / v.Zoom))
	return v
}

// ZoomedTo returns the view at the given zoom, clamped to the zoom range or, of
// a view below it, no further out, with the world point under the screen point at kept where it is.
func (v View) ZoomedTo(zoom float64, at Point) View {
	w := v.ToWorld(at)
	v.Zoom = math.Max(math.Min(MinZoom, v.Zoom), math.Min(MaxZoom, zoom))
	v.Origin = w.Sub(at.Mul(1 / v.Zoom))
	return v
}

// Fit returns the view that shows r whole and centred in a window of that
// size with a margin, all in pixels, and no larger than most.
func Fit(r Rect, px Size, margin, most float64) View {
	if r.Empty() || px.W <= 2*margin || px.H <= 2*margin {
		return View{Origin: r.Min.Sub(Pt(margin, margin)), Zoom: 1}
	}
	z := math.Min((px.W-2*margin)/r.W(), (px.H-2*margin)/r.H())
	z = math.Max(LeastZoom, math.Min(most, math.Min(MaxZoom, z)))
	return View{Origin: r.Center().Sub(Pt(px.W, px.H).Mul(0.5 / z)), Zoom: z}
}
