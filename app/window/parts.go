package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"warrant/app/window/control"
	"warrant/app/window/keys"
	"warrant/canvas/tool"
)

// part is a part of the window that a person goes to with one key. What is in
// it is walked with Tab.
type part struct {
	object fyne.CanvasObject
	gate   *gate
}

// newPart makes a part of an object, and what is laid out in place of that.
func newPart(o fyne.CanvasObject) (*part, fyne.CanvasObject) {
	p := &part{gate: &gate{}}
	p.gate.ExtendBaseWidget(p.gate)
	p.object = container.NewStack(p.gate, o)
	return p, p.object
}

// gate is where a part begins in the toolkit's order of the keys. It is
// passed by unless it is open.
type gate struct {
	widget.BaseWidget
	open bool
}

func (g *gate) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}
func (g *gate) FocusGained()            {}
func (g *gate) FocusLost()              {}
func (g *gate) TypedRune(rune)          {}
func (g *gate) TypedKey(*fyne.KeyEvent) {}
func (g *gate) Enable()                 {}
func (g *gate) Disable()                {}
func (g *gate) Disabled() bool          { return !g.open }

// enter gives the keys to the first control of a part, and reports whether it
// has one.
func (p *part) enter(c fyne.Canvas) bool {
	if !p.object.Visible() || p.object.Size().IsZero() {
		return false
	}
	p.gate.open = true
	c.Focus(p.gate)
	c.FocusNext()
	p.gate.open = false
	return p.holds(c.Focused())
}

// holds reports whether a control stands in the part.
func (p *part) holds(f fyne.Focusable) bool {
	o, ok := f.(fyne.CanvasObject)
	if !ok || f == fyne.Focusable(p.gate) {
		return false
	}
	d := fyne.CurrentApp().Driver()
	at, from := d.AbsolutePositionForObject(o), d.AbsolutePositionForObject(p.object)
	at = at.AddXY(o.Size().Width/2, o.Size().Height/2)
	size := p.object.Size()
	return at.X >= from.X && at.Y >= from.Y && at.X <= from.X+size.Width && at.Y <= from.Y+size.Height
}

// nextPart gives the keys to the next part of the window, or the one before:
// header, left panel, canvas, inspector, foot. The canvas keeps Tab for
// itself, so this is the way out of it.
func (w *Window) nextPart(by int) {
	if w.win.Canvas().Overlays().Top() != nil || w.starting() || w.presenting != nil {
		return
	}
	const canvasAt = 2
	n := len(w.parts) + 1
	at := -1
	focused := w.win.Canvas().Focused()
	for i, p := range w.parts {
		if focused != nil && p.holds(focused) {
			if at = i; i >= canvasAt {
				at++
			}
		}
	}
	if at < 0 {
		at = canvasAt
	}
	for range n {
		at = (at + by + n) % n
		switch {
		case at == canvasAt:
			w.surface.FocusByKeys()
			return
		case at < canvasAt && w.parts[at].enter(w.win.Canvas()), at > canvasAt && w.parts[at-1].enter(w.win.Canvas()):
			return
		}
	}
}

// unusedKey is what a key does where nothing has the keys, or what has them
// has no use for it: Escape leaves what lies over the window, and the
// function keys are commands everywhere.
func (w *Window) unusedKey(k *fyne.KeyEvent) {
	top := w.win.Canvas().Overlays().Top()
	switch {
	case w.presenting != nil && top == nil:
		w.presenting.key(tool.Key(k.Name), heldKeys())
		w.focusCanvas()
	case k.Name == fyne.KeyEscape && w.working != nil:
		w.working.cancel()
	case k.Name == fyne.KeyEscape && top != nil:
		w.escape(top)
		w.focusCanvas()
	case k.Name == fyne.KeyEscape:
		if w.win.Canvas().Focused() == nil {
			w.lookup.close()
		}
		w.focusCanvas()
	case top == nil && control.FunctionKey(k.Name):
		w.keyed(keys.Stroke{Key: k.Name, Mods: keys.OfCanvas("", heldKeys()).Mods & shift})
	}
}

// escape takes away what lies over the window, as if it had not been asked.
func (w *Window) escape(top fyne.CanvasObject) {
	if d := w.dialogs[top]; d != nil {
		d.Hide()
		return
	}
	if p, ok := top.(*picker); ok {
		p.Hide()
		return
	}
	w.win.Canvas().Overlays().Remove(top)
}

// answerNone escapes all that lies over the window.
func (w *Window) answerNone() {
	overlays := w.win.Canvas().Overlays()
	for range len(overlays.List()) {
		if top := overlays.Top(); top != nil {
			w.escape(top)
		}
	}
}
