package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// sheet is a panel's object. A panel that is not shown does no work; shown
// is called when it comes into view, hidden when it goes.
type sheet struct {
	widget.BaseWidget
	content fyne.CanvasObject
	shown   func()
	hidden  func() // may be nil
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

// Hide takes the panel out of view.
func (s *sheet) Hide() {
	s.BaseWidget.Hide()
	if s.hidden != nil {
		s.hidden()
	}
}

func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.content) }
