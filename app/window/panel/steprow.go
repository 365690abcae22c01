package panel

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"warrant/app/window/control"
	"warrant/canvas/palette"
)

// stepSays is what a line of the list of steps shows.
type stepSays struct {
	at           int
	title, count string
	spoken       bool // the speaker says something
	chosen       bool
	held         bool // it is being dragged
	above, below bool // what is dragged would be put there
	look         look
}

// stepRow is a line of the list of steps: its number, what it is called, and
// how much it brings in. It is chosen by a click and moved by dragging.
type stepRow struct {
	widget.BaseWidget
	desk *Desk
	list *stepList
	stepSays
	hovered bool
}

var (
	_ fyne.Tappable     = (*stepRow)(nil)
	_ fyne.Draggable    = (*stepRow)(nil)
	_ desktop.Hoverable = (*stepRow)(nil)
)

func newStepRow(d *Desk, l *stepList) *stepRow {
	r := &stepRow{desk: d, list: l}
	r.ExtendBaseWidget(r)
	return r
}

func (r *stepRow) say(s stepSays) {
	if r.stepSays != s {
		r.stepSays = s
		r.Refresh()
	}
}

// Tapped chooses the step.
func (r *stepRow) Tapped(*fyne.PointEvent) {
	r.desk.Window.Canvas().Focus(r.list)
	r.list.panel.choose(r.at)
}

// Dragged implements fyne.Draggable.
func (r *stepRow) Dragged(e *fyne.DragEvent) { r.list.dragged(r.at, e.Position.Y, e.Dragged.DY) }

// DragEnd implements fyne.Draggable.
func (r *stepRow) DragEnd() { r.list.drop(true) }

// MouseIn implements desktop.Hoverable.
func (r *stepRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (r *stepRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *stepRow) MouseOut() { r.hovered = false; r.Refresh() }

func (r *stepRow) CreateRenderer() fyne.WidgetRenderer {
	x := &stepRowRenderer{r: r, back: canvas.NewRectangle(nil), drop: canvas.NewRectangle(nil),
		number: canvas.NewText("", nil), title: canvas.NewText("", nil), count: canvas.NewText("", nil), dot: canvas.NewCircle(nil)}
	x.number.Alignment, x.count.Alignment = fyne.TextAlignTrailing, fyne.TextAlignTrailing
	x.back.CornerRadius = 6
	x.Refresh()
	return x
}

type stepRowRenderer struct {
	r                    *stepRow
	back, drop           *canvas.Rectangle
	number, title, count *canvas.Text
	dot                  *canvas.Circle // the speaker says something
}

func (x *stepRowRenderer) Destroy() {}
func (x *stepRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.back, x.number, x.title, x.dot, x.count, x.drop}
}

func (x *stepRowRenderer) MinSize() fyne.Size { return fyne.NewSize(80, stepHeight()) }

// The measures of a line, in units.
const (
	stepNumber = 22 // the room of the number
	stepSide   = 8
)

func (x *stepRowRenderer) Layout(size fyne.Size) {
	r := x.r
	x.back.Move(fyne.NewPos(stepSide-2, 1))
	x.back.Resize(fyne.NewSize(size.Width-2*stepSide+4, size.Height-2))
	x.number.Move(fyne.NewPos(stepSide, 0))
	x.number.Resize(fyne.NewSize(stepNumber, size.Height))
	right := size.Width - stepSide - 6
	w := widthOf(x.count.Text, x.count.TextSize, x.count.TextStyle)
	x.count.Move(fyne.NewPos(right-w, 0))
	x.count.Resize(fyne.NewSize(w, size.Height))
	right -= max(w, widthOf("+00", x.count.TextSize, x.count.TextStyle)) // dots stand below one another
	x.dot.Move(fyne.NewPos(right-10, size.Height/2-2))
	x.dot.Resize(fyne.NewSize(4, 4))
	left := float32(stepSide + stepNumber + 10)
	room := right - 16 - left
	x.title.Move(fyne.NewPos(left, -control.Lifted(x.title.Text, x.title.TextSize)))
	x.title.Resize(fyne.NewSize(room, size.Height))
	x.title.Text = fitted(r.title, room, x.title.TextSize, x.title.TextStyle)
	x.drop.Hide()
	if r.above || r.below {
		x.drop.Show()
		y := float32(-1)
		if r.below {
			y = size.Height - 1
		}
		x.drop.Move(fyne.NewPos(stepSide, y))
		x.drop.Resize(fyne.NewSize(size.Width-2*stepSide, 2))
	}
}

func (x *stepRowRenderer) Refresh() {
	r, p := x.r, x.r.desk.Palette()
	x.number.Text, x.number.TextSize, x.number.Color = strconv.Itoa(r.at+1), scaled(11), p.Of(palette.Muted)
	x.title.TextSize, x.title.Color, x.title.TextStyle.Bold = scaled(12), p.Of(palette.Text), r.chosen
	x.count.Text, x.count.TextSize, x.count.Color = r.count, scaled(11), p.Of(palette.Muted)
	if r.held {
		x.title.Color = p.Of(palette.Muted)
	}
	x.dot.FillColor = color.Transparent
	if r.spoken {
		x.dot.FillColor = p.Of(palette.Muted)
	}
	x.back.FillColor = color.Transparent
	switch {
	case r.chosen:
		x.back.FillColor = p.Of(palette.ContentionTint)
	case r.hovered:
		c := p.Of(palette.Muted)
		c.A = 0x1C
		x.back.FillColor = c
	}
	x.drop.FillColor = p.Of(palette.Select)
	x.Layout(r.Size())
	for _, o := range x.Objects() {
		canvas.Refresh(o)
	}
}
