// Package trail answers where one has been in a map: which claims were
// selected and how they were seen, back and forward. It knows no window and
// no map.
package trail

import (
	"math"
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
)

// Place is a stop: what was selected, and how the map was seen.
type Place struct {
	Selection []argument.ID
	View      geom.View
}

// Trail is where one has been. The zero Trail is empty.
type Trail struct {
	places []Place
	at     int // the place one is at
}

// most is how many places are remembered.
const most = 100

// Visit notes where one is. A place much like the one before takes its place:
// one has not gone anywhere. size is the canvas's, in pixels.
func (t *Trail) Visit(p Place, size geom.Size) {
	p.Selection = slices.Clone(p.Selection)
	if len(t.places) == 0 {
		t.places = []Place{p}
		return
	}
	now := &t.places[t.at]
	switch {
	case slices.Equal(now.Selection, p.Selection) && near(now.View, p.View, size):
		now.View = p.View
		return
	case len(p.Selection) == 0 && near(now.View, p.View, size): // deselecting is no going
		return
	}
	if len(now.Selection) == 0 && near(now.View, p.View, size) {
		now.Selection, now.View = p.Selection, p.View // nor is selecting what one looks at
		t.places = t.places[:t.at+1]
		return
	}
	t.places = append(t.places[:t.at+1], p)
	if over := len(t.places) - most; over > 0 {
		t.places = slices.Delete(t.places, 0, over)
	}
	t.at = len(t.places) - 1
}

// near reports whether two views show about the same: the middle of one is
// within the middle half of the other, at about the same zoom.
func near(a, b geom.View, size geom.Size) bool {
	if r := a.Zoom / b.Zoom; r > 1.6 || r < 1/1.6 {
		return false
	}
	p, q := a.Window(size).Center(), b.Window(size).Center()
	return math.Abs(p.X-q.X) <= size.W/a.Zoom/4 && math.Abs(p.Y-q.Y) <= size.H/a.Zoom/4
}

// Back goes to the place before, Forward to the one after. has says what is
// still in the map: places of which nothing is left are passed over.
func (t *Trail) Back(has func(argument.ID) bool) (Place, bool) { return t.step(-1, has) }

// Forward is Back the other way.
func (t *Trail) Forward(has func(argument.ID) bool) (Place, bool) { return t.step(1, has) }

func (t *Trail) step(by int, has func(argument.ID) bool) (Place, bool) {
	for i := t.at + by; i >= 0 && i < len(t.places); i += by {
		p := t.places[i]
		left := slices.DeleteFunc(slices.Clone(p.Selection), func(id argument.ID) bool { return !has(id) })
		if len(p.Selection) > 0 && len(left) == 0 {
			continue
		}
		t.at = i
		p.Selection = left
		return p, true
	}
	return Place{}, false
}
