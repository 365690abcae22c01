package palette_test

import (
	"image/color"
	"math"
	"testing"

	"warrant/canvas/palette"
)

// palettes come with the least contrast of text in them after WCAG 2.1,
// success criteria 1.4.3 (AA) and 1.4.6 (AAA).
var palettes = []struct {
	*palette.Palette
	least float64
}{{palette.Light, 4.5}, {palette.Dark, 4.5}, {palette.ContrastLight, 7}, {palette.ContrastDark, 7}}

// over is how a translucent colour looks on another.
func over(c, on color.NRGBA, alpha uint8) color.NRGBA {
	mix := func(a, b uint8) uint8 {
		return uint8((int(a)*int(alpha) + int(b)*(255-int(alpha)) + 127) / 255)
	}
	return color.NRGBA{R: mix(c.R, on.R), G: mix(c.G, on.G), B: mix(c.B, on.B), A: 255}
}

// grounds are what a card may be coloured with.
var grounds = []palette.Role{
	palette.Surface, palette.RedTint, palette.OrangeTint, palette.YellowTint, palette.GreenTint, palette.BlueTint, palette.VioletTint, palette.GreyTint,
}

// TestTextIsReadable goes through all pairs of text and ground that the scene
// and the panels draw. What has faded is not among them: it is there to be
// overlooked for the moment.
func TestTextIsReadable(t *testing.T) {
	for _, p := range palettes {
		check := func(what string, text palette.Role, ground color.NRGBA) {
			t.Helper()
			if k := palette.Contrast(p.Of(text), ground); k < p.least {
				t.Errorf("%s: %s: text of role %d on %v has %.2f:1, want %v:1", p.Name, what, text, ground, k, p.least)
			}
		}
		for _, g := range grounds {
			check("a claim's text", palette.Text, p.Of(g))
			check("a card's percent and marks", palette.Muted, p.Of(g))
			check("the word above the contention", palette.Contention, p.Of(g))
		}
		for _, r := range []palette.Role{palette.Supports, palette.Opposes, palette.Undercuts, palette.Muted} {
			check("a link's label", r, p.Of(palette.Surface))
		}
		for _, r := range []palette.Role{palette.Added, palette.Changed, palette.Gone} {
			check("a badge", palette.OnMark, p.Of(r))
		}

		said := []palette.Role{
			palette.Text, palette.Muted, palette.Contention, palette.Supports, palette.Opposes, palette.Undercuts, palette.Neutral, palette.Select,
		}
		for _, on := range []palette.Role{palette.Panel, palette.Surface, palette.Canvas} { // panels, menus, cards of evidence
			for _, r := range said {
				check("a panel", r, p.Of(on))
				check("a row under the pointer", r, over(p.Of(palette.Muted), p.Of(on), 0x1F))
			}
			check("text that is selected", palette.Text, over(p.Of(palette.Select), p.Of(on), 0x40))
		}
		for chip, tint := range map[palette.Role]palette.Role{
			palette.Supports: palette.SupportTint, palette.Opposes: palette.OpposeTint, palette.Contention: palette.ContentionTint,
			palette.Neutral: palette.Track, palette.Muted: palette.Track,
		} {
			check("a chip", chip, p.Of(tint))
			check("a passage in the source", palette.Text, p.Of(tint))
		}
		check("the chip of an undercutter", palette.Undercuts, over(p.Of(palette.Undercuts), p.Of(palette.Panel), 0x28))
		check("a passage that is chosen", palette.Text, over(p.Of(palette.Select), p.Of(palette.Panel), 0x48))
		check("the button to press", palette.OnSelect, p.Of(palette.Select))
	}
}

// TestSignsAreSeen holds lines and edges that mean something to 3:1 against
// what is around them: WCAG 2.1, success criterion 1.4.11.
func TestSignsAreSeen(t *testing.T) {
	for _, p := range palettes {
		for _, on := range []palette.Role{palette.Canvas, palette.Surface} {
			for _, r := range []palette.Role{
				palette.Contention, palette.Supports, palette.Opposes, palette.Undercuts, palette.Neutral, palette.Select,
				palette.Added, palette.Changed, palette.Gone, palette.Found,
				palette.Red, palette.Orange, palette.Yellow, palette.Green, palette.Blue, palette.Violet, palette.Grey,
			} {
				if k := palette.Contrast(p.Of(r), p.Of(on)); k < 3 {
					t.Errorf("%s: role %d on role %d has %.2f:1, want 3:1", p.Name, r, on, k)
				}
			}
		}
	}
}

// TestContrast holds the formula to figures of the W3C's own.
func TestContrast(t *testing.T) {
	gray := func(v uint8) color.NRGBA { return color.NRGBA{R: v, G: v, B: v, A: 255} }
	for _, c := range []struct {
		a, b color.NRGBA
		want float64
	}{
		{gray(0), gray(255), 21},
		{gray(255), gray(0), 21},
		{gray(0x76), gray(255), 4.54}, // the lightest grey that may stand on white
		{gray(0x94), gray(255), 3.03},
		{color.NRGBA{R: 255, A: 255}, gray(255), 4.00},
		{gray(0x30), gray(0x30), 1},
	} {
		if got := palette.Contrast(c.a, c.b); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%v on %v: %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}
