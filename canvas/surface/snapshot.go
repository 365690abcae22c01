package surface

import (
	"image"
	"math"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
)

// snapshot is what an overview of the whole map needs, apart from the scene,
// so that it can be painted while the scene changes. It is not written to
// once made.
type snapshot struct {
	version uint64
	bounds  geom.Rect
	cards   []plate
	links   []wire
	flags   []flag
}

type plate struct {
	id    argument.ID
	rect  geom.Rect
	role  palette.Role
	edge  palette.Role // its border
	back  palette.Role // behind its text
	shown float64      // how much of it is drawn, more than 0
	mark  scene.Mark
}

type wire struct {
	curve geom.Cubic
	role  palette.Role
	width float64
	shown float64 // how much of it is drawn, more than 0
	crowd bool
}

// flag is the mark of a link, which stands where its label would be.
type flag struct {
	at   geom.Rect
	mark scene.Mark
}

func takeSnapshot(sc *scene.Scene) *snapshot {
	n := &snapshot{version: sc.Version(), bounds: sc.Bounds()}
	n.cards = make([]plate, 0, sc.NumCards())
	n.links = make([]wire, 0, sc.NumCards())
	all := n.bounds.Inset(-1)
	sc.Cards(all, func(c *scene.Card) {
		shown := presence(sc, c.ID)
		if shown == 0 {
			return
		}
		edge, back := c.Ground()
		n.cards = append(n.cards, plate{c.ID, c.Rect, c.Color(), edge, back, shown, sc.MarkOf(c.ID)})
	})
	sc.Sample(mostSampled, func(l *scene.Link, crowd bool) {
		shown := presence(sc, l.ID)
		if shown == 0 {
			return
		}
		for _, c := range l.Curves {
			n.links = append(n.links, wire{c, l.Color, l.Width, shown, crowd})
		}
		if k := sc.MarkOf(l.ID); k != scene.NoMark {
			n.flags = append(n.flags, flag{l.Label, k})
		}
	})
	return n
}

func (j job) do() *overview {
	o := &overview{job: j}
	if !j.rect.Empty() {
		w, h := int(math.Ceil(j.rect.W()*j.scale)), int(math.Ceil(j.rect.H()*j.scale))
		o.picture = image.NewRGBA(image.Rect(0, 0, max(1, w), max(1, h)))
		j.paint(o.picture)
	}
	o.minimap, o.place = j.paintMini()
	return o
}

// paint draws the overview: lines, and on top of them plates that show as
// much of a card as their size allows, and the marks.
func (j job) paint(img *image.RGBA) {
	pen := pen{img: img, origin: j.rect.Min, scale: j.scale}
	for _, l := range j.snapshot.links {
		if j.bundle && !l.crowd {
			continue
		}
		if hull(l.curve).Inset(-l.width).Overlaps(j.rect) {
			pen.curve(l.curve, l.width, fade(j.palette.Of(l.role), l.shown))
		}
	}
	if j.bundle {
		return
	}
	for _, c := range j.snapshot.cards {
		if c.rect.Overlaps(j.rect) {
			j.plate(pen, c)
		}
	}
	for _, c := range j.snapshot.cards {
		if c.mark != scene.NoMark && c.rect.Overlaps(j.rect) {
			j.mark(pen, c.rect, c.mark)
		}
	}
	for _, f := range j.snapshot.flags {
		if f.at.Overlaps(j.rect) {
			j.mark(pen, f.at, f.mark)
		}
	}
}

func (j job) plate(pen pen, c plate) {
	color := fade(j.palette.Of(c.role), c.shown)
	if j.selected[c.id] {
		halo := max(3, 2/j.scale)
		pen.fill(c.rect.Inset(-halo), j.palette.Of(palette.Select))
	}
	if c.rect.H()*j.scale < 5 {
		pen.fill(c.rect, fade(color, 0.8))
		return
	}
	pen.fill(c.rect, fade(j.palette.Of(c.edge), c.shown))
	pen.fill(c.rect.Inset(0.8/j.scale), fade(j.palette.Of(c.back), c.shown))
	edge := c.rect
	edge.Max.X = edge.Min.X + max(8, 2/j.scale)
	pen.fill(edge, color)
	if c.rect.H()*j.scale >= 12 {
		pen.lines(c.rect, fade(j.palette.Of(palette.Muted), 0.5*c.shown))
	}
}
