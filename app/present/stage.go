package present

import (
	"math"
	"time"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
	"warrant/canvas/tool"
)

// Stage is what the speaker's pointer does: it goes on and back, moves the
// camera, points, and asks what if a step of reasoning held less. It takes
// the place of the tool, and edits nothing.
type Stage struct {
	// What it asks of who shows the presentation. None may be nil.
	Go       func(by int)                                  // some steps on or back
	Slide    func(link argument.ID, to float64, over bool) // what if a link had this confidence; over: it was let go
	LeaveOut func(link argument.ID)                        // what if it were not there, or again were
	Point    func(at geom.Point, on bool)                  // the spotlight is there, in pixels, or ends
	Grab     func()                                        // the camera is in the speaker's hand
	Base     func(link argument.ID) float64                // the confidence that sliding begins at
	After    func(d time.Duration, fn func())              // has fn called after a while

	scene   *scene.Scene
	view    geom.View
	size    geom.Size
	sized   func()
	overlay tool.Overlay
	cursor  tool.Cursor
	changed []*func()

	down    tool.Button
	from    tool.Pointer // of the press
	view0   geom.View    // at the press
	moved   bool         // so far that it is no click any more
	pointed bool         // the spotlight is on
	presses int          // counts them, so that a held press knows its own
	link    argument.ID  // pressed on its label
	base    float64
	turned  time.Time // of the wheel, when it last went a step
}

// NewStage returns a stage for the drawing of a map. Its fields are to be set
// before it is used; sized is called whenever the canvas has another size.
func NewStage(sc *scene.Scene, sized func()) *Stage { return &Stage{scene: sc, sized: sized} }

const (
	click      = 4.0                    // pixels that a press may tremble
	hold       = 350 * time.Millisecond // after which a press that is still points
	slideRange = 260.0                  // pixels from no confidence to full
	labelSlack = 6.0                    // pixels around a label
	turnRest   = 220 * time.Millisecond // between two steps of the wheel
	zoomUnit   = 0.0056                 // natural logarithm of the zoom for a unit of the wheel
	zoomMost   = 75.0                   // units of the wheel at once
	zoomStep   = 1.25                   // of the keys
)

// View returns how the map is seen.
func (s *Stage) View() geom.View { return s.view }

// SetView changes how the map is seen.
func (s *Stage) SetView(v geom.View) {
	v.Zoom = max(geom.LeastZoom, min(geom.MaxZoom, v.Zoom))
	if v != s.view {
		s.view = v
		s.tell()
	}
}

// Size returns the size of the canvas in pixels.
func (s *Stage) Size() geom.Size { return s.size }

// Resize tells the size of the canvas in pixels.
func (s *Stage) Resize(px geom.Size) {
	if px != s.size && px.W > 0 && px.H > 0 {
		s.size = px
		s.sized()
	}
}

// Overlay returns what is shown over the map.
func (s *Stage) Overlay() *tool.Overlay { return &s.overlay }

// Cursor returns the shape of the pointer.
func (s *Stage) Cursor() tool.Cursor { return s.cursor }

// Busy reports whether a press is under way.
func (s *Stage) Busy() bool { return s.down != tool.NoButton }

// OnChange has fn called after each change of what is to be seen.
func (s *Stage) OnChange(fn func()) (cancel func()) {
	p := &fn
	s.changed = append(s.changed, p)
	return func() {
		for i, q := range s.changed {
			if q == p {
				s.changed = append(s.changed[:i:i], s.changed[i+1:]...)
				return
			}
		}
	}
}

func (s *Stage) tell() {
	for _, fn := range s.changed {
		(*fn)()
	}
}

// Down takes a press: on the label of a link it asks what if, elsewhere it
// goes on, moves the camera, or, held still, points.
func (s *Stage) Down(p tool.Pointer) {
	if s.down != tool.NoButton {
		return
	}
	s.down, s.from, s.view0, s.moved, s.link = p.Button, p, s.view, false, ""
	s.presses++
	if p.Button != tool.Primary {
		return
	}
	if s.link = s.labelAt(p.At); s.link != "" {
		s.base = s.Base(s.link)
		return
	}
	press := s.presses
	s.After(hold, func() {
		if s.down == tool.Primary && s.presses == press && !s.moved {
			s.pointed = true
			s.Point(s.from.At, true)
		}
	})
}

// Move takes a motion of the pointer.
func (s *Stage) Move(p tool.Pointer) {
	if s.down == tool.NoButton {
		s.hover(p.At)
		return
	}
	d := p.At.Sub(s.from.At)
	if math.Hypot(d.X, d.Y) > click {
		s.moved = true
	}
	switch {
	case s.pointed:
		s.Point(p.At, true)
	case !s.moved:
	case s.link != "":
		s.Slide(s.link, s.slid(p), false)
	default:
		s.Grab()
		s.cursor = tool.Grabbing
		v := s.view0
		v.Zoom = s.view.Zoom
		v.Origin = s.view0.ToWorld(s.from.At).Sub(p.At.Mul(1 / v.Zoom))
		s.SetView(v)
	}
}

func (s *Stage) slid(p tool.Pointer) float64 {
	to := max(0, min(1, s.base+(p.At.X-s.from.At.X)/slideRange))
	return math.Round(to*100) / 100
}

// Up takes a release.
func (s *Stage) Up(p tool.Pointer) {
	if s.down == tool.NoButton || p.Button != s.down {
		return
	}
	button := s.down
	s.down, s.cursor = tool.NoButton, tool.Arrow
	switch {
	case s.pointed:
		s.pointed = false
		s.Point(p.At, false)
	case s.link != "" && s.moved:
		s.Slide(s.link, s.slid(p), true)
	case s.moved:
	case s.link != "":
		s.LeaveOut(s.link)
	case button == tool.Primary:
		s.Go(1)
	case button == tool.Secondary:
		s.Go(-1)
	}
	s.hover(p.At)
}

// Leave tells that the pointer has left the canvas.
func (s *Stage) Leave() {
	if s.overlay.Hover != (scene.Hit{}) {
		s.overlay.Hover = scene.Hit{}
		s.tell()
	}
}

// Cancel ends a press as if it had not been.
func (s *Stage) Cancel() {
	if s.pointed {
		s.pointed = false
		s.Point(s.from.At, false)
	}
	s.down, s.moved, s.cursor = tool.NoButton, false, tool.Arrow
}

// Scroll takes a turn of the wheel: a step on or back, or with Command held
// nearer and farther.
func (s *Stage) Scroll(at geom.Point, dx, dy float64, m tool.Mods) {
	switch now := time.Now(); {
	case m&tool.Command != 0:
		s.Grab()
		dy = max(-zoomMost, min(zoomMost, dy))
		s.SetView(s.view.ZoomedTo(s.view.Zoom*math.Exp(dy*zoomUnit), at))
	case dx != 0 || m&tool.Shift != 0:
		s.Grab()
		if dx == 0 {
			dx, dy = dy, 0
		}
		s.SetView(s.view.PannedBy(geom.Pt(dx, dy)))
	case dy != 0 && now.Sub(s.turned) >= turnRest:
		s.turned = now
		if dy < 0 {
			s.Go(1)
		} else {
			s.Go(-1)
		}
	}
}

// ZoomIn and ZoomOut come nearer to the middle and go farther from it.
func (s *Stage) ZoomIn() { s.zoom(zoomStep) }

// ZoomOut see ZoomIn.
func (s *Stage) ZoomOut() { s.zoom(1 / zoomStep) }

func (s *Stage) zoom(by float64) {
	s.Grab()
	s.SetView(s.view.ZoomedTo(s.view.Zoom*by, geom.Pt(s.size.W/2, s.size.H/2)))
}

// KeyDown has no use for any key: a Show takes them.
func (s *Stage) KeyDown(tool.Key, tool.Mods) bool { return false }

// KeyUp see KeyDown.
func (s *Stage) KeyUp(tool.Key) {}

// labelAt returns the link in sight whose label is at a place in pixels.
func (s *Stage) labelAt(px geom.Point) argument.ID {
	p := s.view.ToWorld(px)
	h := s.scene.At(p, labelSlack/s.view.Zoom)
	if h.OnLink() && s.scene.Shows(h.ID) > 0 {
		if l := s.scene.Link(h.ID); l != nil && l.Label.Inset(-labelSlack/s.view.Zoom).Contains(p) {
			return h.ID
		}
	}
	return ""
}

func (s *Stage) hover(px geom.Point) {
	var hit scene.Hit
	s.cursor = tool.Arrow
	if id := s.labelAt(px); id != "" {
		hit = scene.Hit{Part: scene.Label, ID: id}
		s.cursor = tool.Sideways
	}
	if hit != s.overlay.Hover {
		s.overlay.Hover = hit
		s.tell()
	}
}
