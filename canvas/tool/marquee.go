package tool

import (
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// selecting is the state while a marquee is drawn: it selects what it
// touches, cards and the labels of links; with Alt held, what it contains.
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
	takes := func(box geom.Rect) bool { return box.Overlaps(r) }
	if p.Mods&Alt != 0 {
		takes = r.Holds
	}
	ids := slices.Clone(s.base)
	t.scene.Cards(r, func(c *scene.Card) {
		if takes(c.Rect) {
			ids = append(ids, c.ID)
		}
	})
	t.scene.Links(r, func(l *scene.Link) {
		if takes(l.Label) {
			ids = append(ids, l.ID)
		}
	})
	t.doc.Select(ids...)
	t.show(Overlay{Marquee: &r})
}

func (s *selecting) up(t *Tool, _ Pointer) { t.become(idle{}) }
func (s *selecting) lost(t *Tool)          { t.become(idle{}) }
func (s *selecting) cancel(t *Tool)        { t.doc.Select(s.before...) }
