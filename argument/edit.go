package argument

import (
	"crypto/rand"
	"errors"
	"fmt"
	"reflect"
	"slices"
)

// ErrNotThere is what an edit returns that names a claim, link, source or
// step which the map does not have.
var ErrNotThere = errors.New("not in the map")

// Edit changes a map from within Document.Do. Each method takes effect at
// once, so that later ones build on it; if the edit fails in the end, all
// are taken back.
type Edit struct {
	m       *Map
	info    *Change[Info]
	claims  recorder[Claim]
	links   recorder[Link]
	sources recorder[Source]
	steps   recorder[Step]
}

// recorder collects the changes of an edit, one a slot.
type recorder[T record] struct {
	changes []Change[T]
	at      map[int]int
	again   []int // changes that were noted more than once
}

func (r *recorder[T]) note(slot int, from, to *T) {
	if i, ok := r.at[slot]; ok {
		r.changes[i].To = to
		r.again = append(r.again, i)
		return
	}
	if r.at == nil {
		r.at = make(map[int]int)
	}
	r.at[slot] = len(r.changes)
	r.changes = append(r.changes, Change[T]{slot, from, to})
}

func (r *recorder[T]) result() []Change[T] {
	return slices.DeleteFunc(r.changes, func(c Change[T]) bool { return c.From == c.To })
}

// settle puts a record that was changed and changed back where it was, so
// that it does not count as changed.
func settle[T record](r *recorder[T], put func(slot int, to *T)) {
	for _, i := range r.again {
		if c := &r.changes[i]; c.From != c.To && c.unchanged() {
			put(c.Slot, c.From)
			c.To = c.From
		}
	}
}

func (e *Edit) settle() {
	if e.info != nil && e.info.unchanged() {
		e.m.info = e.info.From
		e.info = nil
	}
	settle(&e.claims, e.m.claims.put)
	settle(&e.links, e.m.putLink)
	settle(&e.sources, e.m.sources.put)
	settle(&e.steps, e.m.steps.put)
}

func (e *Edit) difference() Difference {
	return Difference{e.info, e.claims.result(), e.links.result(), e.sources.result(), e.steps.result()}
}

// Map returns the map as the edit has made it so far.
func (e *Edit) Map() *Map { return e.m }

// NewID returns an ID that the map does not use: prefix and six characters
// drawn at random, so that two people who work on copies of one map do not
// name different claims alike.
func (e *Edit) NewID(prefix string) ID {
	for {
		id := ID(prefix + RandomName())
		if e.m.checkNew("", id, -1) == nil {
			return id
		}
	}
}

// RandomName returns six random characters, lower case letters and digits
// that are not mistaken for one another.
func RandomName() string {
	const letters = "abcdefghjkmnpqrstuvwxyz23456789z"
	var b [6]byte
	_, _ = rand.Read(b[:]) // documented never to fail
	for i := range b {
		b[i] = letters[int(b[i])%len(letters)]
	}
	return string(b[:])
}

// SetInfo changes what the map says of itself. Lists in it must be replaced,
// not written into.
func (e *Edit) SetInfo(change func(*Info)) {
	next := *e.m.info
	change(&next)
	if reflect.DeepEqual(next, *e.m.info) {
		return
	}
	from := e.m.info
	if e.info != nil {
		from = e.info.From
	}
	e.info = &Change[Info]{0, from, &next}
	e.m.info = &next
}

// AddClaim adds a claim, which gets an ID if it has none.
func (e *Edit) AddClaim(c Claim) (ID, error) {
	if c.ID == "" {
		c.ID = e.NewID("c")
	}
	if err := e.m.checkNew("claim", c.ID, -1); err != nil {
		return "", err
	}
	if err := e.m.checkSize(e.m.NumClaims()+1, 0); err != nil {
		return "", err
	}
	slot := len(e.m.claims.slots)
	e.claims.note(slot, nil, &c)
	e.m.claims.put(slot, &c)
	return c.ID, nil
}

// UpdateClaim changes a claim. Its ID stays.
func (e *Edit) UpdateClaim(id ID, change func(*Claim)) error {
	old := e.m.Claim(id)
	if old == nil {
		return missing("claim", id)
	}
	next := *old
	change(&next)
	next.ID = id
	if reflect.DeepEqual(next, *old) {
		return nil
	}
	slot := e.m.claims.slot[id]
	e.claims.note(slot, old, &next)
	e.m.claims.put(slot, &next)
	return nil
}

// MoveClaim puts a claim's card elsewhere.
func (e *Edit) MoveClaim(id ID, to Point) error {
	old := e.m.Claim(id)
	if old == nil {
		return missing("claim", id)
	}
	if old.At == to && old.Placed {
		return nil
	}
	next := *old
	next.At, next.Placed = to, true
	slot := e.m.claims.slot[id]
	e.claims.note(slot, old, &next)
	e.m.claims.put(slot, &next)
	return nil
}

// AddLink adds a link, which gets an ID if it has none.
func (e *Edit) AddLink(l Link) (ID, error) {
	if l.ID == "" {
		l.ID = e.NewID("l")
	}
	if err := e.m.checkNew("link", l.ID, -1); err != nil {
		return "", err
	}
	if err := e.m.checkSize(0, e.m.NumLinks()+1); err != nil {
		return "", err
	}
	slot := len(e.m.links.slots)
	e.links.note(slot, nil, &l)
	e.m.putLink(slot, &l)
	return l.ID, nil
}

// UpdateLink changes a link. Its ID stays. From, Evidence and Via must be
// replaced, not written into.
func (e *Edit) UpdateLink(id ID, change func(*Link)) error {
	old := e.m.Link(id)
	if old == nil {
		return missing("link", id)
	}
	next := *old
	change(&next)
	next.ID = id
	if reflect.DeepEqual(next, *old) {
		return nil
	}
	e.setLink(old, &next)
	return nil
}

func (e *Edit) setLink(old, next *Link) {
	slot := e.m.links.slot[old.ID]
	e.links.note(slot, old, next)
	e.m.putLink(slot, next)
}

// AddPremise makes a claim one of a link's linked premises.
func (e *Edit) AddPremise(link, claim ID) error {
	return e.UpdateLink(link, func(l *Link) { l.From = append(slices.Clone(l.From), claim) })
}

// Remove takes claims and links out, and with them what cannot be without
// them: links to or from a removed claim (a link with other premises loses
// only this one), links to a removed link, and their mention in steps. IDs
// that are not there, or no longer, are passed over.
func (e *Edit) Remove(ids ...ID) {
	gone := make(map[ID]bool)
	left := make(map[ID]int) // premises of the links that lose some
	var claims, links []int  // slots
	for todo := slices.Clone(ids); len(todo) > 0; {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		switch {
		case gone[id]:
			continue
		case e.m.Link(id) != nil:
			if _, touched := left[id]; !touched {
				links = append(links, e.m.links.slot[id])
			}
		case e.m.Claim(id) != nil:
			claims = append(claims, e.m.claims.slot[id])
			for l := range e.m.Outgoing(id) {
				if _, touched := left[l.ID]; !touched {
					left[l.ID] = len(l.From)
					if !gone[l.ID] {
						links = append(links, e.m.links.slot[l.ID])
					}
				}
				if left[l.ID]--; left[l.ID] == 0 {
					todo = append(todo, l.ID)
				}
			}
		default:
			continue
		}
		gone[id] = true
		for l := range e.m.Incoming(id) {
			todo = append(todo, l.ID)
		}
	}
	// The last first: taking the end off an index moves nothing.
	slices.Sort(links)
	for _, slot := range slices.Backward(links) {
		l := e.m.links.slots[slot]
		if gone[l.ID] {
			e.links.note(slot, l, nil)
			e.m.putLink(slot, nil)
			continue
		}
		next := *l
		next.From = slices.DeleteFunc(slices.Clone(l.From), func(f ID) bool { return gone[f] })
		e.setLink(l, &next)
	}
	for _, slot := range claims {
		e.claims.note(slot, e.m.claims.slots[slot], nil)
		e.m.claims.put(slot, nil)
	}
	if gone[e.m.info.Contention] {
		e.SetInfo(func(i *Info) { i.Contention = "" })
	}
	e.dropFromSteps(gone)
}

func (e *Edit) dropFromSteps(gone map[ID]bool) {
	dead := func(id ID) bool { return gone[id] }
	for s := range e.m.Steps() {
		if slices.ContainsFunc(s.Focus, dead) || slices.ContainsFunc(s.Reveal, dead) {
			_ = e.UpdateStep(s.ID, func(s *Step) {
				s.Focus = slices.DeleteFunc(slices.Clone(s.Focus), dead)
				s.Reveal = slices.DeleteFunc(slices.Clone(s.Reveal), dead)
			})
		}
	}
}

// AddSource adds a source, which gets an ID if it has none.
func (e *Edit) AddSource(s Source) (ID, error) {
	if s.ID == "" {
		s.ID = e.NewID("s")
	}
	if err := e.m.checkNew("source", s.ID, -1); err != nil {
		return "", err
	}
	slot := len(e.m.sources.slots)
	e.sources.note(slot, nil, &s)
	e.m.sources.put(slot, &s)
	return s.ID, nil
}

// UpdateSource changes a source. Its ID stays.
func (e *Edit) UpdateSource(id ID, change func(*Source)) error {
	old := e.m.Source(id)
	if old == nil {
		return missing("source", id)
	}
	next := *old
	change(&next)
	next.ID = id
	if reflect.DeepEqual(next, *old) {
		return nil
	}
	slot := e.m.sources.slot[id]
	e.sources.note(slot, old, &next)
	e.m.sources.put(slot, &next)
	return nil
}

// RemoveSource takes a source out, and with it the passages in it and the
// mention of it by evidence.
func (e *Edit) RemoveSource(id ID) error {
	old := e.m.Source(id)
	if old == nil {
		return missing("source", id)
	}
	in := func(p Passage) bool { return p.Source == id }
	for c := range e.m.Claims() {
		if slices.ContainsFunc(c.Passages, in) {
			_ = e.UpdateClaim(c.ID, func(c *Claim) { c.Passages = slices.DeleteFunc(slices.Clone(c.Passages), in) })
		}
	}
	cites := func(v Evidence) bool { return v.Source == id || slices.ContainsFunc(v.Passages, in) }
	for l := range e.m.Links() {
		if slices.ContainsFunc(l.Evidence, cites) {
			_ = e.UpdateLink(l.ID, func(l *Link) {
				l.Evidence = slices.Clone(l.Evidence)
				for i := range l.Evidence {
					v := &l.Evidence[i]
					if v.Source == id {
						v.Source = ""
					}
					v.Passages = slices.DeleteFunc(slices.Clone(v.Passages), in)
				}
			})
		}
	}
	slot := e.m.sources.slot[id]
	e.sources.note(slot, old, nil)
	e.m.sources.put(slot, nil)
	return nil
}

// AddStep adds a step at the end, which gets an ID if it has none.
func (e *Edit) AddStep(s Step) (ID, error) {
	if s.ID == "" {
		s.ID = e.NewID("p")
	}
	if err := e.m.checkNew("step", s.ID, -1); err != nil {
		return "", err
	}
	slot := len(e.m.steps.slots)
	e.steps.note(slot, nil, &s)
	e.m.steps.put(slot, &s)
	return s.ID, nil
}

// UpdateStep changes a step. Its ID stays.
func (e *Edit) UpdateStep(id ID, change func(*Step)) error {
	old := e.m.Step(id)
	if old == nil {
		return missing("step", id)
	}
	next := *old
	change(&next)
	next.ID = id
	if reflect.DeepEqual(next, *old) {
		return nil
	}
	slot := e.m.steps.slot[id]
	e.steps.note(slot, old, &next)
	e.m.steps.put(slot, &next)
	return nil
}

// RemoveStep takes a step out.
func (e *Edit) RemoveStep(id ID) error {
	old := e.m.Step(id)
	if old == nil {
		return missing("step", id)
	}
	slot := e.m.steps.slot[id]
	e.steps.note(slot, old, nil)
	e.m.steps.put(slot, nil)
	return nil
}

func missing(record string, id ID) error {
	return fmt.Errorf("%s %q: %w", record, string(id), ErrNotThere)
}

// check looks at what the edit touched.
func (e *Edit) check(d *Difference) error {
	m := e.m
	ended := make(map[ID]bool) // links known to end at a claim
	for _, c := range d.Claims {
		if c.To == nil {
			if err := m.checkGone("claim", c.From.ID); err != nil {
				return err
			}
		} else if err := m.checkClaim(c.To); err != nil {
			return err
		}
	}
	for _, c := range d.Links {
		if c.To == nil {
			if err := m.checkGone("link", c.From.ID); err != nil {
				return err
			}
			continue
		}
		if err := m.checkLink(c.To); err != nil {
			return err
		}
		if err := m.checkChain(c.To, ended); err != nil {
			return err
		}
	}
	for _, c := range d.Sources {
		if c.To != nil {
			if err := m.checkSource(c.To); err != nil {
				return err
			}
		}
	}
	for _, c := range d.Steps {
		if c.To != nil {
			if err := m.checkStep(c.To); err != nil {
				return err
			}
		}
	}
	return m.checkInfo()
}

func (m *Map) checkGone(record string, id ID) error {
	if m.Has(id) || len(m.in[id]) == 0 && len(m.out[id]) == 0 {
		return nil
	}
	return &RuleError{record, -1, id, "", "links still refer to it"}
}
