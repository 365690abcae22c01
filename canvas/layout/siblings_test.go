package layout

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"warrant/canvas/geom"
)

// fewCross is a tree of n claims, some of them linked premises, in which one
// claim in so many has a second target.
func fewCross(r *rand.Rand, n, every int) Graph {
	g := randomTree(r, n)
	g.Roots = []int{0}
	for v := every; v < n; v += every {
		g.Edges = append(g.Edges, from(v).to(r.IntN(v)))
	}
	return g
}

func TestFewLinksAcrossMakeATree(t *testing.T) {
	g := Graph{Nodes: claims(20).Nodes, Roots: []int{0}}
	for v := 1; v < 20; v++ {
		g.Edges = append(g.Edges, from(v).to((v-1)/3))
	}
	for more, want := range []string{AlgorithmTree, AlgorithmTree, AlgorithmTree, AlgorithmTree, AlgorithmTree, AlgorithmLayered} {
		with := g
		for i := range more {
			with.Edges = append(with.Edges[:len(with.Edges):len(with.Edges)], from(19-i).to(1))
		}
		if got := Arrange(with, Options{}).Algorithm; got != want {
			t.Errorf("%d of 20 claims have a second target: %s, want %s", more, got, want)
		}
	}
	g.Edges = append(g.Edges[1:], from(5).to(0)) // claim 1 bears on nothing now: two roots
	if got := Arrange(g, Options{}).Algorithm; got != AlgorithmLayered {
		t.Errorf("two roots: %s, want %s", got, AlgorithmLayered)
	}
}

// TestReasonsStandBelowTheirTarget is about a main reason of three linked
// premises, one of which also bears on a claim far below.
func TestReasonsStandBelowTheirTarget(t *testing.T) {
	g := claims(18,
		from(1, 2, 3).to(0), from(4).to(0), from(5).to(4), from(6).to(5), from(7).to(6), from(2).to(7),
		from(8).to(1), from(9).to(1), from(10).to(3), from(11).to(3), from(12).to(4), from(13).to(4),
		from(14).to(5), from(15).to(6), from(16).to(7), from(17).to(7))
	g.Roots = []int{0}
	at := Arrange(g, Options{}).At
	for v, row := range map[int]int{0: 0, 1: 1, 2: 1, 3: 1, 4: 1, 5: 2, 6: 3, 7: 4, 16: 5} {
		if want := float64(row * 204); at[v].Y != want {
			t.Errorf("claim %d is at y = %v, want row %d, %v", v, at[v].Y, row, want)
		}
	}
	if at[2].X-at[1].X != 210 || at[3].X-at[2].X != 210 {
		t.Errorf("the linked premises are at %v, %v, %v, want side by side", at[1], at[2], at[3])
	}
}

// TestLinkedPremisesStayTogether holds though one of them bears on a nearer
// claim, too.
func TestLinkedPremisesStayTogether(t *testing.T) {
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 11))
		g := fewCross(r, 40, 6)
		at := Tree(g, Options{}).At
		member, joined := make(map[int]int), make(map[[2]int]bool)
		for _, e := range g.Edges {
			if len(e.From) == 1 && !e.OnEdge {
				joined[[2]int{e.From[0], e.To}] = true
			}
			if len(e.From) > 1 {
				for _, v := range e.From {
					member[v]++
				}
			}
		}
		for i, e := range g.Edges {
			for k := 1; k < len(e.From); k++ {
				a, b := e.From[k-1], e.From[k]
				if member[a] > 1 || member[b] > 1 {
					continue // of several links: one of them has it
				}
				if joined[[2]int{a, b}] || joined[[2]int{b, a}] {
					continue // they make room for the label of a link between them
				}
				if gap := at[b].X - at[a].X - math.Ceil(g.Nodes[a].Size.W); at[a].Y != at[b].Y || gap != DefaultGroupGap {
					t.Fatalf("seed %d: premises %d and %d of link %d are at %v and %v", seed, a, b, i, at[a], at[b])
				}
			}
		}
	}
}

// across sums how far sideways links reach, all of them.
func across(g Graph, at []geom.Point) (sum float64) {
	for _, e := range g.Edges {
		if e.OnEdge {
			continue
		}
		for _, v := range e.From {
			sum += math.Abs(at[v].X + g.Nodes[v].Size.W/2 - at[e.To].X - g.Nodes[e.To].Size.W/2)
		}
	}
	return sum
}

func TestSiblingsComeNearWhatTheyBearOn(t *testing.T) {
	// Two claims at the far ends of a row, one of which bears on the other's
	// premise: side by side when the order is free.
	g := claims(20)
	for v := 1; v <= 5; v++ {
		g.Edges = append(g.Edges, from(v).to(0))
		for k := range 2 {
			g.Edges = append(g.Edges, from(4+2*v+k).to(v))
		}
	}
	g.Nodes = g.Nodes[:16]
	g.Roots = []int{0}
	g.Edges = append(g.Edges, from(15).to(1))
	free := Arrange(g, Options{}).At
	if d := math.Abs(free[15].X - free[1].X); d > 3*224 {
		t.Errorf("claim 15 is %v units beside claim 1, on which it bears", d)
	}
	// By place they are at the far ends, and stay there.
	for v := 1; v <= 5; v++ {
		g.Nodes[v].At, g.Nodes[v].Placed = geom.Pt(float64(v)*300, 200), true
	}
	placed := Arrange(g, Options{}).At
	for v := 2; v <= 5; v++ {
		if placed[v].X < placed[v-1].X {
			t.Errorf("claim %d, which has its place, changed it with %d", v, v-1)
		}
	}
}

func TestOrderOfSiblingsPays(t *testing.T) {
	free, read := 0.0, 0.0
	for seed := range uint64(20) {
		g := fewCross(rand.New(rand.NewPCG(seed, 12)), 60, 7)
		free += across(g, Tree(g, Options{}).At)
		// In reading order all cards have a place: that of their index.
		for v := range g.Nodes {
			g.Nodes[v].At, g.Nodes[v].Placed = geom.Pt(float64(v), 0), true
		}
		read += across(g, Tree(g, Options{}).At)
	}
	t.Logf("links reach %.0f units sideways, %.0f in reading order", free, read)
	if free > 0.9*read {
		t.Errorf("links reach %.0f units sideways, %.0f in reading order: the search is worth too little", free, read)
	}
}

func TestSmallSiblingsStandClose(t *testing.T) {
	// A wide branch with a leaf before it and one after it.
	g := claims(9, from(1).to(0), from(2).to(0), from(3).to(0),
		from(4).to(2), from(5).to(2), from(6).to(2), from(7).to(2), from(8).to(2))
	at := Tree(g, Options{}).At
	if l, r := at[2].X-at[1].X, at[3].X-at[2].X; l != 224 || r != 224 {
		t.Errorf("the leaves are %v before and %v after the wide branch, want 224", l, r)
	}
}

func BenchmarkFewCross(b *testing.B) {
	for _, n := range []int{60, 500, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			g := fewCross(rand.New(rand.NewPCG(1, 13)), n, 20)
			for b.Loop() {
				Tree(g, Options{})
			}
		})
	}
}
