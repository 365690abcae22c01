package layout

import (
	"math"
	"slices"

	"warrant/canvas/geom"
)

// hung are reasons in columns, as one block of the tidy tree.
type hung struct {
	limb
	block  int32 // whose node they are below
	corner geom.Point
}

// place puts the tree where a form of the whole has it, with the corner of
// its bounds at the origin, and returns its size.
func (f *fold) place(whole form, at []geom.Point) geom.Size {
	top := &forest{plan: f.plan}
	type entry struct {
		block int32
		form  form
	}
	var entries []entry
	columns := make(map[int32][]hung)
	add := func(b block, e entry) int32 {
		top.blocks, entries = append(top.blocks, b), append(entries, e)
		return int32(len(entries) - 1)
	}
	add(f.blocks[0], entry{0, whole})
	for i := 0; i < len(entries); i++ {
		e := entries[i]
		if e.block < 0 {
			continue
		}
		depth := top.blocks[i].depth + 1
		kids, cuts := []int32(nil), make([]int32, len(top.blocks[i].nodes)+1)
		limbs := slices.Clone(f.limbs(e.block, e.form.limit))
		if slices.ContainsFunc(limbs, func(l limb) bool { return l.columns > 0 }) {
			b, hang := f.hang(e.block, limbs)
			b.depth = depth
			k := add(b, entry{block: -1})
			columns[k] = hang
			kids = append(kids, k)
			for j := range cuts[1:] {
				cuts[j+1] = 1
			}
			limbs = nil
		}
		for _, l := range limbs {
			for _, k := range f.kidsOf(e.block, l.node) {
				b := f.blocks[k]
				b.depth = depth
				kids = append(kids, add(b, entry{k, f.branch[k].within(l.limit)}))
			}
			for j := l.node; j < len(cuts)-1; j++ {
				cuts[j+1] = int32(len(kids))
			}
		}
		top.blocks[i].kids, top.blocks[i].cuts = kids, cuts
	}
	t := &tidy{f: top, n: make([]tidyNode, len(top.blocks))}
	size := top.tidyTree(t, 0, at)
	var todo []hung
	for i := range int32(len(entries)) {
		for _, h := range columns[i] {
			h.corner = h.corner.Add(t.n[i].corner)
			todo = append(todo, h)
		}
	}
	f.unfold(todo, at)
	return size
}

// hang makes one block of the limbs of a block, some of which are in columns,
// for the tidy tree, with their corners from the block's.
func (f *fold) hang(b int32, limbs []limb) (one block, hang []hung) {
	left, right, head := math.Inf(1), math.Inf(-1), f.o.LayerGap
	for _, l := range limbs {
		left, right = math.Min(left, l.x), math.Max(right, l.x+l.w)
		if len(limbs) == 1 {
			head = l.head
		}
	}
	one = block{tall: true, near: head < f.o.LayerGap, size: geom.Size{W: right - left}}
	one.mid = f.blocks[b].off[0].X + f.size[f.blocks[b].nodes[0]].W/2 - left
	for _, l := range limbs {
		one.size.H = math.Max(one.size.H, l.h-head)
		hang = append(hang, hung{l, b, geom.Pt(l.x-left, -head)})
	}
	return one, hang
}

// unfold puts all that hangs in columns, and below that, into its place.
func (f *fold) unfold(todo []hung, at []geom.Point) {
	for len(todo) > 0 {
		h := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		kids := f.kidsOf(h.block, h.node)
		if h.columns == 0 {
			p := h.corner.Add(geom.Pt(0, f.o.LayerGap))
			for _, k := range kids {
				todo = f.put(k, f.branch[k].within(h.limit), p, false, todo, at)
				p.X += f.branch[k].within(h.limit).w + f.o.Gap
			}
			continue
		}
		c := f.deal(kids, h.columns, h.limit, f.size[f.blocks[h.block].nodes[h.node]].W, f.shares(h.block) == 1)
		x := h.corner.X
		for i, wide := range c.wide {
			right := c.right(i) || len(c.wide) == 1 && h.mirror // the gutter
			if x += c.space(i, f.o.Gap); !right && !c.shared(i) {
				x += c.gutter[i]
			}
			y := h.corner.Y + h.head - f.o.LayerGap + turnRoom
			for _, k := range kids[c.first[i]:c.first[i+1]] {
				one := f.branch[k].narrow(h.limit)
				y += f.above(k)
				p := geom.Pt(x, y)
				if right {
					p.X += wide - one.w
				}
				todo = f.put(k, one, p, right != (f.blocks[k].from > 0), todo, at)
				y += one.h
			}
			x += wide
			if right {
				x += c.gutter[i]
			}
		}
	}
}

// put places the cards of a block, whose branch has its corner at p, and
// lists what is below them as to be placed.
func (f *fold) put(b int32, one form, p geom.Point, mirror bool, todo []hung, at []geom.Point) []hung {
	blk := &f.blocks[b]
	limbs := f.limbs(b, one.limit)
	mirror = mirror && (len(limbs) == 0 || len(limbs) == 1 && limbs[0].columns == 1 && limbs[0].node == 0 && !blk.joint)
	// from turns a stretch round where all is mirrored.
	from := func(x, w float64) float64 {
		if mirror {
			return p.X + one.w - x - w
		}
		return p.X + x
	}
	for r, i := range blk.runs {
		end := len(blk.nodes)
		if r+1 < len(blk.runs) {
			end = int(blk.runs[r+1])
		}
		lo, last := blk.off[i].X, blk.off[end-1].X+f.size[blk.nodes[end-1]].W
		x := from(one.mid+lo, last-lo)
		for k := int(i); k < end; k++ { // linked premises keep their order
			at[blk.nodes[k]] = geom.Pt(x+blk.off[k].X-lo, p.Y)
		}
	}
	for _, l := range limbs {
		l.mirror = l.mirror || mirror
		todo = append(todo, hung{l, b, geom.Pt(from(one.mid+l.x, l.w), p.Y+blk.size.H)})
	}
	return todo
}
