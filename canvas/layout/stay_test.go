package layout

import (
	"math"
	"math/rand/v2"
	"testing"

	"warrant/canvas/geom"
)

// inserted is g, settled where res put it, with one more claim: a premise of
// a claim at random, or, every other time, one that also bears on a second.
func inserted(r *rand.Rand, g Graph, res Result, crossing bool) Graph {
	g = settled(g, res)
	n := len(g.Nodes)
	g.Nodes = append(g.Nodes, Node{Size: cardSize(r)})
	g.Edges = append(append([]Edge(nil), g.Edges...), from(n).to(r.IntN(n)))
	if crossing {
		g.Edges = append(g.Edges, from(n).to(r.IntN(n)))
	}
	return g
}

// orderKept is the share of pairs of cards that stood in one row before and
// do after, in the same order; and the mean way that a card moved.
func orderKept(g Graph, before, after []geom.Point) (share, moved float64) {
	same, all := 0, 0
	for a := range before {
		moved += before[a].Distance(after[a])
		for b := range a {
			if before[a].Y == before[b].Y && after[a].Y == after[b].Y {
				all++
				if (before[a].X < before[b].X) == (after[a].X < after[b].X) {
					same++
				}
			}
		}
	}
	if all == 0 {
		return 1, moved / float64(len(before))
	}
	return float64(same) / float64(all), moved / float64(len(before))
}

func TestMentalMap(t *testing.T) {
	for _, c := range []struct {
		name     string
		make     func(*rand.Rand) Graph
		run      func(Graph, Options) Result
		crossing bool
		order    float64 // least share of pairs in order, mean over all seeds
		moved    float64 // most mean displacement, in world units
	}{
		{"a premise more in a tree", func(r *rand.Rand) Graph { return randomTree(r, 60) }, Arrange, false, 1, 140},
		{"a premise more in layers", func(r *rand.Rand) Graph { return crossLinked(r, 60, 0.1) }, Layered, false, 0.97, 110},
		{"a cross link more in layers", func(r *rand.Rand) Graph { return crossLinked(r, 60, 0.1) }, Layered, true, 0.97, 180},
	} {
		order, moved := 0.0, 0.0
		const seeds = 40
		for seed := range uint64(seeds) {
			r := rand.New(rand.NewPCG(seed, 8))
			g := c.make(r)
			res := c.run(g, Options{})
			more := inserted(r, g, res, c.crossing)
			share, way := orderKept(g, res.At, c.run(more, Options{}).At[:len(g.Nodes)])
			order, moved = order+share/seeds, moved+way/seeds
		}
		t.Logf("%s: order kept %.3f, mean way %.0f", c.name, order, moved)
		if order < c.order-1e-9 || moved > c.moved {
			t.Errorf("%s: order kept %.3f, want %.2f; moved %.0f on average, want at most %.0f",
				c.name, order, c.order, moved, c.moved)
		}
	}
}

func TestArrangedMapStays(t *testing.T) {
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 9))
		for _, g := range []Graph{randomTree(r, 50), crossLinked(r, 50, 0.1)} {
			for d := TopDown; d <= RightLeft; d++ {
				res := Arrange(g, Options{Direction: d})
				again := Arrange(settled(g, res), Options{Direction: d})
				share, moved := orderKept(g, res.At, again.At)
				if res.Algorithm == AlgorithmTree && moved > 1e-6 || d == TopDown && share < 0.97 {
					t.Fatalf("seed %d, %s: order kept %.3f, cards moved %.1f on average by arranging twice",
						seed, res.Algorithm, share, moved)
				}
			}
		}
	}
}

func TestSiblingsKeepTheirOrder(t *testing.T) {
	g := claims(5, from(1).to(0), from(2).to(0), from(3).to(0), from(4).to(0))
	g.Roots = []int{0}
	for v, x := range []float64{100, 900, 500, 0, 0} {
		g.Nodes[v].At, g.Nodes[v].Placed = geom.Pt(x, 10*float64(v)), v != 4
	}
	at := Tree(g, Options{}).At
	// 3, 2, 1 by place; 4 has none and follows 3, which is before it in the map.
	if !(at[3].X < at[4].X && at[4].X < at[2].X && at[2].X < at[1].X) {
		t.Errorf("siblings are at %v, want the order 3 4 2 1", at)
	}
	if at[0] != geom.Pt(100, 0) {
		t.Errorf("the contention went to %v", at[0])
	}
}

func TestPinnedStay(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 10))
		g := crossLinked(r, 50, 0.1*float64(r.IntN(2)))
		o := Options{Direction: Direction(r.IntN(4))}
		g = settled(g, Arrange(g, o))
		pins := newStill(DefaultGap, []geom.Size{{W: 200, H: 200}})
		for range 1 + r.IntN(8) {
			v := r.IntN(len(g.Nodes))
			n := &g.Nodes[v]
			at := n.At.Add(geom.Pt(r.Float64()*800-400, r.Float64()*400-200))
			rect := geom.R(at.X, at.Y, n.Size.W, n.Size.H)
			if _, hit := pins.hit(rect.Inset(-1)); !hit && !n.Pinned {
				n.At, n.Pinned = at, true
				pins.add(rect)
			}
		}
		for _, a := range algorithms {
			res := a.run(g, o)
			for v, n := range g.Nodes {
				if n.Pinned && res.At[v] != n.At {
					t.Fatalf("%s, seed %d: pinned card %d went from %v to %v", a.name, seed, v, n.At, res.At[v])
				}
			}
			if s := crowded(g, res.At, DefaultGroupGap-1); s != "" {
				t.Fatalf("%s, seed %d: %s", a.name, seed, s)
			}
		}
	}
}

func TestOnePinnedCardOnlyShiftsTheMap(t *testing.T) {
	g := randomTree(rand.New(rand.NewPCG(11, 11)), 40)
	free := Arrange(g, Options{}).At
	g.Nodes[7].Pinned, g.Nodes[7].At = true, geom.Pt(1000, 700)
	at := Arrange(g, Options{}).At
	for v := range at {
		if at[v].Sub(free[v]) != at[7].Sub(free[7]) {
			t.Fatalf("card %d moved by %v, the pinned one by %v", v, at[v].Sub(free[v]), at[7].Sub(free[7]))
		}
	}
}

func TestPremisesFollowAPinnedTarget(t *testing.T) {
	g := claims(5, from(1).to(0), from(2).to(0), from(3).to(2), from(4).to(2))
	g.Roots = []int{0}
	g = settled(g, Tree(g, Options{}))
	g.Nodes[0].Pinned, g.Nodes[2].Pinned = true, true
	g.Nodes[2].At = g.Nodes[2].At.Add(geom.Pt(900, 150))
	at := Tree(g, Options{}).At
	for _, v := range []int{3, 4} {
		if d := at[v].Sub(g.Nodes[v].At); d != geom.Pt(900, 150) {
			t.Errorf("premise %d of the pinned claim moved by %v, want 900, 150 like its target", v, d)
		}
	}
}

func TestOnlyLeavesTheRest(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 12))
		g := crossLinked(r, 50, 0.1*float64(r.IntN(2)))
		o := Options{Direction: Direction(r.IntN(4))}
		g = settled(g, Arrange(g, o))
		in := map[int]bool{}
		for range 1 + r.IntN(12) {
			v := r.IntN(len(g.Nodes))
			in[v] = true
			g.Nodes[v].At = g.Nodes[v].At.Add(geom.Pt(r.Float64()*500, r.Float64()*500))
		}
		var centre geom.Point
		for v := range in {
			o.Only = append(o.Only, v)
			centre = centre.Add(g.Nodes[v].At.Mul(1 / float64(len(in))))
		}
		for _, a := range algorithms {
			res := a.run(g, o)
			var now geom.Point
			for v, n := range g.Nodes {
				if !in[v] && res.At[v] != n.At {
					t.Fatalf("%s, seed %d: card %d is not among those to arrange, but moved", a.name, seed, v)
				}
				if in[v] {
					now = now.Add(res.At[v].Mul(1 / float64(len(in))))
				}
			}
			if s := crowded(g, res.At, DefaultGroupGap-1); s != "" {
				t.Fatalf("%s, seed %d: %s", a.name, seed, s)
			}
			if d := now.Distance(centre); d > 2500 {
				t.Errorf("%s, seed %d: the cards went %.0f from where they were", a.name, seed, d)
			}
		}
	}
}

func TestOnlyABranchHangsFromItsRoot(t *testing.T) {
	g := claims(5, from(1).to(0), from(2).to(1), from(3).to(1), from(4).to(1))
	for v, at := range []geom.Point{{X: 0, Y: 0}, {X: 40, Y: 300}, {X: -900, Y: 480}, {X: 20, Y: 700}, {X: 500, Y: 600}} {
		g.Nodes[v].At, g.Nodes[v].Placed = at, true
	}
	at := Arrange(g, Options{Only: []int{1, 2, 3, 4}}).At
	want := []geom.Point{{X: 0, Y: 0}, {X: 40, Y: 300}, {X: -184, Y: 504}, {X: 40, Y: 504}, {X: 264, Y: 504}}
	for v := range at {
		if at[v].Distance(want[v]) > 1e-9 {
			t.Errorf("card %d is at %v, want %v", v, at[v], want[v])
		}
	}
}

func TestNewCardsGoBelowTheRest(t *testing.T) {
	g := claims(4, from(3).to(2))
	g.Nodes[0].Placed, g.Nodes[1].Placed = true, true
	g.Nodes[0].At, g.Nodes[1].At = geom.Pt(50, 60), geom.Pt(50, 400)
	at := Arrange(g, Options{Only: []int{2, 3}}).At
	if at[2].Y < 500 || math.Abs(at[2].X-50) > 1 {
		t.Errorf("new cards begin at %v, want them below the others, which end at 500", at[2])
	}
}

func TestOnlySomePremisesOfOneTargetStayARow(t *testing.T) {
	g := claims(7, from(1).to(0), from(2).to(0), from(3).to(0), from(4).to(0), from(5).to(0), from(6).to(0))
	for v := range g.Nodes {
		g.Nodes[v].At, g.Nodes[v].Placed = geom.Pt(900-float64(v)*100, 2000+float64(v%3)*40), true
	}
	g.Nodes[0].At = geom.Pt(0, 0)
	only := []int{6, 1, 2, 4}
	for _, a := range algorithms {
		at := a.run(g, Options{Only: only}).At
		for i := 1; i < len(only); i++ { // by place: 6 4 2 1
			v, w := []int{6, 4, 2, 1}[i-1], []int{6, 4, 2, 1}[i]
			if at[w].Sub(at[v]) != geom.Pt(224, 0) {
				t.Errorf("%s: premise %d is at %v, want it right of %d at %v", a.name, w, at[w], v, at[v])
			}
		}
	}
}
