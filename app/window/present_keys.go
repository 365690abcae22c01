package window

import (
	"warrant/app/language"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// presentKeys are what the speaker can do, with the keys that do it.
func presentKeys() [][2]string {
	return [][2]string{
		{"→  Page Down", language.Say("the next step; so do a click and the wheel")},
		{"←  Page Up", language.Say("the step before; so does a right click")},
		{"Home  End", language.Say("the first step, the last")},
		{"1 2 3 Enter", language.Say("the step of that number")},
		{"B  .", language.Say("a black screen, and back")},
		{"T", language.Say("with or without what the speaker says")},
		{"H", language.Say("what is yet to come: hidden or faint")},
		{"+  −", language.Say("zoom; so does the wheel with Ctrl. Dragging moves the view")},
		{"0  F", language.Say("back to what the step is about")},
		{"", language.Say("Hold the button still for a spotlight.")},
		{"", language.Say("Click on a link’s number: what if it were not there?")},
		{"", language.Say("Drag it left or right: what if it held with less or more?")},
		{"Esc  F5", language.Say("end the presentation")},
	}
}

// showKeys shows them, or takes them away.
func (c *caption) showKeys() {
	if !c.help {
		c.keys.Hide()
		return
	}
	size, k := c.p.stage.Size(), c.scale()
	keyed, said := text.Style{Size: 14 * k, Weight: text.SemiBold}, text.Style{Size: 14 * k}
	var left, right float64
	for _, row := range presentKeys() {
		left, right = max(left, c.p.w.fonts.Width(row[0], keyed)), max(right, c.p.w.fonts.Width(row[1], said))
	}
	const edge = 10.0
	pad, gap, high := 26*k, 28*k, 14*k*1.75
	box := geom.R(edge, edge, left+right+gap+2*pad, float64(len(presentKeys()))*high+2*pad)
	shapes := []shape.Shape{shape.Box{Rect: box, Radius: 12 * k, Fill: palette.Surface, Stroke: palette.CardBorder, StrokeWidth: 1, Shadow: true}}
	for i, row := range presentKeys() {
		y := box.Min.Y + pad + (float64(i)+0.68)*high
		shapes = append(shapes,
			shape.Text{At: geom.Pt(box.Min.X+pad, y), Line: row[0], Style: keyed, Fill: palette.Muted},
			shape.Text{At: geom.Pt(box.Min.X+pad+left+gap, y), Line: row[1], Style: said, Fill: palette.Text})
	}
	all := geom.Size{W: box.Max.X + edge, H: box.Max.Y + edge + 4}
	if fit := min(1, (size.W-20)/all.W, (size.H-20)/all.H); fit < 1 {
		all = geom.Size{W: all.W * fit, H: all.H * fit}
	}
	c.put(c.keys, geom.Pt((size.W-all.W)/2, (size.H-all.H)/2), all, shapes)
}
