package layout

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
)

func BenchmarkTree10000(b *testing.B) {
	g := randomTree(rand.New(rand.NewPCG(1, 1)), 10000)
	for b.Loop() {
		Tree(g, Options{})
	}
}

func BenchmarkLayered(b *testing.B) {
	for _, n := range []int{500, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			g := crossLinked(rand.New(rand.NewPCG(1, 1)), n, 0.1)
			for b.Loop() {
				Layered(g, Options{})
			}
		})
	}
}

// singles is a cross-linked map of links with one premise each, which is all
// that Graphviz knows.
func singles(r *rand.Rand, n int, share float64) Graph {
	g := Graph{Roots: []int{0}, Nodes: []Node{{Size: cardSize(r)}}}
	for i := 1; i < n; i++ {
		g.Nodes = append(g.Nodes, Node{Size: cardSize(r)})
		g.Edges = append(g.Edges, Edge{From: []int{i}, To: i - 1 - r.IntN(min(i, 30))})
	}
	for range int(share * float64(n)) {
		a, b := r.IntN(n), r.IntN(n)
		if a != b {
			g.Edges = append(g.Edges, Edge{From: []int{max(a, b)}, To: min(a, b)})
		}
	}
	return g
}

// BenchmarkCrossings compares the crossings left in the rows with what dot
// reports for the same map, where dot is installed.
func BenchmarkCrossings(b *testing.B) {
	dot, err := exec.LookPath("dot")
	if err != nil {
		b.Skip("needs Graphviz dot to compare with")
	}
	for _, n := range []int{50, 100, 200, 500} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			ours, theirs := 0, 0
			for b.Loop() {
				ours, theirs = 0, 0
				for seed := range uint64(6) {
					g := singles(rand.New(rand.NewPCG(seed, 3)), n, 0.1)
					ours += ourCrossings(g)
					theirs += dotCrossings(b, dot, g)
				}
			}
			b.ReportMetric(float64(ours), "ours")
			b.ReportMetric(float64(theirs), "dot's")
			b.ReportMetric(float64(ours)/float64(theirs), "ratio")
		})
	}
}

func ourCrossings(g Graph) int {
	p := newPlan(g, Options{})
	nodes := p.components()[0]
	r, _ := p.ordered(nodes)
	return r.crossings()
}

var found = regexp.MustCompile(`mincross \S+: (\d+) crossings`)

func dotCrossings(b *testing.B, dot string, g Graph) int {
	var in bytes.Buffer
	fmt.Fprintln(&in, "digraph m { node [shape=box fixedsize=true label=\"\"]")
	for i, n := range g.Nodes {
		fmt.Fprintf(&in, "n%d [width=%g height=%g]\n", i, n.Size.W/72, n.Size.H/72)
	}
	for _, e := range g.Edges {
		fmt.Fprintf(&in, "n%d -> n%d [dir=back]\n", e.To, e.From[0])
	}
	fmt.Fprintln(&in, "}")
	cmd := exec.Command(dot, "-v", "-Tplain")
	cmd.Stdin = &in
	var log bytes.Buffer
	cmd.Stderr = &log
	if err := cmd.Run(); err != nil {
		b.Fatal(err)
	}
	m := found.FindSubmatch(log.Bytes())
	if m == nil {
		b.Skip("this dot does not report its crossings")
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

func BenchmarkCompact10000(b *testing.B) {
	g := wideTree(rand.New(rand.NewPCG(1, 1)), 10000)
	for b.Loop() {
		Compact(g, Options{})
	}
}
