package present

import (
	"math"
	"time"

	"warrant/canvas/geom"
)

// Flight is the way of the camera from one view to another: it draws back so
// far that one sees where it goes, and comes near again. It is the path of
// J. van Wijk and W. Nuij, Smooth and efficient zooming and panning (2003),
// which keeps the apparent speed even.
type Flight struct {
	from, to geom.View
	size     geom.Size
	c0, c1   geom.Point // the middles, world units
	w0, w1   float64    // the widths, world units
	u        float64    // from middle to middle
	r0       float64
	length   float64 // of the path, in the paper's measure
}

// rho is how much the camera prefers zooming to panning; the paper's test
// persons liked 1.42 best.
const rho = 1.42

// Fly plans a flight on a canvas of that size in pixels.
func Fly(from, to geom.View, size geom.Size) *Flight {
	f := &Flight{from: from, to: to, size: size}
	half := geom.Pt(size.W/2, size.H/2)
	f.c0, f.c1 = from.ToWorld(half), to.ToWorld(half)
	f.w0, f.w1 = size.W/from.Zoom, size.W/to.Zoom
	f.u = f.c0.Distance(f.c1)
	if f.near() {
		f.length = math.Abs(math.Log(f.w1/f.w0)) / rho
		return f
	}
	r := func(w, sign float64) float64 {
		b := (f.w1*f.w1 - f.w0*f.w0 + sign*math.Pow(rho, 4)*f.u*f.u) / (2 * w * rho * rho * f.u)
		return math.Log(math.Sqrt(b*b+1) - b)
	}
	f.r0 = r(f.w0, 1)
	f.length = (r(f.w1, -1) - f.r0) / rho
	return f
}

// near reports whether the camera only zooms.
func (f *Flight) near() bool { return f.u < 1e-3*math.Min(f.w0, f.w1) }

// The shortest and the longest flight, and the time for a path of length 1.
const (
	leastFlight = 300 * time.Millisecond
	mostFlight  = 1300 * time.Millisecond
	flightUnit  = 520 * time.Millisecond
)

// Takes returns how long the flight takes.
func (f *Flight) Takes() time.Duration {
	return max(leastFlight, min(mostFlight, time.Duration(f.length*float64(flightUnit))))
}

// At returns the view at a share of the time, 0 to 1.
func (f *Flight) At(k float64) geom.View {
	switch {
	case k <= 0:
		return f.from
	case k >= 1:
		return f.to
	}
	k = k * k * (3 - 2*k) // sets out and arrives gently
	var w, along float64
	if f.near() {
		w, along = f.w0*math.Pow(f.w1/f.w0, k), k
	} else {
		s := k * f.length
		w = f.w0 * math.Cosh(f.r0) / math.Cosh(rho*s+f.r0)
		along = f.w0 / (rho * rho) * (math.Cosh(f.r0)*math.Tanh(rho*s+f.r0) - math.Sinh(f.r0)) / f.u
	}
	v := geom.View{Zoom: f.size.W / w}
	c := f.c0.Add(f.c1.Sub(f.c0).Mul(along))
	v.Origin = c.Sub(geom.Pt(f.size.W, f.size.H).Mul(0.5 / v.Zoom))
	return v
}
