package layout

import (
	"math"
	"slices"

	"warrant/canvas/geom"
)

// joined is the tree of root as folding sees it: each block together with
// those beside it that attack its link, which so never get away from it. Parents come
// before their kids.
func (f *forest) joined(root int32) *forest {
	j := &forest{plan: f.plan}
	groups := [][]int32{{root}}
	depths := []int32{0}
	for i := 0; i < len(groups); i++ {
		one := block{link: f.blocks[groups[i][0]].link, depth: depths[i], cuts: []int32{0}}
		for k, b := range groups[i] {
			part := &f.blocks[b]
			if k > 0 {
				one.size.W += f.o.Gap
			}
			one.runs = append(one.runs, int32(len(one.nodes)))
			for n, v := range part.nodes {
				one.nodes = append(one.nodes, v)
				one.off = append(one.off, part.off[n].Add(geom.Pt(one.size.W, 0)))
				kids := part.kids[part.cuts[n]:part.cuts[n+1]]
				for len(kids) > 0 {
					m := 1
					for m < len(kids) && f.base(kids[m]) == f.base(kids[0]) {
						m++
					}
					one.kids = append(one.kids, int32(len(groups)))
					groups, depths = append(groups, f.inwards(kids[:m])), append(depths, depths[i]+1)
					kids = kids[m:]
				}
				one.cuts = append(one.cuts, int32(len(one.kids)))
			}
			one.size.W += part.size.W
			one.size.H = math.Max(one.size.H, part.size.H)
			if !part.aside || len(groups[i]) == 1 || k == 0 && f.blocks[groups[i][1]].aside {
				one.lead, one.joint = part.size.W, len(part.nodes) > 1
				one.from = one.size.W - part.size.W
			}
		}
		j.blocks = append(j.blocks, one)
	}
	return j
}

// inwards orders the premises of a link and those beside them: first the
// premises, then who attacks their link, the nearest first. Where none of these
// has reasons, they stand on either side as they are.
func (f *forest) inwards(kids []int32) []int32 {
	at := slices.IndexFunc(kids, func(k int32) bool { return !f.blocks[k].aside })
	if at < 0 || at == 0 || !slices.ContainsFunc(kids, func(k int32) bool { return len(f.blocks[k].kids) > 0 }) {
		return kids
	}
	group := append([]int32{kids[at]}, kids[at+1:]...)
	for _, k := range slices.Backward(kids[:at]) {
		group = append(group, k)
	}
	return group
}

// base returns the link to a claim that a block belongs to.
func (f *forest) base(b int32) int32 {
	if f.bases == nil {
		f.bases = make([]int32, len(f.links))
		for l := range f.bases {
			f.bases[l] = -1
		}
	}
	var way []int32 // of a tower of undercutters each is climbed once
	at := f.blocks[b].link
	for f.bases[at] < 0 && f.links[at].on >= 0 {
		way = append(way, at)
		at = int32(f.links[at].on)
	}
	if f.bases[at] >= 0 {
		at = f.bases[at]
	}
	for _, l := range way {
		f.bases[l] = at
	}
	return at
}
