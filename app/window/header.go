package window

import (
	"image/color"
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/app/window/keys"
	"warrant/assets"
	"warrant/canvas/palette"
	"warrant/canvas/tool"
)

// header is the bar at the top: the map's name and state, undo, the tools,
// search, and what is done with a whole map.
type header struct {
	object fyne.CanvasObject
	title  *canvas.Text
	state  *canvas.Text
	undo   *control.Button
	redo   *control.Button
	modes  map[tool.Mode]*control.Button
	tools  []*control.Button          // in order
	named  map[*control.Button]string // the command that each button does
	search *searchBox
	rule   *canvas.Rectangle
	said   named // in full
}

// named is what the header says of the open map.
type named struct{ title, file, state string }

func newHeader(w *Window) *header {
	h := &header{
		title: canvas.NewText("", color.Black),
		state: canvas.NewText("", color.Black),
		modes: make(map[tool.Mode]*control.Button),
		named: make(map[*control.Button]string),
	}
	h.title.TextStyle.Bold = true
	logo := canvas.NewImageFromResource(fyne.NewStaticResource("icon.png", assets.Icon))
	logo.FillMode = canvas.ImageFillContain
	logo.SetMinSize(fyne.NewSize(24, 24))
	name := container.New(&nameLayout{h}, logo, h.title, h.state)

	h.undo = iconButton(theme.ContentUndoIcon(), w.undo)
	h.redo = iconButton(theme.ContentRedoIcon(), w.redo)
	for _, t := range []struct {
		mode          tool.Mode
		text, command string
	}{
		{tool.Selecting, language.Say("Select"), "Select"}, {tool.AddingClaim, language.Say("Claim"), "Claim"},
		{tool.AddingSupport, language.Say("Support"), "Support"}, {tool.AddingObjection, language.Say("Objection"), "Objection"},
		{tool.AddingEvidence, language.Say("Evidence"), "Evidence on a Link"},
	} {
		b := control.NewButton(t.text, "", func() { w.tool.SetMode(t.mode); w.focusCanvas() })
		h.modes[t.mode] = b
		h.named[b] = t.command
		h.tools = append(h.tools, b)
	}
	h.search = newSearchBox(w)
	export := control.NewButton(language.Say("Export"), "", w.export)
	arrange := control.NewButton(language.Say("Arrange"), "", w.arrangeAll)
	present := control.NewButton(language.Say("Present"), "", func() { w.present(0) })
	arrange.Framed, export.Framed, present.Primary = true, true, true
	for b, name := range map[*control.Button]string{h.undo: "Undo", h.redo: "Redo", arrange: "Arrange", export: "Export Picture…", present: "Present"} {
		h.named[b] = name
	}
	for b, name := range h.named {
		w.telling(b, name)
	}
	bar := container.New(&headerLayout{h}, name, h.undo, h.redo) // in the order in which Tab goes
	for _, b := range h.tools {
		bar.Add(b)
	}
	for _, o := range []fyne.CanvasObject{h.search, arrange, export, present} {
		bar.Add(o)
	}
	h.rule = hairline()
	h.object = container.NewBorder(nil, h.rule, nil, nil, container.New(&fixedHeight{headerHeight() - 1}, bar))
	return h
}

func iconButton(icon fyne.Resource, tapped func()) *control.Button {
	b := control.NewButton("", "", tapped)
	b.Icon = theme.NewThemedResource(icon)
	return b
}

func (h *header) recolor(p *palette.Palette) {
	h.rule.FillColor = p.Of(palette.Rule)
	canvas.Refresh(h.rule)
	h.title.TextSize, h.state.TextSize = theme.TextSize(), theme.CaptionTextSize()
	h.title.Color, h.state.Color = p.Of(palette.Text), p.Of(palette.Muted)
	canvas.Refresh(h.title)
	canvas.Refresh(h.state)
}

// rekey shows the keys that are in force.
func (h *header) rekey(k *keys.Map) {
	for _, b := range h.tools {
		if key := k.Of(h.named[b]).String(); b.Key != key {
			b.Key = key
			b.Refresh()
		}
	}
	h.search.tellKey(k.Of("Find").String())
}

// name says what the open map is called, the file it is in, if any, and
// whether it is saved.
func (h *header) name(title, file, state string) {
	said := named{title, file, state}
	if h.said == said {
		return
	}
	h.said = said
	h.fit()
	canvas.Refresh(h.title)
	canvas.Refresh(h.state)
}

// fit cuts what is too long; whether the map is saved is always said.
func (h *header) fit() {
	width := h.title.Size().Width
	h.title.Text = cutTo(h.said.title, width, h.title)
	h.state.Text = h.said.state
	if h.said.file != "" {
		tail := " · " + h.said.state
		h.state.Text = cutTo(h.said.file, width-fyne.MeasureText(tail, h.state.TextSize, h.state.TextStyle).Width, h.state) + tail
	}
}

// cutTo is as much of a text as a width holds in the manner of t, with an
// ellipsis where that is not all. Without a width it is all.
func cutTo(s string, width float32, t *canvas.Text) string {
	fits := func(s string) bool { return fyne.MeasureText(s, t.TextSize, t.TextStyle).Width <= width }
	if width <= 0 || fits(s) {
		return s
	}
	runes := []rune(s)
	n := sort.Search(min(len(runes), 400), func(n int) bool { return !fits(string(runes[:n+1]) + "…") })
	return strings.TrimRight(string(runes[:n]), " ") + "…"
}

// nameWidth is the width of the left panel: the title stands above it.
const nameWidth = 280

// nameLayout sets the icon, the title and below it the file's state; what is
// too long is cut.
type nameLayout struct{ h *header }

func (*nameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(48, 46) }

func (l *nameLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(24, 24))
	y := (size.Height - o[1].MinSize().Height - o[2].MinSize().Height) / 2
	o[0].Move(fyne.NewPos(14, (size.Height-24)/2))
	for _, one := range o[1:] {
		t := one.(*canvas.Text)
		t.Move(fyne.NewPos(48, y))
		t.Resize(fyne.NewSize(size.Width-52, t.MinSize().Height))
		show(t, size.Width > 100)
		y += t.MinSize().Height
	}
	l.h.fit()
}

// headerLayout sets the name above the left panel, the tools after it, and
// search and what is done with the whole map at the right. Where there is
// little room it gives up the keys' letters first, then the search's width,
// then the room of the name.
type headerLayout struct{ h *header }

func (*headerLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(400, headerHeight()-1)
}

func (l *headerLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const gap, edge = 4, 12
	name, search, right := o[0], o[len(o)-4], o[len(o)-3:]
	h := l.h
	width := func() (tools float32) {
		for _, b := range h.tools {
			tools += b.MinSize().Width + gap
		}
		return tools + 2*(h.undo.MinSize().Width+gap) + edge
	}
	var rest float32 = edge
	for _, b := range right {
		rest += b.MinSize().Width + 2*gap
	}
	left, find := float32(nameWidth), float32(200)
	for _, b := range h.tools {
		b.Brief(false)
	}
	if left+width()+find+rest > size.Width {
		for _, b := range h.tools {
			b.Brief(true)
		}
	}
	if over := left + width() + find + rest - size.Width; over > 0 {
		find = max(find-over, 7*theme.TextSize())
	}
	if over := left + width() + find + rest - size.Width; over > 0 {
		left = max(left-over, 48)
	}
	put := func(b fyne.CanvasObject, x, w float32) {
		m := b.MinSize().Height
		b.Resize(fyne.NewSize(w, m))
		b.Move(fyne.NewPos(x, (size.Height-m)/2))
	}
	name.Move(fyne.NewPos(0, 0))
	name.Resize(fyne.NewSize(left, size.Height))
	x := left + edge
	for _, b := range append([]*control.Button{h.undo, h.redo}, h.tools...) {
		w := b.MinSize().Width
		put(b, x, w)
		x += w + gap
	}
	x = size.Width - edge
	for i := len(right) - 1; i >= 0; i-- {
		w := right[i].MinSize().Width
		x -= w
		put(right[i], x, w)
		x -= 2 * gap
	}
	put(search, x-find, find)
}

type fixedHeight struct{ h float32 }

func (f *fixedHeight) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, f.h)
}

func (f *fixedHeight) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

func space(w float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(w, 1))
	return r
}

// hairline is a line between parts of the window; recolor gives it a colour.
func hairline() *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}
