package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"warrant/app/window/panel"
)

// button is a flat button of the header and the foot: a word, the key that
// does the same, and no frame until it is pointed at, chosen or focused.
type button struct {
	widget.BaseWidget
	text    string
	key     string
	icon    fyne.Resource
	chosen  bool
	framed  bool
	primary bool // the one thing to press: filled
	off     bool
	caption bool // small, for the foot
	small   bool // only the text is
	short   bool // the key is not shown
	leading bool // the text stands at the left, not in the middle
	plain   bool // chosen shows by weight alone: a tab, which is underlined
	color   fyne.ThemeColorName
	tapped  func()
	means   string        // in words, where it shows a sign
	pointed func(on bool) // the pointer, or the keys, have come or gone

	hovered, focused bool
}

var (
	_ fyne.Focusable    = (*button)(nil)
	_ fyne.Tappable     = (*button)(nil)
	_ fyne.Accessible   = (*button)(nil)
	_ desktop.Hoverable = (*button)(nil)
)

func newButton(text, key string, tapped func()) *button {
	b := &button{text: text, key: key, tapped: tapped, color: theme.ColorNameForeground}
	b.ExtendBaseWidget(b)
	return b
}

func (b *button) Tapped(*fyne.PointEvent) {
	b.point(false)
	if !b.off {
		b.tapped()
	}
}

func (b *button) MouseIn(*desktop.MouseEvent)    { b.hovered = true; b.Refresh(); b.point(true) }
func (b *button) MouseMoved(*desktop.MouseEvent) {}
func (b *button) MouseOut()                      { b.hovered = false; b.Refresh(); b.point(false) }
func (b *button) FocusGained()                   { b.focused = true; b.Refresh(); b.point(true) }
func (b *button) FocusLost()                     { b.focused = false; b.Refresh(); b.point(false) }
func (b *button) TypedRune(r rune) {
	if r == ' ' {
		b.Tapped(nil)
	}
}
func (b *button) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		b.Tapped(nil)
		return
	}
	panel.Unused(b, e)
}

// AccessibilityLabel is what the toolkit tells those who do not see it, on
// macOS and Windows in a build with its tag accessibility.
func (b *button) AccessibilityLabel() string {
	if b.text == "" {
		return b.means
	}
	return b.text
}

// AccessibilityRole is that of a button.
func (b *button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (b *button) point(on bool) {
	if b.pointed != nil {
		b.pointed(on)
	}
}

// set changes what may change of a button.
func (b *button) set(text string, off bool) {
	if b.text != text || b.off != off {
		b.text, b.off = text, off
		b.Refresh()
	}
}

// brief hides the key's letter where room is scarce.
func (b *button) brief(on bool) {
	if b.short != on {
		b.short = on
		b.Refresh()
	}
}

func (b *button) choose(chosen bool) {
	if b.chosen != chosen {
		b.chosen = chosen
		b.Refresh()
	}
}

func (b *button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{b: b,
		back:  canvas.NewRectangle(color.Transparent),
		label: canvas.NewText("", nil), hint: canvas.NewText("", nil),
	}
	r.back.CornerRadius = 6
	r.objects = []fyne.CanvasObject{r.back, r.label, r.hint}
	if b.icon != nil {
		r.image = canvas.NewImageFromResource(b.icon)
		r.image.FillMode = canvas.ImageFillContain
		r.objects = append(r.objects, r.image)
	}
	r.Refresh()
	return r
}

type buttonRenderer struct {
	b           *button
	back        *canvas.Rectangle
	label, hint *canvas.Text
	image       *canvas.Image
	objects     []fyne.CanvasObject
}

func (r *buttonRenderer) Destroy()                     {}
func (r *buttonRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *buttonRenderer) MinSize() fyne.Size {
	w, h := float32(20), float32(28)
	if r.b.caption {
		w, h = 10, 22
	}
	if r.image != nil {
		w += 16
		if r.b.text != "" {
			w += 6
		}
	}
	h = max(h, r.label.MinSize().Height+4)
	w += r.label.MinSize().Width
	if r.b.key != "" && !r.b.short {
		w += 10 + r.hint.MinSize().Width
	}
	return fyne.NewSize(w, h)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	x := (size.Width - r.MinSize().Width) / 2
	if r.b.leading {
		x = 0
	}
	if r.b.caption {
		x += 5
	} else {
		x += 10
	}
	if r.image != nil {
		r.image.Resize(fyne.NewSize(16, 16))
		r.image.Move(fyne.NewPos(x, (size.Height-16)/2))
		x += 22
	}
	m := r.label.MinSize()
	r.label.Move(fyne.NewPos(x, (size.Height-m.Height)/2-panel.Lifted(r.label.Text, r.label.TextSize)))
	x += m.Width + 10
	m = r.hint.MinSize()
	r.hint.Move(fyne.NewPos(x, (size.Height-m.Height)/2+1))
}

func (r *buttonRenderer) Refresh() {
	b := r.b
	v := fyne.CurrentApp().Settings().ThemeVariant()
	of := func(n fyne.ThemeColorName) color.Color { return b.Theme().Color(n, v) }
	size := b.Theme().Size(theme.SizeNameText)
	if b.caption || b.small {
		size = b.Theme().Size(theme.SizeNameCaptionText)
	}
	r.label.Text, r.label.TextSize = b.text, size
	r.label.TextStyle = fyne.TextStyle{Bold: b.chosen || b.framed || b.primary}
	r.label.Color = of(b.color)
	r.hint.Text, r.hint.TextSize = b.key, b.Theme().Size(theme.SizeNameCaptionText)
	show(r.hint, !b.short)
	r.hint.Color = of(theme.ColorNamePlaceHolder)
	if b.primary {
		r.label.Color = of(theme.ColorNameForegroundOnPrimary)
	}
	if b.off {
		r.label.Color = of(theme.ColorNameDisabled)
	}
	r.back.FillColor, r.back.StrokeWidth, r.back.StrokeColor = color.Transparent, 0, color.Transparent
	if b.framed || b.chosen && !b.plain {
		r.back.FillColor = of(theme.ColorNameButton)
	}
	if b.framed {
		r.back.StrokeWidth, r.back.StrokeColor = 1, of(theme.ColorNameSeparator)
	}
	if b.primary {
		r.back.FillColor = of(theme.ColorNamePrimary)
	}
	if b.hovered && !b.off {
		r.back.FillColor = of(theme.ColorNameHover)
	}
	if b.primary && b.hovered {
		c, _ := of(theme.ColorNamePrimary).(color.NRGBA)
		c.A = 0xDC
		r.back.FillColor = c
	}
	if b.focused {
		r.back.StrokeWidth, r.back.StrokeColor = 2, of(theme.ColorNamePrimary)
		if b.primary {
			r.back.StrokeColor = of(theme.ColorNameForeground)
		}
	}
	if r.image != nil {
		r.image.Translucency = 0
		if b.off {
			r.image.Translucency = 0.6
		}
		r.image.Refresh()
	}
	r.Layout(b.Size())
	canvas.Refresh(r.back)
	canvas.Refresh(r.label)
	canvas.Refresh(r.hint)
}
