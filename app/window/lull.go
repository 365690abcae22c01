package window

import (
	"time"

	"fyne.io/fyne/v2"
)

// lull has something done once there was peace for a while.
type lull struct {
	wait  time.Duration
	run   func()
	timer *time.Timer
}

// ask has it done, and begins the waiting anew.
func (l *lull) ask() {
	if l.timer != nil {
		l.timer.Reset(l.wait)
		return
	}
	l.timer = time.AfterFunc(l.wait, func() { fyne.Do(l.run) })
}
