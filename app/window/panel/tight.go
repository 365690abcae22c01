package panel

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// tightTheme is the theme in force without room between a list's items.
type tightTheme struct{}

func (tightTheme) now() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Font is that of the theme in force.
func (t tightTheme) Font(s fyne.TextStyle) fyne.Resource { return t.now().Font(s) }

// Icon is that of the theme in force.
func (t tightTheme) Icon(n fyne.ThemeIconName) fyne.Resource { return t.now().Icon(n) }

// Color is that of the theme in force.
func (t tightTheme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return t.now().Color(n, v)
}

// Size is that of the theme in force, but no padding.
func (t tightTheme) Size(n fyne.ThemeSizeName) float32 {
	if n == theme.SizeNamePadding {
		return 0
	}
	return t.now().Size(n)
}
