package tool

import (
	"time"

	"warrant/canvas/geom"
)

const (
	borderBand  = 28.0  // pixels from the canvas's border, inside
	borderSpeed = 900.0 // pixels a second, with the pointer on the border
)

// Tick pans while something is dragged near the border of the canvas or
// beyond it, and reports whether it did: then it wants to be called with the
// next frame again. elapsed is the time since the last frame.
func (t *Tool) Tick(elapsed time.Duration) bool {
	defer t.flush()
	switch t.state.(type) {
	case *moving, *linking, *selecting, *reconnecting, *resizing:
	default:
		return false
	}
	if t.size.W <= 2*borderBand || t.size.H <= 2*borderBand {
		return false
	}
	way := geom.Pt(push(t.last.At.X, t.size.W), push(t.last.At.Y, t.size.H))
	if way == (geom.Point{}) {
		return false
	}
	seconds := min(elapsed, 50*time.Millisecond).Seconds() // a frame that hung is no leap
	t.setView(t.view.PannedBy(way.Mul(-borderSpeed * seconds)))
	t.state.move(t, t.last)
	return true
}

// push returns how strongly a place pushes at the borders of 0..size: from
// nothing at the inner side of the band to 1 on the border and beyond it.
func push(at, size float64) float64 {
	switch {
	case at < borderBand:
		return -min(1, (borderBand-at)/borderBand)
	case at > size-borderBand:
		return min(1, (at-size+borderBand)/borderBand)
	}
	return 0
}
