package surface

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2/test"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
)

func TestTheLeastLatelyShownPictureGoes(t *testing.T) {
	test.NewTempApp(t)
	const each = 100 * 100 * 4
	ps := newPictures(4 * each)
	put := func(i int) {
		key := pictureKey{argument.ID(fmt.Sprint(i)), cardPart}
		ps.put(key, 1, 1, palette.Light, geom.Point{}, image.NewRGBA(image.Rect(0, 0, 100, 100)))
	}
	for i := range 4 {
		ps.frame++
		put(i)
	}
	ps.frame++
	ps.get(pictureKey{"0", cardPart}) // shown again
	put(4)
	for i, want := range []bool{true, false, true, true, true} {
		if got := ps.byKey[pictureKey{argument.ID(fmt.Sprint(i)), cardPart}] != nil; got != want {
			t.Errorf("picture %d is kept: %v, want %v", i, got, want)
		}
	}
	if ps.bytes != 4*each || ps.order.Len() != 4 {
		t.Errorf("%d bytes in %d pictures, want %d in 4", ps.bytes, ps.order.Len(), 4*each)
	}
	ps.frame++
	for i := range 6 {
		put(10 + i)
	}
	if len(ps.byKey) != 6 {
		t.Errorf("of six pictures in view %d are kept", len(ps.byKey))
	}
	ps.clear()
	if ps.bytes != 0 || len(ps.byKey) != 0 || ps.order.Len() != 0 {
		t.Errorf("after clear: %d bytes, %d pictures", ps.bytes, len(ps.byKey))
	}
}

// ink sums how much of a picture is covered, in pixels.
func ink(img *image.RGBA) float64 {
	sum := 0
	for i := 3; i < len(img.Pix); i += 4 {
		sum += int(img.Pix[i])
	}
	return float64(sum) / 255
}

func TestThePenCoversWhatItDraws(t *testing.T) {
	black := color.NRGBA{A: 255}
	for _, c := range []struct {
		name string
		draw func(p pen)
		want float64 // pixels
	}{
		{"a rectangle between pixels", func(p pen) { p.fill(geom.R(10.3, 20.6, 7.5, 3.2), black) }, 7.5 * 3.2},
		{"a rectangle within a pixel", func(p pen) { p.fill(geom.R(10.3, 20.3, 0.5, 0.5), black) }, 0.25},
		{"a level line", func(p pen) { p.segment(10, 20.5, 60, 20.5, 2, black) }, 100},
		{"a slanting line", func(p pen) { p.segment(10, 10, 60, 40, 2, black) }, 2 * math.Hypot(50, 30)},
		{"a steep line, upwards", func(p pen) { p.segment(30, 90, 45, 20, 1.5, black) }, 1.5 * math.Hypot(15, 70)},
		{"outside", func(p pen) { p.fill(geom.R(200, 200, 50, 50), black); p.segment(150, -20, 300, 50, 3, black) }, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			img := image.NewRGBA(image.Rect(0, 0, 100, 100))
			c.draw(pen{img: img, scale: 1})
			if got := ink(img); math.Abs(got-c.want) > 0.02*c.want+0.1 {
				t.Errorf("%.2f pixels are covered, want %.2f", got, c.want)
			}
		})
	}
}
