package panel

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// signMark is what a link does in one character: + and − as text, and what
// bears on a link in a ring, drawn, since few fonts have it.
type signMark struct {
	text        *canvas.Text
	ring        *canvas.Circle
	slash, beam *canvas.Line
}

func newSignMark() *signMark {
	s := &signMark{canvas.NewText("", nil), canvas.NewCircle(color.Transparent), canvas.NewLine(nil), canvas.NewLine(nil)}
	s.text.TextStyle.Bold = true
	s.ring.StrokeWidth, s.slash.StrokeWidth, s.beam.StrokeWidth = 1.2, 1, 1
	return s
}

// objects returns what is drawn of the sign that is shown.
func (s *signMark) objects() []fyne.CanvasObject {
	switch s.text.Text {
	case "":
		return nil
	case "⊘":
		return []fyne.CanvasObject{s.ring, s.slash}
	case "⊕":
		return []fyne.CanvasObject{s.ring, s.slash, s.beam}
	}
	return []fyne.CanvasObject{s.text}
}

func (s *signMark) paint(sign string, size float32, c color.Color) {
	s.text.Text, s.text.TextSize, s.text.Color = sign, size, c
	s.ring.StrokeColor, s.slash.StrokeColor, s.beam.StrokeColor = c, c, c
	for _, o := range s.objects() {
		canvas.Refresh(o)
	}
}

// place puts the sign at the left of a line of a height.
func (s *signMark) place(x, y, height float32) {
	s.text.Move(fyne.NewPos(x, y))
	s.text.Resize(fyne.NewSize(height, height))
	const across = 9
	top := y + (height-across)/2
	s.ring.Move(fyne.NewPos(x, top))
	s.ring.Resize(fyne.NewSize(across, across))
	if s.text.Text == "⊕" {
		s.slash.Position1, s.slash.Position2 = fyne.NewPos(x+2, top+across/2), fyne.NewPos(x+across-2, top+across/2)
		s.beam.Position1, s.beam.Position2 = fyne.NewPos(x+across/2, top+2), fyne.NewPos(x+across/2, top+across-2)
		return
	}
	s.slash.Position1, s.slash.Position2 = fyne.NewPos(x+across-2, top+2), fyne.NewPos(x+2, top+across-2)
}
