package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
)

// The left panel is 280 wide, and 240 in a narrow window.
func TestNamesOfTabsFitInEachLanguage(t *testing.T) {
	newHand(t) // its theme
	defer language.Use("en")
	for _, l := range language.Languages() {
		language.Use(l.Tag)
		panels := newTabs(tab{"Source", widget.NewLabel("")}, tab{"Outline", widget.NewLabel("")}, tab{"Evidence", widget.NewLabel("")}, tab{"Review", widget.NewLabel("")}, tab{"Steps", widget.NewLabel("")})
		win := test.NewTempWindow(t, panels.object)
		win.SetPadded(false)
		for _, width := range []float32{280, 240} {
			win.Resize(fyne.NewSize(width, 600))
			end, row := float32(0), float32(0)
			for _, b := range panels.heads {
				place := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
				at := place.X
				if place.Y > row { // below the others
					end, row = 0, place.Y
				}
				text := fyne.MeasureText(b.Text, map[bool]float32{false: 13, true: 11}[b.Small], fyne.TextStyle{Bold: true}).Width
				left := at + (b.Size().Width-text)/2
				if left < end-1 {
					t.Errorf("%s at %v: “%s” begins at %v, where the name before ends at %v", l.Tag, width, b.Text, left, end)
				}
				end = left + text
				if end > width {
					t.Errorf("%s at %v: “%s” ends at %v", l.Tag, width, b.Text, end)
				}
			}
		}
	}
}
