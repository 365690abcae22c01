package surface

import (
	"image"
	"math"
	"slices"
	"time"

	"warrant/canvas/geom"
	"warrant/canvas/scene"
	"warrant/canvas/shape"
)

// cardMargin is how far at most a card's shadow and the sign below a
// collapsed card reach beyond its box, in world units; labelMargin the same
// for a label.
const (
	cardMargin  = 13
	labelMargin = 2
)

// need says how badly a picture is wanted: the worst comes first.
type need uint8

const (
	sharper need = iota // it is stretched by a little
	coarse              // it is stretched by more than √2
	stale               // it shows what no longer holds
	missing
)

// want is a picture to be painted.
type want struct {
	need need
	key  pictureKey
	card *scene.Card
	link *scene.Link

	scale  float64       // device pixels a world unit
	box    geom.Rect     // of a badge
	shapes []shape.Shape // of a badge
}

// plan lists which pictures of what is in view are to be painted.
func (s *Surface) plan(f *frame) {
	of := cardPart
	if f.view.Zoom < fullZoom {
		of = titlePart
	}
	for _, c := range f.cards {
		s.consider(f, want{key: pictureKey{c.ID, of}, card: c, scale: f.scale}, c.Revision)
		s.planMark(f, c.ID)
	}
	for _, l := range f.links {
		if f.view.Zoom >= labelZoom {
			s.consider(f, want{key: pictureKey{l.ID, labelPart}, link: l, scale: f.scale}, l.Revision)
			s.planMark(f, l.ID)
		}
		if l.Joined {
			s.consider(f, want{key: pictureKey{l.ID, junctionPart}, link: l, scale: f.scale}, uint64(l.Color))
		}
	}
}

func (s *Surface) consider(f *frame, w want, revision uint64) {
	p := s.pictures.get(w.key)
	switch {
	case p == nil:
		w.need = missing
	case p.revision != revision || p.palette != s.palette:
		w.need = stale
	case p.scale == w.scale:
		return
	case p.scale > w.scale*math.Sqrt2 || p.scale < w.scale/math.Sqrt2:
		w.need = coarse
	case f.still:
		w.need = sharper
	default:
		return
	}
	f.wants = append(f.wants, w)
}

// paintWants paints what the budget allows, at least one picture.
func (s *Surface) paintWants(f *frame) {
	slices.SortStableFunc(f.wants, func(a, b want) int { return int(b.need) - int(a.need) })
	for i, w := range f.wants {
		if i > 0 && time.Now().After(f.until) {
			f.more = true
			return
		}
		s.paint(f, w)
	}
}

func (s *Surface) paint(f *frame, w want) {
	switch w.key.part {
	case cardPart:
		s.paintPart(f, w, w.card.Revision, cardBox(w.card), geom.Point{}, w.card.Shapes())
	case titlePart:
		s.paintPart(f, w, w.card.Revision, cardBox(w.card), geom.Point{}, w.card.TitleShapes())
	case labelPart:
		s.paintPart(f, w, w.link.Revision, geom.R(0, 0, w.link.Label.W(), w.link.Label.H()).Inset(-labelMargin), geom.Point{}, w.link.LabelShapes())
	case junctionPart:
		// The arrow head, which comes first, is drawn with the link's last curve.
		at := w.link.Junction
		s.paintPart(f, w, uint64(w.link.Color), geom.Rect{Min: at, Max: at}.Inset(-junctionReach), at, w.link.ArrowShapes()[1:])
	case badgePart:
		s.paintPart(f, w, uint64(s.scene.MarkOf(w.key.id)), geom.R(0, 0, w.box.W(), w.box.H()).Inset(-1), geom.Pt(w.box.W(), w.box.H()), w.shapes)
	}
}

// cardBox returns what a card's picture holds, its corner at the origin. The
// shadow is 2 units down, so that it reaches less far upwards.
func cardBox(c *scene.Card) geom.Rect {
	return geom.Rect{Min: geom.Pt(-10, -8), Max: geom.Pt(c.Rect.W()+10, c.Rect.H()+cardMargin)}
}

// junctionReach is how far a junction's picture reaches from its middle.
const junctionReach = 7

// paintPart paints shapes that lie in box, both in world units of their own
// plane. Cards and labels get their corner on a whole pixel, for the sake of
// their text; a junction keeps its fraction of a pixel, for the sake of its
// link.
func (s *Surface) paintPart(f *frame, w want, revision uint64, box geom.Rect, anchor geom.Point, shapes []shape.Shape) {
	k := w.scale
	before := geom.Pt(math.Ceil((anchor.X-box.Min.X)*k), math.Ceil((anchor.Y-box.Min.Y)*k))
	after := geom.Pt(math.Ceil((box.Max.X-anchor.X)*k), math.Ceil((box.Max.Y-anchor.Y)*k))
	if w.key.part == junctionPart {
		at := f.px(anchor)
		before = before.Add(geom.Pt(at.X-math.Floor(at.X), at.Y-math.Floor(at.Y)))
		after = after.Add(geom.Pt(1, 1))
	}
	width, height := int(before.X+after.X), int(before.Y+after.Y)
	if width < 1 || height < 1 || width > maxPicture || height > maxPicture {
		return
	}
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	s.painter.Paint(img, geom.View{Origin: anchor.Sub(before.Mul(1 / k)), Zoom: k}, s.palette, shapes)
	s.pictures.put(w.key, revision, k, s.palette, before, img)
}

// maxPicture bounds a picture's sides in pixels, well below what any driver
// takes as a texture.
const maxPicture = 8192

func (s *Surface) showPicture(f *frame, key pictureKey, at geom.Point) bool {
	return s.showScaled(f, key, at, f.scale)
}

// showScaled shows a part at a scale that need not be that of the view.
func (s *Surface) showScaled(f *frame, key pictureKey, at geom.Point, scale float64) bool {
	p := s.pictures.get(key)
	if p == nil {
		return false
	}
	o := p.show(f.px(at), scale, f.dev)
	o.Translucency = 1 - presence(s.scene, key.id)
	s.objects = append(s.objects, o)
	return true
}

// showCard shows a card's picture, for lack of it that of the other level,
// and for lack of both an empty card.
func (s *Surface) showCard(f *frame, c *scene.Card) {
	first, second := cardPart, titlePart
	if f.view.Zoom < fullZoom {
		first, second = second, first
	}
	if s.showPicture(f, pictureKey{c.ID, first}, c.Rect.Min) || s.showPicture(f, pictureKey{c.ID, second}, c.Rect.Min) {
		return
	}
	r := s.marks.rectangle()
	shown := presence(s.scene, c.ID)
	border, behind := c.Ground()
	r.FillColor, r.StrokeColor = fade(s.palette.Of(behind), shown), fade(s.palette.Of(border), shown)
	r.StrokeWidth, r.CornerRadius = 1, f.length(8)
	s.placeRect(f, r, c.Rect)
	s.objects = append(s.objects, r)
}
