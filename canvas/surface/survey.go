package surface

import (
	"image"
	"math"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/paint"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
)

// job asks for an overview picture of a part of the world, and for the
// minimap's.
type job struct {
	snapshot *snapshot
	era      int // counts how often all was forgotten
	palette  *palette.Palette
	selected map[argument.ID]bool // not written to once made
	choice   int                  // counts how often the selection changed
	bundle   bool                 // links of crowds alone are wanted, to lie under cards that are shown one by one
	covers   geom.Rect            // what the overview is of; empty when only the minimap is wanted
	rect     geom.Rect            // of its picture: where there is something
	scale    float64              // of the overview, device pixels a world unit
	painter  *paint.Painter
	dev      float64 // device pixels a unit of the toolkit
}

// overview is a finished job.
type overview struct {
	job
	picture *image.RGBA
	minimap *image.RGBA
	place   miniPlace
}

// survey has overview pictures painted off the main goroutine, one at a
// time, and holds the last.
type survey struct {
	snapshot *snapshot
	era      int
	taken    time.Time
	cost     time.Duration // of the last snapshot
	busy     bool
	done     atomic.Pointer[overview]
	current  *overview
	object   *canvas.Image
	ready    func() // called when a job is done
}

func newSurvey(ready func()) *survey {
	return &survey{ready: ready, object: &canvas.Image{ScaleMode: canvas.ImageScaleFastest}}
}

// clear forgets all; what is being painted is not taken when it is done.
func (v *survey) clear() {
	v.snapshot, v.current = nil, nil
	v.era++
}

// snapshotRest is how many times its own cost a snapshot is kept at least
// while the map changes, so that dragging in a large map stays smooth.
const (
	snapshotRest  = 60
	snapshotLeast = 120 * time.Millisecond
)

// fresh returns the snapshot to paint from; overdue tells that the scene has
// changed since.
func (v *survey) fresh(sc *scene.Scene, now time.Time) (n *snapshot, overdue bool) {
	if v.snapshot != nil && v.snapshot.version == sc.Version() {
		return v.snapshot, false
	}
	if v.snapshot != nil && now.Sub(v.taken) < max(snapshotLeast, snapshotRest*v.cost) {
		return v.snapshot, true
	}
	v.snapshot = takeSnapshot(sc)
	v.taken, v.cost = now, time.Since(now)
	return v.snapshot, false
}

// collect takes a finished job, if there is one for this snapshot or an
// earlier one of the same map.
func (v *survey) collect() {
	o := v.done.Swap(nil)
	if o == nil {
		return
	}
	v.busy = false
	if o.era != v.era {
		return
	}
	if o.picture == nil && v.current != nil {
		o.picture, o.covers, o.rect, o.scale, o.choice, o.bundle = v.current.picture, v.current.covers, v.current.rect, v.current.scale, v.current.choice, v.current.bundle
	} else if o.picture != nil {
		v.object.Image = o.picture
		v.object.Refresh()
	}
	v.current = o
}

// send has a job done. A driver without a loop has it done at once.
func (v *survey) send(j job) {
	v.busy = true
	if !driven() {
		v.done.Store(j.do())
		v.collect()
		return
	}
	go func() {
		v.done.Store(j.do())
		fyne.Do(v.ready)
	}()
}

// The overview picture covers overviewReach times the view in each
// direction, at most overviewPixels.
const (
	overviewReach  = 1.5
	overviewPixels = 5 << 20
)

// overviewJob returns what to paint for a view, and whether it is needed at
// all.
func (s *Surface) overviewJob(f *frame, n *snapshot, bundle bool) (j job, needed bool) {
	j = job{snapshot: n, bundle: bundle, era: s.survey.era, palette: s.palette, selected: s.selected, choice: s.choice, painter: s.painter, dev: f.dev, scale: f.scale}
	w, h := f.window.W()*overviewReach, f.window.H()*overviewReach
	if px := w * h * f.scale * f.scale; px > overviewPixels {
		j.scale *= math.Sqrt(overviewPixels / px)
	}
	c := f.window.Center()
	j.covers = geom.R(c.X-w/2, c.Y-h/2, w, h)
	j.rect = j.within(n.bounds)
	if now := s.survey.current; now != nil && now.picture != nil && now.palette == s.palette && (bundle || now.choice == s.choice) && now.bundle == bundle && now.snapshot.version == n.version {
		near := now.scale == j.scale || !f.still && now.scale > j.scale*0.7 && now.scale < j.scale*1.4
		// Half of the margin may be used up before the next is painted.
		inner := now.covers.Inset(f.window.W() * (overviewReach - 1) / 8)
		if near && (inner.Holds(f.window) || now.covers.Holds(n.bounds)) {
			return j, false
		}
	}
	return j, true
}

// aroundBounds is how far beyond the bounds of the map an overview draws, in
// pixels: halos, outlines and flags.
const aroundBounds = 16

// within returns the part of what the overview is of that has something in
// it, in whole pixels from its corner: a wide map all in view is a ribbon, and a
// driver without a graphics card pays for the empty rest of a picture too.
func (j job) within(bounds geom.Rect) geom.Rect {
	all, px := j.covers, 1/j.scale
	b := bounds.Inset(-aroundBounds * px)
	whole := func(v float64) float64 { return math.Floor(v*j.scale) * px }
	r := geom.Rect{
		Min: geom.Pt(all.Min.X+max(0, whole(b.Min.X-all.Min.X)), all.Min.Y+max(0, whole(b.Min.Y-all.Min.Y))),
		Max: geom.Pt(min(all.Max.X, b.Max.X), min(all.Max.Y, b.Max.Y)),
	}
	if r.Empty() {
		r.Max = r.Min.Add(geom.Pt(px, px)) // nothing of the map is there
	}
	return r
}

// showOverview puts the overview picture into the frame. It reports false
// when there is none yet, and the cards are to be shown one by one.
func (s *Surface) showOverview(f *frame) bool {
	v := s.survey
	v.collect()
	n, overdue := v.fresh(s.scene, f.now)
	f.more = f.more || overdue
	if !v.busy {
		if j, needed := s.overviewJob(f, n, false); needed {
			if !v.has(false) && f.view.Zoom <= titleZoom*0.6 {
				v.done.Store(j.do()) // a jump into the unknown: better late than empty
				v.collect()
			} else {
				v.send(j)
			}
		}
	}
	if !v.has(false) {
		// So far out, thousands of cards might be in view: rather nothing,
		// for a frame or two, than one by one.
		return f.view.Zoom <= titleZoom*0.6
	}
	s.showSurvey(f)
	return true
}

// has reports whether a picture of the sort that is wanted is there.
func (v *survey) has(bundle bool) bool {
	return v.current != nil && v.current.picture != nil && v.current.bundle == bundle
}

// showSurvey puts the last picture into the frame, where it belongs.
func (s *Surface) showSurvey(f *frame) {
	v := s.survey
	o := v.current
	v.object.Translucency = 0
	if o.bundle {
		v.object.Translucency = 1 - bundleFaint
	}
	p := f.px(o.rect.Min)
	k := f.scale / o.scale
	x, y := p.X, p.Y
	if k == 1 {
		x, y = math.Round(x), math.Round(y)
	}
	size := o.picture.Rect.Size()
	v.object.Move(fyne.NewPos(float32(x/f.dev), float32(y/f.dev)))
	v.object.Resize(fyne.NewSize(float32(float64(size.X)*k/f.dev), float32(float64(size.Y)*k/f.dev)))
	s.objects = append(s.objects, v.object)
}
