package paint

import (
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// sample is a claim's card, 220 units wide, as a scene would make it.
func sample(fonts *text.Fonts, at geom.Point, claim string) ([]shape.Shape, geom.Rect) {
	const width = 220
	style := text.Style{Size: 13}
	lines := fonts.Wrap(claim, style, width-28)
	height := 45 + 17*float64(len(lines))
	put := func(x, y float64) geom.Point { return at.Add(geom.Pt(x, y)) }
	shapes := []shape.Shape{
		shape.Box{Rect: geom.R(at.X, at.Y, width, height), Radius: 8, Fill: palette.Surface,
			Stroke: palette.CardBorder, StrokeWidth: 1, Shadow: true},
		shape.Box{Rect: geom.R(at.X, at.Y+6, 4, height-12), Radius: 2, Fill: palette.Supports},
	}
	for i, l := range lines {
		shapes = append(shapes, shape.Text{At: put(14, 22+17*float64(i)), Line: l.Text, Style: style, Fill: palette.Text})
	}
	shapes = append(shapes,
		shape.Box{Rect: geom.R(at.X+14, at.Y+height-15, 60, 5), Radius: 2.5, Fill: palette.Track},
		shape.Box{Rect: geom.R(at.X+14, at.Y+height-15, 47, 5), Radius: 2.5, Fill: palette.Supports},
		shape.Text{At: put(80, height-9), Line: "79%", Style: text.Style{Size: 11, Weight: text.SemiBold}, Fill: palette.Muted},
		shape.Text{At: put(width-12, height-9), Line: "¶2", Style: text.Style{Size: 11, Weight: text.Medium}, Fill: palette.Muted, Align: shape.End},
	)
	return shapes, geom.R(at.X, at.Y, width, height)
}

// diagram is two rows of cards with the links, labels and arrows between.
func diagram(fonts *text.Fonts, claims ...string) ([]shape.Shape, geom.Rect) {
	var shapes []shape.Shape
	all := geom.R(0, 0, 1, 1)
	for i, claim := range claims {
		s, r := sample(fonts, geom.Pt(float64(i%3)*250, float64(i/3)*230), claim)
		shapes, all = append(shapes, s...), all.Union(r)
	}
	link := func(a, z geom.Point) []geom.Cubic {
		mid := (a.Y + z.Y) / 2
		return []geom.Cubic{{A: a, B: geom.Pt(a.X, mid), C: geom.Pt(z.X, mid), D: z}}
	}
	arrow := func(z geom.Point) []geom.Cubic {
		return []geom.Cubic{geom.Line(z, z.Add(geom.Pt(-5, 9))), geom.Line(z.Add(geom.Pt(-5, 9)), z.Add(geom.Pt(5, 9)))}
	}
	a, b, c := geom.Pt(110, 230), geom.Pt(360, 230), geom.Pt(610, 230)
	shapes = append(shapes,
		shape.Path{Curves: link(a, geom.Pt(330, 130)), Stroke: palette.Select, Width: 12.76, Opacity: 0.28},
		shape.Path{Curves: link(a, geom.Pt(330, 130)), Stroke: palette.Supports, Width: 3.76},
		shape.Path{Curves: link(b, geom.Pt(100, 130)), Stroke: palette.Opposes, Width: 2.54, Dash: [2]float64{7, 4}},
		shape.Path{Curves: link(c, geom.Pt(250, 180)), Stroke: palette.Undercuts, Width: 2.6, Dash: [2]float64{2, 4}},
		shape.Path{Curves: arrow(geom.Pt(330, 122)), Fill: palette.Supports},
		shape.Path{Curves: arrow(geom.Pt(100, 122)), Fill: palette.Opposes},
		shape.Box{Rect: geom.R(245, 175, 10, 10), Radius: 5, Fill: palette.Undercuts},
		shape.Box{Rect: geom.R(440, 180, 76, 22), Radius: 11, Fill: palette.Surface, Stroke: palette.Supports, StrokeWidth: 1.2},
		shape.Text{At: geom.Pt(449, 195), Line: "+ 85%", Style: text.Style{Size: 11.5, Weight: text.SemiBold}, Fill: palette.Supports},
		shape.Path{Curves: []geom.Cubic{
			geom.Line(geom.Pt(492, 186), geom.Pt(499, 186)), geom.Line(geom.Pt(499, 186), geom.Pt(502, 189)),
			geom.Line(geom.Pt(502, 189), geom.Pt(502, 197)), geom.Line(geom.Pt(502, 197), geom.Pt(492, 197)),
			geom.Line(geom.Pt(492, 197), geom.Pt(492, 186)),
		}, Stroke: palette.Muted, Width: 1.2},
		shape.Text{At: geom.Pt(560, 195), Line: "⊘ undercuts − 40%", Style: text.Style{Size: 11, Weight: text.Bold, Italic: true}, Fill: palette.Undercuts, Align: shape.Middle},
	)
	return shapes, all.Inset(-ShadowReach - 6)
}
