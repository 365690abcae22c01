package scene

import (
	"cmp"
	"math"
	"slices"

	"warrant/canvas/geom"
)

// leanRoom is how far off each other loops keep that take the same way.
const leanRoom = 9

// loop leads from one side of a card to the same side of another, past all
// cards between, where the way straight across is shut.
func loop(cards []geom.Rect, from, to, out geom.Point, lean float64) []geom.Cubic {
	f := frameFrom(from, out.Mul(-1))
	u1, v1 := f.uv(to)
	_, v0 := f.uv(from)
	low := math.Max(0, u1)
	slices.SortFunc(cards, func(a, b geom.Rect) int {
		return cmp.Compare(f.begin(a), f.begin(b))
	})
	for _, r := range cards {
		au, av := f.uv(r.Min)
		bu, bv := f.uv(r.Max)
		if math.Max(av, bv) > math.Min(v0, v1) && math.Min(av, bv) < math.Max(v0, v1) &&
			f.begin(r) < low+loopRoom {
			low = math.Max(low, math.Min(math.Max(au, bu), math.Max(0, u1)+2*loopRoom))
		}
	}
	low += loopRoom + lean*leanRoom
	r := math.Copysign(math.Min(2*loopRoom, math.Abs(v1-v0)/2), v1-v0)
	turn := func(at, way geom.Point, u, v float64) geom.Cubic {
		far := f.point(low, v)
		corner := f.point(low, v-way.X) // where the two tangents meet
		return geom.Cubic{A: at, B: at.Lerp(corner, 0.6), C: far.Lerp(corner, 0.6), D: far}
	}
	a := turn(from, geom.Pt(r, 0), 0, v0+r)
	b := turn(to, geom.Pt(-r, 0), u1, v1-r)
	pieces := []geom.Cubic{a}
	if math.Abs(v1-v0) > 2*math.Abs(r)+1 {
		pieces = append(pieces, geom.Line(a.D, b.D))
	}
	return append(pieces, geom.Cubic{A: b.D, B: b.C, C: b.B, D: b.A})
}

// loopRoom is how far below the cards it passes a loop runs, in world units.
const loopRoom = 26
