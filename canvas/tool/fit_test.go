package tool_test

import (
	"testing"

	"warrant/argument"
	"warrant/canvas/geom"
)

// What is fitted around a claim is whole in view where it can be made out;
// else the claim stands in the middle.
func TestFitAround(t *testing.T) {
	for _, test := range []struct {
		name  string
		far   float64 // where c6 is moved to
		whole bool
	}{{"near", 1500, true}, {"a map wide", 7000, true}, {"too far", 40000, false}} {
		t.Run(test.name, func(t *testing.T) {
			h := newHands(t, t.Name())
			if err := h.doc.Do("Move", func(e *argument.Edit) error {
				return e.MoveClaim("c6", argument.Point{X: test.far, Y: 300})
			}); err != nil {
				t.Fatal(err)
			}
			h.tool.FitAround("c2", "c2", "c6", "gone")
			seen := h.tool.View().Window(h.tool.Size())
			for _, id := range []argument.ID{"c2", "c6"} {
				r := h.scene.Card(id).Rect
				in := seen.Contains(r.Min) && seen.Contains(r.Max)
				if want := test.whole || id == "c2"; in != want {
					t.Errorf("%s is in view: %v, want %v", id, in, want)
				}
			}
			if c := h.scene.Card("c2").Rect.Center(); !test.whole && c.Distance(seen.Center()) > 1 {
				t.Errorf("the middle is %v, the claim at %v", seen.Center(), c)
			}
		})
	}
}

// All is fitted though it is far wider than the least zoom shows, and panning
// there does not enlarge it; without need nothing gets so small.
func TestFitAllOfARibbon(t *testing.T) {
	h := newHands(t, t.Name())
	if err := h.doc.Do("Move", func(e *argument.Edit) error {
		return e.MoveClaim("c6", argument.Point{X: 300_000, Y: 300})
	}); err != nil {
		t.Fatal(err)
	}
	h.tool.FitAll()
	v := h.tool.View()
	seen, all := v.Window(h.tool.Size()), h.scene.Bounds()
	if !seen.Contains(all.Min) || !seen.Contains(all.Max) || v.Zoom >= geom.MinZoom {
		t.Errorf("of %v, %v is in view at %v", all, seen, v.Zoom)
	}
	h.tool.SetView(v.PannedBy(geom.Pt(10, 0)))
	if z := h.tool.View().Zoom; z != v.Zoom {
		t.Errorf("panned, the zoom is %v, was %v", z, v.Zoom)
	}
	if z := v.ZoomedTo(v.Zoom/2, geom.Point{}).Zoom; z != v.Zoom {
		t.Errorf("zoomed out further to %v", z)
	}
	h = newHands(t, t.Name())
	if h.tool.SetView(geom.View{Zoom: 0.001}); h.tool.View().Zoom != geom.MinZoom {
		t.Errorf("a small map is shown at %v", h.tool.View().Zoom)
	}
}
