package scene

import "warrant/canvas/geom"

// extent is the rectangle around all that is drawn, kept as things come and
// go. It is asked for in every frame that moves the view, so it must not take
// a walk through the map.
type extent struct {
	around geom.Rect
	loose  bool // something at its border went: it may be larger than it need be
}

// grow has it hold r as well.
func (x *extent) grow(r geom.Rect) { x.around = x.around.Union(r) }

// leave notes that something within box went. It is loose from then on,
// unless that lay clear of the border.
func (x *extent) leave(box geom.Rect) {
	a := x.around
	x.loose = x.loose || box.Min.X <= a.Min.X || box.Min.Y <= a.Min.Y || box.Max.X >= a.Max.X || box.Max.Y >= a.Max.Y
}

// Bounds returns the smallest rectangle that holds all cards and links; the
// zero Rect when there is nothing. It goes through the map only after
// something at the border moved or went.
func (s *Scene) Bounds() geom.Rect {
	x := &s.index.extent
	if x.loose {
		*x = extent{}
		for _, c := range s.cards {
			x.grow(c.Rect)
		}
		for _, l := range s.links {
			if len(l.Curves) > 0 {
				x.grow(l.Bounds)
			}
		}
	}
	return x.around
}
