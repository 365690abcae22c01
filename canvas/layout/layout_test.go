package layout

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"warrant/canvas/geom"
)

var algorithms = []struct {
	name string
	run  func(Graph, Options) Result
}{{"tree", Tree}, {"layered", Layered}, {"arrange", Arrange}, {"compact", Compact}}

// claims is a graph of n cards of one size with the given links.
func claims(n int, edges ...Edge) Graph {
	g := Graph{Nodes: make([]Node, n), Edges: edges}
	for i := range g.Nodes {
		g.Nodes[i].Size = geom.Size{W: 200, H: 100}
	}
	return g
}

func from(nodes ...int) Edge      { return Edge{From: nodes} }
func (e Edge) to(node int) Edge   { e.To = node; return e }
func (e Edge) onto(link int) Edge { e.To, e.OnEdge = link, true; return e }

func cards(g Graph, at []geom.Point) []geom.Rect {
	rects := make([]geom.Rect, len(at))
	for i, p := range at {
		rects[i] = geom.R(p.X, p.Y, g.Nodes[i].Size.W, g.Nodes[i].Size.H)
	}
	return rects
}

// crowded names the first two cards that are nearer to each other than gap.
func crowded(g Graph, at []geom.Point, gap float64) string {
	s := newStill(0, []geom.Size{{W: 200, H: 200}})
	for i, r := range cards(g, at) {
		if other, hit := s.hit(r.Inset(-gap + 1e-3)); hit {
			return fmt.Sprintf("card %d at %v is within %v of one at %v", i, r, gap, other)
		}
		s.add(r)
	}
	return ""
}

func TestPicture(t *testing.T) {
	// The map of the design: three links to the contention, one of linked
	// premises, one undercut.
	g := claims(9,
		from(1).to(0), from(2, 3).to(0), from(4).to(0), from(5).onto(0),
		from(6).to(4), from(7).to(4), from(8).to(4))
	g.Roots = []int{0}
	want := []geom.Point{
		{X: 448, Y: 0},
		{X: 224, Y: 204}, {X: 448, Y: 204}, {X: 658, Y: 204}, {X: 882, Y: 204}, {X: 0, Y: 204},
		{X: 658, Y: 408}, {X: 882, Y: 408}, {X: 1106, Y: 408},
	}
	// The contention is over the middle of its own premises, 224 to 1082.
	want[0].X = 553
	res := Arrange(g, Options{})
	if res.Algorithm != AlgorithmTree || !reflect.DeepEqual(res.At, want) {
		t.Errorf("arranged by %s at\n%v, want a tree at\n%v", res.Algorithm, res.At, want)
	}
}

func TestSmall(t *testing.T) {
	for _, a := range algorithms {
		if res := a.run(Graph{}, Options{}); len(res.At) != 0 || res.Canceled {
			t.Errorf("%s of nothing: %+v", a.name, res)
		}
		if res := a.run(claims(1), Options{}); res.At[0] != geom.Pt(0, 0) {
			t.Errorf("%s of one claim is at %v, want the origin", a.name, res.At[0])
		}
		if res := a.run(claims(2, from(1).to(0)), Options{}); res.At[1] != geom.Pt(0, 204) {
			t.Errorf("%s: premise of a claim at the origin is at %v, want 0, 204", a.name, res.At[1])
		}
	}
}

func TestArrangeChooses(t *testing.T) {
	for _, c := range []struct {
		name string
		g    Graph
		want string
	}{
		{"nothing", claims(0), AlgorithmTree},
		{"one target each", claims(3, from(1).to(0), from(2).to(0)), AlgorithmTree},
		{"linked premises", claims(3, from(1, 2).to(0)), AlgorithmTree},
		{"two links to one target", claims(2, from(1).to(0), from(1).to(0)), AlgorithmTree},
		{"a claim that supports and undercuts", claims(3, from(1).to(0), from(2).to(0), from(2).onto(0)), AlgorithmTree},
		{"a circle", claims(2, from(1).to(0), from(0).to(1)), AlgorithmTree},
		{"two targets", claims(3, from(2).to(0), from(2).to(1)), AlgorithmLayered},
		{"alone and linked to one target", claims(3, from(1).to(0), from(1, 2).to(0)), AlgorithmLayered},
		{"two targets in another part", claims(5, from(4).to(3), from(2).to(0), from(2).to(1)), AlgorithmLayered},
	} {
		if got := Arrange(c.g, Options{}).Algorithm; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestCardsNeverOverlap(t *testing.T) {
	kinds := []struct {
		name string
		make func(*rand.Rand, int) Graph
	}{
		{"tree", randomTree},
		{"cross-linked map", func(r *rand.Rand, n int) Graph { return crossLinked(r, n, 0.1) }},
		{"mess", randomMess},
	}
	for _, kind := range kinds {
		for seed := range uint64(25) {
			r := rand.New(rand.NewPCG(seed, 1))
			g := kind.make(r, 1+r.IntN(70))
			o := Options{Direction: Direction(r.IntN(4)), Fold: r.IntN(2) > 0}
			for _, a := range algorithms {
				res := a.run(g, o)
				if s := crowded(g, res.At, DefaultGroupGap); s != "" {
					t.Fatalf("%s of a %s, seed %d, %+v: %s", a.name, kind.name, seed, o, s)
				}
				if again := a.run(g, o); !reflect.DeepEqual(again, res) {
					t.Fatalf("%s of a %s, seed %d: a second run gave another result", a.name, kind.name, seed)
				}
			}
		}
	}
}

// checkGroups reports linked premises that are not side by side in the order
// given, with the group's gap between them.
func checkGroups(g Graph, at []geom.Point) error {
	for e, edge := range g.Edges {
		for i := 1; i < len(edge.From); i++ {
			a, b := edge.From[i-1], edge.From[i]
			gap := float64(DefaultGroupGap)
			for _, o := range g.Edges { // one that bears on the other has its label between them
				if !o.OnEdge && len(o.From) == 1 && (o.From[0] == a && o.To == b || o.From[0] == b && o.To == a) {
					gap = math.Max(gap, o.Label.W+arrowRoom)
				}
			}
			want := at[a].Add(geom.Pt(math.Ceil(g.Nodes[a].Size.W)+gap, 0))
			if at[b] != want {
				return fmt.Errorf("premise %d of link %d is at %v, want %v, next to premise %d", b, e, at[b], want, a)
			}
		}
	}
	return nil
}

func TestLinkedPremisesStandTogether(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 2))
		tree, crossed := randomTree(r, 60), crossLinked(r, 60, 0.15)
		if err := checkGroups(tree, Tree(tree, Options{}).At); err != nil {
			t.Fatalf("tree, seed %d: %v", seed, err)
		}
		if err := checkGroups(crossed, Layered(crossed, Options{}).At); err != nil {
			t.Fatalf("layered, seed %d: %v", seed, err)
		}
	}
}

func TestPremisesSharedByLinksFormOneRow(t *testing.T) {
	g := claims(6, from(2, 3).to(0), from(3, 4).to(1), from(5, 2).to(1))
	if err := checkGroups(g, Layered(g, Options{}).At); err != nil {
		t.Error(err)
	}
}

func TestPremisesLieBelowTheirTargets(t *testing.T) {
	for seed := range uint64(40) {
		g := singles(rand.New(rand.NewPCG(seed, 3)), 60, 0.15)
		at := Layered(g, Options{}).At
		for e, edge := range g.Edges {
			if v := edge.From[0]; at[v].Y < at[edge.To].Y+g.Nodes[edge.To].Size.H+DefaultLayerGap {
				t.Fatalf("seed %d: link %d: the premise at %v is not a row below the target at %v", seed, e, at[v], at[edge.To])
			}
		}
	}
}

func TestRowsAreAligned(t *testing.T) {
	for seed := range uint64(20) {
		g := crossLinked(rand.New(rand.NewPCG(seed, 13)), 60, 0.1)
		g.Edges = append(g.Edges, from(59).to(0)) // one part, so that there is one set of rows
		for _, a := range algorithms {
			rects := cards(g, a.run(g, Options{}).At)
			if a.name == "tree" || a.name == "compact" {
				continue // each tree of the forest has rows of its own
			}
			for v, p := range rects {
				for w, q := range rects[:v] {
					if p.Min.Y != q.Min.Y && p.Min.Y < q.Max.Y && q.Min.Y < p.Max.Y {
						t.Fatalf("%s, seed %d: cards %d and %d overlap in height, from %v and %v, and are not in one row",
							a.name, seed, v, w, p.Min.Y, q.Min.Y)
					}
				}
			}
		}
	}
}

func TestUndercuttersStandBesideWhatTheyAttack(t *testing.T) {
	for _, a := range algorithms {
		// 4 undercuts the link of 1, 5 that of 3, 6 undercuts the undercutter 5.
		g := claims(8, from(1).to(0), from(2).to(0), from(3).to(0),
			from(4).onto(0), from(5).onto(2), from(6).onto(4), from(7).to(5))
		g.Roots = []int{0}
		at := a.run(g, Options{}).At
		for _, pair := range [][2]int{{4, 1}, {5, 3}, {6, 5}} {
			p, q := at[pair[0]], at[pair[1]]
			if p.Y != q.Y || math.Abs(p.X-q.X) != 224 {
				t.Errorf("%s: undercutter %d at %v is not beside %d at %v", a.name, pair[0], p, pair[1], q)
			}
		}
		if at[7].Y <= at[5].Y {
			t.Errorf("%s: the undercutter's own premise is not below it", a.name)
		}
	}
}

func TestUndercuttersKeepTheirSide(t *testing.T) {
	// 3 and 4 together undercut the link of 1 and stand on its left now.
	g := claims(5, from(1).to(0), from(2).to(0), from(3, 4).onto(0))
	for v, x := range []float64{0, 0, 900, -500, -250} {
		g.Nodes[v].At, g.Nodes[v].Placed = geom.Pt(x, 200), true
	}
	for _, a := range algorithms {
		at := a.run(g, Options{}).At
		if at[4].X-at[3].X != 210 || at[1].X-at[4].X != 224 || at[2].X-at[1].X != 224 {
			t.Errorf("%s: cards are at %v, want 3, 4, 1 and 2 in this order", a.name, at)
		}
	}
}

func TestSmallBranchesSpreadBetweenLargeOnes(t *testing.T) {
	// The first and the last of four premises have premises of their own,
	// which push them apart; the two between share the room.
	g := claims(11, from(1).to(0), from(2).to(0), from(3).to(0), from(4).to(0),
		from(5).to(1), from(6).to(1), from(7).to(1), from(8).to(4), from(9).to(4), from(10).to(4))
	at := Tree(g, Options{}).At
	for v := 2; v <= 4; v++ {
		if d := at[v].X - at[v-1].X; d != 224 {
			t.Errorf("premises %d and %d are %v apart, want 224", v-1, v, d)
		}
	}
	g = claims(15, append(g.Edges, from(11).to(1), from(12).to(1), from(13).to(4), from(14).to(4))...)
	at = Tree(g, Options{}).At
	for v := 2; v <= 4; v++ {
		if d := at[v].X - at[v-1].X; math.Abs(d-5*224/3.0) > 1 {
			t.Errorf("premises %d and %d are %v apart, want a third of five cards", v-1, v, d)
		}
	}
}

func TestNeighboursKeepRoomForALabelBetweenThem(t *testing.T) {
	for _, c := range []struct {
		name string
		g    Graph
	}{
		{"siblings", claims(4, from(1).to(0), from(2).to(0), from(2).to(1), from(3).to(0))},
		{"cousins", claims(5, from(1).to(0), from(2).to(0), from(3).to(1), from(4).to(2), from(3).to(4))},
		{"linked premises", claims(3, from(1, 2).to(0), from(1).to(2))},
	} {
		for i := range c.g.Edges {
			c.g.Edges[i].Label = labelSize
		}
		last := c.g.Edges[len(c.g.Edges)-1]
		if c.name == "siblings" {
			last = c.g.Edges[2]
		}
		for d := range 2 * (RightLeft + 1) {
			arrange := Tree
			if d > RightLeft && c.name == "linked premises" {
				arrange = Layered
			}
			d %= RightLeft + 1
			rects := cards(c.g, arrange(c.g, Options{Direction: d}).At)
			a, b := rects[last.From[0]], rects[last.To]
			gap, label := math.Max(b.Min.X-a.Max.X, a.Min.X-b.Max.X), labelSize.W
			if d.sideways() {
				gap, label = math.Max(b.Min.Y-a.Max.Y, a.Min.Y-b.Max.Y), labelSize.H
			}
			if gap < label+arrowRoom || gap > label+arrowRoom+2 {
				t.Errorf("%s, direction %d: %v between two cards that a link joins, want %v", c.name, d, gap, label+arrowRoom)
			}
		}
	}
}

func TestDirections(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 4))
		g := crossLinked(r, 40, 0.1)
		turned := Graph{Edges: make([]Edge, len(g.Edges)), Roots: g.Roots}
		for _, n := range g.Nodes {
			turned.Nodes = append(turned.Nodes, Node{Size: geom.Size{W: n.Size.H, H: n.Size.W}})
		}
		for i, e := range g.Edges {
			e.Label = geom.Size{W: e.Label.H, H: e.Label.W}
			turned.Edges[i] = e
		}
		at := Arrange(g, Options{}).At
		var high float64
		for v, p := range at {
			high = math.Max(high, p.Y+math.Ceil(g.Nodes[v].Size.H))
		}
		up := Arrange(g, Options{Direction: BottomUp}).At
		right := Arrange(turned, Options{Direction: LeftRight}).At
		left := Arrange(turned, Options{Direction: RightLeft}).At
		for v, p := range at {
			h := g.Nodes[v].Size.H
			for _, c := range []struct {
				name      string
				got, want geom.Point
			}{
				{"bottom up", up[v], geom.Pt(p.X, high-p.Y-h)},
				{"left to right", right[v], geom.Pt(p.Y, p.X)},
				{"right to left", left[v], geom.Pt(high-p.Y-h, p.X)},
			} {
				if c.got.Distance(c.want) > 1.001 { // sizes are rounded up in the frame
					t.Fatalf("seed %d, %s: card %d at %v, want %v", seed, c.name, v, c.got, c.want)
				}
			}
		}
	}
}

func TestForestFillsAScreen(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	g := Graph{}
	for len(g.Nodes) < 10_000 {
		part, n, m := randomTree(r, 1+r.IntN(12)), len(g.Nodes), len(g.Edges)
		g.Nodes = append(g.Nodes, part.Nodes...)
		for _, e := range part.Edges {
			for i := range e.From {
				e.From[i] += n
			}
			e.To += n
			if e.OnEdge {
				e.To += m - n
			}
			g.Edges = append(g.Edges, e)
		}
	}
	at := Arrange(g, Options{}).At
	if s := crowded(g, at, DefaultGroupGap); s != "" {
		t.Error(s)
	}
	var bounds geom.Rect
	for _, r := range cards(g, at) {
		bounds = bounds.Union(r)
	}
	if ratio := bounds.W() / bounds.H(); ratio < 1.3 || ratio > 2 {
		t.Errorf("the forest is %.0f by %.0f, %.2f to 1; want about 1.6", bounds.W(), bounds.H(), ratio)
	}
}

// Compact stacks the leaves of a map that is wider than a screen, no higher
// than needed, and leaves a slim map alone.
func TestCompact(t *testing.T) {
	for _, c := range []struct {
		leaves, rows int // expected cards in a column
	}{{3, 1}, {6, 2}, {9, 3}, {16, 4}, {30, 5}} {
		g := claims(c.leaves + 1)
		for v := 1; v <= c.leaves; v++ {
			g.Edges = append(g.Edges, from(v).to(0))
		}
		for d := TopDown; d <= RightLeft; d++ {
			o := Options{Direction: d}
			res := Compact(g, o)
			if again := Compact(settled(g, res), o); !reflect.DeepEqual(again.At, res.At) {
				t.Errorf("%d leaves, direction %d: arranged twice, cards move", c.leaves, d)
			}
			if d != TopDown {
				continue
			}
			rows := 0
			for _, p := range res.At[1:] {
				if p.X == res.At[1].X {
					rows++
				}
			}
			if rows != c.rows {
				t.Errorf("%d leaves stand in columns of %d, want %d", c.leaves, rows, c.rows)
			}
		}
	}
}

func TestDepthCostsNoStack(t *testing.T) {
	const n = 100_000
	chain, tower := claims(n), claims(n, from(1).to(0))
	for v := 1; v < n; v++ {
		chain.Edges = append(chain.Edges, from(v).to(v-1))
		if v > 1 {
			tower.Edges = append(tower.Edges, from(v).onto(v-2))
		}
	}
	for _, a := range algorithms {
		for name, g := range map[string]Graph{"chain of premises": chain, "tower of undercutters": tower} {
			begun := time.Now()
			if s := crowded(g, a.run(g, Options{}).At, DefaultGap); s != "" {
				t.Errorf("%s, %s: %s", a.name, name, s)
			}
			if d := time.Since(begun); d > 20*time.Second {
				t.Errorf("%s, %s: took %v", a.name, name, d)
			}
		}
	}
}

func TestHostileNumbers(t *testing.T) {
	bad := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300, -5, 0}
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 6))
		pick := func() float64 { return bad[r.IntN(len(bad))] }
		g := crossLinked(r, 12, 0.2)
		for i := range g.Nodes {
			switch r.IntN(4) {
			case 0:
				g.Nodes[i].Size = geom.Size{W: pick(), H: pick()}
			case 1:
				g.Nodes[i].At, g.Nodes[i].Placed = geom.Pt(pick(), pick()), true
			case 2:
				g.Nodes[i].At, g.Nodes[i].Pinned = geom.Pt(pick(), pick()), true
			}
		}
		for _, a := range algorithms {
			res := a.run(g, Options{Gap: pick(), LayerGap: pick(), Direction: Direction(r.IntN(4)), Only: []int{-1, 3, 5, 99, 3, 4}[6*r.IntN(2):]})
			if len(res.At) != len(g.Nodes) {
				t.Fatalf("%s, seed %d: %d positions for %d cards", a.name, seed, len(res.At), len(g.Nodes))
			}
			for _, v := range []int{3, 4, 5} {
				if p := res.At[v]; !g.Nodes[v].Pinned && (math.Abs(p.X) > 1e11 || math.Abs(p.Y) > 1e11 || p != p) {
					t.Fatalf("%s, seed %d: card %d went to %v", a.name, seed, v, p)
				}
			}
		}
	}
}

func TestCanceled(t *testing.T) {
	done := make(chan struct{})
	close(done)
	g := settled(crossLinked(rand.New(rand.NewPCG(7, 7)), 50, 0.1), Result{At: make([]geom.Point, 60)})
	for _, a := range algorithms {
		res := a.run(g, Options{Done: done})
		if !res.Canceled {
			t.Errorf("%s was not canceled", a.name)
		}
		for v, n := range g.Nodes {
			if res.At[v] != n.At {
				t.Errorf("%s: canceled, yet card %d went from %v to %v", a.name, v, n.At, res.At[v])
			}
		}
	}
}
