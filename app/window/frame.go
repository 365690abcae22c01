package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// frame is the layout of the window: bars above and below, panels of fixed
// width beside the canvas. A narrow window gives the canvas the room: first
// the left panel goes, unless one is finding there, then the right one.
type frame struct{ finding func() bool }

const (
	sideWidth      = 280
	inspectorWidth = 320
)

// The bars grow with the text that stands in them.
func headerHeight() float32 { return max(48, 3.6*theme.TextSize()) }
func footHeight() float32   { return max(28, 2.1*theme.TextSize()) }

func (*frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 400) }

func (f *frame) Layout(o []fyne.CanvasObject, size fyne.Size) {
	header, side, canvas, inspector, foot, strip := o[0], o[1], o[2], o[3], o[4], o[5]
	header.Resize(fyne.NewSize(size.Width, headerHeight()))
	foot.Move(fyne.NewPos(0, size.Height-footHeight()))
	foot.Resize(fyne.NewSize(size.Width, footHeight()))
	left, right := float32(sideWidth), float32(inspectorWidth)
	if size.Width < 1100 {
		left, right = 240, 290
	}
	// Larger texts get more room, as long as the canvas keeps its share.
	grow := max(1, min(theme.TextSize()/13, size.Width*0.6/(left+right)))
	left, right = left*grow, right*grow
	if size.Width < 900 && !f.finding() {
		left = 0
	}
	top := float32(headerHeight())
	if strip.Visible() {
		strip.Move(fyne.NewPos(0, top))
		strip.Resize(fyne.NewSize(size.Width, stripHeight))
		top += stripHeight
	}
	h := size.Height - top - footHeight()
	show(side, left > 0)
	side.Move(fyne.NewPos(0, top))
	side.Resize(fyne.NewSize(left, h))
	canvas.Move(fyne.NewPos(left, top))
	canvas.Resize(fyne.NewSize(size.Width-left-right, h))
	inspector.Move(fyne.NewPos(size.Width-right, top))
	inspector.Resize(fyne.NewSize(right, h))
}
