package surface

import (
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// restAfter is how long the clock goes on ticking without work: restarting
// the toolkit's animation costs one frame of delay.
const restAfter = 2 * time.Second

// clock calls tick once a frame, before it is drawn, as long as frames are
// requested. The toolkit's animations are the one thing that is run between a
// frame's events and its drawing.
type clock struct {
	tick    func(now time.Time)
	wanted  atomic.Bool
	running bool
	ticking bool
	last    time.Time // of the last tick with work
	anim    *fyne.Animation
}

// request has tick called before the next frame.
func (c *clock) request() {
	c.wanted.Store(true)
	if c.running || c.ticking || fyne.CurrentApp() == nil {
		return
	}
	c.running = true
	c.last = time.Now()
	c.anim = &fyne.Animation{Duration: time.Hour, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear, Tick: c.step}
	if !driven() {
		// The test driver ticks once, at once, and forgets the animation.
		defer func() { c.running = false }()
	}
	c.anim.Start()
}

func (c *clock) step(float32) {
	now := time.Now()
	if !c.wanted.Swap(false) {
		if now.Sub(c.last) > restAfter && c.anim != nil {
			c.anim.Stop()
			c.running = false
		}
		return
	}
	c.last = now
	c.ticking = true
	c.tick(now)
	c.ticking = false
}

// driven reports whether the driver has a loop that runs animations; that of
// the toolkit's tests has none.
func driven() bool {
	_, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok
}

// now puts the frame together at once.
func (c *clock) now() {
	c.wanted.Store(false)
	c.ticking = true
	c.tick(time.Now())
	c.ticking = false
}
