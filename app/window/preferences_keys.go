package window

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/app/window/keys"
)

// keyPage is the page of the preferences on which a command is given another
// key: a list of all commands with a filter, and below it what can be done
// about the key of the one that is chosen.
type keyPage struct {
	w      *Window
	object fyne.CanvasObject
	filter *pageField
	list   *keyList
	found  []keys.Command
	at     int
	told   *widget.Label
	line   *fyne.Container // the buttons
	stage  *fyne.Container // the text and the buttons, or the recorder
}

func newKeyPage(w *Window) *keyPage {
	p := &keyPage{w: w}
	p.filter = &pageField{}
	p.filter.ExtendBaseWidget(p.filter)
	p.filter.SetPlaceHolder(language.Say("Commands or keys…"))
	p.filter.OnChanged = func(string) { p.find() }
	p.list = newKeyList(p)
	p.told = widget.NewLabel("")
	p.told.Wrapping = fyne.TextWrapWord
	p.line = container.NewHBox()
	p.stage = container.NewStack()
	p.object = container.New(keyPageLayout{}, p.filter, p.list, p.stage)
	p.find()
	return p
}

// keyPageLayout sets the filter above, the list, and what is done below it:
// as high as its largest, so that the list does not move.
type keyPageLayout struct{}

func (keyPageLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return fyne.NewSize(360, 300) }

func (keyPageLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const gap = 6
	top, low := o[0].MinSize().Height, 4.4*o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(size.Width, top))
	o[1].Move(fyne.NewPos(0, top+gap))
	o[1].Resize(fyne.NewSize(size.Width, size.Height-top-low-2*gap))
	o[2].Move(fyne.NewPos(0, size.Height-low))
	o[2].Resize(fyne.NewSize(size.Width, low))
}

// find lists the commands whose name or key has all the words.
func (p *keyPage) find() {
	words := strings.Fields(strings.ToLower(p.filter.Text))
	var chosen string
	if p.at < len(p.found) {
		chosen = p.found[p.at].Name
	}
	p.found, p.at = nil, 0
	for _, c := range p.w.menu.keys.Commands() {
		text := strings.ToLower(language.Translate(c.Name) + " " + p.w.menu.keys.Of(c.Name).String())
		if !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) }) {
			if c.Name == chosen {
				p.at = len(p.found)
			}
			p.found = append(p.found, c)
		}
	}
	p.list.Refresh()
	if len(p.found) > 0 && p.list.Size().Height > 0 {
		p.list.Select(p.at)
	}
	p.offer("")
}

// offer says of the chosen command which key it has, or what there is to say
// instead, and what can be done.
func (p *keyPage) offer(instead string, buttons ...fyne.CanvasObject) {
	p.told.Text, p.line.Objects = instead, buttons
	if instead == "" && p.at < len(p.found) {
		c := p.found[p.at]
		now := p.w.menu.keys
		changed := now.Changed(c.Name)
		p.told.Text = p.keyOf(c)
		if changed && c.Own.Key != "" {
			p.told.Text += " · " + language.Say("%s as it came", c.Own)
		}
		p.line.Objects = append(p.line.Objects, p.button(language.Say("Change…"), func() { p.record() }))
		if now.Of(c.Name).Key != "" {
			p.line.Objects = append(p.line.Objects, p.button(language.Say("No Key"), func() { p.put(c, keys.Stroke{}) }))
		}
		if changed {
			p.line.Objects = append(p.line.Objects, p.button(language.Say("As It Came"), func() {
				p.change(func(k *keys.Map) { k.Reset(c.Name) })
			}))
		}
		if len(now.Stored()) > 0 {
			p.line.Objects = append(p.line.Objects, p.button(language.Say("All As They Came"), func() {
				p.change((*keys.Map).ResetAll)
			}))
		}
	}
	p.line.Refresh()
	p.stage.Objects = []fyne.CanvasObject{container.NewVBox(p.told, p.line)}
	p.stage.Refresh()
	p.told.Refresh()
}

func (p *keyPage) keyOf(c keys.Command) string {
	text := language.Translate(c.Name)
	for i, s := range append([]keys.Stroke{p.w.menu.keys.Of(c.Name)}, p.w.menu.keys.Also(c.Name)...) {
		if s.Key == "" {
			continue
		}
		if i == 0 || p.w.menu.keys.Of(c.Name).Key == "" {
			text += ": " + s.String()
		} else {
			text += ", " + s.String()
		}
	}
	return text
}

// button is one that gives the keys back to the list.
func (p *keyPage) button(text string, then func()) fyne.CanvasObject {
	b := control.NewButton(text, "", func() {
		p.w.win.Canvas().Focus(p.list)
		then()
	})
	b.Framed = true
	return b
}

// record listens for the new key.
func (p *keyPage) record() {
	if p.at >= len(p.found) {
		return
	}
	c := p.found[p.at]
	back := func() { p.w.win.Canvas().Focus(p.list) }
	r := newRecorder(p.w, language.Say("Press the new key of “%s”. Escape leaves it as it is.", language.Translate(c.Name)), func(s keys.Stroke) {
		back()
		p.hear(c, s)
	}, func() {
		back()
		p.offer("")
	})
	frame := canvas.NewRectangle(color.Transparent)
	frame.StrokeColor, frame.StrokeWidth, frame.CornerRadius = theme.Color(theme.ColorNamePrimary), 2, 6
	p.stage.Objects = []fyne.CanvasObject{frame, container.NewCenter(r)}
	p.stage.Refresh()
	p.w.win.Canvas().Focus(r)
}

// hear gives the command the stroke, asks first where another command has
// it, and says where it cannot be.
func (p *keyPage) hear(c keys.Command, s keys.Stroke) {
	if why := p.w.menu.keys.Refused(c.Name, s); why != "" {
		p.offer(why+".", p.button(language.Say("Another Key…"), p.record), p.button(language.Say("Leave It"), func() { p.offer("") }))
		return
	}
	if other := p.w.menu.keys.Does(s); other != "" && other != c.Name {
		p.offer(language.Say("%s is “%s”.", s, language.Translate(other)),
			p.button(language.Say("Take It Over"), func() { p.put(c, s) }),
			p.button(language.Say("Another Key…"), p.record),
			p.button(language.Say("Leave It"), func() { p.offer("") }))
		p.w.win.Canvas().Focus(p.line.Objects[0].(fyne.Focusable))
		return
	}
	p.put(c, s)
}

func (p *keyPage) put(c keys.Command, s keys.Stroke) {
	p.change(func(k *keys.Map) { k.Change(c.Name, s) })
}

func (p *keyPage) change(how func(*keys.Map)) {
	p.w.setKey(how)
	p.find()
}

// keyList is the list of commands; Return asks for a new key, Delete takes
// the key away.
type keyList struct {
	widget.List
	p     *keyPage
	keyed bool // the highlight moves by a key, not by the pointer passing
}

func newKeyList(p *keyPage) *keyList {
	l := &keyList{p: p}
	l.Length = func() int { return len(p.found) }
	l.CreateItem = func() fyne.CanvasObject {
		key := widget.NewLabelWithStyle("", fyne.TextAlignTrailing, fyne.TextStyle{Bold: true})
		return container.NewBorder(nil, nil, nil, key, widget.NewLabel(""))
	}
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		row, c := o.(*fyne.Container), p.found[i]
		name := language.Translate(c.Name)
		if p.w.menu.keys.Changed(c.Name) {
			name += " •"
		}
		row.Objects[0].(*widget.Label).SetText(name)
		row.Objects[1].(*widget.Label).SetText(p.w.menu.keys.Of(c.Name).String())
	}
	choose := func(i widget.ListItemID) {
		if i != p.at {
			p.at = i
			p.offer("")
		}
	}
	l.OnSelected = choose
	l.OnHighlighted = func(i widget.ListItemID) {
		if l.keyed {
			l.Select(i)
		}
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey implements fyne.Focusable.
func (l *keyList) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.p.record()
	case fyne.KeyDelete, fyne.KeyBackspace:
		if l.p.at < len(l.p.found) {
			l.p.put(l.p.found[l.p.at], keys.Stroke{})
		}
	case fyne.KeyUp, fyne.KeyDown:
		l.keyed = true
		l.List.TypedKey(e)
		l.keyed = false
	default:
		control.Unused(l, e)
	}
}

// pageField is a field that Escape and Tab leave.
type pageField struct{ widget.Entry }

// AcceptsTab is false also where there are several lines.
func (f *pageField) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable.
func (f *pageField) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		control.Unused(f, e)
		return
	}
	f.Entry.TypedKey(e)
}
