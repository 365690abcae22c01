package paint

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"io"
	"math"
	"strings"
	"testing"

	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

func TestPNG(t *testing.T) {
	p := New(text.Bundled())
	var out bytes.Buffer
	card := shape.Box{Rect: geom.R(20, 20, 20, 10), Fill: palette.Supports}
	if err := p.PNG(&out, []shape.Shape{card}, geom.R(10, 10, 50, 30), palette.Dark, 2); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	if img.Bounds() != image.Rect(0, 0, 100, 60) {
		t.Fatalf("bounds %v", img.Bounds())
	}
	for _, c := range []struct {
		x, y int
		want palette.Role
	}{{0, 0, palette.Canvas}, {20, 20, palette.Supports}, {59, 39, palette.Supports}, {60, 40, palette.Canvas}} {
		r, g, b, _ := img.At(c.x, c.y).RGBA()
		w := palette.Dark.Of(c.want)
		if uint8(r>>8) != w.R || uint8(g>>8) != w.G || uint8(b>>8) != w.B {
			t.Errorf("at %d, %d: %v, want %v", c.x, c.y, img.At(c.x, c.y), w)
		}
	}
}

// A picture that is painted while it is written has the same pixels.
func TestPNGInBands(t *testing.T) {
	p := New(text.Bundled())
	shapes, bounds := diagram(text.Bundled(), "one", "two", "three", "four", "five", "six")
	view := geom.View{Origin: bounds.Min, Zoom: 1.9}
	w, h := int(bounds.W()*1.9), int(bounds.H()*1.9)
	whole := image.NewRGBA(image.Rect(0, 0, w, h))
	Fill(whole, palette.Light.Of(palette.Canvas))
	p.Paint(whole, view, palette.Light, shapes)
	b := &bands{painter: p, shapes: shapes, view: view, pal: palette.Light, width: w, height: h}
	for y := range h {
		for x := range w {
			got, want := b.band(y).RGBAAt(x, y), whole.RGBAAt(x, y)
			if max(diff(got.R, want.R), diff(got.G, want.G), diff(got.B, want.B)) > 6 {
				t.Fatalf("at %d, %d: %v, want %v", x, y, got, want)
			}
		}
	}
}

func TestPNGRefuses(t *testing.T) {
	p := New(text.Bundled())
	for _, c := range []struct {
		name   string
		bounds geom.Rect
		scale  float64
		says   string
	}{
		{"too many pixels", geom.R(0, 0, 30_000, 20_000), 1, "scale up to 0.816"},
		{"far too many", geom.R(0, 0, 1e11, 1e11), 1, "too many"},
		{"too long", geom.R(0, 0, 1e9, 1e-3), 1, "too many"},
		{"no size", geom.R(0, 0, 0, 10), 1, "must have a size"},
		{"no number", geom.R(0, 0, 10, math.NaN()), 1, "must have a size"},
		{"no scale", geom.R(0, 0, 10, 10), 0, "must have a size"},
	} {
		err := p.PNG(io.Discard, nil, c.bounds, palette.Light, c.scale)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want an error with %q", c.name, err, c.says)
		}
	}
}

type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestErrorsOfWritingComeBack(t *testing.T) {
	b := geom.R(0, 0, 10, 10)
	for name, err := range map[string]error{
		"png": New(text.Bundled()).PNG(full{}, nil, b, palette.Light, 1),
		"svg": SVG(full{}, nil, b, palette.Light, text.Bundled()),
		"pdf": PDF(full{}, nil, b, palette.Light, text.Bundled()),
	} {
		if !errors.Is(err, errFull) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
