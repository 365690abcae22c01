package layout

import (
	"math"
	"slices"

	"warrant/canvas/geom"
)

// A tree is folded only where it is wider than a screen shows at once, and
// where that makes the smallest frame of a screen's shape that holds it
// smaller by this.
const (
	screenWide = 1100
	foldGain   = 0.9
	cornered   = 1.2  // a wide tree with its root in a corner is as bad as one so much larger
	widest     = 1600 // of a column, where the tracks do not end below the card above
	slim       = 400  // of a column below one of many linked premises, the first apart
	mostOff    = 900  // from where tracks are to where they should end, of those
)

// fold arranges a tree so that it comes near the shape of a screen: the
// reasons of each claim stand in a row below it, or one below another in
// columns, with their branches. For each branch, from the leaves up, it keeps
// a few forms, from narrow to low, made of the forms of its parts; of those of
// the whole it takes the one nearest to the aspect.
//
// Reasons in a row at the top of the tree, and theirs, are a tidy tree, in
// which branches reach below each other; further down every branch has a
// rectangle for itself.
type fold struct {
	*forest
	below  []forms // of the reasons of each node
	branch []forms // of each block with all below it
	cards  []int   // of each block, in its branch
	chosen forms   // scratch of deal
	laid   []limb  // scratch of limbs
	wish   float64 // width to height
}

// folded puts the nodes of the tree of root where they are best folded, if
// that makes one much nearer to a screen's shape of a tree that has this size
// now. It returns the size then.
func (f *forest) folded(root int32, now geom.Size, at []geom.Point) geom.Size {
	d := &fold{forest: f.joined(root), wish: aspect}
	d.below, d.branch, d.cards = make([]forms, len(f.size)), make([]forms, len(d.blocks)), make([]int, len(d.blocks))
	if f.o.Direction.sideways() {
		d.wish = 1 / aspect
	}
	for b := int32(len(d.blocks)) - 1; b >= 0; b-- { // parents come first
		if b%256 == 0 && f.stopped() {
			return now
		}
		d.cards[b] = len(d.blocks[b].nodes)
		for _, k := range d.blocks[b].kids {
			d.cards[b] += d.cards[k]
		}
		for j := range d.blocks[b].nodes {
			d.findBelow(b, j)
		}
		d.findBranch(b)
	}
	try := make([]geom.Point, len(at))
	size := d.choose(try)
	if d.side(size) > foldGain*d.side(now) {
		return now
	}
	for _, b := range d.blocks {
		for _, v := range b.nodes {
			at[v] = try[v]
		}
	}
	return size
}

// side is the width of the smallest frame of the wished shape.
func (f *fold) side(s geom.Size) float64 { return math.Max(s.W, s.H*f.wish) }

// choose places the tree by the form of the whole that comes nearest to the
// wish. As a tidy tree is narrower than its rectangles, it looks again when it
// knows by how much.
func (f *fold) choose(at []geom.Point) (size geom.Size) {
	least, narrower := math.Inf(1), 1.0
	var before form
	for range 3 {
		best, bestCost, worse := form{}, math.Inf(1), 1.0
		for _, one := range f.branch[0] {
			k := 1.0
			if f.limbs(0, one.limit)[0].columns == 1 && one.w > screenWide {
				k = cornered
			}
			if c := k * f.side(geom.Size{W: one.w * narrower, H: one.h}); c < bestCost {
				best, bestCost, worse = one, c, k
			}
		}
		if best == before {
			break
		}
		before = best
		try := make([]geom.Point, len(at))
		got := f.place(best, try)
		narrower = got.W / best.w
		if c := worse * f.side(got); c < least {
			least, size = c, got
			copy(at, try)
		}
	}
	return size
}

// wide reports whether a tree of this size is wider than a screen shows.
func (f *forest) wide(s geom.Size) bool {
	from := f.o.FoldFrom
	if !(from > 0) {
		from = screenWide
	}
	if f.o.Direction.sideways() {
		return s.W > from/aspect && s.W*aspect > s.H
	}
	return s.W > from && s.W > s.H*aspect
}

// kidsOf lists the blocks below node j of block b.
func (f *forest) kidsOf(b int32, j int) []int32 {
	one := &f.blocks[b]
	return one.kids[one.cuts[j]:one.cuts[j+1]]
}

// findBelow finds the forms of the reasons of node j of block b, from its
// lower edge on.
func (f *fold) findBelow(b int32, j int) {
	kids := f.kidsOf(b, j)
	if len(kids) == 0 {
		return
	}
	v, most := f.blocks[b].nodes[j], most(f.cards[b])
	parts := make([]forms, len(kids))
	for i, k := range kids {
		parts[i] = f.branch[k]
	}
	fs := inRow(parts, f.o.Gap, most)
	for i := range fs {
		fs[i].h += f.o.LayerGap
		fs[i].mid = f.middleOfRow(kids, fs[i].limit)
	}
	shares := f.shares(b)
	if len(kids) > 100 { // alike, for the most part
		most = 4
	}
	limits := sides(parts, func(f form) float64 { return f.w }, most)
	for _, n := range counts(len(kids)) {
		for _, limit := range limits {
			if n > 2 && limit > widest || n > 1 && shares > 1 || shares > 2 && limit > slim && f.blocks[b].cuts[j] > 0 {
				continue
			}
			c := f.deal(kids, n, limit, f.size[v].W, shares == 1)
			if n <= 2 && slices.ContainsFunc(c.rows(), func(rows int) bool { return rows > mostRows(n, f.size[v].W) }) {
				continue
			}
			if len(c.wide) == n {
				fs = append(fs, c.form)
			}
		}
	}
	f.below[v] = best(fs, most)
}

func (c *columns) rows() []int {
	rows := make([]int, len(c.wide))
	for i := range rows {
		rows[i] = c.first[i+1] - c.first[i]
	}
	return rows
}

// counts lists how many columns to try for so many branches: one, two, and as
// many as have a few in each.
func counts(branches int) (n []int) {
	for k := 1; k <= 2 && k < branches; k++ {
		n = append(n, k)
	}
	for rows := 10; rows > 1; rows-- {
		if k := (branches + rows - 1) / rows; k > 2 && k != n[len(n)-1] {
			n = append(n, k)
		}
	}
	return n
}

// middleOfRow is the middle between the first and the last claim of a row.
func (f *fold) middleOfRow(kids []int32, limit float64) float64 {
	x, lo, hi := 0.0, 0.0, 0.0
	for i, k := range kids {
		one := f.branch[k].within(limit)
		if hi = x + one.mid + f.blocks[k].from + f.blocks[k].lead; i == 0 {
			lo = one.mid + f.blocks[k].from
		}
		x += one.w + f.o.Gap
	}
	return (lo + hi) / 2
}

// findBranch finds the forms of a block with what is below it.
func (f *fold) findBranch(b int32) {
	blk := &f.blocks[b]
	var parts []forms
	for _, v := range blk.nodes {
		if len(f.below[v]) > 0 {
			parts = append(parts, f.below[v])
		}
	}
	if len(parts) == 0 {
		f.branch[b] = forms{{w: blk.size.W, h: blk.size.H, limit: math.Inf(1)}}
		return
	}
	most := most(f.cards[b])
	fs := inRow(parts, f.o.Gap, most)
	kept := fs[:0]
	for i, one := range fs {
		left, right, off := 0.0, blk.size.W, 0.0
		for _, l := range f.limbs(b, one.limit) {
			left, right, off = math.Min(left, l.x), math.Max(right, l.x+l.w), math.Max(off, l.off)
		}
		if one.w, one.h, one.mid = right-left, one.h+blk.size.H, -left; off <= mostOff || i == len(fs)-1 && len(kept) == 0 {
			kept = append(kept, one)
		}
	}
	fs = kept
	f.branch[b] = best(fs, most)
}

// limb is what is below one node of a block, from where on, from the left edge of
// the block's cards.
type limb struct {
	form
	node   int
	x      float64
	mirror bool    // it hangs on the left of its gutter
	off    float64 // how far its tracks are from where they should end
}

// limbs says how what is below the nodes of a block stands when it may be so
// high. One in columns has its gutter below its card: of two, the first is on
// the left of that and the second on the right. More than two, and rows, are on
// average below the middles of their cards, or as near as a wide first allows.
func (f *fold) limbs(b int32, high float64) []limb {
	one := &f.blocks[b]
	limbs := f.laid[:0]
	for j, v := range one.nodes {
		if len(f.below[v]) > 0 {
			limbs = append(limbs, limb{form: f.below[v].within(high), node: j})
		}
	}
	f.laid = limbs
	if len(limbs) == 0 {
		return nil
	}
	over := func(p *limb) float64 { // where the middle of its card is
		return one.off[p.node].X + f.size[one.nodes[p.node]].W/2
	}
	exact := func(l *limb) float64 { return math.Floor(over(l) - l.mid) }
	first, last := &limbs[0], &limbs[len(limbs)-1]
	x, sum := 0.0, 0.0
	for i := range limbs {
		limbs[i].x = x
		sum += over(&limbs[i]) - x - limbs[i].mid
		x += limbs[i].w + f.o.Gap
	}
	shift := math.Floor(sum / float64(len(limbs)))
	switch {
	case len(limbs) == 1:
		shift = exact(first)
	case len(limbs) == 2 && first.columns > 0 && last.columns > 0:
		first.mirror = true
		first.x = math.Floor(over(first) + first.mid - first.w)
		last.x = exact(last)
		return limbs
	case first.columns > 0 && (len(limbs) == 2 || first.w > slim):
		shift = math.Floor(over(first) + first.mid - first.w)
	case len(limbs) == 2 && last.columns > 0:
		shift = exact(last) - last.x
	}
	for i := range limbs {
		l := &limbs[i]
		if l.x += shift; len(limbs) > 1 && l.columns > 0 {
			// The gutter is on the side where the card is.
			l.mirror = l.x+l.w/2 < over(l)
			if l.off = math.Abs(l.x - exact(l)); l.mirror {
				l.off = math.Abs(l.x - math.Floor(over(l)+l.mid-l.w))
			}
		}
	}
	return limbs
}

// shares is how many nodes of a block have something below them.
func (f *fold) shares(b int32) (n int) {
	one := &f.blocks[b]
	for k := range one.nodes {
		if one.cuts[k+1] > one.cuts[k] {
			n++
		}
	}
	return n
}
