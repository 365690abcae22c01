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
	quote   func(line int) // takes the sentence of a line; nil where nothing can be quoted
	end     func() bool    // ends what Escape ends before the list is left
	at      int            // the line that the keys are on
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
	l.OnHighlighted = func(i widget.ListItemID) { l.at = i }
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey implements fyne.Focusable.
func (l *sourceList) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && l.end != nil && l.end() {
		return
	}
	listKey(l.desk, l, &l.List, e)
}

// TypedRune implements fyne.Focusable. Q quotes the sentence of the line, and
// again, the next one too.
func (l *sourceList) TypedRune(r rune) {
	if (r == 'q' || r == 'Q') && l.quote != nil {
		l.quote(l.at)
	}
}

func (l *sourceList) Resize(size fyne.Size) {
	l.List.Resize(size)
	l.resized(size.Width)
}

// headed sets a list below a head, and above a foot that may be there too,
// whose heights follow from their width.
type headed struct{ head *column }

func (*headed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 120) }

func (h *headed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	top := h.head.heightFor(size.Width)
	h.head.Resize(fyne.NewSize(size.Width, top))
	h.head.Refresh()
	bottom := float32(0)
	if len(o) > 2 && o[2].Visible() {
		bottom = heightOf(o[2], size.Width)
		o[2].Move(fyne.NewPos(0, size.Height-bottom))
		o[2].Resize(fyne.NewSize(size.Width, bottom))
		o[2].Refresh()
	}
	o[1].Move(fyne.NewPos(0, top))
	o[1].Resize(fyne.NewSize(size.Width, size.Height-top-bottom))
}
