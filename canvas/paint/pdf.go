package paint

import (
	"fmt"
	"io"
	"math"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// points is how many points of a page a world unit has: CSS counts 96 units
// an inch, PDF 72.
const points = 0.75

// The sides of a page that PDF readers keep to, in points.
const (
	mostPage  = 14_400
	leastPage = 3
)

// PDF writes the shapes inside of bounds as one page of their size, shrunk
// where it would pass what readers open. Text is set in the bundled face and
// can be selected; what that face cannot set is drawn as outlines, with the
// same text invisible over it. The bytes are the same at each call.
func PDF(w io.Writer, shapes []shape.Shape, bounds geom.Rect, pal *palette.Palette, fonts *text.Fonts) error {
	if !finite(bounds.Min.X, bounds.Min.Y, bounds.Max.X, bounds.Max.Y) || bounds.Empty() {
		return fmt.Errorf("pdf: nothing to paint: bounds %v; they must have a size", bounds)
	}
	k := math.Min(points, mostPage/math.Max(bounds.W(), bounds.H()))
	size := fpdf.SizeType{Wd: math.Max(leastPage, bounds.W()*k), Ht: math.Max(leastPage, bounds.H()*k)}
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: size})
	doc.SetAutoPageBreak(false, 0)
	doc.SetMargins(0, 0, 0)
	doc.SetCatalogSort(true)
	doc.SetCreationDate(time.Unix(0, 0).UTC())
	doc.SetModificationDate(time.Unix(0, 0).UTC())
	doc.SetProducer("Warrant", true)
	doc.AddPage()
	p := &pdf{doc: doc, pal: pal, fonts: fonts, origin: bounds.Min, scale: k, alpha: 1, pictures: map[string]string{}}
	p.box(shape.Box{Rect: bounds, Fill: palette.Canvas})
	for _, s := range shapes {
		switch s := s.(type) {
		case shape.Box:
			p.box(s)
		case shape.Path:
			p.path(s)
		case shape.Text:
			p.text(s)
		}
	}
	if err := doc.Output(w); err != nil {
		return fmt.Errorf("writing the pdf: %w", err)
	}
	return nil
}

type pdf struct {
	doc    *fpdf.Fpdf
	pal    *palette.Palette
	fonts  *text.Fonts
	origin geom.Point
	scale  float64 // points a world unit
	alpha  float64 // as last set
	loaded [text.Bold + 1]bool
	// pictures are the names of glyphs in colour that the document holds.
	pictures map[string]string
}

func (p *pdf) at(q geom.Point) (x, y float64) {
	return (q.X - p.origin.X) * p.scale, (q.Y - p.origin.Y) * p.scale
}

// opacity sets how much shows through what follows.
func (p *pdf) opacity(a float64) {
	if a = math.Round(a*1000) / 1000; a != p.alpha {
		p.doc.SetAlpha(a, "Normal")
		p.alpha = a
	}
}

// fill and stroke set a role's colour, and report whether it shows.
func (p *pdf) fill(r palette.Role, opacity float64) bool {
	c := p.pal.Of(r)
	p.doc.SetFillColor(int(c.R), int(c.G), int(c.B))
	p.opacity(opacity * float64(c.A) / 255)
	return c.A > 0
}

func (p *pdf) stroke(r palette.Role, width, opacity float64) bool {
	c := p.pal.Of(r)
	if c.A == 0 || !(width > 0) {
		return false
	}
	p.doc.SetDrawColor(int(c.R), int(c.G), int(c.B))
	p.doc.SetLineWidth(width * p.scale)
	p.opacity(opacity * float64(c.A) / 255)
	return true
}

func (p *pdf) box(b shape.Box) {
	if !finite(b.Rect.Min.X, b.Rect.Min.Y, b.Rect.Max.X, b.Rect.Max.Y, b.Radius, b.StrokeWidth) ||
		b.Rect.W() < 0 || b.Rect.H() < 0 {
		return
	}
	if b.Shadow && p.pal.Of(palette.Shadow).A > 0 {
		p.shadow(b)
	}
	if p.fill(b.Fill, 1) {
		p.roundRect(b.Rect, b.Radius)
		p.doc.DrawPath("F")
	}
	if p.stroke(b.Stroke, b.StrokeWidth, 1) {
		p.doc.SetDashPattern(nil, 0)
		p.roundRect(b.Rect, b.Radius)
		p.doc.DrawPath("D")
	}
}

// shadow is a stack of pale boxes: vectors know no blur. Their sizes are where
// a Gaussian has fallen by even steps.
func (p *pdf) shadow(b shape.Box) {
	steps := [...]float64{1.15, 0.67, 0.32, 0, -0.32, -0.67, -1.15} // sigmas from the edge
	for _, sigmas := range steps {
		grow := sigmas * shadowSigma
		r := b.Rect.Move(geom.Pt(0, shadowDown)).Inset(-grow)
		if r.Empty() {
			continue
		}
		p.fill(palette.Shadow, 1.0/float64(len(steps)))
		p.roundRect(r, math.Max(0, b.Radius+grow))
		p.doc.DrawPath("F")
	}
}

// roundRect adds a rectangle with round corners to the current path.
func (p *pdf) roundRect(r geom.Rect, radius float64) {
	x, y := p.at(r.Min)
	x2, y2 := p.at(r.Max)
	c := math.Max(0, math.Min(radius*p.scale, math.Min(x2-x, y2-y)/2))
	const k = 1 - 0.5522847498 // of a quarter circle as a cubic
	p.doc.MoveTo(x+c, y)
	p.doc.LineTo(x2-c, y)
	if c > 0 {
		p.doc.CurveBezierCubicTo(x2-c*k, y, x2, y+c*k, x2, y+c)
	}
	p.doc.LineTo(x2, y2-c)
	if c > 0 {
		p.doc.CurveBezierCubicTo(x2, y2-c*k, x2-c*k, y2, x2-c, y2)
	}
	p.doc.LineTo(x+c, y2)
	if c > 0 {
		p.doc.CurveBezierCubicTo(x+c*k, y2, x, y2-c*k, x, y2-c)
	}
	p.doc.LineTo(x, y+c)
	if c > 0 {
		p.doc.CurveBezierCubicTo(x, y+c*k, x+c*k, y, x+c, y)
	}
	p.doc.ClosePath()
}

func (p *pdf) path(s shape.Path) {
	opacity, ok := opacityOf(s)
	if !ok {
		return
	}
	if s.Fill != palette.None && p.fill(s.Fill, opacity) {
		p.curves(s.Curves)
		p.doc.DrawPath("F")
	}
	if p.stroke(s.Stroke, s.Width, opacity) {
		p.doc.SetLineJoinStyle("round")
		if s.Dash[0] > 0 && s.Dash[1] > 0 {
			p.doc.SetLineCapStyle("butt")
			p.doc.SetDashPattern([]float64{s.Dash[0] * p.scale, s.Dash[1] * p.scale}, 0)
		} else {
			p.doc.SetLineCapStyle("round")
			p.doc.SetDashPattern(nil, 0)
		}
		p.curves(s.Curves)
		p.doc.DrawPath("D")
	}
}

func (p *pdf) curves(curves []geom.Cubic) {
	start := 0
	for i, c := range curves {
		x, y := p.at(c.D)
		if i == 0 || c.A != curves[i-1].D {
			start = i
			p.doc.MoveTo(p.at(c.A))
		}
		if straight(c) {
			p.doc.LineTo(x, y)
		} else {
			bx, by := p.at(c.B)
			cx, cy := p.at(c.C)
			p.doc.CurveBezierCubicTo(bx, by, cx, cy, x, y)
		}
		if i > start && c.D == curves[start].A {
			p.doc.ClosePath()
		}
	}
}
