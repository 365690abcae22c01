package tool

import "warrant/canvas/geom"

// panning is the state while the canvas is held: the world point under the
// press stays under the pointer, also when the wheel turns meanwhile.
type panning struct {
	held geom.Point // world
	from geom.View
}

func pan(t *Tool, start Pointer) state { return newPanning(t, start) }

func newPanning(t *Tool, p Pointer) *panning {
	return &panning{t.view.ToWorld(p.At), t.view}
}

func (s *panning) move(t *Tool, p Pointer) {
	v := t.view
	v.Origin = s.held.Sub(p.At.Mul(1 / v.Zoom))
	t.setView(v)
	t.point(Grabbing)
}

func (s *panning) up(t *Tool, _ Pointer) { t.become(idle{}) }
func (s *panning) lost(t *Tool)          { t.become(idle{}) }
func (s *panning) cancel(t *Tool)        { t.setView(s.from) }
