package tool_test

import (
	"testing"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
	"warrant/canvas/tool"
)

// TestChangesAreToldOnce holds that the surface is not asked to repaint for
// motions that change nothing to be seen.
func TestChangesAreToldOnce(t *testing.T) {
	h := newHands(t, t.Name())
	told := 0
	h.tool.OnChange(func() { told++ })
	for _, step := range []struct {
		what string
		do   func()
		want int
	}{
		{"onto a label", func() { h.tool.Move(tool.Pointer{At: mustPoint(t, h, "l2")}) }, 1},
		{"within it", func() { h.tool.Move(tool.Pointer{At: mustPoint(t, h, "l2").Add(geom.Pt(1, 1))}) }, 0},
		{"off it", func() { h.tool.Move(tool.Pointer{At: geom.Pt(900, 100)}) }, 1},
		{"over nothing", func() { h.tool.Move(tool.Pointer{At: geom.Pt(905, 100)}) }, 0},
		{"a wheel", func() { h.tool.Scroll(geom.Pt(900, 100), 0, 25, 0) }, 1},
		{"the same view", func() { h.tool.SetView(h.tool.View()) }, 0},
		{"the same size", func() { h.tool.Resize(h.tool.Size()) }, 0},
		{"a mode", func() { h.tool.SetMode(tool.AddingEvidence) }, 1},
		{"the same mode", func() { h.tool.SetMode(tool.AddingEvidence) }, 0},
		{"a key of no use", func() { h.tool.KeyDown("Q", 0) }, 0},
	} {
		told = 0
		step.do()
		if told != step.want {
			t.Errorf("%s: told %d times, want %d", step.what, told, step.want)
		}
	}
}

func mustPoint(t *testing.T, h *hands, name string) geom.Point {
	t.Helper()
	p, err := h.point(name)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestFitBeforeSize holds that a window may ask for all to be shown before
// it knows how large it is.
func TestFitBeforeSize(t *testing.T) {
	h := newHands(t, t.Name())
	early := tool.New(h.doc, h.scene, h)
	early.FitAll()
	early.Resize(geom.Size{W: 500, H: 300})
	if w := early.View().Window(early.Size()); !w.Holds(h.scene.Bounds()) {
		t.Errorf("the window %v does not show all of %v", w, h.scene.Bounds())
	}
	// Only that once: later sizes leave the view alone.
	v := early.View()
	early.Resize(geom.Size{W: 900, H: 300})
	if early.View() != v {
		t.Errorf("the view went from %v to %v by itself", v, early.View())
	}
}

// TestHoverLetsGo holds that nothing points at what an edit took away, and
// that a closed tool no longer follows the document.
func TestHoverLetsGo(t *testing.T) {
	remove := func(h *hands) {
		if err := h.doc.Do("Delete", func(e *argument.Edit) error { e.Remove("l2"); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	h := newHands(t, t.Name())
	h.tool.Move(tool.Pointer{At: mustPoint(t, h, "l2")})
	remove(h)
	if got := h.tool.Overlay().Hover; got != (scene.Hit{}) {
		t.Errorf("points at %v, which is gone", got)
	}

	h = newHands(t, t.Name())
	h.tool.Move(tool.Pointer{At: mustPoint(t, h, "l2")})
	h.tool.Close()
	remove(h)
	if got := h.tool.Overlay().Hover.ID; got != "l2" {
		t.Errorf("closed, it still follows: points at %q", got)
	}
}

// TestRefusedEdit holds that an edit which a rule of the map forbids is
// explained and leaves nothing behind.
func TestRefusedEdit(t *testing.T) {
	h := newHands(t, t.Name())
	h.doc.Select("c6")
	h.tool.Nudge(1e12, 0)
	if len(h.asked) != 1 || h.asked[0] != `explain This cannot be done: claim "c6", at: a coordinate must lie within ±1e9.` {
		t.Errorf("asked of the window: %q", h.asked)
	}
	if _, ok := h.doc.CanUndo(); ok || h.doc.Map().Claim("c6").At.X != 700 {
		t.Error("the refused edit left something behind")
	}
}
