package tool

import (
	"warrant/argument"
	"warrant/canvas/geom"
)

// newClaim says what claim is to be made: where its card is wished, and what
// it bears on, if anything. It becomes a linked premise where joins is set.
type newClaim struct {
	at       geom.Rect
	kind     argument.Kind
	to       argument.ID
	joins    argument.ID // a link
	text     string      // it says so far
	passages []argument.Passage
	near     bool // where a hand has put it, or as near to that as there is room
}

// grow makes a claim, selects and shows it, and has its text edited.
func (t *Tool) grow(n newClaim) {
	label := "Add claim"
	link := argument.Link{Kind: n.kind, To: n.to}
	if n.to != "" {
		label = growLabel(t.doc.Map().LinkRole(&link))
	} else if n.joins != "" {
		label = "Add linked premise"
	}
	var place geom.Rect
	var way []aside
	switch {
	case n.near:
		place = t.nearRoom(n.at)
	case n.to != "" || n.joins != "":
		var ok bool
		if place, way, ok = t.openStrip(n.to, n.at); !ok {
			place, way = t.makeRoom(n.at)
		}
	default:
		place = t.roomAlong(t.row(), n.at)
	}
	var id argument.ID
	if !t.edit(label, func(e *argument.Edit) error {
		var err error
		id, err = e.AddClaim(argument.Claim{Text: n.text, Passages: n.passages, At: argument.Point(whole(place.Min, 1)), Placed: true})
		if err != nil {
			return err
		}
		for _, c := range way {
			by := c.rect.Min.Sub(t.scene.Card(c.claim).Rect.Min)
			if err := shift(e, t.WithHidden([]argument.ID{c.claim}), by); err != nil {
				return err
			}
		}
		switch {
		case n.joins != "":
			return e.AddPremise(n.joins, id)
		case n.to != "":
			link.From = []argument.ID{id}
			_, err = e.AddLink(link)
			return err
		case e.Map().NumClaims() == 1: // what a map begins with, it is about
			e.SetInfo(func(i *argument.Info) { i.Contention = id })
		}
		return nil
	}) {
		return
	}
	t.fresh(id)
}

// fresh selects and shows a claim just made, and has its text edited.
func (t *Tool) fresh(id argument.ID) {
	t.doc.Select(id)
	t.SetMode(Selecting)
	t.Reveal(id)
	t.host.EditText(id, true)
}

// growLabel names the step of undo that makes a claim and its link.
func growLabel(r argument.Role) string {
	switch r {
	case argument.Undercutting:
		return "Add undercutter"
	case argument.Underpinning:
		return "Add underpinning"
	case argument.Opposing:
		return "Add objection"
	}
	return "Add reason"
}

// AddClaimAt makes a claim whose card is centred on a world point, or as
// near to it as there is room.
func (t *Tool) AddClaimAt(world geom.Point) {
	defer t.flush()
	t.Cancel()
	t.grow(newClaim{at: t.cardAt(world), near: true})
}

// AddReason makes a claim that supports or opposes what is selected; of a
// link it is an underpinning or an undercutter. In an empty map it makes the
// first claim.
func (t *Tool) AddReason(kind argument.Kind) {
	defer t.flush()
	t.Cancel()
	if t.first() {
		return
	}
	target, ok := t.chosen()
	if !ok {
		return
	}
	t.unfolding(target, func() { t.grow(newClaim{at: t.below(target), kind: kind, to: target}) })
}

// AddSibling makes a claim that bears on the same as the selected one, in
// the same way, and stands beside it; beside a claim that bears on nothing,
// another such.
func (t *Tool) AddSibling() {
	defer t.flush()
	t.Cancel()
	if t.first() {
		return
	}
	id, ok := t.chosen()
	if !ok {
		return
	}
	m := t.doc.Map()
	n := newClaim{}
	l := m.Link(id)
	if l == nil {
		for out := range m.Outgoing(id) {
			l = out
			break
		}
	} else if c := t.outermost(t.row(), l.From, nil); c != nil {
		id = c.ID
	}
	if l != nil {
		n.kind, n.to = l.Kind, l.To
	}
	if c := t.scene.Card(id); c != nil {
		n.at = t.beside(c.Rect)
	} else {
		n.at = t.below(n.to)
	}
	t.grow(n)
}

// AddLinkedPremise makes a claim that is a linked premise of a link; without
// a link, of the selected one, or the one that the selected claim is a
// premise of.
func (t *Tool) AddLinkedPremise(link argument.ID) {
	defer t.flush()
	t.Cancel()
	m := t.doc.Map()
	if link == "" {
		id, ok := t.chosen()
		if !ok {
			return
		}
		link = id
		for l := range m.Outgoing(id) {
			link = l.ID
			break
		}
	}
	l := m.Link(link)
	if l == nil {
		t.host.Explain("Select a link, or a claim that supports or opposes something.")
		return
	}
	n := newClaim{joins: link}
	if c := t.outermost(t.row(), l.From, nil); c != nil {
		n.at = t.beside(c.Rect)
	} else {
		n.at = t.below(l.To)
	}
	t.grow(n)
}

// first makes the first claim of an empty map, in the middle of the canvas.
func (t *Tool) first() bool {
	if t.doc.Map().NumClaims() > 0 {
		return false
	}
	t.grow(newClaim{at: t.cardAt(t.middle())})
	return true
}

// chosen returns what was selected last.
func (t *Tool) chosen() (argument.ID, bool) {
	sel := t.doc.Selection()
	if len(sel) == 0 {
		t.host.Explain("Select a claim or a link first.")
		return "", false
	}
	return sel[len(sel)-1], true
}

// unfolding expands the claim a target belongs to, does an edit that would
// not be seen otherwise, and makes both one step.
func (t *Tool) unfolding(target argument.ID, edit func()) {
	c := t.doc.Map().Claim(target)
	if c == nil || !c.Collapsed {
		edit()
		return
	}
	mark := t.doc.Mark()
	t.edit("Expand", func(e *argument.Edit) error {
		return e.UpdateClaim(target, func(c *argument.Claim) { c.Collapsed = false })
	})
	edit()
	if label, ok := t.doc.CanUndo(); ok {
		t.doc.Squash(mark, label)
	}
}
