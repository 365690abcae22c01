package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/canvas/palette"
)

// asideBar says over the canvas what has been put aside, and ends that.
type asideBar struct {
	a      *aside
	object *fyne.Container
	back   *canvas.Rectangle
	filter *asideLine
	focus  *asideLine
}

// asideLine is one line of the bar: what it says and what can be done.
type asideLine struct {
	object *fyne.Container
	text   *canvas.Text
}

func newAsideLine(buttons ...*control.Button) *asideLine {
	l := &asideLine{text: canvas.NewText("", nil)}
	row := container.NewHBox()
	for _, b := range buttons {
		b.Caption = true
		row.Add(b)
	}
	l.object = container.New(&asideLineLayout{}, l.text, row)
	return l
}

func newAsideBar(a *aside) *asideBar {
	b := &asideBar{a: a, back: canvas.NewRectangle(nil)}
	b.back.CornerRadius, b.back.StrokeWidth = 8, 1
	b.filter = newAsideLine(
		control.NewButton(language.Say("Select all"), "", func() { a.selectMatching() }),
		control.NewButton(language.Say("Change"), "", func() { a.w.findFilter() }),
		control.NewButton(language.Say("Clear"), "", func() { a.clear(); a.w.focusCanvas() }))
	b.focus = newAsideLine(control.NewButton(language.Say("End"), "Esc", func() { a.w.endFocus(); a.w.focusCanvas() }))
	b.object = container.New(&asideLayout{}, b.back, container.NewVBox(b.focus.object, b.filter.object))
	b.object.Hide()
	return b
}

// show follows what is aside.
func (b *asideBar) show() {
	for _, one := range []struct {
		line *asideLine
		says string
	}{{b.focus, b.a.focusSays()}, {b.filter, b.a.filterSays()}} {
		one.line.text.Text = one.says
		show(one.line.object, one.says != "")
	}
	show(b.object, b.focus.text.Text+b.filter.text.Text != "")
	b.recolor(b.a.w.palette())
	b.object.Refresh()
}

func (b *asideBar) recolor(p *palette.Palette) {
	b.back.FillColor, b.back.StrokeColor = p.Of(palette.Surface), p.Of(palette.CardBorder)
	for _, l := range []*asideLine{b.focus, b.filter} {
		l.text.Color, l.text.TextSize = p.Of(palette.Text), 12
		canvas.Refresh(l.text)
	}
	canvas.Refresh(b.back)
}

// asideLayout sets the bar at the top of the canvas, in its middle, as wide
// as what it says.
type asideLayout struct{}

func (*asideLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(10, 10) }

func (*asideLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const margin, pad = 10, 6
	m := o[1].MinSize()
	w := min(m.Width+2*pad+4, size.Width-2*margin)
	at := fyne.NewPos((size.Width-w)/2, margin)
	o[0].Move(at)
	o[0].Resize(fyne.NewSize(w, m.Height+2*pad-4))
	o[1].Move(at.AddXY(pad+4, pad-2))
	o[1].Resize(fyne.NewSize(w-2*pad-4, m.Height))
}

// asideLineLayout sets the buttons at the right and cuts the text before
// them.
type asideLineLayout struct{}

func (*asideLineLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	t, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(t.Width+16+b.Width, max(t.Height, b.Height))
}

func (*asideLineLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	b := o[1].MinSize()
	t := o[0].MinSize().Height
	o[0].Move(fyne.NewPos(0, (size.Height-t)/2))
	o[0].Resize(fyne.NewSize(size.Width-b.Width-8, t))
	o[1].Move(fyne.NewPos(size.Width-b.Width, (size.Height-b.Height)/2))
	o[1].Resize(b)
}
