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
	rowDistance = 104.0 // from a target's lower border to its premises
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
	if t.blocker(r, false, moving) == nil {
		return r
	}
	right, left := t.slide(r, false, moving), t.slide(r, true, moving)
	if r.Min.X-left.Min.X < right.Min.X-r.Min.X {
		return left
	}
	return right
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
		b := t.blocker(at, false, nil)
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

// slide moves r past one card after another until it is free.
func (t *Tool) slide(r geom.Rect, leftwards bool, moving []argument.ID) geom.Rect {
	for {
		b := t.blocker(r, leftwards, moving)
		if b == nil {
			return r
		}
		x := b.Rect.Max.X + gap
		if leftwards {
			x = b.Rect.Min.X - gap - r.W()
		}
		r = geom.R(x, r.Min.Y, r.W(), r.H())
	}
}

// blocker returns a card that is too near to r, of several the one furthest
// in the direction of the search, or nil.
func (t *Tool) blocker(r geom.Rect, leftwards bool, moving []argument.ID) *scene.Card {
	const touch = 0.01 // cards exactly a gap apart are far enough
	zone := geom.Rect{
		Min: geom.Pt(r.Min.X-gap+touch, r.Min.Y-breathing+touch),
		Max: geom.Pt(r.Max.X+gap-touch, r.Max.Y+breathing-touch),
	}
	var found *scene.Card
	t.scene.Cards(zone, func(c *scene.Card) {
		switch {
		case slices.Contains(moving, c.ID):
		case found == nil,
			leftwards && c.Rect.Min.X < found.Rect.Min.X,
			!leftwards && c.Rect.Max.X > found.Rect.Max.X:
			found = c
		}
	})
	return found
}

// below returns where the card of a new premise goes: beside the last of
// those that bear on the target already, else in the middle below it. There
// may be others there.
func (t *Tool) below(target argument.ID) geom.Rect {
	size := t.newSize()
	m := t.doc.Map()
	var last *scene.Card
	for l := range m.Incoming(target) {
		last = t.rightmost(l.From, last)
	}
	if last != nil {
		if r, ok := t.underColumn(target); ok {
			return r
		}
		return t.beside(last.Rect)
	}
	if c := t.scene.Card(target); c != nil {
		return geom.R(c.Rect.Center().X-size.W/2, c.Rect.Max.Y+rowDistance, size.W, size.H)
	}
	if l := m.Link(target); l != nil { // in the row of the link's premises
		if c := t.rightmost(l.From, nil); c != nil {
			return t.beside(c.Rect)
		}
	}
	return t.cardAt(t.middle())
}

// beside returns where a new card goes to the right of another. There may be
// others there.
func (t *Tool) beside(r geom.Rect) geom.Rect {
	size := t.newSize()
	return geom.R(r.Max.X+gap, r.Min.Y, size.W, size.H)
}

func (t *Tool) rightmost(claims []argument.ID, found *scene.Card) *scene.Card {
	for _, id := range claims {
		if c := t.scene.Card(id); c != nil && (found == nil || c.Rect.Max.X > found.Rect.Max.X) {
			found = c
		}
	}
	return found
}

// middle returns the world point in the middle of the canvas.
func (t *Tool) middle() geom.Point {
	return t.view.ToWorld(geom.Pt(t.size.W/2, t.size.H/2))
}
