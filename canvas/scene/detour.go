package scene

import (
	"cmp"
	"math"
	"slices"

	"warrant/canvas/geom"
)

// The measures of a way around cards in world units.
const (
	clearance  = 10  // least distance from a card that is passed
	leastLane  = 14  // between two rows for a link to change its place there
	detourRoom = 480 // how far beside its ends a link may go
	leanRoom   = 5   // off the middle of a narrow gap
	mostBands  = 8   // more rows than these are not passed through
	bendCost   = 24  // a bend is as bad as so much of a detour
	strayCost  = 0.3 // of a unit off the straight line, in a row passed
)

// frame turns places so that a link's way leads from u = 0 upwards, with v
// across it.
type frame struct {
	origin, along, across geom.Point
}

// frameFrom is the frame of a link that leaves a point against out.
func frameFrom(from, out geom.Point) frame {
	across := geom.Pt(math.Abs(out.Y), math.Abs(out.X))
	return frame{geom.Pt(from.X*math.Abs(out.X), from.Y*math.Abs(out.Y)), out.Mul(-1), across}
}

func (f frame) uv(p geom.Point) (u, v float64) {
	d := p.Sub(f.origin)
	return d.X*f.along.X + d.Y*f.along.Y, d.X*f.across.X + d.Y*f.across.Y
}

func (f frame) point(u, v float64) geom.Point {
	return f.origin.Add(f.along.Mul(u)).Add(f.across.Mul(v))
}

// begin is where along the way a card begins.
func (f frame) begin(r geom.Rect) float64 {
	a, _ := f.uv(r.Min)
	b, _ := f.uv(r.Max)
	return math.Min(a, b)
}

// interval is a stretch of u or of v.
type interval struct{ lo, hi float64 }

// band is a row of cards in a link's way: where they begin and end along it,
// and where it may pass between them.
type band struct {
	interval
	gaps []interval
}

// bandsOf groups the cards that lie between u = 0 and end into bands, with
// the gaps between lo and hi. One right at the start is passed at v0 and one
// right at the end at v1. ok is false where a band has no gap.
func (f frame) bandsOf(cards []geom.Rect, end, v0, v1 float64) (bands []band, ok bool) {
	lo, hi := math.Min(v0, v1)-detourRoom, math.Max(v0, v1)+detourRoom
	type span struct{ u, v interval }
	var spans []span
	for _, r := range cards {
		au, av := f.uv(r.Min)
		bu, bv := f.uv(r.Max)
		u := interval{math.Max(0, math.Min(au, bu)), math.Min(end, math.Max(au, bu))}
		if u.hi-u.lo > 1 {
			spans = append(spans, span{u, interval{math.Min(av, bv) - clearance, math.Max(av, bv) + clearance}})
		}
	}
	slices.SortFunc(spans, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.u.lo, b.u.lo), cmp.Compare(a.v.lo, b.v.lo), cmp.Compare(a.u.hi, b.u.hi), cmp.Compare(a.v.hi, b.v.hi))
	})
	for i := 0; i < len(spans); {
		b := band{interval: spans[i].u}
		j := i + 1
		for j < len(spans) && spans[j].u.lo < b.hi+leastLane {
			b.hi = math.Max(b.hi, spans[j].u.hi)
			j++
		}
		row := spans[i:j]
		slices.SortFunc(row, func(a, b span) int { return cmp.Or(cmp.Compare(a.v.lo, b.v.lo), cmp.Compare(a.v.hi, b.v.hi)) })
		at := lo
		for _, s := range row {
			if s.v.lo > at {
				b.gaps = append(b.gaps, interval{at, math.Min(s.v.lo, hi)})
			}
			at = math.Max(at, s.v.hi)
		}
		if at < hi {
			b.gaps = append(b.gaps, interval{at, hi})
		}
		if b.lo < leastLane {
			b.only(v0)
		}
		if end-b.hi < leastLane {
			b.only(v1)
		}
		if len(b.gaps) == 0 || len(bands) == mostBands {
			return nil, false
		}
		bands = append(bands, b)
		i = j
	}
	return bands, len(bands) > 0
}

// only narrows the gaps of a band to one place, if that is free.
func (b *band) only(v float64) {
	free := slices.ContainsFunc(b.gaps, func(g interval) bool { return g.lo <= v && v <= g.hi })
	if b.gaps = nil; free {
		b.gaps = []interval{{v, v}}
	}
}

// pass is a way through the bands so far.
type pass struct {
	v, cost float64
	before  int // pass of the band before
}

// through returns where a short way with few bends from v0, at u = 0, to v1,
// at end, passes each band, near the straight line. In
// narrow gaps it leans, −1 to 1, off the middle, so that links through one gap
// can be told apart.
func through(bands []band, end, v0, v1, lean float64) []float64 {
	step := func(a, b float64) float64 {
		if d := math.Abs(a - b); d > 1 {
			return d + bendCost
		}
		return 0
	}
	rows := make([][]pass, len(bands))
	before := []pass{{v: v0}}
	for i, b := range bands {
		for _, g := range b.gaps {
			// Straight on, towards the end, on the straight line between
			// them, where a link crosses few others, or along one of the
			// edges.
			straight := v0 + (v1-v0)*((b.lo+b.hi)/2)/end
			for k, want := range [3]float64{v0, v1, straight} {
				v := math.Max(g.lo, math.Min(g.hi, want))
				if g.hi > g.lo && g.hi-g.lo < 2*clearance {
					v = (g.lo+g.hi)/2 + lean*leanRoom
				}
				if n := len(rows[i]); k > 0 && rows[i][n-1].v == v {
					continue
				}
				best := pass{cost: math.Inf(1)}
				for j, p := range before {
					if c := p.cost + step(p.v, v) + strayCost*math.Abs(v-straight); c < best.cost {
						best = pass{v, c, j}
					}
				}
				rows[i] = append(rows[i], best)
			}
		}
		before = rows[i]
	}
	at, least := 0, math.Inf(1)
	for j, p := range before {
		if c := p.cost + step(p.v, v1); c < least {
			at, least = j, c
		}
	}
	vs := make([]float64, len(bands))
	for i := len(bands) - 1; i >= 0; i-- {
		vs[i] = rows[i][at].v
		at = rows[i][at].before
	}
	return vs
}

// detour leads from a point, against out, through the gaps between cards to
// another, where it arrives against outTo. It is nil where there is no way.
// In narrow gaps it leans, −1 to 1, to one side. Its pieces run on smoothly: those between rows are bends, those through a
// row straight.
func detour(cards []geom.Rect, from, to, out, outTo geom.Point, lean float64) (pieces []geom.Cubic) {
	f := frameFrom(from, out)
	_, v0 := f.uv(from)
	end, v1 := f.uv(to)
	bands, ok := f.bandsOf(cards, end, v0, v1)
	if !ok {
		return nil
	}
	at := from
	for i, v := range through(bands, end, v0, v1, lean) {
		if i > 0 && math.Abs(v-v0) <= 1 { // straight on from the band before
			last := &pieces[len(pieces)-1]
			*last = geom.Line(last.A, f.point(bands[i].hi, v0))
			at = last.D
			continue
		}
		enter, leave := f.point(bands[i].lo, v), f.point(bands[i].hi, v)
		if enter.Distance(at) > 1 {
			pieces = append(pieces, swing(at, enter, out, out))
		}
		pieces = append(pieces, geom.Line(enter, leave))
		at, v0 = leave, v
	}
	if to.Distance(at) > 1 {
		pieces = append(pieces, swing(at, to, out, outTo))
	}
	return pieces
}

// swing is a curve that leaves against out and arrives against outTo.
func swing(from, to, out, outTo geom.Point) geom.Cubic {
	if out != outTo {
		return hook(from, to, outTo, out)
	}
	d := from.Sub(to)
	reach := math.Abs(d.X*out.X+d.Y*out.Y) / 2
	return geom.Cubic{A: from, B: from.Sub(out.Mul(reach)), C: to.Add(out.Mul(reach)), D: to}
}

// loop leads from one side of a card to the same side of another, past all
// cards between, where the way straight across is shut.
func loop(cards []geom.Rect, from, to, out geom.Point, lean float64) []geom.Cubic {
	f := frameFrom(from, out.Mul(-1))
	u1, v1 := f.uv(to)
	_, v0 := f.uv(from)
	low := math.Max(0, u1)
	slices.SortFunc(cards, func(a, b geom.Rect) int {
		return cmp.Compare(f.begin(a), f.begin(b))
	})
	for _, r := range cards {
		au, av := f.uv(r.Min)
		bu, bv := f.uv(r.Max)
		if math.Max(av, bv) > math.Min(v0, v1) && math.Min(av, bv) < math.Max(v0, v1) &&
			f.begin(r) < low+loopRoom {
			low = math.Max(low, math.Min(math.Max(au, bu), math.Max(0, u1)+2*loopRoom))
		}
	}
	low += loopRoom + lean*leanRoom
	r := math.Copysign(math.Min(2*loopRoom, math.Abs(v1-v0)/2), v1-v0)
	turn := func(at, way geom.Point, u, v float64) geom.Cubic {
		far := f.point(low, v)
		corner := f.point(low, v-way.X) // where the two tangents meet
		return geom.Cubic{A: at, B: at.Lerp(corner, 0.6), C: far.Lerp(corner, 0.6), D: far}
	}
	a := turn(from, geom.Pt(r, 0), 0, v0+r)
	b := turn(to, geom.Pt(-r, 0), u1, v1-r)
	pieces := []geom.Cubic{a}
	if math.Abs(v1-v0) > 2*math.Abs(r)+1 {
		pieces = append(pieces, geom.Line(a.D, b.D))
	}
	return append(pieces, geom.Cubic{A: b.D, B: b.C, C: b.B, D: b.A})
}

// loopRoom is how far below the cards it passes a loop runs, in world units.
const loopRoom = 26
