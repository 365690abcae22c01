package credence

import "slices"

// order finds the strongly connected components (Tarjan, "Depth-First Search
// and Linear Graph Algorithms", SIAM J. Comput. 1972) with a stack of its
// own, for a chain of claims may be longer than a goroutine's stack is deep.
// It sets key, circle and circles and returns the vertices in an order in
// which each comes after all it depends on, circles apart.
func (g *graph) order() []int32 {
	n := len(g.id)
	g.circles = nil
	num := make([]int32, n)  // order of discovery, from 1; 0: not yet seen
	low := make([]int32, n)  // least num known to be reachable within the stack
	next := make([]int32, n) // successors of a claim that were followed
	open := make([]int32, 0, n)
	path := make([]int32, 0, 64)
	done := make([]int32, 0, n)
	const closed = 1<<31 - 1 // num of a vertex whose component is complete
	seen := int32(0)
	components := 0
	for root := range int32(n) {
		if num[root] != 0 || g.kind[root] == vacant {
			continue
		}
		path = append(path, root)
		for len(path) > 0 {
			v := path[len(path)-1]
			if num[v] == 0 {
				seen++
				num[v], low[v] = seen, seen
				open = append(open, v)
			}
			w := int32(-1)
			if g.kind[v] == claim {
				if i := next[v]; int(i) < len(g.out[v]) {
					w = g.out[v][i]
				}
			} else if next[v] == 0 {
				w = g.to[v]
			}
			if w >= 0 {
				if num[w] == 0 {
					path = append(path, w) // next[v] stays: w is looked at again, complete or open
					continue
				}
				next[v]++
				if num[w] != closed {
					low[v] = min(low[v], low[w])
				}
				continue
			}
			path = path[:len(path)-1]
			if low[v] != num[v] {
				continue
			}
			start := len(open) - 1
			for open[start] != v {
				start--
			}
			members := open[start:]
			circle := int32(-1)
			if len(members) > 1 {
				circle = int32(len(g.circles))
				g.circles = append(g.circles, slices.Clone(members))
			}
			for _, u := range members {
				num[u] = closed
				g.circle[u] = circle
				g.key[u] = -float64(components)
			}
			done = append(done, members...)
			open = open[:start]
			components++
		}
	}
	g.floor = -float64(components)
	slices.Reverse(done)
	return done
}
