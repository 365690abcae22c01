package panel

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/argument"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
)

// swatches give one claim or several a colour: a disc for each, and the name
// of the one that is pointed at or chosen beside them. The arrows go from one
// to the next, the space bar chooses.
type swatches struct {
	widget.BaseWidget
	desk   *Desk
	claims []argument.ID
	chosen int // -1 where the claims differ
	at     int // what the keys or the pointer are at, -1 for none

	focused bool
	look    look
}

var (
	_ fyne.Focusable     = (*swatches)(nil)
	_ fyne.Tappable      = (*swatches)(nil)
	_ desktop.Hoverable  = (*swatches)(nil)
	_ desktop.Cursorable = (*swatches)(nil)
)

// offeredColors are no colour and the colours.
var offeredColors = append([]argument.Color{argument.NoColor}, argument.Colors...)

func newSwatches(d *Desk) *swatches {
	s := &swatches{desk: d, at: -1}
	s.ExtendBaseWidget(s)
	return s
}

func (*swatches) onPage() {}

// show shows the colour of claims.
func (s *swatches) show(claims []argument.ID) {
	m := s.desk.Session.Doc.Map()
	chosen, first := -1, true
	for _, id := range claims {
		c := m.Claim(id)
		if c == nil {
			continue
		}
		i := max(slices.Index(offeredColors, c.Color), 0)
		if first {
			chosen, first = i, false
		} else if i != chosen {
			chosen = -1
		}
	}
	if look := s.desk.look(); chosen != s.chosen || look != s.look || !slices.Equal(claims, s.claims) {
		s.chosen, s.look = chosen, look
		s.claims = append(s.claims[:0], claims...)
		s.Refresh()
	}
}

// choose gives the claims a colour.
func (s *swatches) choose(i int) {
	if i < 0 || i >= len(offeredColors) || i == s.chosen {
		return
	}
	to, label := offeredColors[i], "Change colour"
	if to == argument.NoColor {
		label = "Remove colour"
	}
	s.desk.doEach(label, s.claims, func(c *argument.Claim) { c.Color = to })
}

// The measures of the discs.
const (
	swatchSize = 18
	swatchStep = 23
)

// under returns the disc at a place, or -1.
func (s *swatches) under(p fyne.Position) int {
	if i := int(p.X) / swatchStep; p.X >= 0 && i < len(offeredColors) {
		return i
	}
	return -1
}

// Tapped chooses what is below the pointer.
func (s *swatches) Tapped(e *fyne.PointEvent) { s.choose(s.under(e.Position)) }

// Cursor is a hand where there is something to choose.
func (s *swatches) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (s *swatches) point(i int) {
	if i != s.at {
		s.at = i
		s.Refresh()
	}
}

// MouseIn and its like name what is pointed at.
func (s *swatches) MouseIn(e *desktop.MouseEvent)    { s.point(s.under(e.Position)) }
func (s *swatches) MouseMoved(e *desktop.MouseEvent) { s.point(s.under(e.Position)) }
func (s *swatches) MouseOut()                        { s.point(-1) }

// FocusGained begins at what is chosen.
func (s *swatches) FocusGained() {
	s.focused, s.at = true, max(s.chosen, 0)
	s.Refresh()
}

// FocusLost implements fyne.Focusable.
func (s *swatches) FocusLost() {
	s.focused, s.at = false, -1
	s.Refresh()
}

// TypedRune implements fyne.Focusable.
func (s *swatches) TypedRune(r rune) {
	if r == ' ' {
		s.choose(s.at)
	}
}

// TypedKey implements fyne.Focusable.
func (s *swatches) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyRight, fyne.KeyDown:
		s.point(min(s.at+1, len(offeredColors)-1))
	case fyne.KeyLeft, fyne.KeyUp:
		s.point(max(s.at-1, 0))
	case fyne.KeyReturn, fyne.KeyEnter:
		s.choose(s.at)
	case fyne.KeyEscape:
		s.desk.FocusCanvas()
	default:
		control.Unused(s, e)
	}
}

func (s *swatches) heightFor(float32) float32 { return max(swatchSize+4, lineHeight(scaled(12))) }

// says names what is pointed at, or chosen.
func (s *swatches) says() (name string, role palette.Role) {
	switch {
	case s.at >= 0:
		return colorName(offeredColors[s.at]), palette.Text
	case s.chosen >= 0:
		return colorName(offeredColors[s.chosen]), palette.Muted
	}
	return language.Say("Several"), palette.Muted
}

func (s *swatches) CreateRenderer() fyne.WidgetRenderer {
	r := &swatchesRenderer{s: s, name: canvas.NewText("", nil)}
	for range offeredColors {
		ring, disc := canvas.NewCircle(nil), canvas.NewCircle(nil)
		r.rings, r.discs = append(r.rings, ring), append(r.discs, disc)
		r.objects = append(r.objects, ring, disc)
	}
	r.slash = canvas.NewLine(nil) // no colour
	r.objects = append(r.objects, r.slash, r.name)
	r.Refresh()
	return r
}

type swatchesRenderer struct {
	s            *swatches
	rings, discs []*canvas.Circle
	slash        *canvas.Line
	name         *canvas.Text
	objects      []fyne.CanvasObject
}

func (r *swatchesRenderer) Destroy()                     {}
func (r *swatchesRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *swatchesRenderer) MinSize() fyne.Size           { return fyne.NewSize(240, r.s.heightFor(0)) }

func (r *swatchesRenderer) Layout(size fyne.Size) {
	y := size.Height / 2
	circle := func(c *canvas.Circle, x, across float32) {
		c.Move(fyne.NewPos(x-across/2, y-across/2))
		c.Resize(fyne.NewSquareSize(across))
	}
	for i := range r.discs {
		x := float32(i*swatchStep) + swatchSize/2 + 2
		across := float32(swatchSize)
		if i == r.s.chosen {
			across -= 6 // its ring stands off
		}
		circle(r.discs[i], x, across)
		circle(r.rings[i], x, swatchSize+1)
	}
	x := float32(swatchSize/2 + 2)
	r.slash.Position1, r.slash.Position2 = fyne.NewPos(x-5, y+5), fyne.NewPos(x+5, y-5)
	h := lineHeight(scaled(12))
	r.name.Move(fyne.NewPos(float32(len(r.discs)*swatchStep)+8, y-h/2))
	r.name.Resize(fyne.NewSize(max(size.Width-float32(len(r.discs)*swatchStep)-8, 0), h))
}

func (r *swatchesRenderer) Refresh() {
	s, p := r.s, r.s.desk.Palette()
	for i, c := range offeredColors {
		edge, _ := scene.Swatch(c)
		r.discs[i].FillColor, r.discs[i].StrokeColor, r.discs[i].StrokeWidth = p.Of(edge), p.Of(palette.CardBorder), 0
		if c == argument.NoColor {
			r.discs[i].FillColor, r.discs[i].StrokeColor, r.discs[i].StrokeWidth = p.Of(palette.Surface), p.Of(palette.Muted), 1
		}
		ring, width := color.NRGBA{}, float32(0)
		if i == s.chosen {
			ring, width = p.Of(palette.Text), 1.5
		}
		if i == s.at {
			ring, width = p.Of(palette.Muted), 1.5
			if s.focused {
				ring, width = p.Of(palette.Select), 2
			}
		}
		r.rings[i].FillColor, r.rings[i].StrokeColor, r.rings[i].StrokeWidth = color.Transparent, ring, width
	}
	r.slash.StrokeColor, r.slash.StrokeWidth = p.Of(palette.Muted), 1.2
	name, role := s.says()
	r.name.Text, r.name.TextSize, r.name.Color = name, scaled(12), p.Of(role)
	r.Layout(s.Size())
	for _, o := range r.objects {
		canvas.Refresh(o)
	}
}
