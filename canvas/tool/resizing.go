package tool

import (
	"math"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// A card is made wider or narrower by the grip at its lower right corner:
// the rest of its border draws links. How high it is follows from its text.

const (
	gripInside  = 10.0 // pixels that the grip reaches into the card
	gripOutside = 3.0  // and beyond its corner
	gripZoom    = 0.5  // below it there is no room for a grip

	// The widths that a hand may give a card, in world units, are within the
	// rules'. A narrower card has no room for its bar and percent.
	leastWidth = 100.0
	mostWidth  = argument.MaxWidth
	widthStep  = 20.0 // of the commands
)

// onGrip reports whether what is hit at a place is the grip of a card.
func (t *Tool) onGrip(h scene.Hit, px geom.Point) bool {
	c := t.scene.Card(h.ID)
	if t.mode != Selecting || !h.OnCard() || c == nil || t.view.Zoom < gripZoom {
		return false
	}
	d := px.Sub(t.view.ToScreen(c.Rect.Max))
	return d.X >= -gripInside && d.Y >= -gripInside && d.X <= gripOutside && d.Y <= gripOutside
}

// grip returns the corner of a card that is pointed at by which it can be
// made wider.
func (t *Tool) grip(h scene.Hit) *geom.Point {
	c := t.scene.Card(h.ID)
	if t.mode != Selecting || !h.OnCard() || c == nil || t.view.Zoom < gripZoom {
		return nil
	}
	return &c.Rect.Max
}

func (t *Tool) pressOnGrip(id argument.ID, p Pointer, twice bool) {
	if !t.doc.Selected(id) {
		t.doc.Select(id)
	}
	t.hold(&pressing{
		start: p,
		click: func() {
			if twice {
				t.UsualWidth()
			}
		},
		drag: func(t *Tool, start Pointer) state { return newResizing(t, id, start) },
	})
}

// resizing is the state while a card's grip is held. All that is selected
// with it gets the same width.
type resizing struct {
	mark  argument.Mark
	state int // of the document as this gesture left it
	label string
	held  argument.ID
	cards []placed
	rect  geom.Rect // of the held card, where it was
	grab  float64   // world, from its right edge to the pointer
	snap  snapper
}

func newResizing(t *Tool, held argument.ID, start Pointer) state {
	c := t.scene.Card(held)
	if c == nil {
		return nil
	}
	s := &resizing{
		mark: t.doc.Mark(), state: t.doc.State(), held: held, rect: c.Rect,
		grab: t.view.ToWorld(start.At).X - c.Rect.Max.X,
	}
	for _, id := range t.selectedClaims() {
		s.cards = append(s.cards, placed{id: id})
	}
	s.label = "Resize " + count(len(s.cards), "claim")
	return s
}

func (s *resizing) move(t *Tool, p Pointer) {
	if t.doc.State() != s.state || t.scene.Card(s.held) == nil { // undone from the menu meanwhile
		t.become(idle{})
		return
	}
	right := math.Round(t.view.ToWorld(p.At).X - s.grab)
	usual := s.rect.Min.X + t.usualWidth(s.held)
	o := Overlay{}
	if p.Mods&(Alt|Command) == 0 && t.view.Zoom >= snapZoom {
		right, o.Guides = s.snapped(t, right, usual)
	}
	width := math.Max(leastWidth, math.Min(mostWidth, right-s.rect.Min.X))
	if near(right, usual) {
		width = 0
	}
	s.set(t, width)
	if c := t.scene.Card(s.held); c != nil {
		o.Grip = &c.Rect.Max
		for i := range o.Guides { // the card's height follows from its width
			g := &o.Guides[i]
			g.From.Y, g.To.Y = min(g.From.Y, c.Rect.Min.Y), max(g.To.Y, c.Rect.Max.Y)
		}
	}
	t.show(o)
	t.point(Sideways)
}

// snapped returns the right edge, at the usual width or in line with an edge
// of another card if one is near, and the line that shows it.
func (s *resizing) snapped(t *Tool, right, usual float64) (float64, []Guide) {
	s.snap.look(t, s.cards)
	best, found := snapReach/t.view.Zoom, right
	try := func(at float64) {
		if d := math.Abs(at - right); d < best {
			best, found = d, at
		}
	}
	try(usual)
	for _, r := range s.snap.rects {
		try(r.Min.X)
		try(r.Max.X)
	}
	var from, to float64
	aligned := false
	for _, r := range s.snap.rects {
		if near(r.Min.X, found) || near(r.Max.X, found) {
			if !aligned {
				from, to, aligned = r.Min.Y, r.Max.Y, true
			}
			from, to = min(from, r.Min.Y), max(to, r.Max.Y)
		}
	}
	if !aligned {
		return found, nil
	}
	return found, []Guide{{From: geom.Pt(found, from), To: geom.Pt(found, to)}}
}

// set gives all cards a width; 0 is the usual one.
func (s *resizing) set(t *Tool, width float64) {
	t.edit(s.label, func(e *argument.Edit) error { return setWidth(e, s.cards, width) })
	t.doc.Squash(s.mark, s.label)
	s.state = t.doc.State()
}

func setWidth(e *argument.Edit, cards []placed, width float64) error {
	for _, c := range cards {
		if err := e.UpdateClaim(c.id, func(c *argument.Claim) { c.Width = width }); err != nil {
			return err
		}
	}
	return nil
}

func (s *resizing) up(t *Tool, p Pointer) {
	s.move(t, p)
	t.become(idle{})
}

func (s *resizing) lost(t *Tool) { t.become(idle{}) }

func (s *resizing) cancel(t *Tool) {
	if t.doc.State() == s.state {
		t.doc.Revert(s.mark)
	}
}

// usualWidth returns how wide the card of a claim is by itself.
func (t *Tool) usualWidth(claim argument.ID) float64 {
	c := *t.doc.Map().Claim(claim)
	c.Width = 0
	return t.scene.CardSize(&c).W
}

// UsualWidth gives the selected cards the width that they have by themselves.
func (t *Tool) UsualWidth() {
	t.widen("Usual width", func(argument.ID, float64) float64 { return 0 })
}

// Widen makes the selected cards a step wider, or narrower, each from the
// width that it has. Several in a row are one step of undo.
func (t *Tool) Widen(wider bool) {
	t.widen("Resize "+count(len(t.selectedClaims()), "claim"), func(id argument.ID, width float64) float64 {
		if wider {
			width += widthStep
		} else {
			width -= widthStep
		}
		width = math.Max(leastWidth, math.Min(mostWidth, width))
		if width == t.usualWidth(id) {
			return 0
		}
		return width
	})
}

func (t *Tool) widen(label string, width func(id argument.ID, is float64) float64) {
	defer t.flush()
	t.Cancel()
	claims := t.selectedClaims()
	if len(claims) == 0 {
		t.host.Explain("Select the claims whose cards are to be resized.")
		return
	}
	to := make([]float64, len(claims))
	for i, id := range claims {
		to[i] = width(id, t.scene.Card(id).Rect.W())
	}
	t.again(label, func(e *argument.Edit) error {
		for i, id := range claims {
			if err := setWidth(e, []placed{{id: id}}, to[i]); err != nil {
				return err
			}
		}
		return nil
	})
}
