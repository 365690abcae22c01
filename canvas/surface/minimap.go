package surface

import (
	"image"
	"image/color"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
	"warrant/canvas/shape"
)

// The minimap's measures, in units of the toolkit.
const (
	miniWidth  = 132
	miniHeight = 96
	miniInset  = 16 // from the surface's lower right corner
	miniPad    = 10
	miniShadow = 14 // around it in its picture
	miniFade   = 180 * time.Millisecond
)

// miniPlace says where the world lies in the minimap: the box of the map and
// the scale, units of the toolkit a world unit.
type miniPlace struct {
	origin geom.Point // the world point at the minimap's corner
	scale  float64
}

func placeOf(bounds geom.Rect) miniPlace {
	v := geom.Fit(bounds, geom.Size{W: miniWidth, H: miniHeight}, miniPad, 0.1)
	// geom.Fit keeps to the zoom range of a view; a minimap may go below it.
	if z := math.Min((miniWidth-2*miniPad)/math.Max(1, bounds.W()), (miniHeight-2*miniPad)/math.Max(1, bounds.H())); z < v.Zoom {
		v.Zoom = z
		v.Origin = bounds.Center().Sub(geom.Pt(miniWidth, miniHeight).Mul(0.5 / z))
	}
	return miniPlace{v.Origin, v.Zoom}
}

// minimap is the small picture of the whole map in the corner, with the view
// as a frame to be dragged. It fades away while all of the map is in view.
type minimap struct {
	picture *canvas.Image
	view    *canvas.Rectangle
	shown   *overview // whose minimap is in the picture
	opacity float64
	last    time.Time
	corner  geom.Point
	place   miniPlace
	dragged bool
	grab    geom.Point // from the view's middle to the pointer, world units
}

func newMinimap() *minimap {
	return &minimap{
		picture: &canvas.Image{ScaleMode: canvas.ImageScaleFastest, Translucency: 1},
		view:    &canvas.Rectangle{FillColor: color.Transparent, CornerRadius: 4, StrokeWidth: 1.5},
	}
}

// paintMini paints the whole map small.
func (j job) paintMini() (*image.RGBA, miniPlace) {
	place := placeOf(j.snapshot.bounds)
	w, h := int((miniWidth+2*miniShadow)*j.dev), int((miniHeight+2*miniShadow)*j.dev)
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	j.painter.Paint(img, geom.View{Zoom: j.dev}, j.palette, []shape.Shape{shape.Box{
		Rect: geom.R(miniShadow, miniShadow, miniWidth, miniHeight), Radius: 8,
		Fill: palette.Surface, Stroke: palette.Rule, StrokeWidth: 1, Shadow: true,
	}})
	shadow := geom.Pt(miniShadow, miniShadow).Mul(1 / place.scale)
	p := pen{img: img, origin: place.origin.Sub(shadow), scale: place.scale * j.dev}
	for _, c := range j.snapshot.cards {
		r := c.rect
		if h := 3 / p.scale; r.H() < h && len(j.snapshot.cards) < 400 {
			r.Max.Y = r.Min.Y + h
		}
		role := c.role
		if c.mark != scene.NoMark {
			role = c.mark.Color()
		}
		p.fill(r, fade(j.palette.Of(role), 0.75*c.shown))
	}
	return img, place
}

// showMinimap puts the minimap into the frame.
func (s *Surface) showMinimap(f *frame) {
	m, v := s.minimap, s.survey
	if s.bare {
		m.opacity = 0
		return
	}
	m.corner = geom.Pt(s.size.W-miniInset-miniWidth, s.size.H-miniInset-miniHeight)
	v.collect()
	n, overdue := v.snapshot, false
	if n == nil || !s.tool.Busy() {
		// While something is dragged, the minimap may lag behind.
		n, overdue = v.fresh(s.scene, f.now)
	}
	f.more = f.more || overdue
	if !v.busy && (v.current == nil || v.current.snapshot.version != n.version || v.current.palette != s.palette) && len(n.cards) > 0 {
		v.send(job{snapshot: n, era: v.era, palette: s.palette, choice: -1, painter: s.painter, dev: f.dev})
	}
	room := s.size.W > 3*miniWidth && s.size.H > 3*miniHeight
	want := 0.0
	if v.current != nil && room && len(n.cards) > 0 && !f.window.Holds(n.bounds) {
		want = 1
	}
	m.step(f, want, s.still)
	if m.opacity == 0 || v.current == nil {
		return
	}
	if m.shown != v.current {
		m.shown, m.place = v.current, v.current.place
		m.picture.Image = v.current.minimap
		m.picture.Refresh()
	}
	at := fyne.NewPos(float32(m.corner.X-miniShadow), float32(m.corner.Y-miniShadow))
	size := fyne.NewSize(miniWidth+2*miniShadow, miniHeight+2*miniShadow)
	m.picture.Translucency = 1 - m.opacity
	m.picture.Move(at)
	m.picture.Resize(size)
	w := m.frame(f.window)
	m.view.StrokeColor = fade(s.palette.Of(palette.Select), m.opacity)
	m.view.Move(fyne.NewPos(float32(w.Min.X), float32(w.Min.Y)))
	m.view.Resize(fyne.NewSize(float32(w.W()), float32(w.H())))
	s.objects = append(s.objects, m.picture, m.view)
}

// step moves the opacity towards what is wanted.
func (m *minimap) step(f *frame, want float64, still bool) {
	if still || !driven() {
		m.opacity = want
		return
	}
	// The first step after a rest, or after a slow frame, is no leap.
	d := math.Min(0.3, float64(f.now.Sub(m.last))/float64(miniFade))
	m.last = f.now
	switch {
	case m.opacity < want:
		m.opacity = math.Min(want, m.opacity+d)
	case m.opacity > want:
		m.opacity = math.Max(want, m.opacity-d)
	}
	f.more = f.more || m.opacity != want
}

// frame returns where the view is seen in the minimap, on the surface, cut
// to the minimap and never too small to be seen.
func (m *minimap) frame(window geom.Rect) geom.Rect {
	p := window.Min.Sub(m.place.origin).Mul(m.place.scale)
	q := window.Max.Sub(m.place.origin).Mul(m.place.scale)
	const edge, least = 4.0, 6.0
	lo := geom.Pt(clamp(p.X, edge, miniWidth-edge-least), clamp(p.Y, edge, miniHeight-edge-least))
	hi := geom.Pt(clamp(q.X, lo.X+least, miniWidth-edge), clamp(q.Y, lo.Y+least, miniHeight-edge))
	return geom.Rect{Min: lo, Max: hi}.Move(m.corner)
}

func clamp(v, lo, hi float64) float64 { return math.Max(lo, math.Min(hi, v)) }

// covers reports whether a point of the surface lies in the minimap.
func (m *minimap) covers(p geom.Point) bool {
	return m.opacity > 0.5 && geom.R(m.corner.X, m.corner.Y, miniWidth, miniHeight).Contains(p)
}

func (m *minimap) world(p geom.Point) geom.Point {
	return p.Sub(m.corner).Mul(1 / m.place.scale).Add(m.place.origin)
}

// down begins dragging the view, which first jumps to the pointer if that is
// outside it.
func (m *minimap) down(s *Surface, p geom.Point) bool {
	if !m.covers(p) {
		return false
	}
	m.dragged = true
	window := s.tool.View().Window(s.size)
	m.grab = geom.Point{}
	if m.frame(window).Contains(p) {
		m.grab = m.world(p).Sub(window.Center())
		s.lastP = p
		return true
	}
	m.move(s, p)
	return true
}

// move brings the middle of the view to the pointer, but not out of the map:
// a large one may be a thin line in the minimap, which no hand would hit.
func (m *minimap) move(s *Surface, p geom.Point) {
	s.lastP = p
	v := s.tool.View()
	middle := m.world(p).Sub(m.grab)
	b := s.scene.Bounds()
	middle = geom.Pt(clamp(middle.X, b.Min.X, b.Max.X), clamp(middle.Y, b.Min.Y, b.Max.Y))
	v.Origin = middle.Sub(geom.Pt(s.size.W, s.size.H).Mul(0.5 / v.Zoom))
	s.tool.SetView(v)
}
