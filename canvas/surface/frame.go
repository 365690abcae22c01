package surface

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// Where the levels of detail begin, in zoom.
const (
	fullZoom  = 0.55 // cards in full; below, their titles
	labelZoom = 0.42 // labels; below, they could not be read
	titleZoom = 0.35 // cards one by one; below, the overview picture
)

const (
	// paintBudget is how much of a frame may be spent on painting pictures
	// anew. What does not fit is shown stretched, or as an empty card.
	paintBudget = 4 * time.Millisecond
	// firstBudget is the same for the first frame, which nobody waits to move.
	firstBudget = 250 * time.Millisecond
	// settled is how long the zoom must be still before pictures are painted
	// for it exactly.
	settled = 140 * time.Millisecond
)

// frame is what holds for all that is put into one frame.
type frame struct {
	now    time.Time
	view   geom.View // its origin is on a whole device pixel, so that nothing jitters while panning
	dev    float64   // device pixels a unit of the toolkit
	scale  float64   // device pixels a world unit
	window geom.Rect // world units
	still  bool      // the zoom has settled
	until  time.Time // when the painting budget ends
	wants  []want    // pictures to be painted
	cards  []*scene.Card
	links  []*scene.Link
	more   bool // another frame is needed even if nothing happens
}

// px converts a world point to device pixels.
func (f *frame) px(p geom.Point) geom.Point { return p.Sub(f.view.Origin).Mul(f.scale) }

// pos converts a world point to a position of the toolkit.
func (f *frame) pos(p geom.Point) fyne.Position {
	q := f.view.ToScreen(p)
	return fyne.NewPos(float32(q.X), float32(q.Y))
}

// length converts a length in world units to one of the toolkit.
func (f *frame) length(w float64) float32 { return float32(w * f.view.Zoom) }

// deviceScale returns how many pixels of the screen make a unit of the
// toolkit.
func (s *Surface) deviceScale() float64 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		if x, _ := c.PixelCoordinateForPosition(fyne.NewPos(1<<12, 0)); x > 0 {
			return float64(x) / (1 << 12)
		}
	}
	return 1
}

// tick puts one frame together. Nothing in it may grow with the map: it asks
// the scene for what is in view.
func (s *Surface) tick(now time.Time) {
	if s.size.W <= 0 || s.size.H <= 0 {
		return
	}
	if ask := s.asked; ask != nil && !s.clicking {
		s.asked = nil
		ask()
	}
	s.stats.begin(now)
	f := s.newFrame(now)
	s.objects = s.back.show(s.objects[:0], f, s.size, s.palette, !s.bare)
	s.pictures.frame++
	s.pictures.fit(s.size.W * s.size.H * f.dev * f.dev)
	s.links.begin(f.dev, s.size)
	s.marks.begin()
	overview := f.view.Zoom < titleZoom
	if overview {
		overview = s.showOverview(f)
	}
	if !overview {
		s.showDetail(f)
	}
	s.showOverlay(f, overview)
	s.showMinimap(f)
	s.editor.show(f)
	s.showRing()
	s.objects = append(s.objects, s.pulse, s.probe)
	s.seen, s.version = s.tool.View(), s.scene.Version()
	if f.more {
		s.Repaint()
	}
	s.stats.filled = time.Now()
	canvas.Refresh(s.pulse)
	if s.onFirst != nil && s.stats.frames > 0 {
		s.onFirst()
		s.onFirst = nil
	} else if s.onFirst != nil {
		s.Repaint()
	}
}

func (s *Surface) newFrame(now time.Time) *frame {
	v := s.tool.View()
	f := &frame{now: now, dev: s.deviceScale()}
	f.scale = v.Zoom * f.dev
	f.view = geom.View{Zoom: v.Zoom, Origin: geom.Pt(
		math.Round(v.Origin.X*f.scale)/f.scale, math.Round(v.Origin.Y*f.scale)/f.scale)}
	f.window = f.view.Window(s.size)
	if v.Zoom != s.seen.Zoom && s.seen.Zoom != 0 {
		s.zoomed = now
	}
	f.still = now.Sub(s.zoomed) >= settled
	f.more = !f.still
	budget := paintBudget
	if !s.shown {
		budget, s.shown = firstBudget, true
	}
	f.until = now.Add(budget)
	return f
}

// showDetail puts links, labels and cards into the frame one by one.
func (s *Surface) showDetail(f *frame) {
	s.scene.Cards(f.window.Inset(-cardMargin), func(c *scene.Card) {
		if s.scene.Shows(c.ID) > 0 {
			f.cards = append(f.cards, c)
		}
	})
	inView := f.window.Inset(-2 * cardMargin)
	if !s.scene.LinksUpTo(inView, mostCrowded, func(l *scene.Link) {
		if s.scene.Shows(l.ID) > 0 {
			f.links = append(f.links, l)
		}
	}) {
		s.showBundle(f)
		s.pickLinks(f, inView)
	}
	s.showGlow(f)
	for _, l := range f.links {
		s.drawLink(f, l, s.linkStroke(f, l))
	}
	s.plan(f)
	s.paintWants(f)
	for _, l := range f.links {
		if l.Joined {
			s.showPicture(f, pictureKey{l.ID, junctionPart}, l.Junction)
		}
		if f.view.Zoom >= labelZoom {
			s.showPicture(f, pictureKey{l.ID, labelPart}, l.Label.Min)
			s.showMark(f, l.ID)
		}
	}
	for _, c := range f.cards {
		s.showCard(f, c)
	}
	for _, c := range f.cards {
		s.showMark(f, c.ID)
	}
}
