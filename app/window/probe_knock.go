//go:build e2e && linux

package window

import (
	"syscall"
	"time"

	"fyne.io/fyne/v2"
)

// knock finds out how long the window is at work without answering. It counts
// the processor time of the window's thread, so that what else the machine
// does has no part in it, and without what the probe itself takes.
func (p *probe) knock() {
	const thread = 1 // RUSAGE_THREAD
	for range time.Tick(5 * time.Millisecond) {
		fyne.DoAndWait(func() {
			var r syscall.Rusage
			if syscall.Getrusage(thread, &r) != nil {
				return
			}
			spent := time.Duration(r.Utime.Nano() + r.Stime.Nano())
			p.frozen = max(p.frozen, spent-p.spent-p.own)
			p.spent, p.own = spent, 0
		})
	}
}
