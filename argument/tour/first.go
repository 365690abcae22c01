package tour

import "warrant/argument"

// First returns the step, counted from 0, at which each claim and link of a
// map comes into sight. A step shows what it reveals from then on. What no
// step reveals comes with what it bears on, or from the beginning where it
// bears on nothing: so a claim that is added to a branch comes with the
// branch, and a map whose steps reveal nothing is in sight all along. A link
// waits for both of its ends. What a step has in focus is in sight by then at
// the latest, whatever reveals it. It takes time in proportion to the map.
func First(m *argument.Map, steps []argument.Step) map[argument.ID]int {
	r := &revealing{m: m, at: make(map[argument.ID]int, m.NumClaims()+m.NumLinks()), said: make(map[argument.ID]int)}
	for k, s := range steps {
		for _, id := range s.Reveal {
			if _, ok := r.said[id]; !ok {
				r.said[id] = k
			}
		}
	}
	for c := range m.Claims() {
		if _, said := r.said[c.ID]; !said && m.NumOutgoing(c.ID) == 0 {
			r.show(c.ID)
		}
	}
	r.spread()
	for k, s := range steps {
		r.step = k
		for _, id := range s.Reveal {
			if m.Claim(id) != nil {
				r.show(id)
			} else if l := m.Link(id); l != nil {
				r.open(l)
			}
		}
		r.spread()
		for _, id := range s.Focus {
			r.force(id)
		}
		r.spread()
	}
	r.rest()
	return r.at
}

// revealing is the state of First.
type revealing struct {
	m    *argument.Map
	step int
	said map[argument.ID]int // the first step that reveals it, by name
	at   map[argument.ID]int
	todo []argument.ID // in sight, and not yet asked what comes with them
}

func (r *revealing) shown(id argument.ID) bool {
	_, ok := r.at[id]
	return ok
}

func (r *revealing) show(id argument.ID) {
	if !r.shown(id) {
		r.at[id] = r.step
		r.todo = append(r.todo, id)
	}
}

// force shows a claim, or a link with its ends.
func (r *revealing) force(id argument.ID) {
	for l := r.m.Link(id); l != nil; l = r.m.Link(id) {
		for _, f := range l.From {
			r.show(f)
		}
		r.show(id)
		id = l.To
	}
	if r.m.Claim(id) != nil {
		r.show(id)
	}
}

// spread shows what comes with what is in sight.
func (r *revealing) spread() {
	for len(r.todo) > 0 {
		id := r.todo[len(r.todo)-1]
		r.todo = r.todo[:len(r.todo)-1]
		for l := range r.m.Incoming(id) {
			r.open(l)
		}
		for l := range r.m.Outgoing(id) {
			r.open(l)
		}
	}
}

// open shows a link, and the premises that no step reveals, if it may be
// shown by now.
func (r *revealing) open(l *argument.Link) {
	if k, said := r.said[l.ID]; said && k > r.step || r.shown(l.ID) || !r.shown(l.To) {
		return
	}
	all := true
	for _, f := range l.From {
		if _, said := r.said[f]; !said {
			r.show(f)
		}
		all = all && r.shown(f)
	}
	if all {
		r.show(l.ID)
	}
}

// rest sees to claims that bear on one another in a circle that nothing
// leads to: they are in sight from the beginning.
func (r *revealing) rest() {
	for c := range r.m.Claims() {
		if !r.shown(c.ID) {
			r.at[c.ID] = 0
		}
	}
	for l := range r.m.Links() {
		if !r.shown(l.ID) {
			k := r.at[l.To]
			for _, f := range l.From {
				k = max(k, r.at[f])
			}
			r.at[l.ID] = k
		}
	}
}

// Step returns a step that shows claims and links after the first so many
// steps of a map: they are in focus, and it reveals those of them that no
// step before it does.
func Step(m *argument.Map, after int, shown []argument.ID) argument.Step {
	var s argument.Step
	before := make(map[argument.ID]bool)
	for have := range m.Steps() {
		if after--; after < 0 {
			break
		}
		for _, id := range have.Reveal {
			before[id] = true
		}
	}
	for _, id := range shown {
		if !m.Has(id) {
			continue
		}
		s.Focus = append(s.Focus, id)
		if !before[id] {
			s.Reveal = append(s.Reveal, id)
		}
	}
	return s
}
