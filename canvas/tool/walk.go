package tool

import (
	"cmp"
	"math"
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// Direction is one in which the arrow keys walk.
type Direction uint8

// The directions. In a map whose targets lie above, up leads to the target,
// down to the first premise, left and right among what bears on the same; in
// others, the arrow leads to the target that points to where targets lie.
const (
	Upward Direction = iota
	Downward
	Leftward
	Rightward
)

// SelectAll selects all claims and links that are shown.
func (t *Tool) SelectAll() {
	defer t.flush()
	t.Cancel()
	t.selectShown(func(*argument.Claim) bool { return true }, func(*argument.Link) bool { return true })
}

// SelectBranch adds to the selection all that bears on what is selected.
func (t *Tool) SelectBranch() {
	defer t.flush()
	t.Cancel()
	ids := slices.Clone(t.doc.Selection())
	for _, id := range t.doc.Selection() {
		branch(t.doc.Map(), id, func(b argument.ID) { ids = append(ids, b) })
	}
	t.doc.Select(ids...)
}

// branch calls fn once for each claim and link that bears on id, directly or
// over others. Claims may bear on each other in a circle.
func branch(m *argument.Map, id argument.ID, fn func(argument.ID)) {
	seen := map[argument.ID]bool{id: true}
	for todo := []argument.ID{id}; len(todo) > 0; {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		visit := func(next argument.ID) {
			if !seen[next] {
				seen[next] = true
				fn(next)
				todo = append(todo, next)
			}
		}
		if l := m.Link(at); l != nil && at == id {
			for _, f := range l.From { // the branch of a link has its premises
				visit(f)
			}
		}
		for l := range m.Incoming(at) {
			visit(l.ID)
			for _, f := range l.From {
				visit(f)
			}
		}
	}
}

// Walk selects the neighbour of what was selected last, and shows it. With
// onLinks set, going up from a claim stops at its link, and going down at
// the link below.
func (t *Tool) Walk(d Direction, onLinks bool) {
	defer t.flush()
	t.Cancel()
	sel := t.doc.Selection()
	if len(sel) == 0 {
		return
	}
	id := sel[len(sel)-1]
	var next argument.ID
	switch d = t.seen(d); d {
	case Upward:
		next = t.above(id, onLinks)
	case Downward:
		next = t.firstBelow(id, onLinks)
	default:
		if next = t.sibling(id, d); next == "" {
			next = t.neighbour(id, d)
		}
	}
	if next != "" {
		t.doc.Select(next)
		t.Reveal(next)
	}
}

// seen returns what a direction on the canvas would be if the targets of the
// map lay above their premises.
func (t *Tool) seen(d Direction) Direction {
	switch way := t.scene.Way(); {
	case way.Y < 0:
		return [...]Direction{Upward: Downward, Downward: Upward, Leftward: Leftward, Rightward: Rightward}[d]
	case way.X > 0:
		return [...]Direction{Upward: Leftward, Downward: Rightward, Leftward: Upward, Rightward: Downward}[d]
	case way.X < 0:
		return [...]Direction{Upward: Leftward, Downward: Rightward, Leftward: Downward, Rightward: Upward}[d]
	}
	return d
}

// above returns what a claim or a link bears on.
func (t *Tool) above(id argument.ID, onLinks bool) argument.ID {
	m := t.doc.Map()
	if l := m.Link(id); l != nil {
		return l.To
	}
	for l := range m.Outgoing(id) {
		if t.scene.Link(l.ID) == nil {
			continue
		}
		if onLinks {
			return l.ID
		}
		return l.To
	}
	return ""
}

// firstBelow returns the leftmost of what bears on a claim, and of a link
// its first premise.
func (t *Tool) firstBelow(id argument.ID, onLinks bool) argument.ID {
	m := t.doc.Map()
	if l := m.Link(id); l != nil {
		if row := t.byPlace(l.From); len(row) > 0 {
			return row[0]
		}
		return ""
	}
	var below []argument.ID
	for l := range m.Incoming(id) {
		if onLinks {
			below = append(below, l.ID)
		} else {
			below = append(below, l.From...)
		}
	}
	if row := t.byPlace(below); len(row) > 0 {
		return row[0]
	}
	return ""
}

// sibling returns what stands next among all that bears on the same target:
// claims beside a claim, links beside a link.
func (t *Tool) sibling(id argument.ID, d Direction) argument.ID {
	m := t.doc.Map()
	var row []argument.ID
	if l := m.Link(id); l != nil {
		for in := range m.Incoming(l.To) {
			row = append(row, in.ID)
		}
	} else {
		for out := range m.Outgoing(id) {
			for in := range m.Incoming(out.To) {
				row = append(row, in.From...)
			}
			break
		}
	}
	row = t.byPlace(row)
	i := slices.Index(row, id)
	if i < 0 {
		return ""
	}
	if d == Leftward {
		i--
	} else {
		i++
	}
	if i < 0 || i >= len(row) {
		return ""
	}
	return row[i]
}

// byPlace returns those that are shown, each once, along their row.
func (t *Tool) byPlace(ids []argument.ID) []argument.ID {
	w := t.row()
	x := make(map[argument.ID]float64, len(ids))
	var row []argument.ID
	for _, id := range ids {
		r := t.spot(id)
		if _, known := x[id]; !known && r != (geom.Rect{}) {
			x[id] = w.turn(r).Center().X
			row = append(row, id)
		}
	}
	slices.SortStableFunc(row, func(a, b argument.ID) int { return cmp.Compare(x[a], x[b]) })
	return row
}

// spot returns where a card or the label of a link is.
func (t *Tool) spot(id argument.ID) geom.Rect {
	if l := t.scene.Link(id); l != nil && !l.Label.Empty() {
		return l.Label
	}
	return t.bounds(id)
}

// neighbour returns the card that stands nearest before or after in a row, by
// place alone. It looks as far as a canvas to each side.
func (t *Tool) neighbour(id argument.ID, d Direction) argument.ID {
	row := t.row()
	r := row.turn(t.spot(id))
	w := row.turn(t.view.Window(t.size))
	at := r.Center()
	zone := geom.Rect{Min: geom.Pt(at.X-w.W(), r.Min.Y-w.H()/2), Max: geom.Pt(at.X+w.W(), r.Max.Y+w.H()/2)}
	var found argument.ID
	best := math.Inf(1)
	t.scene.Cards(row.turn(zone), func(c *scene.Card) {
		by := row.turn(c.Rect).Center().Sub(at)
		if d == Leftward {
			by.X = -by.X
		}
		// What is more above or below than beside is not beside.
		if c.ID == id || by.X <= 0 || math.Abs(by.Y) > by.X {
			return
		}
		if far := by.X + 3*math.Abs(by.Y); far < best {
			best, found = far, c.ID
		}
	})
	return found
}
