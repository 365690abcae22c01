package window

import (
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"warrant/app/language"
	"warrant/canvas/geom"
	"warrant/canvas/paint"
	"warrant/canvas/palette"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// caption is what a presentation shows besides the map: below it what the
// speaker says and how far one has come, over it the answer to a what-if and
// the keys, and whatever hides it. It is painted like the map, so that any
// script reads as on the cards, and takes no part in what the pointer does.
type caption struct {
	p       *presentation
	object  *fyne.Container
	painter *paint.Painter
	band    *canvas.Image
	note    *canvas.Image
	keys    *canvas.Image
	spot    *spotlight
	black   *canvas.Rectangle
	height  float64 // of the band
	answer  string  // to a what-if
	help    bool
}

func newCaption(p *presentation) *caption {
	c := &caption{p: p, painter: paint.New(p.w.fonts), black: canvas.NewRectangle(color.Black)}
	c.band, c.note, c.keys = &canvas.Image{ScaleMode: canvas.ImageScaleFastest}, &canvas.Image{ScaleMode: canvas.ImageScaleFastest}, &canvas.Image{ScaleMode: canvas.ImageScaleFastest}
	c.spot = newSpotlight()
	for _, o := range []fyne.CanvasObject{c.note, c.keys, c.black} {
		o.Hide()
	}
	c.object = container.NewWithoutLayout(c.band, c.note, c.spot.object, c.keys, c.black)
	return c
}

// covered is how much of the canvas the band covers, from below.
func (c *caption) covered() float64 { return c.height }

// scale is how large everything is: a wall is looked at from afar.
func (c *caption) scale() float64 {
	k := max(0.8, min(1.6, c.p.stage.Size().H/900))
	if s := float64(c.p.w.look.Scale); s > 0 {
		k *= s
	}
	return k
}

// say shows the answer to a what-if, or takes it away.
func (c *caption) say(answer string) {
	if answer != c.answer {
		c.answer = answer
		c.showNote()
		c.p.surface.Repaint()
	}
}

// tell shows all as it is now.
func (c *caption) tell() {
	size := c.p.stage.Size()
	if size == (geom.Size{}) {
		return
	}
	c.showBand()
	c.showNote()
	c.showKeys()
	c.black.Resize(fyne.NewSize(float32(size.W), float32(size.H)))
	show(c.black, c.p.show.Blank)
	c.p.surface.Repaint() // the toolkit draws nothing for what was never shown
}

// put paints shapes into a picture that lies at a place of the window.
func (c *caption) put(o *canvas.Image, at geom.Point, size geom.Size, shapes []shape.Shape) {
	dev := float64(c.p.w.win.Canvas().Scale())
	img := image.NewRGBA(image.Rect(0, 0, max(1, int(size.W*dev+0.5)), max(1, int(size.H*dev+0.5))))
	c.painter.Paint(img, geom.View{Zoom: dev}, c.p.palette(), shapes)
	o.Image = img
	o.Move(fyne.NewPos(float32(at.X), float32(at.Y)))
	o.Resize(fyne.NewSize(float32(size.W), float32(size.H)))
	o.Show()
	o.Refresh()
}

// The measures of the band at scale 1, in units.
const (
	saySize    = 18.0
	titleSize  = 18.0
	countSize  = 13.0
	bandPad    = 18.0
	bandSide   = 44.0
	lineHigh   = 1.42 // of the text's size
	columnWide = 50.0 // of the text's size: longer lines are hard to follow
	progress   = 3.0
	shareFew   = 0.30 // of the window's height that the band may have
	shareMost  = 0.55 // where the text is long
	smallest   = 0.7  // of its size that a long text is set in
	longTitle  = 600  // bytes of a text that are looked at
	longSay    = 12000
)

// showBand paints the band: the title of the step, what the speaker says, and
// how far one has come.
func (c *caption) showBand() {
	p, size, k := c.p, c.p.stage.Size(), c.scale()
	step := p.show.Step()
	title, say := strings.TrimSpace(beginning(step.Title, longTitle)), strings.TrimSpace(beginning(step.Say, longSay))
	if p.show.Mute {
		title, say = "", ""
	}
	var shapes []shape.Shape
	count := text.Style{Size: countSize * k, Weight: text.Medium}
	side := bandSide*k + p.w.fonts.Width(c.count(9999), count)
	lay := func(shrink float64) (column float64, head, body []text.Line, hs, bs text.Style, high float64) {
		hs, bs = text.Style{Size: titleSize * k, Weight: text.SemiBold}, text.Style{Size: saySize * k * shrink}
		column = min(size.W-2*side, columnWide*saySize*k)
		if title != "" {
			head = p.w.fonts.Wrap(title, hs, column)
		}
		if say != "" {
			body = p.w.fonts.Wrap(say, bs, column)
		}
		high = (float64(len(head))*hs.Size + float64(len(body))*bs.Size) * lineHigh
		if high > 0 {
			high += 2*bandPad*k - 4*k
		} else {
			high = 2 * count.Size
		}
		return
	}
	column, head, body, hs, bs, high := lay(1)
	for shrink := 0.95; high > shareFew*size.H && shrink >= smallest; shrink -= 0.05 {
		column, head, body, hs, bs, high = lay(shrink)
	}
	if most := int(shareMost * size.H / 2 / (hs.Size * lineHigh)); len(head) > max(1, most) {
		high -= float64(len(head)-max(1, most)) * hs.Size * lineHigh
		head = head[:max(1, most)]
	}
	for high > shareMost*size.H && len(body) > 1 {
		body = body[:len(body)-1]
		body[len(body)-1].Text = strings.TrimRight(body[len(body)-1].Text, " ") + "…"
		high -= bs.Size * lineHigh
	}
	c.height = high
	back := palette.Surface
	if len(head)+len(body) == 0 {
		back = palette.None
	}
	shapes = append(shapes, shape.Box{Rect: geom.R(-2, 0, size.W+4, high+4), Fill: back, Stroke: back})
	if back != palette.None {
		shapes = append(shapes, shape.Box{Rect: geom.R(0, 0, size.W, 1), Fill: palette.Rule})
	}
	at, done := p.show.At()
	shapes = append(shapes,
		shape.Box{Rect: geom.R(0, high-progress, size.W, progress), Fill: palette.Track},
		shape.Box{Rect: geom.R(0, high-progress, size.W*float64(at+1)/float64(done), progress), Fill: palette.Select})
	x, y := (size.W-column)/2, bandPad*k-2*k
	lines := func(all []text.Line, style text.Style, role palette.Role) {
		for _, l := range all {
			t := shape.Text{At: geom.Pt(x, y+style.Size*1.05), Line: l.Drawn(), Style: style, Fill: role}
			if text.RightToLeft(l.Text) {
				t.At.X, t.Align = x+column, shape.End
			}
			shapes = append(shapes, t)
			y += style.Size * lineHigh
		}
	}
	lines(head, hs, palette.Text)
	lines(body, bs, palette.Text)
	shapes = append(shapes, shape.Text{
		At:   geom.Pt(size.W-bandSide*k/2, high-progress-count.Size*0.55),
		Line: c.count(at + 1), Style: count, Fill: palette.Muted, Align: shape.End,
	})
	c.put(c.band, geom.Pt(0, size.H-high), geom.Size{W: size.W, H: high}, shapes)
}

// beginning is what of a text can be of use: no band holds more.
func beginning(s string, most int) string {
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// count is how far one has come, or the step that is being typed; in the
// beginning it tells where the keys are told.
func (c *caption) count(at int) string {
	_, of := c.p.show.At()
	if typed := c.p.show.Typed(); typed != "" {
		return language.Say("go to %s of %d", typed, of)
	}
	said := language.Say("%d of %d", at, of)
	if !c.p.begun {
		said = language.Say("F1: keys") + "   " + said
	}
	return said
}

// showNote shows the answer to a what-if at the top.
func (c *caption) showNote() {
	if c.answer == "" {
		c.note.Hide()
		return
	}
	size, k := c.p.stage.Size(), c.scale()
	style := text.Style{Size: 15 * k, Weight: text.Medium}
	wide := min(c.p.w.fonts.Width(c.answer, style)+1, size.W-100)
	lines := c.p.w.fonts.Wrap(c.answer, style, wide)
	const edge = 10.0 // for the shadow
	box := geom.R(edge, edge, wide+36*k, float64(len(lines))*style.Size*lineHigh+14*k)
	shapes := []shape.Shape{shape.Box{Rect: box, Radius: 10 * k, Fill: palette.Surface, Stroke: palette.CardBorder, StrokeWidth: 1, Shadow: true}}
	for i, l := range lines {
		shapes = append(shapes, shape.Text{
			At: geom.Pt(box.Center().X, box.Min.Y+7*k+style.Size*(1.05+float64(i)*lineHigh)), Line: l.Drawn(), Style: style, Fill: palette.Text, Align: shape.Middle,
		})
	}
	all := geom.Size{W: box.Max.X + edge, H: box.Max.Y + edge + 4}
	c.put(c.note, geom.Pt((size.W-all.W)/2, 14*k), all, shapes)
}
