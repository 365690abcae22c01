package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"warrant/canvas/palette"
)

// outlineSays is what a line of the outline shows.
type outlineSays struct {
	depth       int
	sign        string
	text, value string
	role, ink   palette.Role
	bold        bool
	look        look
	joined      bool   // a further premise of a link whose first stands above
	joins       bool   // a further premise of its link stands below
	bonds       uint16 // of linked premises that pass by, a bit for each depth
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
	x := &outlineRowRenderer{r: r, sign: newSignMark(), text: canvas.NewText("", nil), value: canvas.NewText("", nil)}
	for i := range x.bonds {
		x.bonds[i] = canvas.NewRectangle(nil)
	}
	x.value.Alignment = fyne.TextAlignTrailing
	x.Refresh()
	return x
}

type outlineRowRenderer struct {
	r           *outlineRow
	sign        *signMark
	text, value *canvas.Text
	bonds       [outlineDeepest + 3]*canvas.Rectangle // those that pass by, then up and down
	shown       []fyne.CanvasObject
}

func (x *outlineRowRenderer) Destroy()                     {}
func (x *outlineRowRenderer) Objects() []fyne.CanvasObject { return x.shown }

// The outline's measures in units.
const (
	outlineIndent  = 13
	outlineDeepest = 9 // past it lines are set in no further
	outlineLeft    = 12
	outlineRight   = 12
)

// outlineX is where the sign of a line of a depth stands.
func outlineX(depth int) float32 {
	return float32(outlineLeft + outlineIndent*(min(max(depth, 1), outlineDeepest)-1))
}

func (x *outlineRowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(80, lineHeight(scaled(12))+7)
}

func (x *outlineRowRenderer) Layout(size fyne.Size) {
	r := x.r
	left := outlineX(r.depth)
	x.shown = append(append(x.shown[:0], x.text, x.value), x.sign.objects()...)
	x.sign.place(left, 0, size.Height)
	bond := func(i int, x0, top, bottom float32) {
		x.bonds[i].Move(fyne.NewPos(x0+4, top))
		x.bonds[i].Resize(fyne.NewSize(1, bottom-top))
		x.shown = append(x.shown, x.bonds[i])
	}
	for d := range outlineDeepest + 1 {
		if r.bonds&(1<<d) != 0 {
			bond(d, outlineX(d), -2, size.Height+2)
		}
	}
	if r.joined {
		bond(outlineDeepest+1, left, -2, size.Height/2-7)
	}
	if r.joins {
		bond(outlineDeepest+2, left, size.Height/2+7, size.Height+2)
	}
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
	for _, b := range x.bonds {
		b.FillColor = p.Of(palette.Muted)
	}
	x.Layout(r.Size())
	for _, o := range x.Objects() {
		canvas.Refresh(o)
	}
}
