package panel

import (
	"image/color"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/palette"
)

// meter shows a number from 0 to 1, or the part between two, as a bar.
type meter struct {
	widget.BaseWidget
	desk     *Desk
	from, to float64
	role     palette.Role
	high     float32 // of the bar
}

func newMeter(d *Desk) *meter {
	m := &meter{desk: d, high: 6}
	m.ExtendBaseWidget(m)
	return m
}

func (m *meter) set(from, to float64, role palette.Role) {
	if m.from != from || m.to != to || m.role != role {
		m.from, m.to, m.role = from, to, role
		m.Refresh()
	}
}

func (m *meter) heightFor(float32) float32 { return m.high + 4 }

func (m *meter) CreateRenderer() fyne.WidgetRenderer {
	r := &meterRenderer{m, canvas.NewRectangle(nil), canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type meterRenderer struct {
	m           *meter
	track, part *canvas.Rectangle
}

func (r *meterRenderer) Destroy()                     {}
func (r *meterRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.track, r.part} }
func (r *meterRenderer) MinSize() fyne.Size           { return fyne.NewSize(20, r.m.heightFor(0)) }

func (r *meterRenderer) Layout(size fyne.Size) {
	y := (size.Height - r.m.high) / 2
	r.track.CornerRadius, r.part.CornerRadius = r.m.high/2, r.m.high/2
	r.track.Move(fyne.NewPos(0, y))
	r.track.Resize(fyne.NewSize(size.Width, r.m.high))
	low, high := min(r.m.from, r.m.to), max(r.m.from, r.m.to)
	w := max(float32(high-low)*size.Width, 1.5)
	if w < r.m.high {
		r.part.CornerRadius = w / 2
	}
	r.part.Move(fyne.NewPos(min(float32(low)*size.Width, size.Width-w), y))
	r.part.Resize(fyne.NewSize(w, r.m.high))
	r.part.Hidden = r.m.role == palette.None
}

func (r *meterRenderer) Refresh() {
	p := r.m.desk.Palette()
	r.track.FillColor = p.Of(palette.Track)
	r.part.FillColor = p.Of(r.m.role)
	r.Layout(r.m.Size())
	canvas.Refresh(r.track)
	canvas.Refresh(r.part)
}

// dots is how reliable an item of evidence is, in five circles; the exact
// number stands in the item's editor.
func dots(reliability argument.Degree) string {
	v, stated := reliability.Value()
	if !stated {
		return language.Say("unset")
	}
	n := int(math.Round(v * 5))
	return strings.Repeat("●", n) + strings.Repeat("○", 5-n)
}

// roleOfLink is the colour of a link.
func roleOfLink(m *argument.Map, l *argument.Link) palette.Role {
	switch m.LinkRole(l) {
	case argument.Undercutting:
		return palette.Undercuts
	case argument.Opposing:
		return palette.Opposes
	}
	return palette.Supports
}

// roleOfClaim is the colour of a claim.
func roleOfClaim(r argument.Role) palette.Role {
	switch r {
	case argument.Contending:
		return palette.Contention
	case argument.Supporting, argument.Underpinning:
		return palette.Supports
	case argument.Opposing:
		return palette.Opposes
	case argument.Undercutting:
		return palette.Undercuts
	}
	return palette.Neutral
}

// tinted is what lies behind what has a colour.
func tinted(p *palette.Palette, role palette.Role) color.NRGBA {
	switch role {
	case palette.Supports:
		return p.Of(palette.SupportTint)
	case palette.Opposes:
		return p.Of(palette.OpposeTint)
	case palette.Contention:
		return p.Of(palette.ContentionTint)
	case palette.Undercuts, palette.Found:
		c := p.Of(role)
		c.A = 0x28
		return c
	}
	return p.Of(palette.Track)
}

func roleOfStance(s argument.Stance) palette.Role {
	if s == argument.Against {
		return palette.Opposes
	}
	return palette.Supports
}
