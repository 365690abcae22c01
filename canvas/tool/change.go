package tool

import (
	"slices"
	"strings"

	"warrant/argument"
	"warrant/canvas/geom"
)

// Delete takes what is selected out of the map, and selects what a removed
// claim bore on, so that one can go on from there.
func (t *Tool) Delete() {
	defer t.flush()
	t.Cancel()
	sel := slices.Clone(t.doc.Selection())
	if len(sel) == 0 {
		return
	}
	m := t.doc.Map()
	var claims, links int
	var next []argument.ID
	for _, id := range sel {
		if m.Link(id) != nil {
			links++
			continue
		}
		claims++
		for l := range m.Outgoing(id) {
			next = []argument.ID{l.To}
		}
	}
	var what []string
	if claims > 0 {
		what = append(what, count(claims, "claim"))
	}
	if links > 0 {
		what = append(what, count(links, "link"))
	}
	if t.edit("Delete "+strings.Join(what, " and "), func(e *argument.Edit) error {
		e.Remove(sel...)
		return nil
	}) {
		t.doc.Select(next...)
		t.follow()
	}
}

// Flip turns the selected links from support into opposition and back; where
// only claims are selected, the links by which they bear on something.
func (t *Tool) Flip() {
	defer t.flush()
	t.Cancel()
	m := t.doc.Map()
	var links []argument.ID
	for _, id := range t.doc.Selection() {
		if m.Link(id) != nil {
			links = append(links, id)
		}
	}
	if len(links) == 0 {
		for _, id := range t.doc.Selection() {
			for l := range m.Outgoing(id) {
				if !slices.Contains(links, l.ID) {
					links = append(links, l.ID)
				}
				break
			}
		}
	}
	if len(links) == 0 {
		t.host.Explain("Select a link to turn support into opposition.")
		return
	}
	label := "Turn " + count(len(links), "link") + " round"
	if len(links) == 1 {
		label = "Turn support into opposition"
		if m.Link(links[0]).Kind == argument.Opposes {
			label = "Turn opposition into support"
		}
	}
	t.edit(label, func(e *argument.Edit) error {
		for _, id := range links {
			if err := e.UpdateLink(id, func(l *argument.Link) { l.Kind = l.Kind.Opposite() }); err != nil {
				return err
			}
		}
		return nil
	})
}

// nudge remembers the last one.
type nudge struct {
	label string
	mark  argument.Mark
	state int // of the document after it
}

// again makes an edit that is one step of undo with those of its label right
// before it, so that holding a key is one step.
func (t *Tool) again(label string, change func(*argument.Edit) error) {
	mark := t.doc.Mark()
	if t.nudge.label == label && t.nudge.state == t.doc.State() && t.nudge.mark < mark {
		mark = t.nudge.mark
	}
	if t.edit(label, change) {
		t.doc.Squash(mark, label)
		t.nudge = nudge{label, mark, t.doc.State()}
	}
}

// Nudge moves the selected cards, or the places that the selected link is led
// through, by world units. Several in a row are one step of undo.
func (t *Tool) Nudge(dx, dy float64) {
	defer t.flush()
	t.Cancel()
	claims := t.selectedClaims()
	if len(claims) == 0 {
		if sel := t.doc.Selection(); len(sel) == 1 {
			t.lead(sel[0], geom.Pt(dx, dy))
		}
		return
	}
	t.again("Move "+count(len(claims), "claim"), func(e *argument.Edit) error {
		return shift(e, t.WithHidden(claims), geom.Pt(dx, dy))
	})
}

// shift moves the cards of claims by as much.
func shift(e *argument.Edit, claims []argument.ID, by geom.Point) error {
	for _, id := range claims {
		at := geom.Point(e.Map().Claim(id).At)
		if err := e.MoveClaim(id, argument.Point(at.Add(by))); err != nil {
			return err
		}
	}
	return nil
}

// SetContention makes the selected claim the one that the map is about.
func (t *Tool) SetContention() {
	defer t.flush()
	t.Cancel()
	m := t.doc.Map()
	id, ok := t.chosen()
	if !ok {
		return
	}
	if m.Claim(id) == nil {
		t.host.Explain("The contention is a claim: select one.")
		return
	}
	t.edit("Set contention", func(e *argument.Edit) error {
		e.SetInfo(func(i *argument.Info) { i.Contention = id })
		return nil
	})
}

// ToggleCollapse hides what bears on the selected claims, or shows it again
// when all that can be hidden is.
func (t *Tool) ToggleCollapse() {
	defer t.flush()
	t.Cancel()
	m := t.doc.Map()
	var claims []argument.ID
	for _, id := range t.doc.Selection() {
		if c := m.Claim(id); c != nil && (m.NumIncoming(id) > 0 || c.Collapsed) {
			claims = append(claims, id)
		}
	}
	if len(claims) == 0 {
		t.host.Explain("Select a claim that something supports or opposes.")
		return
	}
	t.toggle(claims, "Collapse", "Expand", func(c *argument.Claim) *bool { return &c.Collapsed })
	kept := slices.DeleteFunc(slices.Clone(t.doc.Selection()), func(id argument.ID) bool {
		return t.scene.Card(id) == nil && t.scene.Link(id) == nil
	})
	t.doc.Select(kept...)
	t.follow()
}

// TogglePin has arranging leave the selected cards where they are, or move
// them again when all are pinned.
func (t *Tool) TogglePin() {
	defer t.flush()
	t.Cancel()
	if claims := t.selectedClaims(); len(claims) > 0 {
		t.toggle(claims, "Pin", "Unpin", func(c *argument.Claim) *bool { return &c.Pinned })
	}
}

// toggle switches a field of claims on, or off when it is on in all.
func (t *Tool) toggle(claims []argument.ID, on, off string, field func(*argument.Claim) *bool) {
	m := t.doc.Map()
	set, label := false, off
	for _, id := range claims {
		if !*field(m.Claim(id)) {
			set, label = true, on
		}
	}
	t.edit(label+" "+count(len(claims), "claim"), func(e *argument.Edit) error {
		for _, id := range claims {
			if err := e.UpdateClaim(id, func(c *argument.Claim) { *field(c) = set }); err != nil {
				return err
			}
		}
		return nil
	})
}

// Duplicate makes copies of the selected claims and of the links among them,
// in free room to the right, and selects them.
func (t *Tool) Duplicate() {
	defer t.flush()
	t.Cancel()
	claims := t.selectedClaims()
	if len(claims) == 0 {
		return
	}
	var r geom.Rect
	for _, id := range claims {
		r = r.Union(t.scene.Card(id).Rect)
	}
	to := t.room(r.Move(geom.Pt(r.W()+gap, 0)))
	by := whole(to.Min.Sub(r.Min), 1)
	if copies := t.copyClaims("Duplicate "+count(len(claims), "claim"), claims, by); len(copies) > 0 {
		t.Reveal(copies[0])
	}
}

// copyClaims adds copies of claims, displaced, and of the links all of whose
// ends are among them, and selects the copied claims. It returns their IDs
// in the same order, or nil where the map is full.
func (t *Tool) copyClaims(label string, claims []argument.ID, by geom.Point) []argument.ID {
	m := t.doc.Map()
	twin := make(map[argument.ID]argument.ID, len(claims))
	copies := make([]argument.ID, len(claims))
	done := t.edit(label, func(e *argument.Edit) error {
		for i, id := range claims {
			c := *m.Claim(id)
			c.ID, c.Collapsed, c.Placed = "", false, true
			c.At = argument.Point(geom.Point(c.At).Add(by))
			var err error
			if copies[i], err = e.AddClaim(c); err != nil {
				return err
			}
			twin[id] = copies[i]
		}
		// Links to links come after those that they bear on.
		todo := slices.Clone(claims)
		for len(todo) > 0 {
			target := todo[0]
			todo = todo[1:]
			for l := range m.Incoming(target) {
				from := make([]argument.ID, len(l.From))
				for i, f := range l.From {
					from[i] = twin[f]
				}
				if slices.Contains(from, "") {
					continue
				}
				next := *l
				next.ID, next.From, next.To = "", from, twin[target]
				id, err := e.AddLink(next)
				if err != nil {
					return err
				}
				twin[l.ID] = id
				todo = append(todo, l.ID)
			}
		}
		return nil
	})
	if !done {
		return nil
	}
	t.doc.Select(copies...)
	return copies
}
