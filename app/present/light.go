package present

import "warrant/argument"

// Light says how far a claim or link is drawn, from 0, not at all, to 1.
type Light func(argument.ID) float64

// How much is left of what is in sight but not in focus, and of what is yet
// to come where it is seen at all.
const (
	dimmed = 0.26
	ahead  = 0.09
)

// Light returns how the step that is shown lights the map. It holds whatever
// step is shown later.
func (s *Show) Light() Light {
	lit, at, first := s.lit(), s.at, s.first
	coming := 0.0
	if s.Ahead {
		coming = ahead
	}
	return func(id argument.ID) float64 {
		switch k, known := first[id]; {
		case !known || k > at:
			return coming
		case lit == nil || lit[id]:
			return 1
		}
		return dimmed
	}
}

// lit returns what is set off: the claims and links that the step has in focus
// or brings in, the ends of links in focus, and the links between claims that
// are lit. It is nil where all that is in sight is.
func (s *Show) lit() map[argument.ID]bool {
	if len(s.Step().Focus) == 0 {
		return nil
	}
	lit := make(map[argument.ID]bool)
	for _, id := range s.Step().Reveal {
		lit[id] = true
	}
	for _, id := range s.Step().Focus {
		lit[id] = true
		if l := s.m.Link(id); l != nil {
			lit[l.To] = true
			for _, f := range l.From {
				lit[f] = true
			}
		}
	}
	var between []argument.ID
	for id := range lit {
	links:
		for l := range s.m.Incoming(id) {
			for _, f := range l.From {
				if !lit[f] {
					continue links
				}
			}
			between = append(between, l.ID)
		}
	}
	for _, id := range between {
		lit[id] = true
	}
	return lit
}

// Between is the light on the way from one to another, k from 0 to 1.
func Between(from, to Light, k float64) Light {
	switch {
	case k >= 1 || from == nil:
		return to
	case k <= 0:
		return from
	}
	return func(id argument.ID) float64 { return from(id)*(1-k) + to(id)*k }
}

// Shown reports whether a claim or link is in sight at the step that is
// shown.
func (s *Show) Shown(id argument.ID) bool {
	k, known := s.first[id]
	return known && k <= s.at
}
