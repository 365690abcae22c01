package layout

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"warrant/canvas/geom"
)

func boundsOf(g Graph, at []geom.Point) (b geom.Rect) {
	for _, r := range cards(g, at) {
		b = b.Union(r)
	}
	return b
}

// screens is the width of the smallest frame of a screen's shape that holds it all.
func screens(g Graph, at []geom.Point) float64 {
	b := boundsOf(g, at)
	return math.Max(b.W(), b.H()*aspect)
}

// TestFoldedTreesFillAScreen compares the frame of a screen's shape that holds
// a folded tree with one of the area of its cards with the room around them.
func TestFoldedTreesFillAScreen(t *testing.T) {
	for _, n := range []int{60, 200, 1000, 5000} {
		for seed := range uint64(4) {
			g := wideTree(rand.New(rand.NewPCG(seed, 20)), n)
			for d := TopDown; d <= RightLeft; d++ {
				flat, folded := Arrange(g, Options{Direction: d}).At, Compact(g, Options{Direction: d}).At
				area := 0.0
				for _, node := range g.Nodes {
					area += (node.Size.W + DefaultGap) * (node.Size.H + DefaultLayerGap)
				}
				frame := math.Sqrt(area * aspect)
				was, is := screens(g, flat)/frame, screens(g, folded)/frame
				if is > 2.9 || is > foldGain*was {
					t.Errorf("%d claims, seed %d, direction %d: a screen has to be %.1f times as wide as what its cards need, and %.1f times unfolded", n, seed, d, is, was)
				}
			}
		}
	}
}

// wideTree is a balanced map in which claims have two to five reasons each,
// some of them linked, some of the links undercut.
func wideTree(r *rand.Rand, n int) Graph {
	g := Graph{Roots: []int{0}, Nodes: []Node{{Size: geom.Size{W: 300, H: 82}}}}
	for to := 0; len(g.Nodes) < n; to++ {
		for range 2 + r.IntN(4) {
			e := Edge{To: to, Label: labelSize}
			for range 1 + r.IntN(8)/6 {
				e.From = append(e.From, len(g.Nodes))
				g.Nodes = append(g.Nodes, Node{Size: cardSize(r)})
			}
			if len(g.Edges) > 0 && r.IntN(16) == 0 {
				e.To, e.OnEdge = len(g.Edges)-1, true
			}
			g.Edges = append(g.Edges, e)
		}
	}
	return g
}

func TestFoldedTreesHoldTogether(t *testing.T) {
	for seed := range uint64(12) {
		g := wideTree(rand.New(rand.NewPCG(seed, 21)), 150)
		at := Compact(g, Options{}).At
		if s := crowded(g, at, DefaultGroupGap); s != "" {
			t.Errorf("seed %d: %s", seed, s)
		}
		if err := checkGroups(g, at); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
		for i, e := range g.Edges {
			for _, v := range e.From {
				switch {
				case !e.OnEdge && at[v].Y < at[e.To].Y+g.Nodes[e.To].Size.H+DefaultLayerGap-turnRoom:
					t.Errorf("seed %d: premise %d of link %d at %v has no room to its target at %v", seed, v, i, at[v], at[e.To])
				case e.OnEdge && at[v].Y != at[g.Edges[e.To].From[0]].Y:
					t.Errorf("seed %d: %d, who attacks link %d, is at %v, not beside its premise at %v", seed, v, e.To, at[v], at[g.Edges[e.To].From[0]])
				}
			}
		}
	}
}

// TestGuttersAreFree looks at what is between a claim and the lowest of its
// reasons, where they stand in columns: from below the claim, or beside that
// reason, there is a straight way down to it.
func TestGuttersAreFree(t *testing.T) {
	for seed := range uint64(12) {
		g := wideTree(rand.New(rand.NewPCG(seed, 22)), 150)
		at := Compact(g, Options{}).At
		rects := cards(g, at)
		columns := 0
		reasons := make(map[int][]int) // first premises
		for _, e := range g.Edges {
			if !e.OnEdge {
				reasons[e.To] = append(reasons[e.To], e.From[0])
			}
		}
		for to, from := range reasons {
			low, high := from[0], from[0]
			for _, v := range from {
				if at[v].Y > at[low].Y {
					low = v
				}
				if at[v].Y < at[high].Y {
					high = v
				}
			}
			if at[low].Y < rects[high].Max.Y {
				continue // a row
			}
			columns++
			free := 0
			var places []float64
			for x := rects[to].Min.X + trackEdge; x <= rects[to].Max.X-trackEdge; x += 2 {
				places = append(places, x)
			}
			for d := 0.0; d < widest; d += 6 {
				places = append(places, rects[low].Min.X-d, rects[low].Max.X+d)
			}
			for _, x := range places {
				way := geom.R(x-trackPitch/2, rects[to].Max.Y+1, trackPitch, at[low].Y-rects[to].Max.Y-2)
				hit := false
				for _, r := range rects {
					hit = hit || r.Overlaps(way)
				}
				if !hit {
					free++
				}
			}
			if free == 0 {
				t.Errorf("seed %d: below claim %d at %v there is no way down to its reason %d at %v", seed, to, rects[to], low, rects[low])
			}
		}
		if columns < 5 {
			t.Errorf("seed %d: only %d claims have their reasons in columns", seed, columns)
		}
	}
}

func TestFoldedMapStays(t *testing.T) {
	for seed := range uint64(10) {
		g := wideTree(rand.New(rand.NewPCG(seed, 23)), 150)
		for d := TopDown; d <= RightLeft; d++ {
			o := Options{Direction: d}
			res := Compact(g, o)
			if again := Compact(settled(g, res), o); !reflect.DeepEqual(again.At, res.At) {
				moved := 0
				for v := range res.At {
					if again.At[v] != res.At[v] {
						moved++
					}
				}
				t.Errorf("seed %d, direction %d: arranged twice, %d of %d cards move", seed, d, moved, len(g.Nodes))
			}
		}
	}
}

// TestFoldedMentalMap adds a reason to a folded map and arranges it again: the
// siblings keep their order, column by column.
func TestFoldedMentalMap(t *testing.T) {
	order, moved := 0.0, 0.0
	const seeds = 30
	for seed := range uint64(seeds) {
		r := rand.New(rand.NewPCG(seed, 24))
		g := wideTree(r, 80)
		res := Compact(g, Options{})
		more := inserted(r, g, res, false)
		share, way := orderKept(g, res.At, Compact(more, Options{}).At[:len(g.Nodes)])
		order, moved = order+share/seeds, moved+way/seeds
	}
	t.Logf("order kept %.3f, mean way %.0f", order, moved)
	if order < 0.95 {
		t.Errorf("order kept %.3f, want 0.95", order)
	}
}

func TestFoldedPinnedStay(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 25))
		g := wideTree(r, 60)
		o := Options{Direction: Direction(r.IntN(4))}
		g = settled(g, Compact(g, o))
		pins := newStill(DefaultGap, []geom.Size{{W: 200, H: 200}})
		for range 1 + r.IntN(6) {
			n := &g.Nodes[r.IntN(len(g.Nodes))]
			at := n.At.Add(geom.Pt(r.Float64()*800-400, r.Float64()*400-200))
			rect := geom.R(at.X, at.Y, n.Size.W, n.Size.H)
			if _, hit := pins.hit(rect.Inset(-1)); !hit && !n.Pinned {
				n.At, n.Pinned = at, true
				pins.add(rect)
			}
		}
		res := Compact(g, o)
		for v, n := range g.Nodes {
			if n.Pinned && res.At[v] != n.At {
				t.Fatalf("seed %d: pinned card %d went from %v to %v", seed, v, n.At, res.At[v])
			}
		}
		if s := crowded(g, res.At, DefaultGroupGap-1); s != "" {
			t.Fatalf("seed %d: %s", seed, s)
		}
	}
}

func TestSlimMapsAreNotFolded(t *testing.T) {
	chain, few := claims(40), claims(4, from(1).to(0), from(2).to(0), from(3).to(0))
	for v := 1; v < 40; v++ {
		chain.Edges = append(chain.Edges, from(v).to(v-1))
	}
	for name, g := range map[string]Graph{"a chain": chain, "three reasons": few} {
		if got, want := Compact(g, Options{}).At, Arrange(g, Options{}).At; !reflect.DeepEqual(got, want) {
			t.Errorf("%s is arranged as %v, want %v", name, got, want)
		}
	}
}

// TestHugeFoldsCostNoStack is about a chain with a leaf at every claim, below
// a claim with many, and about one with nothing but leaves.
func TestHugeFoldsCostNoStack(t *testing.T) {
	const n = 40_000
	comb, star := claims(n), claims(n)
	for v := 1; v < n; v++ {
		star.Edges = append(star.Edges, from(v).to(0))
		to := 0
		if v < n/2 {
			to = max(0, v-2+v%2)
		}
		comb.Edges = append(comb.Edges, from(v).to(to))
	}
	for name, g := range map[string]Graph{"comb": comb, "star": star} {
		begun := time.Now()
		res := Compact(g, Options{})
		if s := crowded(g, res.At, DefaultGap); s != "" {
			t.Errorf("%s: %s", name, s)
		}
		if d := time.Since(begun); d > 10*time.Second {
			t.Errorf("%s: took %v", name, d)
		}
	}
}
