package surface_test

import (
	"image"
	"image/color"
	"math"
	"testing"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
)

// has reports whether a colour is among the pixels of a rectangle.
func has(img image.Image, r geom.Rect, role palette.Role) bool {
	want := color.Color(palette.Light.Of(role))
	for y := int(r.Min.Y); y < int(r.Max.Y); y++ {
		for x := int(r.Min.X); x < int(r.Max.X); x++ {
			if color.NRGBAModel.Convert(img.At(x, y)) == want {
				return true
			}
		}
	}
	return false
}

func TestWhatFadesIsFaintAndComesBack(t *testing.T) {
	w := open(t, ferry())
	shot := func() image.Image {
		w.Settle()
		return w.win.Canvas().Capture()
	}
	edge := func(img image.Image, id argument.ID) color.NRGBA {
		p := w.corner(id)
		return color.NRGBAModel.Convert(img.At(int(p.X)+2, int(p.Y)+20)).(color.NRGBA)
	}
	plain := shot()
	w.scene.Fade(func(id argument.ID) bool { return id != "a" })
	faint := shot()
	if got, full := edge(faint, "a"), palette.Light.Of(palette.Supports); int(got.R) < int(full.R)+100 {
		t.Errorf("the edge of a faint card is %v; in full it would be %v", got, full)
	}
	if got, full := edge(faint, "o"), palette.Light.Of(palette.Opposes); got != full {
		t.Errorf("the edge of a card that is kept is %v, want %v", got, full)
	}
	w.scene.Fade(nil)
	if !equal(plain, shot()) {
		t.Error("after fading the window looks different from before")
	}
}

func TestWhatIsVeiledIsNotDrawn(t *testing.T) {
	w := open(t, ferry())
	shot := func() image.Image {
		w.Settle()
		return w.win.Canvas().Capture()
	}
	there := func(img image.Image) bool {
		p := w.corner("a")
		c := color.NRGBAModel.Convert(img.At(int(p.X)+2, int(p.Y)+20)).(color.NRGBA)
		return c != palette.Light.Of(palette.Canvas) && c != palette.Light.Of(palette.GridDot)
	}
	plain := shot()
	if !there(plain) {
		t.Fatal("the card is not where the test looks for it")
	}
	w.scene.Veil(func(id argument.ID) float64 {
		if id == "a" {
			return 0
		}
		return 1
	})
	if there(shot()) {
		t.Error("a card that is veiled is drawn")
	}
	w.scene.Veil(nil)
	if !equal(plain, shot()) {
		t.Error("without the veil the window looks different from before")
	}
}

func TestMarksAreSeenOnCardsAndLinks(t *testing.T) {
	w := open(t, ferry())
	w.Settle()
	plain := w.win.Canvas().Capture()
	var link argument.ID
	for l := range w.doc.Map().Links() {
		link = l.ID
		break
	}
	w.scene.Mark(map[argument.ID]scene.Mark{"c": scene.Changed, "a": scene.Added, "o": scene.Found, link: scene.Gone})
	for _, zoom := range []float64{1, 0.6, 0.45} {
		w.tool.SetView(geom.View{Zoom: zoom})
		w.Settle()
		img := w.win.Canvas().Capture()
		around := func(r geom.Rect) geom.Rect {
			return geom.Rect{Min: r.Min.Mul(zoom), Max: r.Max.Mul(zoom)}.Inset(-12)
		}
		for id, role := range map[argument.ID]palette.Role{"c": palette.Changed, "a": palette.Added, "o": palette.Found} {
			if !has(img, around(w.scene.Card(id).Rect), role) {
				t.Errorf("zoom %v: the mark of %s is not seen", zoom, id)
			}
		}
		if !has(img, around(w.scene.Link(link).Label), palette.Gone) {
			t.Errorf("zoom %v: the mark of link %s is not seen", zoom, link)
		}
	}
	w.tool.SetView(geom.View{Zoom: 1})
	w.scene.Mark(nil)
	w.Settle()
	if !equal(plain, w.win.Canvas().Capture()) {
		t.Error("with the marks gone the window looks different from before")
	}
}

func TestTheOverviewShowsMarksAndFading(t *testing.T) {
	w := open(t, field(900))
	w.tool.FitAll()
	w.Settle()
	pixels := func() *image.RGBA { return w.Overview().Image.(*image.RGBA) }
	count := func(role palette.Role) (n int) {
		img, want := pixels(), palette.Light.Of(role)
		for i := 0; i < len(img.Pix); i += 4 {
			if img.Pix[i] == want.R && img.Pix[i+1] == want.G && img.Pix[i+2] == want.B && img.Pix[i+3] == 255 {
				n++
			}
		}
		return n
	}
	plain := pixels()
	w.scene.Mark(map[argument.ID]scene.Mark{"c40": scene.Added, "c41": scene.Changed, "c42": scene.Gone, "c43": scene.Found})
	w.Settle()
	for _, k := range []scene.Mark{scene.Added, scene.Changed, scene.Gone, scene.Found} {
		if count(k.Color()) < 6 {
			t.Errorf("mark %d has %d pixels of its colour", k, count(k.Color()))
		}
	}
	w.scene.Mark(nil)
	w.scene.Fade(func(id argument.ID) bool { return id == "c0" })
	w.Settle()
	sum := func(img *image.RGBA) (n float64) {
		for i := 3; i < len(img.Pix); i += 4 {
			n += float64(img.Pix[i])
		}
		return n
	}
	if k := sum(pixels()) / sum(plain); math.Abs(k-0.3) > 0.12 {
		t.Errorf("the overview of a faint map covers %.2f of what it did", k)
	}
}

func equal(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if color.NRGBAModel.Convert(a.At(x, y)) != color.NRGBAModel.Convert(b.At(x, y)) {
				return false
			}
		}
	}
	return true
}
