package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/canvas/palette"
)

// tab is one panel of the left side, by its English name.
type tab struct {
	name   string
	object fyne.CanvasObject
}

// tabs shows one panel of several, with their names above.
type tabs struct {
	object  fyne.CanvasObject
	rules   []*canvas.Rectangle
	heads   []*control.Button
	lines   []*canvas.Rectangle
	all     []tab
	palette *palette.Palette
	chosen  int
	width   float32 // of the panel
}

func newTabs(all ...tab) *tabs {
	t := &tabs{all: all}
	heads := container.New(&tabHeads{t})
	panels := container.NewStack()
	for i, one := range all {
		b := control.NewButton(language.Translate(one.name), "", func() { t.choose(i) })
		b.Plain = true
		line := canvas.NewRectangle(color.Transparent)
		line.SetMinSize(fyne.NewSize(1, 2))
		t.heads, t.lines = append(t.heads, b), append(t.lines, line)
		heads.Add(container.NewBorder(nil, line, nil, nil, b))
		panels.Add(one.object)
	}
	rule, edge := hairline(), hairline()
	t.rules = []*canvas.Rectangle{rule, edge}
	top := container.NewVBox(space(2), heads)
	t.object = container.NewBorder(nil, nil, nil, edge,
		container.New(headThenBody{t}, container.NewBorder(nil, rule, nil, nil, top), panels))
	t.choose(0)
	return t
}

// tabHeads sets the names side by side. Where the words of a language are too
// long for that, each gives up some of the room around it, and where that is
// not enough they are written smaller, and then in two rows.
type tabHeads struct{ t *tabs }

const (
	tabsIn    = 8  // from the left end
	tabAround = 20 // a name
	tabSpare  = 8  // what of that it can give up
)

// wide is how much names would take side by side, if each had this around it.
func (l *tabHeads) wide(heads []*control.Button, size fyne.ThemeSizeName, around float32) float32 {
	w := float32(tabsIn)
	for _, b := range heads {
		w += fyne.MeasureText(b.Text, b.Theme().Size(size), fyne.TextStyle{Bold: true}).Width + around
	}
	return w
}

// first returns how many names stand in the first row.
func (l *tabHeads) first(width float32) int {
	n := len(l.t.heads)
	if width <= 0 || l.wide(l.t.heads, theme.SizeNameCaptionText, tabAround-tabSpare-4) <= width+tabsIn {
		return n
	}
	return (n + 1) / 2
}

func (l *tabHeads) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := o[0].MinSize().Height
	if l.first(l.t.width) < len(o) {
		h *= 2
	}
	return fyne.NewSize(0, h)
}

func (l *tabHeads) Layout(o []fyne.CanvasObject, size fyne.Size) {
	n := l.first(size.Width)
	small := false
	for _, row := range [][]*control.Button{l.t.heads[:n], l.t.heads[n:]} {
		small = small || l.wide(row, theme.SizeNameText, tabAround) > size.Width+tabSpare*float32(len(row))
	}
	for _, b := range l.t.heads {
		if b.Small != small {
			b.Small = small
			b.Refresh()
		}
	}
	h := size.Height
	if n < len(o) {
		h /= 2
		l.row(o[n:], size.Width, h, h)
	}
	l.row(o[:n], size.Width, 0, h)
}

func (l *tabHeads) row(o []fyne.CanvasObject, width, y, h float32) {
	wide := float32(tabsIn)
	for _, head := range o {
		wide += head.MinSize().Width
	}
	less := max(wide-width, 0) / float32(len(o))
	x := min(float32(tabsIn), max(tabsIn-less, 0))
	for _, head := range o {
		w := head.MinSize().Width - less
		head.Move(fyne.NewPos(x, y))
		head.Resize(fyne.NewSize(w, h))
		x += w
	}
}

// headThenBody sets one above the other, which takes the room that is left.
// The toolkit's border does that too, but has the keys come to the head last.
// How high the head is follows from the width.
type headThenBody struct{ t *tabs }

func (headThenBody) MinSize(o []fyne.CanvasObject) fyne.Size {
	head, body := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(head.Width, body.Width), head.Height+body.Height)
}

func (l headThenBody) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.t.width = size.Width
	top := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(size.Width, top))
	o[1].Move(fyne.NewPos(0, top))
	o[1].Resize(fyne.NewSize(size.Width, size.Height-top))
}

// named chooses a panel by its name.
func (t *tabs) named(name string) {
	for i := range t.all {
		if t.all[i].name == name {
			t.choose(i)
		}
	}
}

func (t *tabs) choose(i int) {
	t.chosen = i
	for j := range t.all {
		show(t.all[j].object, j == i)
		t.heads[j].Choose(j == i)
	}
	t.underline()
}

func (t *tabs) underline() {
	for j, l := range t.lines {
		l.FillColor = color.Transparent
		if j == t.chosen && t.palette != nil {
			l.FillColor = t.palette.Of(palette.Contention)
		}
		canvas.Refresh(l)
	}
}

func (t *tabs) recolor(p *palette.Palette) {
	t.palette = p
	for _, r := range t.rules {
		r.FillColor = p.Of(palette.Rule)
		canvas.Refresh(r)
	}
	t.underline()
}
