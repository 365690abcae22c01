package tool

import (
	"math"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

const (
	snapReach = 6.0  // pixels
	snapZoom  = 0.25 // below it cards are too many and too small to line up by eye
)

// snapper knows the cards in view that a dragged card may line up with. It
// looks them up once a view.
type snapper struct {
	view  geom.View
	ready bool
	rects []geom.Rect
}

func (n *snapper) look(t *Tool, moved []placed) {
	if n.ready && n.view == t.view {
		return
	}
	n.view, n.ready, n.rects = t.view, true, n.rects[:0]
	mine := make(map[argument.ID]bool, len(moved))
	for _, c := range moved {
		mine[c.id] = true
	}
	t.scene.Cards(t.view.Window(t.size), func(c *scene.Card) {
		if !mine[c.ID] {
			n.rects = append(n.rects, c.Rect)
		}
	})
}

// snapped returns the displacement that brings the held card in line with
// its neighbours, if one near by does, and what it then is in line with.
func (s *moving) snapped(t *Tool, by geom.Point) (geom.Point, []Guide) {
	if t.view.Zoom < snapZoom {
		return by, nil
	}
	s.snap.look(t, s.cards)
	reach := snapReach / t.view.Zoom
	r := s.lead.Move(by)
	dx := s.snap.nearest(across, r, reach)
	dy := s.snap.nearest(down, r, reach)
	by = by.Add(geom.Pt(dx, dy))
	r = s.lead.Move(by)
	var gs []Guide
	for _, read := range []axis{across, down} {
		gs = append(append(gs, s.snap.guides(read, r)...), s.snap.gaps(read, r)...)
	}
	return by, gs
}

// axis reads a rectangle along one direction: the two edges and the middle,
// and its extent in the other direction.
type axis func(geom.Rect) (low, mid, high, from, to float64)

func across(r geom.Rect) (low, mid, high, from, to float64) {
	return r.Min.X, r.Center().X, r.Max.X, r.Min.Y, r.Max.Y
}

func down(r geom.Rect) (low, mid, high, from, to float64) {
	return r.Min.Y, r.Center().Y, r.Max.Y, r.Min.X, r.Max.X
}

// nearest returns the least displacement within reach that brings an edge of
// r in line with an edge of a card, or its middle with a middle, or makes its
// distances equal.
func (n *snapper) nearest(read axis, r geom.Rect, reach float64) float64 {
	low, mid, high, _, _ := read(r)
	best, found := reach, 0.0
	by := func(d float64) {
		if math.Abs(d) < best {
			best, found = math.Abs(d), d
		}
	}
	try := func(mine, other float64) { by(other - mine) }
	for _, o := range n.rects {
		l, m, h, _, _ := read(o)
		try(low, l)
		try(mid, m)
		try(high, h)
		try(low, h)
		try(high, l)
	}
	for _, d := range n.evenly(read, r, reach) {
		by(d)
	}
	return found
}

// guides returns a line for each edge or middle of r that is in line with a
// card's, long enough to reach all cards that are.
func (n *snapper) guides(read axis, r geom.Rect) []Guide {
	low, mid, high, from, to := read(r)
	var gs []Guide
	for i, at := range [3]float64{low, mid, high} {
		a, b := from, to
		found := false
		for _, o := range n.rects {
			l, m, h, of, ot := read(o)
			if i == 1 && near(at, m) || i != 1 && (near(at, l) || near(at, h)) {
				a, b, found = min(a, of), max(b, ot), true
			}
		}
		if !found {
			continue
		}
		g := Guide{From: geom.Pt(at, a), To: geom.Pt(at, b)}
		if !level(read) { // read goes down: the line goes across
			g = Guide{From: geom.Pt(a, at), To: geom.Pt(b, at)}
		}
		gs = append(gs, g)
	}
	if len(gs) == 3 { // cards of one size: the middle says it all
		gs = gs[1:2]
	}
	return gs
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.01 }
