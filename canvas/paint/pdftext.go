package paint

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"math"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/text/unicode/bidi"

	"warrant/canvas/geom"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// text sets a line word by word, so that each stands where it was measured.
func (p *pdf) text(s shape.Text) {
	c := p.pal.Of(s.Fill)
	if c.A == 0 || !finite(s.At.X, s.At.Y, s.Style.Size) || s.Style.Size <= 0 || s.Style.Size > largestText {
		return
	}
	x0 := s.At.X
	switch s.Align {
	case shape.Middle:
		x0 -= p.fonts.Width(s.Line, s.Style) / 2
	case shape.End:
		x0 -= p.fonts.Width(s.Line, s.Style)
	}
	p.fill(s.Fill, 1)
	p.doc.SetTextColor(int(c.R), int(c.G), int(c.B))
	size := math.Round(s.Style.Size*p.scale*100) / 100
	p.face(s.Style.Weight, size)
	words := p.fonts.Words(s.Line, s.Style)
	for i, w := range words {
		if w.Text == " " || len(w.Glyphs) == 0 {
			continue
		}
		said := w.Text
		// The space goes with the word, for whoever copies the text.
		if !w.RightToLeft && i+1 < len(words) && words[i+1].Text == " " {
			said += " "
		}
		x, y := p.at(geom.Pt(x0+w.X, s.At.Y))
		if w.Plain {
			p.word(said, w.Text, x, y, w.Width*p.scale, s.Style.Italic)
			continue
		}
		for _, g := range w.Glyphs {
			p.outline(g, geom.Pt(x0+g.X, s.At.Y+g.Y), s.Style)
		}
		p.invisible(said, w, x, y, size, s.Style.Weight)
	}
}

// face makes a weight of the bundled face the current one.
func (p *pdf) face(w text.Weight, size float64) {
	w = min(w, text.Bold)
	name := faceName(w)
	if !p.loaded[w] {
		p.doc.AddUTF8FontFromBytes(name, "", p.fonts.Bundled(w))
		p.loaded[w] = true
	}
	p.doc.SetFont(name, "", size)
}

func faceName(w text.Weight) string { return fmt.Sprintf("inter%d", weights[min(w, text.Bold)]) }

// word sets plain text, letters moved apart or together to the width that
// kerning gave it.
func (p *pdf) word(said, letters string, x, y, width float64, italic bool) {
	n := 0
	for range letters {
		n++
	}
	apart := (width - p.doc.GetStringWidth(letters)) / float64(n)
	p.doc.RawWriteStr(fmt.Sprintf("%.4f Tc", apart))
	if italic {
		p.doc.TransformBegin()
		p.doc.TransformSkewX(math.Atan(text.Slant)*180/math.Pi, x, y)
	}
	p.doc.Text(x, y, said)
	if italic {
		p.doc.TransformEnd()
	}
}

// outline fills the shape of one glyph.
func (p *pdf) outline(g text.Glyph, at geom.Point, s text.Style) {
	segments := p.fonts.Outline(g.Face, g.ID)
	if len(segments) == 0 {
		if picture, ok := p.fonts.Picture(g.Face, g.ID); ok {
			p.picture(g, picture, at, s.Size)
		}
		return
	}
	lean := float32(0)
	if s.Italic {
		lean = text.Slant
	}
	place := func(q [2]float32) (float64, float64) {
		return p.at(at.Add(geom.Pt(float64(q[0]-lean*q[1])*s.Size, float64(q[1])*s.Size)))
	}
	var lastX, lastY float64
	for i, seg := range segments {
		x, y := place(seg.Points[0])
		switch seg.Op {
		case text.MoveTo:
			if i > 0 {
				p.doc.ClosePath()
			}
			p.doc.MoveTo(x, y)
		case text.LineTo:
			p.doc.LineTo(x, y)
		case text.QuadTo:
			x2, y2 := place(seg.Points[1])
			// PDF has no quadratic curves: the same one as a cubic.
			p.doc.CurveBezierCubicTo(lastX+(x-lastX)*2/3, lastY+(y-lastY)*2/3, x2+(x-x2)*2/3, y2+(y-y2)*2/3, x2, y2)
		case text.CubeTo:
			x2, y2 := place(seg.Points[1])
			x3, y3 := place(seg.Points[2])
			p.doc.CurveBezierCubicTo(x, y, x2, y2, x3, y3)
		}
		lastX, lastY = place(seg.Points[used[seg.Op]-1])
	}
	p.doc.ClosePath()
	p.doc.DrawPath("F")
}

// picture puts a glyph in its own colours.
func (p *pdf) picture(g text.Glyph, picture text.Picture, at geom.Point, size float64) {
	name := fmt.Sprintf("%p %d", g.Face, g.ID)
	if p.pictures[name] == "" {
		var data bytes.Buffer
		// fpdf reads 8 bits a channel only, whatever the font has.
		flat := image.NewNRGBA(picture.Image.Bounds())
		draw.Draw(flat, flat.Rect, picture.Image, flat.Rect.Min, draw.Src)
		if png.Encode(&data, flat) != nil {
			return
		}
		p.pictures[name] = fmt.Sprintf("glyph %d", len(p.pictures))
		p.doc.RegisterImageOptionsReader(p.pictures[name], fpdf.ImageOptions{ImageType: "PNG"}, &data)
	}
	x, y := p.at(at.Add(geom.Pt(float64(picture.Left)*size, float64(picture.Top)*size)))
	p.doc.ImageOptions(p.pictures[name], x, y, float64(picture.Wide)*size*p.scale, float64(picture.Tall)*size*p.scale,
		false, fpdf.ImageOptions{ImageType: "PNG"}, 0, "")
}

// invisible lays text that can be selected over outlines. It is written past
// the library, which would look for its glyphs; readers take the characters
// from the codes themselves. They put what runs from right to left in reading
// order, so it is written as it stands.
func (p *pdf) invisible(said string, w text.Word, x, y, size float64, weight text.Weight) {
	if w.RightToLeft {
		said = bidi.ReverseString(said) // brackets, too, as they look
	}
	codes, actual := make([]byte, 0, 4*len(said)), []byte(nil)
	for _, r := range said {
		switch {
		case r < ' ':
		case r <= 0xffff:
			codes = fmt.Appendf(codes, "%04X", r)
		default:
			// A code has two bytes: any will do where the words are given beside.
			codes = append(codes, "FFFD"...)
			if actual == nil {
				for _, u := range utf16.Encode([]rune(w.Text)) {
					actual = fmt.Appendf(actual, "%04X", u)
				}
			}
		}
	}
	if len(codes) == 0 {
		return
	}
	// A code without a glyph advances by the width the font names for it, in
	// thousandths of the size.
	advance := float64(p.doc.GetFontDesc(faceName(weight), "").MissingWidth) / 1000 * size * float64(len(codes)/4)
	stretch := 100.0
	if advance > 0 {
		stretch = w.Width * p.scale / advance * 100
	}
	_, height := p.doc.GetPageSize()
	set := fmt.Sprintf("BT 3 Tr 0 Tc %.2f Tz %.2f %.2f Td <%s> Tj 0 Tr 100 Tz ET",
		math.Max(1, math.Min(1000, stretch)), x, height-y, codes)
	if actual != nil {
		set = fmt.Sprintf("/Span <</ActualText <FEFF%s>>> BDC %s EMC", actual, set)
	}
	p.doc.RawWriteStr(set)
}
