//go:build e2e

package window

import (
	"fmt"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"

	"warrant/app/e2e/report"
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// warmUp is how many frames of a command are not counted.
const warmUp = 30

// drive does a command, a step a frame, and reports what the frames took.
// Steps go in where the toolkit's events do.
func (p *probe) drive(c report.Command) {
	w := p.w
	if c.Do == "thaw" {
		p.frozen, p.done = 0, report.Result{Sequence: c.Sequence}
		return
	}
	if c.Do == "redraw" {
		w.win.Canvas().Refresh(w.win.Content())
		time.AfterFunc(5*pollEvery, func() { fyne.Do(func() { p.done = report.Result{Sequence: c.Sequence} }) })
		return
	}
	if c.Do == "drop" {
		scale := w.win.Canvas().Scale()
		w.dropped(fyne.NewPos(float32(c.X)/scale, float32(c.Y)/scale), []fyne.URI{storage.NewFileURI(c.File)})
		p.done = report.Result{Sequence: c.Sequence}
		return
	}
	if c.Zoom == 0 {
		w.tool.FitAll()
	} else {
		v, size := w.tool.View(), w.tool.Size()
		mid := w.session.Scene.Bounds().Center()
		if card := p.nearest(mid); card != nil {
			mid = card.Rect.Center()
		}
		v.Zoom = c.Zoom
		v.Origin = mid.Sub(geom.Pt(size.W/2, size.H/2).Mul(1 / c.Zoom))
		w.tool.SetView(v)
	}
	step, end, err := p.stepOf(c)
	if err != nil {
		p.done = report.Result{Sequence: c.Sequence, Error: err.Error()}
		return
	}
	p.paused = true
	i := -warmUp
	var begun time.Time
	anim := &fyne.Animation{Duration: time.Hour, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear}
	anim.Tick = func(float32) {
		if i == 0 {
			w.surface.ResetStats()
			begun = time.Now()
		}
		if i < c.Frames {
			step(i + warmUp)
			w.surface.Repaint()
			i++
			return
		}
		if !p.paused {
			return
		}
		anim.Stop()
		st := w.surface.Stats()
		ms := func(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
		p.done = report.Result{
			Sequence: c.Sequence, Frames: c.Frames, Seconds: time.Since(begun).Seconds(),
			Own: ms(st.OwnMedian), OwnP95: ms(st.OwnP95),
			Interval: ms(st.IntervalMedian), IntervalP95: ms(st.IntervalP95),
			Objects: st.Objects, PictureBytes: st.PictureBytes,
		}
		end()
		p.paused = false
	}
	anim.Start()
}

// nearest returns a card about a point of the world.
func (p *probe) nearest(at geom.Point) *scene.Card {
	var best *scene.Card
	for reach := 200.0; best == nil && reach < 1e7; reach *= 4 {
		p.w.session.Scene.Cards(geom.Rect{Min: at, Max: at}.Inset(-reach), func(c *scene.Card) {
			if best == nil || c.Rect.Center().Distance(at) < best.Rect.Center().Distance(at) {
				best = c
			}
		})
	}
	return best
}

func (p *probe) stepOf(c report.Command) (step func(i int), end func(), err error) {
	w := p.w
	size := w.tool.Size()
	mid := geom.Pt(size.W/2, size.H/2)
	at := func(q geom.Point) fyne.Position { return fyne.NewPos(float32(q.X), float32(q.Y)) }
	// round is a point that goes round another, once in two seconds at 60
	// frames.
	round := func(i int, about geom.Point, radius float64) geom.Point {
		a := float64(i) / 120 * 2 * math.Pi
		return about.Add(geom.Pt(math.Cos(a), math.Sin(a)).Mul(radius))
	}
	press := func(q geom.Point) {
		w.surface.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at(q)}, Button: desktop.MouseButtonPrimary})
	}
	dragTo := func(q geom.Point) {
		w.surface.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at(q)}})
	}
	release := func(q geom.Point) {
		w.surface.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at(q)}, Button: desktop.MouseButtonPrimary})
	}
	nothing := func() {}
	switch c.Do {
	case "rest":
		return func(int) {}, nothing, nil
	case "pan": // ten pixels a frame, and back
		return func(i int) {
			d := float32(10)
			if i/120%2 == 1 {
				d = -10
			}
			w.surface.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at(mid)}, Scrolled: fyne.Delta{DX: d, DY: d / 2}})
		}, nothing, nil
	case "zoom": // in and out, a factor of about two either way
		return func(i int) {
			d := float32(2)
			if (i+60)/120%2 == 1 {
				d = -2
			}
			w.surface.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at(mid)}, Scrolled: fyne.Delta{DY: d}})
		}, nothing, nil
	case "drag":
		card := p.nearest(w.tool.View().ToWorld(mid))
		if card == nil {
			return nil, nil, fmt.Errorf("no card to drag")
		}
		grab := w.tool.View().ToScreen(card.Rect.Center())
		press(grab)
		return func(i int) { dragTo(round(i, grab, 150)) }, func() { release(grab); w.session.Doc.Undo() }, nil
	case "marquee":
		from, ok := p.bare(mid)
		if !ok {
			return nil, nil, fmt.Errorf("no bare place to begin at")
		}
		press(from)
		return func(i int) { dragTo(round(i, mid, size.H/2-20)) }, func() { release(mid) }, nil
	case "hover":
		return func(i int) {
			w.surface.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at(round(i, mid, size.H/3))}})
		}, nothing, nil
	case "slide": // a confidence, with the numbers following
		var link argument.ID
		for l := range w.session.Doc.Map().Incoming(w.session.Doc.Map().Info().Contention) {
			link = l.ID
		}
		if link == "" {
			return nil, nil, fmt.Errorf("no link at the contention")
		}
		mark := w.session.Doc.Mark()
		return func(i int) {
				w.desk.Do("Slide", func(e *argument.Edit) error {
					return e.UpdateLink(link, func(l *argument.Link) {
						l.Confidence = argument.Stated(0.5 + 0.4*math.Sin(float64(i)/20))
					})
				})
				w.session.Doc.Squash(mark, "Slide")
			}, func() {
				w.session.Doc.Undo()
			}, nil
	}
	return nil, nil, fmt.Errorf("no command %q", c.Do)
}

// bare returns a place on the canvas, in pixels, where nothing is.
func (p *probe) bare(mid geom.Point) (geom.Point, bool) {
	size, v := p.w.tool.Size(), p.w.tool.View()
	best, found := geom.Point{}, false
	for x := 20.0; x < size.W-20; x += 12 {
		for y := 20.0; y < size.H-20; y += 12 {
			q := geom.Pt(x, y)
			if p.w.session.Scene.At(v.ToWorld(q), 8/v.Zoom).Part == scene.Nothing && (!found || q.Distance(mid) < best.Distance(mid)) {
				best, found = q, true
			}
		}
	}
	return best, found
}
