package scene

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/shape"
	"warrant/canvas/text"
)

// The measures of a card in world units.
const (
	CardWidth       = 200
	ContentionWidth = 300
	padLeft         = 14
	padRight        = 12
	firstBaseline   = 23
	headBaseline    = 20 // of the word above the contention's text
	headHeight      = 16
	linePitch       = 17
	barGap          = 17 // from the last baseline to the bar
	barWidth        = 60
	barHeight       = 5
	padBottom       = 15 // from the bar's top
	cardRadius      = 8
	textSize        = 13
	smallSize       = 11
)

var (
	bodyStyle       = text.Style{Size: textSize}
	contentionStyle = text.Style{Size: textSize, Weight: text.SemiBold}
	headStyle       = text.Style{Size: 10.5, Weight: text.Bold}
	percentStyle    = text.Style{Size: smallSize, Weight: text.SemiBold}
	markStyle       = text.Style{Size: smallSize, Weight: text.Medium}
)

// look is all that a card's drawing depends on. Equal looks are drawn alike.
type look struct {
	text          string
	width         float64
	role          argument.Role
	percent       int // -1 when it is not known
	mark          string
	hidden        int
	color         argument.Color
	pinned, noted bool
	collapsed     bool
	words         *Words
}

func (s *Scene) lookOf(c *argument.Claim) look {
	v := look{
		text: c.Text, width: widthOf(s.m, c), role: s.m.Role(c.ID), percent: -1, mark: markOf(c),
		color: c.Color, pinned: c.Pinned, noted: c.Note != "", collapsed: c.Collapsed, words: s.words,
	}
	if credence, known := s.numbers.Credence(c.ID); known {
		v.percent = int(math.Round(credence * 100))
	}
	if c.Collapsed {
		v.hidden = s.below(c.ID)
	}
	return v
}

func widthOf(m *argument.Map, c *argument.Claim) float64 {
	switch {
	case c.Width != 0:
		return c.Width
	case c.ID == m.Info().Contention:
		return ContentionWidth
	}
	return CardWidth
}

// markOf names the paragraphs that a claim is anchored in, "¶2, 6".
func markOf(c *argument.Claim) string {
	var ps []int
	for _, p := range c.Passages {
		if p.Paragraph > 0 && !slices.Contains(ps, p.Paragraph) {
			ps = append(ps, p.Paragraph)
		}
	}
	if len(ps) == 0 {
		if len(c.Passages) > 0 {
			return "¶"
		}
		return ""
	}
	slices.Sort(ps)
	more := ""
	if len(ps) > 3 {
		ps, more = ps[:3], " …"
	}
	var b strings.Builder
	b.WriteString("¶")
	for i, p := range ps {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Itoa(p))
	}
	return b.String() + more
}

// mostLines is how many lines a card shows: enough for a long paragraph, few
// enough that one hostile text does not make a card taller than the map.
const mostLines = 120

// lines breaks a claim's text for a card of some width.
func lines(measure text.Measurer, said string, style text.Style, width float64) []text.Line {
	all := measure.Wrap(said, style, width-padLeft-padRight)
	if len(all) <= mostLines {
		return all
	}
	all = append([]text.Line(nil), all[:mostLines]...)
	all[mostLines-1].Text = "…"
	return all
}

func styleOf(role argument.Role) text.Style {
	if role == argument.Contending {
		return contentionStyle
	}
	return bodyStyle
}

func heightOf(lines int, role argument.Role) float64 {
	h := firstBaseline + float64(lines-1)*linePitch + barGap + padBottom
	if role == argument.Contending {
		h += headHeight - 3
	}
	return h
}

// CardSize returns the size of a claim's card, shown or not.
func (s *Scene) CardSize(c *argument.Claim) geom.Size {
	if card := s.cards[c.ID]; card != nil && card.look.text == c.Text && card.look.width == widthOf(s.m, c) {
		return card.Rect.Size()
	}
	return Sizes{s.m, s.measure}.CardSize(c)
}

// Sizes tells how large cards are before there is a drawing of them: a map
// without places is arranged first, and only then drawn.
type Sizes struct {
	Map     *argument.Map
	Measure text.Measurer
}

// CardSize returns the size of a claim's card.
func (z Sizes) CardSize(c *argument.Claim) geom.Size {
	w, role := widthOf(z.Map, c), z.Map.Role(c.ID)
	return geom.Size{W: w, H: heightOf(len(lines(z.Measure, c.Text, styleOf(role), w)), role)}
}

// drawCard makes or renews the card of a claim. It reports where the card
// was before, if it was, and whether its box changed.
func (s *Scene) drawCard(c *argument.Claim, wrapped []text.Line) (old geom.Rect, moved bool) {
	v := s.lookOf(c)
	card := s.cards[c.ID]
	fresh := card == nil
	if fresh {
		s.sequence++
		card = &Card{ID: c.ID, sequence: s.sequence}
		s.cards[c.ID] = card
	}
	old = card.Rect
	if fresh || v != card.look {
		was := card.look
		card.look, card.Role, card.Style = v, v.role, styleOf(v.role)
		if fresh || v.text != was.text || v.width != was.width || styleOf(was.role) != card.Style {
			if wrapped == nil {
				wrapped = lines(s.measure, v.text, card.Style, v.width)
			}
			card.Lines = wrapped
		}
		card.Known, card.Mark, card.Hidden, card.Pinned, card.Noted = v.percent >= 0, v.mark, v.hidden, v.pinned, v.noted
		card.Revision = s.next()
	}
	card.Credence, _ = s.numbers.Credence(c.ID)
	card.Rect = geom.R(c.At.X, c.At.Y, v.width, heightOf(len(card.Lines), v.role))
	s.index.putCard(card)
	return old, fresh || old != card.Rect
}

// Color returns the role in the palette of the card's edge.
func (c *Card) Color() palette.Role { return roleColor(c.Role) }

func roleColor(r argument.Role) palette.Role {
	switch r {
	case argument.Contending:
		return palette.Contention
	case argument.Supporting:
		return palette.Supports
	case argument.Opposing:
		return palette.Opposes
	case argument.Undercutting:
		return palette.Undercuts
	case argument.Underpinning:
		return palette.Supports
	}
	return palette.Neutral
}

// TextRect returns where the card's text stands, in world units.
func (c *Card) TextRect() geom.Rect {
	top := c.Rect.Min.Y + firstBaseline - textSize
	if c.Role == argument.Contending {
		top += headHeight - 3
	}
	return geom.R(c.Rect.Min.X+padLeft, top, c.Rect.W()-padLeft-padRight, float64(len(c.Lines))*linePitch)
}

// Shapes returns the card's drawing with its corner at the origin.
func (c *Card) Shapes() []shape.Shape {
	w, h := c.Rect.W(), c.Rect.H()
	shapes := append(make([]shape.Shape, 0, 8+len(c.Lines)), c.frame()...)
	shapes = append(shapes, c.body()...)
	bar := h - padBottom
	shapes = append(shapes, shape.Box{Rect: geom.R(padLeft, bar, barWidth, barHeight), Radius: barHeight / 2, Fill: palette.Track})
	said := c.look.words.Unsettled
	if c.Known {
		if fill := barWidth * c.Credence; fill > 0.5 {
			shapes = append(shapes, shape.Box{Rect: geom.R(padLeft, bar, fill, barHeight), Radius: math.Min(barHeight, fill) / 2, Fill: c.Color()})
		}
		said = strconv.Itoa(c.look.percent) + "%"
	}
	shapes = append(shapes, shape.Text{At: geom.Pt(padLeft+barWidth+6, bar+6), Line: said, Style: percentStyle, Fill: palette.Muted})
	var marks []string
	if c.Pinned {
		marks = append(marks, "•")
	}
	if c.Noted {
		marks = append(marks, "✎")
	}
	if c.Mark != "" {
		marks = append(marks, c.Mark)
	}
	if len(marks) > 0 {
		shapes = append(shapes, shape.Text{At: geom.Pt(w-padRight, bar+6), Line: strings.Join(marks, "  "), Style: markStyle, Fill: palette.Muted, Align: shape.End})
	}
	if c.Hidden > 0 {
		said := c.look.words.More(c.Hidden)
		box := geom.R(w/2-34, h-10, 68, 20)
		shapes = append(shapes,
			shape.Box{Rect: box, Radius: 10, Fill: palette.Surface, Stroke: palette.Muted, StrokeWidth: 1.2},
			shape.Text{At: geom.Pt(w/2, h+4), Line: said, Style: markStyle, Fill: palette.Muted, Align: shape.Middle})
	}
	return shapes
}

// TitleShapes returns the card's drawing for small zooms: no bar, no marks.
func (c *Card) TitleShapes() []shape.Shape { return append(c.frame(), c.body()...) }

// Swatch returns the roles in the palette of a claim's colour: of a chip that
// stands for it, and of the card behind the text.
func Swatch(c argument.Color) (chip, behind palette.Role) {
	switch c {
	case argument.Red:
		return palette.Red, palette.RedTint
	case argument.Orange:
		return palette.Orange, palette.OrangeTint
	case argument.Yellow:
		return palette.Yellow, palette.YellowTint
	case argument.Green:
		return palette.Green, palette.GreenTint
	case argument.Blue:
		return palette.Blue, palette.BlueTint
	case argument.Violet:
		return palette.Violet, palette.VioletTint
	case argument.Grey:
		return palette.Grey, palette.GreyTint
	}
	return palette.CardBorder, palette.Surface
}

// Ground returns the roles of the card's border and of what is behind its text.
func (c *Card) Ground() (border, behind palette.Role) { return Swatch(c.look.color) }

func (c *Card) frame() []shape.Shape {
	w, h := c.Rect.W(), c.Rect.H()
	border, behind := c.Ground()
	return []shape.Shape{
		shape.Box{Rect: geom.R(0, 0, w, h), Radius: cardRadius, Fill: behind, Stroke: border, StrokeWidth: 1, Shadow: true},
		shape.Box{Rect: geom.R(0, 6, 4, h-12), Radius: 2, Fill: c.Color()},
	}
}

func (c *Card) body() []shape.Shape {
	var shapes []shape.Shape
	y := float64(firstBaseline)
	if c.Role == argument.Contending {
		shapes = append(shapes, shape.Text{At: geom.Pt(padLeft, headBaseline), Line: c.look.words.Contention, Style: headStyle, Fill: palette.Contention})
		y += headHeight - 3
	}
	for _, l := range c.Lines {
		if l.Text != "" {
			said := shape.Text{At: geom.Pt(padLeft, y), Line: l.Drawn(), Style: c.Style, Fill: palette.Text}
			if l.RTL {
				said.At.X, said.Align = c.Rect.W()-padRight, shape.End
			}
			shapes = append(shapes, said)
		}
		y += linePitch
	}
	return shapes
}
