package layout

import (
	"cmp"
	"math"
	"slices"

	"warrant/canvas/geom"
)

// arrowRoom is what a link that runs straight from a card to its neighbour
// needs there beside its label: the arrow at one end, a bit of line at the other.
const arrowRoom = 36

// across makes room for the labels of links between neighbours in a row, such
// as a claim that also bears on the one beside it. Those who hang from one
// target are the tree's business; this one looks at the links the tree does
// not show. The tree must have been placed; it reports whether it is to be
// placed anew.
func (f *forest) across(t *tidy, at []geom.Point, ofBlock []int32) (widened bool) {
	row := make([]int32, 0, len(t.order))
	for i := 0; i < len(t.order); {
		depth := f.blocks[t.order[i]].depth
		row = row[:0]
		for ; i < len(t.order) && f.blocks[t.order[i]].depth == depth; i++ {
			row = append(row, f.blocks[t.order[i]].nodes...)
		}
		slices.SortFunc(row, func(a, b int32) int { return cmp.Compare(at[a].X, at[b].X) })
		for k := 1; k < len(row); k++ {
			a, b := row[k-1], row[k]
			label := math.Max(f.labelBetween(a, b), f.labelBetween(b, a))
			lacks := math.Ceil(label + arrowRoom - (at[b].X - at[a].X - f.size[a].W))
			if label == 0 || lacks <= 0 {
				continue
			}
			widened = true
			one, from := &f.blocks[ofBlock[b]], 0
			if ofBlock[a] == ofBlock[b] {
				from = slices.Index(one.nodes, b)
			}
			for j := from; j < len(one.off); j++ {
				one.off[j].X += lacks
			}
			one.size.W += lacks
		}
	}
	return widened
}

// labelBetween returns the width of the label of a link from a to b alone, or
// 0 where there is none.
func (p *plan) labelBetween(a, b int32) float64 {
	wide := 0.0
	for _, l := range p.out.of(int(a)) {
		if p.links[l].on < 0 && p.links[l].to == int(b) && len(p.links[l].from) == 1 {
			wide = math.Max(wide, math.Max(1, p.links[l].label))
		}
	}
	return wide
}
