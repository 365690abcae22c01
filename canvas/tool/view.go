package tool

import (
	"math"

	"warrant/argument"
	"warrant/canvas/geom"
)

const (
	fitMargin   = 48.0  // pixels around what is fitted
	fitMost     = 1.0   // zoom past which fitting all does not go
	fitMostPart = 1.5   // the same, fitting a selection
	revealAside = 150.0 // pixels between what is revealed and the sides, where there is room: the minimap's corner stays clear
	revealAbove = 120.0 // and the borders above and below

	// A notch of the wheel is 25 on Linux and Windows, 10 on a Mac; fast
	// turning may come as one event of thousands.
	zoomPerUnit = 0.0056 // natural logarithm of the zoom: a notch is 15 %
	zoomAtOnce  = 75.0
	panAtOnce   = 400.0

	zoomStep = 1.25 // of the keys + and −
	panStep  = 80.0 // pixels, of the arrow keys
)

// View returns how the scene is seen.
func (t *Tool) View() geom.View { return t.view }

// SetView changes how the scene is seen. The zoom is clamped to its range, which
// goes on to where the whole scene fits.
func (t *Tool) SetView(v geom.View) {
	defer t.flush()
	t.setView(v)
	t.follow()
}

func (t *Tool) setView(v geom.View) {
	if v.Zoom < geom.MinZoom {
		all := geom.Fit(t.scene.Bounds(), t.size, fitMargin, fitMost).Zoom
		v.Zoom = math.Max(v.Zoom, math.Min(geom.MinZoom, math.Min(all, t.view.Zoom)))
	}
	v.Zoom = math.Min(geom.MaxZoom, v.Zoom)
	for _, n := range [...]float64{v.Origin.X, v.Origin.Y, v.Zoom} {
		if math.IsNaN(n) || math.IsInf(n, 0) {
			return
		}
	}
	if v != t.view {
		t.view = v
		t.dirty = true
	}
}

// follow does again what the pointer does, after the scene moved under it.
func (t *Tool) follow() {
	if t.inside || t.Busy() {
		t.state.move(t, t.last)
	}
}

// Size returns the size of the canvas in pixels.
func (t *Tool) Size() geom.Size { return t.size }

// Resize tells the size of the canvas in pixels.
func (t *Tool) Resize(px geom.Size) {
	defer t.flush()
	if px == t.size {
		return
	}
	t.size = px
	t.dirty = true
	if t.asked != nil && px.W > 0 && px.H > 0 {
		t.asked()
	}
}

// FitAll shows the whole scene, enlarged no further than its own size. Before
// the first Resize it waits for that.
func (t *Tool) FitAll() {
	defer t.flush()
	if !t.waits(t.FitAll) {
		t.fit(t.scene.Bounds(), fitMost)
	}
}

// waits has fn called at the first Resize if the size is not known yet, and
// reports whether that is so.
func (t *Tool) waits(fn func()) bool {
	t.asked = nil
	if t.size == (geom.Size{}) {
		t.asked = fn
	}
	return t.asked != nil
}

// readable is the least zoom at which Begin shows a map whole.
const readable = 0.7

// beginMargin is the room above the contention, in pixels.
const beginMargin = 36

// Begin shows a map as one begins to read it: whole where that can be read,
// else from the contention downwards at its natural size. Before the first
// Resize it waits for that.
func (t *Tool) Begin() {
	defer t.flush()
	if t.waits(t.Begin) {
		return
	}
	v := geom.Fit(t.scene.Bounds(), t.size, fitMargin, fitMost)
	if top, ok := t.top(); ok && v.Zoom < readable {
		v = geom.View{Zoom: 1, Origin: geom.Pt(top.Center().X-t.size.W/2, top.Min.Y-beginMargin)}
	}
	t.setView(v)
	t.follow()
}

// top returns the card that a reader begins at.
func (t *Tool) top() (geom.Rect, bool) {
	m := t.doc.Map()
	if c := t.scene.Card(m.Info().Contention); c != nil {
		return c.Rect, true
	}
	for _, row := range m.Outline() {
		if c := t.scene.Card(row.Claim); c != nil {
			return c.Rect, true
		}
	}
	return geom.Rect{}, false
}

// FitSelection shows all that is selected, or the whole scene when nothing
// is.
func (t *Tool) FitSelection() {
	defer t.flush()
	r := t.selectionBounds()
	if r == (geom.Rect{}) {
		t.FitAll()
		return
	}
	t.fit(r, fitMostPart)
}

// The zoom below which nothing can be made out of what is fitted around a
// claim, and the one at which the claim itself is shown then.
const (
	fitLeast  = 0.1
	fitAround = 0.6
)

// FitAround shows all of these claims and links that are drawn, enlarged no
// further than their own size; or where they are too far apart for that,
// what is around one of them.
func (t *Tool) FitAround(id argument.ID, all ...argument.ID) {
	defer t.flush()
	r := t.bounds(id)
	middle := r.Center()
	for _, one := range all {
		r = r.Union(t.bounds(one))
	}
	if r == (geom.Rect{}) {
		return
	}
	v := geom.Fit(r, t.size, fitMargin, fitMost)
	if v.Zoom < fitLeast {
		v = geom.View{Zoom: fitAround, Origin: middle.Sub(geom.Pt(t.size.W, t.size.H).Mul(0.5 / fitAround))}
	}
	t.setView(v)
	t.follow()
}

func (t *Tool) fit(r geom.Rect, most float64) {
	t.setView(geom.Fit(r, t.size, fitMargin, most))
	t.follow()
}

func (t *Tool) selectionBounds() geom.Rect {
	var r geom.Rect
	for _, id := range t.doc.Selection() {
		r = r.Union(t.bounds(id))
	}
	return r
}

// bounds returns where a claim or a link is drawn, zero where it is not.
func (t *Tool) bounds(id argument.ID) geom.Rect {
	if c := t.scene.Card(id); c != nil {
		return c.Rect
	}
	if l := t.scene.Link(id); l != nil {
		return l.Bounds
	}
	return geom.Rect{}
}

// ZoomBy multiplies the zoom and keeps a point of the canvas, in pixels,
// where it is: its middle when at is nil.
func (t *Tool) ZoomBy(factor float64, at *geom.Point) {
	defer t.flush()
	p := geom.Pt(t.size.W/2, t.size.H/2)
	if at != nil {
		p = *at
	}
	t.setView(t.view.ZoomedTo(t.view.Zoom*factor, p))
	t.follow()
}

// Scroll takes a turn of the wheel or a stroke of two fingers over a point
// of the canvas, in pixels: dy zooms to that point, finely with Command
// held; with Shift held, or when dx says something, it pans.
func (t *Tool) Scroll(at geom.Point, dx, dy float64, m Mods) {
	defer t.flush()
	t.last.At = at
	if dx != 0 || m&Shift != 0 {
		if dx == 0 {
			dx, dy = dy, 0
		}
		t.setView(t.view.PannedBy(geom.Pt(clamp(dx, panAtOnce), clamp(dy, panAtOnce))))
		t.follow()
		return
	}
	rate := zoomPerUnit
	if m&Command != 0 {
		rate /= 4
	}
	t.setView(t.view.ZoomedTo(t.view.Zoom*math.Exp(clamp(dy, zoomAtOnce)*rate), at))
	t.follow()
}

func clamp(v, most float64) float64 { return math.Max(-most, math.Min(most, v)) }

// Reveal pans as little as brings a claim or a link into view. What is
// larger than the canvas shows its upper left corner.
func (t *Tool) Reveal(id argument.ID) {
	defer t.flush()
	r := t.bounds(id)
	if l := t.scene.Link(id); l != nil && !l.Label.Empty() {
		r = l.Label // links may be longer than the canvas
	}
	if r == (geom.Rect{}) || t.size.W <= 0 || t.size.H <= 0 {
		return
	}
	w := t.view.Window(t.size)
	mx := math.Max(0, math.Min(revealAside/t.view.Zoom, (w.W()-r.W())/2))
	my := math.Max(0, math.Min(revealAbove/t.view.Zoom, (w.H()-r.H())/2))
	v := t.view
	v.Origin.X += least(r.Min.X-mx, r.Max.X+mx, w.Min.X, w.Max.X)
	v.Origin.Y += least(r.Min.Y-my, r.Max.Y+my, w.Min.Y, w.Max.Y)
	t.setView(v)
	t.follow()
}

// least returns the smallest displacement of the span from..to that makes it
// hold low..high, or begin at low where it cannot.
func least(low, high, from, to float64) float64 {
	switch {
	case low < from || high-low > to-from:
		return low - from
	case high > to:
		return high - to
	}
	return 0
}
