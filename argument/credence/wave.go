package credence

// wave recomputes from some vertices onwards, each vertex after all that it
// depends on, and stops where numbers stay as they are.
type wave struct {
	g       *graph
	n       *numbers
	ring    ring
	within  []bool // the vertices to be looked at; nil: all
	waiting []bool
	heap    []int32 // by key, least first
	solved  []int   // by circle: the run in which it was solved
	run     int
	past    []past // what the run changed
}

// past is what a vertex held before a run.
type past struct {
	v    int32
	cell cell
}

func newWave(g *graph, n *numbers) *wave {
	w := &wave{g: g, n: n}
	w.fit()
	return w
}

// fit makes room after the graph has grown or its circles have changed.
func (w *wave) fit() {
	if k := len(w.g.id) - len(w.waiting); k > 0 {
		w.waiting = append(w.waiting, make([]bool, k)...)
	}
	if k := len(w.g.circles) - len(w.solved); k > 0 {
		w.solved = append(w.solved, make([]int, k)...)
	}
}

// whole evaluates everything, in the order given.
func (w *wave) whole(order []int32) {
	w.run++
	for _, v := range order {
		if c := w.g.circle[v]; c < 0 {
			w.n.put(v, w.g.evaluate(w.n, v))
		} else if w.solved[c] != w.run {
			w.solved[c] = w.run
			w.ring.solve(w.g, w.n, w.g.circles[c])
			w.ring.store(w.g, w.n, func(v int32, c cell) { w.n.put(v, c) })
		}
	}
}

// start forgets the last run.
func (w *wave) start() {
	w.run++
	w.past = w.past[:0]
}

// spread follows what was pushed to where nothing changes any more.
func (w *wave) spread() {
	for len(w.heap) > 0 {
		v := w.pop()
		c := w.g.circle[v]
		if c < 0 {
			w.set(v, w.g.evaluate(w.n, v))
		} else if w.solved[c] != w.run {
			w.solved[c] = w.run
			w.ring.solve(w.g, w.n, w.g.circles[c])
			w.ring.store(w.g, w.n, w.set)
		}
	}
}

// set gives a vertex its new cell and pushes what depends on it.
func (w *wave) set(v int32, c cell) {
	old := &w.n.cell[v]
	if !old.differs(&c, still) {
		return
	}
	w.past = append(w.past, past{v, *old})
	w.n.put(v, c)
	w.pushSuccessors(v)
}

func (w *wave) pushSuccessors(v int32) {
	if w.g.kind[v] == claim {
		for _, l := range w.g.out[v] {
			w.push(l)
		}
	} else if t := w.g.to[v]; t >= 0 {
		w.push(t)
	}
}

// back undoes the run.
func (w *wave) back() {
	for i := len(w.past) - 1; i >= 0; i-- {
		w.n.put(w.past[i].v, w.past[i].cell)
	}
	w.past = w.past[:0]
}

func (w *wave) push(v int32) {
	if w.waiting[v] || w.within != nil && !w.within[v] {
		return
	}
	if c := w.g.circle[v]; c >= 0 && w.solved[c] == w.run {
		return // its own members push each other
	}
	w.waiting[v] = true
	h := append(w.heap, v)
	i := len(h) - 1
	for i > 0 {
		up := (i - 1) / 2
		if w.g.key[h[up]] <= w.g.key[v] {
			break
		}
		h[i] = h[up]
		i = up
	}
	h[i] = v
	w.heap = h
}

func (w *wave) pop() int32 {
	h := w.heap
	top, last := h[0], h[len(h)-1]
	h = h[:len(h)-1]
	for i := 0; len(h) > 0; {
		down := 2*i + 1
		if down+1 < len(h) && w.g.key[h[down+1]] < w.g.key[h[down]] {
			down++
		}
		if down >= len(h) || w.g.key[last] <= w.g.key[h[down]] {
			h[i] = last
			break
		}
		h[i] = h[down]
		i = down
	}
	w.heap = h
	w.waiting[top] = false
	return top
}
