package layout

// balance moves the vertices, row by row, to the mean of where their links
// want them, as near as order and gaps allow: the least sum of squares by
// pooling adjacent violators. A few rounds centre targets over premises that
// the alignments leave aside; many draw together what they left far apart, so
// a map is given as many as there is time for.
func (r *rows) balance(x []float64) {
	const least, most, work = 15, 135, 1_000_000           // the last in vertices
	rounds := max(least, min(most, work/len(r.width))) | 1 // odd, so that the last goes up and targets are centred
	for round := range rounds {
		for k := range r.order {
			i := k
			if round%2 == 0 {
				i = len(r.order) - 1 - k
			}
			r.relax(r.order[i], x, round%2 == 0)
		}
		if r.p.stopped() {
			return
		}
	}
}

// strong is how much more a vertex is drawn to the row that a pass comes from
// than to the other. On the way down whole branches follow their target; on
// the way up targets centre over their premises, as in a tree.
const strong = 8.0

// relax does so for one row.
func (r *rows) relax(row []int32, x []float64, upward bool) {
	above, below := strong, 1.0
	if upward {
		above, below = below, above
	}
	type pool struct {
		sum, weight float64
		n           int
	}
	var pools []pool
	offset := 0.0 // of a vertex when all before it stand as close as they may
	offsets := make([]float64, len(row))
	for i, v := range row {
		if i > 0 {
			offset += r.width[row[i-1]] + r.apart(row[i-1], v)
		}
		offsets[i] = offset
		want, weight := 0.0, 0.0
		pull := func(other int32, to, w float64) {
			// Long links are to be straight before short ones are, as in
			// Gansner et al., section 4.
			switch {
			case r.bend(v) && r.bend(other):
				w = 8
			case r.bend(v):
				w = 2
			}
			want, weight = want+w*to, weight+w
		}
		for _, s := range r.above.of(int(v)) {
			e := r.seg[s]
			pull(e.up, x[e.up]+e.upAt-e.downAt, above)
		}
		for _, s := range r.below.of(int(v)) {
			e := r.seg[s]
			pull(e.down, x[e.down]+e.downAt-e.upAt, below)
		}
		if weight == 0 {
			weight = 0.01
			want = weight * x[v]
		}
		pools = append(pools, pool{want - offset*weight, weight, 1})
		for len(pools) > 1 {
			a, b := pools[len(pools)-2], pools[len(pools)-1]
			if a.sum*b.weight <= b.sum*a.weight {
				break
			}
			pools = append(pools[:len(pools)-2], pool{a.sum + b.sum, a.weight + b.weight, a.n + b.n})
		}
	}
	i := 0
	for _, p := range pools {
		for range p.n {
			x[row[i]] = p.sum/p.weight + offsets[i]
			i++
		}
	}
}
