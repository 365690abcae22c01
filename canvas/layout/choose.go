package layout

// choose lists the nodes of the plan and returns the index of each node of
// the graph in it, −1 for one that is left out.
func (p *plan) choose(g Graph, ends []int) (index []int) {
	index = make([]int, len(g.Nodes))
	for i := range index {
		index[i] = i
	}
	if len(p.o.Only) == 0 {
		p.ids, p.moving = index, len(index)
		return index
	}
	for i := range index {
		index[i] = -1
	}
	for _, v := range p.o.Only {
		if v >= 0 && v < len(index) {
			index[v] = 0
		}
	}
	// The graph's order, not the selection's, is the reading order.
	for v, in := range index {
		if in == 0 {
			index[v] = len(p.ids)
			p.ids = append(p.ids, v)
		}
	}
	p.moving = len(p.ids)
	// Several premises of one target that is not among the nodes belong
	// together all the same: the target comes along, to hold them in one row.
	hangs := make(map[int]int) // first target outside of each node that has none inside
	var order []int
	for e, edge := range g.Edges {
		for _, v := range edge.From {
			if edge.OnEdge || ends[e] < 0 || v < 0 || v >= len(index) || index[v] < 0 {
				continue
			}
			if index[ends[e]] >= 0 {
				hangs[v] = -1
			} else if _, known := hangs[v]; !known {
				hangs[v] = ends[e]
				order = append(order, v)
			}
		}
	}
	premises := make(map[int]int)
	for _, v := range order {
		if t := hangs[v]; t >= 0 {
			if premises[t]++; premises[t] == 2 {
				index[t] = len(p.ids)
				p.ids = append(p.ids, t)
			}
		}
	}
	return index
}
