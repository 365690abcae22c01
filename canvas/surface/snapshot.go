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
}

type plate struct {
	id   argument.ID
	rect geom.Rect
	role palette.Role
}

type wire struct {
	curve geom.Cubic
	role  palette.Role
	width float64
}

func takeSnapshot(sc *scene.Scene) *snapshot {
	n := &snapshot{version: sc.Version(), bounds: sc.Bounds()}
	n.cards = make([]plate, 0, sc.NumCards())
	n.links = make([]wire, 0, sc.NumCards())
	all := n.bounds.Inset(-1)
	sc.Cards(all, func(c *scene.Card) { n.cards = append(n.cards, plate{c.ID, c.Rect, c.Color()}) })
	sc.Links(all, func(l *scene.Link) {
		for _, c := range l.Curves {
			n.links = append(n.links, wire{c, l.Color, l.Width})
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
// much of a card as their size allows.
func (j job) paint(img *image.RGBA) {
	pen := pen{img: img, origin: j.rect.Min, scale: j.scale}
	for _, l := range j.snapshot.links {
		if hull(l.curve).Inset(-l.width).Overlaps(j.rect) {
			pen.curve(l.curve, l.width, j.palette.Of(l.role))
		}
	}
	surface, border := j.palette.Of(palette.Surface), j.palette.Of(palette.CardBorder)
	for _, c := range j.snapshot.cards {
		if !c.rect.Overlaps(j.rect) {
			continue
		}
		color := j.palette.Of(c.role)
		if j.selected[c.id] {
			halo := max(3, 2/j.scale)
			pen.fill(c.rect.Inset(-halo), j.palette.Of(palette.Select))
		}
		if c.rect.H()*j.scale < 5 {
			pen.fill(c.rect, fade(color, 0.8))
			continue
		}
		pen.fill(c.rect, border)
		pen.fill(c.rect.Inset(0.8/j.scale), surface)
		edge := c.rect
		edge.Max.X = edge.Min.X + max(8, 2/j.scale)
		pen.fill(edge, color)
		if c.rect.H()*j.scale >= 12 {
			pen.lines(c.rect, fade(j.palette.Of(palette.Muted), 0.5))
		}
	}
}
