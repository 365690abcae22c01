package layout

import (
	"cmp"
	"math"
	"slices"

	"warrant/canvas/geom"
)

// stackable reports whether link l brings nothing but one claim with no
// premises and no other link, and nothing is on the link: a card that may
// stand in a grid with others of its kind.
func (p *plan) stackable(l int32) bool {
	from := p.links[l].from
	return p.links[l].on < 0 && len(from) == 1 && len(p.against.of(int(l))) == 0 &&
		len(p.into.of(int(from[0]))) == 0 && len(p.out.of(int(from[0]))) == 1 && !p.pinned[from[0]]
}

// grid sets leaves in rows, in reading order, so that the whole comes near
// the aspect and no row holds more than Stack. It returns their corners, the
// size of the whole and the height of the first row.
func (p *plan) grid(nodes []int32) (off []geom.Point, size geom.Size, first float64) {
	rowGap := math.Ceil(p.o.LayerGap / 2)
	var cardW, cardH float64
	for _, v := range nodes {
		cardW += p.size[v].W + p.o.Gap
		cardH += p.size[v].H + rowGap
	}
	ratio := aspect
	if p.o.Direction.sideways() {
		ratio = 1 / aspect
	}
	columns := int(math.Ceil(math.Sqrt(ratio * float64(len(nodes)) * cardH / math.Max(cardW, 1))))
	columns = max(1, min(columns, p.o.Stack))
	widths := make([]float64, columns)
	heights := make([]float64, (len(nodes)+columns-1)/columns)
	for i, v := range nodes {
		widths[i%columns] = math.Max(widths[i%columns], p.size[v].W)
		heights[i/columns] = math.Max(heights[i/columns], p.size[v].H)
	}
	off = make([]geom.Point, len(nodes))
	for i, v := range nodes {
		if i%columns == 0 {
			if i > 0 {
				size.H += heights[i/columns-1] + rowGap
			}
			size.W = 0
		}
		off[i] = geom.Pt(size.W+math.Floor((widths[i%columns]-p.size[v].W)/2), size.H)
		size.W += widths[i%columns] + p.o.Gap
	}
	size.H += heights[len(heights)-1]
	size.W = -p.o.Gap
	for _, w := range widths {
		size.W += w + p.o.Gap
	}
	return off, size, heights[0]
}

// sortAsRead sorts nodes as they are read now, row by row from left to right.
// Those without a place follow in the order they came.
func (p *plan) sortAsRead(nodes []int32) {
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
		return cmp.Compare(p.now[a].Y, p.now[b].Y)
	})
	for len(nodes) > 0 && p.placed[nodes[0]] {
		n := 1
		for n < len(nodes) && p.placed[nodes[n]] && p.now[nodes[n]].Y < p.now[nodes[0]].Y+p.size[nodes[0]].H/2 {
			n++
		}
		slices.SortStableFunc(nodes[:n], func(a, b int32) int { return cmp.Compare(p.now[a].X, p.now[b].X) })
		nodes = nodes[n:]
	}
}

// stack replaces the leaves among the links of one row, where they are more
// than Stack, by one block that holds them in a grid, in the place of the
// first. It returns the blocks of the row.
func (f *forest) stack(row []int32, depth int32) []int32 {
	leaf := func(l int32) bool { return f.ofLink[l] >= 0 && f.stackable(l) }
	var leaves []int32
	if f.o.Stack > 0 {
		for _, l := range row {
			if leaf(l) {
				leaves = append(leaves, f.links[l].from[0])
			}
		}
	}
	stacked := len(leaves) > f.o.Stack && f.o.Stack > 0
	var kids []int32
	for _, l := range row {
		switch {
		case f.ofLink[l] < 0:
		case !stacked || !leaf(l):
			kids = append(kids, f.ofLink[l])
		case leaves != nil:
			f.sortAsRead(leaves)
			off, size, first := f.grid(leaves)
			kids = append(kids, int32(len(f.blocks)))
			f.blocks = append(f.blocks, block{nodes: leaves, off: off, size: size, first: first,
				depth: depth, grid: true, cuts: make([]int32, len(leaves)+1)})
			leaves = nil
		}
	}
	return kids
}

// stack joins the leaves of each target, where they are more than Stack, into
// one unit.
func (g *grouping) stack(nodes []int) {
	if g.p.o.Stack <= 0 {
		return
	}
	for _, to := range nodes {
		var leaves []int32
		for _, l := range g.p.into.of(to) {
			if g.p.stackable(l) {
				leaves = append(leaves, g.p.links[l].from[0])
			}
		}
		if len(leaves) <= g.p.o.Stack {
			continue
		}
		g.p.sortAsRead(leaves)
		u := g.ofs[leaves[0]]
		g.grid[u] = true
		for _, v := range leaves[1:] {
			g.join(u, v, false)
		}
	}
}
