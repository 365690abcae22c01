package tool

import (
	"math"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// mostLowered is how many cards go down at most for a strip to open.
const mostLowered = 2000

// openStrip returns where the card of a new premise of a claim goes in a map
// that is folded into columns: to the foot of its target's column, or, as the
// first below a target that stands in one itself, at the wish. What lies lower
// goes down, all by the same way, so that columns and the links beside them stay
// as they are: of the smallest branch that has room for it. It is false where
// nothing is folded there, or no branch has room.
func (t *Tool) openStrip(target argument.ID, wish geom.Rect) (at geom.Rect, way []aside, ok bool) {
	m, card := t.doc.Map(), t.scene.Card(target)
	if card == nil || t.scene.Way().Y <= 0 {
		return at, nil, false
	}
	foot := card.Rect.Max.Y
	at = wish
	switch c, apart := t.column(target); {
	case c != nil:
		foot = t.bottom(c)
		size := t.newSize()
		at = geom.R(c.Rect.Min.X, foot+apart, size.W, size.H)
	case m.NumIncoming(target) > 0 || !t.inColumn(target):
		return at, nil, false
	}
	if t.blocker(levelRow, at, false, nil) == nil {
		return at, nil, true
	}
	tried := make(map[argument.ID]bool)
	for branchOf := target; ; branchOf = t.parent(branchOf) {
		if tried[branchOf] { // claims may bear on each other in a circle
			branchOf = ""
		}
		tried[branchOf] = true
		if way, ok = t.lower(branchOf, foot, at); ok || branchOf == "" {
			return at, way, ok
		}
	}
}

// leastApart is how far below each other the cards of a column are at least,
// in world units: labels are between them.
const leastApart = 46.0

// lower returns which cards of a claim's branch, or of the whole map, go down
// for a card at r: those below the foot, by as much as the card reaches below
// that. It is false where the branch would run into others, or something is
// pinned.
func (t *Tool) lower(claim argument.ID, foot float64, r geom.Rect) (way []aside, ok bool) {
	const touch = 1 // of a card that begins right at the foot
	m := t.doc.Map()
	goes := make(map[argument.ID]bool)
	take := func(c *scene.Card) {
		if c == nil || goes[c.ID] || c.Rect.Min.Y < foot-touch {
			return
		}
		goes[c.ID] = true
		way = append(way, aside{c.ID, c.Rect})
	}
	if claim == "" {
		for c := range m.Claims() {
			take(t.scene.Card(c.ID))
		}
	} else {
		branch(m, claim, func(id argument.ID) { take(t.scene.Card(id)) })
	}
	if len(way) == 0 || len(way) > mostLowered {
		return nil, false
	}
	down := math.Round(r.Max.Y - foot)
	clear := true
	meets := func(r geom.Rect) {
		zone := geom.Rect{Min: geom.Pt(r.Min.X-gap/2, r.Min.Y-breathing+touch), Max: geom.Pt(r.Max.X+gap/2, r.Max.Y+breathing-touch)}
		t.scene.Cards(zone, func(c *scene.Card) { clear = clear && goes[c.ID] })
	}
	meets(r)
	for i := range way {
		if t.scene.Card(way[i].claim).Pinned {
			return nil, false
		}
		way[i].rect = way[i].rect.Move(geom.Pt(0, down))
		meets(way[i].rect)
	}
	return way, clear
}

// column returns the lowest of the premises of a claim that stand one below
// another, and how far apart they are; nil where they do not.
func (t *Tool) column(target argument.ID) (lowest *scene.Card, apart float64) {
	var column []*scene.Card
	for l := range t.doc.Map().Incoming(target) {
		if len(l.From) == 1 {
			if c := t.scene.Card(l.From[0]); c != nil {
				column = append(column, c)
				if lowest == nil || c.Rect.Min.Y > lowest.Rect.Min.Y {
					lowest = c
				}
			}
		}
	}
	apart = math.Inf(1)
	for _, c := range column {
		if c != lowest && above(c, lowest) {
			apart = math.Min(apart, lowest.Rect.Min.Y-t.bottom(c))
		}
	}
	if math.IsInf(apart, 1) {
		return nil, 0
	}
	return lowest, math.Max(apart, leastApart)
}

// above reports whether two cards stand in a column, a over b.
func above(a, b *scene.Card) bool {
	return a.Rect.Max.Y <= b.Rect.Min.Y &&
		(math.Abs(a.Rect.Center().X-b.Rect.Center().X) < gap || math.Abs(a.Rect.Min.X-b.Rect.Min.X) < gap)
}

// inColumn reports whether a claim stands in a column with others that bear on
// the same.
func (t *Tool) inColumn(claim argument.ID) bool {
	own := t.scene.Card(claim)
	for out := range t.doc.Map().Outgoing(claim) {
		for l := range t.doc.Map().Incoming(out.To) {
			for _, f := range l.From {
				if c := t.scene.Card(f); c != nil && f != claim && (above(c, own) || above(own, c)) {
					return true
				}
			}
		}
	}
	return false
}

// bottom is where the lowest card of a claim's branch ends.
func (t *Tool) bottom(c *scene.Card) float64 {
	low := c.Rect.Max.Y
	branch(t.doc.Map(), c.ID, func(id argument.ID) {
		if c := t.scene.Card(id); c != nil {
			low = math.Max(low, c.Rect.Max.Y)
		}
	})
	return low
}

// parent returns the first claim that a claim bears on, or "" for one that
// bears on nothing.
func (t *Tool) parent(claim argument.ID) argument.ID {
	m := t.doc.Map()
	for l := range m.Outgoing(claim) {
		to := l.To
		for on := m.Link(to); on != nil; on = m.Link(to) {
			to = on.To
		}
		if to != claim {
			return to
		}
	}
	return ""
}
