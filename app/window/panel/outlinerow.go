package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"warrant/canvas/palette"
)

// outlineSays is what a line of the outline shows.
type outlineSays struct {
	depth         int
	sign          string
	text, value   string
	role, ink     palette.Role
	bold          bool
	joined, joins bool // to the line before, to the line after
}

// outlineRow is a line of the outline: how far it is set in, the sign of its
// link, the claim on one line and its credence. Linked premises hang on one
// upright stroke.
type outlineRow struct {
	widget.BaseWidget
	desk *Desk
	outlineSays
}

func newOutlineRow(d *Desk) *outlineRow {
	r := &outlineRow{desk: d}
	r.ExtendBaseWidget(r)
	return r
}

func (r *outlineRow) say(s outlineSays) {
	if r.outlineSays != s {
		r.outlineSays = s
		r.Refresh()
	}
}

func (r *outlineRow) CreateRenderer() fyne.WidgetRenderer {
	x := &outlineRowRenderer{r: r, sign: newSignMark(), text: canvas.NewText("", nil), value: canvas.NewText("", nil), bond: canvas.NewRectangle(nil)}
	x.value.Alignment = fyne.TextAlignTrailing
	x.Refresh()
	return x
}

type outlineRowRenderer struct {
	r           *outlineRow
	sign        *signMark
	text, value *canvas.Text
	bond        *canvas.Rectangle
}

func (x *outlineRowRenderer) Destroy() {}
func (x *outlineRowRenderer) Objects() []fyne.CanvasObject {
	all := append([]fyne.CanvasObject{x.text, x.value}, x.sign.objects()...)
	if x.r.joined || x.r.joins {
		all = append(all, x.bond)
	}
	return all
}

// The outline's measures in units.
const (
	outlineIndent  = 13
	outlineDeepest = 9 // past it lines are set in no further
	outlineLeft    = 12
	outlineRight   = 12
)

func (x *outlineRowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(80, lineHeight(scaled(12))+7)
}

func (x *outlineRowRenderer) Layout(size fyne.Size) {
	r := x.r
	left := float32(outlineLeft + outlineIndent*min(r.depth, outlineDeepest))
	if r.depth > 0 {
		left -= outlineIndent
	}
	x.sign.place(left, 0, size.Height)
	middle := left + 4
	top, bottom := float32(-3), size.Height+3
	if !r.joined {
		top = size.Height/2 + 7
	}
	if !r.joins {
		bottom = size.Height / 2
	}
	x.bond.Move(fyne.NewPos(middle, top))
	x.bond.Resize(fyne.NewSize(1.5, max(bottom-top, 0)))
	if r.depth > 0 {
		left += outlineIndent + 2
	}
	w := widthOf(r.value, x.value.TextSize, x.value.TextStyle)
	x.value.Move(fyne.NewPos(size.Width-outlineRight-w, 0))
	x.value.Resize(fyne.NewSize(w, size.Height))
	room := size.Width - outlineRight - w - 8 - left
	x.text.Move(fyne.NewPos(left, 0))
	x.text.Resize(fyne.NewSize(room, size.Height))
	if text := fitted(r.text, room, x.text.TextSize, x.text.TextStyle); text != x.text.Text {
		x.text.Text = text
		canvas.Refresh(x.text)
	}
}

func (x *outlineRowRenderer) Refresh() {
	r, p := x.r, x.r.desk.Palette()
	x.sign.paint(r.sign, scaled(12), p.Of(r.role))
	x.text.TextSize, x.text.Color, x.text.TextStyle.Bold = scaled(12), p.Of(r.ink), r.bold
	x.value.Text, x.value.TextSize, x.value.Color = r.value, scaled(11), p.Of(palette.Muted)
	x.bond.FillColor = p.Of(r.role)
	x.Layout(r.Size())
	for _, o := range x.Objects() {
		canvas.Refresh(o)
	}
}
