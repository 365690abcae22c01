package surface_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
)

func TestACardIsPaintedWhereTheSceneHasIt(t *testing.T) {
	w := open(t, ferry())
	img := w.win.Canvas().Capture()
	for _, c := range []struct {
		id   argument.ID
		role palette.Role
	}{{"c", palette.Contention}, {"a", palette.Supports}, {"o", palette.Opposes}} {
		p := w.corner(c.id)
		// The coloured edge is 4 wide and begins 6 below the corner.
		got := color.NRGBAModel.Convert(img.At(int(p.X)+2, int(p.Y)+20))
		if want := palette.Light.Of(c.role); got != color.Color(want) {
			t.Errorf("the edge of %s is %v, want %v", c.id, got, want)
		}
	}
}

func TestPicturesAreOnePixelAPixelAtRest(t *testing.T) {
	w := open(t, ferry())
	for _, zoom := range []float64{1, 0.87, 0.6, 0.5, 1.7, 3.3} {
		w.tool.SetView(geom.View{Origin: geom.Pt(200.3, 10.7), Zoom: zoom})
		w.Settle()
		o, px := w.CardPicture("c")
		if o == nil {
			t.Errorf("zoom %v: no picture of the contention", zoom)
			continue
		}
		if s := o.Size(); float64(s.Width) != px.W || float64(s.Height) != px.H {
			t.Errorf("zoom %v: %v pixels are shown at %v", zoom, px, s)
		}
		if p := o.Position(); p.X != float32(math.Round(float64(p.X))) || p.Y != float32(math.Round(float64(p.Y))) {
			t.Errorf("zoom %v: the picture stands at %v, between pixels", zoom, p)
		}
	}
}

func TestWhileZoomingPicturesAreStretched(t *testing.T) {
	w := open(t, ferry())
	_, before := w.CardPicture("c")
	w.tool.SetView(geom.View{Zoom: 1.2})
	w.Frame()
	o, px := w.CardPicture("c")
	if px != before {
		t.Errorf("at 1.2 times the zoom the picture was painted anew: %v pixels, before %v", px, before)
	}
	if got, want := float64(o.Size().Width), before.W*1.2; math.Abs(got-want) > 0.01 {
		t.Errorf("the picture is %v wide, want %v", got, want)
	}
}

func TestAFrameDoesNotGrowWithTheMap(t *testing.T) {
	var counts []int
	for _, n := range []int{400, 10_000} {
		w := open(t, field(n))
		w.tool.SetView(geom.View{Origin: geom.Pt(1000, 800), Zoom: 1})
		w.Settle()
		counts = append(counts, len(w.Objects()))
		if _, px := w.CardPicture("c0"); px.W != 0 {
			t.Errorf("%d claims: a card far out of view is among the objects", n)
		}
	}
	// The layouts differ a little: another 40 % is no growth, 25 times is.
	if float64(counts[1]) > 1.4*float64(counts[0]) {
		t.Errorf("objects in view: %d of 400 claims, %d of 10,000", counts[0], counts[1])
	}
}

// Panning through a map fills the memory with pictures up to a few views' worth
// and no further, at whatever zoom.
func TestPanningKeepsFewPictures(t *testing.T) {
	const most = 10<<20 + 800*600*4*4 // of a window of 800 × 600
	for _, zoom := range []float64{0.5, 1, 3, 6} {
		w := open(t, field(2500))
		for i := range 60 {
			w.tool.SetView(geom.View{Origin: geom.Pt(float64(i)*190, float64(i)*150), Zoom: zoom})
			w.Settle()
			if n := w.PictureBytes(); n > most {
				t.Fatalf("zoom %v, after %d steps: %d MB of pictures", zoom, i, n>>20)
			}
		}
	}
}

func TestTheOverviewIsOnePicture(t *testing.T) {
	w := open(t, field(900))
	w.tool.FitAll()
	w.Settle()
	o := w.Overview()
	if o == nil {
		t.Fatalf("no overview at zoom %v", w.tool.View().Zoom)
	}
	if n := len(w.Objects()); n > 12 {
		t.Errorf("the overview is made of %d objects", n)
	}
	img := o.Image
	w.tool.SetView(w.tool.View().PannedBy(geom.Pt(-30, 10)))
	w.Frame()
	if o.Image != img {
		t.Error("a small pan had the overview painted anew")
	}
	if err := w.doc.Do("Move", func(e *argument.Edit) error {
		return e.UpdateClaim("c40", func(c *argument.Claim) { c.At.X += 100 })
	}); err != nil {
		t.Fatal(err)
	}
	w.Settle()
	if o.Image == img {
		t.Error("a claim moved and the overview stayed")
	}
	img = o.Image
	w.tool.SelectAll()
	w.Settle()
	if o.Image == img {
		t.Error("the selection changed and the overview stayed")
	}
}

func TestDrag(t *testing.T) {
	for _, c := range []struct {
		name    string
		release func(w *window)
	}{
		{"MouseUp, then DragEnd", func(w *window) { w.release(false) }},
		{"FocusLost and DragEnd alone", func(w *window) { w.release(true) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := open(t, ferry())
			before := w.corner("o")
			w.press(desktop.MouseButtonPrimary, 600, 290)
			for i := float32(1); i <= 10; i++ {
				w.move(600+7*i, 290+11*i)
			}
			w.Frame()
			c.release(w)
			if d := w.corner("o").Sub(before); math.Abs(d.X-70) > 10 || math.Abs(d.Y-110) > 10 {
				t.Errorf("the card moved by %v, want about {70 110}", d)
			}
			if w.tool.Busy() {
				t.Error("the gesture goes on")
			}
			w.doc.Undo()
			if w.corner("o") != before {
				t.Error("the drag is not one step of undo")
			}
			w.move(100, 100)
			if w.corner("o") != before {
				t.Error("the card follows the pointer with no button down")
			}
		})
	}
}

func TestEscapePutsACardBack(t *testing.T) {
	w := open(t, ferry())
	before := w.corner("a")
	w.press(desktop.MouseButtonPrimary, 120, 290)
	w.move(200, 390)
	w.move(240, 420)
	if w.corner("a") == before {
		t.Fatal("the drag moved nothing")
	}
	w.key(fyne.KeyEscape)
	w.release(false)
	if w.corner("a") != before {
		t.Error("the card is not where it was")
	}
}

func TestPanning(t *testing.T) {
	for _, c := range []struct {
		name   string
		button desktop.MouseButton
	}{{"middle button", desktop.MouseButtonTertiary}, {"right button", desktop.MouseButtonSecondary}} {
		t.Run(c.name, func(t *testing.T) {
			w := open(t, ferry())
			w.drag(c.button, 300, 500, 380, 440)
			if got, want := w.tool.View().Origin, geom.Pt(-80, 60); got.Distance(want) > 8 {
				t.Errorf("the view's origin is %v, want about %v", got, want)
			}
			if len(w.told) > 0 {
				t.Errorf("panning asked for %q", w.told)
			}
		})
	}
}

func TestAFastWheelIsHeldBack(t *testing.T) {
	w := open(t, ferry())
	w.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(400, 300)}, Scrolled: fyne.NewDelta(0, 125*25*12)})
	if z := w.tool.View().Zoom; z > 3 || z <= 1 {
		t.Errorf("one event of the wheel zoomed to %v", z)
	}
}

func TestKeys(t *testing.T) {
	w := open(t, ferry())
	w.drag(desktop.MouseButtonPrimary, 120, 290, 120, 290) // a click gives the focus
	if w.win.Canvas().Focused() != fyne.Focusable(w.Surface) || !w.AcceptsTab() {
		t.Fatal("a click does not bring the keys to the surface")
	}
	if sel := w.doc.Selection(); len(sel) != 1 || sel[0] != "a" {
		t.Fatalf("the click selected %v", sel)
	}
	w.TypedShortcut(&fyne.ShortcutSelectAll{})
	if n := len(w.doc.Selection()); n < 4 {
		t.Errorf("select all selected %d", n)
	}
	passed := false
	w.PassShortcuts(func(fyne.Shortcut) { passed = true })
	w.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyG, Modifier: fyne.KeyModifierControl})
	if !passed {
		t.Error("a shortcut that the tool has no use for did not reach the window")
	}
}

func TestSetPaletteRepaints(t *testing.T) {
	w := open(t, ferry())
	w.SetPalette(palette.Dark)
	w.Settle()
	p := w.corner("c")
	got := color.NRGBAModel.Convert(w.win.Canvas().Capture().At(int(p.X)+250, int(p.Y)+8))
	if want := palette.Dark.Of(palette.Surface); got != color.Color(want) {
		t.Errorf("a card in the dark is %v, want %v", got, want)
	}
}

func TestAttachForgetsTheOtherMap(t *testing.T) {
	w := open(t, field(900))
	w.tool.FitAll()
	w.Settle()
	other := open(t, ferry())
	w.Attach(other.tool, other.scene, other.doc)
	w.Settle()
	if w.Overview() != nil {
		t.Error("the other map's overview is shown")
	}
	if _, px := w.CardPicture("c0"); px.W != 0 {
		t.Error("the other map's cards are shown")
	}
	if o, _ := w.CardPicture("c"); o == nil {
		t.Error("the map's own cards are not shown")
	}
}
