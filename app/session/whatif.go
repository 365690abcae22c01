package session

import (
	"slices"

	"warrant/argument"
	"warrant/argument/credence"
)

// WhatIf says how a number would be other if the links left out were not
// there. The map itself is not touched.
type WhatIf struct {
	Without       []argument.ID
	Before, After credence.Value // of the contention
}

// LeaveOut leaves a link out of the numbers, or takes it in again. It is not
// an edit: nothing of it is saved.
func (s *Session) LeaveOut(link argument.ID, out bool) {
	without := slices.DeleteFunc(slices.Clone(s.Numbers.Options().Without), func(id argument.ID) bool { return id == link })
	if out {
		without = append(without, link)
	}
	s.leaveOut(without, link)
}

// EndWhatIf takes all links in again.
func (s *Session) EndWhatIf() {
	if was := s.Numbers.Options().Without; len(was) > 0 {
		s.leaveOut(nil, was...)
	}
}

func (s *Session) leaveOut(without []argument.ID, touched ...argument.ID) {
	m, was := s.Doc.Map(), s.Numbers
	o := was.Options()
	o.Without = without
	s.Numbers = credence.Evaluate(m, o)
	var claims []argument.ID
	links := touched
	for c := range m.Claims() {
		if was.Claim(c.ID) != s.Numbers.Claim(c.ID) {
			claims = append(claims, c.ID)
		}
	}
	for l := range m.Links() {
		if was.Link(l.ID) != s.Numbers.Link(l.ID) && !slices.Contains(touched, l.ID) {
			links = append(links, l.ID)
		}
	}
	s.Scene.Renumber(claims, links)
	s.tellNumbers(claims, links)
}

// LeftOut reports whether a link is left out of the numbers.
func (s *Session) LeftOut(link argument.ID) bool {
	return slices.Contains(s.Numbers.Options().Without, link)
}

// WhatIf returns what leaving out does to the contention; ok is false when
// nothing is left out.
func (s *Session) WhatIf() (w WhatIf, ok bool) {
	o := s.Numbers.Options()
	for _, id := range o.Without {
		if s.Doc.Map().Link(id) != nil { // it may have been deleted meanwhile
			w.Without = append(w.Without, id)
		}
	}
	contention := s.Doc.Map().Info().Contention
	if len(w.Without) == 0 || contention == "" {
		return w, false
	}
	w.After = s.Numbers.Claim(contention)
	o.Without = nil
	w.Before = credence.Evaluate(s.Doc.Map(), o).Claim(contention)
	return w, true
}
