package merge

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"warrant/argument"
)

// matching finds which record of b is which of a.
type matching struct {
	a, b *argument.Map
	pair map[id]id // of b to a
	back map[id]id // of a to b
	// Records that are known to have no partner.
	aloneA, aloneB map[id]bool
	// added: a and b do not come one from the other, but both added
	// something. Then one ID may name two things, and for different IDs the
	// texts must be equal.
	added bool

	words map[string]wording // of the texts that were looked at
}

// match matches a map with a later version of it.
func match(a, b *argument.Map) *matching {
	m := &matching{a: a, b: b, pair: make(map[id]id, b.NumClaims()+b.NumLinks()), back: make(map[id]id, a.NumClaims()+a.NumLinks())}
	m.run()
	return m
}

func (m *matching) run() {
	byID(m, m.a.Sources(), m.b.Source, func(p, q *source) bool {
		return p.URL != "" && p.URL == q.URL || alike(p.Title, q.Title)
	})
	byID(m, m.a.Claims(), m.b.Claim, func(p, q *claim) bool { return alike(p.Text, q.Text) })
	byKey(m, m.a.Sources(), m.b.Sources(), sourceKey, sourceKey)
	m.byText()
	if !m.added {
		m.byLikeness()
	}
	byID(m, m.a.Links(), m.b.Link, m.sameEnds)
	m.byEnds(true)
	if !m.added {
		m.byEnds(false)
	}
	byID(m, m.a.Steps(), m.b.Step, func(p, q *step) bool { return p.Title == q.Title || p.Say == q.Say })
	byKey(m, m.a.Steps(), m.b.Steps(), stepKey, stepKey)
}

// wording is wordingOf, done once for a text.
func (m *matching) wording(text string) wording {
	w, ok := m.words[text]
	if !ok {
		if m.words == nil {
			m.words = make(map[string]wording)
		}
		w = wordingOf(text).sorted()
		m.words[text] = w
	}
	return w
}

func (m *matching) join(a, b id) { m.pair[b], m.back[a] = a, b }

func (m *matching) freeA(a id) bool { return m.back[a] == "" && !m.aloneA[a] }
func (m *matching) freeB(b id) bool { return m.pair[b] == "" && !m.aloneB[b] }

// byID matches records of one ID. Where both were added, they must be the
// same thing besides.
func byID[R any](m *matching, as iter.Seq[*R], b func(id) *R, same func(p, q *R) bool) {
	for p := range as {
		name := idOf(p)
		if !m.freeA(name) || !m.freeB(name) {
			continue
		}
		if q := b(name); q != nil && (!m.added || same(p, q)) {
			m.join(name, name)
		}
	}
}

// byKey matches what is left and has the same key, in order. An empty key
// matches nothing.
func byKey[R any](m *matching, as, bs iter.Seq[*R], keyA, keyB func(*R) string) (found bool) {
	free := make(map[string][]id)
	for p := range as {
		if name := idOf(p); m.freeA(name) {
			if k := keyA(p); k != "" {
				free[k] = append(free[k], name)
			}
		}
	}
	if len(free) == 0 {
		return false
	}
	for q := range bs {
		name := idOf(q)
		if !m.freeB(name) {
			continue
		}
		if k := keyB(q); k != "" && len(free[k]) > 0 {
			m.join(free[k][0], name)
			free[k] = free[k][1:]
			found = true
		}
	}
	return found
}

func sourceKey(s *source) string {
	if s.Title == "" && s.URL == "" {
		return ""
	}
	return s.URL + "\n" + wordingOf(s.Title).plain
}

func stepKey(s *step) string {
	if s.Title == "" && s.Say == "" {
		return ""
	}
	return s.Title + "\n" + s.Say
}

// sameEnds reports whether two links connect the same things.
func (m *matching) sameEnds(p, q *link) bool {
	k := m.endsA(p, false)
	return k != "" && k == m.endsB(q, false)
}

// byEnds matches the links that are left by what they connect. Links may go
// to links, so what was found may find more.
func (m *matching) byEnds(kind bool) {
	for range 16 {
		if !byKey(m, m.a.Links(), m.b.Links(),
			func(l *link) string { return m.endsA(l, kind) },
			func(l *link) string { return m.endsB(l, kind) }) {
			return
		}
	}
}

func (m *matching) endsA(l *link, kind bool) string {
	return ends(l, kind, func(n id) id {
		if m.back[n] == "" {
			return ""
		}
		return n
	})
}

func (m *matching) endsB(l *link, kind bool) string {
	return ends(l, kind, func(n id) id { return m.pair[n] })
}

// ends is a key for what a link connects; "" where one end has no partner.
func ends(l *link, kind bool, in func(id) id) string {
	names := make([]string, 0, len(l.From)+2)
	for _, f := range l.From {
		names = append(names, string(in(f)))
	}
	slices.Sort(names)
	names = append(names, string(in(l.To)))
	if slices.Contains(names, "") {
		return ""
	}
	if kind {
		names = append(names, string(l.Kind))
	}
	return strings.Join(names, "\x00")
}

// byText matches the claims that are left and say the same. Where several do,
// those that have a neighbour in common come together; what then is left is
// matched in order, unless both were added: then it stays apart.
func (m *matching) byText() {
	type group struct{ a, b []id }
	groups := make(map[string]*group)
	var order []*group
	for c := range m.a.Claims() {
		if !m.freeA(c.ID) {
			continue
		}
		if w := m.wording(c.Text).plain; w != "" {
			g := groups[w]
			if g == nil {
				g = &group{}
				groups[w] = g
				order = append(order, g)
			}
			g.a = append(g.a, c.ID)
		}
	}
	if len(groups) == 0 {
		return
	}
	for c := range m.b.Claims() {
		if m.freeB(c.ID) {
			if g := groups[m.wording(c.Text).plain]; g != nil {
				g.b = append(g.b, c.ID)
			}
		}
	}
	var several []*group
	for _, g := range order {
		if len(g.a) == 1 && len(g.b) == 1 {
			m.join(g.a[0], g.b[0])
		} else if len(g.b) > 0 {
			several = append(several, g)
		}
	}
	const most = 32 // of a group are compared each with each
	for _, g := range several {
		for _, b := range g.b[:min(most, len(g.b))] {
			for _, a := range g.a[:min(most, len(g.a))] {
				if m.freeA(a) && m.neighbours(a, b) {
					m.join(a, b)
					break
				}
			}
		}
		if m.added {
			continue
		}
		rest := slices.DeleteFunc(g.a, func(a id) bool { return !m.freeA(a) })
		for _, b := range g.b {
			if m.freeB(b) && len(rest) > 0 {
				m.join(rest[0], b)
				rest = rest[1:]
			}
		}
	}
}

// neighbours reports whether two claims have a neighbour in common, or both
// have none. Of a claim's neighbours the first 64 count.
func (m *matching) neighbours(a, b id) bool {
	as, bs := around(m.a, a), around(m.b, b)
	if len(as) == 0 || len(bs) == 0 {
		return len(as) == len(bs)
	}
	for n := range bs {
		if p := m.pair[n]; p != "" && as[p] {
			return true
		}
	}
	return false
}

func around(m *argument.Map, c id) map[id]bool {
	const most = 64
	near := make(map[id]bool)
	for l := range m.Outgoing(c) {
		near[l.To] = true
		for _, f := range l.From {
			if len(near) >= most {
				return near
			}
			if f != c {
				near[f] = true
			}
		}
	}
	for l := range m.Incoming(c) {
		for _, f := range l.From {
			if len(near) >= most {
				return near
			}
			near[f] = true
		}
	}
	delete(near, c)
	return near
}

// byLikeness matches the claims that are left, are very alike and have the
// same neighbourhood, the likest first. Candidates are found by the pairs of
// words that they share; a pair shared by more than a few dozen claims says
// little and is not followed further, which bounds the cost.
func (m *matching) byLikeness() {
	const followed, scored = 48, 8
	type one struct {
		id id
		w  wording
	}
	var as []one
	index := make(map[string][]int32)
	for c := range m.a.Claims() {
		if !m.freeA(c.ID) {
			continue
		}
		w := m.wording(c.Text)
		for _, k := range w.keys() {
			if len(index[k]) < followed {
				index[k] = append(index[k], int32(len(as)))
			}
		}
		as = append(as, one{c.ID, w})
	}
	if len(as) == 0 {
		return
	}
	type candidate struct {
		a, b  id
		score float64
	}
	var found []candidate
	shared := make([]int, len(as))
	for c := range m.b.Claims() {
		if !m.freeB(c.ID) {
			continue
		}
		w := m.wording(c.Text)
		var near []int32
		for _, k := range w.keys() {
			for _, i := range index[k] {
				if shared[i] == 0 {
					near = append(near, i)
				}
				shared[i]++
			}
		}
		slices.SortStableFunc(near, func(i, j int32) int { return shared[j] - shared[i] })
		for n, i := range near {
			if n < scored {
				if s := w.likeness(as[i].w); s >= veryAlike {
					found = append(found, candidate{as[i].id, c.ID, s})
				}
			}
			shared[i] = 0
		}
	}
	slices.SortStableFunc(found, func(x, y candidate) int { return cmp.Compare(y.score, x.score) })
	// A match may give the next its neighbour. How often that is tried bounds
	// the cost for a long chain of which every claim was reworded.
	again := true
	for round := 0; again && round < 32; round++ {
		again = false
		rest := found[:0]
		for _, c := range found {
			switch {
			case !m.freeA(c.a) || !m.freeB(c.b):
			case m.neighbours(c.a, c.b):
				m.join(c.a, c.b)
				again = true
			default:
				rest = append(rest, c)
			}
		}
		found = rest
	}
}

func idOf[R any](r *R) id {
	switch r := any(r).(type) {
	case *claim:
		return r.ID
	case *link:
		return r.ID
	case *evidence:
		return r.ID
	case *source:
		return r.ID
	case *step:
		return r.ID
	}
	return ""
}
