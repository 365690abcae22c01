// Package look answers which colours, letters and sizes the controls of the
// window have: those of the diagram, so that both are of one piece. It never
// draws, and never keeps what a person has chosen.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"warrant/assets/fonts"
	"warrant/canvas/palette"
)

// Theme is that of all controls: the palette of the diagram and its typeface.
type Theme struct {
	// Forced is "light" or "dark", or empty to follow the system.
	Forced   string
	Contrast bool
	Scale    float32 // of all text and room, in Scales; 0 stands for 1
	Still    bool    // nothing moves by itself
}

var _ fyne.Theme = (*Theme)(nil)

// Scales are those that can be chosen, in order.
var Scales = []float64{0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2}

// Zoom makes texts larger or smaller by a share of their usual size, within
// what can be chosen.
func (l *Theme) Zoom(by float32) {
	if l.Scale == 0 {
		l.Scale = 1
	}
	l.Scale = min(max(l.Scale+by, float32(Scales[0])), float32(Scales[len(Scales)-1]))
}

// Palette returns the colours for a variant of the system's.
func (l *Theme) Palette(v fyne.ThemeVariant) *palette.Palette {
	dark := v == theme.VariantDark
	if l.Forced != "" {
		dark = l.Forced == "dark"
	}
	switch {
	case dark && l.Contrast:
		return palette.ContrastDark
	case dark:
		return palette.Dark
	case l.Contrast:
		return palette.ContrastLight
	}
	return palette.Light
}

var faces = map[fyne.TextStyle]*fyne.StaticResource{
	{}:           fyne.NewStaticResource("Inter-Regular.ttf", fonts.Regular),
	{Bold: true}: fyne.NewStaticResource("Inter-SemiBold.ttf", fonts.SemiBold),
}

// Font returns Inter where it has the style; its italics and the monospaced
// face are the toolkit's.
func (l *Theme) Font(s fyne.TextStyle) fyne.Resource {
	if f, ok := faces[fyne.TextStyle{Bold: s.Bold, Italic: s.Italic, Monospace: s.Monospace}]; ok && !s.Symbol {
		return f
	}
	return theme.DefaultTheme().Font(s)
}

// Icon returns the toolkit's icon, in the theme's colours.
func (l *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// shade is a colour of the toolkit: one of the palette, at a part of its
// strength on what it is drawn over, or mixed at once with the panel's.
type shade struct {
	role  palette.Role
	alpha uint8   // 0 stands for opaque
	mixed float64 // 0 stands for all of it
}

// shades are the colours of the toolkit that are ours. A test holds them to
// the contrasts that eyes need.
var shades = map[fyne.ThemeColorName]shade{
	theme.ColorNameBackground:          {role: palette.Panel}, // the ground of panels and bars too
	theme.ColorNameHeaderBackground:    {role: palette.Panel},
	theme.ColorNameMenuBackground:      {role: palette.Surface},
	theme.ColorNameOverlayBackground:   {role: palette.Surface},
	theme.ColorNameForeground:          {role: palette.Text},
	theme.ColorNamePlaceHolder:         {role: palette.Muted},
	theme.ColorNameDisabled:            {role: palette.Muted},
	theme.ColorNameDisabledButton:      {role: palette.Track},
	theme.ColorNamePrimary:             {role: palette.Select},
	theme.ColorNameHyperlink:           {role: palette.Select},
	theme.ColorNameForegroundOnPrimary: {role: palette.OnSelect},
	theme.ColorNameFocus:               {role: palette.Select, alpha: 0x30},
	theme.ColorNameSelection:           {role: palette.Select, alpha: 0x40},
	theme.ColorNamePressed:             {role: palette.Muted, alpha: 0x1F},
	theme.ColorNameHover:               {role: palette.Muted, alpha: 0x1F},
	theme.ColorNameButton:              {role: palette.Canvas},
	theme.ColorNameInputBackground:     {role: palette.Canvas},
	theme.ColorNameInputBorder:         {role: palette.Muted, mixed: 0.78},
	theme.ColorNameSeparator:           {role: palette.Rule},
	theme.ColorNameScrollBar:           {role: palette.Muted, mixed: 0.78},
	theme.ColorNameShadow:              {role: palette.Shadow},
	theme.ColorNameError:               {role: palette.Opposes},
	theme.ColorNameSuccess:             {role: palette.Supports},
	theme.ColorNameWarning:             {role: palette.Opposes},
	theme.ColorNameForegroundOnError:   {role: palette.Surface},
	theme.ColorNameForegroundOnSuccess: {role: palette.Surface},
	theme.ColorNameForegroundOnWarning: {role: palette.Surface},
}

// Color gives the toolkit's names their colours.
func (l *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	p := l.Palette(v)
	if name == theme.ColorNameScrollBarBackground || name == theme.ColorNamePressed && l.Still { // the toolkit has it spread over a button
		return color.Transparent
	}
	if s, ok := shades[name]; ok {
		return s.in(p)
	}
	variant := theme.VariantLight
	if p.Dark {
		variant = theme.VariantDark
	}
	return theme.DefaultTheme().Color(name, variant)
}

func (s shade) in(p *palette.Palette) color.NRGBA {
	c := p.Of(s.role)
	if s.mixed != 0 {
		on := p.Of(palette.Panel)
		mix := func(a, b uint8) uint8 { return uint8(float64(a)*s.mixed + float64(b)*(1-s.mixed) + 0.5) }
		c = color.NRGBA{mix(c.R, on.R), mix(c.G, on.G), mix(c.B, on.B), 255}
	}
	if s.alpha != 0 {
		c.A = s.alpha
	}
	return c
}

// Size is calmer than the toolkit's: 13 units of text, as on the cards.
func (l *Theme) Size(name fyne.ThemeSizeName) float32 {
	k := l.Scale
	if k == 0 {
		k = 1
	}
	switch name {
	case theme.SizeNameText:
		return 13 * k
	case theme.SizeNameCaptionText:
		return 11 * k
	case theme.SizeNameHeadingText:
		return 18 * k
	case theme.SizeNameSubHeadingText:
		return 15 * k
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameModalBlurRadius:
		return 0 // the whole window would be blurred anew with each letter that is typed over it
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNameInlineIcon:
		return 16 * k
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 4
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 6
	case theme.SizeNameLineSpacing:
		return 3
	}
	return theme.DefaultTheme().Size(name)
}
