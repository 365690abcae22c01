package paint

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"sync"
	"testing"

	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// blank is a black picture; ink lays shapes over it in white.
func blank(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	Fill(img, color.NRGBA{A: 255})
	return img
}

// The contrast palettes have a black canvas and white text: what is painted
// in Text on a black picture can be read as coverage.
var white = palette.ContrastDark

func ink(img *image.RGBA, view geom.View, shapes ...shape.Shape) *image.RGBA {
	New(text.Bundled()).Paint(img, view, white, shapes)
	return img
}

// area is the painted coverage in pixels.
func area(img *image.RGBA) float64 {
	sum := 0.0
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		for x := img.Rect.Min.X; x < img.Rect.Max.X; x++ {
			sum += float64(img.RGBAAt(x, y).G) / 255
		}
	}
	return sum
}

func curve(p ...geom.Point) []geom.Cubic {
	var out []geom.Cubic
	for i := 1; i < len(p); i++ {
		out = append(out, geom.Line(p[i-1], p[i]))
	}
	return out
}

func TestCoverage(t *testing.T) {
	one := geom.View{Zoom: 1}
	pt := geom.Pt
	for _, c := range []struct {
		name  string
		shape shape.Shape
		view  geom.View
		want  float64
	}{
		{"a sharp box", shape.Box{Rect: geom.R(10, 10, 40, 20), Fill: palette.Text}, one, 800},
		{"at half the zoom", shape.Box{Rect: geom.R(10, 10, 40, 20), Fill: palette.Text}, geom.View{Zoom: 0.5}, 200},
		{"round corners", shape.Box{Rect: geom.R(10, 10, 40, 20), Radius: 8, Fill: palette.Text}, one, 800 - 64*(4-math.Pi)},
		{"a pill", shape.Box{Rect: geom.R(10, 10, 41, 20), Radius: 99, Fill: palette.Text}, one, 820 - 100*(4-math.Pi)},
		{"a dot between pixels", shape.Box{Rect: geom.R(10.3, 10.7, 12, 12), Radius: 6, Fill: palette.Text}, one, 36 * math.Pi},
		{"a border alone", shape.Box{Rect: geom.R(10, 10, 40, 20), Stroke: palette.Text, StrokeWidth: 1}, one, 41*21 - 39*19},
		{"a thick border", shape.Box{Rect: geom.R(10, 10, 40, 20), Stroke: palette.Text, StrokeWidth: 2}, one, 42*22 - 38*18},
		{"a straight line with round ends", shape.Path{Curves: curve(pt(20, 30), pt(80, 50)), Stroke: palette.Text, Width: 3.3}, one,
			3.3*math.Hypot(60, 20) + math.Pi*1.65*1.65},
		{"half transparent", shape.Path{Curves: curve(pt(20, 30), pt(80, 50)), Stroke: palette.Text, Width: 3.3, Opacity: 0.5}, one,
			0.5 * (3.3*math.Hypot(60, 20) + math.Pi*1.65*1.65)},
		{"dashes", shape.Path{Curves: curve(pt(10, 30), pt(87, 30)), Stroke: palette.Text, Width: 3, Dash: [2]float64{7, 4}}, one, 7 * 7 * 3},
		{"a corner", shape.Path{Curves: curve(pt(20, 20), pt(60, 20), pt(60, 60)), Stroke: palette.Text, Width: 8}, one,
			8*80 - 16 + math.Pi*4 + math.Pi*16},
		{"a triangle", shape.Path{Curves: curve(pt(20, 20), pt(60, 20), pt(60, 60)), Fill: palette.Text}, one, 800},
		{"a closed outline", shape.Path{Curves: curve(pt(20, 20), pt(60, 20), pt(60, 60), pt(20, 60), pt(20, 20)), Stroke: palette.Text, Width: 2}, one,
			4*80 - 4 + math.Pi},
		{"two strokes in one path", shape.Path{Curves: append(curve(pt(20, 20), pt(60, 20)), curve(pt(20, 40), pt(60, 40))...), Stroke: palette.Text, Width: 4}, one,
			2 * (160 + math.Pi*4)},
		{"a hairline pales", shape.Path{Curves: curve(pt(20, 30.5), pt(60, 30.5)), Stroke: palette.Text, Width: 0.5}, one, 0.5 * (40 + math.Pi/4)},
	} {
		got := area(ink(blank(100, 70), c.view, c.shape))
		if math.Abs(got-c.want) > 0.02*c.want+0.6 {
			t.Errorf("%s: covers %.2f pixels, want %.2f", c.name, got, c.want)
		}
	}
}

func TestSCurveHasItsWidthAllAlong(t *testing.T) {
	c := geom.Cubic{A: geom.Pt(20, 10), B: geom.Pt(20, 100), C: geom.Pt(180, 60), D: geom.Pt(180, 150)}
	for _, width := range []float64{1, 1.5, 3.3, 12} {
		img := ink(blank(200, 160), geom.View{Zoom: 1}, shape.Path{Curves: []geom.Cubic{c}, Stroke: palette.Text, Width: width})
		want := c.Length()*width + math.Pi*width*width/4
		if got := area(img); math.Abs(got-want) > 0.015*want {
			t.Errorf("width %v: covers %.1f pixels, want %.1f", width, got, want)
		}
	}
}

func TestCardEdgesAreCrispAtEveryZoom(t *testing.T) {
	for _, zoom := range []float64{0.3, 0.6, 1, 1.25, 1.7, 2, 3.3} {
		card := shape.Box{Rect: geom.R(10.3, 7.9, 30, 20), Fill: palette.Text}
		img := ink(blank(200, 120), geom.View{Zoom: zoom}, card)
		for i := 0; i < len(img.Pix); i += 4 {
			if v := img.Pix[i]; v != 0 && v != 255 {
				t.Errorf("zoom %v: a pixel of grey %d", zoom, v)
				break
			}
		}
	}
}

func TestTilesJoin(t *testing.T) {
	p := New(text.Bundled())
	shapes, bounds := diagram(text.Bundled(), "Hostility to the U.S. outweighs any dispute", "Россия", "a−b", "office", "x", "y")
	view := geom.View{Origin: bounds.Min, Zoom: 1.3}
	w, h := int(bounds.W()*1.3), int(bounds.H()*1.3)
	whole := blank(w, h)
	p.Paint(whole, view, palette.Dark, shapes)
	for y := 0; y < h; y += 64 {
		for x := 0; x < w; x += 97 {
			tile := image.NewRGBA(image.Rect(x, y, min(x+97, w), min(y+64, h)))
			Fill(tile, color.NRGBA{A: 255})
			p.Paint(tile, view, palette.Dark, shapes)
			for ty := tile.Rect.Min.Y; ty < tile.Rect.Max.Y; ty++ {
				for tx := tile.Rect.Min.X; tx < tile.Rect.Max.X; tx++ {
					a, b := tile.RGBAAt(tx, ty), whole.RGBAAt(tx, ty)
					// The rasterizer's own arithmetic differs by its place.
					if d := max(diff(a.R, b.R), diff(a.G, b.G), diff(a.B, b.B)); d > 6 {
						t.Fatalf("at %d, %d the tile has %v, the whole %v", tx, ty, a, b)
					}
				}
			}
		}
	}
}

func diff(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }

func TestTextIsInked(t *testing.T) {
	at := func(line string, align shape.Align, s text.Style) *image.RGBA {
		return ink(blank(300, 60), geom.View{Zoom: 1}, shape.Text{At: geom.Pt(150, 40), Line: line, Style: s, Fill: palette.Text, Align: align})
	}
	style := text.Style{Size: 20}
	width := text.Bundled().Width("Hamburg", style)
	for _, c := range []struct {
		align    shape.Align
		from, to float64
	}{{shape.Start, 150, 150 + width}, {shape.Middle, 150 - width/2, 150 + width/2}, {shape.End, 150 - width, 150}} {
		lo, hi := inked(at("Hamburg", c.align, style))
		if math.Abs(float64(lo)-c.from) > 3 || math.Abs(float64(hi)-c.to) > 3 {
			t.Errorf("align %d: inked from %d to %d, want %.1f to %.1f", c.align, lo, hi, c.from, c.to)
		}
	}
	regular := area(at("Hamburg", shape.Start, style))
	if bold := area(at("Hamburg", shape.Start, text.Style{Size: 20, Weight: text.Bold})); bold < 1.2*regular {
		t.Errorf("bold inks %.1f pixels, regular %.1f", bold, regular)
	}
	if slanted := area(at("Hamburg", shape.Start, text.Style{Size: 20, Italic: true})); math.Abs(slanted-regular) > 0.05*regular {
		t.Errorf("a shear changes no area: italic inks %.1f pixels, regular %.1f", slanted, regular)
	}
	// The letter I is a bar: its height tells where the baseline is, and that
	// it is crisp.
	img := at("H", shape.Start, text.Style{Size: 22})
	if y := 40; img.RGBAAt(153, y-1).G < 200 || img.RGBAAt(153, y).G > 40 {
		t.Errorf("the stem of H is %v above the baseline and %v below", img.RGBAAt(153, y-1), img.RGBAAt(153, y))
	}
	if missing := area(at("\u4e2d", shape.Start, style)); missing < 5 {
		t.Errorf("the box for a missing character inks %.1f pixels", missing)
	}
}

// inked returns the first and the last column that is painted.
func inked(img *image.RGBA) (lo, hi int) {
	lo = -1
	for x := 0; x < img.Rect.Dx(); x++ {
		for y := 0; y < img.Rect.Dy(); y++ {
			if img.RGBAAt(x, y).G > 60 {
				if lo < 0 {
					lo = x
				}
				hi = x
			}
		}
	}
	return lo, hi
}

func TestPictureOfAGlyph(t *testing.T) {
	src := image.NewPaletted(image.Rect(0, 0, 2, 2), color.Palette{color.NRGBA{R: 255, A: 255}, color.NRGBA{}})
	src.Pix = []uint8{0, 0, 1, 1} // red above, nothing below
	m := picture(text.Picture{Image: src, Left: 0.1, Top: -0.9, Wide: 1.2, Tall: 1}, 40)
	if m.at != image.Pt(4, -36) || m.picture.Rect != image.Rect(0, 0, 48, 40) {
		t.Fatalf("stands at %v, %v large", m.at, m.picture.Rect)
	}
	if above, below := m.picture.RGBAAt(24, 3), m.picture.RGBAAt(24, 37); above != (color.RGBA{R: 255, A: 255}) || below.A != 0 {
		t.Errorf("above %v, below %v", above, below)
	}
}

func TestSeveralPaintAtOnce(t *testing.T) {
	p := New(text.Bundled())
	shapes, bounds := diagram(text.Bundled(), "one", "two", "three", "four", "five", "six")
	paint := func(zoom float64) *image.RGBA {
		img := blank(400, 300)
		p.Paint(img, geom.View{Origin: bounds.Min, Zoom: zoom}, palette.Dark, shapes)
		return img
	}
	want := paint(0.7)
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			for range 5 {
				if zoom := 0.7 + float64(i%2); zoom == 0.7 {
					if got := paint(zoom); !bytes.Equal(got.Pix, want.Pix) {
						t.Error("the picture differs")
					}
				} else {
					paint(zoom)
				}
			}
		})
	}
	all.Wait()
}

func TestGlyphCacheIsBounded(t *testing.T) {
	p := New(text.Bundled())
	img := blank(60, 60)
	for i := range 400 {
		p.Paint(img, geom.View{Zoom: 3 + float64(i)/100}, white, []shape.Shape{
			shape.Text{At: geom.Pt(2, 15), Line: "abcdefg", Style: text.Style{Size: 13}, Fill: palette.Text}})
	}
	if p.glyphs.Bytes() > glyphBudget || len(p.corners.m) > mostMasks {
		t.Errorf("%d bytes of glyphs, %d corners", p.glyphs.Bytes(), len(p.corners.m))
	}
}

func TestShadowIsSoftAndBelow(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 120, 100))
	Fill(img, palette.Light.Of(palette.Canvas))
	New(text.Bundled()).Paint(img, geom.View{Zoom: 1}, palette.Light, []shape.Shape{
		shape.Box{Rect: geom.R(30, 30, 60, 40), Radius: 8, Fill: palette.Surface, Shadow: true}})
	canvas := palette.Light.Of(palette.Canvas).G
	dark := func(x, y int) int { return int(canvas) - int(img.RGBAAt(x, y).G) }
	if above, below := dark(60, 28), dark(60, 71); below <= above || above < 1 {
		t.Errorf("darker by %d above the card, %d below", above, below)
	}
	last := 1000
	for y := 71; y < 90; y++ {
		if d := dark(60, y); d > last {
			t.Errorf("the shadow grows darker at %d", y)
		} else {
			last = d
		}
	}
	if d := dark(60, 70+ShadowReach); d != 0 {
		t.Errorf("the shadow reaches past ShadowReach: %d", d)
	}
	if g := img.RGBAAt(60, 50).G; g != 255 {
		t.Errorf("the card is %d inside, want 255", g)
	}
}

func TestPlacesThatAreNoPlaces(t *testing.T) {
	bad := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300, 1e11, 0}
	for _, v := range bad {
		for _, z := range []float64{0.01, 1, 8} {
			ink(blank(50, 50), geom.View{Zoom: z},
				shape.Box{Rect: geom.R(v, 1, 5, v), Radius: v, Fill: palette.Text, Stroke: palette.Text, StrokeWidth: v, Shadow: true},
				shape.Box{Rect: geom.R(-v, -v, 2*v, 2*v), Radius: 8, Fill: palette.Text, Shadow: true, StrokeWidth: 1, Stroke: palette.Text},
				shape.Path{Curves: curve(geom.Pt(v, 0), geom.Pt(0, v), geom.Pt(-v, 3)), Fill: palette.Text, Stroke: palette.Text, Width: v},
				shape.Path{Curves: curve(geom.Pt(-v, 3), geom.Pt(v, 3)), Stroke: palette.Text, Width: 2, Dash: [2]float64{0.5, 2}},
				shape.Text{At: geom.Pt(v, v), Line: "x", Style: text.Style{Size: v}, Fill: palette.Text},
			)
		}
		ink(blank(50, 50), geom.View{Zoom: v, Origin: geom.Pt(v, v)}, shape.Box{Rect: geom.R(0, 0, 5, 5), Fill: palette.Text})
	}
}

func TestClipPolygon(t *testing.T) {
	octagon := make([]geom.Point, 8)
	for i := range octagon {
		s, c := math.Sincos(float64(2*i+1) * math.Pi / 8)
		octagon[i] = geom.Pt(c*10/math.Cos(math.Pi/8), s*10/math.Cos(math.Pi/8))
	}
	const whole = 8 * 100 * 0.41421356 // of an octagon around a circle of 10
	for _, c := range []struct {
		name string
		r    geom.Rect
		want float64
	}{
		{"all of it", geom.R(-20, -20, 40, 40), whole},
		{"a half", geom.R(-20, -20, 20, 40), whole / 2},
		{"a quarter, left and top", geom.R(0, 0, 40, 40), whole / 4},
		{"a quarter, right and bottom", geom.R(-40, -40, 40, 40), whole / 4},
		{"a window inside", geom.R(-2, -3, 4, 5), 20},
		{"a band", geom.R(-40, -1, 80, 2), 40},
		{"outside", geom.R(20, 20, 5, 5), 0},
	} {
		var b brush
		p := b.clipPolygon(octagon, c.r)
		area := 0.0
		for i := range p {
			q := p[(i+1)%len(p)]
			area += (p[i].X*q.Y - q.X*p[i].Y) / 2
		}
		if math.Abs(area-c.want) > 1e-3 {
			t.Errorf("%s: area %v, want %v", c.name, area, c.want)
		}
	}
}

func TestLongLineCrossesThePicture(t *testing.T) {
	img := ink(blank(100, 20), geom.View{Zoom: 1},
		shape.Path{Curves: curve(geom.Pt(-1e9, 10), geom.Pt(1e9, 10)), Stroke: palette.Text, Width: 4})
	if got := area(img); math.Abs(got-400) > 2 {
		t.Errorf("covers %.1f pixels, want 400", got)
	}
}

func BenchmarkCard(b *testing.B) {
	for _, c := range []struct {
		name string
		zoom float64
	}{{"zoom 1", 1}, {"zoom 2", 2}} {
		b.Run(c.name, func(b *testing.B) {
			p := New(text.Bundled())
			shapes, r := sample(text.Bundled(), geom.Pt(0, 0), "Hostility to the U.S. outweighs any dispute with China over trade and energy prices")
			r = r.Inset(-ShadowReach)
			img := image.NewRGBA(image.Rect(0, 0, int(r.W()*c.zoom), int(r.H()*c.zoom)))
			view := geom.View{Origin: r.Min, Zoom: c.zoom}
			for b.Loop() {
				clear(img.Pix)
				p.Paint(img, view, palette.Light, shapes)
			}
		})
	}
}

func BenchmarkLink(b *testing.B) {
	p := New(text.Bundled())
	img := blank(1280, 800)
	link := shape.Path{Curves: []geom.Cubic{{A: geom.Pt(100, 100), B: geom.Pt(100, 250), C: geom.Pt(600, 250), D: geom.Pt(600, 400)}}, Stroke: palette.Supports, Width: 3}
	for b.Loop() {
		p.Paint(img, geom.View{Zoom: 1}, palette.Light, []shape.Shape{link})
	}
}

// BenchmarkOverview is a map of 10,000 cards and links, seen whole.
func BenchmarkOverview(b *testing.B) {
	p := New(text.Bundled())
	var shapes []shape.Shape
	card, r := sample(text.Bundled(), geom.Pt(0, 0), "Hostility to the U.S. outweighs any dispute with China")
	for i := range 10_000 {
		d := geom.Pt(float64(i%100)*260, float64(i/100)*150)
		for _, s := range card {
			switch s := s.(type) {
			case shape.Box:
				s.Rect = s.Rect.Move(d)
				shapes = append(shapes, s)
			case shape.Text:
				s.At = s.At.Add(d)
				shapes = append(shapes, s)
			}
		}
		z := d.Add(geom.Pt(300, -60))
		shapes = append(shapes, shape.Path{Curves: []geom.Cubic{{A: d, B: geom.Pt(d.X, z.Y), C: geom.Pt(z.X, d.Y), D: z}}, Stroke: palette.Supports, Width: 3})
	}
	img := blank(1280, 800)
	for b.Loop() {
		p.Paint(img, geom.View{Zoom: 1280 / (100 * (r.W() + 40))}, palette.Light, shapes)
	}
}
