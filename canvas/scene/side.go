package scene

import "warrant/canvas/geom"

// side is the side of a target that a link ends on.
type side uint8

const (
	below side = iota
	above
	left
	right
)

// out is the unit vector from a target through the side, and along the one
// in which places on the side are counted.
func (d side) out() geom.Point {
	return [...]geom.Point{{X: 0, Y: 1}, {X: 0, Y: -1}, {X: -1, Y: 0}, {X: 1, Y: 0}}[d]
}

func (d side) upright() bool { return d == below || d == above }

// clearOf counts the cards that lie clear of target on each of its sides.
func clearOf(target geom.Rect, from []geom.Rect) (n [4]int) {
	for _, r := range from {
		switch {
		case r.Min.Y >= target.Max.Y+besideRoom:
			n[below]++
		case r.Max.Y <= target.Min.Y-besideRoom:
			n[above]++
		}
		switch {
		case r.Max.X <= target.Min.X-besideRoom:
			n[left]++
		case r.Min.X >= target.Max.X+besideRoom:
			n[right]++
		}
	}
	return n
}

// facing returns the side of target that looks at the premises: one below or
// above it as far as some are there, or, where the map runs sideways, one to
// the left or right.
func facing(target geom.Rect, from []geom.Rect, sideways bool) side {
	n := clearOf(target, from)
	upright, level := below, right
	if n[above] > n[below] {
		upright = above
	}
	if n[left] > n[right] {
		level = left
	}
	switch {
	case sideways && n[level] > 0:
		return level
	case n[upright] > 0:
		return upright
	}
	if around(from).Center().X < target.Center().X {
		return left
	}
	return right
}

func around(rs []geom.Rect) (box geom.Rect) {
	for _, r := range rs {
		box = box.Union(r)
	}
	return box
}

// middle returns the middle of a side of r.
func middle(r geom.Rect, d side) geom.Point {
	c := r.Center()
	switch d {
	case below:
		return geom.Pt(c.X, r.Max.Y)
	case above:
		return geom.Pt(c.X, r.Min.Y)
	case left:
		return geom.Pt(r.Min.X, c.Y)
	}
	return geom.Pt(r.Max.X, c.Y)
}

func (d side) opposite() side { return [...]side{above, below, right, left}[d] }
