package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"warrant/argument/review"
	"warrant/canvas/palette"
)

// reviewSays is what a line of the review shows: the head of a kind, or a
// remark with what it is about.
type reviewSays struct {
	head    bool
	grade   review.Grade
	subject string // of a head its title
	text    string // of a head how many there are
	chosen  bool
	passed  bool // over
	look    look
}

// reviewRow is a line of the review.
type reviewRow struct {
	widget.BaseWidget
	desk *Desk
	reviewSays
}

func newReviewRow(d *Desk) *reviewRow {
	r := &reviewRow{desk: d}
	r.ExtendBaseWidget(r)
	return r
}

func (r *reviewRow) say(s reviewSays) {
	if r.reviewSays != s {
		r.reviewSays = s
		r.Refresh()
	}
}

// reviewLines is how many lines a sentence has at most; the foot of the page
// has it whole.
const reviewLines = 3

// The room at the sides of a line.
const reviewLeft, reviewRight = 32, 14

func reviewHeadHeight() float32 { return lineHeight(scaled(12)) + 14 }

// reviewRowHeight is that of a line for the subject and some for the sentence.
func reviewRowHeight(lines int) float32 {
	return lineHeight(scaled(12)) + float32(lines)*lineHeight(scaled(11)) + 11
}

// reviewHeight is how high a remark needs to be.
func reviewHeight(s reviewSays, width float32) float32 {
	if width <= 0 {
		return reviewRowHeight(reviewLines)
	}
	return reviewRowHeight(max(len(wrapped(s.text, width-reviewLeft-reviewRight, scaled(11), fyne.TextStyle{}, reviewLines)), 1))
}

// gradeRole is the colour of a grade; its ring tells it too: full, thick, thin.
func gradeRole(g review.Grade) palette.Role {
	return [...]palette.Role{review.Fault: palette.Gone, review.Weakness: palette.Changed, review.Hint: palette.Muted}[g]
}

func paintGrade(c *canvas.Circle, p *palette.Palette, g review.Grade) {
	c.StrokeColor, c.FillColor = p.Of(gradeRole(g)), p.Of(palette.None)
	switch g {
	case review.Fault:
		c.FillColor, c.StrokeWidth = p.Of(gradeRole(g)), 0
	case review.Weakness:
		c.StrokeWidth = 2.5
	default:
		c.StrokeWidth = 1.2
	}
}

func (r *reviewRow) CreateRenderer() fyne.WidgetRenderer {
	x := &reviewRowRenderer{r: r, back: canvas.NewRectangle(nil), dot: canvas.NewCircle(nil)}
	for i := range x.texts {
		x.texts[i] = canvas.NewText("", nil)
	}
	x.Refresh()
	return x
}

type reviewRowRenderer struct {
	r     *reviewRow
	back  *canvas.Rectangle
	dot   *canvas.Circle
	texts [1 + reviewLines]*canvas.Text
	shown []fyne.CanvasObject
}

func (x *reviewRowRenderer) Destroy()                     {}
func (x *reviewRowRenderer) Objects() []fyne.CanvasObject { return x.shown }
func (x *reviewRowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(80, reviewRowHeight(reviewLines))
}
func (x *reviewRowRenderer) Layout(fyne.Size) { x.Refresh() }

func (x *reviewRowRenderer) put(i int, text string, left, y, width, size float32, role palette.Role, style fyne.TextStyle, align fyne.TextAlign) {
	t := x.texts[i]
	t.TextStyle, t.Alignment = style, align
	t.Text = fitted(text, width, scaled(size), style)
	t.TextSize, t.Color = scaled(size), x.r.desk.Palette().Of(role)
	t.Move(fyne.NewPos(left, y))
	t.Resize(fyne.NewSize(width, lineHeight(scaled(size))))
	x.shown = append(x.shown, t)
}

func (x *reviewRowRenderer) Refresh() {
	r, size := x.r, x.r.Size()
	x.shown = x.shown[:0]
	if size.Width <= 0 {
		return
	}
	p := r.desk.Palette()
	const left = reviewLeft
	inner := size.Width - left - reviewRight
	if r.head {
		const wide = 10
		y := size.Height - lineHeight(scaled(12)) - 3
		paintGrade(x.dot, p, r.grade)
		x.dot.Move(fyne.NewPos(15, y+(lineHeight(scaled(12))-wide)/2))
		x.dot.Resize(fyne.NewSquareSize(wide))
		x.shown = append(x.shown, x.dot)
		number := widthOf(r.text, scaled(11.5), fyne.TextStyle{})
		x.put(0, r.subject, left, y, inner-number-8, 12, palette.Text, fyne.TextStyle{Bold: true}, fyne.TextAlignLeading)
		x.put(1, r.text, left, y, inner, 11.5, palette.Muted, fyne.TextStyle{}, fyne.TextAlignTrailing)
	} else {
		x.back.FillColor, x.back.CornerRadius = p.Of(palette.None), 6
		if r.chosen {
			x.back.FillColor = p.Of(palette.ContentionTint)
		}
		x.back.Resize(size)
		x.shown = append(x.shown, x.back)
		ink := palette.Text
		if r.passed {
			ink = palette.Muted
		}
		y := float32(4)
		x.put(0, r.subject, left, y, inner, 12, ink, fyne.TextStyle{}, fyne.TextAlignLeading)
		y += lineHeight(scaled(12)) + 1
		for i, line := range wrapped(r.text, inner, scaled(11), fyne.TextStyle{}, reviewLines) {
			x.put(1+i, line, left, y, inner, 11, palette.Muted, fyne.TextStyle{}, fyne.TextAlignLeading)
			y += lineHeight(scaled(11))
		}
	}
	for _, o := range x.shown {
		canvas.Refresh(o)
	}
}
