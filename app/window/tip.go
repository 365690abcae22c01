package window

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"warrant/app/language"
	"warrant/canvas/palette"
)

// linger is how long the pointer, or the keys, must rest on a control before
// it says what it does.
const linger = 600 * time.Millisecond

// tip says beside a control what it does, and with which key. It lies over
// the window without taking part in it: nothing of it can be pointed at,
// clicked or given the keys.
type tip struct {
	w         *Window
	layer     *fyne.Container
	box       *canvas.Rectangle
	text, key *canvas.Text
	over      fyne.CanvasObject // that it speaks of, or is about to
	timer     *time.Timer
}

func newTip(w *Window) *tip {
	t := &tip{w: w, box: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", nil), key: canvas.NewText("", nil)}
	t.box.CornerRadius = 6
	t.layer = container.NewWithoutLayout(t.box, t.text, t.key)
	t.layer.Hide()
	return t
}

// of has a control say the name of a command and its key.
func (t *tip) of(b *button, name string) {
	b.means = language.Translate(name)
	b.pointed = func(on bool) {
		if !on {
			t.leave(b)
			return
		}
		t.ask(b, t.w.menu.says(name), t.w.menu.keys.Of(name).String()) // it may say what is undone
	}
}

// ask has a tip shown in a while, if nothing else comes between.
func (t *tip) ask(over fyne.CanvasObject, text, key string) {
	t.leave(t.over)
	t.over = over
	t.timer = time.AfterFunc(linger, func() {
		fyne.Do(func() {
			if t.over == over {
				t.show(text, key)
			}
		})
	})
}

// leave takes the tip of a control away, or what would become one.
func (t *tip) leave(over fyne.CanvasObject) {
	if t.over != over {
		return
	}
	t.over = nil
	if t.timer != nil {
		t.timer.Stop()
		t.timer = nil
	}
	if t.layer.Visible() {
		t.layer.Hide()
		t.w.win.Canvas().Refresh(t.layer)
	}
}

// The room in a tip, and between it and its control.
const (
	tipPad = 7
	tipGap = 6
)

func (t *tip) show(text, key string) {
	p := t.w.palette()
	size := t.w.look.Size(theme.SizeNameCaptionText) + 1
	t.text.Text, t.text.TextSize, t.text.Color = text, size, p.Of(palette.Text)
	t.key.Text, t.key.TextSize, t.key.Color = key, size, p.Of(palette.Muted)
	t.box.FillColor, t.box.StrokeColor, t.box.StrokeWidth = p.Of(palette.Surface), p.Of(palette.CardBorder), 1
	said, keyed := t.text.MinSize(), t.key.MinSize()
	want := fyne.NewSize(said.Width+2*tipPad, said.Height+2*tipPad-4)
	if key != "" {
		want.Width += keyed.Width + 2*tipPad
	}
	t.layer.Show() // first: what is hidden stands nowhere
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.over)
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.layer)
	at = at.Subtract(from)
	room, over := t.layer.Size(), t.over.Size()
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
	t.w.win.Canvas().Refresh(t.layer) // what was never shown does not know its canvas
}
