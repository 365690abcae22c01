package layout

import (
	"math"
	"slices"

	"warrant/canvas/geom"
)

// The lanes of long links, in world units.
const (
	passRoom = 18  // from a card that a link passes
	rowRoom  = 12  // from a row that it goes along
	laneRoom = 3   // from the middle between two links that pass side by side
	stub     = 30  // that a link runs straight out of its premise
	landing  = 44  // before its target, where it has come to its place at the edge
	corner   = 24  // no link ends nearer to a card's corner
	halfCard = 100 // nor further from the middle of its target
)

// lead is the way of long links from their premises to their target.
type lead struct {
	links  []int32
	ends   [2]int32      // a premise and the target
	placed [2]geom.Point // where these were when the way was found
	via    []geom.Point
}

// leads finds the way of the links that pass rows: through the lanes that
// their bends keep free, and as straight as these allow. So links cross as
// the order of the rows has them cross, and run under no card. The vertices
// are at x and the rows from tops to bottoms; at holds the places of the nodes.
func (r *rows) leads(x, tops, bottoms []float64, at []geom.Point) (all []lead) {
	var gates []geom.Gate // the way up is its direction
	for i, a := range r.arcs {
		first, n := r.bends[i][0], r.bends[i][1]
		if n == 0 || len(r.carries[i]) == 0 {
			continue
		}
		gates = gates[:0]
		for b := first + n - 1; b >= first; b-- {
			lo, hi := r.lane(b, x)
			k := r.rank[b]
			gates = append(gates, geom.Gate{X: -bottoms[k] - rowRoom, Lo: lo, Hi: hi}, geom.Gate{X: rowRoom - tops[k], Lo: lo, Hi: hi})
		}
		link := r.p.links[r.carries[i][0]]
		l := lead{links: r.carries[i], ends: [2]int32{link.from[0], int32(link.to)}}
		low := geom.Pt(x[a.down]+a.downAt, tops[r.rank[a.down]]-stub)
		high := geom.Pt(x[a.up]+a.upAt, tops[r.rank[a.up]]+r.units[a.up].size.H+landing)
		upwards := r.p.unitOf[l.ends[0]] == a.down
		if !upwards {
			low.Y, high.Y = low.Y+stub-landing, high.Y+stub-landing
		}
		// An arrow may end anywhere along its target's edge.
		aim, size, next := &high, r.width[a.up], gates[len(gates)-1]
		mid := a.upAt
		if !upwards {
			aim, size, next, mid = &low, r.width[a.down], gates[0], a.downAt
		}
		reach := math.Max(0, math.Min(math.Min(mid, size-mid)-corner, halfCard))
		aim.X = math.Max(aim.X-reach, math.Min(aim.X+reach, (next.Lo+next.Hi)/2))
		for _, c := range geom.Taut(geom.Pt(-low.Y, low.X), geom.Pt(-high.Y, high.X), gates) {
			l.via = append(l.via, geom.Pt(c.Y, -c.X))
		}
		if upwards {
			l.via = append(l.via, high)
		} else {
			slices.Reverse(l.via)
			l.via = append(l.via, low)
		}
		l.placed = [2]geom.Point{at[l.ends[0]], at[l.ends[1]]}
		all = append(all, l)
	}
	return all
}

// lane is what is free for a bend between its neighbours in the row.
func (r *rows) lane(b int32, x []float64) (lo, hi float64) {
	row, k := r.order[r.rank[b]], r.pos[b]
	mid := x[b] + bendWidth/2
	lo, hi = mid-laneMost, mid+laneMost
	if k > 0 {
		if a := row[k-1]; r.bend(a) {
			lo = math.Max(lo, (x[a]+bendWidth/2+mid)/2+laneRoom)
		} else {
			lo = math.Max(lo, x[a]+r.width[a]+passRoom)
		}
	}
	if int(k) < len(row)-1 {
		if a := row[k+1]; r.bend(a) {
			hi = math.Min(hi, (x[a]+bendWidth/2+mid)/2-laneRoom)
		} else {
			hi = math.Min(hi, x[a]-passRoom)
		}
	}
	return math.Min(lo, mid), math.Max(hi, mid)
}

// laneMost is how far a link may leave its lane where nothing stands.
const laneMost = 1000

// lead gives the links their ways, where both ends are where they should be:
// all moved alike since the ways were found.
func (p *plan) lead(parts []part, at []geom.Point, res *Result) {
	for _, pt := range parts {
		for _, l := range pt.leads {
			by := at[l.ends[0]].Sub(l.placed[0])
			if by.Distance(at[l.ends[1]].Sub(l.placed[1])) > 1e-3 {
				continue
			}
			via := make([]geom.Point, len(l.via))
			for i, v := range l.via {
				v = v.Add(by)
				via[i] = p.o.Direction.pointOut(geom.Pt(math.Round(v.X), math.Round(v.Y)), geom.Size{})
			}
			if res.Via == nil {
				res.Via = make([][]geom.Point, len(p.links))
			}
			for _, e := range l.links {
				res.Via[e] = via
			}
		}
	}
}
