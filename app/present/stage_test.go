package present_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"warrant/app/present"
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
	"warrant/canvas/text"
	"warrant/canvas/tool"
)

// stated shows the confidences that people stated, and nothing else.
type stated struct{ m *argument.Map }

func (s stated) Credence(argument.ID) (float64, bool) { return 0, false }
func (s stated) Base(id argument.ID) (float64, bool)  { return s.m.Link(id).Confidence.Value() }

// theatre is a stage that writes down what is asked of it.
type theatre struct {
	*present.Stage
	m     *argument.Map
	scene *scene.Scene
	asked []string
	later []func()
}

func newTheatre(t *testing.T) *theatre {
	t.Helper()
	m, _ := lecture(t)
	h := &theatre{m: m, scene: scene.New(m, text.Bundled(), stated{m})}
	note := func(format string, a ...any) { h.asked = append(h.asked, fmt.Sprintf(format, a...)) }
	h.Stage = present.NewStage(h.scene, func() {})
	h.Go = func(by int) { note("go %d", by) }
	h.Slide = func(id argument.ID, to float64, over bool) { note("slide %s to %v %v", id, to, over) }
	h.LeaveOut = func(id argument.ID) { note("without %s", id) }
	h.Point = func(at geom.Point, on bool) { note("point %v,%v %v", at.X, at.Y, on) }
	h.Grab = func() { note("grab") }
	h.Base = func(argument.ID) float64 { return 0.5 }
	h.After = func(_ time.Duration, fn func()) { h.later = append(h.later, fn) }
	h.Resize(geom.Size{W: 1000, H: 700})
	h.SetView(geom.View{Zoom: 1})
	return h
}

func (h *theatre) took() string {
	s := strings.Join(h.asked, "; ")
	h.asked = nil
	return s
}

func press(b tool.Button, x, y float64) tool.Pointer {
	return tool.Pointer{At: geom.Pt(x, y), Button: b}
}

func TestPointer(t *testing.T) {
	h := newTheatre(t)
	label := h.scene.Link("l1").Label.Center()
	for _, c := range []struct {
		name string
		do   func()
		want string
	}{
		{"a click goes on", func() { h.Down(press(tool.Primary, 5, 500)); h.Up(press(tool.Primary, 6, 501)) }, "go 1"},
		{"a right click goes back", func() { h.Down(press(tool.Secondary, 5, 500)); h.Up(press(tool.Secondary, 5, 500)) }, "go -1"},
		{"a press held still points, and where it goes", func() {
			h.Down(press(tool.Primary, 5, 500))
			h.later[len(h.later)-1]()
			h.Move(press(tool.Primary, 90, 510))
			h.Up(press(tool.Primary, 90, 510))
		}, "point 5,500 true; point 90,510 true; point 90,510 false"},
		{"a press that was let go points no more", func() {
			h.Down(press(tool.Primary, 5, 500))
			h.Up(press(tool.Primary, 5, 500))
			h.Down(press(tool.Primary, 5, 500))
			h.later[len(h.later)-2]()
			h.Up(press(tool.Primary, 5, 500))
		}, "go 1; go 1"},
		{"dragging moves the view", func() {
			h.Down(press(tool.Primary, 5, 500))
			h.Move(press(tool.Primary, 25, 470))
			h.later[len(h.later)-1]()
			h.Up(press(tool.Primary, 25, 470))
			h.SetView(geom.View{Zoom: 1})
		}, "grab"},
		{"a click on a label leaves the link out", func() {
			h.Down(press(tool.Primary, label.X, label.Y))
			h.Up(press(tool.Primary, label.X, label.Y))
		}, "without l1"},
		{"dragging it slides", func() {
			h.Down(press(tool.Primary, label.X, label.Y))
			h.Move(press(tool.Primary, label.X+26, label.Y))
			h.Move(press(tool.Primary, label.X+999, label.Y))
			h.Up(press(tool.Primary, label.X-26, label.Y))
		}, "slide l1 to 0.6 false; slide l1 to 1 false; slide l1 to 0.4 true"},
		{"the wheel goes a step, and not two at once", func() {
			h.Scroll(geom.Pt(5, 5), 0, -25, 0)
			h.Scroll(geom.Pt(5, 5), 0, -25, 0)
		}, "go 1"},
		{"with Control it zooms", func() { h.Scroll(geom.Pt(5, 5), 0, 25, tool.Command) }, "grab"},
		{"cancelled, a press is none", func() {
			h.Down(press(tool.Primary, 5, 500))
			h.later[len(h.later)-1]()
			h.Cancel()
			h.Up(press(tool.Primary, 5, 500))
		}, "point 5,500 true; point 5,500 false"},
	} {
		h.SetView(geom.View{Zoom: 1})
		c.do()
		if got := h.took(); got != c.want {
			t.Errorf("%s: it asks %q, want %q", c.name, got, c.want)
		}
	}
}

func TestDraggingKeepsThePointUnderThePointer(t *testing.T) {
	h := newTheatre(t)
	h.SetView(geom.View{Origin: geom.Pt(30, -20), Zoom: 1.5})
	was := h.View().ToWorld(geom.Pt(100, 600))
	h.Down(press(tool.Primary, 100, 600))
	h.Move(press(tool.Primary, 140, 560))
	h.Move(press(tool.Primary, 333, 222))
	if now := h.View().ToWorld(geom.Pt(333, 222)); was.Distance(now) > 1e-9 {
		t.Errorf("under the pointer was %v and is %v", was, now)
	}
}

func TestWhatIsNotInSightIsNotPointedAt(t *testing.T) {
	h := newTheatre(t)
	label := h.scene.Link("l1").Label.Center()
	h.Move(press(tool.NoButton, label.X, label.Y))
	if h.Overlay().Hover.ID != "l1" || h.Cursor() != tool.Sideways {
		t.Errorf("over a label it shows %v", h.Overlay().Hover)
	}
	h.scene.Veil(func(id argument.ID) float64 { return 0 })
	h.Move(press(tool.NoButton, label.X, label.Y))
	if h.Overlay().Hover.ID != "" {
		t.Errorf("over a label that is not in sight it shows %v", h.Overlay().Hover)
	}
	h.Down(press(tool.Primary, label.X, label.Y))
	h.Up(press(tool.Primary, label.X, label.Y))
	if got := h.took(); got != "go 1" {
		t.Errorf("a click there asks %q", got)
	}
}

func TestCamera(t *testing.T) {
	h := newTheatre(t)
	_, steps := lecture(t)
	size := geom.Size{W: 1000, H: 700}
	for at, whole := range [][]argument.ID{{"c"}, {"c", "r"}, {"o", "c", "u"}, {"c", "r", "rr", "o", "u"}} {
		v := present.New(h.m, steps, at).Camera(h.scene, size, 150)
		free := v.Window(geom.Size{W: size.W, H: size.H - 150})
		for _, id := range whole {
			if !free.Holds(h.scene.Card(id).Rect) {
				t.Errorf("at step %d the camera at %v does not see %s at %v", at+1, free, id, h.scene.Card(id).Rect)
			}
		}
	}
}

func TestFlight(t *testing.T) {
	size := geom.Size{W: 1000, H: 700}
	for _, c := range []struct {
		name     string
		from, to geom.View
		lowest   float64 // zoom on the way at most, where it draws back
	}{
		{"nowhere", geom.View{Zoom: 1}, geom.View{Zoom: 1}, 1},
		{"nearer", geom.View{Zoom: 0.5, Origin: geom.Pt(-500, -350)}, geom.View{Zoom: 1}, 0.5},
		{"a little aside", geom.View{Zoom: 1}, geom.View{Zoom: 1, Origin: geom.Pt(60, 0)}, 1},
		{"far away", geom.View{Zoom: 1}, geom.View{Zoom: 1, Origin: geom.Pt(9000, 2000)}, 0.5},
		{"far out and in again", geom.View{Zoom: 2}, geom.View{Zoom: 0.2, Origin: geom.Pt(-4000, 900)}, 2},
	} {
		f := present.Fly(c.from, c.to, size)
		if f.At(0) != c.from || f.At(1) != c.to {
			t.Errorf("%s: it goes from %v to %v, want %v to %v", c.name, f.At(0), f.At(1), c.from, c.to)
		}
		if d := f.Takes(); d < 300*time.Millisecond || d > 1300*time.Millisecond {
			t.Errorf("%s: it takes %v", c.name, d)
		}
		lowest, before := math.Inf(1), c.from
		for k := 0.0; k <= 1; k += 1.0 / 64 {
			v := f.At(k)
			lowest = math.Min(lowest, v.Zoom)
			// No frame leaps: by a sixth of the window, or by a third in zoom.
			half := geom.Pt(size.W/2, size.H/2)
			if d := v.ToScreen(before.ToWorld(half)).Distance(half); d > size.W/6 {
				t.Errorf("%s: at %v it leaps by %v pixels", c.name, k, d)
			}
			if r := v.Zoom / before.Zoom; r > 1.33 || r < 0.75 {
				t.Errorf("%s: at %v it leaps in zoom by %v", c.name, k, r)
			}
			before = v
		}
		if lowest > c.lowest+1e-9 {
			t.Errorf("%s: it does not draw back below %v, but to %v", c.name, c.lowest, lowest)
		}
	}
}
