package panel

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"warrant/app/find"
	"warrant/canvas/palette"
)

// findSays is what a line of the finds shows.
type findSays struct {
	front, found, rest string
	what               string // what it stands in
	role               palette.Role
	chosen             bool
	look               look
}

// findRow is a line of the finds: the words in their context, and below what
// they stand in.
type findRow struct {
	widget.BaseWidget
	desk *Desk
	findSays
}

func newFindRow(d *Desk) *findRow {
	r := &findRow{desk: d}
	r.ExtendBaseWidget(r)
	return r
}

func (r *findRow) say(s findSays) {
	if r.findSays != s {
		r.findSays = s
		r.Refresh()
	}
}

// findRowHeight is that of two lines of context and one of what it is in.
func findRowHeight() float32 { return 2*lineHeight(scaled(12)) + lineHeight(scaled(10.5)) + 8 }

// Characters of context in front of what is found, and after it. Where little
// follows, more of what is in front has room on the line.
const (
	contextBefore = 18
	contextAfter  = 90
	contextLine   = 34
)

// fillContext sets the words and what stands around them.
func (s *findSays) fillContext(text string, at find.Span) {
	after := utf8.RuneCountInString(text[at.From:min(len(text), at.To+contextLine)])
	s.front, s.found, s.rest = find.Context(text, at, max(contextBefore, contextLine-after), contextAfter)
}

// The texts of a find.
const (
	findFront = iota
	findWords
	findRest
	findMore
	findWhat
	findTexts
)

func (r *findRow) CreateRenderer() fyne.WidgetRenderer {
	x := &findRowRenderer{r: r, back: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil)}
	x.objects = []fyne.CanvasObject{x.back, x.edge}
	for i := range x.texts {
		x.texts[i] = canvas.NewText("", nil)
		x.objects = append(x.objects, x.texts[i])
	}
	x.Refresh()
	return x
}

type findRowRenderer struct {
	r       *findRow
	back    *canvas.Rectangle // of the one that is gone to
	edge    *canvas.Rectangle
	texts   [findTexts]*canvas.Text
	objects []fyne.CanvasObject
}

func (x *findRowRenderer) Destroy()                     {}
func (x *findRowRenderer) Objects() []fyne.CanvasObject { return x.objects }
func (x *findRowRenderer) MinSize() fyne.Size           { return fyne.NewSize(80, findRowHeight()) }
func (x *findRowRenderer) Layout(fyne.Size)             { x.Refresh() }

func (x *findRowRenderer) Refresh() {
	r, size := x.r, x.r.Size()
	if size.Width <= 0 {
		return
	}
	p := r.desk.Palette()
	const left, right = 24, 12
	inner := size.Width - left - right
	x.back.FillColor = p.Of(palette.None)
	if r.chosen {
		x.back.FillColor = p.Of(palette.ContentionTint)
	}
	x.back.CornerRadius = 4
	x.back.Move(fyne.NewPos(6, 0))
	x.back.Resize(fyne.NewSize(size.Width-12, size.Height))
	x.edge.FillColor, x.edge.CornerRadius = p.Of(r.role), 1.5
	x.edge.Move(fyne.NewPos(14, 5))
	x.edge.Resize(fyne.NewSize(3, size.Height-10))

	line := lineHeight(scaled(12))
	bold := fyne.TextStyle{Bold: true}
	back := strings.IndexFunc(r.found, rightward) >= 0
	at := float32(0) // how far into the line it is filled
	put := func(i int, text string, width, y, text12 float32, style fyne.TextStyle, role palette.Role) {
		t := x.texts[i]
		t.Text, t.TextStyle, t.TextSize, t.Color = text, style, scaled(text12), p.Of(role)
		from := left + at
		if back {
			from = left + inner - at - width
		}
		t.Move(fyne.NewPos(from, y))
		t.Resize(fyne.NewSize(width, lineHeight(scaled(text12))))
		at += width
	}
	front := r.front
	foundWidth := min(widthOf(r.found, scaled(12), bold), inner)
	for front != "" && widthOf(front, scaled(12), fyne.TextStyle{})+foundWidth > inner { // a long find
		front = shorter(front)
	}
	put(findFront, front, widthOf(front, scaled(12), fyne.TextStyle{}), 4, 12, fyne.TextStyle{}, palette.Text)
	put(findWords, fitted(r.found, inner-at, scaled(12), bold), foundWidth, 4, 12, bold, palette.Found)
	here, more := split(r.rest, inner-at, scaled(12))
	put(findRest, here, widthOf(here, scaled(12), fyne.TextStyle{}), 4, 12, fyne.TextStyle{}, palette.Text)
	at = 0
	more = fitted(more, inner, scaled(12), fyne.TextStyle{})
	put(findMore, more, widthOf(more, scaled(12), fyne.TextStyle{}), 4+line, 12, fyne.TextStyle{}, palette.Text)
	at, back = 0, false
	y := 4 + line
	if more != "" {
		y += line
	}
	put(findWhat, fitted(r.what, inner, scaled(10.5), fyne.TextStyle{}), inner, y, 10.5, fyne.TextStyle{}, palette.Muted)
	for _, o := range x.objects {
		canvas.Refresh(o)
	}
}

// shorter takes a word off the front of what stands before a find.
func shorter(front string) string {
	words := strings.SplitN(strings.TrimPrefix(front, "…"), " ", 2)
	if len(words) < 2 || strings.TrimSpace(words[1]) == "" {
		return ""
	}
	return "…" + words[1]
}

// split breaks a text so that what comes first fits a width, between words
// where it can.
func split(s string, width, size float32) (first, rest string) {
	if widthOf(s, size, fyne.TextStyle{}) <= width {
		return s, ""
	}
	head, tail := broken(s, max(width, 1), size, fyne.TextStyle{})
	if widthOf(head, size, fyne.TextStyle{}) > width {
		return "", s
	}
	if i := strings.LastIndexByte(head, ' '); i >= 0 {
		return head[:i], strings.TrimLeft(head[i:]+tail, " ")
	}
	if strings.Contains(tail, " ") { // within a word
		return "", s
	}
	return head, tail
}

// rightward reports whether a character is written from right to left.
func rightward(r rune) bool {
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
}
