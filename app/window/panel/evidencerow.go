package panel

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"warrant/canvas/palette"
)

// evidenceRow is a line of the evidence list: an item with its kind, its
// reliability, what it says and where it is from, or the head of a group.
type evidenceRow struct {
	widget.BaseWidget
	desk  *Desk
	entry evidenceEntry
	look  look
}

func newEvidenceRow(d *Desk) *evidenceRow {
	r := &evidenceRow{desk: d}
	r.ExtendBaseWidget(r)
	return r
}

func (r *evidenceRow) say(e evidenceEntry) {
	if look := r.desk.look(); r.entry != e || r.look != look {
		r.entry, r.look = e, look
		r.Refresh()
	}
}

// evidenceRowHeight is that of an item: a line for its kind, two for what it
// says, one for where it is from.
func evidenceRowHeight() float32 {
	return lineHeight(scaled(10)) + 2*lineHeight(scaled(12)) + lineHeight(scaled(11)) + 8
}

func (r *evidenceRow) CreateRenderer() fyne.WidgetRenderer {
	x := &evidenceRowRenderer{r: r, edge: canvas.NewRectangle(nil), sign: newSignMark()}
	for i := range x.texts {
		x.texts[i] = canvas.NewText("", nil)
	}
	x.Refresh()
	return x
}

// The texts of an evidence row.
const (
	rowKind = iota
	rowDots
	rowFirst
	rowSecond
	rowFrom
	rowTexts
)

type evidenceRowRenderer struct {
	r     *evidenceRow
	edge  *canvas.Rectangle
	sign  *signMark
	texts [rowTexts]*canvas.Text
	shown []fyne.CanvasObject
}

func (x *evidenceRowRenderer) Destroy()                     {}
func (x *evidenceRowRenderer) Objects() []fyne.CanvasObject { return x.shown }
func (x *evidenceRowRenderer) MinSize() fyne.Size           { return fyne.NewSize(80, evidenceRowHeight()) }
func (x *evidenceRowRenderer) Layout(fyne.Size)             { x.Refresh() }

func (x *evidenceRowRenderer) Refresh() {
	size := x.r.Size()
	x.shown = x.shown[:0]
	if size.Width <= 0 {
		return
	}
	if x.r.entry.item == nil {
		x.head(size)
	} else {
		x.item(size)
	}
	for _, o := range x.shown {
		canvas.Refresh(o)
	}
}

func (x *evidenceRowRenderer) put(i int, text string, at fyne.Position, width, size float32, role palette.Role, bold bool, align fyne.TextAlign) {
	t := x.texts[i]
	t.TextStyle.Bold = bold
	t.Text = fitted(text, width, scaled(size), t.TextStyle)
	t.TextSize, t.Color, t.Alignment = scaled(size), x.r.desk.Palette().Of(role), align
	t.Move(at)
	t.Resize(fyne.NewSize(width, lineHeight(scaled(size))))
	x.shown = append(x.shown, t)
}

func (x *evidenceRowRenderer) head(size fyne.Size) {
	e := x.r.entry
	left, h := float32(14), lineHeight(scaled(12))
	if e.sign != "" {
		x.sign.paint(e.sign, scaled(12), x.r.desk.Palette().Of(e.role))
		x.sign.place(left, size.Height-h-2, h)
		x.shown = append(x.shown, x.sign.objects()...)
		left += 15
	}
	x.put(rowFirst, e.text, fyne.NewPos(left, size.Height-h-2), size.Width-left-12, 12, palette.Text, true, fyne.TextAlignLeading)
}

func (x *evidenceRowRenderer) item(size fyne.Size) {
	e, m := x.r.entry.item, x.r.desk.Session.Doc.Map()
	const left = 24
	inner := size.Width - left - 14
	side := roleOfStance(e.Speaks())
	x.edge.FillColor, x.edge.CornerRadius = x.r.desk.Palette().Of(side), 1.5
	x.edge.Move(fyne.NewPos(14, 4))
	x.edge.Resize(fyne.NewSize(3, size.Height-8))
	x.shown = append(x.shown, x.edge)
	y := float32(4)
	x.put(rowKind, strings.ToUpper(kindName(e.Kind)), fyne.NewPos(left, y), inner-60, 10, palette.Muted, true, fyne.TextAlignLeading)
	x.put(rowDots, dots(e.Reliability), fyne.NewPos(left+inner-60, y), 60, 11, side, false, fyne.TextAlignTrailing)
	y += lineHeight(scaled(10)) + 1
	lines := append(wrapped(e.Text, inner, scaled(12), fyne.TextStyle{}, 2), "", "")
	for i := range 2 {
		x.put(rowFirst+i, lines[i], fyne.NewPos(left, y), inner, 12, palette.Text, false, fyne.TextAlignLeading)
		y += lineHeight(scaled(12))
	}
	x.put(rowFrom, citation(m, *e), fyne.NewPos(left, y), inner, 11, palette.Muted, false, fyne.TextAlignTrailing)
}
