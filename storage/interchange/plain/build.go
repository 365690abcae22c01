package plain

import (
	"fmt"
	"slices"

	"warrant/argument"
	"warrant/storage/interchange/loss"
)

// builder puts lines below one another.
type builder struct {
	parts argument.Parts
	steps []step
	above []entry // the lines that the next may stand below, one deeper than the other
	links int     // steps that bear on something
	named map[string][]int
	lost  loss.Losses
}

// step is a link in the making. Claims and steps are named by their places.
type step struct {
	line     int
	kind     argument.Kind
	from     []int
	to       int // claim, or step where onStep; -1: what the text is put below
	onStep   bool
	signed   bool
	stated   argument.Degree
	premises map[int]bool // of many premises
}

// entry is a line that others may stand below.
type entry struct {
	key   int
	claim int // -1: the lines below it stand below nothing
	step  int // by which the claim bears on what is above it; -1: none
	kind  argument.Kind
	group bool
}

// take puts one line in its place. It is false where the map is full.
func (b *builder) take(l *line) bool {
	for len(b.above) > 0 && (b.above[len(b.above)-1].key > l.key || b.above[len(b.above)-1].key == l.key && l.mark != joins) {
		b.above = b.above[:len(b.above)-1]
	}
	at := entry{claim: -1, step: -1, kind: argument.Supports}
	if len(b.above) > 0 {
		at = b.above[len(b.above)-1]
	}
	if l.group {
		b.above = append(b.above, entry{l.key, at.claim, at.step, kindOf(l.mark, at.kind), true})
		return true
	}
	if len(b.parts.Claims) == argument.MaxClaims || b.links == argument.MaxLinks {
		b.lost.Add(l.number, fmt.Sprintf("this line and what comes after it: a map holds at most %d claims and %d links", argument.MaxClaims, argument.MaxLinks))
		return false
	}
	claim := b.claim(l)
	if l.mark == joins {
		if at.key == l.key && len(b.above) > 0 { // else it stands below its fellow, which is as good
			b.above = b.above[:len(b.above)-1]
		}
		if !at.group && at.step >= 0 {
			b.join(l, at.step, claim)
			b.above = append(b.above, entry{l.key, claim, at.step, argument.Supports, false})
			return true
		}
		b.lost.Add(l.number, "that it joins another premise: none stands before it")
	}
	s := step{line: l.number, kind: kindOf(l.mark, at.kind), from: []int{claim}, to: at.claim, stated: l.confidence, signed: l.mark >= supports || at.claim < 0 && at.group}
	if l.mark == underpins || l.mark == undercuts {
		s.to, s.onStep = at.step, true
	}
	if s.to >= 0 {
		b.links++
	}
	b.steps = append(b.steps, s)
	b.above = append(b.above, entry{l.key, claim, len(b.steps) - 1, argument.Supports, false})
	return true
}

func kindOf(m mark, otherwise argument.Kind) argument.Kind {
	switch m {
	case supports, underpins, joins:
		return argument.Supports
	case opposes, undercuts:
		return argument.Opposes
	}
	return otherwise
}

// claim returns the claim that a line says, a new one unless it stood above.
func (b *builder) claim(l *line) int {
	if b.named == nil {
		b.named = make(map[string][]int)
	}
	same := b.named[l.text]
	if l.again > 0 {
		if l.again <= len(same) {
			return same[l.again-1]
		}
		b.lost.Add(l.number, "that the claim stands above: no line above says it")
	}
	n := len(b.parts.Claims)
	b.parts.Claims = append(b.parts.Claims, argument.Claim{ID: id("c", n), Text: l.text})
	b.named[l.text] = append(same, n)
	return n
}

// many is from how many premises on a step keeps a set of them.
const many = 16

func (b *builder) join(l *line, to, claim int) {
	s := &b.steps[to]
	if s.premises == nil && len(s.from) >= many {
		s.premises = make(map[int]bool, len(s.from))
		for _, f := range s.from {
			s.premises[f] = true
		}
	}
	if s.premises[claim] || s.premises == nil && slices.Contains(s.from, claim) {
		b.lost.Add(l.number, "this line: the claim is a premise of this step already")
		return
	}
	s.from = append(s.from, claim)
	if s.premises != nil {
		s.premises[claim] = true
	}
}

// reading names links and sorts tops from the rest.
func (b *builder) reading() Reading {
	r := Reading{Parts: b.parts, lines: make(map[argument.ID]int, len(b.steps))}
	names := make([]argument.ID, len(b.steps))
	tops, links := 0, 0
	for i := range b.steps {
		if b.steps[i].to < 0 {
			names[i] = id("t", tops)
			tops++
		} else {
			names[i] = id("l", links)
			links++
		}
	}
	for i := range b.steps {
		s := &b.steps[i]
		l := argument.Link{ID: names[i], Kind: s.kind, Confidence: s.stated}
		for _, f := range s.from {
			l.From = append(l.From, b.parts.Claims[f].ID)
		}
		r.lines[l.ID] = s.line
		switch {
		case s.to < 0:
			r.Tops = append(r.Tops, Top{Link: l, Signed: s.signed, OnLink: s.onStep})
			continue
		case s.onStep:
			l.To = names[s.to]
		default:
			l.To = b.parts.Claims[s.to].ID
		}
		r.Parts.Links = append(r.Parts.Links, l)
	}
	if len(b.parts.Claims) > 0 {
		r.Parts.Info.Contention = b.parts.Claims[0].ID
	}
	r.Lost = b.lost.Told()
	return r
}
