package window

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"warrant/canvas/palette"
)

// The measures of the strip, in units of the toolkit.
const (
	stripHeight = 34
	tabWidest   = 220
	tabLeast    = 96
	stripEdge   = 8 // left and right of the tabs
)

// strip is the row of open maps below the header. With one map it is not
// there: the header names it.
type strip struct {
	widget.BaseWidget
	w       *Window
	heads   []*head
	rule    *canvas.Rectangle
	first   int     // the head at the left border, where not all have room
	width   float32 // of a head
	carried *head   // by the pointer, nil for none
	at      float32 // where its left end is then
}

func newStrip(w *Window) *strip {
	s := &strip{w: w, rule: hairline()}
	s.ExtendBaseWidget(s)
	s.Hide()
	return s
}

// renew shows the open maps as they are now.
func (s *strip) renew() {
	w := s.w
	shown := len(w.places) > 1
	if shown != s.Visible() {
		show(s, shown)
		w.page.below.Refresh() // its layout makes room
	}
	heads := make([]*head, len(w.places)) // each stays with its map, so that it can be carried
	changed := len(s.heads) != len(heads)
	for i, p := range w.places {
		at := slices.IndexFunc(s.heads, func(h *head) bool { return h.place == p })
		if at >= 0 {
			heads[i] = s.heads[at]
		} else {
			heads[i] = newHead(w, p)
		}
		h := heads[i]
		said, unsaved, chosen := p.named(), p.session.Doc.Modified(), i == w.at
		changed = changed || at != i
		if h.text == said && h.unsaved == unsaved && h.chosen == chosen {
			continue
		}
		h.text, h.unsaved, h.chosen = said, unsaved, chosen
		changed = true
		h.Refresh()
	}
	s.heads = heads
	if changed && shown {
		s.Refresh()
	}
}

func (s *strip) CreateRenderer() fyne.WidgetRenderer {
	r := &stripRenderer{s: s}
	r.Refresh()
	return r
}

type stripRenderer struct {
	s       *strip
	objects []fyne.CanvasObject
}

func (r *stripRenderer) Destroy()                     {}
func (r *stripRenderer) MinSize() fyne.Size           { return fyne.NewSize(tabLeast, stripHeight) }
func (r *stripRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Layout gives all heads the same room, and where that is too little shows as
// many as can be read, the chosen one among them.
func (r *stripRenderer) Layout(size fyne.Size) {
	s := r.s
	s.rule.Resize(fyne.NewSize(size.Width, 1))
	s.rule.Move(fyne.NewPos(0, size.Height-1))
	n := len(s.heads)
	if n == 0 || size.Width <= 0 {
		return
	}
	room := size.Width - 2*stripEdge
	fit := max(1, min(n, int(room/tabLeast)))
	s.width = min(tabWidest, room/float32(fit))
	at := s.w.at
	s.first = min(max(s.first, at-fit+1, 0), at, n-fit)
	for i, h := range s.heads {
		show(h, i >= s.first && i < s.first+fit)
		h.Resize(fyne.NewSize(s.width, size.Height-1))
		x := stripEdge + float32(i-s.first)*s.width
		if h == s.carried {
			x = min(max(s.at, 0), size.Width-s.width)
		}
		h.Move(fyne.NewPos(x, 0))
	}
}

func (r *stripRenderer) Refresh() {
	s := r.s
	p := s.w.palette()
	s.rule.FillColor = p.Of(palette.Rule)
	r.objects = []fyne.CanvasObject{s.rule}
	for _, h := range s.heads {
		if h != s.carried {
			r.objects = append(r.objects, h)
		}
		h.Refresh()
	}
	if s.carried != nil {
		r.objects = append(r.objects, s.carried) // over the others
	}
	r.Layout(s.Size())
	canvas.Refresh(s.rule)
}

// head is one tab: the map's name, a dot where something is unsaved, and a
// cross that closes it, which shows under the pointer and on the chosen one.
type head struct {
	widget.BaseWidget
	w       *Window
	place   *place
	text    string
	unsaved bool
	chosen  bool
	hovered bool
	onCross bool
	pressed bool    // on the cross
	held    float32 // where the pointer has it, from its left end
}

var (
	_ desktop.Mouseable = (*head)(nil)
	_ desktop.Hoverable = (*head)(nil)
	_ fyne.Draggable    = (*head)(nil)
)

func newHead(w *Window, p *place) *head {
	h := &head{w: w, place: p}
	h.ExtendBaseWidget(h)
	return h
}

// crossWidth is the room of the cross at the right end.
const crossWidth = 26

func (h *head) overCross(at fyne.Position) bool { return at.X >= h.Size().Width-crossWidth }

// MouseDown goes to the map at once: a tab need not wait for the release.
func (h *head) MouseDown(e *desktop.MouseEvent) {
	h.pressed, h.held = h.overCross(e.Position), e.Position.X
	if e.Button == desktop.MouseButtonPrimary && !h.pressed && h.w.working == nil {
		h.w.turn(slices.Index(h.w.places, h.place))
	}
}

// MouseUp closes the map: on the cross, or with the middle button anywhere.
func (h *head) MouseUp(e *desktop.MouseEvent) {
	inside := e.Position.X >= 0 && e.Position.Y >= 0 && e.Position.X < h.Size().Width && e.Position.Y < h.Size().Height
	if !inside || h.w.working != nil || h.w.strip.carried != nil {
		return
	}
	if e.Button == desktop.MouseButtonTertiary || e.Button == desktop.MouseButtonPrimary && h.pressed && h.overCross(e.Position) {
		h.w.closePlace(h.place)
	}
}

// Tapped has the probe of the tests see that it can be clicked.
func (h *head) Tapped(*fyne.PointEvent) {}

func (h *head) MouseIn(e *desktop.MouseEvent) {
	h.hovered, h.onCross = true, h.overCross(e.Position)
	h.Refresh()
}

func (h *head) MouseMoved(e *desktop.MouseEvent) {
	if on := h.overCross(e.Position); on != h.onCross {
		h.onCross = on
		h.Refresh()
	}
}

func (h *head) MouseOut() {
	h.hovered, h.onCross = false, false
	h.Refresh()
}

func (h *head) CreateRenderer() fyne.WidgetRenderer {
	r := &headRenderer{h: h,
		ground: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(color.Transparent),
		dot: canvas.NewCircle(color.Transparent), label: widget.NewLabel(""),
		under: canvas.NewRectangle(color.Transparent), cross: canvas.NewImageFromResource(theme.NewThemedResource(theme.CancelIcon())),
	}
	r.ground.TopLeftCornerRadius, r.ground.TopRightCornerRadius = 6, 6
	r.under.CornerRadius = 4
	r.label.Truncation = fyne.TextTruncateEllipsis
	r.cross.FillMode = canvas.ImageFillContain
	r.Refresh()
	return r
}

type headRenderer struct {
	h                   *head
	ground, line, under *canvas.Rectangle
	dot                 *canvas.Circle
	label               *widget.Label
	cross               *canvas.Image
}

func (r *headRenderer) Destroy()           {}
func (r *headRenderer) MinSize() fyne.Size { return fyne.NewSize(tabLeast, stripHeight-1) }
func (r *headRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.line, r.dot, r.label, r.under, r.cross}
}

func (r *headRenderer) Layout(size fyne.Size) {
	r.ground.Move(fyne.NewPos(1, 4))
	r.ground.Resize(fyne.NewSize(size.Width-2, size.Height-4))
	r.line.Move(fyne.NewPos(1, size.Height-2))
	r.line.Resize(fyne.NewSize(size.Width-2, 2))
	x := float32(6)
	if r.h.unsaved {
		r.dot.Move(fyne.NewPos(x+4, size.Height/2-1))
		r.dot.Resize(fyne.NewSize(6, 6))
		x += 12
	}
	m := r.label.MinSize().Height
	r.label.Move(fyne.NewPos(x, (size.Height-m)/2+2))
	r.label.Resize(fyne.NewSize(size.Width-x-crossWidth+4, m))
	r.under.Move(fyne.NewPos(size.Width-crossWidth+1, size.Height/2-7))
	r.under.Resize(fyne.NewSize(18, 18))
	r.cross.Move(fyne.NewPos(size.Width-crossWidth+4, size.Height/2-4))
	r.cross.Resize(fyne.NewSize(12, 12))
}

func (r *headRenderer) Refresh() {
	h := r.h
	p := h.w.palette()
	r.ground.FillColor, r.line.FillColor = color.Transparent, color.Transparent
	r.under.FillColor = color.Transparent
	switch {
	case h.chosen:
		r.ground.FillColor, r.line.FillColor = p.Of(palette.Canvas), p.Of(palette.Contention)
	case h.hovered:
		r.ground.FillColor = h.Theme().Color(theme.ColorNameHover, fyne.CurrentApp().Settings().ThemeVariant())
	}
	if h.onCross {
		r.under.FillColor = p.Of(palette.Rule)
	}
	r.dot.FillColor = p.Of(palette.Contention)
	show(r.dot, h.unsaved)
	r.label.Importance = widget.LowImportance
	if h.chosen {
		r.label.Importance = widget.MediumImportance
	}
	r.label.TextStyle.Bold = h.chosen
	if r.label.Text != h.text {
		r.label.Text = h.text
	}
	r.label.Refresh()
	r.cross.Hidden = !h.chosen && !h.hovered
	r.cross.Translucency = 0.35
	if h.onCross {
		r.cross.Translucency = 0
	}
	r.cross.Refresh()
	r.Layout(h.Size())
	for _, o := range []fyne.CanvasObject{r.ground, r.line, r.dot, r.under} {
		canvas.Refresh(o)
	}
}
