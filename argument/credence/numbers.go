package credence

import "math"

// settled is the tolerance within which two numbers count as one: bounds that
// are as near have met, and the residual at which a circle is at rest.
const settled = 1e-9

// still is the change below which a number keeps its old value, so that what
// an edit hardly moves is not followed to the ends of the map.
const still = 1e-14

// cell is what is known of one vertex. For a claim, value is its credence and
// the rest is not used; for a link, value is its strength.
type cell struct {
	value, group, delivers float64
	// Bounds, which are value and delivers themselves where these are known.
	low, high                 float64
	deliversLow, deliversHigh float64
}

func (c *cell) known() bool         { return c.high-c.low <= settled }
func (c *cell) deliversKnown() bool { return c.deliversHigh-c.deliversLow <= settled }

// differs reports whether any number of the two is further apart than by.
func (c *cell) differs(d *cell, by float64) bool {
	far := func(a, b float64) bool { return !(math.Abs(a-b) <= by) }
	return far(c.value, d.value) || far(c.group, d.group) || far(c.delivers, d.delivers) ||
		far(c.low, d.low) || far(c.high, d.high) ||
		far(c.deliversLow, d.deliversLow) || far(c.deliversHigh, d.deliversHigh)
}

// unevaluated differs from every cell.
var unevaluated = cell{value: math.NaN()}

// numbers holds the bases and the cells of a graph's vertices.
type numbers struct {
	base []float64
	cell []cell
	// ranges is how many cells have bounds apart. At 0 nobody looks at bounds.
	ranges int
	// without is one more link that delivers nothing, for a trial; else -1.
	without int32
}

func newNumbers(base []float64) *numbers {
	n := &numbers{base: base, cell: make([]cell, len(base)), without: -1}
	return n
}

func (n *numbers) put(v int32, c cell) {
	n.ranges += ranged(&c) - ranged(&n.cell[v])
	n.cell[v] = c
}

func ranged(c *cell) int {
	if c.low != c.high || c.deliversLow != c.deliversHigh {
		return 1
	}
	return 0
}

// evaluate returns the cell of a vertex from those it depends on.
func (g *graph) evaluate(n *numbers, v int32) cell {
	s, a := g.gather(n, g.in[v])
	value := g.semantics.moved(n.base[v], s, a)
	c := cell{value: value, low: value, high: value}
	if n.ranges > 0 {
		least, most := g.gatherBounds(n, g.in[v])
		c.low = g.semantics.moved(n.base[v], least[0], least[1])
		c.high = g.semantics.moved(n.base[v], most[0], most[1])
		if c.known() {
			c.low, c.high = value, value
		}
	}
	if g.kind[v] != claim {
		g.deliver(n, v, &c)
	}
	return c
}

// gather folds what the links deliver into support and opposition.
func (g *graph) gather(n *numbers, links []int32) (s, a float64) {
	if g.semantics == dfQuAD {
		s, a = 1, 1
		for _, l := range links {
			if g.kind[l] == opposes {
				a *= 1 - n.cell[l].delivers
			} else {
				s *= 1 - n.cell[l].delivers
			}
		}
		return s, a
	}
	for _, l := range links {
		if g.kind[l] == opposes {
			a += n.cell[l].delivers
		} else {
			s += n.cell[l].delivers
		}
	}
	return s, a
}

// gatherBounds gathers twice: for the least that the links can make of their
// target (least support, most opposition) and for the most.
func (g *graph) gatherBounds(n *numbers, links []int32) (least, most [2]float64) {
	zero := g.semantics.nothing()
	least, most = [2]float64{zero, zero}, [2]float64{zero, zero}
	for _, l := range links {
		c := &n.cell[l]
		side, lo, hi := 0, c.deliversLow, c.deliversHigh
		if g.kind[l] == opposes {
			side, lo, hi = 1, hi, lo
		}
		least[side] = g.semantics.and(least[side], lo)
		most[side] = g.semantics.and(most[side], hi)
	}
	return least, most
}

// deliver sets a link's group and what it delivers, given its strength.
func (g *graph) deliver(n *numbers, v int32, c *cell) {
	group, low, high := 1.0, 1.0, 1.0
	for _, p := range g.from[v] {
		q := &n.cell[p]
		group = g.together(group, q.value)
		low = g.together(low, q.low)
		high = g.together(high, q.high)
	}
	c.group = group
	if g.off[v] || v == n.without {
		c.delivers, c.deliversLow, c.deliversHigh = 0, 0, 0
		return
	}
	c.delivers, c.deliversLow, c.deliversHigh = c.value*group, c.low*low, c.high*high
	if c.deliversKnown() {
		c.deliversLow, c.deliversHigh = c.delivers, c.delivers
	}
}

// together is what premises are worth that are worth a and b.
func (g *graph) together(a, b float64) float64 {
	if g.weakest {
		return min(a, b)
	}
	return a * b
}
