package window

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// pickRow is a line of a picker: a sign, what it says, and the letter that
// chooses it.
type pickRow struct{ sign, text, key string }

// picker is a small choice at a place of the window. The first line is
// marked, and Enter takes what is; arrows mark another, a line's letter or
// number takes it at once; Escape, or a click elsewhere, takes none.
type picker struct {
	widget.BaseWidget
	w    *Window
	rows []pickRow
	at   fyne.Position
	mark int
	done func(i int) // called once, -1 for none
}

var (
	_ fyne.Focusable         = (*picker)(nil)
	_ fyne.Tappable          = (*picker)(nil)
	_ fyne.SecondaryTappable = (*picker)(nil)
	_ desktop.Hoverable      = (*picker)(nil)
)

// pick shows a picker near a place of the window.
func (w *Window) pick(at fyne.Position, rows []pickRow, done func(i int)) {
	p := &picker{w: w, rows: rows, at: at, done: done}
	p.ExtendBaseWidget(p)
	cv := w.win.Canvas()
	cv.Overlays().Add(p)
	p.Resize(cv.Size())
	cv.Focus(p)
}

// Hide takes none: it is what closing from outside calls.
func (p *picker) Hide() { p.take(-1) }

func (p *picker) take(i int) {
	done := p.done
	if done == nil {
		return
	}
	p.done = nil
	p.w.win.Canvas().Overlays().Remove(p)
	p.w.focusCanvas()
	done(i)
}

// The measures of a picker, in units of the toolkit.
const (
	pickRowHeight = 30
	pickPad       = 5
	pickAway      = 10 // from the place
	pickSign      = 26 // the room of the signs
	pickKey       = 34 // and of the letters
)

// box is where the choice is: beside its place, within the window.
func (p *picker) box() (fyne.Position, fyne.Size) {
	width := float32(0)
	for _, r := range p.rows {
		width = max(width, fyne.MeasureText(r.text, theme.TextSize(), fyne.TextStyle{}).Width)
	}
	size := fyne.NewSize(width+pickSign+pickKey+2*pickPad, float32(len(p.rows))*pickRowHeight+2*pickPad)
	all := p.Size()
	at := p.at.AddXY(pickAway, pickAway)
	return fyne.NewPos(max(0, min(at.X, all.Width-size.Width)), max(0, min(at.Y, all.Height-size.Height))), size
}

// row returns the line at a place, -1 where there is none.
func (p *picker) row(at fyne.Position) int {
	pos, size := p.box()
	in := at.Subtract(pos)
	if in.X < 0 || in.X > size.Width || in.Y < pickPad || in.Y >= size.Height-pickPad {
		return -1
	}
	return min(int((in.Y-pickPad)/pickRowHeight), len(p.rows)-1)
}

func (p *picker) Tapped(e *fyne.PointEvent)          { p.take(p.row(e.Position)) }
func (p *picker) TappedSecondary(_ *fyne.PointEvent) { p.take(-1) }
func (p *picker) FocusGained()                       {}
func (p *picker) FocusLost()                         {}
func (p *picker) MouseOut()                          {}
func (p *picker) MouseIn(e *desktop.MouseEvent)      { p.MouseMoved(e) }

// MouseMoved marks what is pointed at.
func (p *picker) MouseMoved(e *desktop.MouseEvent) {
	if i := p.row(e.Position); i >= 0 {
		p.point(i)
	}
}

func (p *picker) point(i int) {
	if i = (i + len(p.rows)) % len(p.rows); i != p.mark {
		p.mark = i
		p.Refresh()
	}
}

// TypedKey implements fyne.Focusable.
func (p *picker) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		p.take(-1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.take(p.mark)
	case fyne.KeyDown:
		p.point(p.mark + 1)
	case fyne.KeyUp:
		p.point(p.mark - 1)
	}
}

// TypedRune implements fyne.Focusable.
func (p *picker) TypedRune(r rune) {
	for i, row := range p.rows {
		if strings.EqualFold(string(r), row.key) || r == rune('1'+i) {
			p.take(i)
			return
		}
	}
}

// AcceptsTab implements fyne.Tabbable: there is nowhere else to go.
func (p *picker) AcceptsTab() bool { return true }

func (p *picker) CreateRenderer() fyne.WidgetRenderer {
	r := &pickerRenderer{p: p, back: canvas.NewRectangle(color.Transparent), mark: canvas.NewRectangle(color.Transparent)}
	r.back.CornerRadius, r.back.StrokeWidth, r.mark.CornerRadius = 8, 1, 5
	r.objects = []fyne.CanvasObject{r.back, r.mark}
	for _, row := range p.rows {
		sign, text, key := canvas.NewText(row.sign, nil), canvas.NewText(row.text, nil), canvas.NewText(row.key, nil)
		sign.TextStyle.Bold = true
		sign.Alignment, key.Alignment = fyne.TextAlignCenter, fyne.TextAlignTrailing
		r.texts = append(r.texts, [3]*canvas.Text{sign, text, key})
		r.objects = append(r.objects, sign, text, key)
	}
	r.Refresh()
	return r
}

type pickerRenderer struct {
	p          *picker
	back, mark *canvas.Rectangle
	texts      [][3]*canvas.Text
	objects    []fyne.CanvasObject
}

func (r *pickerRenderer) Destroy()                     {}
func (r *pickerRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *pickerRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *pickerRenderer) Layout(fyne.Size) {
	at, size := r.p.box()
	r.back.Move(at)
	r.back.Resize(size)
	inner := size.Width - 2*pickPad
	line := func(i int) fyne.Position { return at.AddXY(pickPad, pickPad+float32(i)*pickRowHeight) }
	r.mark.Move(line(r.p.mark))
	r.mark.Resize(fyne.NewSize(inner, pickRowHeight))
	for i, t := range r.texts {
		low := (pickRowHeight - t[1].MinSize().Height) / 2
		t[0].Move(line(i).AddXY(0, low))
		t[0].Resize(fyne.NewSize(pickSign, t[0].MinSize().Height))
		t[1].Move(line(i).AddXY(pickSign, low))
		t[1].Resize(t[1].MinSize())
		t[2].Move(line(i).AddXY(inner-pickKey-6, low))
		t[2].Resize(fyne.NewSize(pickKey, t[2].MinSize().Height))
	}
}

func (r *pickerRenderer) Refresh() {
	th, v := r.p.w.look, fyne.CurrentApp().Settings().ThemeVariant()
	r.back.FillColor, r.back.StrokeColor = th.Color(theme.ColorNameOverlayBackground, v), th.Color(theme.ColorNameInputBorder, v)
	r.mark.FillColor = th.Color(theme.ColorNameHover, v)
	for _, t := range r.texts {
		for _, one := range t {
			one.TextSize, one.Color = theme.TextSize(), th.Color(theme.ColorNameForeground, v)
		}
		t[2].Color = th.Color(theme.ColorNamePlaceHolder, v)
	}
	r.Layout(r.p.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}
