package paint

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// content returns what the page of a PDF is drawn with.
func content(t *testing.T, doc []byte) string {
	t.Helper()
	var all strings.Builder
	for _, m := range regexp.MustCompile(`(?s)<</Filter /FlateDecode /Length \d+>>\nstream\n(.*?)\nendstream`).FindAllSubmatch(doc, -1) {
		r, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			t.Fatal(err)
		}
		s, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(s)
	}
	if all.Len() == 0 {
		t.Fatal("no page content")
	}
	return all.String()
}

func page(t *testing.T, shapes ...shape.Shape) string {
	t.Helper()
	var out bytes.Buffer
	if err := PDF(&out, shapes, geom.R(0, 0, 400, 100), palette.Light, text.Bundled()); err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(out.Bytes(), []byte("%PDF-1.")) || !bytes.HasSuffix(bytes.TrimSpace(out.Bytes()), []byte("%%EOF")) {
		t.Fatal("not a whole PDF")
	}
	return content(t, out.Bytes())
}

func line(s string) shape.Text {
	return shape.Text{At: geom.Pt(10, 40), Line: s, Style: body, Fill: palette.Text}
}

func TestPDFSetsPlainTextAsText(t *testing.T) {
	got := page(t, line("Россия"))
	if !strings.Contains(got, " Tj") || strings.Contains(got, "3 Tr") {
		t.Errorf("not set as text: %s", got)
	}
}

func TestPDFDrawsWhatTheFaceLacks(t *testing.T) {
	for _, s := range []string{"中文", "عربية", "e\u0301"} {
		got := page(t, line(s))
		if !strings.Contains(got, "3 Tr") || !strings.Contains(got, " c\n") && !strings.Contains(got, " l\n") {
			t.Errorf("%q is not drawn with invisible text: %s", s, got)
		}
	}
	// Beyond two bytes the words stand beside the codes.
	if got := page(t, line("\U00012000")); !strings.Contains(got, "/ActualText <FEFFD808DC00>") {
		t.Errorf("no ActualText: %s", got)
	}
	// In the page it stands as it is seen, from left to right.
	if got := page(t, line("אב")); !strings.Contains(got, "<05D105D0>") {
		t.Errorf("Hebrew is not in visual order: %s", got)
	}
}

func TestPDFOfHostileText(t *testing.T) {
	operator := regexp.MustCompile(`(?m)/(JS|JavaScript|URI|Launch|OpenAction|EmbeddedFile)\b`)
	for _, s := range hostile {
		var out bytes.Buffer
		err := PDF(&out, []shape.Shape{line(s)}, geom.R(0, 0, 300, 40), palette.Dark, text.Bundled())
		if err != nil {
			t.Errorf("%q: %v", s, err)
		}
		if m := operator.Find(out.Bytes()); m != nil {
			t.Errorf("%q leads to %s", s, m)
		}
	}
}

func TestPDFIsTheSameEachTime(t *testing.T) {
	shapes, bounds := diagram(text.Bundled(), "one", "два", "中", "x", "y", "z")
	var a, b bytes.Buffer
	for _, w := range []*bytes.Buffer{&a, &b} {
		if err := PDF(w, shapes, bounds, palette.Light, text.Bundled()); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two runs differ")
	}
}

func TestPDFPageSize(t *testing.T) {
	for _, c := range []struct {
		bounds geom.Rect
		box    string
	}{
		{geom.R(-10, 5, 400, 100), "/MediaBox [0 0 300.00 75.00]"},
		{geom.R(0, 0, 100_000, 50_000), "/MediaBox [0 0 14400.00 7200.00]"},
	} {
		var out bytes.Buffer
		if err := PDF(&out, nil, c.bounds, palette.Light, text.Bundled()); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), c.box) {
			t.Errorf("%v: no %s, but %s", c.bounds, c.box, regexp.MustCompile(`/MediaBox [^\n]*`).FindString(out.String()))
		}
	}
	for _, b := range []geom.Rect{{}, geom.R(0, 0, math.NaN(), 5)} {
		if PDF(io.Discard, nil, b, palette.Light, text.Bundled()) == nil {
			t.Errorf("bounds %v: no error", b)
		}
	}
}

func TestPDFLeavesOutWhatIsNoPlace(t *testing.T) {
	for _, v := range []float64{math.NaN(), math.Inf(-1), 1e300} {
		got := page(t,
			shape.Box{Rect: geom.R(v, 0, 5, v), Fill: palette.Text, Stroke: palette.Text, StrokeWidth: v, Shadow: true},
			shape.Path{Curves: curve(geom.Pt(v, 0), geom.Pt(0, v)), Stroke: palette.Text, Width: 1},
			shape.Path{Curves: curve(geom.Pt(0, 0), geom.Pt(9, 9)), Stroke: palette.Text, Width: v},
			shape.Text{At: geom.Pt(v, v), Line: "x", Style: text.Style{Size: v}, Fill: palette.Text})
		for _, bad := range []string{"NaN", "Inf", fmt.Sprintf("%.2f", v)} {
			if strings.Contains(got, bad) {
				t.Errorf("%v: the page has %s", v, bad)
			}
		}
	}
}
