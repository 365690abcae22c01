//go:build e2e && linux

package e2e

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

var (
	benchInto   = flag.String("bench", "", "measure, and write the table to this file")
	shootInto   = flag.String("screenshots", "", "take the pictures of the README into this folder")
	keepFailure = flag.String("failures", "", "keep pictures of failed tests in this folder (default build/e2e)")
)

// What TestMain made for all tests.
var (
	program string // the program under test
	display *screen
	root    string // of the project
)

// The screen, and so the window: without a window manager it is as large as
// it asks to be.
const (
	screenWidth  = 1440
	screenHeight = 900
)

func TestMain(m *testing.M) {
	flag.Parse()
	runtime.LockOSThread() // what it starts ends with this thread: see startScreen
	os.Exit(func() int {
		for _, name := range []string{"Xvfb", "xdotool"} {
			if _, err := exec.LookPath(name); err != nil {
				fmt.Fprintf(os.Stderr, "%s is missing; \"make test\" installs it\n", name)
				return 1
			}
		}
		folder, err := os.MkdirTemp("", "warrant-e2e")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(folder)
		if root, err = filepath.Abs("../.."); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		program = filepath.Join(folder, "under-test")
		if out, err := build(program, tags); err != nil {
			fmt.Fprintf(os.Stderr, "the program does not build: %v\n%s", err, out)
			return 1
		}
		if display, err = startScreen(screenWidth, screenHeight); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer display.stop()
		return m.Run()
	}())
}

// build builds the program into a file.
func build(into, tags string) ([]byte, error) {
	cmd := exec.Command("go", "build", "-tags", tags, "-o", into, ".")
	cmd.Dir = root
	return cmd.CombinedOutput()
}
