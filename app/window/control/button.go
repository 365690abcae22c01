// Package control holds controls of our own and what lies beside them: buttons
// and choices that show where the keys are, and tips. It answers how a control
// looks, and what the pointer and the keys do to it; it never knows what is
// done then, nor anything of maps or the window.
package control

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Button is a flat button of the header and the foot: a word, the key that
// does the same, and no frame until it is pointed at, chosen or focused.
type Button struct {
	widget.BaseWidget
	Text    string
	Key     string
	Icon    fyne.Resource
	chosen  bool
	Framed  bool
	Primary bool // the one thing to press: filled
	off     bool
	Caption bool // small, for the foot
	Small   bool // only the text is
	short   bool // the key is not shown
	Leading bool // the text stands at the left, not in the middle
	Plain   bool // chosen shows by weight alone: a tab, which is underlined
	Color   fyne.ThemeColorName
	tapped  func()
	Means   string        // in words, where it shows a sign
	Pointed func(on bool) // the pointer, or the keys, have come or gone

	hovered, focused bool
}

var (
	_ fyne.Focusable    = (*Button)(nil)
	_ fyne.Tappable     = (*Button)(nil)
	_ fyne.Accessible   = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
)

// NewButton returns a button with a text and the key that does the same, which
// may be empty.
func NewButton(text, key string, tapped func()) *Button {
	b := &Button{Text: text, Key: key, tapped: tapped, Color: theme.ColorNameForeground}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped does what the button is for, unless it is off.
func (b *Button) Tapped(*fyne.PointEvent) {
	b.point(false)
	if !b.off {
		b.tapped()
	}
}

// The pointer, the keys and what they type, as the toolkit tells of them.

func (b *Button) MouseIn(*desktop.MouseEvent)    { b.hovered = true; b.Refresh(); b.point(true) }
func (b *Button) MouseMoved(*desktop.MouseEvent) {}
func (b *Button) MouseOut()                      { b.hovered = false; b.Refresh(); b.point(false) }
func (b *Button) FocusGained()                   { b.focused = true; b.Refresh(); b.point(true) }
func (b *Button) FocusLost()                     { b.focused = false; b.Refresh(); b.point(false) }
func (b *Button) TypedRune(r rune) {
	if r == ' ' {
		b.Tapped(nil)
	}
}
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		b.Tapped(nil)
		return
	}
	Unused(b, e)
}

// AccessibilityLabel is what the toolkit tells those who do not see it, on
// macOS and Windows in a build with its tag accessibility.
func (b *Button) AccessibilityLabel() string {
	if b.Text == "" {
		return b.Means
	}
	return b.Text
}

// AccessibilityRole is that of a button.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (b *Button) point(on bool) {
	if b.Pointed != nil {
		b.Pointed(on)
	}
}

// Set changes what may change of a button.
func (b *Button) Set(text string, off bool) {
	if b.Text != text || b.off != off {
		b.Text, b.off = text, off
		b.Refresh()
	}
}

// Brief hides the key's letter where room is scarce.
func (b *Button) Brief(on bool) {
	if b.short != on {
		b.short = on
		b.Refresh()
	}
}

// Choose marks it as the chosen one of several.
func (b *Button) Choose(chosen bool) {
	if b.chosen != chosen {
		b.chosen = chosen
		b.Refresh()
	}
}

func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{b: b,
		back:  canvas.NewRectangle(color.Transparent),
		label: canvas.NewText("", nil), hint: canvas.NewText("", nil),
	}
	r.back.CornerRadius = 6
	r.objects = []fyne.CanvasObject{r.back, r.label, r.hint}
	if b.Icon != nil {
		r.image = canvas.NewImageFromResource(b.Icon)
		r.image.FillMode = canvas.ImageFillContain
		r.objects = append(r.objects, r.image)
	}
	r.Refresh()
	return r
}

type buttonRenderer struct {
	b           *Button
	back        *canvas.Rectangle
	label, hint *canvas.Text
	image       *canvas.Image
	objects     []fyne.CanvasObject
}

func (r *buttonRenderer) Destroy()                     {}
func (r *buttonRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *buttonRenderer) MinSize() fyne.Size {
	w, h := float32(20), float32(28)
	if r.b.Caption {
		w, h = 10, 22
	}
	if r.image != nil {
		w += 16
		if r.b.Text != "" {
			w += 6
		}
	}
	h = max(h, r.label.MinSize().Height+4)
	w += r.label.MinSize().Width
	if r.b.Key != "" && !r.b.short {
		w += 10 + r.hint.MinSize().Width
	}
	return fyne.NewSize(w, h)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	x := (size.Width - r.MinSize().Width) / 2
	if r.b.Leading {
		x = 0
	}
	if r.b.Caption {
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
	r.label.Move(fyne.NewPos(x, (size.Height-m.Height)/2-Lifted(r.label.Text, r.label.TextSize)))
	x += m.Width + 10
	m = r.hint.MinSize()
	r.hint.Move(fyne.NewPos(x, (size.Height-m.Height)/2+1))
}

func (r *buttonRenderer) Refresh() {
	b := r.b
	v := fyne.CurrentApp().Settings().ThemeVariant()
	of := func(n fyne.ThemeColorName) color.Color { return b.Theme().Color(n, v) }
	size := b.Theme().Size(theme.SizeNameText)
	if b.Caption || b.Small {
		size = b.Theme().Size(theme.SizeNameCaptionText)
	}
	r.label.Text, r.label.TextSize = b.Text, size
	r.label.TextStyle = fyne.TextStyle{Bold: b.chosen || b.Framed || b.Primary}
	r.label.Color = of(b.Color)
	r.hint.Text, r.hint.TextSize = b.Key, b.Theme().Size(theme.SizeNameCaptionText)
	if b.short {
		r.hint.Hide()
	} else {
		r.hint.Show()
	}
	r.hint.Color = of(theme.ColorNamePlaceHolder)
	if b.Primary {
		r.label.Color = of(theme.ColorNameForegroundOnPrimary)
	}
	if b.off {
		r.label.Color = of(theme.ColorNameDisabled)
	}
	r.back.FillColor, r.back.StrokeWidth, r.back.StrokeColor = color.Transparent, 0, color.Transparent
	if b.Framed || b.chosen && !b.Plain {
		r.back.FillColor = of(theme.ColorNameButton)
	}
	if b.Framed {
		r.back.StrokeWidth, r.back.StrokeColor = 1, of(theme.ColorNameSeparator)
	}
	if b.Primary {
		r.back.FillColor = of(theme.ColorNamePrimary)
	}
	if b.hovered && !b.off {
		r.back.FillColor = of(theme.ColorNameHover)
	}
	if b.Primary && b.hovered {
		c, _ := of(theme.ColorNamePrimary).(color.NRGBA)
		c.A = 0xDC
		r.back.FillColor = c
	}
	if b.focused {
		r.back.StrokeWidth, r.back.StrokeColor = 2, of(theme.ColorNamePrimary)
		if b.Primary {
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
