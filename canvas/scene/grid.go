package scene

import (
	"math"
	"slices"

	"warrant/canvas/geom"
)

// Cells are squares. Those of level 0 have the side cell in world units, about
// two cards, and those of each level after it levelStep times the side of the
// one before: on the last level 2^29, so that a few cells hold the whole world.
const (
	cell      = 512
	levelStep = 16
	levels    = 6
)

// mostCells is how many cells an entry may fill before it goes to a level
// with larger ones: only a link across a city or a card as large as one does.
const mostCells = 256

// entry is what the grid keeps: a card or a link.
type entry struct {
	card   *Card
	link   *Link
	box    geom.Rect
	in     *layer
	places []spot
	seen   uint64 // the question that met it last
	nth    int32  // of a card: where in the answer
}

// spot is a cell that an entry is in, and where in the cell's list, so that
// it can be taken out however many are in there.
type spot struct {
	key cellKey
	at  int32
}

type cellKey struct {
	x, y  int32
	level uint8
}

// grid finds entries by place.
type grid struct {
	cards, links layer
	heeds        layer // links, where cards have a say in their course
	crowds       layer // links that are part of a crowd: nothing gives way to them
	labels       layer // where labels are or usually would be, as far as others heed them
	extent       extent
	question     uint64
}

// layer holds the cards or the links: a hash of square cells, each with the
// cards that meet it or the links that run through it.
type layer struct {
	cells map[cellKey][]*entry
	used  [levels]int // cells with something in them
	held  int         // entries
}

// newGrid makes a grid with room for n cards in rows, and their links.
func newGrid(n int) grid {
	room := func(cells int) layer { return layer{cells: make(map[cellKey][]*entry, cells)} }
	return grid{cards: room(n / 2), links: room(n), labels: room(n / 2), crowds: room(0), heeds: room(0)}
}

// cellSide returns the side of a level's cells in world units.
func cellSide(level uint8) float64 { return float64(int64(cell) << (4 * level)) } // 4: the logarithm of levelStep

func span(r geom.Rect, level uint8) (x0, y0, x1, y1 int32) {
	by := cellSide(level)
	at := func(v float64) int32 { return int32(math.Floor(v / by)) }
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
	e := c.entry
	e.box = c.Rect
	g.extent.grow(c.Rect)
	for level := uint8(0); !e.cover(c.Rect, level); level++ {
		e.places = e.places[:0]
	}
	g.cards.put(e)
}

// putLink enters a link and its label. The link goes into the cells along its
// course, not into all of its box: a long slanting one would fill thousands.
func (g *grid) putLink(l *Link) {
	if l.entry == nil {
		l.entry, l.tag = &entry{link: l}, &entry{link: l}
	} else {
		g.takeOut(l.entry)
		g.takeOut(l.tag)
	}
	if len(l.Curves) == 0 {
		return
	}
	e := l.entry
	e.box = l.Bounds
	g.extent.grow(l.Bounds)
	for level := uint8(0); !e.run(l, level); level++ {
		e.places = e.places[:0]
	}
	if l.crowd {
		g.crowds.put(e)
		return
	}
	g.links.put(e)
	e = l.tag
	e.box = l.Label.Union(l.usual)
	for level := uint8(0); !e.cover(l.Label, level) || !e.cover(l.usual, level); level++ {
		e.places = e.places[:0]
	}
	g.labels.put(e)
}

// putHeeds enters a link where it heeds cards.
func (g *grid) putHeeds(l *Link, heeds []geom.Rect) {
	if slices.Equal(l.heeds, heeds) {
		return
	}
	if l.heed == nil {
		l.heed = &entry{link: l}
	}
	e := l.heed
	g.takeOut(e)
	l.heeds = append(l.heeds[:0], heeds...)
	if len(heeds) == 0 {
		return
	}
	e.box = geom.Rect{}
	for _, h := range heeds {
		e.box = e.box.Union(h)
	}
	for level := uint8(0); !e.coverAll(heeds, level); level++ {
		e.places = e.places[:0]
	}
	g.heeds.put(e)
}

func (g *grid) takeOutLink(l *Link) {
	g.takeOut(l.entry)
	g.takeOut(l.tag)
	g.putHeeds(l, nil)
}

// courseRoom is how far from its middle line a link may be met: half its
// width, its arrow, and what a chord misses of a bend.
const courseRoom = 24

// run notes the cells of a level that a link runs through, or in which cards
// have a say in its course. It reports false when they are too many.
func (e *entry) run(l *Link, level uint8) bool {
	tip := geom.Rect{Min: l.Tip, Max: l.Tip}
	if !e.cover(l.Label, level) || !e.cover(l.usual, level) || !e.cover(tip.Inset(-courseRoom), level) {
		return false
	}
	for _, c := range l.Curves {
		reach := c.A.Distance(c.B) + c.B.Distance(c.C) + c.C.Distance(c.D)
		steps := reach / (cellSide(level) / 2)
		if steps >= mostCells && level < levels-1 {
			return false
		}
		n := int(steps) + 1
		a := c.A
		for i := 1; i <= n; i++ {
			b := c.At(float64(i) / float64(n))
			if !e.cover(geom.Span(a, b).Inset(-courseRoom), level) {
				return false
			}
			a = b
		}
	}
	return true
}

// coverAll notes the cells of a level that any of some boxes meets.
func (e *entry) coverAll(boxes []geom.Rect, level uint8) bool {
	for _, b := range boxes {
		if !e.cover(b, level) {
			return false
		}
	}
	return true
}

// cover notes the cells of a level that r meets. It reports false when they
// are too many; on the last level they never are.
func (e *entry) cover(r geom.Rect, level uint8) bool {
	x0, y0, x1, y1 := span(r, level)
	if level < levels-1 && int64(len(e.places))+(int64(x1)-int64(x0)+1)*(int64(y1)-int64(y0)+1) > mostCells {
		return false
	}
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			k := cellKey{x, y, level}
			known := false
			for i := len(e.places) - 1; i >= 0 && i >= len(e.places)-8; i-- {
				known = known || e.places[i].key == k
			}
			if !known {
				e.places = append(e.places, spot{key: k})
			}
		}
	}
	return true
}

func (l *layer) put(e *entry) {
	e.in = l
	l.held++
	for i := range e.places {
		p := &e.places[i]
		held := l.cells[p.key]
		if len(held) == 0 {
			l.used[p.key.level]++
		}
		p.at = int32(len(held))
		l.cells[p.key] = append(held, e)
	}
}

func (g *grid) takeOut(e *entry) {
	l := e.in
	if len(e.places) > 0 {
		l.held--
		if l != &g.labels && l != &g.heeds {
			g.extent.leave(e.box)
		}
	}
	// A cell may be listed more than once: what is out is off the list before
	// another of the same cell moves.
	for i := len(e.places) - 1; i >= 0; i-- {
		p := e.places[i]
		e.places = e.places[:i]
		held := l.cells[p.key]
		n := int32(len(held) - 1)
		last := held[n]
		held[n] = nil
		if n == 0 {
			delete(l.cells, p.key)
			l.used[p.key.level]--
			continue
		}
		if n != p.at {
			held[p.at] = last
			last.moved(p.key, n, p.at)
		}
		l.cells[p.key] = held[:n]
	}
}

// moved notes that the entry stands elsewhere in a cell's list.
func (e *entry) moved(k cellKey, from, to int32) {
	for i := range e.places {
		if p := &e.places[i]; p.at == from && p.key == k {
			p.at = to
			return
		}
	}
}

// meet calls fn once for each entry whose box meets r, cards first and else
// in no order, until it returns false. Questions must not be nested.
func (g *grid) meet(r geom.Rect, fn func(*entry) bool) {
	if g.meetCards(r, fn) && g.meetLinks(r, fn) {
		g.meetCrowds(r, fn)
	}
}

// meetCards is meet for cards alone, and reports whether it went to the end.
func (g *grid) meetCards(r geom.Rect, fn func(*entry) bool) bool {
	g.question++
	return g.cards.meet(r, g.question, fn)
}

// meetLinks is meet for links alone, those in crowds apart.
func (g *grid) meetLinks(r geom.Rect, fn func(*entry) bool) bool {
	g.question++
	return g.links.meet(r, g.question, fn)
}

// meetCrowds is meet for links in crowds.
func (g *grid) meetCrowds(r geom.Rect, fn func(*entry) bool) bool {
	g.question++
	return g.crowds.meet(r, g.question, fn)
}

// meetHeeds is meet for the links in whose course cards in r have a say.
func (g *grid) meetHeeds(r geom.Rect, fn func(*Link)) {
	g.question++
	g.heeds.meet(r, g.question, func(e *entry) bool {
		for _, h := range e.link.heeds {
			if h.Overlaps(r) {
				fn(e.link)
				break
			}
		}
		return true
	})
}

// meetLabels is meet for the links whose labels are or usually would be there.
func (g *grid) meetLabels(r geom.Rect, fn func(*entry) bool) bool {
	g.question++
	return g.labels.meet(r, g.question, fn)
}

func (l *layer) meet(r geom.Rect, question uint64, fn func(*entry) bool) bool {
	ask := func(es []*entry) bool {
		for _, e := range es {
			if e.seen != question && e.box.Overlaps(r) {
				e.seen = question
				if !fn(e) {
					return false
				}
			}
		}
		return true
	}
	for level := range uint8(levels) {
		if l.used[level] == 0 {
			continue
		}
		x0, y0, x1, y1 := span(r, level)
		if (int64(x1)-int64(x0)+1)*(int64(y1)-int64(y0)+1) > int64(len(l.cells)) {
			for k, es := range l.cells { // the question is larger than the map
				if k.level == level && !ask(es) {
					return false
				}
			}
			continue
		}
		for y := y0; y <= y1; y++ {
			for x := x0; x <= x1; x++ {
				if !ask(l.cells[cellKey{x, y, level}]) {
					return false
				}
			}
		}
	}
	return true
}
