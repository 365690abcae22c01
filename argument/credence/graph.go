package credence

import (
	"slices"

	"warrant/argument"
)

type kind uint8

const (
	vacant kind = iota // a removed claim or link; the vertex waits to be used again
	claim
	supports
	opposes
)

// graph is a map in the form for computing: claims and links are vertices,
// numbered, and what a number depends on is a list of numbers. An edge leads
// from a premise to its link and from a link to its target.
//
// The inner lists are never written to once they are made: a changed list is
// a new one, so that copies of a graph may share them.
type graph struct {
	semantics semantics
	weakest   bool // the premise rule

	index map[argument.ID]int32
	id    []argument.ID
	kind  []kind
	from  [][]int32 // premises of a link
	to    []int32   // target of a link; -1 for none or a link left out
	in    [][]int32 // links to this target, in the map's order
	out   [][]int32 // links with this premise
	off   []bool    // a link left out

	stated    []bool // a claim's prior, a link's confidence
	suggested []float64
	evidence  []bool // whether suggested says something

	key    []float64 // rises along every edge but those within a circle
	floor  float64   // below every key
	circle []int32   // index into circles, or -1
	// circles are the strongly connected components of more than one vertex,
	// in an order that goes round them.
	circles [][]int32

	free []int32
}

func (g *graph) grow(n int) {
	g.id = slices.Grow(g.id, n)
	g.kind = slices.Grow(g.kind, n)
	g.from = slices.Grow(g.from, n)
	g.to = slices.Grow(g.to, n)
	g.in = slices.Grow(g.in, n)
	g.out = slices.Grow(g.out, n)
	g.off = slices.Grow(g.off, n)
	g.stated = slices.Grow(g.stated, n)
	g.suggested = slices.Grow(g.suggested, n)
	g.evidence = slices.Grow(g.evidence, n)
	g.key = slices.Grow(g.key, n)
	g.circle = slices.Grow(g.circle, n)
}

// add makes a vertex without edges.
func (g *graph) add(id argument.ID, k kind) int32 {
	var v int32
	if n := len(g.free); n > 0 {
		v = g.free[n-1]
		g.free = g.free[:n-1]
	} else {
		v = int32(len(g.id))
		g.id = append(g.id, "")
		g.kind = append(g.kind, vacant)
		g.from = append(g.from, nil)
		g.to = append(g.to, -1)
		g.in = append(g.in, nil)
		g.out = append(g.out, nil)
		g.off = append(g.off, false)
		g.stated = append(g.stated, false)
		g.suggested = append(g.suggested, 0)
		g.evidence = append(g.evidence, false)
		g.key = append(g.key, 0)
		g.circle = append(g.circle, -1)
	}
	g.id[v], g.kind[v] = id, k
	g.from[v], g.in[v], g.out[v], g.to[v] = nil, nil, nil, -1
	g.off[v], g.circle[v] = false, -1
	g.index[id] = v
	return v
}

func (g *graph) remove(v int32) {
	delete(g.index, g.id[v])
	g.id[v], g.kind[v] = "", vacant
	g.from[v], g.in[v], g.out[v], g.to[v], g.circle[v] = nil, nil, nil, -1, -1
	g.free = append(g.free, v)
}

func kindOf(l *argument.Link) kind {
	if l.Kind == argument.Opposes {
		return opposes
	}
	return supports
}

// successors calls visit for each vertex that depends directly on v.
func (g *graph) successors(v int32, visit func(int32)) {
	if g.kind[v] == claim {
		for _, l := range g.out[v] {
			visit(l)
		}
	} else if g.to[v] >= 0 {
		visit(g.to[v])
	}
}

// compile makes the graph of a map and the bases of its vertices.
func compile(m *argument.Map, o Options) (*graph, []float64) {
	n := m.NumClaims() + m.NumLinks()
	g := &graph{
		semantics: semanticsOf(o.Semantics),
		weakest:   o.Premises != argument.Product,
		index:     make(map[argument.ID]int32, n),
	}
	g.grow(n)
	base := make([]float64, 0, n)
	for c := range m.Claims() {
		v := g.add(c.ID, claim)
		base = append(base, g.baseOfClaim(v, c, o))
	}
	for l := range m.Links() {
		v := g.add(l.ID, kindOf(l))
		base = append(base, g.baseOfLink(v, l, o))
	}
	for _, id := range o.Without {
		if v, ok := g.index[id]; ok && g.kind[v] != claim {
			g.off[v] = true
		}
	}
	g.connect(m)
	return g, base
}

func (g *graph) baseOfClaim(v int32, c *argument.Claim, o Options) float64 {
	g.stated[v] = c.Prior.IsSet()
	return o.baseOf(c.ID, c.Prior.Or(unsetBase))
}

func (g *graph) baseOfLink(v int32, l *argument.Link, o Options) float64 {
	g.stated[v] = l.Confidence.IsSet()
	g.suggested[v], g.evidence[v] = g.semantics.suggested(l.Evidence)
	return o.baseOf(l.ID, l.Confidence.Or(g.suggested[v]))
}

// connect fills in the edges of a graph that has none. The lists are cut from
// three long ones.
func (g *graph) connect(m *argument.Map) {
	premises := 0
	for l := range m.Links() {
		premises += len(l.From)
	}
	from := make([]int32, 0, premises)
	ins := make([]int32, len(g.id))
	outs := make([]int32, len(g.id))
	v := int32(m.NumClaims())
	for l := range m.Links() {
		start := len(from)
		for _, f := range l.From {
			p := g.index[f]
			from = append(from, p)
			outs[p]++
		}
		g.from[v] = from[start:len(from):len(from)]
		if !g.off[v] {
			g.to[v] = g.index[l.To]
			ins[g.to[v]]++
		}
		v++
	}
	allIn := make([]int32, m.NumLinks())
	allOut := make([]int32, premises)
	for v := range g.id {
		n := ins[v]
		g.in[v], allIn = allIn[:0:n], allIn[n:]
		n = outs[v]
		g.out[v], allOut = allOut[:0:n], allOut[n:]
	}
	for v := m.NumClaims(); v < len(g.id); v++ {
		if t := g.to[v]; t >= 0 {
			g.in[t] = append(g.in[t], int32(v))
		}
		for _, p := range g.from[v] {
			g.out[p] = append(g.out[p], int32(v))
		}
	}
}
