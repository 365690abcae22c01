package scene

import (
	"warrant/argument"
	"warrant/canvas/text"
)

// Onto has a scene that was drawn of a copy of a map, beside the one that is
// shown, follow the map itself from now on. The two must say the same.
func (s *Scene) Onto(m *argument.Map, measure text.Measurer, numbers Numbers) {
	s.m, s.measure, s.numbers = m, measure, numbers
	for id, l := range s.links {
		l.slot = m.Slot(id) // a copy has no gaps in its order
	}
}
