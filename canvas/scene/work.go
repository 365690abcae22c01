package scene

import (
	"iter"

	"warrant/argument"
	"warrant/canvas/geom"
)

// work is what is to be drawn anew, by the level of the links: those to
// claims first, as links to links end on their labels.
type work struct {
	levels []*level
	all    bool // links, so that none need be looked for besides
}

// level is the work on links of one level.
type level struct {
	routes, labels targets
	boxes          []geom.Rect // where a label is or was to be
}

// targets are the targets of links to be drawn anew, in the order found, and
// of a crowded target the links concerned; a nil set stands for all.
type targets struct {
	order []argument.ID
	only  map[argument.ID]map[argument.ID]bool
}

func (t *targets) add(id, link argument.ID) {
	if t.only == nil {
		t.only = make(map[argument.ID]map[argument.ID]bool)
	}
	set, known := t.only[id]
	switch {
	case !known:
		t.order = append(t.order, id)
		if link != "" {
			set = map[argument.ID]bool{link: true}
		}
		t.only[id] = set
	case link == "":
		t.only[id] = nil
	case set != nil:
		set[link] = true
	}
}

func (w *work) at(n int) *level {
	for len(w.levels) <= n {
		w.levels = append(w.levels, new(level))
	}
	return w.levels[n]
}

// levelOf returns the level of links to a target.
func (s *Scene) levelOf(target argument.ID) int {
	n := 0
	for l := s.m.Link(target); l != nil; l = s.m.Link(l.To) {
		n++
	}
	return n
}

// route adds a target whose links, or whose one link, are to be drawn anew.
func (w *work) route(s *Scene, target, link argument.ID) {
	w.at(s.levelOf(target)).routes.add(target, link)
}

// drawAll does the work, and what follows from it: labels that are in each
// other's way, and links that end on labels that moved.
func (s *Scene) drawAll(w *work) {
	if s.lean(w) {
		for l := range s.m.Links() {
			if s.links[l.ID] != nil {
				w.route(s, l.To, l.ID)
			}
		}
		w.all = true
	}
	for n := 0; n < len(w.levels); n++ {
		lv := w.levels[n]
		for _, id := range lv.routes.order {
			s.route(id, lv.routes.only[id], func(l *Link) {
				lv.labels.add(id, l.ID)
				heeded := l.usual
				if l.crowd {
					heeded = geom.Rect{}
				}
				if l.noted != heeded {
					lv.boxes = append(lv.boxes, l.noted, heeded)
					l.noted = heeded
				}
			})
		}
		for _, box := range lv.boxes {
			if w.all {
				break
			}
			s.near(box, func(l *Link) {
				if l.level >= n {
					w.at(l.level).labels.add(s.to(l), l.ID)
				}
			})
		}
		for i := 0; i < len(lv.labels.order); i++ {
			id := lv.labels.order[i]
			s.labels(id, lv.labels.only[id], func(l *Link, free, taken geom.Rect) {
				if s.m.NumIncoming(l.ID) > 0 {
					w.at(n+1).routes.add(l.ID, "")
				}
				if w.all {
					return
				}
				for _, box := range [2]geom.Rect{free, taken} {
					s.near(box, func(o *Link) {
						if o.level > n {
							w.at(o.level).labels.add(s.to(o), o.ID)
						}
					})
				}
			})
		}
	}
	s.version++
}

// lean counts anew how the links to be drawn lie, and reports whether the map
// as a whole runs sideways now and did not before, or the other way round.
func (s *Scene) lean(w *work) bool {
	for _, id := range w.at(0).routes.order {
		card, only := s.cards[id], w.at(0).routes.only[id]
		for l := range s.incoming(id, only) {
			link := s.links[l.ID]
			if link == nil {
				continue
			}
			var beyond [4]int
			for _, f := range l.From {
				if c := s.cards[f]; c != nil && card != nil {
					n := clearOf(card.Rect, []geom.Rect{c.Rect})
					for side, k := range n {
						beyond[side] += k
					}
				}
			}
			s.weigh(link, beyond)
		}
	}
	before := s.sideways
	n := s.beyond
	s.sideways = n[left]+n[right] > n[below]+n[above]
	return before != s.sideways
}

// weigh has a link's premises lie so many clear of its target on each side.
func (s *Scene) weigh(l *Link, beyond [4]int) {
	for side, n := range beyond {
		s.beyond[side] += n - l.beyond[side]
	}
	l.beyond = beyond
}

// Way returns the unit vector in which most premises lie from their targets:
// downwards in a map without links.
func (s *Scene) Way() geom.Point {
	most := below
	for d := below; d <= right; d++ {
		if s.beyond[d] > s.beyond[most] {
			most = d
		}
	}
	return most.out()
}

// incoming yields the links to a target: those in only, or all for nil.
func (s *Scene) incoming(target argument.ID, only map[argument.ID]bool) iter.Seq[*argument.Link] {
	if only == nil {
		return s.m.Incoming(target)
	}
	return func(yield func(*argument.Link) bool) {
		for id := range only {
			if l := s.m.Link(id); l != nil && l.To == target && !yield(l) {
				return
			}
		}
	}
}

// near calls fn for the links that run near a box and heed it.
func (s *Scene) near(box geom.Rect, fn func(*Link)) {
	if box == (geom.Rect{}) {
		return
	}
	s.index.meetLinks(box.Inset(-labelReach), func(e *entry) bool {
		fn(e.link)
		return true
	})
}
