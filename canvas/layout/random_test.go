package layout

import (
	"math/rand/v2"

	"warrant/canvas/geom"
)

// The sizes of cards and labels in the pictures of the design.
func cardSize(r *rand.Rand) geom.Size {
	return geom.Size{W: 168 + float64(r.IntN(60)), H: 82 + 17*float64(r.IntN(4)) + 0.5*float64(r.IntN(2))}
}

var labelSize = geom.Size{W: 77, H: 22}

// randomTree is a map of n claims, each on one link, some of them linked
// premises, some of them undercutting a link.
func randomTree(r *rand.Rand, n int) Graph {
	g := Graph{Roots: []int{0}, Nodes: []Node{{Size: geom.Size{W: 300, H: 82}}}}
	for len(g.Nodes) < n {
		var from []int
		for range 1 + max(0, r.IntN(6)-3) {
			from = append(from, len(g.Nodes))
			g.Nodes = append(g.Nodes, Node{Size: cardSize(r)})
		}
		e := Edge{From: from, To: r.IntN(from[0]), Label: labelSize}
		if r.IntN(3) > 0 {
			e.To = from[0] - 1 - r.IntN(min(from[0], 12))
		}
		if len(g.Edges) > 0 && r.IntN(12) == 0 {
			e.To, e.OnEdge = r.IntN(len(g.Edges)), true
		}
		g.Edges = append(g.Edges, e)
	}
	return g
}

// crossLinked adds links to a random tree until share of all its claims bear
// on a second target.
func crossLinked(r *rand.Rand, n int, share float64) Graph {
	g := randomTree(r, n)
	for range int(share * float64(n)) {
		a, b := r.IntN(len(g.Nodes)), r.IntN(len(g.Nodes))
		g.Edges = append(g.Edges, Edge{From: []int{max(a, b)}, To: min(a, b), Label: labelSize})
	}
	return g
}

// randomMess is anything at all: circles, self links, several links with the
// same premises, links on links on links, indices that name nothing.
func randomMess(r *rand.Rand, n int) Graph {
	g := Graph{}
	for range n {
		g.Nodes = append(g.Nodes, Node{Size: cardSize(r)})
	}
	for i := range 3 * n / 2 {
		e := Edge{To: r.IntN(n+2) - 1, Label: labelSize}
		for range 1 + r.IntN(3) {
			e.From = append(e.From, r.IntN(n+2)-1)
		}
		if r.IntN(4) == 0 {
			e.To, e.OnEdge = r.IntN(i+3)-1, true
		}
		g.Edges = append(g.Edges, e)
	}
	for range r.IntN(3) {
		g.Roots = append(g.Roots, r.IntN(n+2)-1)
	}
	return g
}

// settled is g with its cards where an arrangement put them.
func settled(g Graph, res Result) Graph {
	nodes := make([]Node, len(g.Nodes))
	for i, n := range g.Nodes {
		n.At, n.Placed = res.At[i], true
		nodes[i] = n
	}
	g.Nodes = nodes
	return g
}
