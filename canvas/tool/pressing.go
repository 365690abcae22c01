package tool

// pressing is the state between a press and what it turns out to be: a click
// when the button goes up near by, a drag when the pointer travels.
type pressing struct {
	start Pointer
	click func()
	drag  func(t *Tool, start Pointer) state // nil is no state: see nothing
}

// hold begins a press. What is shown stays until it is known what it is.
func (t *Tool) hold(s *pressing) { t.state = s }

// nothing is what the drag of a thing begins that cannot be dragged.
func nothing(*Tool, Pointer) state { return nil }

func (s *pressing) move(t *Tool, p Pointer) {
	if p.At.Distance(s.start.At) < dragDistance {
		return
	}
	t.click.counts = false
	next := s.drag(t, s.start)
	if next == nil {
		s.click = func() {} // it is no click any more either
		s.drag = nothing
		return
	}
	t.become(next)
	next.move(t, p)
}

func (s *pressing) up(t *Tool, _ Pointer) {
	t.become(idle{})
	s.click()
}

func (s *pressing) lost(t *Tool) { t.become(idle{}) }

func (s *pressing) cancel(*Tool) {}
