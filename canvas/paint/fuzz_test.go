package paint

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"regexp"
	"strings"
	"testing"

	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// asDrawn is a text as a scene draws it: wrapped lines of a card, each a
// text of its own, and once as it is.
func asDrawn(fonts *text.Fonts, said string, x, y, size float64) []shape.Shape {
	shapes := []shape.Shape{
		shape.Text{At: geom.Pt(x, y), Line: said, Style: text.Style{Size: size, Weight: text.Bold}, Fill: palette.Text, Align: shape.Middle},
		shape.Box{Rect: geom.R(x, y, size, size), Radius: 4, Fill: palette.Surface, Stroke: palette.Rule, StrokeWidth: 1, Shadow: true},
		shape.Path{Curves: []geom.Cubic{geom.Line(geom.Pt(x, y), geom.Pt(y, size))}, Stroke: palette.Opposes, Width: 2, Dash: [2]float64{7, 4}},
	}
	for i, l := range fonts.Wrap(said, text.Style{Size: 13}, 190) {
		if i == 40 {
			break
		}
		shapes = append(shapes, shape.Text{At: geom.Pt(14, 22+17*float64(i)), Line: l.Text, Style: text.Style{Size: 13}, Fill: palette.Text})
	}
	return shapes
}

func seeds(f *testing.F) {
	for _, said := range hostile {
		f.Add(said, 10.0, 20.0, 13.0)
	}
	f.Add("=1+1;@SUM(A1)\t%PDF-1.7 endstream endobj", math.NaN(), math.Inf(1), -1.0)
	f.Add("(\\) Tj ET Q /JS (app.alert(1))", 1e300, -1e300, 0.0)
	f.Add("clip url(#x) url(javascript:x) @import 'x' &lt; &#106;", 0.0, 0.0, 1e9)
}

const longestFuzz = 2000 // bytes of text; more is only slower

// An SVG parses, has none but the elements and attributes of a drawing, and
// says no more than the map does.
func FuzzSVG(f *testing.F) {
	seeds(f)
	fonts := text.Bundled()
	f.Fuzz(func(t *testing.T, said string, x, y, size float64) {
		if len(said) > longestFuzz {
			return
		}
		var out bytes.Buffer
		if err := SVG(&out, asDrawn(fonts, said, x, y, size), geom.R(0, 0, 400, 300), palette.Light, fonts); err != nil {
			t.Fatal(err)
		}
		wellFormed(t, out.Bytes())
		if foreign := regexp.MustCompile(`(?i)<[^>]*(url\([^#]|@import)[^>]*>`).Find(out.Bytes()); foreign != nil {
			t.Errorf("a reference: %s", foreign)
		}
	})
}

// A PDF is whole and has nothing in it that acts. What a text says stands in
// compressed streams or as hex, so no key below can be its words.
func FuzzPDF(f *testing.F) {
	seeds(f)
	fonts := text.Bundled()
	acts := regexp.MustCompile(`/(JS|JavaScript|AA|URI|Launch|OpenAction|EmbeddedFile|GoToR|SubmitForm|RichMedia)\b`)
	stream := regexp.MustCompile(`(?s)stream\r?\n.*?endstream`)
	f.Fuzz(func(t *testing.T, said string, x, y, size float64) {
		if len(said) > longestFuzz {
			return
		}
		var out bytes.Buffer
		if err := PDF(&out, asDrawn(fonts, said, x, y, size), geom.R(0, 0, 400, 300), palette.Light, fonts); err != nil {
			t.Fatal(err)
		}
		doc := stream.ReplaceAll(out.Bytes(), nil) // compressed bytes may look like anything
		if !bytes.HasPrefix(doc, []byte("%PDF-1.")) || !bytes.HasSuffix(bytes.TrimSpace(doc), []byte("%%EOF")) {
			t.Error("not a whole PDF")
		}
		if m := acts.Find(doc); m != nil {
			t.Errorf("it holds %s", m)
		}
		if page := content(t, out.Bytes()); strings.Contains(page, "NaN") || strings.Contains(page, "Inf ") {
			t.Error("a number that is none")
		}
	})
}

// Pixels are painted within the picture, in time, without a panic.
func FuzzPNG(f *testing.F) {
	seeds(f)
	fonts := text.Bundled()
	f.Fuzz(func(t *testing.T, said string, x, y, size float64) {
		if len(said) > longestFuzz {
			return
		}
		var out bytes.Buffer
		if err := New(fonts).PNG(&out, asDrawn(fonts, said, x, y, size), geom.R(0, 0, 400, 300), palette.Light, 1); err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(&out)
		if err != nil || img.Bounds() != image.Rect(0, 0, 400, 300) {
			t.Errorf("no picture of 400 by 300: %v", err)
		}
	})
}
