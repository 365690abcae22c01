package layout

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"warrant/canvas/geom"
)

func never() bool { return false }

// randomArcs is a connected acyclic graph: arcs lead from lower to higher
// numbers.
func randomArcs(r *rand.Rand, n, more int) []arc {
	var arcs []arc
	for v := 1; v < n; v++ {
		arcs = append(arcs, arc{up: int32(r.IntN(v)), down: int32(v)})
	}
	for range more {
		if a, b := r.IntN(n), r.IntN(n); a != b {
			arcs = append(arcs, arc{up: int32(min(a, b)), down: int32(max(a, b))})
		}
	}
	// Names without a meaning: any unit may be the first.
	name := r.Perm(n)
	for i, a := range arcs {
		arcs[i].up, arcs[i].down = int32(name[a.up]), int32(name[a.down])
	}
	return arcs
}

// length is the sum of the lengths of arcs, or −1 where one does not lead down.
func length(arcs []arc, rank []int32) (sum int) {
	for _, a := range arcs {
		d := rank[a.down] - rank[a.up]
		if d < 1 {
			return -1
		}
		sum += int(d)
	}
	return sum
}

// shortest tries all ranks.
func shortest(n int, arcs []arc) int {
	rank := make([]int32, n)
	best := math.MaxInt
	for {
		if l := length(arcs, rank); l >= 0 {
			best = min(best, l)
		}
		v := 0
		for v < n && rank[v] == int32(n-1) {
			rank[v] = 0
			v++
		}
		if v == n {
			return best
		}
		rank[v]++
	}
}

func TestRankMakesArcsShort(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 20))
		n := 4 + r.IntN(3)
		arcs := randomArcs(r, n, r.IntN(8))
		got := rank(n, arcs, never)
		if l, want := length(arcs, got), shortest(n, arcs); l != want {
			t.Fatalf("seed %d: ranks %v have length %d, the shortest is %d; arcs %v", seed, got, l, want, arcs)
		}
		if slices.Min(got) != 0 {
			t.Fatalf("seed %d: the ranks %v do not begin at 0", seed, got)
		}
	}
}

func TestAcyclicKeepsWhatReadsDown(t *testing.T) {
	// 0 ← 1 ← 2 ← 0 is a circle; read from 0, the arc back to 0 is turned.
	arcs := []arc{{up: 1, down: 2}, {up: 0, down: 1}, {up: 2, down: 0, upAt: 7, downAt: 9}}
	acyclic(3, arcs, []int32{0, 1, 2})
	want := []arc{{up: 1, down: 2}, {up: 0, down: 1}, {up: 0, down: 2, upAt: 9, downAt: 7}}
	if !slices.Equal(arcs, want) {
		t.Errorf("arcs %v, want %v", arcs, want)
	}
}

func someRows(seed uint64) *rows {
	r := rand.New(rand.NewPCG(seed, 21))
	p := newPlan(crossLinked(r, 40, 0.4), Options{})
	nodes := p.components()[0]
	units := p.units(nodes)
	arcs, _ := p.arcs(nodes, units)
	starts := p.starts(nodes, units, arcs)
	acyclic(len(units), arcs, starts)
	rows := newRows(p, units, arcs, rank(len(units), arcs, never))
	rows.read(starts)
	return rows
}

// pairwise counts crossings by comparing every two segments.
func pairwise(r *rows) (sum int) {
	at := func(v, port int32) float64 { return float64(r.pos[v]) + float64(port)/1000 }
	for i, a := range r.seg {
		for _, b := range r.seg[:i] {
			if r.rank[a.up] == r.rank[b.up] &&
				(at(a.up, a.upPort)-at(b.up, b.upPort))*(at(a.down, a.downPort)-at(b.down, b.downPort)) < 0 {
				sum++
			}
		}
	}
	return sum
}

func TestCrossingsAreCounted(t *testing.T) {
	for seed := range uint64(30) {
		r := someRows(seed)
		if got, want := r.crossings(), pairwise(r); got != want {
			t.Fatalf("seed %d: counted %d crossings, there are %d", seed, got, want)
		}
	}
}

func TestExchangesOnlyUndoCrossings(t *testing.T) {
	gained := 0
	for seed := range uint64(30) {
		r := someRows(seed)
		for i := range r.order {
			before := r.crossings()
			gain := r.exchangeRow(i, seed%2 == 0)
			if after := r.crossings(); after != before-gain || gain < 0 {
				t.Fatalf("seed %d, row %d: %d crossings became %d, but the exchange reports a gain of %d", seed, i, before, after, gain)
			}
			gained += gain
		}
	}
	if gained == 0 {
		t.Error("no exchange gained anything: the test shows nothing")
	}
}

func TestATreeHasNoCrossings(t *testing.T) {
	for seed := range uint64(20) {
		g := randomTree(rand.New(rand.NewPCG(seed, 22)), 80)
		g.Edges = slices.DeleteFunc(g.Edges, func(e Edge) bool { return e.OnEdge })
		p := newPlan(g, Options{})
		for _, nodes := range p.components() {
			if r, _ := p.ordered(nodes); r.crossings() != 0 {
				t.Fatalf("seed %d: a tree in layers has %d crossings", seed, r.crossings())
			}
		}
	}
}

func TestAlignmentsKeepTheGaps(t *testing.T) {
	for seed := range uint64(20) {
		r := someRows(seed)
		check := func(name string, x []float64) {
			for _, row := range r.order {
				for k := 1; k < len(row); k++ {
					a, b := row[k-1], row[k]
					if gap := x[b] - x[a] - r.width[a]; gap < r.apart(a, b)-1e-6 {
						t.Fatalf("seed %d, %s: vertices %d and %d are %v apart, want %v", seed, name, a, b, gap, r.apart(a, b))
					}
				}
			}
		}
		blocked := r.conflicts()
		for i := range 4 {
			check("one alignment", r.extreme(blocked, i&1 != 0, i&2 != 0))
		}
		x := r.align()
		check("their mean", x)
		r.balance(x)
		check("balanced", x)
	}
}

func TestLongLinksAreStraight(t *testing.T) {
	// A link from the bottom of a chain to its top passes beside the chain.
	g := claims(6, from(1).to(0), from(2).to(1), from(3).to(2), from(4).to(3), from(5).to(4), from(5).to(0))
	p := newPlan(g, Options{})
	r, _ := p.ordered(p.components()[0])
	x := r.align()
	var bends []float64
	for v := len(r.units); v < len(r.width); v++ {
		bends = append(bends, x[v])
	}
	if len(bends) != 4 || slices.Max(bends)-slices.Min(bends) > 1e-6 {
		t.Errorf("the bends of the long link are at %v, want four in a line", bends)
	}
}

func TestPackKeepsOrderAndGaps(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 23))
	var sizes []geom.Size
	for range 200 {
		sizes = append(sizes, geom.Size{W: float64(50 + r.IntN(900)), H: float64(50 + r.IntN(400))})
	}
	at := pack(sizes, geom.Size{W: 48, H: 104}, aspect)
	for i := 1; i < len(at); i++ {
		if at[i].Y < at[i-1].Y || at[i].Y == at[i-1].Y && at[i].X < at[i-1].X+sizes[i-1].W+48 {
			t.Fatalf("part %d at %v does not follow part %d at %v", i, at[i], i-1, at[i-1])
		}
	}
}
