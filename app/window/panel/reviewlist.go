package panel

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"warrant/app/window/control"
)

// reviewIndex is the list itself, in which the arrow keys choose at once.
type reviewIndex struct {
	widget.List
	panel   *Review
	heights []float32
	quiet   bool
}

func newReviewIndex(v *Review) *reviewIndex {
	l := &reviewIndex{panel: v}
	l.Length = func() int { return len(v.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newReviewRow(v.desk) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(v.rows) {
			o.(*reviewRow).say(v.says(i))
		}
	}
	l.OnSelected = func(i widget.ListItemID) {
		l.UnselectAll() // the row itself shows that it is chosen
		v.choose(i, !l.quiet)
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

func (l *reviewIndex) quietly(do func()) {
	l.quiet = true
	do()
	l.quiet = false
}

// FocusGained points at the remark that is chosen.
func (l *reviewIndex) FocusGained() {
	if v := l.panel; v.remark() != nil {
		l.Highlight(v.at)
	}
	l.List.FocusGained()
}

// TypedKey walks the remarks; Return goes to what can be done about the one
// chosen, Delete passes it over, Escape goes to the canvas.
func (l *reviewIndex) TypedKey(e *fyne.KeyEvent) {
	v := l.panel
	switch e.Name {
	case fyne.KeyDown:
		l.walk(v.at+1, 1)
	case fyne.KeyUp:
		l.walk(v.at-1, -1)
	case fyne.KeyHome:
		l.walk(0, 1)
	case fyne.KeyEnd:
		l.walk(len(v.rows)-1, -1)
	case fyne.KeyPageDown:
		l.walk(min(v.at+5, len(v.rows)-1), 1)
	case fyne.KeyPageUp:
		l.walk(max(v.at-5, 0), -1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if v.remark() == nil {
			l.walk(max(v.at, 0), 1)
		} else if first, ok := v.foot.presses.items[0].(*press); ok {
			v.desk.Window.Canvas().Focus(first)
		}
	case fyne.KeyDelete, fyne.KeyBackspace:
		v.dismiss()
	case fyne.KeyEscape:
		v.desk.FocusCanvas()
	default:
		control.Unused(l, e)
	}
}

// walk chooses the next remark from a line on.
func (l *reviewIndex) walk(to, by int) {
	rows := l.panel.rows
	for i := to; i >= 0 && i < len(rows); i += by {
		if rows[i].remark != nil {
			l.panel.choose(i, !l.quiet)
			return
		}
	}
}

// measured is how many lines have their sentence measured, so that each is
// as high as it needs to be; those of a longer list are all alike.
const measured = 300

// relist shows the lines. Where they have other heights than before, that is
// a list of its own: one that is in view is laid out for every height it is
// told.
func (v *Review) relist() {
	heights := make([]float32, len(v.rows))
	for i := range v.rows {
		switch {
		case v.rows[i].remark == nil:
			heights[i] = reviewHeadHeight()
		case len(v.rows) <= measured:
			heights[i] = reviewHeight(v.says(i), v.list.Size().Width)
		default:
			heights[i] = reviewRowHeight(reviewLines)
		}
	}
	if slices.Equal(heights, v.list.heights) {
		v.list.Refresh()
		return
	}
	next := newReviewIndex(v)
	next.heights = heights
	for i, h := range heights {
		if h != reviewRowHeight(reviewLines) {
			next.SetItemHeight(i, h)
		}
	}
	was, offset := v.list, v.list.GetScrollOffset()
	v.list = next
	v.holds.Objects = []fyne.CanvasObject{next}
	v.holds.Refresh()
	next.ScrollToOffset(offset)
	if c := v.desk.Window.Canvas(); c != nil && c.Focused() == fyne.Focusable(was) {
		c.Focus(next)
	}
}
