package tool

import (
	"math"
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// reconnecting is the state while an end of a link is dragged elsewhere: its
// arrow to another target, or the end at a premise to another claim. Let go
// on nothing, it springs back.
type reconnecting struct {
	link argument.ID
	from argument.ID // the premise whose end is held; empty for the arrow
}

// newReconnecting takes hold of the end of a link that is nearer along the
// curve that was pressed.
func newReconnecting(t *Tool, id argument.ID, start Pointer) state {
	l, drawn := t.doc.Map().Link(id), t.scene.Link(id)
	if l == nil || drawn == nil {
		return nil
	}
	at := t.view.ToWorld(start.At)
	best, along, curve := math.Inf(1), 0.0, 0
	for i, c := range drawn.Curves {
		if k, d := c.Nearest(at); d < best {
			best, along, curve = d, k, i
		}
	}
	// Legs and trunk may be of several pieces each.
	if curve >= drawn.Trunk {
		half := float64(len(drawn.Curves)-drawn.Trunk) / 2
		if drawn.Joined || float64(curve-drawn.Trunk)+along > half {
			return &reconnecting{link: id}
		}
		curve = drawn.Trunk
	}
	// Not every premise need be shown: the one at which the leg begins.
	s := &reconnecting{link: id}
	best = math.Inf(1)
	for _, f := range l.From {
		if c := t.scene.Card(f); c != nil {
			if d := c.Rect.Distance(drawn.Curves[curve].A); d < best {
				best, s.from = d, f
			}
		}
	}
	return s
}

func (s *reconnecting) move(t *Tool, p Pointer) {
	l, drawn := t.doc.Map().Link(s.link), t.scene.Link(s.link)
	if l == nil || drawn == nil { // undone from the menu meanwhile
		t.become(idle{})
		return
	}
	at := t.view.ToWorld(p.At)
	end := geom.Rect{Min: at, Max: at}
	o := Overlay{Kind: l.Kind}
	if h := t.hitWithin(p.At, linkSlack); h.Part != scene.Nothing && h.ID != s.link {
		if o.Why = s.whyNot(t.doc.Map(), l, h.ID); o.Why == "" {
			o.Target = h
			end = t.goal(h, end)
		} else {
			o.Refused = h
		}
	}
	var c geom.Cubic
	if s.from != "" {
		c = bend(end, t.goal(scene.Hit{ID: l.To}, geom.Rect{Min: drawn.Tip, Max: drawn.Tip}))
	} else if card := t.outermost(t.row(), l.From, nil); card != nil {
		c = bend(card.Rect, end)
	}
	o.Rubber = &c
	t.show(o)
	t.point(Crosshair)
}

// whyNot says why the end cannot be there, and nothing when it can.
func (s *reconnecting) whyNot(m *argument.Map, l *argument.Link, to argument.ID) string {
	if s.from != "" {
		switch {
		case to == s.from:
			return ""
		case m.Claim(to) == nil:
			return "Only a claim can be a premise."
		case to == l.To:
			return whyNotLink(m, to, to)
		}
		return whyNotJoin(m, to, l.ID)
	}
	if to == l.To {
		return ""
	}
	for on := m.Link(to); on != nil; on = m.Link(on.To) {
		if on.ID == l.ID {
			return "A link cannot bear on itself."
		}
	}
	for _, f := range l.From {
		if why := whyNotLink(m, f, to); why != "" {
			return why
		}
	}
	return ""
}

func (s *reconnecting) up(t *Tool, p Pointer) {
	t.become(idle{})
	m := t.doc.Map()
	l := m.Link(s.link)
	h := t.hitWithin(p.At, linkSlack)
	if l == nil || h.Part == scene.Nothing || h.ID == s.link {
		return
	}
	if why := s.whyNot(m, l, h.ID); why != "" {
		t.host.Explain(why)
		return
	}
	t.edit("Reconnect link", func(e *argument.Edit) error {
		return e.UpdateLink(s.link, func(l *argument.Link) {
			if s.from == "" {
				l.To = h.ID
				return
			}
			l.From = slices.Clone(l.From)
			l.From[slices.Index(l.From, s.from)] = h.ID
		})
	})
}

func (s *reconnecting) lost(t *Tool) { t.become(idle{}) }

func (s *reconnecting) cancel(*Tool) {}
