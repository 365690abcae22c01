package surface

import (
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
)

// faintness is how much is left of what has faded.
const faintness = 0.28

// presence is how much of a claim or link is drawn, from 0 to 1.
func presence(sc *scene.Scene, id argument.ID) float64 {
	p := sc.Shows(id)
	if p > 0 && sc.Faint(id) {
		p *= faintness
	}
	return p
}

// leastBadge is the zoom below which a badge shrinks no more, so that its
// word remains one.
const leastBadge = 0.7

func (f *frame) badgeScale() float64 { return max(f.view.Zoom, leastBadge) * f.dev }

// planMark asks for the picture of the badge of what is in view.
func (s *Surface) planMark(f *frame, id argument.ID) {
	k := s.scene.MarkOf(id)
	if k == scene.NoMark || k == scene.Found {
		return
	}
	box, shapes := s.scene.Badge(id)
	if shapes == nil {
		return
	}
	s.consider(f, want{key: pictureKey{id, badgePart}, box: box, shapes: shapes, scale: f.badgeScale()}, uint64(k))
}

// showMark shows the badge of a claim or link, or the outline around it.
func (s *Surface) showMark(f *frame, id argument.ID) {
	switch s.scene.MarkOf(id) {
	case scene.NoMark:
	case scene.Found:
		if o, ok := s.scene.Outline(id); ok {
			r := s.marks.rectangle()
			r.StrokeColor, r.StrokeWidth = s.palette.Of(o.Stroke), float32(max(2, o.StrokeWidth*f.view.Zoom))
			r.CornerRadius = f.length(o.Radius)
			s.placeRect(f, r, o.Rect)
			s.objects = append(s.objects, r)
		}
	default:
		if box, shapes := s.scene.Badge(id); shapes != nil {
			s.showScaled(f, pictureKey{id, badgePart}, box.Max, f.badgeScale())
		}
	}
}

// Flags stand for badges in the overview: squares with a sign of their own,
// of flagMost pixels where the card is large enough for it.
const (
	flagLeast = 5
	flagMost  = 11
)

// mark draws the flag of a card or label, or the outline around it.
func (j job) mark(p pen, on geom.Rect, k scene.Mark) {
	color, px := j.palette.Of(k.Color()), 1/p.scale
	if k == scene.Found {
		outer := on.Inset(-3 * px)
		for _, r := range [...]geom.Rect{
			geom.R(outer.Min.X, outer.Min.Y, outer.W(), 2*px), geom.R(outer.Min.X, outer.Max.Y-2*px, outer.W(), 2*px),
			geom.R(outer.Min.X, outer.Min.Y+2*px, 2*px, outer.H()-4*px), geom.R(outer.Max.X-2*px, outer.Min.Y+2*px, 2*px, outer.H()-4*px),
		} {
			p.fill(r, color)
		}
		return
	}
	side := min(flagMost, max(flagLeast, on.H()*p.scale)) * px
	box := geom.R(on.Max.X-side*0.6, on.Min.Y-side*0.4, side, side)
	p.fill(box.Inset(-px), j.palette.Of(palette.Surface))
	p.fill(box, color)
	sign, bar := j.palette.Of(palette.OnMark), side/6
	c, arm := box.Center(), side*0.32
	switch k {
	case scene.Changed:
		p.fill(geom.R(c.X-1.5*bar, c.Y-1.5*bar, 3*bar, 3*bar), sign)
	case scene.Remarked:
		p.fill(geom.R(c.X-bar/2, c.Y-arm, bar, 1.3*arm), sign)
		p.fill(geom.R(c.X-bar/2, c.Y+0.6*arm, bar, bar), sign)
	case scene.Added:
		p.fill(geom.R(c.X-bar/2, c.Y-arm, bar, 2*arm), sign)
		fallthrough
	case scene.Gone:
		p.fill(geom.R(c.X-arm, c.Y-bar/2, 2*arm, bar), sign)
	}
}
