package scene

import (
	"runtime"
	"sync"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/text"
)

// New draws a map. The map must be changed only through a document whose
// differences are then given to Apply.
func New(m *argument.Map, measure text.Measurer, numbers Numbers) *Scene {
	n := m.NumClaims()
	s := &Scene{
		m: m, measure: measure, numbers: numbers, words: english,
		cards: make(map[argument.ID]*Card, n),
		links: make(map[argument.ID]*Link, m.NumLinks()),
		index: newGrid(n),
	}
	for c := range m.Claims() {
		if c.Collapsed {
			s.collapsed++
		}
	}
	s.shown = s.visible()
	lines := s.wrapAll()
	for c := range m.Claims() {
		if s.showsClaim(c.ID) {
			s.drawCard(c, lines[c.ID])
		}
	}
	todo := new(work)
	for l := range m.Links() {
		if s.showsLink(l) {
			s.renewLink(l)
			todo.route(s, l.To, "")
		}
	}
	todo.all = true
	s.drawAll(todo)
	return s
}

// wrapAll breaks the texts of all shown claims into lines on every
// processor: of drawing a large map for the first time it is the larger part.
func (s *Scene) wrapAll() map[argument.ID][]text.Line {
	var claims []*argument.Claim
	for c := range s.m.Claims() {
		if s.showsClaim(c.ID) {
			claims = append(claims, c)
		}
	}
	wrapped := make([][]text.Line, len(claims))
	var wg sync.WaitGroup
	parts := runtime.GOMAXPROCS(0)
	for p := range parts {
		wg.Go(func() {
			for i := p; i < len(claims); i += parts {
				c := claims[i]
				wrapped[i] = lines(s.measure, c.Text, styleOf(s.m.Role(c.ID)), widthOf(s.m, c))
			}
		})
	}
	wg.Wait()
	lines := make(map[argument.ID][]text.Line, len(claims))
	for i, c := range claims {
		lines[c.ID] = wrapped[i]
	}
	return lines
}

// Apply follows a difference of the document.
func (s *Scene) Apply(d argument.Difference) {
	claims := make(map[argument.ID]bool) // cards to draw anew
	links := make(map[argument.ID]bool)
	rebuilt := s.count(d)
	for _, c := range d.Claims {
		claims[idOf(c.From, c.To)] = true
	}
	for _, c := range d.Links {
		id := linkID(c.From, c.To)
		links[id] = true
		for _, l := range [2]*argument.Link{c.From, c.To} {
			if l == nil {
				continue
			}
			for _, f := range l.From {
				claims[f] = true // its role may have changed
			}
		}
	}
	if d.Info != nil && d.Info.From.Contention != d.Info.To.Contention {
		claims[d.Info.From.Contention] = true
		claims[d.Info.To.Contention] = true
	}
	if rebuilt {
		s.reveal(claims, links)
	}
	todo := new(work)
	todo.all = (len(claims)+len(links))*wholeShare > len(s.cards)+len(s.links)
	if !todo.all {
		for _, c := range d.Links {
			for _, l := range [2]*argument.Link{c.From, c.To} {
				if l != nil {
					todo.route(s, l.To, "")
					s.routeOpposite(l, todo)
					s.routeFan(l, todo)
					s.recross(l, todo)
				}
			}
		}
	}
	for id := range links {
		s.followLink(id, todo)
	}
	for id := range claims {
		s.followClaim(id, todo)
	}
	if todo.all {
		for l := range s.m.Links() {
			if s.links[l.ID] != nil {
				todo.route(s, l.To, "")
			}
		}
	}
	s.drawAll(todo)
}

// wholeShare is how large a difference is of which all links are drawn anew,
// one in so many cards and links: to look for those that it touches takes
// longer then.
const wholeShare = 4

func idOf(a, b *argument.Claim) argument.ID {
	if a != nil {
		return a.ID
	}
	return b.ID
}

func linkID(a, b *argument.Link) argument.ID {
	if a != nil {
		return a.ID
	}
	return b.ID
}

// followClaim draws a claim's card anew, or takes it away, and notes what
// links that touches.
func (s *Scene) followClaim(id argument.ID, todo *work) {
	c := s.m.Claim(id)
	card := s.cards[id]
	if c == nil || !s.showsClaim(id) {
		if card != nil {
			s.index.takeOut(card.entry)
			delete(s.cards, id)
			s.touched(card.Rect, todo)
		}
		if c != nil {
			s.routeOutgoing(id, todo)
			s.recrossAt(id, todo)
		}
		return
	}
	old, moved := s.drawCard(c, nil)
	if !moved || todo.all {
		return
	}
	if !s.lifted[id] {
		if old != (geom.Rect{}) {
			s.touched(old, todo)
		}
		s.touched(s.cards[id].Rect, todo)
		s.recrossAt(id, todo)
	}
	todo.route(s, id, "")
	s.routeOutgoing(id, todo)
	for l := range s.m.Incoming(id) {
		s.routeFan(l, todo)
	}
}

// routeOutgoing has the links drawn anew that have a claim among their
// premises, and those that keep apart from linked ones.
func (s *Scene) routeOutgoing(claim argument.ID, todo *work) {
	for l := range s.m.Outgoing(claim) {
		todo.route(s, l.To, l.ID)
		if len(l.From) > 1 {
			s.routeOpposite(l, todo)
		}
	}
}

// Lift says which claims' cards are held by a hand and above the drawing: as
// long as they are, links and labels do not give way to them, or a label
// would flee from the card that is to be dropped on it. Without claims all
// are put down.
func (s *Scene) Lift(claims ...argument.ID) {
	if len(claims) == 0 && len(s.lifted) == 0 {
		return
	}
	todo := new(work)
	was := s.lifted
	s.lifted = make(map[argument.ID]bool, len(claims))
	for _, id := range claims {
		s.lifted[id] = true
	}
	for _, ids := range [2]map[argument.ID]bool{was, s.lifted} {
		for id := range ids {
			if c := s.cards[id]; c != nil && was[id] != s.lifted[id] {
				s.touched(c.Rect, todo)
				s.recrossAt(id, todo)
			}
		}
	}
	s.drawAll(todo)
}

// touched notes the links whose course or label may have to do with what
// stands at r.
func (s *Scene) touched(r geom.Rect, todo *work) {
	if todo.all {
		return
	}
	again := func(link *Link) {
		if l := s.m.Link(link.ID); l != nil {
			todo.route(s, l.To, l.ID)
		}
	}
	s.index.meetLinks(r.Inset(-labelReach), func(e *entry) bool {
		again(e.link)
		return true
	})
	s.index.meetHeeds(r, again)
}

// recross has the links drawn anew that may choose other gaps because a link
// came, went or moved: those that look for a way near one of its ends.
func (s *Scene) recross(l *argument.Link, todo *work) {
	if todo.all {
		return
	}
	at := func(id argument.ID) {
		if c := s.cards[id]; c != nil {
			s.index.meetHeeds(c.Rect, func(link *Link) {
				if o := s.m.Link(link.ID); o != nil {
					todo.route(s, o.To, o.ID)
				}
			})
		}
	}
	at(l.To)
	for _, f := range l.From {
		at(f)
	}
}

// recrossAt is recross for all links of a claim.
func (s *Scene) recrossAt(claim argument.ID, todo *work) {
	for l := range s.m.Incoming(claim) {
		s.recross(l, todo)
	}
	for l := range s.m.Outgoing(claim) {
		s.recross(l, todo)
	}
}

// routeFan has the links drawn anew that leave the same card as a link.
func (s *Scene) routeFan(l *argument.Link, todo *work) {
	if len(l.From) > 1 {
		return
	}
	for o := range s.m.Outgoing(l.From[0]) {
		todo.route(s, o.To, o.ID)
	}
}

func (s *Scene) followLink(id argument.ID, todo *work) {
	l := s.m.Link(id)
	link := s.links[id]
	if l == nil || !s.showsLink(l) {
		if link != nil {
			s.index.takeOutLink(link)
			delete(s.links, id)
			if l != nil {
				s.routeOpposite(l, todo)
				s.recross(l, todo)
			}
			s.weigh(link, [4]int{})
			lv := todo.at(link.level) // its place is free now
			lv.boxes = append(lv.boxes, link.usual, link.Label)
		}
		return
	}
	if link != nil && link.level != s.levelOf(l.To) {
		lv := todo.at(link.level) // it is of another now, and so is what is on it
		lv.boxes = append(lv.boxes, link.usual, link.Label)
		link.level = s.levelOf(l.To)
		for on := range s.m.Incoming(id) {
			s.followLink(on.ID, todo)
		}
	}
	if link == nil {
		s.routeOpposite(l, todo)
		s.recross(l, todo)
	}
	s.renewLink(l)
	link = s.links[id]
	s.weigh(link, [4]int{}) // until it is drawn
	todo.route(s, l.To, id)
}

// renewLink makes or renews what of a link does not hang on places.
func (s *Scene) renewLink(l *argument.Link) {
	link := s.links[l.ID]
	if link == nil {
		s.sequence++
		link = &Link{ID: l.ID, sequence: s.sequence}
		s.links[l.ID] = link
		s.index.putLink(link)
	}
	link.level, link.slot = s.levelOf(l.To), s.m.Slot(l.ID)
	role := s.m.LinkRole(l)
	base, stated := s.numbers.Base(l.ID)
	link.Role, link.Color = role, linkColor(role)
	link.Width = 1.2 + 3.2*base
	link.Dash = [2]float64{}
	switch role {
	case argument.Opposing:
		link.Dash = [2]float64{7, 4}
	case argument.Undercutting, argument.Underpinning:
		link.Dash = [2]float64{2, 4}
	}
	v := s.labelOf(l, role, base, stated)
	if v.out {
		link.Color, link.Width, link.Dash = v.color, 1.2, [2]float64{3, 5}
	}
	v.width, v.full = link.label.width, link.label.full
	if v != link.label {
		s.measureLabel(&v)
		link.label, link.Text, link.Count = v, v.text, v.count
		link.Revision = s.next()
	}
}

// Renumber draws these claims and links anew after their numbers changed.
func (s *Scene) Renumber(claims, links []argument.ID) {
	for _, id := range claims {
		if c := s.m.Claim(id); c != nil && s.cards[id] != nil {
			s.drawCard(c, nil)
		}
	}
	todo := new(work)
	for _, id := range links {
		if l := s.m.Link(id); l != nil && s.links[id] != nil {
			before := s.links[id].label.full
			s.renewLink(l)
			if s.links[id].label.full != before {
				todo.route(s, l.To, id)
			}
		}
	}
	s.drawAll(todo)
}

func (s *Scene) next() uint64 {
	s.version++
	return s.version
}
