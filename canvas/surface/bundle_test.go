package surface_test

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2/canvas"

	"warrant/canvas/geom"
	"warrant/canvas/palette"
)

// curves counts the objects that links are drawn with.
func (w *window) curves() (n int) {
	for _, o := range w.Objects() {
		if s, ok := o.(*canvas.Shader); ok && s.Name == "warrant-curve" {
			n++
		}
	}
	return n
}

func TestACrowdInViewIsOnePicture(t *testing.T) {
	for _, c := range []struct {
		claims int
		bundle bool
	}{{60, false}, {300, false}, {3000, true}, {12_000, true}} {
		w := open(t, hub(c.claims))
		w.tool.SetView(geom.View{Origin: geom.Pt(-700, -100), Zoom: 0.5})
		w.Settle()
		if got := w.Overview() != nil; got != c.bundle {
			t.Errorf("%d links: drawn as a bundle: %v, want %v", c.claims-1, got, c.bundle)
		}
		if n := len(w.Objects()); c.bundle && n > 3000 {
			t.Errorf("%d links: a frame of %d objects", c.claims-1, n)
		}
		if w.curves() == 0 {
			t.Errorf("%d links: none is drawn by itself, not even those of the cards in view", c.claims-1)
		}
	}
}

// The bundle is under the cards, and there are lines in it.
func TestTheBundleLiesUnderTheCards(t *testing.T) {
	w := open(t, hub(3000))
	w.tool.SetView(geom.View{Origin: geom.Pt(-700, -100), Zoom: 0.5})
	w.Settle()
	for i, o := range w.Objects() {
		if o == w.Overview() {
			if first, _ := w.CardPicture("c0"); first == nil {
				t.Fatal("the hub's card is not shown")
			}
			break
		} else if p, _ := w.CardPicture("c0"); o == p {
			t.Errorf("object %d is a card, under the bundle", i)
		}
	}
	img, covered := w.win.Canvas().Capture(), 0
	below := image.Rect(280, 110, 350, 150) // and left of the hub, where half of the links come together
	for y := below.Min.Y; y < below.Max.Y; y++ {
		for x := below.Min.X; x < below.Max.X; x++ {
			if color.NRGBAModel.Convert(img.At(x, y)) != color.Color(palette.Light.Of(palette.Canvas)) {
				covered++
			}
		}
	}
	if all := below.Dx() * below.Dy(); covered < all/2 {
		t.Errorf("below the hub %d of %d pixels are covered by its 3,000 links", covered, all)
	}
}

func TestASelectedLinkStandsOutOfTheBundle(t *testing.T) {
	w := open(t, hub(3000))
	w.tool.SetView(geom.View{Origin: geom.Pt(-700, -100), Zoom: 0.5})
	w.Settle()
	before := w.curves()
	w.doc.Select("l2900")
	w.Settle()
	if n := w.curves(); n <= before {
		t.Errorf("selecting a link far away leaves %d objects of links, before %d", n, before)
	}
}
