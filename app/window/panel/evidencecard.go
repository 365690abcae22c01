package panel

import (
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/palette"
)

// evidenceCard shows an item of evidence: a colour and a word for its
// stance, its kind, how reliable it is, what it says and where it is from.
type evidenceCard struct {
	widget.BaseWidget
	desk *Desk
	item argument.Evidence
	from string
	open func()
	text *prose
	exit *exit
	look look
	handle
}

var (
	_ fyne.Focusable     = (*evidenceCard)(nil)
	_ fyne.Tappable      = (*evidenceCard)(nil)
	_ desktop.Hoverable  = (*evidenceCard)(nil)
	_ desktop.Cursorable = (*evidenceCard)(nil)
)

func newEvidenceCard(d *Desk) *evidenceCard {
	c := &evidenceCard{desk: d, text: newProse(d, "", 12.2, palette.Text).upTo(8), exit: newExit(d)}
	c.of = c
	c.ExtendBaseWidget(c)
	return c
}

func (c *evidenceCard) set(item argument.Evidence, from, address string, open func()) {
	c.open = open
	look := c.desk.look()
	if c.from == from && c.exit.raw == address && c.look == look && reflect.DeepEqual(c.item, item) {
		return
	}
	c.item, c.from, c.look = item, from, look
	c.text.text, c.text.role = item.Text, palette.Text
	if strings.TrimSpace(item.Text) == "" {
		c.text.text, c.text.role = language.Say("(nothing said yet)"), palette.Muted
	}
	c.exit.lead(address)
	c.Refresh()
}

func (c *evidenceCard) Tapped(*fyne.PointEvent) { c.open() }
func (c *evidenceCard) Cursor() desktop.Cursor  { return desktop.PointerCursor }

// The room in a card.
const (
	cardLeft, cardRight = 14, 12
	cardTop, cardBottom = 9, 8
)

func (c *evidenceCard) heightFor(width float32) float32 {
	h := cardTop + lineHeight(scaled(10)) + 3 + c.text.heightFor(width-cardLeft-cardRight) + cardBottom
	if c.from != "" {
		h += lineHeight(scaled(10.8))
	}
	if c.exit.Visible() {
		h += c.exit.heightFor(0) + 2
	}
	return max(h, 56)
}

func (c *evidenceCard) CreateRenderer() fyne.WidgetRenderer {
	r := &evidenceCardRenderer{c: c, back: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil),
		kind: canvas.NewText("", nil), dots: canvas.NewText("", nil), from: canvas.NewText("", nil)}
	r.back.CornerRadius, r.edge.CornerRadius = 8, 1.5
	r.kind.TextStyle.Bold = true
	r.dots.Alignment, r.from.Alignment = fyne.TextAlignTrailing, fyne.TextAlignTrailing
	r.objects = []fyne.CanvasObject{r.back, r.edge, r.kind, r.dots, c.text, r.from, c.exit.press}
	r.Refresh()
	return r
}

type evidenceCardRenderer struct {
	c                *evidenceCard
	back, edge       *canvas.Rectangle
	kind, dots, from *canvas.Text
	objects          []fyne.CanvasObject
}

func (r *evidenceCardRenderer) Destroy()                     {}
func (r *evidenceCardRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *evidenceCardRenderer) MinSize() fyne.Size {
	w := r.c.Size().Width
	if w <= 0 {
		w = 240
	}
	return fyne.NewSize(60, r.c.heightFor(w))
}

func (r *evidenceCardRenderer) Layout(size fyne.Size) {
	inner := size.Width - cardLeft - cardRight
	r.back.Resize(size)
	r.edge.Move(fyne.NewPos(0, 8))
	r.edge.Resize(fyne.NewSize(3, size.Height-16))
	h := lineHeight(scaled(10))
	for _, t := range []*canvas.Text{r.kind, r.dots} {
		t.Move(fyne.NewPos(cardLeft, cardTop))
		t.Resize(fyne.NewSize(inner, h))
	}
	r.c.text.Move(fyne.NewPos(cardLeft, cardTop+h+3))
	r.c.text.Resize(fyne.NewSize(inner, r.c.text.heightFor(inner)))
	low, bottom := lineHeight(scaled(10.8)), size.Height-cardBottom
	if x := r.c.exit; x.Visible() {
		x.within(inner)
		wide, high := min(x.widthWanted(), inner), x.heightFor(0)
		x.Move(fyne.NewPos(cardLeft+inner-wide, bottom-high))
		x.Resize(fyne.NewSize(wide, high))
		bottom -= high + 2
	}
	r.from.Move(fyne.NewPos(cardLeft, bottom-low))
	r.from.Resize(fyne.NewSize(inner, low))
	r.from.Text = fitted(r.c.from, inner, r.from.TextSize, r.from.TextStyle)
}

func (r *evidenceCardRenderer) Refresh() {
	c, p := r.c, r.c.desk.Palette()
	side := p.Of(roleOfStance(c.item.Speaks()))
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = p.Of(palette.Canvas), p.Of(palette.Rule), 1
	if c.hovered {
		r.back.StrokeColor = p.Of(palette.Muted)
	}
	if c.focused {
		r.back.StrokeColor, r.back.StrokeWidth = p.Of(palette.Select), 1.5
	}
	r.edge.FillColor = side
	r.kind.Text = strings.ToUpper(kindName(c.item.Kind))
	if c.item.Speaks() == argument.Against {
		r.kind.Text = language.Say("%s · AGAINST", r.kind.Text)
	}
	r.kind.TextSize, r.kind.Color = scaled(10), p.Of(palette.Muted)
	r.dots.Text, r.dots.TextSize, r.dots.Color = dots(c.item.Reliability), scaled(10.5), side
	r.from.TextSize, r.from.Color = scaled(10.8), p.Of(palette.Muted)
	r.Layout(c.Size())
	c.text.Refresh()
	c.exit.Refresh()
	for _, o := range []fyne.CanvasObject{r.back, r.edge, r.kind, r.dots, r.from} {
		canvas.Refresh(o)
	}
}
