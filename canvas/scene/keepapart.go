package scene

import (
	"warrant/argument"
	"warrant/canvas/geom"
)

// spots are the places on a curve, as shares of it, where its label may be.
var spots = [...]float64{0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78, 0.15, 0.85, 0.1, 0.9, 0.45, 0.55, 0.35, 0.65}

// What is in a label's way, by how much it disturbs.
const (
	underCard = 4
	overLabel = 1
)

// hopeless is when no more of what is in the way is looked at: in a heap of
// cards, or a pile of labels, one place is as bad as the next.
const hopeless = 16

// asides are the places beside the middle of a curve where its label may be
// when none on it is free: across in shares of its width, up or down in world
// units.
var asides = [...]struct{ across, down float64 }{
	{0, 16}, {0, -16}, {0, 26}, {0, -26}, {-0.5, 16}, {0.5, 16}, {-0.5, -16}, {0.5, -16}, {-0.5, 26}, {0.5, 26}, {-0.5, -26}, {0.5, -26},
}

// labelReach is how far around a link its label may be, in world units.
const labelReach = 96

// labelAt returns the label's box at a place on one of the curves that may
// hold it.
func (l *Link) labelAt(lane int, t float64) geom.Rect {
	if len(l.lanes) == 0 {
		return geom.Rect{}
	}
	p := l.Curves[l.lanes[lane]].At(t)
	half := geom.Pt(l.label.full/2, labelHeight/2)
	return geom.Rect{Min: p.Sub(half), Max: p.Add(half)}
}

// labels puts the labels of the links to a target: clear of cards, of each
// other, and of other labels. Of two that are usually in the same place, the
// one later in the map gives way; so where a label goes depends on what is
// near it and not on the order in which things were edited. In a crowd each
// stays where it usually is. moved is called with each label that changed its
// place, and with the places that are now free and now taken.
func (s *Scene) labels(target argument.ID, only map[argument.ID]bool, moved func(l *Link, free, taken geom.Rect)) {
	ends, _ := s.ends(target, only)
	var before []geom.Rect
	for i := range ends {
		l := ends[i].link
		if len(l.Curves) == 0 {
			continue
		}
		taken := geom.Rect{}
		if !l.crowd {
			l.Label = s.freeSpot(l, target, before)
			taken = l.Label
			before = append(before, l.Label)
		}
		if !l.crowd && l.tag.box != l.Label.Union(l.usual) {
			l.Bounds = l.course.Union(l.Label).Union(l.usual)
			s.index.putLink(l)
		}
		if free := l.taken; l.Label != l.placed || taken != free {
			l.placed, l.taken = l.Label, taken
			moved(l, free, taken)
		}
	}
}

// freeSpot returns the place for a label with the least in its way. before
// are the labels of the links beside it on the same target.
func (s *Scene) freeSpot(l *Link, target argument.ID, before []geom.Rect) geom.Rect {
	var best geom.Rect
	least := -1
	for lane := range l.lanes {
		for _, t := range spots {
			box := l.labelAt(lane, t)
			n := s.inTheWay(l, box.Inset(-2), target, before)
			if least < 0 || n < least {
				best, least = box, n
			}
			if n == 0 {
				return best
			}
		}
	}
	if least > 0 && least < hopeless {
		on := l.labelAt(0, spots[0])
		for _, a := range asides {
			box := on.Move(geom.Pt(a.across*on.W(), a.down))
			if s.inTheWay(l, box.Inset(-2), target, before) == 0 {
				return box
			}
		}
	}
	return best
}

func (s *Scene) inTheWay(l *Link, box geom.Rect, target argument.ID, before []geom.Rect) int {
	n := 0
	for _, o := range before {
		if o.Overlaps(box) {
			n += overLabel
		}
	}
	looked := 0
	s.index.meetLabels(box, func(e *entry) bool {
		if looked++; looked > pile {
			n = hopeless
		}
		if n >= hopeless {
			return false
		}
		o := e.link
		if o == l || o.level > l.level {
			return true
		}
		if o.level < l.level {
			if o.Label.Overlaps(box) {
				n += overLabel
			}
		} else if o.slot < l.slot && o.usual.Overlaps(box) && s.to(o) != target {
			n += overLabel // those beside it are among before, or to come
		}
		return true
	})
	if n >= hopeless {
		return hopeless
	}
	s.index.meetCards(box, func(e *entry) bool {
		if !s.lifted[e.card.ID] {
			n += underCard
		}
		return n < hopeless
	})
	return min(n, hopeless)
}

func (s *Scene) to(l *Link) argument.ID {
	if k := s.m.Link(l.ID); k != nil {
		return k.To
	}
	return ""
}
