package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"warrant/app/window/control"
)

// cover lies over the whole window while it waits for work, and takes what
// the pointer does. It shows nothing but the sheet in it.
type cover struct {
	widget.BaseWidget
	content fyne.CanvasObject
	stop    *control.Answer
}

func newCover(content fyne.CanvasObject) *cover {
	c := &cover{content: content}
	c.ExtendBaseWidget(c)
	return c
}

func (c *cover) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }

// Tapped and Scrolled keep both from what lies below.
func (c *cover) Tapped(*fyne.PointEvent) {}

// Scrolled see Tapped.
func (c *cover) Scrolled(*fyne.ScrollEvent) {}

// sheetPlace puts a sheet into the upper middle of the window.
type sheetPlace struct{}

const sheetWidth = 420

func (*sheetPlace) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (*sheetPlace) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := min(sheetWidth, size.Width-40)
	height := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(width, height))
	o[0].Move(fyne.NewPos((size.Width-width)/2, (size.Height-height)/3))
}

// sheetBar makes the toolkit's bar as thin as befits a sheet.
type sheetBar struct{}

func (*sheetBar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 14) }

func (*sheetBar) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(size.Width, 6))
	o[0].Move(fyne.NewPos(0, 4))
}
