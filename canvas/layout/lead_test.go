package layout

import (
	"math"
	"math/rand/v2"
	"testing"

	"warrant/canvas/geom"
)

func TestLinksAreLedPastCards(t *testing.T) {
	led := 0
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 9))
		g := crossLinked(r, 20+r.IntN(100), 0.3)
		if seed%4 == 3 {
			g = randomMess(r, 40)
		}
		o := Options{Direction: Direction(seed % 4)}
		res := Layered(g, o)
		rects := cards(g, res.At)
		for e, via := range res.Via {
			if via == nil {
				continue
			}
			led++
			own := map[int]bool{g.Edges[e].To: true}
			mid, n := 0.0, 0.0
			for _, f := range g.Edges[e].From {
				if f >= 0 && f < len(rects) && f != g.Edges[e].To && !own[f] {
					own[f] = true
					mid, n = mid+rects[f].Center().X, n+1
				}
			}
			way := via
			if o.Direction == TopDown {
				start := geom.Pt(mid/n, 0)
				for f := range own {
					if r := rects[f]; f != g.Edges[e].To && via[0].Y < r.Min.Y {
						start.Y = r.Min.Y - stub
					} else if f != g.Edges[e].To {
						start.Y = math.Max(start.Y, r.Max.Y+stub)
					}
				}
				way = append([]geom.Point{start}, via...)
			}
			for i := 1; i < len(way); i++ {
				for v, r := range rects {
					if !own[v] && geom.Line(way[i-1], way[i]).Crosses(r.Inset(1)) {
						t.Errorf("seed %d: link %d is led from %v to %v, under card %d at %v", seed, e, way[i-1], way[i], v, r)
					}
				}
			}
		}
	}
	if led < 100 {
		t.Errorf("%d links were led at all", led)
	}
}

func TestALinkIsNotLedWhereAPinTookItsEnd(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	g := crossLinked(r, 60, 0.3)
	free := Layered(g, Options{})
	for e, via := range free.Via {
		if via == nil {
			continue
		}
		v, other := g.Edges[e].From[0], g.Edges[e].To
		for i := range g.Nodes {
			g.Nodes[i].At, g.Nodes[i].Placed = free.At[i], true
		}
		g.Nodes[v].At, g.Nodes[v].Pinned = free.At[v].Add(geom.Pt(4000, 0)), true
		g.Nodes[other].Pinned = true
		if again := Layered(g, Options{}); again.Via[e] != nil {
			t.Errorf("link %d is led through %v though its premise is pinned far away", e, again.Via[e])
		}
		return
	}
	t.Error("no link was led")
}
