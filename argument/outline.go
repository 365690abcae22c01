package argument

import "slices"

// Role is what a claim does in its map.
type Role uint8

// The roles of a claim, by the first link it is a premise of.
const (
	Loose      Role = iota // it is a premise of nothing
	Contending             // it is the contention
	Supporting             // it supports a claim
	Opposing               // it opposes a claim
	Undercutting
	Underpinning
)

// Role returns what a claim does. A claim that is a premise of several links
// has the role of the first.
func (m *Map) Role(claim ID) Role {
	if claim == m.info.Contention {
		return Contending
	}
	for l := range m.Outgoing(claim) {
		return m.LinkRole(l)
	}
	return Loose
}

// LinkRole returns what the premises of a link do.
func (m *Map) LinkRole(l *Link) Role {
	onLink := m.Link(l.To) != nil
	switch {
	case onLink && l.Kind == Opposes:
		return Undercutting
	case onLink:
		return Underpinning
	case l.Kind == Opposes:
		return Opposing
	}
	return Supporting
}

// Row is a line of an outline: a claim, and the link by which it bears on
// what the line above it at a lesser depth names.
type Row struct {
	Depth  int
	Claim  ID
	Link   ID   // empty for a root
	Joined bool // a further premise of the link of the row before
	Again  bool // the claim stands with all that bears on it further up
}

// Outline lists the whole map as an indented text: the contention with what
// bears on it, then whatever else there is. What bears on a link stands
// below the link's last premise. Siblings stand as their cards do, from left
// to right, or else in the map's order. Each claim is unfolded once.
func (m *Map) Outline() []Row {
	o := outliner{m: m, seen: make(map[ID]bool, m.NumClaims())}
	if c := m.info.Contention; c != "" {
		o.root(c)
	}
	for c := range m.Claims() {
		if m.NumOutgoing(c.ID) == 0 {
			o.root(c.ID)
		}
	}
	for c := range m.Claims() { // claims that bear on each other in a circle
		o.root(c.ID)
	}
	return o.rows
}

type outliner struct {
	m    *Map
	seen map[ID]bool
	rows []Row
}

func (o *outliner) root(claim ID) {
	if o.seen[claim] {
		return
	}
	// A stack of its own: maps may be deeper than a goroutine's.
	type frame struct {
		row  Row
		link ID // set: the links to it come now
	}
	stack := []frame{{row: Row{Claim: claim}}}
	for len(stack) > 0 {
		f := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		target, depth := f.link, f.row.Depth
		if target == "" {
			f.row.Again = o.seen[f.row.Claim]
			o.rows = append(o.rows, f.row)
			if f.row.Again {
				continue
			}
			o.seen[f.row.Claim] = true
			target = f.row.Claim
		}
		var next []frame
		for _, l := range o.m.siblings(target) {
			for i, c := range l.From {
				next = append(next, frame{row: Row{Depth: depth + 1, Claim: c, Link: l.ID, Joined: i > 0}})
			}
			if o.m.NumIncoming(l.ID) > 0 {
				next = append(next, frame{row: Row{Depth: depth + 1}, link: l.ID})
			}
		}
		slices.Reverse(next)
		stack = append(stack, next...)
	}
}

// siblings returns the links to a target from left to right.
func (m *Map) siblings(target ID) []*Link {
	ls := slices.Collect(m.Incoming(target))
	slices.SortStableFunc(ls, func(a, b *Link) int {
		p, q := m.Claim(a.From[0]), m.Claim(b.From[0])
		switch {
		case !p.Placed || !q.Placed || p.At.X == q.At.X:
			return 0
		case p.At.X < q.At.X:
			return -1
		}
		return 1
	})
	return ls
}
