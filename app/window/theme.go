package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"warrant/assets/fonts"
	"warrant/canvas/palette"
)

// captionSize is the size of what is read second.
const captionSize = theme.SizeNameCaptionText

// look is the theme of all controls: the palette of the diagram and its
// typeface, so that window and drawing are of one piece.
type look struct {
	// forced is "light" or "dark", or empty to follow the system.
	forced   string
	contrast bool
	scale    float32 // of all text and room; 0 stands for 1
	still    bool    // nothing moves by itself
}

var _ fyne.Theme = (*look)(nil)

func (l *look) palette(v fyne.ThemeVariant) *palette.Palette {
	dark := v == theme.VariantDark
	if l.forced != "" {
		dark = l.forced == "dark"
	}
	switch {
	case dark && l.contrast:
		return palette.ContrastDark
	case dark:
		return palette.Dark
	case l.contrast:
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
func (l *look) Font(s fyne.TextStyle) fyne.Resource {
	if f, ok := faces[fyne.TextStyle{Bold: s.Bold, Italic: s.Italic, Monospace: s.Monospace}]; ok && !s.Symbol {
		return f
	}
	return theme.DefaultTheme().Font(s)
}

// Icon returns the toolkit's icon, in the theme's colours.
func (l *look) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Color gives the toolkit's names their colours.
func (l *look) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	p := l.palette(v)
	switch name {
	case theme.ColorNameBackground, theme.ColorNameHeaderBackground:
		return p.Of(palette.Panel)
	case theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground:
		return p.Of(palette.Surface)
	case theme.ColorNameForeground:
		return p.Of(palette.Text)
	case theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		return p.Of(palette.Muted)
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return p.Of(palette.Select)
	case theme.ColorNameForegroundOnPrimary:
		return p.Of(palette.OnSelect)
	case theme.ColorNameFocus:
		c := p.Of(palette.Select)
		c.A = 0x66
		return c
	case theme.ColorNameSelection:
		c := p.Of(palette.Select)
		c.A = 0x40
		return c
	case theme.ColorNamePressed:
		if l.still { // the toolkit has it spread over a button
			return color.Transparent
		}
		fallthrough
	case theme.ColorNameHover:
		c := p.Of(palette.Muted)
		c.A = 0x1F
		return c
	case theme.ColorNameButton:
		return p.Of(palette.Canvas)
	case theme.ColorNameInputBackground:
		return p.Of(palette.Canvas)
	case theme.ColorNameInputBorder:
		return blend(p.Of(palette.Muted), p.Of(palette.Panel), 0.8)
	case theme.ColorNameSeparator:
		return p.Of(palette.Rule)
	case theme.ColorNameScrollBar:
		c := p.Of(palette.Muted)
		c.A = 0x70
		return c
	case theme.ColorNameScrollBarBackground:
		return color.Transparent
	case theme.ColorNameShadow:
		return p.Of(palette.Shadow)
	case theme.ColorNameError:
		return p.Of(palette.Opposes)
	case theme.ColorNameSuccess:
		return p.Of(palette.Supports)
	case theme.ColorNameWarning:
		return p.Of(palette.Opposes)
	}
	variant := theme.VariantLight
	if p.Dark {
		variant = theme.VariantDark
	}
	return theme.DefaultTheme().Color(name, variant)
}

// blend is a colour at a part of its strength on another.
func blend(c, on color.NRGBA, k float64) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8(float64(a)*k + float64(b)*(1-k) + 0.5) }
	return color.NRGBA{mix(c.R, on.R), mix(c.G, on.G), mix(c.B, on.B), 255}
}

// Size is calmer than the toolkit's: 13 units of text, as on the cards.
func (l *look) Size(name fyne.ThemeSizeName) float32 {
	k := l.scale
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
