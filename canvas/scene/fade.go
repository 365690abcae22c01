package scene

import "warrant/argument"

// Fade has all cards and links drawn faintly for which keep is false, and
// every link whose premises and target are all faint. Nil ends it. The
// question is asked of what is in view in each frame, so keep must be quick and
// its answers must hold until Fade is called again. Picture files do not fade.
func (s *Scene) Fade(keep func(argument.ID) bool) {
	if keep == nil && s.keep == nil {
		return
	}
	s.keep = keep
	s.restyled()
}

// Fading reports whether anything may be faint.
func (s *Scene) Fading() bool { return s.keep != nil }

// Faint reports whether a claim or link is to be drawn faintly.
func (s *Scene) Faint(id argument.ID) bool {
	if s.keep == nil {
		return false
	}
	l := s.m.Link(id)
	if l == nil || !s.keep(id) {
		return !s.keep(id)
	}
	for _, f := range l.From {
		if s.keep(f) {
			return false
		}
	}
	return s.Faint(l.To)
}

// OnRestyle has fn called after Fade, Veil and Mark changed how things look, which
// no difference of the document tells. There is one such fn.
func (s *Scene) OnRestyle(fn func()) { s.onRestyle = fn }

func (s *Scene) restyled() {
	s.next()
	if s.onRestyle != nil {
		s.onRestyle()
	}
}
