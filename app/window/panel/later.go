package panel

import (
	"time"

	"fyne.io/fyne/v2"
)

// later does something a while after it was first asked for, however often
// it is asked for meanwhile: so a panel follows a gesture at its own pace.
type later struct {
	desk  *Desk
	wait  time.Duration
	rest  func() time.Duration // if not nil, may make the wait longer
	run   func()
	timer *time.Timer
}

// ask has it done when the wait is over.
func (l *later) ask() {
	if l.timer != nil {
		return
	}
	if l.desk.patient {
		l.timer = time.NewTimer(time.Hour)
		return
	}
	wait := l.wait
	if l.rest != nil {
		wait = max(wait, l.rest())
	}
	l.timer = time.AfterFunc(wait, func() { fyne.Do(l.flush) })
}

// flush does it now if it is asked for.
func (l *later) flush() {
	if l.timer == nil {
		return
	}
	l.timer.Stop()
	l.timer = nil
	l.run()
}

// drop forgets that it was asked for.
func (l *later) drop() {
	if l.timer != nil {
		l.timer.Stop()
		l.timer = nil
	}
}
