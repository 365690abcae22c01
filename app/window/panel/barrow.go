package panel

import (
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

// barRow is a line that leads to a link: its sign, what is said, a number,
// and below it the part of 0 to 1 that the link makes up.
type barRow struct {
	widget.BaseWidget
	desk *Desk
	rowSays
	open func()
	handle
}

// rowSays is what a row shows.
type rowSays struct {
	sign, text string
	value      string
	role       palette.Role
	from, to   float64
	flat       bool // there is no bar
	look       look
}

var (
	_ fyne.Focusable     = (*barRow)(nil)
	_ fyne.Tappable      = (*barRow)(nil)
	_ desktop.Hoverable  = (*barRow)(nil)
	_ desktop.Cursorable = (*barRow)(nil)
)

func newBarRow(d *Desk) *barRow {
	r := &barRow{desk: d}
	r.of = r
	r.ExtendBaseWidget(r)
	return r
}

func (r *barRow) Tapped(*fyne.PointEvent) {
	if r.open != nil {
		r.open()
	}
}

func (r *barRow) Cursor() desktop.Cursor {
	if r.open == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

func (r *barRow) heightFor(float32) float32 {
	if r.flat {
		return lineHeight(scaled(12)) + 4
	}
	return lineHeight(scaled(12)) + 9
}

func (r *barRow) CreateRenderer() fyne.WidgetRenderer {
	x := &barRowRenderer{r: r, back: canvas.NewRectangle(nil), track: canvas.NewRectangle(nil), part: canvas.NewRectangle(nil),
		sign: newSignMark(), text: canvas.NewText("", nil), value: canvas.NewText("", nil)}
	x.back.CornerRadius = 5
	x.track.CornerRadius, x.part.CornerRadius = 2, 2
	x.value.TextStyle.Bold = true
	x.value.Alignment = fyne.TextAlignTrailing
	x.Refresh()
	return x
}

type barRowRenderer struct {
	r                 *barRow
	back, track, part *canvas.Rectangle
	sign              *signMark
	text, value       *canvas.Text
}

func (x *barRowRenderer) Destroy() {}
func (x *barRowRenderer) Objects() []fyne.CanvasObject {
	all := append([]fyne.CanvasObject{x.back, x.text, x.value}, x.sign.objects()...)
	if x.r.flat {
		return all
	}
	return append(all, x.track, x.part)
}
func (x *barRowRenderer) MinSize() fyne.Size { return fyne.NewSize(60, x.r.heightFor(0)) }

func (x *barRowRenderer) Layout(size fyne.Size) {
	r := x.r
	h := lineHeight(scaled(12))
	x.back.Move(fyne.NewPos(-5, -1))
	x.back.Resize(fyne.NewSize(size.Width+10, size.Height+1))
	left := float32(0)
	if r.sign != "" {
		left = scaled(14)
	}
	x.sign.place(0, 0, h)
	w := widthOf(r.value, x.value.TextSize, x.value.TextStyle)
	x.text.Move(fyne.NewPos(left, -control.Lifted(r.text, x.text.TextSize)))
	x.text.Resize(fyne.NewSize(size.Width-left-w-8, h))
	x.text.Text = fitted(r.text, size.Width-left-w-8, x.text.TextSize, x.text.TextStyle)
	x.value.Move(fyne.NewPos(size.Width-w, 0))
	x.value.Resize(fyne.NewSize(w, h))
	low, high := min(r.from, r.to), max(r.from, r.to)
	x.track.Move(fyne.NewPos(0, h+1))
	x.track.Resize(fyne.NewSize(size.Width, 4))
	bar := max(float32(high-low)*size.Width, 1.5)
	x.part.Move(fyne.NewPos(min(float32(low)*size.Width, size.Width-bar), h+1))
	x.part.Resize(fyne.NewSize(bar, 4))
}

func (x *barRowRenderer) Refresh() {
	r, p := x.r, x.r.desk.Palette()
	highlight(r.desk, x.back, r.hovered && r.open != nil, r.focused)
	x.value.Text = r.value
	x.text.TextSize, x.value.TextSize = scaled(12), scaled(12)
	x.value.Color, x.text.Color = p.Of(r.role), p.Of(palette.Text)
	x.sign.paint(r.sign, scaled(12), p.Of(r.role))
	x.track.FillColor, x.part.FillColor = p.Of(palette.Track), p.Of(r.role)
	x.Layout(r.Size())
	for _, o := range x.Objects() {
		canvas.Refresh(o)
	}
}

// rows is a column of barRows that is filled anew and again.
type rows struct {
	*column
	desk *Desk
	pool []*barRow
	more *prose
}

func newRows(d *Desk) *rows {
	return &rows{column: newColumn(5), desk: d, more: newProse(d, "", 11.5, palette.Muted)}
}

// fill shows n rows, each filled by set, and says what more there is.
func (r *rows) fill(n int, more string, set func(i int, row *barRow)) {
	for len(r.pool) < n {
		r.pool = append(r.pool, newBarRow(r.desk))
	}
	r.items = r.items[:0]
	for i := range n {
		was := r.pool[i].rowSays
		r.pool[i].look = r.desk.look()
		if set(i, r.pool[i]); r.pool[i].rowSays != was {
			r.pool[i].Refresh()
		}
		r.items = append(r.items, r.pool[i])
	}
	if r.more.say(more); more != "" {
		r.items = append(r.items, r.more)
	}
	r.Refresh()
}

// forLink fills a row with a link: what its premises say, or its target.
func (r *barRow) forLink(m *argument.Map, id argument.ID, byTarget bool) {
	l := m.Link(id)
	if l == nil {
		r.sign, r.text, r.open = "", language.Say("(a link that is gone)"), nil
		return
	}
	r.sign, r.role = scene.Sign(m.LinkRole(l)), roleOfLink(m, l)
	r.text = premisesText(m, l)
	if byTarget {
		r.text = targetText(m, l.To)
	}
	r.open = func() { r.desk.Go(id) }
}
