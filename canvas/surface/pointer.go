package surface

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"warrant/canvas/geom"
	"warrant/canvas/tool"
)

// The toolkit tells of a release up to twice, by MouseUp and DragEnd, and
// over another object by DragEnd alone, perhaps after FocusLost. So the
// surface remembers which button is held and takes the first that comes.

func button(b desktop.MouseButton) tool.Button {
	switch {
	case b&desktop.MouseButtonPrimary != 0:
		return tool.Primary
	case b&desktop.MouseButtonSecondary != 0:
		return tool.Secondary
	case b&desktop.MouseButtonTertiary != 0:
		return tool.Middle
	}
	return tool.NoButton
}

func at(p fyne.Position) geom.Point { return geom.Pt(float64(p.X), float64(p.Y)) }

func (s *Surface) pointer(p geom.Point, b tool.Button) tool.Pointer {
	s.lastP = p
	return tool.Pointer{At: p, Button: b, Mods: s.modifiers(), Time: time.Now()}
}

func (s *Surface) modifiers() tool.Mods {
	if s.mods == nil {
		return 0
	}
	return s.mods()
}

// MouseDown implements desktop.Mouseable.
func (s *Surface) MouseDown(ev *desktop.MouseEvent) {
	s.takeFocus()
	if s.ringed {
		s.ringed = false
		s.Repaint()
	}
	b := button(ev.Button)
	if b == tool.Primary && s.held == tool.NoButton && s.minimap.down(s, at(ev.Position)) {
		return
	}
	if s.held == tool.NoButton {
		s.held = b
	}
	p := s.pointer(at(ev.Position), b)
	p.Mods |= modifiersOf(ev.Modifier)
	s.click(func() { s.tool.Down(p) })
}

// click has the tool take a press or release. The toolkit takes the focus
// from whatever is not under the pointer right after: a field that the tool
// asks for meanwhile is opened with the next frame.
func (s *Surface) click(take func()) {
	s.clicking = true
	take()
	s.clicking = false
	if s.asked != nil {
		s.Repaint()
	}
}

// MouseUp implements desktop.Mouseable.
func (s *Surface) MouseUp(ev *desktop.MouseEvent) {
	s.release(at(ev.Position), button(ev.Button))
}

// release ends what button b began, once.
func (s *Surface) release(p geom.Point, b tool.Button) {
	if s.minimap.dragged {
		s.minimap.dragged = false
		return
	}
	if b == s.held {
		s.held = tool.NoButton
	}
	s.click(func() { s.tool.Up(s.pointer(p, b)) })
}

// Dragged implements fyne.Draggable: motion with the left or middle button
// held.
func (s *Surface) Dragged(ev *fyne.DragEvent) {
	if s.minimap.dragged {
		s.minimap.move(s, at(ev.Position))
		return
	}
	if s.held != tool.NoButton {
		s.tool.Move(s.pointer(at(ev.Position), s.held))
	}
}

// DragEnd implements fyne.Draggable.
func (s *Surface) DragEnd() {
	if s.minimap.dragged || s.held != tool.NoButton {
		s.release(s.lastP, s.held)
	}
}

// MouseIn implements desktop.Hoverable.
func (s *Surface) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable: motion with no button or with the
// right one held, and with any before the toolkit calls it a drag.
func (s *Surface) MouseMoved(ev *desktop.MouseEvent) {
	p := at(ev.Position)
	if s.minimap.dragged {
		s.minimap.move(s, p)
		return
	}
	b := button(ev.Button)
	if b == tool.NoButton && s.minimap.covers(p) {
		s.lastP = p
		s.tool.Leave()
		return
	}
	s.held = b
	s.tool.Move(s.pointer(p, b))
}

// MouseOut implements desktop.Hoverable.
func (s *Surface) MouseOut() { s.tool.Leave() }

// scrollMost is the most of one wheel event that is taken, in units of the
// toolkit: it multiplies fast wheels by up to 125.
const scrollMost = 250

// Scrolled implements fyne.Scrollable.
func (s *Surface) Scrolled(ev *fyne.ScrollEvent) {
	dx := max(-scrollMost, min(scrollMost, float64(ev.Scrolled.DX)))
	dy := max(-scrollMost, min(scrollMost, float64(ev.Scrolled.DY)))
	s.tool.Scroll(at(ev.Position), dx, dy, s.modifiers())
}

// Cursor implements desktop.Cursorable. The toolkit has no grabbing hand of
// its own.
func (s *Surface) Cursor() desktop.Cursor {
	if s.minimap.covers(s.lastP) {
		return desktop.DefaultCursor
	}
	switch s.tool.Cursor() {
	case tool.Hand, tool.Grabbing:
		return desktop.PointerCursor
	case tool.Crosshair:
		return desktop.CrosshairCursor
	case tool.Sideways:
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}
