package tool

import (
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// idle is the state while no button is held: it shows what a press would do.
type idle struct{}

func (idle) move(t *Tool, _ Pointer) { t.hover() }
func (idle) up(*Tool, Pointer)       {}
func (idle) lost(*Tool)              {}
func (idle) cancel(*Tool)            {}

const (
	// slack is how far from a thing it is still pointed at, in pixels.
	slack = 5.0
	// linkSlack is the same for what a link is drawn to.
	linkSlack = 12.0
	// edgeZoom is the zoom below which cards are too small for a band of
	// their own along the edge: all of the card drags it.
	edgeZoom = 0.35
)

// hit returns what is at a place on the canvas.
func (t *Tool) hit(px geom.Point) scene.Hit { return t.hitWithin(px, slack) }

// mostSlack bounds how far from a thing, in world units, it counts as hit: with
// a large map all in view, a few pixels are a thousand cards.
const mostSlack = 400

func (t *Tool) hitWithin(px geom.Point, slack float64) scene.Hit {
	h := t.scene.At(t.view.ToWorld(px), min(slack/t.view.Zoom, mostSlack))
	if h.Part == scene.CardEdge && t.view.Zoom < edgeZoom {
		h.Part = scene.CardBody
	}
	if sel := t.doc.Selection(); h.Part == scene.Nothing && len(sel) == 1 {
		// A corner that is rounded passes its place at a distance.
		if l := t.scene.Link(sel[0]); l != nil && t.place(l, px) >= 0 {
			h = scene.Hit{Part: scene.Curve, ID: sel[0]}
		}
	}
	return h
}

// Hit returns what is at a place on the canvas, in pixels, for what is dropped
// there from outside.
func (t *Tool) Hit(px geom.Point) scene.Hit { return t.hitWithin(px, linkSlack) }

// onCanvas reports whether a place in pixels is one.
func (t *Tool) onCanvas(px geom.Point) bool {
	return t.size == geom.Size{} || geom.R(0, 0, t.size.W, t.size.H).Contains(px)
}

// hover shows what is under the pointer, while no button is held.
func (t *Tool) hover() {
	if t.Busy() {
		return
	}
	if t.asking != nil {
		t.show(*t.asking)
		t.point(Arrow)
		return
	}
	if !t.inside || !t.onCanvas(t.last.At) {
		t.show(Overlay{})
		t.point(Arrow)
		return
	}
	if t.spaceHeld {
		t.show(Overlay{})
		t.point(Hand)
		return
	}
	h := t.hit(t.last.At)
	o := Overlay{Hover: h, Grip: t.grip(h)}
	cursor := Arrow
	switch {
	case t.onGrip(h, t.last.At):
		cursor = Sideways
	case t.mode == AddingClaim && h.Part == scene.Nothing:
		r := t.nearRoom(t.cardAt(t.view.ToWorld(t.last.At)))
		o.Ghost, cursor = &r, Crosshair
	case t.mode == AddingClaim && h.OnLink():
		o.Target, cursor = h, Crosshair
	case t.mode == AddingSupport || t.mode == AddingObjection:
		cursor = Crosshair
		if h.OnCard() {
			o.Handle = t.handle(h)
		}
	case t.mode == AddingEvidence:
		if cursor = Crosshair; h.OnLink() {
			o.Target = h
		}
	case h.Part == scene.CardEdge:
		o.Handle, cursor = t.handle(h), Crosshair
	case h.Part == scene.CardBody:
		o.Handle, cursor = t.handle(h), Hand
	case h.OnLink():
		cursor = Hand
		if h.Part == scene.Curve {
			o.Handle = t.placeOn(h.ID)
		}
	}
	t.show(o)
	t.point(cursor)
}

// handle returns where a card offers to draw a link from: the place on its
// border that is pointed at, or while its inside is, the middle of the
// nearest side.
func (t *Tool) handle(h scene.Hit) *geom.Point {
	c := t.scene.Card(h.ID)
	if c == nil || t.view.Zoom < edgeZoom {
		return nil
	}
	r, p := c.Rect, t.view.ToWorld(t.last.At)
	left, right, top, bottom := p.X-r.Min.X, r.Max.X-p.X, p.Y-r.Min.Y, r.Max.Y-p.Y
	on := r.Center()
	if h.Part == scene.CardEdge {
		on = geom.Pt(min(max(p.X, r.Min.X), r.Max.X), min(max(p.Y, r.Min.Y), r.Max.Y))
	}
	switch min(left, right, top, bottom) {
	case top:
		on.Y = r.Min.Y
	case bottom:
		on.Y = r.Max.Y
	case left:
		on.X = r.Min.X
	default:
		on.X = r.Max.X
	}
	return &on
}

// press decides what a press begins.
func (t *Tool) press(p Pointer) {
	twice := t.second(p)
	h := t.hit(p.At)
	switch {
	case p.Button == Middle, p.Button == Primary && t.spaceHeld:
		t.become(newPanning(t, p))
	case p.Button == Secondary:
		t.hold(&pressing{start: p, drag: pan, click: func() { t.menu(h, p.At) }})
	case p.Button == Primary && t.onGrip(h, p.At):
		t.pressOnGrip(h.ID, p, twice)
	case t.mode == AddingClaim && h.OnLink():
		t.hold(&pressing{start: p, drag: nothing, click: func() { t.InsertClaim(h.ID) }})
	case t.mode == AddingClaim && h.Part == scene.Nothing:
		t.hold(&pressing{start: p, drag: marquee, click: func() { t.AddClaimAt(t.view.ToWorld(p.At)) }})
	case t.mode == AddingSupport || t.mode == AddingObjection:
		t.pressToArgue(p, h)
	case t.mode == AddingEvidence && h.Part != scene.Nothing:
		t.hold(&pressing{start: p, drag: nothing, click: func() { t.addEvidence(h) }})
	case h.Part == scene.Nothing:
		t.pressOnNothing(p, twice)
	default:
		t.pressOn(h, p, twice)
	}
}

// second reports whether a press is the second of a double click.
func (t *Tool) second(p Pointer) bool {
	was := t.click
	twice := was.counts && was.button == p.Button &&
		p.Time.Sub(was.time) <= doubleTime && p.At.Distance(was.at) <= doubleReach
	t.click = click{p.At, p.Time, p.Button, !twice}
	return twice
}

func (t *Tool) menu(h scene.Hit, at geom.Point) {
	switch {
	case h.Part == scene.Nothing:
		t.doc.Select()
	case !t.doc.Selected(h.ID):
		t.doc.Select(h.ID)
	}
	t.host.Menu(h, at)
}

func (t *Tool) addEvidence(h scene.Hit) {
	if !h.OnLink() {
		t.host.Explain("Evidence is attached to a link: click on a link or its label.")
		return
	}
	t.doc.Select(h.ID)
	t.SetMode(Selecting)
	t.host.AddEvidence(h.ID)
}

func (t *Tool) pressOnNothing(p Pointer, twice bool) {
	adds := p.Mods&(Shift|Command) != 0
	t.hold(&pressing{start: p, drag: marquee, click: func() {
		switch {
		case twice && !adds:
			t.AddClaimAt(t.view.ToWorld(p.At))
		case !adds:
			t.doc.Select()
		}
	}})
}

// pressOn begins on a card or a link. The inside of a card and links are
// selected at once; at the edge that waits for the release, since Shift may
// be for the link that is drawn from there.
func (t *Tool) pressOn(h scene.Hit, p Pointer, twice bool) {
	toggles := p.Mods&(Shift|Command) != 0
	was := t.doc.Selected(h.ID)
	if h.Part != scene.CardEdge && !was {
		t.add(h.ID, toggles)
	}
	s := &pressing{start: p, drag: nothing}
	switch h.Part {
	case scene.CardBody:
		s.drag = func(t *Tool, start Pointer) state { return newMoving(t, h.ID, start) }
	case scene.CardEdge:
		s.drag = func(t *Tool, _ Pointer) state { return newLinking(t, h.ID) }
	case scene.Curve:
		s.drag = func(t *Tool, start Pointer) state { return newReconnecting(t, h.ID, start) }
		if was {
			s.drag = func(t *Tool, start Pointer) state { return newBending(t, h.ID, start) }
		}
	}
	s.click = func() {
		switch {
		case toggles && was:
			t.remove(h.ID)
		case toggles:
			t.add(h.ID, true)
		default:
			t.doc.Select(h.ID)
			switch {
			case twice && h.OnCard():
				t.host.EditText(h.ID, false)
			case twice && h.Part == scene.Curve:
				t.forgetPlace(h.ID, p.At)
			}
		}
	}
	t.hold(s)
}

// pressToArgue begins in the modes that add a reason or an objection.
func (t *Tool) pressToArgue(p Pointer, h scene.Hit) {
	s := &pressing{start: p, drag: marquee, click: func() {
		if h.Part == scene.Nothing {
			t.host.Explain("Click on the claim or the link that the new claim is to bear on.")
			return
		}
		t.doc.Select(h.ID)
		t.AddReason(t.kindOf(h, p.Mods))
	}}
	switch {
	case h.OnCard():
		s.drag = func(t *Tool, _ Pointer) state { return newLinking(t, h.ID) }
	case h.OnLink():
		s.drag = nothing
	}
	t.hold(s)
}

// kindOf returns the kind of a link that would end at a target: what the
// mode says, else an undercutter on a link and a reason on a claim. Shift
// turns it round.
func (t *Tool) kindOf(target scene.Hit, m Mods) argument.Kind {
	kind := argument.Supports
	switch {
	case t.mode == AddingObjection, t.mode != AddingSupport && target.OnLink():
		kind = argument.Opposes
	}
	if m&Shift != 0 {
		kind = kind.Opposite()
	}
	return kind
}

// add selects one more, or only this.
func (t *Tool) add(id argument.ID, more bool) {
	if more {
		t.doc.Select(append(append([]argument.ID(nil), t.doc.Selection()...), id)...)
		return
	}
	t.doc.Select(id)
}

func (t *Tool) remove(id argument.ID) {
	var rest []argument.ID
	for _, s := range t.doc.Selection() {
		if s != id {
			rest = append(rest, s)
		}
	}
	t.doc.Select(rest...)
}
