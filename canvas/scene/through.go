package scene

import "math"

// What disturbs on a way, in units of a detour.
const (
	crossCost = 600 // another link that is crossed
	strayCost = 0.1 // a unit off the straight line, in each row
	narrow    = 10  // what links have of a gap that is narrower
	squeeze   = 40  // costs so much more
	blockCost = 1e6 // a card
)

// pass is a place in a slab where a way may lead through.
type pass struct {
	v, cost float64
	gap     int32
	before  int32 // pass of the slab before
}

// through chooses a gap in each slab: so that the way crosses few others, is
// short, and keeps near the straight line. It is clear where no card is in the way.
func (t *trip) through() (chosen []gap, clear bool) {
	layers := make([][]pass, 0, len(t.slabs)+1)
	before := []pass{{v: t.v0}}
	row := t.first
	var beforeGaps []gap
	for i := range t.slabs {
		sl := &t.slabs[i]
		var here []pass
		a, b := t.straight(sl.lo), t.straight(sl.hi)
		mid := (a + b) / 2
		for k, g := range sl.gaps {
			in := g.share(mid, t.fan)
			for n, want := range [3]float64{mid, t.v0, t.v1} {
				v := in.clamp(want)
				if n > 0 && (in.hi-in.lo < 4*clearance || here[len(here)-1].v == v) {
					continue
				}
				p := pass{v: v, gap: int32(k), cost: strayCost * math.Abs(v-mid)}
				if g.blocked {
					p.cost += blockCost
				} else if g.hi-g.lo < narrow {
					p.cost += squeeze
				}
				here = append(here, p)
			}
		}
		t.link(before, here, beforeGaps, sl.gaps, row, sl.row)
		layers = append(layers, here)
		before, beforeGaps, row = here, sl.gaps, sl.row
	}
	last := []pass{{v: t.v1}}
	t.link(before, last, nil, nil, row, t.last)
	chosen = make([]gap, len(t.slabs))
	at := last[0].before
	for i := len(t.slabs) - 1; i >= 0; i-- {
		p := layers[i][at]
		chosen[i] = t.slabs[i].gaps[p.gap]
		at = p.before
	}
	return chosen, last[0].cost < blockCost
}

// link finds for each pass the best one before it.
func (t *trip) link(before, here []pass, gapsBefore, gaps []gap, rowBefore, row int) {
	var ways []hop
	if row > rowBefore {
		ways = t.rows[row].ways
	}
	own := make([]float64, len(here))
	for j := range here {
		own[j] = here[j].cost
		here[j].cost = math.Inf(1)
	}
	for i := range before {
		p := &before[i]
		crossed, k := 0, 0
		for _, w := range ways {
			if w.before < p.v {
				crossed++
			}
		}
		for j := range here {
			q := &here[j]
			// The links are in the order in which they reach this row, and
			// so are the passes but for those in one gap.
			for ; k < len(ways) && ways[k].here < q.v; k++ {
				if ways[k].before < p.v {
					crossed--
				} else {
					crossed++
				}
			}
			for ; k > 0 && ways[k-1].here >= q.v; k-- {
				if ways[k-1].before < p.v {
					crossed++
				} else {
					crossed--
				}
			}
			c := p.cost + own[j] + math.Abs(q.v-p.v) + crossCost*float64(crossed)
			if rowBefore == row && gaps != nil && gapsBefore != nil {
				a, b := gapsBefore[p.gap], gaps[q.gap]
				if a.hi < b.lo || b.hi < a.lo {
					c += blockCost
				}
			}
			if c < q.cost {
				q.cost, q.before = c, int32(i)
			}
		}
	}
}
