package layout

import (
	"math"

	"warrant/canvas/geom"
)

// tidyNode is a block as van der Ploeg's algorithm sees it. prelim and mod
// are displacements that add up along the way from the root; tl and tr are
// threads along a contour; el and er the extreme nodes, msel and mser the sum
// of mod to them.
type tidyNode struct {
	w, bottom      float64
	prelim, mod    float64
	shift, change  float64
	tl, tr, el, er int32
	msel, mser     float64
	corner         geom.Point // of the block, once all are placed
}

// lowSibling is an entry of the list of siblings by how low they reach: each
// is the last of those that reach at least to lowY.
type lowSibling struct {
	lowY float64
	kid  int
}

type tidy struct {
	f    *forest
	n    []tidyNode
	lows []lowSibling
	// order is the blocks of the tree placed last, parents first.
	order []int32
}

// tidyTree places the tree under root, with the corner of its bounds at the
// origin, into at, and returns its size.
//
// Rows are aligned: the top of each is the lowest card of the row above plus
// the layer gap. A contour therefore steps from row to row, and where reasons
// in columns end.
func (f *forest) tidyTree(t *tidy, root int32, at []geom.Point) geom.Size {
	order := append(t.order[:0], root)
	var heights []float64
	var near []bool
	for i := 0; i < len(order); i++ {
		b := &f.blocks[order[i]]
		d := int(b.depth)
		if d == len(heights) {
			heights, near = append(heights, 0), append(near, true)
		}
		near[d] = near[d] && b.near
		if !b.tall {
			heights[d] = math.Max(heights[d], b.size.H)
		}
		order = append(order, b.kids...)
	}
	t.order = order
	tops := make([]float64, len(heights)+1)
	for d, h := range heights {
		tops[d+1] = tops[d] + h + f.o.LayerGap
		if d+1 < len(near) && near[d+1] {
			tops[d+1] -= turnRoom
		}
	}
	for _, i := range order {
		b := &f.blocks[i]
		t.n[i] = tidyNode{w: b.size.W + f.o.Gap, bottom: tops[b.depth+1], tl: -1, tr: -1, el: i, er: i}
		if b.tall {
			t.n[i].bottom = tops[b.depth] + b.size.H + 2*f.o.Gap
			t.n[i].w += f.o.Gap
		}
	}
	for i := len(order) - 1; i >= 0; i-- {
		t.join(order[i])
	}
	// The sums of mod from the root: parents come before their kids.
	left, right, low := math.Inf(1), math.Inf(-1), 0.0
	t.n[root].shift = 0
	for _, i := range order {
		n, b := &t.n[i], &f.blocks[i]
		sum := n.shift + n.mod // shift is free by now: it carries the sum so far
		x := n.prelim + sum
		n.prelim = x
		for _, k := range b.kids {
			t.n[k].shift = sum
		}
		left, right = math.Min(left, x), math.Max(right, x+b.size.W)
		low = math.Max(low, tops[b.depth]+b.size.H)
	}
	for _, i := range order {
		b := &f.blocks[i]
		t.n[i].corner = floor(geom.Pt(t.n[i].prelim-left, tops[b.depth]))
		for j, v := range b.nodes {
			at[v] = t.n[i].corner.Add(b.off[j])
		}
	}
	return geom.Size{W: math.Ceil(right - left), H: low}
}

// floor rounds down to whole units, forgiving the error of a long sum. Whole
// distances stay at least what they were.
func floor(p geom.Point) geom.Point {
	const slack = 2.7182818e-7 // a number no share of a gap is likely to be short by
	return geom.Pt(math.Floor(p.X+slack), math.Floor(p.Y+slack))
}

// join moves the finished subtrees of i together and centres i over them.
func (t *tidy) join(i int32) {
	kids := t.f.blocks[i].kids
	n := &t.n[i]
	if len(kids) == 0 {
		return
	}
	t.lows = t.lows[:0]
	t.pushLow(t.n[t.n[kids[0]].el].bottom, 0)
	for k := 1; k < len(kids); k++ {
		low := t.n[t.n[kids[k]].er].bottom
		t.separate(kids, k)
		t.pushLow(low, k)
	}
	// Spread what a far move left over among the kids between. Those never
	// form the outer contour, so the threads hold.
	d, sum := 0.0, 0.0
	for _, k := range kids {
		c := &t.n[k]
		d += c.shift
		sum += d + c.change
		c.mod += sum
	}
	n.prelim = t.centre(i)
	first, last := &t.n[kids[0]], &t.n[kids[len(kids)-1]]
	n.el, n.msel, n.er, n.mser = first.el, first.msel, last.er, last.mser
}

func (t *tidy) pushLow(low float64, kid int) {
	for len(t.lows) > 0 && low >= t.lows[len(t.lows)-1].lowY {
		t.lows = t.lows[:len(t.lows)-1]
	}
	t.lows = append(t.lows, lowSibling{low, kid})
}

// separate moves kid k right until no row of it touches the kids before, or
// left until one just does.
func (t *tidy) separate(kids []int32, k int) {
	right, left := kids[k-1], kids[k] // on the right contour before, on the left contour of k
	sumR, sumL := t.n[right].mod, t.n[left].mod
	h := len(t.lows) - 1
	apart := math.Inf(-1) // how far k is from touching, below nil
	for right >= 0 && left >= 0 {
		r, l := &t.n[right], &t.n[left]
		for r.bottom > t.lows[h].lowY && h > 0 {
			h--
		}
		d := sumR + r.prelim + r.w - sumL - l.prelim
		if apart = math.Max(apart, math.Min(d, 0)); d > 0 {
			sumL += d
			t.move(kids, k, t.lows[h].kid, d)
		}
		rb, lb := r.bottom, l.bottom
		if rb <= lb {
			if right = t.nextRight(right); right >= 0 {
				sumR += t.n[right].mod
			}
		}
		if rb >= lb {
			if left = t.nextLeft(left); left >= 0 {
				sumL += t.n[left].mod
			}
		}
	}
	if apart < 0 { // its lower rows may stretch beneath the kids before
		sumL += apart
		t.move(kids, k, k-1, apart)
	}
	first, before, c := &t.n[kids[0]], &t.n[kids[k-1]], &t.n[kids[k]]
	switch {
	case right < 0 && left >= 0:
		e := &t.n[first.el]
		e.tl = left
		d := sumL - t.n[left].mod - first.msel
		e.mod += d
		e.prelim -= d
		first.el, first.msel = c.el, c.msel
	case right >= 0 && left < 0:
		e := &t.n[c.er]
		e.tr = right
		d := sumR - t.n[right].mod - c.mser
		e.mod += d
		e.prelim -= d
		c.er, c.mser = before.er, before.mser
	}
}

// move shifts kid k by d and shares the room out among the kids after from.
func (t *tidy) move(kids []int32, k, from int, d float64) {
	c := &t.n[kids[k]]
	c.mod += d
	c.msel += d
	c.mser += d
	if from != k-1 {
		n := float64(k - from)
		t.n[kids[from+1]].shift += d / n
		c.shift -= d / n
		c.change -= d - d/n
	}
}

func (t *tidy) nextLeft(i int32) int32 {
	if kids := t.f.blocks[i].kids; len(kids) > 0 {
		return kids[0]
	}
	return t.n[i].tl
}

func (t *tidy) nextRight(i int32) int32 {
	if kids := t.f.blocks[i].kids; len(kids) > 0 {
		return kids[len(kids)-1]
	}
	return t.n[i].tr
}

// centre is where block i should begin so that each of its nodes is, on
// average, over the middle of its own premises. Undercutters, which point at
// links, count only where there is nothing else.
func (t *tidy) centre(i int32) float64 {
	b := &t.f.blocks[i]
	sum, n := 0.0, 0.0
	for j, v := range b.nodes {
		kids := b.kids[b.cuts[j]:b.cuts[j+1]]
		if len(kids) == 0 {
			continue
		}
		first, last := 0, len(kids)-1
		for first < last && t.f.blocks[kids[first]].aside {
			first++
		}
		for last > first && t.f.blocks[kids[last]].aside {
			last--
		}
		l, r := &t.n[kids[first]], &t.n[kids[last]]
		if k := &t.f.blocks[kids[first]]; k.tall {
			sum += l.prelim + l.mod + k.mid - b.off[j].X - t.f.size[v].W/2
			n++
			continue
		}
		end := r.w - t.f.o.Gap
		if k := &t.f.blocks[kids[last]]; k.lead > 0 {
			end = k.from + k.lead
		}
		middle := (l.prelim + l.mod + t.f.blocks[kids[first]].from + r.prelim + r.mod + end) / 2
		sum += middle - b.off[j].X - t.f.size[v].W/2
		n++
	}
	return sum / n
}
