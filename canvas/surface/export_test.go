package surface

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"warrant/argument"
	"warrant/canvas/geom"
)

// Settle puts frames together until nothing is left to be done, as a window
// does within the next fraction of a second.
func (s *Surface) Settle() {
	s.zoomed = time.Time{}
	for range 1000 {
		s.survey.taken = time.Time{}
		s.clock.now()
		if !s.clock.wanted.Load() {
			return
		}
		s.zoomed = time.Time{}
	}
	panic("the surface does not come to rest")
}

// Frame puts one frame together.
func (s *Surface) Frame() { s.clock.now() }

// Objects returns what the last frame was made of.
func (s *Surface) Objects() []fyne.CanvasObject { return s.objects }

// CardPicture returns the object that shows a card in the last frame, with
// the size of its pixels, or nil.
func (s *Surface) CardPicture(id argument.ID) (o *canvas.Image, px geom.Size) {
	for _, part := range []part{cardPart, titlePart} {
		p := s.pictures.byKey[pictureKey{id, part}]
		if p == nil || p.frame != s.pictures.frame {
			continue
		}
		for _, o := range s.objects {
			if o == fyne.CanvasObject(p.object) {
				b := p.pixels.Rect.Size()
				return p.object, geom.Size{W: float64(b.X), H: float64(b.Y)}
			}
		}
	}
	return nil, geom.Size{}
}

// PictureBytes returns how much the pictures of cards and labels take.
func (s *Surface) PictureBytes() int { return s.pictures.bytes }

// Overview returns the overview picture if the last frame shows it.
func (s *Surface) Overview() *canvas.Image {
	for _, o := range s.objects {
		if o == fyne.CanvasObject(s.survey.object) {
			return s.survey.object
		}
	}
	return nil
}

// Minimap returns where the minimap and the view's frame in it are, if the
// last frame shows them.
func (s *Surface) Minimap() (card, view geom.Rect, shown bool) {
	m := s.minimap
	for _, o := range s.objects {
		if o == fyne.CanvasObject(m.view) {
			p, z := m.view.Position(), m.view.Size()
			return geom.R(m.corner.X, m.corner.Y, miniWidth, miniHeight),
				geom.R(float64(p.X), float64(p.Y), float64(z.Width), float64(z.Height)), true
		}
	}
	return geom.Rect{}, geom.Rect{}, false
}

// Field types into the text field.
func (s *Surface) Field() fyne.Focusable {
	if s.editor.field == nil {
		return nil
	}
	return s.editor.field
}

// PassShortcuts has fn take what goes to the window's shortcuts, which the
// test driver does not run.
func (s *Surface) PassShortcuts(fn func(fyne.Shortcut)) { s.pass = fn }

// TakeSnapshot and PaintOverview are the two halves of an overview: on the
// main goroutine and off it.
var TakeSnapshot = takeSnapshot

// PaintOverview paints the overview of the present view.
func (s *Surface) PaintOverview() {
	j, _ := s.overviewJob(s.newFrame(time.Now()), s.survey.snapshot, false)
	j.do()
}
