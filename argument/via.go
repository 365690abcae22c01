package argument

import "slices"

// MostVia is how many points one link may be led through.
const MostVia = 500

// lead has the points that links are led through follow their ends: where an
// edit moves all ends of a link by the same way, and says nothing of its
// points, they go with them; where it gives a link other ends, they are gone.
func (e *Edit) lead() {
	for i := range e.links.changes {
		c := &e.links.changes[i]
		if c.From != nil && c.To != nil && c.To.Via != nil && slices.Equal(c.From.Via, c.To.Via) &&
			(c.From.To != c.To.To || !slices.Equal(c.From.From, c.To.From)) {
			e.leadBy(c.To, nil)
		}
	}
	moved := make(map[ID]Point)
	for _, c := range e.claims.changes {
		if c.From != nil && c.To != nil && c.From.Placed && c.From.At != c.To.At {
			moved[c.To.ID] = Point{c.To.At.X - c.From.At.X, c.To.At.Y - c.From.At.Y}
		}
	}
	if len(moved) == 0 {
		return
	}
	seen := make(map[ID]bool)
	var follow func(l *Link)
	follow = func(l *Link) {
		if seen[l.ID] {
			return
		}
		seen[l.ID] = true
		if l.Via != nil && !e.said(l) {
			if by, all := e.together(l, moved); all {
				via := slices.Clone(l.Via)
				for i := range via {
					via[i].X, via[i].Y = via[i].X+by.X, via[i].Y+by.Y
				}
				e.leadBy(l, via)
			}
		}
		for on := range e.m.Incoming(l.ID) {
			follow(on)
		}
	}
	for _, c := range e.claims.changes {
		if c.To == nil {
			continue
		}
		if _, ok := moved[c.To.ID]; ok {
			for l := range e.m.Outgoing(c.To.ID) {
				follow(l)
			}
		}
	}
}

// said reports whether the edit has given the link its points.
func (e *Edit) said(l *Link) bool {
	i, touched := e.links.at[e.m.links.slot[l.ID]]
	if !touched {
		return false
	}
	from := e.links.changes[i].From
	return from == nil || !slices.Equal(from.Via, l.Via)
}

// together reports whether all ends of a link moved the same way, and which.
// One that ends at a link moves as that one does.
func (e *Edit) together(l *Link, moved map[ID]Point) (by Point, all bool) {
	if len(l.From) == 0 { // which the rules refuse, later
		return by, false
	}
	by, all = moved[l.From[0]]
	for seen := make(map[ID]bool); all && !seen[l.ID]; { // nor may links bear on each other in a circle
		seen[l.ID] = true
		for _, f := range l.From {
			if d, ok := moved[f]; !ok || d != by {
				return by, false
			}
		}
		next := e.m.Link(l.To)
		if next == nil {
			d, ok := moved[l.To]
			return by, ok && d == by
		}
		l = next
	}
	return by, false
}

func (e *Edit) leadBy(l *Link, via []Point) {
	next := *l
	next.Via = via
	e.setLink(l, &next)
}
