package layout

import (
	"math"
	"slices"

	"warrant/canvas/geom"
)

// unit is what the layers place as one: a single claim, or the linked
// premises of a link with the undercutters at their sides.
type unit struct {
	nodes []int32
	off   []geom.Point // of each node's corner from the unit's
	size  geom.Size
}

// arc leads from the unit of a target down to the unit of its premises. upAt
// and downAt are where its ends are, from the left edge of their unit.
type arc struct {
	up, down     int32
	upAt, downAt float64
}

// grouping joins nodes into units. Both lists of a unit grow at their ends
// alone, so that no chain of undercutters is costly.
type grouping struct {
	p     *plan
	ofs   []int32 // unit of each node
	left  [][]int32
	right [][]int32
	tight map[[2]int32]bool // neighbours that are linked premises
}

// units joins linked premises, in the order given, and puts what attacks
// their link next to them. A claim that is a premise of several links stands
// with the first that asks; later links join on where their premises make one
// row with it.
func (p *plan) units(nodes []int) []unit {
	g := &grouping{p: p, ofs: p.unitOf, tight: make(map[[2]int32]bool)}
	for i, v := range nodes {
		g.ofs[v] = int32(i)
		g.left = append(g.left, nil)
		g.right = append(g.right, []int32{int32(v)})
	}
	direct := g.premises(nodes)
	g.besides(direct)
	return g.finish()
}

// premises joins the premises of every link and lists the links to claims.
func (g *grouping) premises(nodes []int) (direct []int32) {
	for _, v := range nodes {
		for _, l := range g.p.into.of(v) {
			if g.p.links[l].on < 0 {
				direct = append(direct, l)
			}
			if len(g.p.links[l].from) > 1 {
				g.row(g.p.links[l].from)
			}
		}
	}
	return direct
}

func (g *grouping) free(v int32) bool {
	u := g.ofs[v]
	return len(g.left[u])+len(g.right[u]) == 1
}

// row makes neighbours of the nodes, as far as earlier rows allow.
func (g *grouping) row(nodes []int32) {
	// The part that is the end of an earlier row, and begins this one.
	u := g.ofs[nodes[0]]
	if !g.free(nodes[0]) {
		k := 1
		for k < len(nodes) && g.ofs[nodes[k]] == u && g.tight[[2]int32{nodes[k-1], nodes[k]}] {
			k++
		}
		if g.right[u][len(g.right[u])-1] == nodes[k-1] && k < len(nodes) {
			for ; k < len(nodes) && g.free(nodes[k]); k++ {
				g.tight[[2]int32{nodes[k-1], nodes[k]}] = true
				g.join(u, nodes[k], false)
			}
			return
		}
	}
	// Or the whole of what is free, at the left end of the row it runs into.
	i := 0
	for i < len(nodes) && g.free(nodes[i]) {
		i++
	}
	switch {
	case i == len(nodes):
		for k := 1; k < i; k++ {
			g.tight[[2]int32{nodes[k-1], nodes[k]}] = true
			g.join(g.ofs[nodes[0]], nodes[k], false)
		}
	case i > 0 && g.leftmost(g.ofs[nodes[i]]) == nodes[i]:
		for k := i - 1; k >= 0; k-- {
			g.tight[[2]int32{nodes[k], nodes[k+1]}] = true
			g.join(g.ofs[nodes[i]], nodes[k], true)
		}
	default:
		var rest []int32
		for _, v := range nodes {
			if g.free(v) {
				rest = append(rest, v)
			}
		}
		if len(rest) > 1 {
			g.row(rest)
		}
	}
}

func (g *grouping) leftmost(u int32) int32 {
	if n := len(g.left[u]); n > 0 {
		return g.left[u][n-1]
	}
	return g.right[u][0]
}

func (g *grouping) join(u, v int32, left bool) {
	old := g.ofs[v]
	g.left[old], g.right[old] = nil, nil
	g.ofs[v] = u
	if left {
		g.left[u] = append(g.left[u], v) // from the middle outwards
	} else {
		g.right[u] = append(g.right[u], v)
	}
}

// besides takes what attacks a link, where it does nothing else, into the
// unit of the link's premises.
func (g *grouping) besides(direct []int32) {
	p := g.p
	side := make(map[int32]bool) // links on links: on the left?
	queue := slices.Clone(direct)
	for i := 0; i < len(queue); i++ {
		l := queue[i]
		on := p.against.of(int(l))
		queue = append(queue, on...)
		from := p.links[l].from
		if len(from) == 0 {
			continue
		}
		u := g.ofs[from[0]]
		if slices.ContainsFunc(from, func(v int32) bool { return g.ofs[v] != u }) {
			continue
		}
		for j, a := range on {
			left := j%2 == 1
			if at, known := side[l]; known {
				left = at
			}
			attackers := p.links[a].from
			if len(attackers) > 0 && p.placed[attackers[0]] && p.placed[from[0]] {
				left = p.now[attackers[0]].X < p.now[from[0]].X
			}
			side[a] = left
			if !g.movable(attackers, u) {
				continue
			}
			nodes := slices.Clone(attackers)
			if left {
				slices.Reverse(nodes)
			}
			old := g.ofs[nodes[0]]
			g.left[old], g.right[old] = nil, nil
			for _, v := range nodes {
				g.join(u, v, left)
			}
		}
	}
}

// movable reports whether the nodes are a whole unit other than u, with no
// other link.
func (g *grouping) movable(nodes []int32, u int32) bool {
	if len(nodes) == 0 {
		return false
	}
	own := g.ofs[nodes[0]]
	if own == u || len(g.left[own])+len(g.right[own]) != len(nodes) {
		return false
	}
	return !slices.ContainsFunc(nodes, func(v int32) bool { return g.ofs[v] != own || len(g.p.out.of(int(v))) > 1 })
}

// finish numbers the units that are left, and sets their nodes.
func (g *grouping) finish() []unit {
	var units []unit
	for u := range g.right {
		if g.right[u] == nil {
			continue
		}
		var one unit
		one.nodes = append(one.nodes, g.left[u]...)
		slices.Reverse(one.nodes)
		one.nodes = append(one.nodes, g.right[u]...)
		g.line(&one)
		for _, v := range one.nodes {
			g.ofs[v] = int32(len(units))
		}
		units = append(units, one)
	}
	return units
}

func (g *grouping) line(u *unit) {
	for i, v := range u.nodes {
		if i > 0 {
			gap := g.p.o.Gap
			if g.tight[[2]int32{u.nodes[i-1], v}] {
				gap = g.p.o.GroupGap
			}
			// One may bear on the other: the label of that is between them.
			if label := math.Max(g.p.labelBetween(u.nodes[i-1], v), g.p.labelBetween(v, u.nodes[i-1])); label > 0 {
				gap = math.Max(gap, label+arrowRoom)
			}
			u.size.W += gap
		}
		u.off = append(u.off, geom.Pt(u.size.W, 0))
		u.size.W += g.p.size[v].W
		u.size.H = math.Max(u.size.H, g.p.size[v].H)
	}
}

// arcs lists what the links ask of the units, each pair of ends once, and for
// each the links to claims that it carries as a whole.
func (p *plan) arcs(nodes []int, units []unit) (arcs []arc, carries [][]int32) {
	place, ofs := p.middle, p.unitOf
	for _, u := range units {
		for i, v := range u.nodes {
			place[v] = u.off[i].X + p.size[v].W/2
		}
	}
	seen := make(map[arc]int)
	var done []int32
	for _, to := range nodes {
		for _, l := range p.into.of(to) {
			done = done[:0]
			for _, v := range p.links[l].from {
				u := ofs[v]
				if u == ofs[to] || slices.Contains(done, u) {
					continue
				}
				done = append(done, u)
				sum, n := 0.0, 0.0
				for _, w := range p.links[l].from {
					if ofs[w] == u {
						sum, n = sum+place[w], n+1
					}
				}
				a := arc{ofs[to], u, place[to], sum / n}
				i, known := seen[a]
				if !known {
					i = len(arcs)
					seen[a] = i
					arcs, carries = append(arcs, a), append(carries, nil)
				}
				if int(n) == len(p.links[l].from) && p.links[l].on < 0 {
					carries[i] = append(carries[i], l)
				}
			}
		}
	}
	return arcs, carries
}
