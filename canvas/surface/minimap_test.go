package surface_test

import (
	"testing"

	"fyne.io/fyne/v2/driver/desktop"

	"warrant/canvas/geom"
)

func TestTheMinimapShowsWhereTheViewIs(t *testing.T) {
	w := open(t, field(400))
	w.tool.SetView(geom.View{Origin: geom.Pt(200, 200), Zoom: 1})
	w.Settle()
	card, first, shown := w.Minimap()
	if !shown || !card.Holds(first) {
		t.Fatalf("shown: %v; the view's frame %v in %v", shown, first, card)
	}
	w.tool.SetView(geom.View{Origin: geom.Pt(3000, 2500), Zoom: 1})
	w.Settle()
	if _, second, _ := w.Minimap(); second.Min.X <= first.Min.X || second.Min.Y <= first.Min.Y {
		t.Errorf("the view went right and down, its frame from %v to %v", first, second)
	}
	w.SetBare(true)
	w.Settle()
	if _, _, shown := w.Minimap(); shown {
		t.Error("the minimap is shown although nothing but the map is to be")
	}
	w.SetBare(false)
	w.tool.FitAll()
	w.Settle()
	if _, _, shown := w.Minimap(); shown {
		t.Error("the minimap is shown although all is in view")
	}
}

func TestAClickInTheMinimapJumps(t *testing.T) {
	w := open(t, field(400))
	w.tool.SetView(geom.View{Origin: geom.Pt(0, 0), Zoom: 1})
	w.Settle()
	card, _, _ := w.Minimap()
	middle := card.Center()
	w.press(desktop.MouseButtonPrimary, float32(middle.X), float32(middle.Y))
	w.release(false)
	got := w.tool.View().Window(geom.Size{W: 800, H: 600}).Center()
	if want := w.scene.Bounds().Center(); got.Distance(want) > 5 {
		t.Errorf("the middle of the view is %v, want that of the map %v", got, want)
	}
	if len(w.doc.Selection()) != 0 || w.tool.Busy() {
		t.Error("the tool took the click, too")
	}
}

func TestAClickBesideTheMapInTheMinimapStaysInIt(t *testing.T) {
	w := open(t, field(400))
	w.tool.SetView(geom.View{Origin: geom.Pt(0, 0), Zoom: 1})
	w.Settle()
	card, _, _ := w.Minimap()
	w.press(desktop.MouseButtonPrimary, float32(card.Max.X-2), float32(card.Min.Y+2))
	w.release(false)
	b := w.scene.Bounds()
	if got, want := w.tool.View().Window(geom.Size{W: 800, H: 600}).Center(), geom.Pt(b.Max.X, b.Min.Y); got.Distance(want) > 5 {
		t.Errorf("the middle of the view is %v, want the map's corner %v", got, want)
	}
}

func TestTheViewIsDraggedInTheMinimap(t *testing.T) {
	w := open(t, field(400))
	w.tool.SetView(geom.View{Origin: geom.Pt(2000, 1500), Zoom: 1})
	w.Settle()
	_, view, _ := w.Minimap()
	before := w.tool.View().Origin
	x, y := float32(view.Center().X), float32(view.Center().Y)
	w.press(desktop.MouseButtonPrimary, x, y)
	if d := w.tool.View().Origin.Distance(before); d > 1 {
		t.Errorf("the press moved the view by %v", d)
	}
	w.move(x-10, y)
	w.move(x-20, y)
	w.release(true)
	d := w.tool.View().Origin.Sub(before)
	// 20 of the minimap's units are 20 times the map's width over its own.
	if want := -20 * w.scene.Bounds().W() / 112; d.X > want*0.8 || d.X < want*1.4 || d.Y != 0 {
		t.Errorf("the view moved by %v, want about %v to the left", d, -want)
	}
	w.move(x, y)
	if got := w.tool.View().Origin.Sub(before); got != d {
		t.Error("the view follows the pointer with no button down")
	}
}
