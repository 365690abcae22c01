package layout

import (
	"cmp"
	"math"
	"slices"

	"warrant/canvas/geom"
)

// laneWidth is what one link more that passes between two columns takes.
const laneWidth = 10

// tallest is how many cards a column of stacked leaves has at most: past that
// the links of the lower ones run too far between the others to be followed.
const tallest = 4

// slim is how wide a map may be, as a multiple of its height, for Compact to
// stop stacking: about one and a half times what a screen is.
const slim = 2.4

// Compact is Arrange with leaf premises stacked in columns as far as it takes
// for the map not to be much wider than a screen, and no further. A map that
// is slim enough is arranged as by Arrange.
func Compact(g Graph, o Options) Result {
	o.Stack = 0
	best := Arrange(g, o)
	least := g.stretch(best, o)
	for o.Stack = 2; o.Stack <= tallest && least > slim && !best.Canceled; o.Stack++ {
		r := Arrange(g, o)
		if s := g.stretch(r, o); s < least || r.Canceled {
			best, least = r, s
		}
	}
	return best
}

// stretch is how wide what was arranged is, as a multiple of its height; of
// an arrangement that runs sideways how high, as one and a half times that of
// its width, since a screen is not square.
func (g Graph) stretch(r Result, o Options) float64 {
	var b geom.Rect
	add := func(v int) {
		if v >= 0 && v < len(g.Nodes) {
			s := sane(g.Nodes[v].Size)
			b = b.Union(geom.R(r.At[v].X, r.At[v].Y, s.W, s.H))
		}
	}
	for _, v := range o.Only {
		add(v)
	}
	for v := range g.Nodes {
		if len(o.Only) == 0 {
			add(v)
		}
	}
	if o.Direction.sideways() {
		return aspect * aspect * b.H() / math.Max(1, b.W())
	}
	return b.W() / math.Max(1, b.H())
}

// stackable reports whether link l brings nothing but one claim with no
// premises and no other link, and nothing is on the link: a card that may
// stand in a column with others of its kind.
func (p *plan) stackable(l int32) bool {
	from := p.links[l].from
	return p.links[l].on < 0 && len(from) == 1 && len(p.against.of(int(l))) == 0 &&
		len(p.into.of(int(from[0]))) == 0 && len(p.out.of(int(from[0]))) == 1 && !p.pinned[from[0]]
}

// sortByColumn sorts nodes as they stand now, column by column from the left,
// each from the top. Those without a place follow in the order they came.
func (p *plan) sortByColumn(nodes []int32) {
	slices.SortStableFunc(nodes, func(a, b int32) int {
		if p.placed[a] != p.placed[b] {
			if p.placed[a] {
				return -1
			}
			return 1
		}
		if !p.placed[a] {
			return 0
		}
		return cmp.Compare(p.now[a].X+p.size[a].W/2, p.now[b].X+p.size[b].W/2)
	})
	for len(nodes) > 0 && p.placed[nodes[0]] {
		n := 1
		for n < len(nodes) && p.placed[nodes[n]] && p.now[nodes[n]].X+p.size[nodes[n]].W/2 < p.now[nodes[0]].X+p.size[nodes[0]].W {
			n++
		}
		slices.SortStableFunc(nodes[:n], func(a, b int32) int { return cmp.Compare(p.now[a].Y, p.now[b].Y) })
		nodes = nodes[n:]
	}
}

// stacks deals leaves out to columns of at most Stack, each a list from the
// top, as even as may be.
func (p *plan) stacks(leaves []int32) (columns [][]int32) {
	p.sortByColumn(leaves)
	n := (len(leaves) + p.o.Stack - 1) / p.o.Stack
	for i := range n {
		columns = append(columns, leaves[(i*len(leaves)+n-1)/n:((i+1)*len(leaves)+n-1)/n])
	}
	return columns
}

// stack hangs leaves among the links of one row, which are the links that end
// at one node, below each other: each goes into the row after that of the one
// before it, as if it were a premise of that. So all cards stand in rows, and
// links find their way between them. It returns the blocks of the row.
func (f *forest) stack(row []int32) (kids []int32) {
	stacked := func(l int32) bool { return f.o.Stack > 1 && f.ofLink[l] >= 0 && f.stackable(l) }
	var leaves []int32
	ofNode := make(map[int32]int32) // block of a leaf
	for _, l := range row {
		if stacked(l) {
			leaves = append(leaves, f.links[l].from[0])
			ofNode[f.links[l].from[0]] = f.ofLink[l]
		}
	}
	var heads []int32 // of the columns, and −1 for each other leaf
	if len(leaves) > 0 {
		for _, column := range f.stacks(leaves) {
			above := int32(-1)
			for _, v := range column {
				b := ofNode[v]
				f.blocks[b].widen(f.size[v].W + laneWidth*float64(len(column)-1))
				if above < 0 {
					heads = append(heads, b)
				} else {
					heads = append(heads, -1)
					f.blocks[above].kids, f.blocks[above].cuts = []int32{b}, []int32{0, 1}
					f.blocks[b].depth = f.blocks[above].depth + 1
				}
				above = b
			}
		}
	}
	for _, l := range row {
		b := f.ofLink[l]
		if stacked(l) {
			b, heads = heads[0], heads[1:]
		}
		if b >= 0 {
			kids = append(kids, b)
		}
	}
	return kids
}

// widen makes a block at least so wide, its nodes in the middle.
func (b *block) widen(to float64) {
	if spare := to - b.size.W; spare > 0 {
		for i := range b.off {
			b.off[i].X += math.Floor(spare / 2)
		}
		b.size.W = to
	}
}
