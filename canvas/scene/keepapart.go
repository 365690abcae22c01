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

// labelReach is how far around a link its label may be, in world units.
const labelReach = 64

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

// label puts the labels of the links to a target: clear of cards, of each
// other, and of other labels. Of two that are usually in the same place, the
// one later in the map gives way; so where a label goes depends on what is
// near it and not on the order in which things were edited. moved is called
// with each label that changed its place, and where it was.
func (s *Scene) labels(target argument.ID, only map[argument.ID]bool, moved func(l *Link, old geom.Rect)) {
	ends, crowded := s.ends(target)
	var before []geom.Rect
	for i := range ends {
		l := ends[i].link
		if crowded && only != nil && !only[l.ID] || len(l.Curves) == 0 {
			continue
		}
		old := l.placed
		l.Label = s.freeSpot(l, target, crowded, before)
		if !crowded {
			before = append(before, l.Label)
		}
		if l.Label != old {
			l.placed = l.Label
			l.Bounds = l.course.Union(l.Label).Union(l.usual)
			s.index.putLink(l)
			moved(l, old)
		}
	}
}

// freeSpot returns the place for a label with the least in its way. before
// are the labels of the links beside it on the same target.
func (s *Scene) freeSpot(l *Link, target argument.ID, crowded bool, before []geom.Rect) geom.Rect {
	var best geom.Rect
	least := -1
	for lane := range l.lanes {
		for _, t := range spots {
			box := l.labelAt(lane, t)
			n := s.inTheWay(l, box.Inset(-2), target, crowded, before)
			if least < 0 || n < least {
				best, least = box, n
			}
			if n == 0 {
				return best
			}
		}
	}
	return best
}

func (s *Scene) inTheWay(l *Link, box geom.Rect, target argument.ID, crowded bool, before []geom.Rect) int {
	n := 0
	for _, o := range before {
		if o.Overlaps(box) {
			n += overLabel
		}
	}
	s.index.meet(box, func(e *entry) bool {
		if e.card != nil {
			if !s.lifted[e.card.ID] && e.box.Overlaps(box) {
				n += underCard
			}
			return true
		}
		o := e.link
		if o == l || len(o.Curves) == 0 || o.level > l.level {
			return true
		}
		if o.level < l.level {
			if o.Label.Overlaps(box) {
				n += overLabel
			}
		} else if !crowded && s.to(o) == target {
			return true // beside it: among before, or to come
		} else if o.slot < l.slot && o.usual.Overlaps(box) {
			n += overLabel
		}
		return true
	})
	return n
}

func (s *Scene) to(l *Link) argument.ID {
	if k := s.m.Link(l.ID); k != nil {
		return k.To
	}
	return ""
}
