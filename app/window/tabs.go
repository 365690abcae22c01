package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"warrant/app/language"
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
	heads   []*button
	lines   []*canvas.Rectangle
	all     []tab
	palette *palette.Palette
	chosen  int
}

func newTabs(all ...tab) *tabs {
	t := &tabs{all: all}
	heads := container.New(&tabHeads{t})
	panels := container.NewStack()
	for i, one := range all {
		b := newButton(language.Translate(one.name), "", func() { t.choose(i) })
		b.plain = true
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
		container.New(headThenBody{}, container.NewBorder(nil, rule, nil, nil, top), panels))
	t.choose(0)
	return t
}

// tabHeads sets the names side by side. Where the words of a language are too
// long for that, each gives up some of the room around it, and where that is
// not enough they are written smaller.
type tabHeads struct{ t *tabs }

const tabsIn = 8 // from the left end

func (*tabHeads) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, o[0].MinSize().Height)
}

func (l *tabHeads) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const around, spare = 20, 8 // a name; and what of that it can give up
	usual := float32(tabsIn)
	for _, b := range l.t.heads {
		usual += fyne.MeasureText(b.text, b.Theme().Size(theme.SizeNameText), fyne.TextStyle{Bold: true}).Width + around
	}
	wide := float32(tabsIn)
	for i, head := range o {
		b, small := l.t.heads[i], usual-size.Width > spare*float32(len(o))
		if b.small != small {
			b.small = small
			b.Refresh()
		}
		wide += head.MinSize().Width
	}
	less := max(wide-size.Width, 0) / float32(len(o))
	x := min(float32(tabsIn), max(tabsIn-less, 0))
	for _, head := range o {
		w := head.MinSize().Width - less
		head.Move(fyne.NewPos(x, 0))
		head.Resize(fyne.NewSize(w, size.Height))
		x += w
	}
}

// headThenBody sets one above the other, which takes the room that is left.
// The toolkit's border does that too, but has the keys come to the head last.
type headThenBody struct{}

func (headThenBody) MinSize(o []fyne.CanvasObject) fyne.Size {
	head, body := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(head.Width, body.Width), head.Height+body.Height)
}

func (headThenBody) Layout(o []fyne.CanvasObject, size fyne.Size) {
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
		t.heads[j].choose(j == i)
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
