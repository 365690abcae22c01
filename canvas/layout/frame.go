package layout

import "warrant/canvas/geom"

// All work is done in one frame, where targets lie above their premises.
// These convert between that frame and the direction asked for. A corner
// changes with the size, since mirroring turns an upper corner into a lower.

func (d Direction) sideways() bool { return d == LeftRight || d == RightLeft }

func (d Direction) sizeIn(s geom.Size) geom.Size {
	if d.sideways() {
		return geom.Size{W: s.H, H: s.W}
	}
	return s
}

// pointIn converts the corner of a card of size s (in the world) to the frame.
func (d Direction) pointIn(p geom.Point, s geom.Size) geom.Point {
	switch d {
	case BottomUp:
		return geom.Pt(p.X, -p.Y-s.H)
	case LeftRight:
		return geom.Pt(p.Y, p.X)
	case RightLeft:
		return geom.Pt(p.Y, -p.X-s.W)
	}
	return p
}

// pointOut converts back the corner of a card of size s (in the world). All
// but one of the ways in undo themselves.
func (d Direction) pointOut(p geom.Point, s geom.Size) geom.Point {
	if d == RightLeft {
		return geom.Pt(-p.Y-s.W, p.X)
	}
	return d.pointIn(p, s)
}
