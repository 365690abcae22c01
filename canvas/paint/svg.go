package paint

import (
	"bufio"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// family is what a reader of the file may have, the bundled face first.
const family = `Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', sans-serif`

// weights are the CSS numbers of the weights.
var weights = [...]int{text.Regular: 400, text.Medium: 500, text.SemiBold: 600, text.Bold: 700}

// SVG writes the shapes inside of bounds as one SVG document, a pixel a world
// unit. Text stays text, set to its measured length; nothing in it can run or
// load anything, whatever the shapes say.
func SVG(w io.Writer, shapes []shape.Shape, bounds geom.Rect, pal *palette.Palette, measure text.Measurer) error {
	if !finite(bounds.Min.X, bounds.Min.Y, bounds.Max.X, bounds.Max.Y) || bounds.Empty() {
		return fmt.Errorf("svg: nothing to paint: bounds %v; they must have a size", bounds)
	}
	s := &svg{out: bufio.NewWriter(w), pal: pal, measure: measure}
	s.printf(`<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="%s %s %s %s" font-family="%s">`+"\n",
		num(bounds.W()), num(bounds.H()), num(bounds.Min.X), num(bounds.Min.Y), num(bounds.W()), num(bounds.H()), family)
	if pal.Of(palette.Shadow).A > 0 && shadowed(shapes) {
		s.printf(`<defs><filter id="blur" x="-25%%" y="-25%%" width="150%%" height="150%%"><feGaussianBlur stdDeviation="%d"/></filter></defs>`+"\n", shadowSigma)
	}
	s.printf(`<rect x="%s" y="%s" width="%s" height="%s"%s/>`+"\n",
		num(bounds.Min.X), num(bounds.Min.Y), num(bounds.W()), num(bounds.H()), s.paint("fill", palette.Canvas, 1))
	for _, sh := range shapes {
		switch sh := sh.(type) {
		case shape.Box:
			s.box(sh)
		case shape.Path:
			s.path(sh)
		case shape.Text:
			s.text(sh)
		}
	}
	s.printf("</svg>\n")
	if err := s.out.Flush(); err != nil {
		return fmt.Errorf("writing the svg: %w", err)
	}
	return nil
}

func shadowed(shapes []shape.Shape) bool {
	for _, s := range shapes {
		if b, ok := s.(shape.Box); ok && b.Shadow {
			return true
		}
	}
	return false
}

// svg keeps the first error of writing in its bufio.Writer.
type svg struct {
	out     *bufio.Writer
	pal     *palette.Palette
	measure text.Measurer
}

func (s *svg) printf(format string, args ...any) { fmt.Fprintf(s.out, format, args...) }

// paint is the attribute that gives a role's colour.
func (s *svg) paint(attribute string, r palette.Role, opacity float64) string {
	c := s.pal.Of(r)
	if c.A == 0 {
		return ` ` + attribute + `="none"`
	}
	out := ` ` + attribute + `="` + hex(c) + `"`
	if o := opacity * float64(c.A) / 255; o < 1 {
		out += ` ` + attribute + `-opacity="` + num(o) + `"`
	}
	return out
}

func (s *svg) box(b shape.Box) {
	if !finite(b.Rect.Min.X, b.Rect.Min.Y, b.Rect.Max.X, b.Rect.Max.Y, b.Radius, b.StrokeWidth) ||
		b.Rect.W() < 0 || b.Rect.H() < 0 {
		return
	}
	// The shadow is a rectangle of its own: a reader without filters shows the
	// card all the same.
	if b.Shadow && s.pal.Of(palette.Shadow).A > 0 {
		s.rect(b.Rect.Move(geom.Pt(0, shadowDown)), b.Radius)
		s.printf("%s filter=\"url(#blur)\"/>\n", s.paint("fill", palette.Shadow, 1))
	}
	s.rect(b.Rect, b.Radius)
	s.printf("%s", s.paint("fill", b.Fill, 1))
	if s.pal.Of(b.Stroke).A > 0 && b.StrokeWidth > 0 {
		s.printf(`%s stroke-width="%s"`, s.paint("stroke", b.Stroke, 1), num(b.StrokeWidth))
	}
	s.printf("/>\n")
}

// rect begins a rectangle.
func (s *svg) rect(r geom.Rect, radius float64) {
	s.printf(`<rect x="%s" y="%s" width="%s" height="%s"`, num(r.Min.X), num(r.Min.Y), num(r.W()), num(r.H()))
	if r := math.Min(radius, math.Min(r.W(), r.H())/2); r > 0 {
		s.printf(` rx="%s"`, num(r))
	}
}

func (s *svg) path(p shape.Path) {
	opacity, ok := opacityOf(p)
	if !ok {
		return
	}
	s.printf(`<path d="%s"%s`, pathData(p.Curves), s.paint("fill", p.Fill, opacity))
	if s.pal.Of(p.Stroke).A > 0 && p.Width > 0 {
		s.printf(`%s stroke-width="%s" stroke-linejoin="round"`, s.paint("stroke", p.Stroke, opacity), num(p.Width))
		if p.Dash[0] > 0 && p.Dash[1] > 0 {
			s.printf(` stroke-dasharray="%s %s"`, num(p.Dash[0]), num(p.Dash[1]))
		} else {
			s.printf(` stroke-linecap="round"`)
		}
	}
	s.printf("/>\n")
}

func pathData(curves []geom.Cubic) string {
	var b strings.Builder
	start := 0
	for i, c := range curves {
		if i == 0 || c.A != curves[i-1].D {
			start = i
			fmt.Fprintf(&b, "M%s,%s", num(c.A.X), num(c.A.Y))
		}
		if straight(c) {
			fmt.Fprintf(&b, "L%s,%s", num(c.D.X), num(c.D.Y))
		} else {
			fmt.Fprintf(&b, "C%s,%s %s,%s %s,%s", num(c.B.X), num(c.B.Y), num(c.C.X), num(c.C.Y), num(c.D.X), num(c.D.Y))
		}
		if i > start && c.D == curves[start].A {
			b.WriteByte('Z')
		}
	}
	return b.String()
}

func straight(c geom.Cubic) bool { return c == geom.Line(c.A, c.D) }

func (s *svg) text(t shape.Text) {
	said := printable(t.Line)
	width := s.measure.Width(t.Line, t.Style)
	if said == "" || s.pal.Of(t.Fill).A == 0 || !finite(t.At.X, t.At.Y, t.Style.Size, width) || t.Style.Size <= 0 {
		return
	}
	s.printf(`<text x="%s" y="%s" font-size="%s"%s`, num(t.At.X), num(t.At.Y), num(t.Style.Size), s.paint("fill", t.Fill, 1))
	if w := weights[min(t.Style.Weight, text.Bold)]; w != 400 {
		s.printf(` font-weight="%d"`, w)
	}
	if t.Style.Italic {
		s.printf(` font-style="italic"`)
	}
	// In a line that runs from right to left, start is its right end.
	anchor := t.Align
	if text.RightToLeft(t.Line) {
		s.printf(` direction="rtl"`)
		anchor = shape.End - anchor
	}
	s.printf("%s", [...]string{shape.Start: "", shape.Middle: ` text-anchor="middle"`, shape.End: ` text-anchor="end"`}[min(anchor, shape.End)])
	if width > 0 && utf8.RuneCountInString(said) > 1 {
		s.printf(` textLength="%s" lengthAdjust="spacingAndGlyphs"`, num(width))
	}
	if strings.HasPrefix(said, " ") || strings.HasSuffix(said, " ") || strings.Contains(said, "  ") {
		s.printf(` xml:space="preserve"`)
	}
	s.printf(">%s</text>\n", said)
}

// printable escapes what a text says for XML, and leaves out what XML cannot
// hold: control characters and noncharacters. Bytes that are not UTF-8 become
// U+FFFD. An override of direction ends with its own <text>.
func printable(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			b.WriteByte(' ')
		case r < ' ' || r >= 0x7f && r < 0xa0 || r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef:
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\'':
			b.WriteString("&#39;")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// num is a number at the border: two places, no useless zeros.
func num(v float64) string {
	s := strconv.FormatFloat(math.Round(v*100)/100, 'f', 2, 64)
	s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

func hex(c color.NRGBA) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }
