package scene

import (
	"math"

	"warrant/canvas/geom"
)

// cell is the side of a grid cell in world units: about two cards.
const cell = 512

// wide is how many cells an entry may fill before it goes to the list of the
// wide ones, which every question looks through. Only a card as large as a
// city or a link across an ocean is.
const wide = 1024

// entry is what the grid keeps: a card or a link.
type entry struct {
	card  *Card
	link  *Link
	box   geom.Rect
	cells []cellKey // nil for a wide one
	seen  uint64    // the question that met it last
}

type cellKey struct{ x, y int32 }

// grid finds entries by place: a hash of square cells, each holding the cards
// that meet it and the links that run through it.
type grid struct {
	cells    map[cellKey][]*entry
	wide     []*entry
	question uint64
}

func newGrid(n int) grid {
	return grid{cells: make(map[cellKey][]*entry, n)}
}

func span(r geom.Rect) (x0, y0, x1, y1 int32) {
	at := func(v float64) int32 { return int32(math.Floor(v / cell)) }
	return at(r.Min.X), at(r.Min.Y), at(r.Max.X), at(r.Max.Y)
}

func (g *grid) putCard(c *Card) {
	switch {
	case c.entry == nil:
		c.entry = &entry{card: c}
	case c.entry.box == c.Rect:
		return
	default:
		g.takeOut(c.entry)
	}
	c.entry.box = c.Rect
	g.put(c.entry, cellsOf(nil, c.Rect))
}

// putLink enters a link in the cells along its course, not in all of its
// box: a long slanting one would fill thousands.
func (g *grid) putLink(l *Link) {
	if l.entry == nil {
		l.entry = &entry{link: l}
	} else {
		g.takeOut(l.entry)
	}
	l.entry.box = l.Bounds.Union(l.heeds)
	if len(l.Curves) == 0 {
		return
	}
	cells := cellsOf(cellsOf(l.entry.cells[:0], l.Label), l.usual)
	if l.heeds != (geom.Rect{}) {
		cells = cellsOf(cells, l.heeds)
	}
	tip := geom.Rect{Min: l.Tip, Max: l.Tip}
	cells = cellsOf(cells, tip.Inset(-courseRoom))
	for _, c := range l.Curves {
		reach := c.A.Distance(c.B) + c.B.Distance(c.C) + c.C.Distance(c.D)
		n := int(reach/(cell/2)) + 1
		if n > wide {
			cells = nil
			break
		}
		a := c.A
		for i := 1; i <= n; i++ {
			b := c.At(float64(i) / float64(n))
			cells = cellsOf(cells, geom.Span(a, b).Inset(-courseRoom))
			if cells == nil {
				break
			}
			a = b
		}
	}
	g.put(l.entry, cells)
}

// courseRoom is how far from its middle line a link may be met: half its
// width, its arrow, and what a chord misses of a bend.
const courseRoom = 24

// cellsOf adds to cells those that r meets, or returns nil when they are too
// many.
func cellsOf(cells []cellKey, r geom.Rect) []cellKey {
	x0, y0, x1, y1 := span(r)
	if (int64(x1)-int64(x0)+1)*(int64(y1)-int64(y0)+1) > wide {
		return nil
	}
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			k := cellKey{x, y}
			known := false
			for i := len(cells) - 1; i >= 0 && i >= len(cells)-8; i-- {
				known = known || cells[i] == k
			}
			if !known {
				cells = append(cells, k)
			}
		}
	}
	return cells
}

func (g *grid) put(e *entry, cells []cellKey) {
	e.cells = cells
	if cells == nil {
		g.wide = append(g.wide, e)
		return
	}
	for _, k := range cells {
		g.cells[k] = append(g.cells[k], e)
	}
}

func (g *grid) takeOut(e *entry) {
	if e.cells == nil {
		g.wide = without(g.wide, e)
		return
	}
	for _, k := range e.cells {
		if rest := without(g.cells[k], e); len(rest) > 0 {
			g.cells[k] = rest
		} else {
			delete(g.cells, k)
		}
	}
	e.cells = e.cells[:0]
}

func without(es []*entry, e *entry) []*entry {
	for i := range es {
		if es[i] == e {
			es[i] = es[len(es)-1]
			es[len(es)-1] = nil
			return es[:len(es)-1]
		}
	}
	return es
}

// meet calls fn once for each entry whose box meets r, in no order, until it
// returns false. Questions must not be nested.
func (g *grid) meet(r geom.Rect, fn func(*entry) bool) {
	g.question++
	q := g.question
	ask := func(es []*entry) bool {
		for _, e := range es {
			if e.seen != q && e.box.Overlaps(r) {
				e.seen = q
				if !fn(e) {
					return false
				}
			}
		}
		return true
	}
	if !ask(g.wide) {
		return
	}
	x0, y0, x1, y1 := span(r)
	if (int64(x1)-int64(x0)+1)*(int64(y1)-int64(y0)+1) > int64(len(g.cells)) {
		for _, es := range g.cells { // the question is larger than the map
			if !ask(es) {
				return
			}
		}
		return
	}
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			if !ask(g.cells[cellKey{x, y}]) {
				return
			}
		}
	}
}
