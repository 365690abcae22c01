package tool

import (
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// selecting is the state while a marquee is drawn: it selects what it
// touches, cards and the labels of links.
type selecting struct {
	corner geom.Point    // world
	before []argument.ID // what was selected
	base   []argument.ID // what stays selected whatever the marquee touches
}

func marquee(t *Tool, start Pointer) state {
	s := &selecting{corner: t.view.ToWorld(start.At), before: slices.Clone(t.doc.Selection())}
	if start.Mods&(Shift|Command) != 0 {
		s.base = s.before
	}
	return s
}

func (s *selecting) move(t *Tool, p Pointer) {
	r := geom.Span(s.corner, t.view.ToWorld(p.At))
	ids := slices.Clone(s.base)
	t.scene.Cards(r, func(c *scene.Card) {
		if c.Rect.Overlaps(r) {
			ids = append(ids, c.ID)
		}
	})
	t.scene.Links(r, func(l *scene.Link) {
		if l.Label.Overlaps(r) {
			ids = append(ids, l.ID)
		}
	})
	t.doc.Select(ids...)
	t.show(Overlay{Marquee: &r})
}

func (s *selecting) up(t *Tool, _ Pointer) { t.become(idle{}) }
func (s *selecting) lost(t *Tool)          { t.become(idle{}) }
func (s *selecting) cancel(t *Tool)        { t.doc.Select(s.before...) }
