package layout

import (
	"math"

	"warrant/canvas/geom"
)

// aspect is the width to height that separate parts are packed to.
const aspect = 16.0 / 10

// pack sets rectangles in rows from left to right, in the order given, with
// the gap between them, and returns their corners. It breaks the rows where the
// whole comes nearest to the aspect.
func pack(sizes []geom.Size, gap geom.Size, aspect float64) []geom.Point {
	area, widest := 0.0, 0.0
	for _, s := range sizes {
		area += (s.W + gap.W) * (s.H + gap.H)
		widest = math.Max(widest, s.W)
	}
	var best []geom.Point
	least := math.Inf(1)
	for _, k := range []float64{1, 1.1, 1.2, 1.35, 1.5, 1.75, 2} {
		at, whole := shelve(sizes, gap, math.Max(widest, k*math.Sqrt(area*aspect)))
		// The side of the smallest frame of that aspect that holds it all.
		if side := math.Max(whole.W, whole.H*aspect); side < least {
			best, least = at, side
		}
	}
	return best
}

func shelve(sizes []geom.Size, gap geom.Size, width float64) (at []geom.Point, whole geom.Size) {
	at = make([]geom.Point, len(sizes))
	x, y, tall := 0.0, 0.0, 0.0
	for i, s := range sizes {
		if x > 0 && x+s.W > width {
			x, y, tall = 0, y+tall+gap.H, 0
		}
		at[i] = geom.Pt(x, y)
		whole.W, whole.H = math.Max(whole.W, x+s.W), math.Max(whole.H, y+s.H)
		x += s.W + gap.W
		tall = math.Max(tall, s.H)
	}
	return at, whole
}
