package tool

import (
	"math"
	"slices"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// A selected link is led where a hand wants it: what is dragged of its middle
// becomes a place that it passes, which then can be dragged in turn. Near its
// ends a drag takes hold of the end.

const (
	bendReach  = 8.0  // pixels from a place that a link passes within which it is held
	bendMiddle = 0.25 // share of the way at each end that belongs to the end
	bendSnap   = 7.0  // pixels within which a place comes to lie in line with the next
)

// bends reports whether a press on a link leads it elsewhere, and which of its
// places is held, −1 for a new one.
func (t *Tool) bends(id argument.ID, px geom.Point) (held int, ok bool) {
	l, drawn := t.doc.Map().Link(id), t.scene.Link(id)
	if t.mode != Selecting || l == nil || drawn == nil || !slices.Equal(t.doc.Selection(), []argument.ID{id}) || len(l.From) == 0 {
		return 0, false
	}
	if i := t.place(drawn, px); i >= 0 {
		return i, true
	}
	trunk := drawn.Curves[drawn.Trunk:]
	at, best, before, whole := t.view.ToWorld(px), math.Inf(1), 0.0, 0.0
	for i, c := range drawn.Curves {
		long := 0.0
		if i >= drawn.Trunk {
			long = c.A.Distance(c.D)
		}
		if k, d := c.Nearest(at); d < best {
			best, before = d, whole+k*long
			if i < drawn.Trunk {
				before = -1 // on a leg, which its premise holds
			}
		}
		whole += long
	}
	share := before / whole
	return -1, len(trunk) > 0 && share > bendMiddle && share < 1-bendMiddle
}

// placeOn returns the place on a selected link that is pointed at by which it can
// be led elsewhere.
func (t *Tool) placeOn(id argument.ID) *geom.Point {
	held, ok := t.bends(id, t.last.At)
	if !ok || t.view.Zoom < edgeZoom {
		return nil
	}
	drawn := t.scene.Link(id)
	if held >= 0 {
		return &drawn.Via[held]
	}
	at := t.view.ToWorld(t.last.At)
	on, best := at, math.Inf(1)
	for _, c := range drawn.Curves[drawn.Trunk:] {
		if k, d := c.Nearest(at); d < best {
			on, best = c.At(k), d
		}
	}
	return &on
}

// place returns which of the places that a link passes is pointed at, or −1.
func (t *Tool) place(l *scene.Link, px geom.Point) int {
	return slices.IndexFunc(l.Via, func(p geom.Point) bool { return t.view.ToScreen(p).Distance(px) <= bendReach })
}

// bending is the state while a place that a link passes is held.
type bending struct {
	mark  argument.Mark
	state int
	link  argument.ID
	held  int
	via   []argument.Point // with the one that is held
	was   int              // how many there were
}

func newBending(t *Tool, id argument.ID, start Pointer) state {
	held, ok := t.bends(id, start.At)
	if !ok {
		return newReconnecting(t, id, start)
	}
	l, drawn := t.doc.Map().Link(id), t.scene.Link(id)
	s := &bending{mark: t.doc.Mark(), state: t.doc.State(), link: id, held: held, via: slices.Clone(l.Via), was: len(l.Via)}
	if drawn.Via == nil { // it is not led now, and what it was led through has had its day
		s.via = nil
	}
	if held < 0 {
		at := t.view.ToWorld(start.At)
		s.held = amongPlaces(drawn, at)
		s.via = slices.Insert(s.via, s.held, argument.Point(at))
	}
	return s
}

// amongPlaces returns before which of its places a link passes a point: where it
// is the least detour.
func amongPlaces(l *scene.Link, p geom.Point) (at int) {
	way := append([]geom.Point{l.Curves[l.Trunk].A}, l.Via...)
	way = append(way, l.Tip)
	least := math.Inf(1)
	for i := 1; i < len(way); i++ {
		if d := way[i-1].Distance(p) + p.Distance(way[i]) - way[i-1].Distance(way[i]); d < least {
			at, least = i-1, d
		}
	}
	return at
}

func (s *bending) move(t *Tool, p Pointer) {
	drawn := t.scene.Link(s.link)
	if t.doc.State() != s.state || drawn == nil { // undone from the menu meanwhile
		t.become(idle{})
		return
	}
	at := t.view.ToWorld(p.At)
	before, after := drawn.Curves[drawn.Trunk].A, drawn.Tip
	if s.held > 0 {
		before = geom.Point(s.via[s.held-1])
	}
	if s.held < len(s.via)-1 {
		after = geom.Point(s.via[s.held+1])
	}
	via := slices.Clone(s.via)
	near := bendSnap / t.view.Zoom
	switch {
	case p.Mods&(Alt|Command) != 0:
		via[s.held] = argument.Point(whole(at, t.view.Zoom))
	case straight(before, at, after, near): // it is not needed there
		via = slices.Delete(via, s.held, s.held+1)
	default:
		via[s.held] = argument.Point(whole(inLine(at, before, after, near), t.view.Zoom))
	}
	t.edit("Lead link", func(e *argument.Edit) error {
		return e.UpdateLink(s.link, func(l *argument.Link) { l.Via = via })
	})
	t.doc.Squash(s.mark, "Lead link")
	s.state = t.doc.State()
	t.show(Overlay{Hover: scene.Hit{Part: scene.Curve, ID: s.link}})
	t.point(Grabbing)
}

// straight reports whether p lies between a and b, nearly on the line.
func straight(a, p, b geom.Point, near float64) bool {
	k, d := geom.Line(a, b).Nearest(p)
	return d <= near && k > 0 && k < 1
}

// inLine puts a point right above, below or beside its neighbours where it
// nearly is.
func inLine(p, a, b geom.Point, near float64) geom.Point {
	for _, o := range [2]geom.Point{a, b} {
		if math.Abs(p.X-o.X) <= near {
			p.X = o.X
		}
		if math.Abs(p.Y-o.Y) <= near {
			p.Y = o.Y
		}
	}
	return p
}

func (s *bending) up(t *Tool, _ Pointer) { t.become(idle{}) }

func (s *bending) lost(t *Tool) { t.become(idle{}) }

func (s *bending) cancel(t *Tool) {
	if t.doc.State() == s.state {
		t.doc.Revert(s.mark)
	}
}

// forgetPlace takes away the place of a link that was clicked twice.
func (t *Tool) forgetPlace(id argument.ID, px geom.Point) {
	drawn := t.scene.Link(id)
	if drawn == nil {
		return
	}
	if i := t.place(drawn, px); i >= 0 {
		t.edit("Lead link", func(e *argument.Edit) error {
			return e.UpdateLink(id, func(l *argument.Link) { l.Via = slices.Delete(slices.Clone(l.Via), i, i+1) })
		})
	}
}

// Unlead has the selected links find their way by themselves.
func (t *Tool) Unlead() {
	defer t.flush()
	t.Cancel()
	m := t.doc.Map()
	var links []argument.ID
	for _, id := range t.doc.Selection() {
		if l := m.Link(id); l != nil && l.Via != nil {
			links = append(links, id)
		}
	}
	if len(links) == 0 {
		t.host.Explain("Select a link that is led through places of its own.")
		return
	}
	t.edit("Let link find its way", func(e *argument.Edit) error {
		for _, id := range links {
			if err := e.UpdateLink(id, func(l *argument.Link) { l.Via = nil }); err != nil {
				return err
			}
		}
		return nil
	})
}

// lead moves the places that the selected link passes, or makes the first one
// in its middle.
func (t *Tool) lead(id argument.ID, by geom.Point) {
	drawn := t.scene.Link(id)
	if drawn == nil {
		return
	}
	via := drawn.Via
	if via == nil {
		trunk := drawn.Curves[drawn.Trunk:]
		via = []geom.Point{trunk[len(trunk)/2].At(0.5)}
	}
	next := make([]argument.Point, len(via))
	for i, p := range via {
		next[i] = argument.Point(whole(p.Add(by), t.view.Zoom))
	}
	t.again("Lead link", func(e *argument.Edit) error {
		return e.UpdateLink(id, func(l *argument.Link) { l.Via = next })
	})
}
