package tool

import (
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// linking is the state while a link is drawn from a card. Let go on a card
// or a link, the claim becomes a premise for or against that; let go on
// nothing, a new claim is made there: the window asks how it is to bear on
// the claim that the link began at, unless the mode, Shift or Alt has said.
type linking struct{ from argument.ID }

func newLinking(t *Tool, from argument.ID) state {
	if t.scene.Card(from) == nil {
		return nil
	}
	return &linking{from}
}

func (s *linking) move(t *Tool, p Pointer) {
	source := t.scene.Card(s.from)
	if source == nil { // undone from the menu meanwhile
		t.become(idle{})
		return
	}
	at := t.view.ToWorld(p.At)
	h := t.hitWithin(p.At, linkSlack)
	o := Overlay{Kind: t.kindOf(h, p.Mods)}
	end := geom.Rect{Min: at, Max: at}
	switch {
	case h.Part == scene.Nothing:
		ghost := t.nearRoom(t.cardAt(at))
		o.Ghost = &ghost
		c := bend(ghost, source.Rect) // the new claim is the premise
		o.Rubber = &c
	case h.ID == s.from: // on its way out, or back to where it can be let go
	default:
		if o.Why = whyNotLink(t.doc.Map(), s.from, h.ID); o.Why == "" {
			o.Target = h
			end = t.goal(h, end)
		} else {
			o.Refused = h
		}
		c := bend(source.Rect, end)
		o.Rubber = &c
	}
	t.show(o)
	t.point(Crosshair)
}

// goal returns what a link to a target ends on: the card or the label.
func (t *Tool) goal(h scene.Hit, instead geom.Rect) geom.Rect {
	if c := t.scene.Card(h.ID); c != nil {
		return c.Rect
	}
	if l := t.scene.Link(h.ID); l != nil && !l.Label.Empty() {
		return l.Label
	}
	return instead
}

func (s *linking) up(t *Tool, p Pointer) {
	t.become(idle{})
	if t.scene.Card(s.from) == nil || !t.onCanvas(p.At) {
		return
	}
	h := t.hitWithin(p.At, linkSlack)
	kind := t.kindOf(h, p.Mods)
	if h.Part == scene.Nothing {
		if t.mode == Selecting && p.Mods&(Shift|Alt) == 0 {
			t.choose(s.from, p)
			return
		}
		t.grow(newClaim{kind: kind, to: s.from, at: t.cardAt(t.view.ToWorld(p.At)), near: true})
		return
	}
	t.link(s.from, h.ID, kind)
}

// choose has the window ask what is to be made where a link was let go. Until
// the answer the place stays marked.
func (t *Tool) choose(from argument.ID, p Pointer) {
	at := t.cardAt(t.view.ToWorld(p.At))
	ghost := t.nearRoom(at)
	rubber := bend(ghost, t.scene.Card(from).Rect)
	asking := &Overlay{Ghost: &ghost, Rubber: &rubber, Kind: argument.Supports}
	offers := []Offer{OfferReason, OfferObjection}
	var joins argument.ID
	for l := range t.doc.Map().Outgoing(from) {
		joins = l.ID
		offers = append(offers, OfferPremise)
		break
	}
	t.asking = asking
	t.hover()
	t.host.Choose(p.At, offers, func(o Offer, ok bool) {
		defer t.flush()
		if t.asking == asking {
			t.asking = nil
			t.hover()
		}
		if !ok || t.Busy() || t.scene.Card(from) == nil {
			return
		}
		switch o {
		case OfferReason:
			t.grow(newClaim{kind: argument.Supports, to: from, at: at, near: true})
		case OfferObjection:
			t.grow(newClaim{kind: argument.Opposes, to: from, at: at, near: true})
		case OfferPremise:
			if t.doc.Map().Link(joins) != nil {
				t.grow(newClaim{joins: joins, at: at, near: true})
			}
		}
	})
}

// link adds a link, or says why it cannot.
func (t *Tool) link(from, to argument.ID, kind argument.Kind) {
	if why := whyNotLink(t.doc.Map(), from, to); why != "" {
		t.host.Explain(why)
		return
	}
	var id argument.ID
	l := argument.Link{Kind: kind, From: []argument.ID{from}, To: to}
	if t.edit(linkLabel(t.doc.Map().LinkRole(&l)), func(e *argument.Edit) (err error) {
		id, err = e.AddLink(l)
		return err
	}) {
		t.doc.Select(id)
		t.SetMode(Selecting)
	}
}

// linkLabel names the step of undo that draws a link.
func linkLabel(r argument.Role) string {
	switch r {
	case argument.Undercutting:
		return "Undercut link"
	case argument.Underpinning:
		return "Underpin link"
	case argument.Opposing:
		return "Link as objection"
	}
	return "Link as reason"
}

// lost gives the link up: where it was to end is not known.
func (s *linking) lost(t *Tool) { t.become(idle{}) }

func (s *linking) cancel(*Tool) {}
