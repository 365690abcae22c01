package tool

import (
	"cmp"
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// Where new cards go, in world units.
const (
	gap         = 24.0  // between siblings
	rowDistance = 104.0 // from a target's border to its premises below or above
	colDistance = 166.0 // the same to the left or right, where labels take more
	breathing   = 12.0  // between a new card and what is above or below it
)

// newSize returns the size of a card that says nothing yet.
func (t *Tool) newSize() geom.Size {
	return t.scene.CardSize(&argument.Claim{ID: "new"})
}

// cardAt returns the card of a new claim in the middle of which is at.
func (t *Tool) cardAt(at geom.Point) geom.Rect {
	s := t.newSize()
	return geom.R(at.X-s.W/2, at.Y-s.H/2, s.W, s.H)
}

// Room returns r, or the nearest place beside it where it covers no card.
func (t *Tool) Room(r geom.Rect) geom.Rect { return t.room(r) }

// room returns r, or the nearest place to the right or the left of it, the
// right when both are as near, where a card overlaps no other. Cards that
// are to move away do not count.
func (t *Tool) room(r geom.Rect, moving ...argument.ID) geom.Rect {
	return t.roomAlong(levelRow, r, moving...)
}

// roomAlong does so along a row that may run downwards: below it or above it.
func (t *Tool) roomAlong(w row, r geom.Rect, moving ...argument.ID) geom.Rect {
	if t.blocker(w, r, false, moving) == nil {
		return r
	}
	right, left := w.turn(t.slide(w, r, false, moving)), w.turn(t.slide(w, r, true, moving))
	if at := w.turn(r).Min.X; at-left.Min.X < right.Min.X-at {
		return w.turn(left)
	}
	return w.turn(right)
}

// nearRoom returns r, or the nearest place in any direction where a card
// overlaps no other: for what a hand puts somewhere, and not into a row.
func (t *Tool) nearRoom(r geom.Rect) geom.Rect {
	const most = 300 // places that are tried; then any to the side will do
	tried := map[geom.Point]bool{r.Min: true}
	todo := []geom.Rect{r}
	for n := 0; n < most && len(todo) > 0; n++ {
		at := todo[0]
		todo = todo[1:]
		b := t.blocker(levelRow, at, false, nil)
		if b == nil {
			return at
		}
		for _, p := range [4]geom.Point{
			{X: at.Min.X, Y: b.Rect.Max.Y + breathing}, {X: b.Rect.Max.X + gap, Y: at.Min.Y},
			{X: b.Rect.Min.X - gap - at.W(), Y: at.Min.Y}, {X: at.Min.X, Y: b.Rect.Min.Y - breathing - at.H()},
		} {
			if tried[p] {
				continue
			}
			tried[p] = true
			next := geom.R(p.X, p.Y, r.W(), r.H())
			i, _ := slices.BinarySearchFunc(todo, next, func(a, b geom.Rect) int {
				return cmp.Compare(a.Min.Distance(r.Min), b.Min.Distance(r.Min)+1e-9) // of equals, the first stays first
			})
			todo = slices.Insert(todo, i, next)
		}
	}
	return t.room(r)
}

// slide moves r along a row past one card after another until it is free.
func (t *Tool) slide(w row, r geom.Rect, leftwards bool, moving []argument.ID) geom.Rect {
	for {
		b := t.blocker(w, r, leftwards, moving)
		if b == nil {
			return r
		}
		card, at := w.turn(b.Rect), w.turn(r)
		x := card.Max.X + gap
		if leftwards {
			x = card.Min.X - gap - at.W()
		}
		r = w.turn(geom.R(x, at.Min.Y, at.W(), at.H()))
	}
}

// blocker returns a card that is too near to r, of several the one furthest
// in the direction of the search along a row, or nil.
func (t *Tool) blocker(w row, r geom.Rect, leftwards bool, moving []argument.ID) *scene.Card {
	const touch = 0.01 // cards exactly a gap apart are far enough
	r = w.turn(r)
	zone := geom.Rect{
		Min: geom.Pt(r.Min.X-gap+touch, r.Min.Y-breathing+touch),
		Max: geom.Pt(r.Max.X+gap-touch, r.Max.Y+breathing-touch),
	}
	var found *scene.Card
	var end geom.Rect // of the one found
	t.scene.Cards(w.turn(zone), func(c *scene.Card) {
		card := w.turn(c.Rect)
		switch {
		case slices.Contains(moving, c.ID):
		case found == nil,
			leftwards && card.Min.X < end.Min.X,
			!leftwards && card.Max.X > end.Max.X:
			found, end = c, card
		}
	})
	return found
}

// below returns where the card of a new premise goes: beside the last of
// those that bear on the target already, else in the middle below it, or on
// the side of it where most premises of the map lie. There may be others there.
func (t *Tool) below(target argument.ID) geom.Rect {
	size := t.newSize()
	m := t.doc.Map()
	w := t.row()
	var last *scene.Card
	for l := range m.Incoming(target) {
		last = t.outermost(w, l.From, last)
	}
	if last != nil {
		return t.beside(last.Rect)
	}
	if c := t.scene.Card(target); c != nil {
		way, at := t.scene.Way(), c.Rect.Center()
		at.X += way.X * (c.Rect.W()/2 + colDistance + size.W/2)
		at.Y += way.Y * (c.Rect.H()/2 + rowDistance + size.H/2)
		return geom.R(at.X-size.W/2, at.Y-size.H/2, size.W, size.H)
	}
	if l := m.Link(target); l != nil { // in the row of the link's premises
		if c := t.outermost(w, l.From, nil); c != nil {
			return t.beside(c.Rect)
		}
	}
	return t.cardAt(t.middle())
}

// beside returns where a new card goes beside another.
func (t *Tool) beside(r geom.Rect) geom.Rect { return t.next(r, t.newSize()) }

// next returns where a card of that size goes to the right of another, or
// below it where rows run downwards. There may be others there.
func (t *Tool) next(r geom.Rect, size geom.Size) geom.Rect {
	if t.row() == downRow {
		return geom.R(r.Min.X, r.Max.Y+gap, size.W, size.H)
	}
	return geom.R(r.Max.X+gap, r.Min.Y, size.W, size.H)
}

// outermost returns the last of the claims' cards along a row, or the one
// found before if that is further out.
func (t *Tool) outermost(w row, claims []argument.ID, found *scene.Card) *scene.Card {
	for _, id := range claims {
		if c := t.scene.Card(id); c != nil && (found == nil || w.turn(c.Rect).Max.X > w.turn(found.Rect).Max.X) {
			found = c
		}
	}
	return found
}

// row says how the premises of one target stand beside one another.
type row bool

// Rows are level where targets lie above or below their premises, and
// run down where they lie to the left or right.
const (
	levelRow row = false
	downRow  row = true
)

// row returns how the rows of the map run, as it is now.
func (t *Tool) row() row { return t.scene.Way().X != 0 }

// turn exchanges x and y for a row that runs downwards, so that it can be
// treated as a level one; and back.
func (w row) turn(r geom.Rect) geom.Rect {
	if w == downRow {
		return geom.Rect{Min: geom.Pt(r.Min.Y, r.Min.X), Max: geom.Pt(r.Max.Y, r.Max.X)}
	}
	return r
}

// middle returns the world point in the middle of the canvas.
func (t *Tool) middle() geom.Point {
	return t.view.ToWorld(geom.Pt(t.size.W/2, t.size.H/2))
}
