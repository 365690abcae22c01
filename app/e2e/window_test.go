//go:build e2e && linux

package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"warrant/app/e2e/report"
	"warrant/argument"
	"warrant/storage/mapfile"
)

// window is a running program.
type window struct {
	t     *testing.T
	cmd   *exec.Cmd
	home  string
	probe string
	said  *output
	ended chan struct{}
	asked int
}

// output collects what the program prints.
type output struct {
	sync.Mutex
	bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.Lock()
	defer o.Unlock()
	return o.Buffer.Write(p)
}

func (o *output) all() string {
	o.Lock()
	defer o.Unlock()
	return o.Buffer.String()
}

// newHome makes the home of a person who never used the program.
func newHome(t *testing.T) string {
	t.Helper()
	return t.TempDir()
}

// environment is that of a program started on the screen with a home.
func environment(home string) []string {
	sub := func(name string) string {
		p := filepath.Join(home, name)
		_ = os.MkdirAll(p, 0o700)
		return p
	}
	return append(os.Environ(),
		"DISPLAY="+display.display, "WAYLAND_DISPLAY=", "FYNE_PLATFORM=x11", "FYNE_SCALE=1", "LANG=en_US.UTF-8", "LC_ALL=", "LC_MESSAGES=", "LANGUAGE=",
		"DBUS_SESSION_BUS_ADDRESS=unix:path="+filepath.Join(home, "no-bus"), "FYNE_THEME=",
		"HOME="+home, "XDG_CONFIG_HOME="+sub(".config"), "XDG_STATE_HOME="+sub(".state"), "XDG_DATA_HOME="+sub(".data"),
		"XDG_CACHE_HOME="+sub(".cache"), "XDG_RUNTIME_DIR="+sub(".run"))
}

// start runs the program on the screen and waits for its first frame.
func start(t *testing.T, home string, args ...string) *window {
	t.Helper()
	// The pointer of the test before may be anywhere.
	do(t, "mousemove", "1", "1")
	w := &window{t: t, home: home, probe: filepath.Join(t.TempDir(), "state"), said: &output{}, ended: make(chan struct{})}
	w.cmd = exec.Command(program, args...)
	w.cmd.Dir = home
	w.cmd.Env = append(environment(home), report.File+"="+w.probe, fmt.Sprintf("%s=%d", report.Begun, time.Now().UnixNano()))
	w.cmd.Stdout, w.cmd.Stderr = w.said, w.said
	if err := w.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { _ = w.cmd.Wait(); close(w.ended) }()
	t.Cleanup(w.end)
	w.wait("the first frame", func(s *report.State) bool { return s.First > 0 && (s.Start || !s.Canvas.Empty()) && !s.Working })
	return w
}

// end takes the window away, and looks at what it said.
func (w *window) end() {
	select {
	case <-w.ended:
	default:
		if !w.t.Failed() {
			w.upToDate()
		}
	}
	if w.t.Failed() {
		w.keep()
	}
	select {
	case <-w.ended:
	default:
		_ = w.cmd.Process.Kill()
		<-w.ended
	}
	for _, p := range problems(w.said.all()) {
		w.t.Errorf("the program printed: %s", p)
	}
}

// upToDate holds the window to showing what it is: drawn again, it must look
// the same. The toolkit draws only when something that it knows is refreshed,
// so a panel can hold what no one sees. A caret may have blinked meanwhile.
func (w *window) upToDate() {
	w.t.Helper()
	const (
		caret   = 120          // pixels
		ranking = 5 * patience // of 100,000 claims
	)
	for begun := time.Now(); ; {
		do(w.t, "sleep", "0.3") // what was just done has its frame
		s := w.wait("an end of all work", func(s *report.State) bool { return !s.Working })
		shown := w.shown()
		w.command(report.Command{Do: "redraw"})
		differ := 0
		for drawn, i := w.shown(), 0; i+3 < len(shown.Pix) && i+3 < len(drawn.Pix); i += 4 {
			if [3]byte(shown.Pix[i:]) != [3]byte(drawn.Pix[i:]) {
				differ++
			}
		}
		if differ <= caret {
			return
		}
		if !s.Due || time.Since(begun) > ranking {
			w.t.Errorf("%d pixels changed when the window was drawn again: it did not show what it is", differ)
			return
		}
	}
}

// shown is what is on the screen.
func (w *window) shown() *image.RGBA {
	w.t.Helper()
	img, err := display.picture()
	if err != nil {
		w.t.Fatal(err)
	}
	return img
}

// problems are what no program may print.
func problems(said string) []string {
	var all []string
	for line := range strings.Lines(said) {
		for _, bad := range []string{"Error in Fyne call thread", "panic:", "WARNING: DATA RACE", "shader"} {
			if strings.Contains(line, bad) {
				all = append(all, strings.TrimSpace(line))
			}
		}
	}
	if len(all) > 0 {
		all = append(all, said)
	}
	return all
}

// keep keeps a picture of a failure and what the program printed.
func (w *window) keep() {
	folder := *keepFailure
	if folder == "" {
		folder = filepath.Join(root, "build", "e2e")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return
	}
	name := filepath.Join(folder, strings.ReplaceAll(w.t.Name(), "/", "-"))
	if display.shoot(name+".png") == nil {
		w.t.Logf("the screen is kept as %s.png", name)
	}
	state, _ := os.ReadFile(w.probe)
	_ = os.WriteFile(name+".state.json", state, 0o644)
	w.t.Logf("the program printed:\n%s", w.said.all())
}

// state reads what the window last said of itself.
func (w *window) state() *report.State {
	w.t.Helper()
	var s report.State
	if data, err := os.ReadFile(w.probe); err == nil {
		if err := json.Unmarshal(data, &s); err != nil {
			w.t.Fatal(err)
		}
	}
	return &s
}

const patience = 20 * time.Second

// wait polls the window until it is as said.
func (w *window) wait(what string, is func(*report.State) bool) *report.State {
	w.t.Helper()
	for begun := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		s := w.state()
		if s.Sequence > 0 && is(s) {
			return s
		}
		select {
		case <-w.ended:
			w.t.Fatalf("waiting for %s, the program ended: %v; it printed:\n%s", what, w.cmd.ProcessState, w.said.all())
		default:
		}
		if time.Since(begun) > patience {
			w.t.Fatalf("waited for %s in vain", what)
		}
	}
}

// gone waits for the program's end and returns its exit code.
func (w *window) gone() int {
	w.t.Helper()
	select {
	case <-w.ended:
		return w.cmd.ProcessState.ExitCode()
	case <-time.After(patience):
		w.t.Fatal("the program did not end")
		return -1
	}
}

// do has a mouse or a keyboard do something.
func do(t *testing.T, args ...string) {
	t.Helper()
	cmd := exec.Command("xdotool", args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+display.display)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// settle waits until the window has taken in what a hand did.
const settle = 0.12 // seconds

func px(v float64) string { return strconv.Itoa(int(math.Round(v))) }

func (w *window) click(x, y float64) {
	w.t.Helper()
	do(w.t, "mousemove", px(x), px(y), "sleep", fmt.Sprint(settle), "click", "1", "sleep", fmt.Sprint(settle))
}

func (w *window) doubleClick(x, y float64) {
	w.t.Helper()
	do(w.t, "mousemove", px(x), px(y), "sleep", fmt.Sprint(settle), "click", "--repeat", "2", "--delay", "60", "1", "sleep", fmt.Sprint(settle))
}

// press goes somewhere, presses the button and moves on in steps as a hand
// does; the button stays down.
func (w *window) press(x, y, toX, toY float64) {
	w.t.Helper()
	args := []string{"mousemove", px(x), px(y), "sleep", fmt.Sprint(settle), "mousedown", "1", "sleep", "0.05"}
	const steps = 8
	for i := 1; i <= steps; i++ {
		k := float64(i) / steps
		args = append(args, "mousemove", px(x+(toX-x)*k), px(y+(toY-y)*k), "sleep", "0.03")
	}
	do(w.t, append(args, "sleep", fmt.Sprint(settle))...)
}

func (w *window) release() {
	w.t.Helper()
	do(w.t, "mouseup", "1", "sleep", fmt.Sprint(settle))
}

func (w *window) drag(x, y, toX, toY float64) {
	w.t.Helper()
	w.press(x, y, toX, toY)
	w.release()
}

// keys presses keys one after the other, by their names in X.
func (w *window) keys(names ...string) {
	w.t.Helper()
	for _, n := range names {
		do(w.t, "key", n, "sleep", fmt.Sprint(settle))
	}
}

func (w *window) write(text string) {
	w.t.Helper()
	do(w.t, "type", "--delay", "12", text)
	do(w.t, "sleep", fmt.Sprint(settle))
}

// find returns the topmost layer's widget that can be used and has a text, or
// the hint where it has none.
func find(s *report.State, text string) *report.Widget {
	for i := range s.Widgets {
		v := &s.Widgets[i]
		if v.Layer == s.Layers && v.Active && !v.Off && (v.Text == text || v.Text == "" && v.Hint == text) {
			return v
		}
	}
	return nil
}

// says reports whether the topmost layer holds some words.
func says(s *report.State, words string) bool {
	for i := range s.Widgets {
		if s.Widgets[i].Layer == s.Layers && strings.Contains(s.Widgets[i].Text, words) {
			return true
		}
	}
	return false
}

// use clicks the button, field or menu entry with a text.
func (w *window) use(text string) {
	w.t.Helper()
	s := w.wait("something with the text "+strconv.Quote(text), func(s *report.State) bool { return find(s, text) != nil })
	w.click(find(s, text).Center())
}

// command has the window do something frame by frame.
func (w *window) command(c report.Command) report.Result {
	w.t.Helper()
	w.asked++
	c.Sequence = w.asked
	data, err := json.Marshal(c)
	if err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(w.probe+".cmd.new", data, 0o600); err != nil {
		w.t.Fatal(err)
	}
	if err := os.Rename(w.probe+".cmd.new", w.probe+".cmd"); err != nil {
		w.t.Fatal(err)
	}
	deadline := time.Now().Add(10 * time.Minute)
	for time.Now().Before(deadline) {
		if s := w.state(); s.Done.Sequence == c.Sequence {
			if s.Done.Error != "" {
				w.t.Fatalf("%s: %s", c.Do, s.Done.Error)
			}
			return s.Done
		}
		select {
		case <-w.ended:
			w.t.Fatalf("doing %s, the program ended: %v; it printed:\n%s", c.Do, w.cmd.ProcessState, w.said.all())
		case <-time.After(50 * time.Millisecond):
		}
	}
	w.t.Fatalf("%s did not end", c.Do)
	return report.Result{}
}

// example copies a map that comes with the program into a file.
func example(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "assets", "examples", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name+".json")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// read reads a map file.
func read(t *testing.T, path string) *argument.Map {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m, err := mapfile.Decode(data)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return m
}
