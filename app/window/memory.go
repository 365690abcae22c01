package window

import (
	"runtime"
	"runtime/debug"
	"sync/atomic"
	"time"
)

// gcPercent is how much garbage, in percent of what is in use, may pile up
// before it is collected. With a map of ten thousand claims tens of megabytes
// are in use; at the usual 100 as much again would lie idle. Frames make
// little garbage, so that collecting it sooner costs them nothing.
const gcPercent = 30

// calm is how long after a map was opened the memory that took is given back:
// the first frames and the overview have been painted by then.
const calm = 1500 * time.Millisecond

// tidyLater gives back to the system what opening a map leaves behind, such
// as the file's text and the map before.
func tidyLater() {
	debug.SetGCPercent(gcPercent)
	time.AfterFunc(calm, giveBack)
}

// idleWorth is how many bytes must lie about before they are given back while
// the program runs: looking for them takes a processor some tens of
// milliseconds.
const idleWorth = 16 << 20

// tidied is what the program held when memory was last given back.
var tidied atomic.Uint64

// tidy gives back what painting, writing a draft or a study left behind, if that
// is worth it. It is not for the main goroutine.
func tidy() {
	if held() >= tidied.Load()+idleWorth {
		giveBack()
	}
}

func giveBack() {
	debug.FreeOSMemory()
	tidied.Store(held())
}

// held returns how many bytes of the heap are with the program.
func held() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapSys - m.HeapReleased
}
