package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// sourceList is a list of sourceRows.
type sourceList struct {
	widget.List
	desk    *Desk
	resized func(width float32)
}

func newSourceList(s *Source, boxed bool, length func() int, fill func(int, *sourceRow)) *sourceList {
	l := &sourceList{desk: s.desk, resized: func(float32) {}}
	l.Length = length
	l.CreateItem = func() fyne.CanvasObject { return newSourceRow(s.desk, boxed) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < length() {
			r := o.(*sourceRow)
			fill(i, r)
			r.Refresh()
		}
	}
	l.OnSelected = func(i widget.ListItemID) {
		l.UnselectAll()
		r := newSourceRow(s.desk, boxed)
		if fill(i, r); len(r.spans) > 0 {
			r.open(r.spans[len(r.spans)-1].from)
		}
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey implements fyne.Focusable.
func (l *sourceList) TypedKey(e *fyne.KeyEvent) { listKey(l.desk, l, &l.List, e) }

func (l *sourceList) Resize(size fyne.Size) {
	l.List.Resize(size)
	l.resized(size.Width)
}

// headed sets a list below a head whose height follows from its width.
type headed struct{ head *column }

func (*headed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 120) }

func (h *headed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	top := h.head.heightFor(size.Width)
	h.head.Resize(fyne.NewSize(size.Width, top))
	h.head.Refresh()
	o[1].Move(fyne.NewPos(0, top))
	o[1].Resize(fyne.NewSize(size.Width, size.Height-top))
}
