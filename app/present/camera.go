package present

import (
	"cmp"
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// Where the camera goes, in zoom and in pixels.
const (
	margin   = 40.0
	readable = 1400 // pixels of height for each unit of the zoom below which what is aside of the focus is given up first
	overview = 0.2  // below it nothing can be made out: the subject goes before the whole
	largest  = 500  // as readable, for the largest zoom
)

// Camera returns the view that shows what is in focus, on a canvas of that
// size in pixels of which the lower part is covered: with all that the step
// brings in and the targets of links in focus where that can be read, else
// with the nearest of that. Without a focus it shows all that is in sight.
func (s *Show) Camera(sc *scene.Scene, size geom.Size, covered float64) geom.View {
	free := geom.Size{W: size.W, H: size.H - covered}
	most := max(1.2, min(3, free.H/largest))
	legible := func(r geom.Rect) bool {
		return geom.Fit(r, free, margin, most).Zoom >= max(0.4, min(1, size.H/readable))
	}
	fit := func(r geom.Rect) geom.View { return geom.Fit(r, free, margin, most) }
	step := s.Step()
	if len(step.Focus) == 0 {
		return fit(s.inSight(sc))
	}
	var core, ends, fresh geom.Rect
	for _, id := range step.Focus {
		l := s.m.Link(id)
		if l == nil {
			core = core.Union(s.bounds(sc, id))
			continue
		}
		for _, f := range l.From {
			core = core.Union(s.bounds(sc, f))
		}
		ends = ends.Union(s.bounds(sc, id)).Union(s.bounds(sc, l.To))
	}
	var boxes []geom.Rect
	for _, id := range step.Reveal {
		if c := sc.Card(id); c != nil {
			boxes = append(boxes, c.Rect)
			fresh = fresh.Union(c.Rect)
		}
	}
	if core == (geom.Rect{}) {
		return fit(s.inSight(sc))
	}
	for _, r := range [...]geom.Rect{core.Union(ends).Union(fresh), core.Union(fresh)} {
		if legible(r) {
			return fit(r)
		}
	}
	if legible(core) {
		r := grown(core, boxes, legible)
		if with := r.Union(ends); legible(with) {
			r = with
		}
		return fit(r)
	}
	for _, r := range [...]geom.Rect{core.Union(ends), core} {
		if v := fit(r); v.Zoom >= overview {
			return v
		}
	}
	return fit(s.bounds(sc, Subject(s.m, step)).Union(s.bounds(sc, step.Focus[0])))
}

// grown returns a box with as many others as may be in it, the nearest first.
func grown(r geom.Rect, others []geom.Rect, may func(geom.Rect) bool) geom.Rect {
	middle := r.Center()
	slices.SortStableFunc(others, func(a, b geom.Rect) int {
		return cmp.Compare(a.Center().Distance(middle), b.Center().Distance(middle))
	})
	for _, o := range others {
		if with := r.Union(o); may(with) {
			r = with
		}
	}
	return r
}

// bounds returns where the card of a claim or the label of a link is: links
// may be long.
func (s *Show) bounds(sc *scene.Scene, id argument.ID) geom.Rect {
	if c := sc.Card(id); c != nil {
		return c.Rect
	}
	if l := sc.Link(id); l != nil && len(l.Curves) > 0 {
		return l.Label
	}
	return geom.Rect{}
}

// inSight returns the box of all that has been revealed.
func (s *Show) inSight(sc *scene.Scene) geom.Rect {
	var r geom.Rect
	for c := range s.m.Claims() {
		if s.Shown(c.ID) {
			r = r.Union(s.bounds(sc, c.ID))
		}
	}
	return r
}
