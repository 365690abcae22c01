// Package shape is what a drawing is made of: plain data that every painter
// (screen, PNG, SVG, PDF) reads alike. It never measures and never draws.
//
// Places are world units in the drawing's own plane; colours are roles of a
// palette.
package shape

import (
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/text"
)

// Shape is a Box, a Path or a Text.
type Shape interface{ isShape() }

// Box is a rectangle with round corners.
type Box struct {
	Rect        geom.Rect
	Radius      float64
	Fill        palette.Role
	Stroke      palette.Role
	StrokeWidth float64 // world units, centred on the border
	Shadow      bool    // a soft shadow: 2 units down, blurred by 8
}

// Path is a chain of curves. Pieces whose end is not the next one's start
// are separate strokes; a filled path is closed.
type Path struct {
	Curves  []geom.Cubic
	Fill    palette.Role
	Stroke  palette.Role
	Width   float64    // of the stroke, world units
	Dash    [2]float64 // on and off, world units; zero for a solid line
	Opacity float64    // 0..1; 0 stands for 1, so that a plain Path is opaque
}

// Text is one line, already broken and shaped for one style.
type Text struct {
	At    geom.Point // where the baseline begins (Align Start), ends or is centred
	Line  string
	Style text.Style
	Fill  palette.Role
	Align Align
}

// Align says which part of a Text lies at its At.
type Align uint8

// The alignments.
const (
	Start Align = iota
	Middle
	End
)

func (Box) isShape()  {}
func (Path) isShape() {}
func (Text) isShape() {}

// Moved returns the shapes displaced by d. It does not change those given.
func Moved(shapes []Shape, d geom.Point) []Shape {
	moved := make([]Shape, len(shapes))
	for i, s := range shapes {
		switch s := s.(type) {
		case Box:
			s.Rect = s.Rect.Move(d)
			moved[i] = s
		case Text:
			s.At = s.At.Add(d)
			moved[i] = s
		case Path:
			cs := make([]geom.Cubic, len(s.Curves))
			for j, c := range s.Curves {
				cs[j] = geom.Cubic{A: c.A.Add(d), B: c.B.Add(d), C: c.C.Add(d), D: c.D.Add(d)}
			}
			s.Curves = cs
			moved[i] = s
		}
	}
	return moved
}
