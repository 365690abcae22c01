package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"warrant/app/window/control"
)

// stepList is the list of the steps: the arrow keys choose, Alt and an arrow
// move the chosen one, as dragging it does.
type stepList struct {
	widget.List
	panel *Steps
	drag  stepDrag
}

// stepDrag is a step on its way to another place.
type stepDrag struct {
	on   bool
	from int
	to   int     // before which line it would be put; the number of lines for the end
	y    float32 // of the pointer, from the top of the list
}

var _ fyne.Shortcutable = (*stepList)(nil)

func stepHeight() float32 { return lineHeight(scaled(12)) + 9 }

// stepPitch is how far lines are apart: the toolkit leaves room between them.
func stepPitch() float32 { return stepHeight() + theme.Padding() }

func newStepList(p *Steps) *stepList {
	l := &stepList{panel: p}
	l.Length = func() int { return len(p.steps) }
	l.CreateItem = func() fyne.CanvasObject { return newStepRow(p.desk, l) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(p.steps) {
			o.(*stepRow).say(l.says(i))
		}
	}
	l.OnSelected = func(i widget.ListItemID) {
		l.UnselectAll()
		p.choose(i)
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// says puts a line into words.
func (l *stepList) says(i int) stepSays {
	p := l.panel
	s := p.steps[i]
	return stepSays{
		at: i, title: titled(p.desk.Session.Doc.Map(), s), count: counted(s), spoken: spoken(s),
		chosen: s.ID == p.at, above: l.drag.on && l.drag.to == i, below: l.drag.on && l.drag.to == i+1 && i+1 == len(p.steps),
		held: l.drag.on && l.drag.from == i, look: p.desk.look(),
	}
}

// show shows the lines as they are now, the chosen one in view.
func (l *stepList) show() {
	l.Refresh()
	if i := l.panel.place(l.panel.at); i >= 0 && !l.drag.on {
		l.ScrollTo(i)
		l.Highlight(i)
	}
}

// TypedKey implements fyne.Focusable.
func (l *stepList) TypedKey(e *fyne.KeyEvent) {
	p := l.panel
	at := p.place(p.at)
	switch e.Name {
	case fyne.KeyDown:
		p.choose(min(at+1, len(p.steps)-1))
	case fyne.KeyUp:
		p.choose(max(at-1, 0))
	case fyne.KeyPageDown:
		p.choose(min(at+10, len(p.steps)-1))
	case fyne.KeyPageUp:
		p.choose(max(at-10, 0))
	case fyne.KeyHome:
		p.choose(0)
	case fyne.KeyEnd:
		p.choose(len(p.steps) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		if at >= 0 {
			p.desk.Window.Canvas().Focus(p.edit.title)
		}
	case fyne.KeyDelete, fyne.KeyBackspace:
		p.remove()
	case fyne.KeyEscape:
		if l.drag.on {
			l.drop(false)
			return
		}
		p.desk.FocusCanvas()
	default:
		control.Unused(l, e)
	}
}

// TypedShortcut moves the chosen step; all else is the window's.
func (l *stepList) TypedShortcut(s fyne.Shortcut) {
	p := l.panel
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierAlt {
		at := p.place(p.at)
		switch {
		case c.KeyName == fyne.KeyUp && at > 0:
			p.move(p.at, at-1)
			return
		case c.KeyName == fyne.KeyDown && at >= 0 && at < len(p.steps)-1:
			p.move(p.at, at+1)
			return
		}
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(l).(interface{ TypedShortcut(fyne.Shortcut) }); ok {
		c.TypedShortcut(s)
	}
}

// FocusGained points at the chosen line.
func (l *stepList) FocusGained() {
	if at := l.panel.place(l.panel.at); at >= 0 {
		l.Highlight(at)
	}
	l.List.FocusGained()
}

// dragged moves what is dragged by the pointer; dy is how far it went.
func (l *stepList) dragged(from int, y, dy float32) {
	if !l.drag.on {
		// The first motion tells where the pointer is in its line.
		l.drag = stepDrag{on: true, from: from, y: float32(from)*stepPitch() + y - l.GetScrollOffset()}
		l.panel.edit.flush()
	} else {
		l.drag.y += dy
	}
	const edge = 12
	switch room := l.Size().Height; {
	case l.drag.y < edge:
		l.ScrollToOffset(max(0, l.GetScrollOffset()-stepHeight()/2))
	case l.drag.y > room-edge:
		l.ScrollToOffset(l.GetScrollOffset() + stepHeight()/2)
	}
	to := int((l.drag.y+l.GetScrollOffset())/stepPitch() + 0.5)
	l.drag.to = max(0, min(to, len(l.panel.steps)))
	l.Refresh()
}

// drop ends it.
func (l *stepList) drop(take bool) {
	d := l.drag
	l.drag = stepDrag{}
	if !d.on {
		return
	}
	if to := d.to; take && d.from < len(l.panel.steps) {
		if to > d.from {
			to--
		}
		l.panel.move(l.panel.steps[d.from].ID, to)
		return
	}
	l.Refresh()
}
