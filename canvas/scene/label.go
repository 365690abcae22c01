package scene

import (
	"math"
	"strconv"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// The measures of a link's label and arrow in world units.
const (
	labelHeight = 22
	labelPad    = 9
	labelGap    = 7 // between percent and evidence sign
	signWidth   = 10
	arrowLength = 9
	arrowHalf   = 5
	junctionDot = 5
)

var (
	labelStyle = text.Style{Size: 11.5, Weight: text.SemiBold}
	countStyle = text.Style{Size: smallSize, Weight: text.Medium}
)

// label is all that a label's drawing depends on.
type label struct {
	text   string
	count  int
	stated bool
	color  palette.Role
	out    bool    // a what-if leaves the link out
	width  float64 // of the text alone
	full   float64
}

func (s *Scene) labelOf(l *argument.Link, role argument.Role, base float64, stated bool) label {
	v := label{count: len(l.Evidence), stated: stated, color: linkColor(role)}
	percent := strconv.Itoa(int(math.Round(base*100))) + "%"
	switch {
	case !stated && v.count == 0:
		percent = "?" // nobody said, and nothing suggests
	case !stated:
		percent = "≈ " + percent
	}
	v.text = Sign(role) + " " + percent
	if trial, ok := s.numbers.(Trial); ok && trial.LeftOut(l.ID) {
		v.out, v.color = true, palette.Muted
	}
	return v
}

// Sign returns the character that stands for what a link does.
func Sign(r argument.Role) string {
	switch r {
	case argument.Opposing:
		return "−"
	case argument.Undercutting:
		return "⊘"
	case argument.Underpinning:
		return "⊕"
	}
	return "+"
}

func linkColor(r argument.Role) palette.Role {
	switch r {
	case argument.Opposing:
		return palette.Opposes
	case argument.Undercutting:
		return palette.Undercuts
	}
	return palette.Supports
}

// measureLabel fills in the widths.
func (s *Scene) measureLabel(v *label) {
	v.width = s.measure.Width(v.text, labelStyle)
	v.full = 2*labelPad + v.width
	if v.count > 0 {
		v.full += labelGap + signWidth + 3 + s.measure.Width(strconv.Itoa(v.count), countStyle)
	}
	v.full = math.Ceil(v.full)
}

// LabelShapes returns the label's drawing with its corner at the origin.
func (l *Link) LabelShapes() []shape.Shape {
	fill := l.Color
	if !l.label.stated {
		fill = palette.Muted
	}
	shapes := []shape.Shape{
		shape.Box{Rect: geom.R(0, 0, l.Label.W(), labelHeight), Radius: labelHeight / 2, Fill: palette.Surface, Stroke: l.Color, StrokeWidth: 1.2},
		shape.Text{At: geom.Pt(labelPad, 15), Line: l.Text, Style: labelStyle, Fill: fill},
	}
	if l.Count > 0 {
		x := labelPad + l.label.width + labelGap
		shapes = append(shapes,
			shape.Path{Curves: sheet(x, 6), Stroke: palette.Muted, Width: 1.2},
			shape.Text{At: geom.Pt(x+signWidth+3, 15), Line: strconv.Itoa(l.Count), Style: countStyle, Fill: palette.Muted})
	}
	return shapes
}

// sheet is the outline of a sheet of paper with a turned corner, the sign of
// evidence.
func sheet(x, y float64) []geom.Cubic {
	return polygon(geom.Pt(x, y), geom.Pt(x+7, y), geom.Pt(x+10, y+3), geom.Pt(x+10, y+11), geom.Pt(x, y+11))
}

func polygon(ps ...geom.Point) []geom.Cubic {
	cs := make([]geom.Cubic, len(ps))
	for i := range ps {
		cs[i] = geom.Line(ps[i], ps[(i+1)%len(ps)])
	}
	return cs
}

// ArrowShapes returns the arrow and the junction, in place.
func (l *Link) ArrowShapes() []shape.Shape {
	back := l.Tip.Sub(l.Heading.Mul(arrowLength))
	side := geom.Pt(-l.Heading.Y, l.Heading.X).Mul(arrowHalf)
	shapes := []shape.Shape{shape.Path{Curves: polygon(l.Tip, back.Add(side), back.Sub(side)), Fill: l.Color}}
	if l.Joined {
		d := geom.Pt(junctionDot, junctionDot)
		shapes = append(shapes, shape.Box{Rect: geom.Rect{Min: l.Junction.Sub(d), Max: l.Junction.Add(d)}, Radius: junctionDot, Fill: l.Color})
	}
	return shapes
}
