package control

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"warrant/canvas/palette"
)

// linger is how long the pointer, or the keys, must rest on a control before
// it says what it does.
const linger = 600 * time.Millisecond

// Tip says beside a control what it does, and with which key. It lies over
// the window without taking part in it: nothing of it can be pointed at,
// clicked or given the keys.
type Tip struct {
	Layer     *fyne.Container // to be laid over the window
	colors    func() *palette.Palette
	box       *canvas.Rectangle
	text, key *canvas.Text
	over      fyne.CanvasObject // that it speaks of, or is about to
	timer     *time.Timer
}

// NewTip returns a tip in the colours in force.
func NewTip(colors func() *palette.Palette) *Tip {
	t := &Tip{colors: colors, box: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", nil), key: canvas.NewText("", nil)}
	t.box.CornerRadius = 6
	t.Layer = container.NewWithoutLayout(t.box, t.text, t.key)
	t.Layer.Hide()
	return t
}

// Ask has a tip shown in a while, if nothing else comes between.
func (t *Tip) Ask(over fyne.CanvasObject, text, key string) {
	t.Leave(t.over)
	t.over = over
	t.timer = time.AfterFunc(linger, func() {
		fyne.Do(func() {
			if t.over == over {
				t.show(text, key)
			}
		})
	})
}

// Over returns the control of which it speaks, or is about to; nil for none.
func (t *Tip) Over() fyne.CanvasObject { return t.over }

// Leave takes the tip of a control away, or what would become one.
func (t *Tip) Leave(over fyne.CanvasObject) {
	if t.over != over {
		return
	}
	if t.timer != nil {
		t.timer.Stop()
		t.timer = nil
	}
	if t.Layer.Visible() {
		t.Layer.Hide()
		t.refresh()
	}
	t.over = nil
}

// The room in a tip, and between it and its control.
const (
	tipPad = 7
	tipGap = 6
)

func (t *Tip) show(text, key string) {
	p := t.colors()
	size := theme.CaptionTextSize() + 1
	t.text.Text, t.text.TextSize, t.text.Color = text, size, p.Of(palette.Text)
	t.key.Text, t.key.TextSize, t.key.Color = key, size, p.Of(palette.Muted)
	t.box.FillColor, t.box.StrokeColor, t.box.StrokeWidth = p.Of(palette.Surface), p.Of(palette.CardBorder), 1
	said, keyed := t.text.MinSize(), t.key.MinSize()
	want := fyne.NewSize(said.Width+2*tipPad, said.Height+2*tipPad-4)
	if key != "" {
		want.Width += keyed.Width + 2*tipPad
	}
	t.Layer.Show() // first: what is hidden stands nowhere
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.over)
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.Layer)
	at = at.Subtract(from)
	room, over := t.Layer.Size(), t.over.Size()
	x := max(min(at.X+over.Width/2-want.Width/2, room.Width-want.Width-4), 4)
	y := at.Y + over.Height + tipGap
	if y+want.Height > room.Height {
		y = at.Y - want.Height - tipGap
	}
	t.box.Move(fyne.NewPos(x, y))
	t.box.Resize(want)
	t.text.Move(fyne.NewPos(x+tipPad, y+tipPad-2))
	t.text.Resize(said)
	t.key.Move(fyne.NewPos(x+want.Width-tipPad-keyed.Width, y+tipPad-2))
	t.key.Resize(keyed)
	t.refresh()
}

// refresh has the layer drawn by the canvas of what it speaks of: what was
// never shown does not know its own.
func (t *Tip) refresh() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.over); c != nil {
		c.Refresh(t.Layer)
	}
}
