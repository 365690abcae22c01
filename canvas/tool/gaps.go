package tool

import (
	"math"

	"warrant/canvas/geom"
)

// gapMost is the widest room between cards that is compared, in world units.
const gapMost = 600.0

// neighbours returns the card next to r on either side along an axis, of
// those that stand beside it. What overlaps r by less than reach counts as
// beside it: r is on its way.
func (n *snapper) neighbours(read axis, r geom.Rect, reach float64) (before, after geom.Rect, hasBefore, hasAfter bool) {
	low, _, high, from, to := read(r)
	for _, o := range n.rects {
		l, _, h, of, ot := read(o)
		if ot <= from || of >= to {
			continue
		}
		if h <= low+reach && low-h <= gapMost {
			if _, _, bh, _, _ := read(before); !hasBefore || h > bh {
				before, hasBefore = o, true
			}
		}
		if l >= high-reach && l-high <= gapMost {
			if al, _, _, _, _ := read(after); !hasAfter || l < al {
				after, hasAfter = o, true
			}
		}
	}
	return before, after, hasBefore, hasAfter
}

// evenly returns the displacements within reach by which r would keep equal
// distances: to the neighbours on both sides, or to one the distance that
// this keeps to the next.
func (n *snapper) evenly(read axis, r geom.Rect, reach float64) (by []float64) {
	before, after, hasBefore, hasAfter := n.neighbours(read, r, reach)
	low, _, high, _, _ := read(r)
	al, _, _, _, _ := read(after)
	_, _, bh, _, _ := read(before)
	add := func(d float64) {
		if math.Abs(d) < reach {
			by = append(by, d)
		}
	}
	if hasBefore && hasAfter {
		add(((al - high) - (low - bh)) / 2)
	}
	if hasBefore {
		if g, ok := n.beyond(read, before, true); ok {
			add(bh + g - low)
		}
	}
	if hasAfter {
		if g, ok := n.beyond(read, after, false); ok {
			add(al - g - high)
		}
	}
	return by
}

// beyond returns the distance of a card to its own neighbour on one side.
func (n *snapper) beyond(read axis, r geom.Rect, before bool) (float64, bool) {
	b, a, hasBefore, hasAfter := n.neighbours(read, r, 0)
	low, _, high, _, _ := read(r)
	if before {
		_, _, h, _, _ := read(b)
		return low - h, hasBefore && low-h > 0
	}
	l, _, _, _, _ := read(a)
	return l - high, hasAfter && l-high > 0
}

// gaps returns the equal distances that r keeps, each as a line across the
// room between two cards.
func (n *snapper) gaps(read axis, r geom.Rect) []Guide {
	before, after, hasBefore, hasAfter := n.neighbours(read, r, 0)
	low, _, high, _, _ := read(r)
	al, _, _, _, _ := read(after)
	_, _, bh, _, _ := read(before)
	var gs []Guide
	if hasBefore && hasAfter && low-bh > 0 && near(low-bh, al-high) {
		gs = append(gs, between(read, before, r), between(read, r, after))
	}
	if g, ok := n.beyond(read, before, true); hasBefore && ok && near(g, low-bh) {
		far, _, _, _ := n.neighbours(read, before, 0)
		gs = append(gs, between(read, far, before), between(read, before, r))
	}
	if g, ok := n.beyond(read, after, false); hasAfter && ok && near(g, al-high) {
		_, far, _, _ := n.neighbours(read, after, 0)
		gs = append(gs, between(read, r, after), between(read, after, far))
	}
	return gs
}

// between returns the line across the room between two cards, in the middle
// of where they face each other.
func between(read axis, a, b geom.Rect) Guide {
	_, _, end, af, at := read(a)
	begin, _, _, bf, bt := read(b)
	mid := (max(af, bf) + min(at, bt)) / 2
	g := Guide{From: geom.Pt(end, mid), To: geom.Pt(begin, mid), Gap: true}
	if !level(read) {
		g.From, g.To = geom.Pt(mid, end), geom.Pt(mid, begin)
	}
	return g
}

// level reports whether an axis reads from left to right.
func level(read axis) bool {
	low, _, _, _, _ := read(geom.R(1, 2, 0, 0))
	return low == 1
}
