package window

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"warrant/canvas/palette"
)

// tile is one thing to begin with on the start page: a picture of a map, its
// name and a line about it. It is pressed, or chosen by keys.
type tile struct {
	widget.BaseWidget
	page    *startPage
	text    string // its name
	line    string
	wrong   bool // the line says what is wrong
	picture image.Image
	tall    float32 // of the picture, in units; 0 for a tile without one
	aside   bool    // the picture stands at the left
	lead    bool    // the first thing to do on the page
	tapped  func()

	name, about      *widget.Label
	hovered, focused bool
}

var (
	_ fyne.Focusable    = (*tile)(nil)
	_ desktop.Hoverable = (*tile)(nil)
)

func newTile(page *startPage, text, line string, tall float32, tapped func()) *tile {
	t := &tile{page: page, text: text, line: line, tall: tall, tapped: tapped, name: widget.NewLabel(text), about: widget.NewLabel(line)}
	t.name.TextStyle.Bold, t.name.Truncation = true, fyne.TextTruncateEllipsis
	t.about.Wrapping, t.about.Importance = fyne.TextWrapWord, widget.LowImportance
	t.ExtendBaseWidget(t)
	return t
}

func (t *tile) Tapped(*fyne.PointEvent)        { t.tapped() }
func (t *tile) MouseIn(*desktop.MouseEvent)    { t.hovered = true; t.Refresh() }
func (t *tile) MouseMoved(*desktop.MouseEvent) {}
func (t *tile) MouseOut()                      { t.hovered = false; t.Refresh() }
func (t *tile) FocusLost()                     { t.focused = false; t.Refresh() }
func (t *tile) FocusGained() {
	t.focused = true
	t.page.reveal(t)
	t.Refresh()
}

func (t *tile) TypedRune(r rune) {
	if r == ' ' {
		t.tapped()
	}
}

func (t *tile) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		t.tapped()
	default:
		t.page.TypedKey(t, e)
	}
}

// show gives the tile its picture, or says why there is none.
func (t *tile) show(picture image.Image, line string, wrong bool) {
	if picture != nil {
		t.picture = picture
	}
	if line != "" {
		t.line, t.wrong = line, wrong
	}
	t.Refresh()
}

func (t *tile) CreateRenderer() fyne.WidgetRenderer {
	r := &tileRenderer{t: t, ground: canvas.NewRectangle(color.White), paper: canvas.NewRectangle(color.White),
		shot: &canvas.Image{ScaleMode: canvas.ImageScaleSmooth, FillMode: canvas.ImageFillContain}}
	r.Refresh()
	return r
}

type tileRenderer struct {
	t             *tile
	ground, paper *canvas.Rectangle
	shot          *canvas.Image
}

func (r *tileRenderer) Destroy() {}
func (r *tileRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.paper, r.shot, r.t.name, r.t.about}
}

// The measures of a tile, in units.
const (
	tileEdge   = 10
	tileLap    = 10  // of the two labels
	asideWidth = 112 // of a picture at the left
)

// height is how high a tile of a width is; wrapped text needs its width
// first.
func (t *tile) height(width float32) float32 {
	top, room := t.textRoom(width)
	h := top + t.name.MinSize().Height
	if t.line != "" {
		t.about.Resize(fyne.NewSize(room, t.about.Size().Height))
		h += t.about.MinSize().Height - tileLap
	}
	if t.aside {
		h = max(h, t.tall+tileEdge)
	}
	return h + tileEdge
}

// textRoom is where the text begins below the tile's top, and how wide it
// may be. The toolkit's labels have some room of their own around them.
func (t *tile) textRoom(width float32) (top, room float32) {
	switch {
	case t.aside:
		return 4, width - asideWidth - 2*tileEdge - 4
	case t.tall > 0:
		return t.tall + tileEdge/2, width - 2*4
	}
	return 4, width - 2*4
}

func (r *tileRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 40) }

func (r *tileRenderer) Layout(size fyne.Size) {
	t := r.t
	r.ground.Resize(size)
	top, room := t.textRoom(size.Width)
	left := float32(4)
	switch {
	case t.aside:
		r.paper.Move(fyne.NewPos(tileEdge, tileEdge))
		r.paper.Resize(fyne.NewSize(asideWidth, t.tall))
		left += asideWidth + tileEdge
	case t.tall > 0:
		r.paper.Move(fyne.NewPos(2, 2))
		r.paper.Resize(fyne.NewSize(size.Width-4, t.tall))
	}
	r.shot.Move(r.paper.Position())
	r.shot.Resize(r.paper.Size())
	h := t.name.MinSize().Height
	t.name.Move(fyne.NewPos(left, top))
	t.name.Resize(fyne.NewSize(room, h))
	t.about.Move(fyne.NewPos(left, top+h-tileLap))
	t.about.Resize(fyne.NewSize(room, size.Height-top-h))
}

func (r *tileRenderer) Refresh() {
	t := r.t
	p := t.page.w.palette()
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth = p.Of(palette.Surface), p.Of(palette.CardBorder), 1
	r.ground.CornerRadius = 8
	if t.lead {
		r.ground.FillColor = p.Of(palette.ContentionTint)
	}
	if t.hovered {
		r.ground.StrokeColor = p.Of(palette.Contention)
	}
	if t.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = p.Of(palette.Select), 2
	}
	show(r.paper, t.tall > 0)
	r.paper.FillColor = p.Of(palette.Canvas)
	if t.aside {
		r.paper.CornerRadius = 4
	} else {
		r.paper.TopLeftCornerRadius, r.paper.TopRightCornerRadius = 7, 7
	}
	show(r.shot, t.picture != nil)
	if r.shot.Image != t.picture {
		r.shot.Image = t.picture
		r.shot.Refresh()
	}
	importance := widget.LowImportance
	if t.wrong {
		importance = widget.DangerImportance
	}
	if t.about.Text != t.line || t.about.Importance != importance {
		t.about.Text, t.about.Importance = t.line, importance
		t.about.Refresh()
	}
	show(t.about, t.line != "")
	r.Layout(t.Size())
	canvas.Refresh(r.ground)
	canvas.Refresh(r.paper)
}
