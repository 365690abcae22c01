package scene

import "warrant/argument"

// Veil has each card and link drawn only as far as shows says, from 0, not at
// all, to 1, whole; on top of Fade. Nil ends it. Like Fade's, the question is
// asked of what is in view in each frame, and its answers must hold until Veil
// is called again. What is not drawn is in its place all the same: At finds
// it. Picture files have no veil.
func (s *Scene) Veil(shows func(argument.ID) float64) {
	if shows == nil && s.shows == nil {
		return
	}
	s.shows = shows
	s.restyled()
}

// Shows returns how far a claim or link is drawn, Fade apart.
func (s *Scene) Shows(id argument.ID) float64 {
	if s.shows == nil {
		return 1
	}
	return s.shows(id)
}
