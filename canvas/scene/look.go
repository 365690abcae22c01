package scene

import (
	"cmp"
	"math"
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/shape"
)

// Version changes whenever anything in the scene does.
func (s *Scene) Version() uint64 { return s.version }

// Card returns a claim's card, or nil where it is not shown.
func (s *Scene) Card(id argument.ID) *Card { return s.cards[id] }

// Link returns a link as drawn, or nil where it is not shown.
func (s *Scene) Link(id argument.ID) *Link { return s.links[id] }

// NumCards returns how many cards are shown.
func (s *Scene) NumCards() int { return len(s.cards) }

// Cards calls fn for each card that meets r, in drawing order.
func (s *Scene) Cards(r geom.Rect, fn func(*Card)) {
	var found []*Card
	s.index.meetCards(r, func(e *entry) bool {
		found = append(found, e.card)
		return true
	})
	slices.SortFunc(found, func(a, b *Card) int { return cmp.Compare(a.sequence, b.sequence) })
	for _, c := range found {
		fn(c)
	}
}

// Links calls fn for each link that meets r, in drawing order.
func (s *Scene) Links(r geom.Rect, fn func(*Link)) { s.LinksUpTo(r, math.MaxInt, fn) }

// LinksUpTo is Links where no more than most links in crowds meet r. Where
// more do, it leaves out all that are in crowds, takes hardly any time for
// them, and reports false.
func (s *Scene) LinksUpTo(r geom.Rect, most int, fn func(*Link)) bool {
	var found []*Link
	add := func(e *entry) bool {
		if len(e.link.Curves) > 0 {
			found = append(found, e.link)
		}
		return true
	}
	s.index.meetLinks(r, add)
	alone := len(found)
	all := s.index.meetCrowds(r, func(e *entry) bool { return add(e) && len(found)-alone <= most })
	if !all {
		found = found[:alone]
	}
	slices.SortFunc(found, func(a, b *Link) int { return cmp.Compare(a.sequence, b.sequence) })
	for _, l := range found {
		fn(l)
	}
	return all
}

// Sample calls fn for each link, in the map's order, and with each says
// whether it is in a crowd. Of those it leaves out, evenly, what are more than
// about most.
func (s *Scene) Sample(most int, fn func(l *Link, crowd bool)) {
	each := max(1, (s.index.crowds.held+most-1)/most)
	n := 0
	for l := range s.m.Links() {
		link := s.links[l.ID]
		if link == nil || len(link.Curves) == 0 {
			continue
		}
		if link.crowd {
			if n++; n%each != 0 {
				continue
			}
		}
		fn(link, link.crowd)
	}
}

// edgeInside is how far into a card its edge band reaches, in world units;
// outward it reaches as far as the slack.
const edgeInside = 5

// At returns the topmost thing within slack world units of p. A point in a
// card or a label belongs to it, whatever is near.
func (s *Scene) At(p geom.Point, slack float64) Hit {
	var hit Hit
	order := math.MinInt
	better := func(part Part, id argument.ID, sequence int) {
		rank := int(part)
		if part == CardEdge {
			rank = int(Curve) // outside the card: only before nothing
		}
		if hit.Part != Nothing {
			was := int(hit.Part)
			if hit.Part == CardEdge {
				was = int(Curve)
			}
			if rank < was || rank == was && sequence < order {
				return
			}
		}
		hit, order = Hit{part, id}, sequence
	}
	s.index.meet(geom.Rect{Min: p, Max: p}.Inset(-slack-junctionDot), func(e *entry) bool {
		if c := e.card; c != nil {
			switch {
			case c.Rect.Contains(p):
				better(CardBody, c.ID, c.sequence)
			case c.Rect.Distance(p) <= slack:
				better(CardEdge, c.ID, c.sequence)
			}
			return true
		}
		if hit.Part == CardBody {
			return false // cards come first here, and are above
		}
		l := e.link
		switch {
		case l.Label.Contains(p):
			better(Label, l.ID, l.sequence)
		case l.Joined && l.Junction.Distance(p) <= junctionDot+slack:
			better(Junction, l.ID, l.sequence)
		default:
			for _, c := range l.Curves {
				if _, d := c.Nearest(p); d <= slack+l.Width/2 {
					better(Curve, l.ID, l.sequence)
					break
				}
			}
		}
		return true
	})
	if hit.Part == CardBody {
		r := s.cards[hit.ID].Rect
		if inside := r.Inset(math.Min(edgeInside, slack)); !inside.Contains(p) {
			hit.Part = CardEdge
		}
	}
	return hit
}

// Shapes returns the drawing of what meets r, bottom first: links, labels,
// cards.
func (s *Scene) Shapes(r geom.Rect) []shape.Shape {
	var shapes []shape.Shape
	s.Links(r, func(l *Link) {
		shapes = append(shapes, shape.Path{Curves: l.Curves, Stroke: l.Color, Width: l.Width, Dash: l.Dash})
		shapes = append(shapes, l.ArrowShapes()...)
	})
	s.Links(r, func(l *Link) { shapes = append(shapes, shape.Moved(l.LabelShapes(), l.Label.Min)...) })
	s.Cards(r, func(c *Card) { shapes = append(shapes, shape.Moved(c.Shapes(), c.Rect.Min)...) })
	return shapes
}
