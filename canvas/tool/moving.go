package tool

import (
	"fmt"
	"math"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// moving is the state while cards are dragged. Each motion is an edit of its
// own, so that scene and numbers follow; they are squashed as they come.
type moving struct {
	mark   argument.Mark
	state  int    // of the document as this gesture left it
	label  string // of the undo step
	copies bool   // it drags copies, which its first step made
	grab   geom.Point
	cards  []placed
	lead   geom.Rect // the card that is held, where it was
	alone  argument.ID
	snap   snapper
	onto   scene.Hit // the link that the card would join if it were let go
}

// placed is where a claim's card was.
type placed struct {
	id argument.ID
	at geom.Point
}

// newMoving begins to drag the card of a claim and with it all that is
// selected; with Alt held, copies of them.
func newMoving(t *Tool, held argument.ID, start Pointer) state {
	if t.scene.Card(held) == nil || !t.doc.Selected(held) {
		return nil // it was toggled out of the selection
	}
	s := &moving{mark: t.doc.Mark(), grab: t.view.ToWorld(start.At)}
	claims := t.selectedClaims()
	verb := "Move"
	if start.Mods&Alt != 0 {
		copies := t.copyClaims("Duplicate", claims, geom.Point{})
		if copies == nil {
			return nil
		}
		for i, id := range claims {
			if id == held {
				held = copies[i]
			}
		}
		claims, verb, s.copies = copies, "Duplicate", true
	} else if len(claims) == 1 {
		s.alone = held
	}
	s.label = verb + " " + count(len(claims), "claim")
	s.lead = t.scene.Card(held).Rect
	for _, id := range t.WithHidden(claims) {
		s.cards = append(s.cards, placed{id, geom.Point(t.doc.Map().Claim(id).At)})
	}
	s.state = t.doc.State()
	lifted := make([]argument.ID, len(s.cards))
	for i, c := range s.cards {
		lifted[i] = c.id
	}
	t.scene.Lift(lifted...)
	return s
}

func (s *moving) move(t *Tool, p Pointer) {
	if t.doc.State() != s.state { // undone from the menu meanwhile
		t.become(idle{})
		return
	}
	at := t.view.ToWorld(p.At)
	by := whole(at.Sub(s.grab), t.view.Zoom)
	o := Overlay{}
	s.onto = scene.Hit{}
	if s.alone != "" {
		if h := t.joint(at, s.alone); h.Part != scene.Nothing {
			s.onto = h
			if o.Why = whyNotJoin(t.doc.Map(), s.alone, h.ID); o.Why == "" {
				o.Target = h
			} else {
				o.Refused = h
			}
		}
	}
	if p.Mods&(Alt|Command) == 0 && o.Target.Part == scene.Nothing {
		by, o.Guides = s.snapped(t, by)
	}
	s.place(t, by)
	t.show(o)
	t.point(Grabbing)
}

// whole rounds a displacement to whole world units, finer only where these
// are wide apart on the screen: so files hold round numbers, and cards keep
// their distances.
func whole(d geom.Point, zoom float64) geom.Point {
	k := 1.0
	if zoom > 2 {
		k = 4
	}
	return geom.Pt(math.Round(d.X*k)/k, math.Round(d.Y*k)/k)
}

func (s *moving) place(t *Tool, by geom.Point) {
	if by == (geom.Point{}) && !s.copies { // there and back again
		t.doc.Revert(s.mark)
		s.state = t.doc.State()
		return
	}
	t.edit(s.label, func(e *argument.Edit) error {
		for _, c := range s.cards {
			if err := e.MoveClaim(c.id, argument.Point(c.at.Add(by))); err != nil {
				return err
			}
		}
		return nil
	})
	t.doc.Squash(s.mark, s.label)
	s.state = t.doc.State()
}

func (s *moving) up(t *Tool, p Pointer) {
	s.move(t, p)
	t.become(idle{})
	if s.onto.Part == scene.Nothing || t.doc.State() != s.state {
		return
	}
	if why := whyNotJoin(t.doc.Map(), s.alone, s.onto.ID); why != "" {
		t.host.Explain(why)
		return
	}
	t.doc.Revert(s.mark)
	t.join(s.alone, s.onto.ID)
}

func (s *moving) lost(t *Tool) { t.become(idle{}) }

func (s *moving) cancel(t *Tool) {
	if t.doc.State() == s.state {
		t.doc.Revert(s.mark)
	}
}

// joint returns the link whose label or junction is at a world point, below
// whatever card is dragged over it.
func (t *Tool) joint(at geom.Point, claim argument.ID) scene.Hit {
	reach := 2 * slack / t.view.Zoom
	var hit scene.Hit
	t.scene.Links(geom.Rect{Min: at, Max: at}.Inset(-reach), func(l *scene.Link) {
		switch {
		case !l.Label.Empty() && l.Label.Distance(at) <= reach/2:
			hit = scene.Hit{Part: scene.Label, ID: l.ID}
		case l.Joined && l.Junction.Distance(at) <= reach:
			hit = scene.Hit{Part: scene.Junction, ID: l.ID}
		}
	})
	if hit.Part != scene.Nothing && isPremise(t.doc.Map(), claim, hit.ID) {
		return scene.Hit{} // its own links follow it and get below the pointer
	}
	return hit
}

// WithHidden adds the claims that a collapsed one among these hides: they
// move with it.
func (t *Tool) WithHidden(claims []argument.ID) []argument.ID {
	m := t.doc.Map()
	all := claims
	seen := map[argument.ID]bool{}
	for _, id := range claims {
		seen[id] = true
	}
	for _, id := range claims {
		if c := m.Claim(id); c == nil || !c.Collapsed {
			continue
		}
		branch(m, id, func(b argument.ID) {
			if m.Claim(b) != nil && !seen[b] && t.scene.Card(b) == nil {
				seen[b] = true
				all = append(all[:len(all):len(all)], b)
			}
		})
	}
	return all
}

// selectedClaims returns the claims of the selection that are shown.
func (t *Tool) selectedClaims() []argument.ID {
	var ids []argument.ID
	for _, id := range t.doc.Selection() {
		if t.scene.Card(id) != nil {
			ids = append(ids, id)
		}
	}
	return ids
}

// count returns "claim" or "3 claims".
func count(n int, thing string) string {
	if n == 1 {
		return thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
