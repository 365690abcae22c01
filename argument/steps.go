package argument

// NumSteps returns how many steps there are.
func (m *Map) NumSteps() int { return m.steps.len() }

// MoveStep makes a step the one at a place in the order, counted from 0 in
// the order without it; places beyond the ends are the ends. Records keep
// their slots for good, so the steps from there on leave theirs and enter
// again at the end: nothing refers to a step.
func (e *Edit) MoveStep(id ID, to int) error {
	moved := e.m.Step(id)
	if moved == nil {
		return missing("step", id)
	}
	var was, is []*Step
	for s := range e.m.Steps() {
		was = append(was, s)
		if s != moved {
			is = append(is, s)
		}
	}
	to = max(0, min(to, len(is)))
	is = append(is[:to], append([]*Step{moved}, is[to:]...)...)
	same := 0
	for same < len(is) && is[same] == was[same] {
		same++
	}
	for _, s := range was[same:] {
		if err := e.RemoveStep(s.ID); err != nil {
			return err
		}
	}
	for _, s := range is[same:] {
		if _, err := e.AddStep(*s); err != nil {
			return err
		}
	}
	return nil
}
