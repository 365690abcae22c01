package surface

import (
	"math"
	"testing"

	"warrant/canvas/geom"
)

// The picture of an overview ends where the map does, and lies on the same
// pixels as one of all that is in reach would.
func TestThePictureOfAnOverviewEndsWhereTheMapDoes(t *testing.T) {
	covers := geom.R(-100.3, -250.7, 3000, 2000)
	for _, c := range []struct {
		what   string
		bounds geom.Rect
		width  float64 // at most
		height float64
	}{
		{"a ribbon", geom.R(0, 0, 2500, 40), 2600, 150},
		{"more than is in reach", geom.R(-5000, -5000, 20000, 20000), 3000, 2000},
		{"off to the side", geom.R(2800, 100, 5000, 300), 250, 400},
		{"out of reach", geom.R(9000, 9000, 100, 100), 5, 5},
	} {
		j := job{covers: covers, scale: 0.37}
		r := j.within(c.bounds)
		if r.Empty() || r.W() > c.width || r.H() > c.height {
			t.Errorf("%s: the picture is %v by %v, want at most %v by %v", c.what, r.W(), r.H(), c.width, c.height)
		}
		for _, d := range []float64{(r.Min.X - covers.Min.X) * j.scale, (r.Min.Y - covers.Min.Y) * j.scale} {
			if math.Abs(d-math.Round(d)) > 1e-6 {
				t.Errorf("%s: the picture begins between two pixels, at %v", c.what, d)
			}
		}
		seen := geom.Rect{
			Min: geom.Pt(max(c.bounds.Min.X, covers.Min.X), max(c.bounds.Min.Y, covers.Min.Y)),
			Max: geom.Pt(min(c.bounds.Max.X, covers.Max.X), min(c.bounds.Max.Y, covers.Max.Y)),
		}
		if !seen.Empty() && !(r.Min.X <= seen.Min.X && r.Min.Y <= seen.Min.Y && r.Max.X >= seen.Max.X && r.Max.Y >= seen.Max.Y) {
			t.Errorf("%s: the picture is of %v, and the map has %v in reach", c.what, r, seen)
		}
	}
}
