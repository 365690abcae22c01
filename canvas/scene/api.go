package scene

import (
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// Scene is the drawing of one map.
type Scene struct{}

// New draws a map.
func New(m *argument.Map, measure text.Measurer, numbers Numbers) *Scene { return nil }

// Apply follows a difference of the document.
func (s *Scene) Apply(d argument.Difference) {}

// Renumber draws these claims and links anew after their numbers changed.
func (s *Scene) Renumber(claims, links []argument.ID) {}

// Version changes whenever anything in the scene does.
func (s *Scene) Version() uint64 { return 0 }

// Card returns a claim's card, or nil where it is not shown.
func (s *Scene) Card(id argument.ID) *Card { return nil }

// Link returns a link as drawn, or nil where it is not shown.
func (s *Scene) Link(id argument.ID) *Link { return nil }

// Cards calls fn for each card that meets r, in drawing order.
func (s *Scene) Cards(r geom.Rect, fn func(*Card)) {}

// Links calls fn for each link that meets r, in drawing order.
func (s *Scene) Links(r geom.Rect, fn func(*Link)) {}

// NumCards returns how many cards are shown.
func (s *Scene) NumCards() int { return 0 }

// Bounds returns the smallest rectangle that holds all.
func (s *Scene) Bounds() geom.Rect { return geom.Rect{} }

// At returns the topmost thing within slack world units of p.
func (s *Scene) At(p geom.Point, slack float64) Hit { return Hit{} }

// CardSize returns the size of the card of a claim, shown or not.
func (s *Scene) CardSize(c *argument.Claim) geom.Size { return geom.Size{} }

// Shapes returns the drawing of what meets r, bottom first.
func (s *Scene) Shapes(r geom.Rect) []shape.Shape { return nil }

// Shapes returns the card's drawing with its corner at the origin.
func (c *Card) Shapes() []shape.Shape { return nil }

// TitleShapes returns the card's drawing for small zooms: no bar, no marks.
func (c *Card) TitleShapes() []shape.Shape { return nil }

// LabelShapes returns the label's drawing with its corner at the origin.
func (l *Link) LabelShapes() []shape.Shape { return nil }

// ArrowShapes returns the arrow's and the junction's drawing in place.
func (l *Link) ArrowShapes() []shape.Shape { return nil }
