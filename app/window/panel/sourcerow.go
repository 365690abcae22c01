package panel

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"warrant/canvas/palette"
)

// span is a tinted part of a line of text, in characters of the line.
type span struct {
	from, to int
	role     palette.Role
	faint    bool // evidence, not a claim
	chosen   bool
}

// sourceRow is a line of the source: either what a passage carries, on a
// tint, or a line of the text itself with its passages tinted.
type sourceRow struct {
	widget.BaseWidget
	desk      *Desk
	paragraph int
	text      string
	spans     []span
	boxed     bool // what a passage carries; spans[0] has its looks
	open      func(character int)
	sweep     func(from, to fyne.Position) // a hand chooses words; nil where it cannot
	from      *fyne.Position               // where it began
}

var (
	_ fyne.Tappable      = (*sourceRow)(nil)
	_ fyne.Draggable     = (*sourceRow)(nil)
	_ desktop.Cursorable = (*sourceRow)(nil)
)

func newSourceRow(d *Desk, boxed bool) *sourceRow {
	r := &sourceRow{desk: d, boxed: boxed}
	r.ExtendBaseWidget(r)
	return r
}

// The measures of the source panel in units.
const (
	sourceLeft  = 40
	sourceRight = 16
	boxLines    = 2
)

func (r *sourceRow) Cursor() desktop.Cursor {
	if len(r.spans) > 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Tapped opens what the character that is pressed belongs to.
func (r *sourceRow) Tapped(e *fyne.PointEvent) {
	if r.open == nil {
		return
	}
	if r.boxed {
		r.open(0)
		return
	}
	r.open(characterAt(r.text, e.Position.X-sourceLeft))
}

// Dragged chooses words of the text, on other lines too.
func (r *sourceRow) Dragged(e *fyne.DragEvent) {
	if r.sweep == nil || r.boxed {
		return
	}
	if r.from == nil {
		from := e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY)
		r.from = &from
	}
	r.sweep(*r.from, e.Position)
}

// DragEnd ends it.
func (r *sourceRow) DragEnd() { r.from = nil }

// characterAt returns which character of a line is x units from its left end.
func characterAt(line string, x float32) int {
	runes := []rune(line)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high) / 2
		if widthOf(string(runes[:mid+1]), scaled(12), fyne.TextStyle{}) > x {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}

func (r *sourceRow) CreateRenderer() fyne.WidgetRenderer {
	x := &sourceRowRenderer{r: r, label: canvas.NewText("", nil), texts: []*canvas.Text{canvas.NewText("", nil)}}
	if r.boxed {
		x.texts = append(x.texts, canvas.NewText("", nil))
	}
	x.Refresh()
	return x
}

type sourceRowRenderer struct {
	r     *sourceRow
	label *canvas.Text
	texts []*canvas.Text
	boxes []*canvas.Rectangle
	shown []fyne.CanvasObject
}

func (x *sourceRowRenderer) Destroy()                     {}
func (x *sourceRowRenderer) Objects() []fyne.CanvasObject { return x.shown }

func (x *sourceRowRenderer) MinSize() fyne.Size {
	h := lineHeight(scaled(12))
	if x.r.boxed {
		return fyne.NewSize(80, boxLines*h+6)
	}
	return fyne.NewSize(80, h+3)
}

func (x *sourceRowRenderer) Layout(size fyne.Size) { x.lay(size) }
func (x *sourceRowRenderer) Refresh()              { x.lay(x.r.Size()) }

func (x *sourceRowRenderer) lay(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	r, p := x.r, x.r.desk.Palette()
	x.shown = x.shown[:0]
	for len(x.boxes) < len(r.spans) {
		x.boxes = append(x.boxes, canvas.NewRectangle(nil))
	}
	h := lineHeight(scaled(12))
	inner := size.Width - sourceLeft - sourceRight
	lines := []string{r.text}
	if r.boxed {
		lines = wrapped(r.text, inner-14, scaled(12), fyne.TextStyle{}, boxLines)
	}
	runes := []rune(r.text)
	for i, s := range r.spans {
		b := x.boxes[i]
		c := tinted(p, s.role)
		if s.faint {
			c.A = 0x80
		}
		b.FillColor, b.StrokeWidth, b.StrokeColor = c, 0, nil
		if s.chosen && r.boxed {
			b.StrokeWidth, b.StrokeColor = 1.5, p.Of(palette.Select)
		} else if s.chosen {
			c = p.Of(palette.Select)
			c.A = 0x48
			b.FillColor = c
		}
		if r.boxed {
			high := float32(len(lines))*h + 4
			b.CornerRadius = 5
			b.Move(fyne.NewPos(sourceLeft, (size.Height-high)/2))
			b.Resize(fyne.NewSize(inner, high))
		} else {
			from := widthOf(string(runes[:min(s.from, len(runes))]), scaled(12), fyne.TextStyle{})
			to := widthOf(string(runes[:min(s.to, len(runes))]), scaled(12), fyne.TextStyle{})
			b.CornerRadius = 3
			b.Move(fyne.NewPos(sourceLeft+from-1, 0))
			b.Resize(fyne.NewSize(to-from+2, size.Height))
		}
		canvas.Refresh(b)
		x.shown = append(x.shown, b)
	}
	x.label.Text = ""
	if r.paragraph > 0 {
		x.label.Text = "¶" + strconv.Itoa(r.paragraph)
	}
	x.label.TextSize, x.label.Color, x.label.TextStyle.Bold = scaled(11), p.Of(palette.Muted), true
	x.label.Move(fyne.NewPos(14, 0))
	x.label.Resize(fyne.NewSize(24, size.Height))
	canvas.Refresh(x.label)
	x.shown = append(x.shown, x.label)
	top := (size.Height - float32(len(lines))*h) / 2
	for i, t := range x.texts {
		t.Text = ""
		if i < len(lines) {
			t.Text = lines[i]
		}
		left := float32(sourceLeft)
		if r.boxed {
			left += 7
		}
		t.TextSize, t.Color = scaled(12), p.Of(palette.Text)
		t.Move(fyne.NewPos(left, top+float32(i)*h))
		t.Resize(fyne.NewSize(inner, h))
		canvas.Refresh(t)
		x.shown = append(x.shown, t)
	}
}
