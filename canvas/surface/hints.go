package surface

import (
	"fyne.io/fyne/v2"

	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
	"warrant/canvas/text"
	"warrant/canvas/tool"
)

// What a gesture shows besides rings: lines that a card snaps to, the grip of
// a card, and why something cannot be done. In units of the toolkit.
const (
	gapTick   = 4  // half the bar at each end of a gap
	gripLong  = 7  // of the longer stroke of a grip, along each side
	gripShort = 3  // of the shorter one
	gripInset = 3  // from the card's corner
	whySize   = 12 // of the words
	whyWidth  = 260
	whyPad    = 7
	whyAway   = 18 // from the pointer
)

// showGuide draws a line that a card is in line with; of a gap with a bar at
// each end.
func (s *Surface) showGuide(f *frame, g tool.Guide) {
	c := fade(s.palette.Of(palette.Opposes), 0.8)
	from, to := f.pos(g.From), f.pos(g.To)
	s.objects = append(s.objects, s.marks.line(from, to, c, 1))
	if !g.Gap {
		return
	}
	tick := fyne.NewPos(0, gapTick)
	if g.From.X == g.To.X {
		tick = fyne.NewPos(gapTick, 0)
	}
	for _, end := range []fyne.Position{from, to} {
		s.objects = append(s.objects, s.marks.line(end.Subtract(tick), end.Add(tick), c, 1.5))
	}
}

// showGrip draws two strokes across the lower right corner of a card.
func (s *Surface) showGrip(f *frame, corner geom.Point) {
	c := s.palette.Of(palette.Select)
	p := f.pos(corner).SubtractXY(gripInset, gripInset)
	for _, long := range []float32{gripLong, gripShort} {
		s.objects = append(s.objects, s.marks.line(p.SubtractXY(long, 0), p.SubtractXY(0, long), c, 1.5))
	}
}

// showPlaces draws a dot at each place that the selected link is led through.
func (s *Surface) showPlaces(f *frame, l *scene.Link) {
	if len(s.selected) > 1 {
		return
	}
	for _, p := range l.Via {
		s.objects = append(s.objects, s.marks.circle(f.pos(p), 4, s.palette.Of(palette.Surface), s.palette.Of(palette.Select), 1.5))
	}
}

// OnWhy has the sentences that tell why a gesture cannot end where the pointer
// is pass through say, which may put them into another language.
func (s *Surface) OnWhy(say func(sentence string) string) { s.say = say }

// showWhy draws a sentence near the pointer, within the canvas.
func (s *Surface) showWhy(sentence string) {
	if s.say != nil {
		sentence = s.say(sentence)
	}
	style := text.Style{Size: whySize}
	lines := s.fonts.Wrap(sentence, style, whyWidth)
	pitch := float32(whySize * 1.4)
	width := float32(0)
	for _, l := range lines {
		width = max(width, float32(s.fonts.Width(l.Text, style)))
	}
	// The toolkit's font may be a little wider than ours.
	size := fyne.NewSize(width*1.04+2*whyPad, float32(len(lines))*pitch+2*whyPad)
	at := fyne.NewPos(float32(s.lastP.X)+whyAway, float32(s.lastP.Y)+whyAway)
	at.X = max(0, min(at.X, float32(s.size.W)-size.Width))
	if at.Y+size.Height > float32(s.size.H) {
		at.Y = max(0, float32(s.lastP.Y)-whyAway-size.Height)
	}
	r := s.marks.rectangle()
	r.FillColor, r.StrokeColor, r.StrokeWidth, r.CornerRadius = s.palette.Of(palette.Surface), s.palette.Of(palette.Muted), 1, 6
	r.Move(at)
	r.Resize(size)
	s.objects = append(s.objects, r)
	for i, l := range lines {
		t := s.marks.text(l.Text, whySize, s.palette.Of(palette.Text))
		t.Move(at.AddXY(whyPad, whyPad+float32(i)*pitch))
		t.Resize(t.MinSize())
		s.objects = append(s.objects, t)
	}
}
