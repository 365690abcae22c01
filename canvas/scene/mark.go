package scene

import (
	"math"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// Mark says what is to be noticed about a claim or link. It is not part of
// the map: comparing, searching and reviewing set it.
type Mark uint8

// The marks.
const (
	NoMark Mark = iota
	Added
	Changed
	Gone
	Found    // by a search: an outline, no word
	Remarked // by a review: a small sign
)

// The measures of a badge in world units. It sits on the upper border of a
// card or label, at its right end.
const (
	badgeHeight = 16
	badgePad    = 6
	badgeIn     = 10 // from the right end of the card
	badgeUp     = 9  // above a card's border
	badgeOver   = 13 // above a label's, whose text is near
	foundGap    = 4  // between what was found and the outline
	foundWidth  = 2.5
)

var badgeStyle = text.Style{Size: 10.5, Weight: text.SemiBold}

// Mark puts marks on claims and links in place of those before; nil takes all
// away. The map of marks is kept, not copied: change it only by calling Mark
// again.
func (s *Scene) Mark(marks map[argument.ID]Mark) {
	if len(marks) == 0 && len(s.marks) == 0 {
		return
	}
	s.marks = marks
	s.restyled()
}

// MarkOf returns the mark of a claim or link.
func (s *Scene) MarkOf(id argument.ID) Mark { return s.marks[id] }

// Color returns the colour that goes with a mark.
func (k Mark) Color() palette.Role {
	return [...]palette.Role{NoMark: palette.None, Added: palette.Added, Changed: palette.Changed, Gone: palette.Gone, Found: palette.Found, Remarked: palette.Changed}[k]
}

// Badge returns where the badge of a claim or link is and what it looks like
// with its corner at the origin; nothing where there is no mark or one that is
// an outline.
func (s *Scene) Badge(id argument.ID) (geom.Rect, []shape.Shape) {
	k := s.marks[id]
	if k == NoMark || k == Found {
		return geom.Rect{}, nil
	}
	on, ok := s.markedBox(id)
	if !ok {
		return geom.Rect{}, nil
	}
	word := s.words.badge(k)
	w := math.Ceil(s.measure.Width(word, badgeStyle)) + 2*badgePad
	up := float64(badgeUp)
	if s.cards[id] == nil {
		up = badgeOver
	}
	in := math.Min(badgeIn, (on.W()-w)/2) // in the middle of what is narrow
	box := geom.R(on.Max.X-in-w, on.Min.Y-up, w, badgeHeight)
	return box, []shape.Shape{
		shape.Box{Rect: geom.R(0, 0, w, badgeHeight), Radius: badgeHeight / 2, Fill: k.Color(), Stroke: palette.Surface, StrokeWidth: 1},
		shape.Text{At: geom.Pt(w/2, 11.5), Line: word, Style: badgeStyle, Fill: palette.OnMark, Align: shape.Middle},
	}
}

// Outline returns the outline around what was found.
func (s *Scene) Outline(id argument.ID) (shape.Box, bool) {
	if s.marks[id] != Found {
		return shape.Box{}, false
	}
	on, ok := s.markedBox(id)
	if !ok {
		return shape.Box{}, false
	}
	radius := float64(cardRadius)
	if s.cards[id] == nil {
		radius = labelHeight / 2
	}
	return shape.Box{Rect: on.Inset(-foundGap), Radius: radius + foundGap, Stroke: palette.Found, StrokeWidth: foundWidth}, true
}

// MarkShapes returns badges and outlines of what meets r, in place, to be
// drawn over Shapes where they are wanted.
func (s *Scene) MarkShapes(r geom.Rect) []shape.Shape {
	var shapes []shape.Shape
	if len(s.marks) == 0 {
		return nil
	}
	add := func(id argument.ID) {
		if box, badge := s.Badge(id); badge != nil {
			shapes = append(shapes, shape.Moved(badge, box.Min)...)
		}
		if outline, ok := s.Outline(id); ok {
			shapes = append(shapes, outline)
		}
	}
	s.Links(r, func(l *Link) { add(l.ID) })
	s.Cards(r, func(c *Card) { add(c.ID) })
	return shapes
}

// markedBox returns the card or label that a mark stands on.
func (s *Scene) markedBox(id argument.ID) (geom.Rect, bool) {
	if c := s.cards[id]; c != nil {
		return c.Rect, true
	}
	if l := s.links[id]; l != nil && len(l.Curves) > 0 {
		return l.Label, true
	}
	return geom.Rect{}, false
}
