package window

import (
	"errors"
	"os"
	"runtime"
)

// errNoDisplay says what to do where a window cannot open.
var errNoDisplay = errors.New("there is no display to open a window on\n" +
	"hint: start it in a graphical session, or give it one: xvfb-run -a warrant; warrant --help lists what works without")

// checkDisplay looks for a display before the toolkit does, which would end
// the program with a stack trace.
func checkDisplay() error {
	switch runtime.GOOS {
	case "linux", "freebsd", "openbsd", "netbsd":
		if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
			return errNoDisplay
		}
	}
	return nil
}
