package surface

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"warrant/canvas/palette"
)

// Tab grows the map, so a person who walks through the window with it must
// not come upon the canvas unawares. The toolkit's walk passes by what is
// disabled: the surface says it is, unless it has the keys or is to get them.

// Disabled implements fyne.Disableable.
func (s *Surface) Disabled() bool { return !s.focus && !s.taking }

// Enable implements fyne.Disableable; nothing is ever disabled for good.
func (s *Surface) Enable() {}

// Disable implements fyne.Disableable.
func (s *Surface) Disable() {}

// TakeFocus has keys go to the surface, which is on a canvas; before it was
// first drawn the toolkit does not know on which.
func (s *Surface) TakeFocus(on fyne.Canvas) {
	if on.Focused() != fyne.Focusable(s) {
		s.taking = true
		on.Focus(s)
		s.taking = false
	}
}

// FocusByKeys has keys go to the surface and shows that they do, for a person
// who has come by keys, until the pointer is used.
func (s *Surface) FocusByKeys() {
	s.ringed = true
	s.takeFocus()
	s.Repaint()
}

func (s *Surface) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		s.TakeFocus(c)
	}
}

// showRing puts a frame around all where it is to be seen that keys go here.
func (s *Surface) showRing() {
	if !s.ringed || !s.focus {
		return
	}
	if s.border == nil {
		s.border = canvas.NewRectangle(color.Transparent)
		s.border.StrokeWidth = 2
	}
	s.border.StrokeColor = s.palette.Of(palette.Select)
	s.border.Resize(fyne.NewSize(float32(s.size.W), float32(s.size.H)))
	s.objects = append(s.objects, s.border)
}
