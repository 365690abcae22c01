package panel

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"warrant/app/window/control"
	"warrant/canvas/palette"
)

// slider sets a number from 0 to 1 in whole percents, by pointer or by keys:
// arrows one percent, Page Up and Page Down ten, Home and End the ends.
type slider struct {
	widget.BaseWidget
	desk   *Desk
	name   string // what it sets, for those who cannot see it
	value  float64
	role   palette.Role
	hollow bool // nobody has stated the number

	begun, changed, ended func()
	keyed                 func() // after a key has changed value

	held, focused, hovered bool
	grab                   float32 // pointer less thumb
}

var (
	_ fyne.Focusable     = (*slider)(nil)
	_ fyne.Draggable     = (*slider)(nil)
	_ desktop.Mouseable  = (*slider)(nil)
	_ desktop.Hoverable  = (*slider)(nil)
	_ desktop.Cursorable = (*slider)(nil)
)

const thumb = 8 // its radius

func newSlider(d *Desk, name string) *slider {
	s := &slider{desk: d, name: name, role: palette.Supports}
	s.begun, s.changed, s.ended, s.keyed = func() {}, func() {}, func() {}, func() {}
	s.ExtendBaseWidget(s)
	return s
}

// set shows a number. While the slider is held it shows what the hand says.
func (s *slider) set(value float64, hollow bool, role palette.Role) {
	if s.held {
		value = s.value
	}
	if s.value != value || s.hollow != hollow || s.role != role {
		s.value, s.hollow, s.role = value, hollow, role
		s.Refresh()
	}
}

func (s *slider) AccessibilityLabel() string { return s.name + ", " + percent(s.value) }

func (s *slider) heightFor(float32) float32 { return 2*thumb + 4 }

// to brings the thumb under the hand.
func (s *slider) to(x float32) {
	v := float64((x - s.grab) / s.Size().Width)
	v = math.Round(min(max(v, 0), 1)*100) / 100
	if v != s.value {
		s.value = v
		s.changed()
		s.Refresh()
	}
}

func (s *slider) MouseDown(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
	s.begin()
	s.grab = e.Position.X - float32(s.value)*s.Size().Width
	if s.grab < -thumb-2 || s.grab > thumb+2 {
		s.grab = 0
		s.to(e.Position.X)
	}
}

func (s *slider) begin() {
	if !s.held {
		s.held = true
		s.begun()
	}
}

// end may come several times, and in any order with MouseUp and FocusLost.
func (s *slider) end() {
	if s.held {
		s.held = false
		s.ended()
		s.Refresh()
	}
}

func (s *slider) MouseUp(*desktop.MouseEvent) { s.end() }
func (s *slider) Dragged(e *fyne.DragEvent) {
	s.begin()
	s.to(e.Position.X)
}
func (s *slider) DragEnd()                       { s.end() }
func (s *slider) MouseIn(*desktop.MouseEvent)    { s.hovered = true; s.Refresh() }
func (s *slider) MouseMoved(*desktop.MouseEvent) {}
func (s *slider) MouseOut()                      { s.hovered = false; s.Refresh() }
func (s *slider) Cursor() desktop.Cursor         { return desktop.PointerCursor }
func (s *slider) FocusGained()                   { s.focused = true; s.Refresh() }
func (s *slider) FocusLost()                     { s.focused = false; s.end(); s.Refresh() }
func (s *slider) TypedRune(rune)                 {}

var sliderKeys = map[fyne.KeyName]float64{
	fyne.KeyLeft: -.01, fyne.KeyDown: -.01, fyne.KeyRight: .01, fyne.KeyUp: .01,
	fyne.KeyPageDown: -.1, fyne.KeyPageUp: .1, fyne.KeyHome: -1, fyne.KeyEnd: 1,
}

func (s *slider) TypedKey(e *fyne.KeyEvent) {
	by, ok := sliderKeys[e.Name]
	if !ok {
		control.Unused(s, e)
	}
	if !ok || s.held {
		return
	}
	v := math.Round(min(max(s.value+by, 0), 1)*100) / 100
	if v != s.value {
		s.value = v
		s.keyed()
		s.Refresh()
	}
}

func (s *slider) CreateRenderer() fyne.WidgetRenderer {
	r := &sliderRenderer{s: s, track: canvas.NewRectangle(nil), filled: canvas.NewRectangle(nil), halo: canvas.NewCircle(nil), thumb: canvas.NewCircle(nil)}
	r.objects = []fyne.CanvasObject{r.track, r.filled, r.halo, r.thumb}
	r.Refresh()
	return r
}

type sliderRenderer struct {
	s             *slider
	track, filled *canvas.Rectangle
	halo, thumb   *canvas.Circle
	objects       []fyne.CanvasObject
}

func (r *sliderRenderer) Destroy()                     {}
func (r *sliderRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *sliderRenderer) MinSize() fyne.Size           { return fyne.NewSize(60, r.s.heightFor(0)) }

func (r *sliderRenderer) Layout(size fyne.Size) {
	y := size.Height / 2
	x := float32(r.s.value) * size.Width
	r.track.CornerRadius, r.filled.CornerRadius = 3, 3
	r.track.Move(fyne.NewPos(0, y-3))
	r.track.Resize(fyne.NewSize(size.Width, 6))
	r.filled.Move(fyne.NewPos(0, y-3))
	r.filled.Resize(fyne.NewSize(x, 6))
	around := func(c *canvas.Circle, radius float32) {
		c.Move(fyne.NewPos(x-radius, y-radius))
		c.Resize(fyne.NewSize(2*radius, 2*radius))
	}
	around(r.thumb, thumb+1)
	around(r.halo, thumb+5)
}

func (r *sliderRenderer) Refresh() {
	s, p := r.s, r.s.desk.Palette()
	c := p.Of(s.role)
	if s.hollow {
		c = p.Of(palette.Muted)
	}
	r.track.FillColor = p.Of(palette.Track)
	r.filled.FillColor = c
	r.thumb.FillColor, r.thumb.StrokeColor, r.thumb.StrokeWidth = p.Of(palette.Panel), c, 2.5
	halo := p.Of(palette.Select)
	switch {
	case s.focused:
		halo.A = 0x55
	case s.hovered || s.held:
		halo = c
		halo.A = 0x22
	default:
		halo.A = 0
	}
	r.halo.FillColor = halo
	r.filled.Hidden = s.hollow
	r.Layout(s.Size())
	for _, o := range r.objects {
		canvas.Refresh(o)
	}
}
