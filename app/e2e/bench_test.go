//go:build e2e && linux

package e2e

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"warrant/app/e2e/report"
	"warrant/app/session"
	"warrant/argument"
	"warrant/argument/credence"
	"warrant/argument/sample"
	"warrant/canvas/arrange"
	"warrant/canvas/geom"
	"warrant/canvas/text"
	"warrant/storage/disk"
	"warrant/storage/mapfile"
)

// TestBench measures the window and what is behind it, and writes a table.
// Without a file for that it only makes sure that it could.
func TestBench(t *testing.T) {
	sizes := []int{50}
	thorough := *benchInto != ""
	if thorough {
		sizes = []int{1000, 10_000, 50_000, 100_000}
	}
	var all table
	for _, n := range sizes {
		path := grown(t, n)
		measureParts(t, &all, path, timesFor(n))
		measureWindow(t, &all, path, framesFor(n))
	}
	if len(all.lines) < 15 {
		t.Errorf("only %d things were measured", len(all.lines))
	}
	first, ever := firstFrame(t, example(t, "turn-to-the-east"), thorough)
	if first <= 0 || ever <= 0 {
		t.Error("the first frame was not measured")
	}
	if !thorough {
		return
	}
	f, err := os.Create(*benchInto)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	fmt.Fprintln(f, machine())
	fmt.Fprintf(f, "Windows: %d×%d under Xvfb, drawn by the processor (Mesa llvmpipe). Own: the program's\n", screenWidth, screenHeight)
	fmt.Fprintln(f, "share of a frame, median and 95th percentile. Growth: the power of n that fits best.")
	fmt.Fprintf(f, "The bundled map, from start to first frame: %s (bar 700 ms); the first start of a person,\n", ms(first))
	fmt.Fprintf(f, "for whom fonts are looked for and the driver translates its programs: %s.\n\n", ms(ever))
	all.print(f, sizes)
}

// framesFor is how many frames of each kind are measured: fewer of the
// largest maps, which are there to show the growth.
func framesFor(claims int) int {
	switch {
	case claims < 100:
		return 20
	case claims <= 10_000:
		return 240
	}
	return 120
}

// timesFor is how often what needs no window is measured.
func timesFor(claims int) int {
	switch {
	case claims < 100:
		return 1
	case claims <= 10_000:
		return 7
	}
	return 3
}

// firstFrame returns how long a window takes from the program's start to its
// first frame, of several starts the one in the middle, and how long that took
// the first time ever.
func firstFrame(t *testing.T, path string, thorough bool) (again, ever time.Duration) {
	t.Helper()
	times := 1
	if thorough {
		times = 5
	}
	home, ever := usedHome(t, path)
	var all []time.Duration
	for range times {
		w := start(t, home, path)
		s := w.wait("the first frame", func(s *report.State) bool { return s.First > 0 })
		all = append(all, time.Duration(s.First))
		w.end()
	}
	slices.Sort(all)
	return all[len(all)/2], ever
}

// usedHome makes the home of a person who has used the program once, and tells
// how long the first frame took then. The toolkit keeps an index of the fonts
// there, and the driver its programs.
func usedHome(t *testing.T, path string) (home string, ever time.Duration) {
	t.Helper()
	home = newHome(t)
	prefer(t, home, `{"theme":"light"}`)
	w := start(t, home, path)
	s := w.wait("the first frame", func(s *report.State) bool { return s.First > 0 })
	w.end()
	return home, time.Duration(s.First)
}

// grown writes an arranged map of n claims to a file.
func grown(t *testing.T, n int) string {
	t.Helper()
	m, err := sample.Make(sample.Options{Claims: n, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	store, err := disk.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	session.Start(m, store, text.Default()) // arranges it
	return save(t, m, fmt.Sprintf("claims-%d.json", n))
}

// median runs fn a few times and returns the time in the middle.
func median(times int, fn func()) time.Duration {
	var all []time.Duration
	for range times {
		begun := time.Now()
		fn()
		all = append(all, time.Since(begun))
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// measureParts measures what needs no window.
func measureParts(t *testing.T, all *table, path string, times int) {
	store, err := disk.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	var m *argument.Map
	all.time("load: read and decode", median(times, func() {
		if m, _, err = session.Read(path); err != nil {
			t.Fatal(err)
		}
	}), "100 ms")
	var s *session.Session
	all.time("load: numbers and drawing", median(times, func() { s = session.Start(m, store, text.Default()) }), "")
	var data []byte
	all.time("save: encode and verify", median(times, func() {
		if data, err = mapfile.Encode(m); err != nil {
			t.Fatal(err)
		}
		if err := mapfile.Verify(m)(data); err != nil {
			t.Fatal(err)
		}
	}), "100 ms")
	into := filepath.Join(t.TempDir(), "saved.json")
	all.time("save: with the disk", median(times, func() {
		if _, err := s.SaveAs(into); err != nil {
			t.Fatal(err)
		}
	}), "")
	o := credence.OptionsOf(m)
	var e *credence.Evaluation
	all.time("credence: whole map", median(times, func() { e = credence.Evaluate(m, o) }), "10 ms")
	all.time("credence: one edit", oneEdit(t, m, e, times*30), "1 ms")
	all.time("hit test", hitTest(s, 2000*times), "0.1 ms")
	all.time("layout: a tree arranged afresh", median(min(times, 3), func() { arrange.Arrange(m, s.Scene, arrange.Options{Afresh: true}) }), "50 ms")
}

// oneEdit returns what the numbers take after a confidence was changed.
func oneEdit(t *testing.T, m *argument.Map, e *credence.Evaluation, times int) time.Duration {
	t.Helper()
	doc := argument.NewDocument(m)
	var took []time.Duration
	defer doc.Observe(func(d argument.Difference) {
		begun := time.Now()
		e.Update(d)
		took = append(took, time.Since(begun))
	})()
	var ids []argument.ID
	for l := range m.Links() {
		ids = append(ids, l.ID)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range times {
		id := ids[r.IntN(len(ids))]
		if err := doc.Do("Change confidence", func(e *argument.Edit) error {
			return e.UpdateLink(id, func(l *argument.Link) { l.Confidence = argument.Stated(r.Float64()) })
		}); err != nil {
			t.Fatal(err)
		}
	}
	for doc.Undo() {
	}
	slices.Sort(took)
	return took[len(took)/2]
}

// hitTest returns how long it takes to find what is at a point.
func hitTest(s *session.Session, times int) time.Duration {
	r := rand.New(rand.NewPCG(3, 4))
	b := s.Scene.Bounds()
	begun := time.Now()
	for range times {
		s.Scene.At(geom.Pt(b.Min.X+r.Float64()*b.W(), b.Min.Y+r.Float64()*b.H()), 5)
	}
	return time.Since(begun) / time.Duration(times)
}

// measureWindow measures a window with a map.
func measureWindow(t *testing.T, all *table, path string, frames int) {
	home, _ := usedHome(t, example(t, "turn-to-the-east"))
	w := start(t, home, path)
	s := w.wait("the first frame", func(s *report.State) bool { return s.First > 0 })
	all.time("start to first frame", time.Duration(s.First), "1500 ms")
	all.memory("memory once open", resident(t, w, "VmRSS"))
	for _, c := range []struct {
		name string
		report.Command
		bar string
	}{
		{"pan at 100 %", report.Command{Do: "pan", Zoom: 1}, "60 fps; own 6, 12 ms"},
		{"pan at 50 %", report.Command{Do: "pan", Zoom: 0.5}, "60 fps; own 6, 12 ms"},
		{"pan, all in view", report.Command{Do: "pan"}, "60 fps; own 6, 12 ms"},
		{"zoom about 100 %", report.Command{Do: "zoom", Zoom: 1}, "60 fps; own 6, 12 ms"},
		{"zoom about 30 %", report.Command{Do: "zoom", Zoom: 0.3}, "60 fps; own 6, 12 ms"},
		{"drag a card at 100 %", report.Command{Do: "drag", Zoom: 1}, "own 6 ms"},
		{"drag a card at 50 %", report.Command{Do: "drag", Zoom: 0.5}, "own 6 ms"},
		{"marquee at 50 %", report.Command{Do: "marquee", Zoom: 0.5}, "60 fps"},
		{"hover at 100 %", report.Command{Do: "hover", Zoom: 1}, "60 fps"},
		{"slide a confidence at 100 %", report.Command{Do: "slide", Zoom: 1}, "own 6 ms"},
	} {
		c.Frames = frames
		r := w.command(c.Command)
		if r.Frames != frames || r.Seconds <= 0 || r.Own <= 0 {
			t.Errorf("%s: %+v", c.name, r)
		}
		all.add(c.name, r.Own, fmt.Sprintf("%.0f fps; own %.1f, %.1f ms", float64(r.Frames)/r.Seconds, r.Own, r.OwnP95), c.bar)
	}
	all.memory("memory afterwards", resident(t, w, "VmRSS"))
	w.end()
}

// resident reads a figure of the window's memory, in bytes.
func resident(t *testing.T, w *window, name string) int64 {
	t.Helper()
	return procField(fmt.Sprintf("/proc/%d/status", w.cmd.Process.Pid), name) << 10
}

// procField reads a number from a file of "name: number unit".
func procField(path, name string) int64 {
	f, err := os.Open(path)
	if err != nil {
		return 0
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), name+":"); ok {
			if words := strings.Fields(rest); len(words) > 0 {
				n, _ := strconv.ParseInt(words[0], 10, 64)
				return n
			}
		}
	}
	return 0
}

// machine says what the figures were measured on.
func machine() string {
	model := runtime.GOARCH
	if data, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for l := range strings.Lines(string(data)) {
			if _, name, ok := strings.Cut(l, ":"); ok && strings.HasPrefix(l, "model name") {
				model = strings.TrimSpace(name)
				break
			}
		}
	}
	return fmt.Sprintf("Machine: %d processors (%s), %d MB of memory, %s, %s.",
		runtime.NumCPU(), model, procField("/proc/meminfo", "MemTotal")>>10, runtime.GOOS, runtime.Version())
}
