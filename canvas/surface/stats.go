package surface

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Stats is what the frames since ResetStats took. Own is the share of a frame
// that is the program's: from the start of the update to the last of the
// surface's drawing calls. Interval is from the start of one frame to that of
// the next.
type Stats struct {
	Frames                      int
	OwnMedian, OwnP95           time.Duration
	UpdateMedian, UpdateP95     time.Duration // the part of Own before the toolkit's walk
	IntervalMedian, IntervalP95 time.Duration
	Objects                     int // handed to the toolkit in the last frame
	PictureBytes                int // kept
}

// remembered is how many frames the figures are taken from.
const remembered = 4096

// recorder keeps what the last frames took.
type recorder struct {
	started, filled, drawn time.Time
	own, update, interval  []time.Duration
	frames                 int
}

// begin ends the frame before and starts one.
func (r *recorder) begin(now time.Time) {
	if !r.started.IsZero() && r.drawn.After(r.started) {
		r.frames++
		keep(&r.own, r.drawn.Sub(r.started), r.frames)
		keep(&r.update, r.filled.Sub(r.started), r.frames)
		keep(&r.interval, now.Sub(r.started), r.frames)
	}
	r.started = now
}

func keep(to *[]time.Duration, d time.Duration, n int) {
	if len(*to) < remembered {
		*to = append(*to, d)
		return
	}
	(*to)[n%remembered] = d
}

func quantile(of []time.Duration, q float64) time.Duration {
	if len(of) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(of))
	return sorted[min(len(sorted)-1, int(q*float64(len(sorted))))]
}

// Stats returns the figures of the frames since ResetStats.
func (s *Surface) Stats() Stats {
	r := &s.stats
	return Stats{
		Frames:    r.frames,
		OwnMedian: quantile(r.own, 0.5), OwnP95: quantile(r.own, 0.95),
		UpdateMedian: quantile(r.update, 0.5), UpdateP95: quantile(r.update, 0.95),
		IntervalMedian: quantile(r.interval, 0.5), IntervalP95: quantile(r.interval, 0.95),
		Objects: len(s.objects), PictureBytes: s.pictures.bytes,
	}
}

// ResetStats forgets the frames so far.
func (s *Surface) ResetStats() { s.stats = recorder{} }

// probe is a widget without looks that stands last among the objects: the
// toolkit's last walk of a frame is the one that draws, so the last time it
// asks for the probe's objects is when the drawing calls are done.
type probe struct {
	widget.BaseWidget
	stats *recorder
}

func newProbe(r *recorder) *probe {
	p := &probe{stats: r}
	p.ExtendBaseWidget(p)
	p.Resize(fyne.NewSize(0, 0))
	return p
}

func (p *probe) CreateRenderer() fyne.WidgetRenderer { return &probeRenderer{p} }

type probeRenderer struct {
	p *probe
}

func (r *probeRenderer) Destroy()           {}
func (r *probeRenderer) Layout(fyne.Size)   {}
func (r *probeRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *probeRenderer) Refresh()           {}
func (r *probeRenderer) Objects() []fyne.CanvasObject {
	r.p.stats.drawn = time.Now()
	return nil
}
