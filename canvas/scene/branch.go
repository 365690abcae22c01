package scene

import "warrant/argument"

// count keeps the number of collapsed claims true, and reports whether what
// is shown may have changed.
func (s *Scene) count(d argument.Difference) bool {
	before := s.collapsed
	toggled := false
	for _, c := range d.Claims {
		from, to := c.From != nil && c.From.Collapsed, c.To != nil && c.To.Collapsed
		if from != to {
			toggled = true
			if to {
				s.collapsed++
			} else {
				s.collapsed--
			}
		}
	}
	if before == 0 && s.collapsed == 0 {
		return false
	}
	if toggled || len(d.Links) > 0 || d.Info != nil {
		return true
	}
	for _, c := range d.Claims {
		if c.From == nil || c.To == nil {
			return true
		}
	}
	return false
}

// reveal works out anew what is shown, and adds what comes or goes.
func (s *Scene) reveal(claims, links map[argument.ID]bool) {
	s.shown = s.visible()
	for c := range s.m.Claims() {
		if s.showsClaim(c.ID) != (s.cards[c.ID] != nil) || c.Collapsed {
			claims[c.ID] = true
		}
	}
	for l := range s.m.Links() {
		if s.showsLink(l) != (s.links[l.ID] != nil) {
			links[l.ID] = true
		}
	}
}

func (s *Scene) showsClaim(id argument.ID) bool { return s.shown == nil || s.shown[id] }

// showsLink reports whether a link is drawn: its target is in view and not
// collapsed, and so is a premise of it.
func (s *Scene) showsLink(l *argument.Link) bool {
	if s.shown == nil {
		return true
	}
	seen := false
	for _, f := range l.From {
		seen = seen || s.shown[f]
	}
	if !seen {
		return false
	}
	for {
		c := s.m.Claim(l.To)
		if c != nil {
			return s.shown[c.ID] && !c.Collapsed
		}
		if l = s.m.Link(l.To); l == nil {
			return false
		}
	}
}

// visible returns the claims that no collapsed claim hides, or nil when that
// is all of them. It begins at the claims that bear on nothing; claims that
// bear on each other in a circle begin by themselves.
func (s *Scene) visible() map[argument.ID]bool {
	if s.collapsed == 0 {
		return nil
	}
	reached := make(map[argument.ID]bool, s.m.NumClaims()) // if nothing were collapsed
	shown := make(map[argument.ID]bool, s.m.NumClaims())
	grow := func(root argument.ID) {
		s.walk(root, reached, func(*argument.Claim) bool { return true })
		s.walk(root, shown, func(c *argument.Claim) bool { return !c.Collapsed })
	}
	if c := s.m.Info().Contention; c != "" {
		grow(c)
	}
	for c := range s.m.Claims() {
		if s.m.NumOutgoing(c.ID) == 0 {
			grow(c.ID)
		}
	}
	for c := range s.m.Claims() {
		if !reached[c.ID] {
			grow(c.ID)
		}
	}
	return shown
}

// walk adds to seen all that bears on root, going on below a claim only
// where open says so.
func (s *Scene) walk(root argument.ID, seen map[argument.ID]bool, open func(*argument.Claim) bool) {
	todo := []argument.ID{root}
	for len(todo) > 0 {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if c := s.m.Claim(id); c != nil {
			if seen[id] {
				continue
			}
			seen[id] = true
			if !open(c) {
				continue
			}
		}
		for l := range s.m.Incoming(id) {
			todo = append(todo, l.From...)
			if s.m.NumIncoming(l.ID) > 0 {
				todo = append(todo, l.ID)
			}
		}
	}
}

// below counts the hidden claims that bear on a collapsed one.
func (s *Scene) below(claim argument.ID) int {
	seen := make(map[argument.ID]bool)
	s.walk(claim, seen, func(*argument.Claim) bool { return true })
	n := 0
	for id := range seen {
		if !s.showsClaim(id) {
			n++
		}
	}
	return n
}
