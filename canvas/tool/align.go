package tool

import (
	"cmp"
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
)

// Edge is what cards are aligned by.
type Edge uint8

// The edges: left, centre and right stand in a column, the others in a row.
const (
	LeftEdge Edge = iota
	CenterLine
	RightEdge
	TopEdge
	MiddleLine
	BottomEdge
)

// Axis is a direction in which cards are distributed.
type Axis uint8

// The axes.
const (
	Horizontal Axis = iota
	Vertical
)

// Align brings an edge or the middle of all selected cards in line: with the
// outermost, or with the middle of all.
func (t *Tool) Align(edge Edge) {
	defer t.flush()
	t.Cancel()
	claims := t.selectedClaims()
	if len(claims) < 2 {
		t.host.Explain("Select two or more claims to align.")
		return
	}
	var all geom.Rect
	for _, id := range claims {
		all = all.Union(t.scene.Card(id).Rect)
	}
	t.rearrange("Align "+count(len(claims), "claim"), claims, func(r geom.Rect) geom.Point {
		at := r.Min
		switch edge {
		case LeftEdge:
			at.X = all.Min.X
		case CenterLine:
			at.X = all.Center().X - r.W()/2
		case RightEdge:
			at.X = all.Max.X - r.W()
		case TopEdge:
			at.Y = all.Min.Y
		case MiddleLine:
			at.Y = all.Center().Y - r.H()/2
		case BottomEdge:
			at.Y = all.Max.Y - r.H()
		}
		return at
	})
}

// Distribute makes the room between neighbours among the selected cards
// equal. The first and the last stay.
func (t *Tool) Distribute(along Axis) {
	defer t.flush()
	t.Cancel()
	claims := t.selectedClaims()
	if len(claims) < 3 {
		t.host.Explain("Select three or more claims to distribute.")
		return
	}
	span := func(r geom.Rect) (from, length float64) {
		if along == Horizontal {
			return r.Min.X, r.W()
		}
		return r.Min.Y, r.H()
	}
	rect := func(id argument.ID) geom.Rect { return t.scene.Card(id).Rect }
	slices.SortStableFunc(claims, func(a, b argument.ID) int {
		p, w := span(rect(a))
		q, v := span(rect(b))
		return cmp.Compare(p+w/2, q+v/2)
	})
	filled := 0.0
	for _, id := range claims {
		_, w := span(rect(id))
		filled += w
	}
	start, _ := span(rect(claims[0]))
	end, last := span(rect(claims[len(claims)-1]))
	between := (end + last - start - filled) / float64(len(claims)-1)
	next := start
	t.rearrange("Distribute "+count(len(claims), "claim"), claims, func(r geom.Rect) geom.Point {
		at := r.Min
		_, w := span(r)
		if along == Horizontal {
			at.X = next
		} else {
			at.Y = next
		}
		next += w + between
		return at
	})
}

// rearrange moves cards, in order, to where place says.
func (t *Tool) rearrange(label string, claims []argument.ID, place func(geom.Rect) geom.Point) {
	rects := make([]geom.Rect, len(claims))
	for i, id := range claims {
		rects[i] = t.scene.Card(id).Rect
	}
	t.edit(label, func(e *argument.Edit) error {
		for i, id := range claims {
			if err := e.MoveClaim(id, argument.Point(place(rects[i]))); err != nil {
				return err
			}
		}
		return nil
	})
}
