package geom

import "math"

// Gate is a stretch that a way leads through, across its direction: from Lo to
// Hi in Y, at X.
type Gate struct{ X, Lo, Hi float64 }

// Taut returns the corners of the shortest way between two points, X growing,
// through gates in order of X: a string drawn tight.
func Taut(from, to Point, gates []Gate) (corners []Point) {
	at := from
	all := append(gates[:len(gates):len(gates)], Gate{to.X, to.Y, to.Y})
	for i := 0; i < len(all); {
		// The widest view from here through the gates so far.
		low, high := math.Inf(-1), math.Inf(1)
		lowAt, highAt, turn := i, i, -1
		for j := i; j < len(all) && turn < 0; j++ {
			g := all[j]
			d := math.Max(1e-6, g.X-at.X)
			lo, hi := (g.Lo-at.Y)/d, (g.Hi-at.Y)/d
			switch {
			case lo > high:
				turn, at = highAt, Pt(all[highAt].X, all[highAt].Hi)
			case hi < low:
				turn, at = lowAt, Pt(all[lowAt].X, all[lowAt].Lo)
			default:
				if lo >= low {
					low, lowAt = lo, j
				}
				if hi <= high {
					high, highAt = hi, j
				}
			}
		}
		if turn < 0 {
			break
		}
		corners = append(corners, at)
		i = turn + 1
	}
	return corners
}
