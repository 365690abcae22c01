package paint

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestSVGGolden(t *testing.T) {
	fonts := text.Bundled()
	shapes, bounds := diagram(fonts, "Hostility to the U.S. outweighs any dispute with China", "Россия & <Китай>", "中文", "روسيا والصين", "a  b", "")
	for _, pal := range []*palette.Palette{palette.Light, palette.Dark} {
		var out bytes.Buffer
		if err := SVG(&out, shapes, bounds, pal, fonts); err != nil {
			t.Fatal(err)
		}
		wellFormed(t, out.Bytes())
		path := filepath.Join("testdata", "diagram-"+pal.Name+".svg")
		if *update {
			if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		got, golden := strings.Split(out.String(), "\n"), strings.Split(string(want), "\n")
		for i := range max(len(got), len(golden)) {
			if i >= len(got) || i >= len(golden) || got[i] != golden[i] {
				t.Fatalf("%s, line %d:\n got %q\nwant %q", path, i+1, at(got, i), at(golden, i))
			}
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}

// hostile is what a map from a stranger may say.
var hostile = []string{
	`</text><script>alert(1)</script>`,
	`]]><svg onload=alert(1)>`,
	`" onload="alert(1)`, `' onload='alert(1)`,
	`&amp;&#x0;<!ENTITY x SYSTEM "file:///etc/passwd">&x;`,
	`<!-- -->`, `<?xml version="1.0"?>`,
	"NUL \x00 BEL \x07 ESC \x1b[2J DEL \x7f C1 \u009b2J",
	"lone surrogate \xed\xa0\x80 and \xff\xfe",
	"noncharacters \ufffe\uffff\U0001fffe\ufdd0",
	"\u202eoverride\u2066 isolate \u2067 left open",
	"marks " + strings.Repeat("\u0301", 500),
	"{nb} %s %d \\( \\) (",
	"😀👩\u200d👩\u200d👧 العربية עברית 中文",
	"tab\tnewline\nreturn\r.",
	`</svg><svg>`, `--!>`, `--`, `<![CDATA[`, `&lt;&#60;&#x3c;`, `<style>*{display:none}</style>`, `<a href="javascript:x">`,
	`(unclosed`, `\) Tj`, `<feff0041>`, `endstream endobj`, `%%EOF`, `%PDF-1.7`,
	"z" + strings.Repeat("\u0321\u0489\u036f", 200), strings.Repeat("unbroken", 200),
	"🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 👍🏽 ☝\ufe0f 1\ufe0f\u20e3 🇫🇷🇫",
	"\u200b\u2060\u00ad\ufeff \u061c\u200e\u200f", "\u2028\u2029\u0085", "한\u1112\u1161\u11ab ﷽ 𒐫 \u0e33",
}

// wellFormed checks that a document parses, and holds no more than a drawing
// needs.
func wellFormed(t *testing.T, doc []byte) (said []string) {
	t.Helper()
	if !utf8.Valid(doc) {
		t.Error("not UTF-8")
	}
	known := map[string]bool{"svg": true, "defs": true, "filter": true, "feGaussianBlur": true, "rect": true, "path": true, "text": true}
	d := xml.NewDecoder(bytes.NewReader(doc))
	inText := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return said
		}
		if err != nil {
			t.Fatalf("not well formed: %v\n%s", err, doc)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if !known[token.Name.Local] {
				t.Errorf("an element %s", token.Name.Local)
			}
			for _, a := range token.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || strings.Contains(a.Name.Local, "href") || a.Name.Local == "style" {
					t.Errorf("an attribute %s", a.Name.Local)
				}
			}
			if inText = token.Name.Local == "text"; inText {
				said = append(said, "")
			}
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				said[len(said)-1] += string(token)
			}
		case xml.Comment, xml.ProcInst, xml.Directive:
			t.Errorf("a %T", token)
		}
	}
}

func TestSVGOfHostileText(t *testing.T) {
	for _, line := range hostile {
		var out bytes.Buffer
		shapes := []shape.Shape{shape.Text{At: geom.Pt(5, 20), Line: line, Style: body, Fill: palette.Text}}
		if err := SVG(&out, shapes, geom.R(0, 0, 300, 40), palette.Light, text.Bundled()); err != nil {
			t.Errorf("%q: %v", line, err)
			continue
		}
		said := wellFormed(t, out.Bytes())
		if len(said) != 1 {
			t.Errorf("%q gives %d texts", line, len(said))
			continue
		}
		want := strings.Map(func(r rune) rune {
			switch {
			case r == '\t' || r == '\n' || r == '\r':
				return ' '
			case r < 32 || r >= 0x7f && r < 0xa0 || r&0xfffe == 0xfffe || r == 0xfdd0:
				return -1
			}
			return r
		}, line)
		if said[0] != want {
			t.Errorf("%q says %q, want %q", line, said[0], want)
		}
	}
}

var body = text.Style{Size: 13}

func TestSVGRefusesNoSize(t *testing.T) {
	for _, b := range []geom.Rect{{}, geom.R(0, 0, math.NaN(), 5), geom.R(0, 0, math.Inf(1), 5), geom.R(5, 5, -3, 4)} {
		if err := SVG(io.Discard, nil, b, palette.Light, text.Bundled()); err == nil {
			t.Errorf("bounds %v: no error", b)
		}
	}
}

func TestSVGLeavesOutWhatIsNoPlace(t *testing.T) {
	nan := math.NaN()
	var out bytes.Buffer
	err := SVG(&out, []shape.Shape{
		shape.Box{Rect: geom.R(nan, 0, 5, 5), Fill: palette.Text},
		shape.Path{Curves: curve(geom.Pt(0, nan), geom.Pt(4, 4)), Stroke: palette.Text, Width: 1},
		shape.Text{At: geom.Pt(1, math.Inf(1)), Line: "x", Style: body, Fill: palette.Text},
	}, geom.R(0, 0, 10, 10), palette.Light, text.Bundled())
	if err != nil {
		t.Fatal(err)
	}
	if s := out.String(); strings.Contains(s, "NaN") || strings.Contains(s, "Inf\"") || strings.Count(s, "\n") != 3 {
		t.Errorf("got %s", s)
	}
}
