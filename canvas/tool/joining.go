package tool

import (
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
)

// Connect links claims that exist: the claim that was selected last, or the
// link, is the target; each claim selected before it becomes a premise of a
// link of its own, or with joined all of one link.
func (t *Tool) Connect(kind argument.Kind, joined bool) {
	defer t.flush()
	t.Cancel()
	sel := t.doc.Selection()
	m := t.doc.Map()
	if len(sel) < 2 {
		t.host.Explain("Select the premises first, and what they bear on last.")
		return
	}
	target, from := sel[len(sel)-1], slices.Clone(sel[:len(sel)-1])
	for _, id := range from {
		why := whyNotLink(m, id, target)
		if m.Claim(id) == nil {
			why = "Only claims can be premises: select the link last."
		}
		if why != "" {
			t.host.Explain(why)
			return
		}
	}
	var made []argument.ID
	if t.edit("Link "+count(len(from), "claim"), func(e *argument.Edit) error {
		groups := [][]argument.ID{from}
		if !joined {
			groups = slices.Collect(slices.Chunk(from, 1))
		}
		for _, g := range groups {
			id, err := e.AddLink(argument.Link{Kind: kind, From: g, To: target})
			if err != nil {
				return err
			}
			made = append(made, id)
		}
		return nil
	}) {
		t.doc.Select(made...)
	}
}

// Join makes the selected claims linked premises of the selected link.
func (t *Tool) Join() {
	defer t.flush()
	t.Cancel()
	m := t.doc.Map()
	var link argument.ID
	var claims []argument.ID
	for _, id := range t.doc.Selection() {
		switch {
		case m.Claim(id) != nil:
			claims = append(claims, id)
		case link == "":
			link = id
		default:
			claims = nil
		}
	}
	if link == "" || len(claims) == 0 {
		t.host.Explain("Select one link, and the claims that are to be its linked premises.")
		return
	}
	for _, id := range claims {
		if why := whyNotJoin(m, id, link); why != "" {
			t.host.Explain(why)
			return
		}
	}
	mark := t.doc.Mark()
	for _, id := range claims {
		t.join(id, link)
	}
	t.doc.Squash(mark, "Add "+count(len(claims), "linked premise"))
	t.doc.Select(append(claims, link)...)
}

// join makes a claim a linked premise of a link and puts its card beside the
// others. A bare link by which it alone bore on the same target goes: the
// claim would count twice.
func (t *Tool) join(claim, link argument.ID) {
	m := t.doc.Map()
	l := m.Link(link)
	var instead []argument.ID
	kept := false
	for out := range m.Outgoing(claim) {
		switch {
		case out.To != l.To || len(out.From) > 1:
		case bare(m, out):
			instead = append(instead, out.ID)
		default:
			kept = true
		}
	}
	fellow, card := t.outermost(t.row(), l.From, nil), t.scene.Card(claim)
	if t.edit("Add linked premise", func(e *argument.Edit) error {
		e.Remove(instead...)
		if fellow != nil && card != nil {
			at := t.next(fellow.Rect, geom.Size{W: card.Rect.W(), H: card.Rect.H()})
			by := whole(t.roomAlong(t.row(), at, claim).Min, 1).Sub(card.Rect.Min)
			if err := shift(e, t.WithHidden([]argument.ID{claim}), by); err != nil {
				return err
			}
		}
		return e.AddPremise(link, claim)
	}) {
		t.doc.Select(claim)
		if kept {
			t.host.Explain("The claim also keeps its own link to the same target, since more is attached to that.")
		}
	}
}

// bare reports whether nobody has written anything on a link, so that it can
// go without a loss but that of its confidence.
func bare(m *argument.Map, l *argument.Link) bool {
	return len(l.Evidence) == 0 && l.Note == "" && l.Scheme == "" && l.Extra == "" && m.NumIncoming(l.ID) == 0
}
