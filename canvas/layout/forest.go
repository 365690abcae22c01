package layout

import (
	"math"
	"slices"
	"sort"

	"warrant/canvas/geom"
)

// block is what the tree places as one: a root or the linked premises that
// hang from one link.
type block struct {
	nodes []int32
	off   []geom.Point // of each node's corner from the block's corner
	size  geom.Size
	label float64 // least width, for the label above it
	kids  []int32 // blocks of the row below, from left to right
	cuts  []int32 // kids of node i are kids[cuts[i]:cuts[i+1]]
	depth int32
	link  int32 // the link it hangs from, or −1
	above int32 // the block it hangs from, or −1
	aside bool  // an undercutter or underpinner, beside what it attacks

	lead  float64 // how wide its nodes are without undercutters joined to them; 0 as all
	from  float64 // where those begin, from the left
	joint bool    // linked premises are among them
	runs  []int32 // where in nodes each of the blocks begins that were joined

	// Reasons in columns are one block of a folded tree, without nodes.
	tall bool    // so high as it is, whatever the rows are
	near bool    // no row is needed above it for links to turn in
	mid  float64 // where the middle of its target belongs, from the left
}

// forest is the tree part of a plan: every node under one target.
type forest struct {
	*plan
	blocks []block
	roots  []int32     // the blocks that are roots, in reading order
	ofLink []int32     // the block that hangs from each link, or −1
	inRow  []int32     // scratch: links of one target in order
	reach  []geom.Rect // where each block and all below it are now; nil unless they may stand in columns
	bases  []int32     // scratch of base, by link
	next   []int32     // scratch: linked list over links
	prev   []int32
}

// newForest hangs every node under one target, breadth first from the roots,
// so that a node with several targets goes to the one nearest a root. What it
// bears on together with others goes before what it bears on alone, so that
// linked premises stay together, and a claim before a link.
func newForest(p *plan, within []int) *forest {
	f := &forest{plan: p, ofLink: make([]int32, len(p.links)),
		next: make([]int32, len(p.links)), prev: make([]int32, len(p.links))}
	for i := range f.ofLink {
		f.ofLink[i] = -1
	}
	taken := make([]bool, len(p.ids))
	if within != nil {
		for i := range taken {
			taken[i] = true
		}
		for _, v := range within {
			taken[v] = false
		}
	}
	g := growing{forest: f, taken: taken, ties: make([]uint8, len(p.ids))}
	for i := range p.links {
		for _, v := range p.links[i].from {
			g.ties[v] = max(g.ties[v], p.tie(int32(i)))
		}
	}
	p.sources(taken, g.from)
	for b := range f.blocks {
		f.shape(&f.blocks[b])
	}
	if p.o.Fold {
		f.findReach()
	}
	for b := range f.blocks {
		f.adopt(b)
	}
	return f
}

// growing is the walk that hangs the nodes.
type growing struct {
	*forest
	taken []bool
	ties  []uint8 // of each node, the strongest tie of its links
	reach []hanging
	left  []hanging // links passed by, as their premises have a stronger tie
}

// hanging is a link that may hang its premises below a node of a block.
type hanging struct{ link, block int32 }

// tie says how strongly a link asks for its premises to hang from it.
func (p *plan) tie(l int32) uint8 {
	tie := uint8(1)
	if p.links[l].on < 0 {
		tie++
	}
	if len(p.links[l].from) > 1 {
		tie += 2
	}
	return tie
}

// from hangs all that leads to a root, row by row.
func (g *growing) from(root int) {
	b := int32(len(g.blocks))
	g.roots = append(g.roots, b)
	g.blocks = append(g.blocks, block{nodes: []int32{int32(root)}, link: -1, above: -1})
	g.taken[root] = true
	g.reach, g.left = g.below(g.reach[:0], b, g.blocks[b].nodes), g.left[:0]
	var row []hanging
	for i := 0; len(g.reach) > 0 || i < len(g.left); {
		if len(g.reach) == 0 { // nothing is left but what would rather hang elsewhere
			g.hang(g.left[i], 0)
			i++
			continue
		}
		row, g.reach = append(row[:0], g.reach...), g.reach[:0]
		for _, joint := range [2]bool{true, false} {
			for _, h := range row {
				if (len(g.links[h.link].from) > 1) == joint {
					g.hang(h, g.tie(h.link))
				}
			}
		}
	}
}

// below adds the links that end at nodes of block b.
func (g *growing) below(reach []hanging, b int32, nodes []int32) []hanging {
	for _, v := range nodes {
		for _, l := range g.into.of(int(v)) {
			reach = append(reach, hanging{l, b})
		}
	}
	return reach
}

// hang makes a block of the premises of a link that hang nowhere yet and have
// no stronger tie than the given one; 0 takes all.
func (g *growing) hang(h hanging, tie uint8) {
	var nodes []int32
	passed := false
	for _, w := range g.links[h.link].from {
		switch {
		case g.taken[w]:
		case tie > 0 && g.ties[w] > tie:
			passed = true
		default:
			g.taken[w] = true
			nodes = append(nodes, w)
		}
	}
	if passed {
		g.left = append(g.left, h)
	}
	if nodes == nil {
		return
	}
	b := g.ofLink[h.link]
	if b < 0 {
		b = int32(len(g.blocks))
		l := &g.links[h.link]
		g.ofLink[h.link] = b
		g.blocks = append(g.blocks, block{label: l.label, aside: l.on >= 0,
			depth: g.blocks[h.block].depth + 1, link: h.link, above: h.block})
	}
	g.blocks[b].nodes = append(g.blocks[b].nodes, nodes...)
	g.reach = g.below(g.reach, b, nodes)
}

// shape sets a block's nodes side by side.
func (f *forest) shape(b *block) {
	b.off = make([]geom.Point, len(b.nodes))
	for i, v := range b.nodes {
		if i > 0 {
			b.size.W += f.o.GroupGap
		}
		b.off[i].X = b.size.W
		b.size.W += f.size[v].W
		b.size.H = math.Max(b.size.H, f.size[v].H)
	}
	if spare := b.label - b.size.W; spare > 0 { // the nodes in the middle
		for i := range b.off {
			b.off[i].X += math.Floor(spare / 2)
		}
		b.size.W = b.label
	}
}

// adopt lists the blocks below each node of block b.
func (f *forest) adopt(b int) {
	nodes := f.blocks[b].nodes
	var kids []int32
	cuts := make([]int32, len(nodes)+1)
	for i, v := range nodes {
		if len(f.into.of(int(v))) > 0 {
			for _, l := range f.row(int(v)) {
				if k := f.ofLink[l]; k >= 0 {
					kids = append(kids, k)
				}
			}
		}
		cuts[i+1] = int32(len(kids))
	}
	f.blocks[b].kids, f.blocks[b].cuts = kids, cuts
}

// row orders the links that end at v from left to right: links to v itself by
// where their premises are now, links on links next to what they attack.
func (f *forest) row(v int) []int32 {
	f.inRow = f.inRow[:0]
	aside := false
	for _, l := range f.into.of(v) {
		if f.links[l].on < 0 {
			f.inRow = append(f.inRow, l)
		} else {
			aside = true
		}
	}
	f.sortByPlace(f.inRow)
	if !aside {
		return f.inRow
	}
	return f.besides(f.inRow)
}

// sortByPlace sorts links by where their block's middle is now. One that was
// never placed comes right after the one it follows in reading order.
func (f *forest) sortByPlace(links []int32) {
	if f.reach != nil && f.sortByColumn(links) {
		return
	}
	keys := make([]float64, len(links))
	seeded, last := false, math.Inf(-1)
	for i, l := range links {
		if x, ok := f.middleNow(l); ok {
			last, seeded = x, true
		}
		keys[i] = last
	}
	if seeded {
		sort.Stable(byKey{links, keys})
	}
}

type byKey struct {
	items []int32
	keys  []float64
}

func (s byKey) Len() int           { return len(s.items) }
func (s byKey) Less(i, j int) bool { return s.keys[i] < s.keys[j] }
func (s byKey) Swap(i, j int) {
	s.items[i], s.items[j] = s.items[j], s.items[i]
	s.keys[i], s.keys[j] = s.keys[j], s.keys[i]
}

// middleNow is the present middle of the placed nodes of a link's block.
func (f *forest) middleNow(l int32) (x float64, ok bool) {
	b := f.ofLink[l]
	if b < 0 {
		return 0, false
	}
	n := 0
	for _, v := range f.blocks[b].nodes {
		if f.placed[v] {
			x += f.now[v].X + f.size[v].W/2
			n++
		}
	}
	return x / float64(max(n, 1)), n > 0
}

// besides puts the links on links into the row: each next to the link it is
// on, on the side where it is now, or else on the outer side, where there is
// room. Those on the same link take turns; those on an undercutter stay on
// its side, away from the link.
func (f *forest) besides(direct []int32) []int32 {
	const none = -1
	head, tail := int32(none), int32(none)
	left := make(map[int32]bool)
	for _, l := range direct {
		f.prev[l], f.next[l] = tail, none
		if tail >= 0 {
			f.next[tail] = l
		} else {
			head = l
		}
		tail = l
	}
	insert := func(l, by int32, before bool) {
		if before {
			f.prev[l], f.next[l], f.prev[by] = f.prev[by], by, l
			if f.prev[l] >= 0 {
				f.next[f.prev[l]] = l
			} else {
				head = l
			}
			return
		}
		f.prev[l], f.next[l], f.next[by] = by, f.next[by], l
		if f.next[l] >= 0 {
			f.prev[f.next[l]] = l
		}
	}
	queue := append([]int32(nil), direct...)
	for i := 0; i < len(queue); i++ {
		l := queue[i]
		on := slices.Clone(f.against.of(int(l)))
		f.sortByPlace(on)
		queue = append(queue, on...)
		mine, placed := f.middleNow(l)
		var lefts, rights []int32
		for j, a := range on {
			x, seeded := f.middleNow(a)
			switch {
			case i >= len(direct):
				left[a] = left[l]
			case seeded && placed:
				left[a] = x < mine
			default:
				left[a] = (2*i+1 < len(direct)) == (j%2 == 0)
			}
			if left[a] {
				lefts = append(lefts, a)
			} else {
				rights = append(rights, a)
			}
		}
		// Each goes right next to l, so the one to be nearest goes last. By
		// place that is the rightmost on the left; by reading order the first.
		if !placed || !f.anyPlaced(lefts) {
			slices.Reverse(lefts)
		}
		for _, a := range lefts {
			insert(a, l, true)
		}
		for _, a := range slices.Backward(rights) {
			insert(a, l, false)
		}
	}
	row := make([]int32, 0, len(queue))
	for l := head; l >= 0; l = f.next[l] {
		row = append(row, l)
	}
	return row
}

func (f *forest) anyPlaced(links []int32) bool {
	return slices.ContainsFunc(links, func(l int32) bool { _, ok := f.middleNow(l); return ok })
}

// sources lists the nodes to begin a walk towards premises from, so that
// every node is reached: the roots given, then nodes without a target, then
// one of each circle that nothing else leads to. begin is called for each and
// walks from it, marking what it reaches.
func (p *plan) sources(reached []bool, begin func(node int)) {
	for _, r := range p.roots {
		if !reached[r] {
			begin(r)
		}
	}
	for v := range p.ids {
		if !reached[v] && len(p.out.of(v)) == 0 {
			begin(v)
		}
	}
	onWalk := make([]int, len(p.ids))
	for v := range p.ids {
		// Go from target to target until the walk meets itself: that is on a
		// circle, and beginning there reaches v as well.
		for at := v; !reached[v]; {
			if onWalk[at] == v+1 {
				begin(at)
				break
			}
			onWalk[at] = v + 1
			next := p.links[p.out.of(at)[0]].to
			if reached[next] {
				begin(at)
				break
			}
			at = next
		}
		if !reached[v] {
			begin(v)
		}
	}
}
