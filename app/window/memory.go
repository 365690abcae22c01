package window

import (
	"runtime/debug"
	"time"
)

// gcPercent is how much garbage, in percent of what is in use, may pile up
// before it is collected. With a map of ten thousand claims tens of megabytes
// are in use; at the usual 100 as much again would lie idle. Frames make
// little garbage, so that collecting it sooner costs them nothing.
const gcPercent = 50

// calm is how long after a map was opened the memory that took is given back:
// the first frames and the overview have been painted by then.
const calm = 1500 * time.Millisecond

// tidyLater gives back to the system what opening a map leaves behind, such
// as the file's text and the map before.
func tidyLater() {
	debug.SetGCPercent(gcPercent)
	time.AfterFunc(calm, debug.FreeOSMemory)
}
