package surface

import (
	"image/color"

	"fyne.io/fyne/v2"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
	"warrant/canvas/tool"
)

// How what is selected, hovered and aimed at stands out.
const (
	glowWidth    = 9    // world units that a glow is wider than its link
	glowStrong   = 0.28 // opacity around a selected link
	glowAim      = 0.45 // around a link that would be linked to on release
	glowFaint    = 0.13 // around a hovered link
	ringWidth    = 2    // units of the toolkit
	ringGap      = 0.5  // world units
	mostRings    = 200  // that are drawn while cards are not
	cardRounding = 8    // world units
)

// The arrow head of a link is drawn with its last curve; these are its
// measures in the scene's ArrowShapes, in world units.
const (
	arrowLength = 9
	arrowHalf   = 5
)

func (s *Surface) linkStroke(f *frame, l *scene.Link) stroke {
	return stroke{
		width: l.Width * f.scale,
		dash:  [2]float64{l.Dash[0] * f.scale, l.Dash[1] * f.scale},
		color: fade(s.palette.Of(l.Color), presence(s.scene, l.ID)),
		arrow: &arrow{tip: f.px(l.Tip), heading: l.Heading, length: arrowLength * f.scale, half: arrowHalf * f.scale},
	}
}

// drawLink appends the curves of a link. Dashes run on from one to the next;
// a leg of linked premises, which has no line before it, begins them anew.
func (s *Surface) drawLink(f *frame, l *scene.Link, k stroke) {
	head, along := k.arrow, 0.0
	for i, c := range l.Curves {
		if i > 0 && c.A != l.Curves[i-1].D {
			along = 0
		}
		k.arrow = nil
		if i == len(l.Curves)-1 {
			k.arrow = head
		}
		along = s.links.draw(&s.objects, geom.Cubic{A: f.px(c.A), B: f.px(c.B), C: f.px(c.C), D: f.px(c.D)}, k, along)
	}
}

// showGlow draws what shines from under links.
func (s *Surface) showGlow(f *frame) {
	o := s.tool.Overlay()
	for _, l := range f.links {
		opacity := 0.0
		switch {
		case o.Target.OnLink() && o.Target.ID == l.ID:
			opacity = glowAim
		case s.selected[l.ID]:
			opacity = glowStrong
		case o.Hover.OnLink() && o.Hover.ID == l.ID:
			opacity = glowFaint
		default:
			continue
		}
		s.drawLink(f, l, stroke{
			width: (l.Width + glowWidth) * f.scale,
			color: fade(s.palette.Of(palette.Select), opacity),
		})
	}
}

// showOverlay draws rings and what a gesture shows.
func (s *Surface) showOverlay(f *frame, overview bool) {
	o := s.tool.Overlay()
	if overview {
		f.cards = s.apart(o)
	}
	for _, c := range f.cards {
		switch {
		case o.Target.OnCard() && o.Target.ID == c.ID:
			s.ring(f, c.Rect, cardRounding, s.kindColor(o.Kind), 1, ringWidth+1)
		case o.Refused.OnCard() && o.Refused.ID == c.ID:
			s.ring(f, c.Rect, cardRounding, palette.Muted, 1, ringWidth)
		case s.selected[c.ID]:
			s.ring(f, c.Rect, cardRounding, palette.Select, 1, ringWidth)
		case o.Hover.OnCard() && o.Hover.ID == c.ID:
			s.ring(f, c.Rect, cardRounding, palette.Select, 0.45, ringWidth)
		}
	}
	if f.view.Zoom >= labelZoom {
		for _, l := range f.links {
			switch {
			case o.Target.OnLink() && o.Target.ID == l.ID:
				s.ring(f, l.Label, l.Label.H()/2, s.kindColor(o.Kind), 1, ringWidth+1)
			case o.Refused.OnLink() && o.Refused.ID == l.ID:
				s.ring(f, l.Label, l.Label.H()/2, palette.Muted, 1, ringWidth)
			case s.selected[l.ID]:
				s.ring(f, l.Label, l.Label.H()/2, palette.Select, 1, ringWidth)
				s.showPlaces(f, l)
			}
		}
	}
	if o.Ghost != nil {
		r := s.marks.rectangle()
		r.FillColor, r.StrokeColor = fade(s.palette.Of(palette.Surface), 0.6), s.palette.Of(palette.Select)
		r.StrokeWidth, r.CornerRadius = 1.5, f.length(cardRounding)
		s.placeRect(f, r, *o.Ghost)
		s.objects = append(s.objects, r)
	}
	for _, g := range o.Guides {
		s.showGuide(f, g)
	}
	if o.Rubber != nil {
		s.showRubber(f, o)
	}
	if o.Handle != nil {
		s.objects = append(s.objects, s.marks.circle(f.pos(*o.Handle), 6, s.palette.Of(palette.Select), s.palette.Of(palette.Surface), 2))
	}
	if o.Grip != nil {
		s.showGrip(f, *o.Grip)
	}
	if o.Marquee != nil {
		r := s.marks.rectangle()
		r.FillColor, r.StrokeColor, r.StrokeWidth = fade(s.palette.Of(palette.Select), 0.1), s.palette.Of(palette.Select), 1
		s.placeRect(f, r, *o.Marquee)
		s.objects = append(s.objects, r)
	}
	if o.Why != "" {
		s.showWhy(o.Why)
	}
}

// apart returns the cards that stand out in the overview while its picture
// may be older than they are: what is aimed at, hovered or, if it is not
// very much, selected and perhaps being dragged.
func (s *Surface) apart(o *tool.Overlay) []*scene.Card {
	ids := s.doc.Selection()
	if len(ids) > mostRings {
		ids = nil
	}
	var cards []*scene.Card
	for _, id := range append([]argument.ID{o.Target.ID, o.Refused.ID, o.Hover.ID}, ids...) {
		if c := s.scene.Card(id); c != nil {
			cards = append(cards, c)
		}
	}
	return cards
}

func (s *Surface) kindColor(k argument.Kind) palette.Role {
	switch k {
	case argument.Supports:
		return palette.Supports
	case argument.Opposes:
		return palette.Opposes
	}
	return palette.Select
}

// ring draws a ring around a world rectangle, just outside it.
func (s *Surface) ring(f *frame, around geom.Rect, radius float64, role palette.Role, opacity float64, width float32) {
	r := s.marks.rectangle()
	r.StrokeColor, r.StrokeWidth = fade(s.palette.Of(role), opacity), width
	r.CornerRadius = f.length(radius) + width/2
	p := f.pos(around.Min)
	gap := width/2 + ringGap
	r.Move(p.SubtractXY(gap, gap))
	r.Resize(fyne.NewSize(f.length(around.W())+2*gap, f.length(around.H())+2*gap))
	s.objects = append(s.objects, r)
}

// The rubber link, in units of the toolkit.
const (
	rubberWidth = 2.5
	rubberDot   = 4
)

func (s *Surface) showRubber(f *frame, o *tool.Overlay) {
	c := o.Rubber
	k := stroke{width: rubberWidth * f.dev, color: s.palette.Of(s.kindColor(o.Kind))}
	if o.Kind == argument.Opposes {
		k.dash = [2]float64{7 * f.dev, 4 * f.dev}
	}
	s.links.draw(&s.objects, geom.Cubic{A: f.px(c.A), B: f.px(c.B), C: f.px(c.C), D: f.px(c.D)}, k, 0)
	s.objects = append(s.objects, s.marks.circle(f.pos(c.D), rubberDot, k.color, color.Transparent, 0))
}
