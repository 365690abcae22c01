package clip

import (
	"fmt"
	"slices"
	"strconv"

	"warrant/argument"
)

// Insert puts a clipping into a map and returns its claims, as they are named
// there. IDs that are taken become new ones, those of a text always; a source
// that the map has already, but for its ID, is not added again. What stands at
// the top of a text becomes a reason for the claim or link under, an objection
// where its sign says so; with under empty it stands by itself.
//
// A card that has a place goes where place says, or stays there when place is
// nil. The claims of a text have places after Arranged alone. The
// first claims of a map bring its title, its contention and how its numbers are
// computed.
func Insert(e *argument.Edit, c Clipping, under argument.ID, place func(argument.Claim) argument.Point) ([]argument.ID, error) {
	m := e.Map()
	p := c.parts
	if under == "" && c.reading != nil {
		p, _ = c.reading.Alone()
		p.Claims = c.parts.Claims // they may have got places meanwhile
	}
	if under != "" && !m.Has(under) {
		return nil, fmt.Errorf("paste under %q: %w", string(under), argument.ErrNotThere)
	}
	first := m.NumClaims() == 0
	n := naming{edit: e, fresh: c.Kind == Text, to: make(map[argument.ID]argument.ID), taken: make(map[argument.ID]bool)}
	if err := n.sources(p.Sources); err != nil {
		return nil, err
	}
	for i := range p.Claims {
		n.name("c", p.Claims[i].ID)
	}
	for i := range p.Links {
		n.name("l", p.Links[i].ID)
	}
	var tops []argument.Link
	if under != "" {
		for _, t := range c.tops {
			l := t.Link
			l.To = under
			if t.OnLink {
				l.To = stepOf(m, under)
			}
			if l.ID != "" {
				n.name("l", l.ID)
			}
			tops = append(tops, l)
		}
	}
	ids := make([]argument.ID, 0, len(p.Claims))
	for i := range p.Claims {
		claim := p.Claims[i]
		claim.ID = n.to[claim.ID]
		claim.Passages = n.passages(claim.Passages)
		if claim.Placed && place != nil {
			claim.At = place(p.Claims[i])
		}
		id, err := e.AddClaim(claim)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	for _, l := range p.Links {
		if place != nil {
			l.Via = led(l, p.Claims, place)
		}
		l.To = n.to[l.To]
		if err := n.link(l); err != nil {
			return nil, err
		}
	}
	for _, l := range tops {
		if err := n.link(l); err != nil {
			return nil, err
		}
	}
	if first {
		e.SetInfo(func(i *argument.Info) {
			i.Contention = n.to[p.Info.Contention]
			if i.Title == "" {
				i.Title = p.Info.Title
			}
			if i.Evaluation == (argument.Evaluation{}) {
				i.Evaluation = p.Info.Evaluation
			}
		})
	}
	if len(tops) > 0 && m.Claim(under) != nil { // what is put there is to be seen
		return ids, e.UpdateClaim(under, func(c *argument.Claim) { c.Collapsed = false })
	}
	return ids, nil
}

// led returns the points a link is led through, moved as its ends are. It is
// without any where these do not keep together.
func led(l argument.Link, claims []argument.Claim, place func(argument.Claim) argument.Point) []argument.Point {
	if len(l.Via) == 0 {
		return nil
	}
	var by argument.Point
	ends := 0
	for i := range claims {
		c := &claims[i]
		if c.ID != l.To && !slices.Contains(l.From, c.ID) {
			continue
		}
		to := place(*c)
		d := argument.Point{X: to.X - c.At.X, Y: to.Y - c.At.Y}
		if !c.Placed || ends > 0 && d != by {
			return nil
		}
		by = d
		ends++
	}
	if ends <= len(l.From) { // its target is no claim among them
		return nil
	}
	via := slices.Clone(l.Via)
	for i := range via {
		via[i].X, via[i].Y = via[i].X+by.X, via[i].Y+by.Y
	}
	return via
}

// stepOf returns the step that what is put under a claim or link bears on if
// it is said to bear on a step: the first one the claim is a premise of. A
// claim that is a premise of none stands for it.
func stepOf(m *argument.Map, under argument.ID) argument.ID {
	for l := range m.Outgoing(under) {
		return l.ID
	}
	return under
}

// naming finds the names that the records of a clipping have in the map.
type naming struct {
	edit  *argument.Edit
	fresh bool // no name is kept
	to    map[argument.ID]argument.ID
	taken map[argument.ID]bool // by records that are yet to be added
}

func (n *naming) name(prefix string, id argument.ID) {
	m := n.edit.Map()
	next := id
	for n.fresh || n.taken[next] || m.Has(next) || m.Source(next) != nil || m.Step(next) != nil {
		if next = n.edit.NewID(prefix); !n.taken[next] {
			break
		}
	}
	n.to[id] = next
	n.taken[next] = true
}

// sources adds the sources that the map has not.
func (n *naming) sources(sources []argument.Source) error {
	if len(sources) == 0 {
		return nil
	}
	key := func(s *argument.Source) string {
		return strconv.Quote(s.Title) + strconv.Quote(s.URL) + strconv.Itoa(len(s.Text))
	}
	have := make(map[string][]*argument.Source)
	for s := range n.edit.Map().Sources() {
		have[key(s)] = append(have[key(s)], s)
	}
	for i := range sources {
		s := &sources[i]
		at := slices.IndexFunc(have[key(s)], func(h *argument.Source) bool { return identical(h, s) })
		if at >= 0 {
			n.to[s.ID] = have[key(s)][at].ID
			continue
		}
		n.name("s", s.ID)
		next := *s
		next.ID = n.to[s.ID]
		if _, err := n.edit.AddSource(next); err != nil {
			return err
		}
	}
	return nil
}

// identical reports whether two sources differ in nothing but their IDs.
func identical(a, b *argument.Source) bool {
	return a.Title == b.Title && slices.Equal(a.Authors, b.Authors) && a.Issued == b.Issued && a.URL == b.URL && a.Text == b.Text && a.Extra == b.Extra
}

func (n *naming) passages(ps []argument.Passage) []argument.Passage {
	ps = slices.Clone(ps)
	for i := range ps {
		ps[i].Source = n.to[ps[i].Source]
	}
	return ps
}

// link adds a link. Its target is named as in the map already.
func (n *naming) link(l argument.Link) error {
	l.ID = n.to[l.ID]
	l.From = slices.Clone(l.From)
	for i := range l.From {
		l.From[i] = n.to[l.From[i]]
	}
	l.Evidence = slices.Clone(l.Evidence)
	for i := range l.Evidence {
		v := &l.Evidence[i]
		v.Source = n.to[v.Source]
		v.Passages = n.passages(v.Passages)
	}
	_, err := n.edit.AddLink(l)
	return err
}
