package look

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"warrant/canvas/palette"
)

// TestControlsAreReadable goes through the pairs of text and ground that the
// toolkit's own controls draw in the window's theme: 4.5:1, and 7:1 in high
// contrast (WCAG 2.1, 1.4.3 and 1.4.6).
func TestControlsAreReadable(t *testing.T) {
	for _, l := range []*Theme{{Forced: "light"}, {Forced: "dark"}, {Forced: "light", Contrast: true}, {Forced: "dark", Contrast: true}} {
		least := 4.5
		if l.Contrast {
			least = 7
		}
		of := func(n fyne.ThemeColorName) color.NRGBA {
			return color.NRGBAModel.Convert(l.Color(n, theme.VariantLight)).(color.NRGBA)
		}
		for _, c := range []struct {
			what         string
			text, ground fyne.ThemeColorName
			veil         fyne.ThemeColorName // over the ground, if any
		}{
			{"a label", theme.ColorNameForeground, theme.ColorNameBackground, ""},
			{"a label in a dialog", theme.ColorNameForeground, theme.ColorNameOverlayBackground, ""},
			{"a menu", theme.ColorNameForeground, theme.ColorNameMenuBackground, ""},
			{"a menu's entry under the pointer", theme.ColorNameForeground, theme.ColorNameMenuBackground, theme.ColorNameHover},
			{"a menu's entry with the keys", theme.ColorNameForeground, theme.ColorNameMenuBackground, theme.ColorNameFocus},
			{"an entry of a list that is chosen", theme.ColorNameForeground, theme.ColorNameOverlayBackground, theme.ColorNameSelection},
			{"a quiet label", theme.ColorNamePlaceHolder, theme.ColorNameBackground, ""},
			{"a quiet label in a dialog", theme.ColorNamePlaceHolder, theme.ColorNameOverlayBackground, ""},
			{"what an empty field says", theme.ColorNamePlaceHolder, theme.ColorNameInputBackground, ""},
			{"a field", theme.ColorNameForeground, theme.ColorNameInputBackground, ""},
			{"what is selected in a field", theme.ColorNameForeground, theme.ColorNameInputBackground, theme.ColorNameSelection},
			{"a button", theme.ColorNameForeground, theme.ColorNameButton, ""},
			{"a button under the pointer", theme.ColorNameForeground, theme.ColorNameButton, theme.ColorNameHover},
			{"a control that has the keys", theme.ColorNameForeground, theme.ColorNameInputBackground, theme.ColorNameFocus},
			{"a button that is pressed", theme.ColorNameForeground, theme.ColorNameButton, theme.ColorNamePressed},
			{"the button to press, which has the keys", theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary, theme.ColorNameFocus},
			{"a button that destroys", theme.ColorNameForegroundOnError, theme.ColorNameError, ""},
			{"a button to press", theme.ColorNameForegroundOnSuccess, theme.ColorNameSuccess, ""},
			{"a button that warns", theme.ColorNameForegroundOnWarning, theme.ColorNameWarning, ""},
			{"the button to press", theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary, ""},
			{"an address", theme.ColorNameHyperlink, theme.ColorNameBackground, ""},
			{"an address in a dialog", theme.ColorNameHyperlink, theme.ColorNameOverlayBackground, ""},
			{"what is wrong", theme.ColorNameError, theme.ColorNameBackground, ""},
			{"what is wrong, in a dialog", theme.ColorNameError, theme.ColorNameOverlayBackground, ""},
			{"a warning", theme.ColorNameWarning, theme.ColorNameBackground, ""},
			{"what went well", theme.ColorNameSuccess, theme.ColorNameBackground, ""},
		} {
			ground := of(c.ground)
			if c.veil != "" {
				ground = over(of(c.veil), ground)
			}
			if k := palette.Contrast(of(c.text), ground); k < least {
				t.Errorf("%s: %s has %.2f:1, want %v:1", l.Palette(theme.VariantLight).Name, c.what, k, least)
			}
		}
	}
}

// TestControlsAreSeen holds what shows where a control is, and that it has
// the keys, to 3:1 (WCAG 2.1, 1.4.11).
func TestControlsAreSeen(t *testing.T) {
	for _, p := range []*palette.Palette{palette.Light, palette.Dark, palette.ContrastLight, palette.ContrastDark} {
		for _, sign := range []fyne.ThemeColorName{theme.ColorNamePrimary, theme.ColorNameInputBorder, theme.ColorNameScrollBar} {
			for _, ground := range []fyne.ThemeColorName{
				theme.ColorNameBackground, theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground, theme.ColorNameButton, theme.ColorNameInputBackground,
			} {
				if k := palette.Contrast(shades[sign].in(p), shades[ground].in(p)); k < 3 {
					t.Errorf("%s: %s on %s has %.2f:1, want 3:1", p.Name, sign, ground, k)
				}
			}
		}
	}
}

// over is how a translucent colour looks on another.
func over(c, on color.NRGBA) color.NRGBA {
	mix := func(a, b uint8) uint8 {
		return uint8((int(a)*int(c.A) + int(b)*(255-int(c.A)) + 127) / 255)
	}
	return color.NRGBA{R: mix(c.R, on.R), G: mix(c.G, on.G), B: mix(c.B, on.B), A: 255}
}
