// Package arrange gives the cards of a map their places: it hands the map to
// the layout as sizes and links, and gives back where each card goes and
// which way long links take. It never chooses places itself and never edits a
// map by itself.
package arrange

import (
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/layout"
)

// Sizes tells how large things are drawn; a *scene.Scene does.
type Sizes interface {
	CardSize(*argument.Claim) geom.Size
}

// Options are the wishes of the one who arranges.
type Options struct {
	Direction layout.Direction
	// Compact sets reasons one below another, in columns, where the map would
	// else be much wider than a screen.
	Compact bool
	// Free does so where the map would else be so wide that whoever sees all of
	// it on a screen could not read it.
	Free bool
	// Only lists the claims to arrange; all others stay. Empty arranges all.
	Only []argument.ID
	// Afresh takes no heed of where cards are now, pinned ones apart.
	Afresh bool
	// Done, once closed, ends the work early: nothing moves.
	Done <-chan struct{}
}

// Move says where one card goes.
type Move struct {
	Claim argument.ID
	To    argument.Point
}

// Course says through which places a link is drawn; through none, it finds
// its way by itself.
type Course struct {
	Link argument.ID
	Via  []argument.Point
}

// Plan is all that is to change for a map to be arranged.
type Plan struct {
	Cards []Move   // that go elsewhere, in the map's order
	Links []Course // that take another way, in the map's order
}

// Empty reports whether all is in its place.
func (p Plan) Empty() bool { return len(p.Cards) == 0 && len(p.Links) == 0 }

// unreadable is how wide a map is, in world units, that shows its cards at half
// their size at most when all of it is in view in a window of usual size.
const unreadable = 2200

// labelRoom is what a link's label takes, in world units.
var labelRoom = geom.Size{W: 84, H: 22}

// Arrange returns what is to change for a map to be arranged.
func Arrange(m *argument.Map, sizes Sizes, o Options) Plan {
	if o.Compact || o.Free {
		return arrangeBy(layout.Compact, m, sizes, o)
	}
	return arrangeBy(layout.Arrange, m, sizes, o)
}

// arrangeBy is Arrange by one of the algorithms of the layout.
func arrangeBy(how func(layout.Graph, layout.Options) layout.Result, m *argument.Map, sizes Sizes, o Options) (p Plan) {
	var g layout.Graph
	claims := make([]*argument.Claim, 0, m.NumClaims())
	node := make(map[argument.ID]int, m.NumClaims())
	for c := range m.Claims() {
		node[c.ID] = len(claims)
		claims = append(claims, c)
		g.Nodes = append(g.Nodes, layout.Node{
			Size: sizes.CardSize(c), At: geom.Point(c.At),
			Placed: c.Placed && (!o.Afresh || c.Pinned), Pinned: c.Pinned && c.Placed,
		})
	}
	edge := make(map[argument.ID]int, m.NumLinks())
	for l := range m.Links() {
		edge[l.ID] = len(edge)
	}
	for l := range m.Links() {
		e := layout.Edge{Label: labelRoom}
		for _, f := range l.From {
			e.From = append(e.From, node[f])
		}
		if i, ok := node[l.To]; ok {
			e.To = i
		} else {
			e.To, e.OnEdge = edge[l.To], true
		}
		g.Edges = append(g.Edges, e)
	}
	if c := m.Info().Contention; c != "" {
		g.Roots = []int{node[c]}
	}
	lo := layout.Options{Direction: o.Direction, Done: o.Done}
	if !o.Compact {
		lo.FoldFrom = unreadable
	}
	for _, id := range o.Only {
		if i, ok := node[id]; ok {
			lo.Only = append(lo.Only, i)
		}
	}
	if len(o.Only) > 0 && len(lo.Only) == 0 {
		return p
	}
	r := how(g, lo)
	if r.Canceled {
		return p
	}
	goes := make(map[argument.ID]bool)
	for i, c := range claims {
		if to := argument.Point(r.At[i]); to != c.At || !c.Placed {
			p.Cards = append(p.Cards, Move{c.ID, to})
			goes[c.ID] = true
		}
	}
	for l := range m.Links() {
		var via []argument.Point
		if r.Via != nil && len(r.Via[edge[l.ID]]) <= argument.MostVia {
			for _, at := range r.Via[edge[l.ID]] {
				via = append(via, argument.Point(at))
			}
		}
		if slices.Equal(via, l.Via) || via == nil && len(lo.Only) > 0 && !goes[l.To] && !slices.ContainsFunc(l.From, func(f argument.ID) bool { return goes[f] }) {
			continue
		}
		p.Links = append(p.Links, Course{l.ID, via})
	}
	return p
}

// Place carries out a plan in an edit.
func Place(e *argument.Edit, p Plan) error {
	for _, v := range p.Cards {
		if err := e.MoveClaim(v.Claim, v.To); err != nil {
			return err
		}
	}
	for _, c := range p.Links {
		if err := e.UpdateLink(c.Link, func(l *argument.Link) { l.Via = c.Via }); err != nil {
			return err
		}
	}
	return nil
}

// Unplaced reports whether claims of the map have no place: it came from a
// text, or from a file without positions.
func Unplaced(m *argument.Map) bool {
	for c := range m.Claims() {
		if !c.Placed {
			return true
		}
	}
	return false
}
