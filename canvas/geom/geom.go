// Package geom answers where and how far: points, rectangles, curves and the
// view through which a diagram is seen. It never knows what the shapes mean.
//
// Lengths are world units unless a name says pixels; y grows downwards. At
// zoom 1 a world unit is one device-independent pixel.
package geom

import "math"

// Point is a place, or a displacement, in the plane.
type Point struct{ X, Y float64 }

// Pt is shorthand for a Point.
func Pt(x, y float64) Point { return Point{x, y} }

// Add returns p + q.
func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

// Sub returns p − q.
func (p Point) Sub(q Point) Point { return Point{p.X - q.X, p.Y - q.Y} }

// Mul returns p scaled by k.
func (p Point) Mul(k float64) Point { return Point{p.X * k, p.Y * k} }

// Lerp returns the point at fraction t on the way from p to q.
func (p Point) Lerp(q Point, t float64) Point {
	return Point{p.X + (q.X-p.X)*t, p.Y + (q.Y-p.Y)*t}
}

// Distance returns the Euclidean distance from p to q.
func (p Point) Distance(q Point) float64 { return math.Hypot(p.X-q.X, p.Y-q.Y) }

// Unit returns p at length 1, or the zero Point when p has no direction.
func (p Point) Unit() Point {
	n := math.Hypot(p.X, p.Y)
	if n == 0 {
		return Point{}
	}
	return p.Mul(1 / n)
}

// Size is a width and a height, neither negative.
type Size struct{ W, H float64 }

// Rect is an axis-parallel rectangle; Max is not less than Min.
type Rect struct{ Min, Max Point }

// R returns the rectangle with its corner at x, y and the given size.
func R(x, y, w, h float64) Rect { return Rect{Pt(x, y), Pt(x+w, y+h)} }

// Span returns the smallest rectangle that holds both points.
func Span(p, q Point) Rect {
	return Rect{
		Pt(math.Min(p.X, q.X), math.Min(p.Y, q.Y)),
		Pt(math.Max(p.X, q.X), math.Max(p.Y, q.Y)),
	}
}

// W returns the width.
func (r Rect) W() float64 { return r.Max.X - r.Min.X }

// H returns the height.
func (r Rect) H() float64 { return r.Max.Y - r.Min.Y }

// Size returns width and height.
func (r Rect) Size() Size { return Size{r.W(), r.H()} }

// Center returns the middle.
func (r Rect) Center() Point { return r.Min.Lerp(r.Max, 0.5) }

// Empty reports whether r has no area.
func (r Rect) Empty() bool { return r.Max.X <= r.Min.X || r.Max.Y <= r.Min.Y }

// Contains reports whether p lies in r, its border included.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.Min.X && p.X <= r.Max.X && p.Y >= r.Min.Y && p.Y <= r.Max.Y
}

// Holds reports whether s lies wholly in r.
func (r Rect) Holds(s Rect) bool { return r.Contains(s.Min) && r.Contains(s.Max) }

// Overlaps reports whether r and s share a point.
func (r Rect) Overlaps(s Rect) bool {
	return r.Min.X <= s.Max.X && s.Min.X <= r.Max.X && r.Min.Y <= s.Max.Y && s.Min.Y <= r.Max.Y
}

// Union returns the smallest rectangle that holds both. A zero Rect adds
// nothing.
func (r Rect) Union(s Rect) Rect {
	if r == (Rect{}) {
		return s
	}
	if s == (Rect{}) {
		return r
	}
	return Rect{
		Pt(math.Min(r.Min.X, s.Min.X), math.Min(r.Min.Y, s.Min.Y)),
		Pt(math.Max(r.Max.X, s.Max.X), math.Max(r.Max.Y, s.Max.Y)),
	}
}

// Inset returns r shrunk by d on each side (grown where d is negative).
func (r Rect) Inset(d float64) Rect {
	return Rect{Pt(r.Min.X+d, r.Min.Y+d), Pt(r.Max.X-d, r.Max.Y-d)}
}

// Move returns r displaced by d.
func (r Rect) Move(d Point) Rect { return Rect{r.Min.Add(d), r.Max.Add(d)} }

// Distance returns the distance from p to the nearest point of r, 0 inside.
func (r Rect) Distance(p Point) float64 {
	dx := math.Max(0, math.Max(r.Min.X-p.X, p.X-r.Max.X))
	dy := math.Max(0, math.Max(r.Min.Y-p.Y, p.Y-r.Max.Y))
	return math.Hypot(dx, dy)
}
