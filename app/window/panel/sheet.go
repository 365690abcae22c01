package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// sheet is a panel's object. A panel that is not shown does no work; shown
// is called when it comes into view.
type sheet struct {
	widget.BaseWidget
	content fyne.CanvasObject
	shown   func()
}

func newSheet(content fyne.CanvasObject, shown func()) *sheet {
	s := &sheet{content: content, shown: shown}
	s.ExtendBaseWidget(s)
	return s
}

// Show brings the panel into view.
func (s *sheet) Show() {
	s.BaseWidget.Show()
	s.shown()
}

func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.content) }
