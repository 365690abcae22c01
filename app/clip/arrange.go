package clip

import (
	"slices"

	"warrant/argument"
	"warrant/canvas/arrange"
	"warrant/canvas/geom"
)

// target stands for the claim under which a clipping will be put, while its
// cards are arranged. No record of a text has this ID.
const target argument.ID = "target"

// Arranged returns the clipping with places for the cards that have none, as
// they would be below a claim that they bear on. Cards with a place keep it.
func (c Clipping) Arranged(sizes arrange.Sizes) Clipping {
	p := argument.Parts{Claims: slices.Clone(c.parts.Claims), Links: slices.Clone(c.parts.Links), Sources: c.parts.Sources}
	var only []argument.ID
	for i := range p.Claims {
		if !p.Claims[i].Placed {
			only = append(only, p.Claims[i].ID)
		}
	}
	switch {
	case len(only) == 0:
		return c
	case len(only) == len(p.Claims):
		only = nil
	}
	if c.Kind == Text {
		p.Claims = append(p.Claims, argument.Claim{ID: target})
		for _, t := range c.tops {
			l := t.Link
			l.To = target
			p.Links = append(p.Links, l)
		}
		p.Info.Contention = target
	}
	m, err := argument.Build(p)
	if err != nil {
		return c // too large by the target: it stays without places
	}
	claims := slices.Clone(c.parts.Claims)
	at := make(map[argument.ID]int, len(claims))
	for i := range claims {
		at[claims[i].ID] = i
	}
	plan := arrange.Arrange(m, sizes, arrange.Options{Only: only})
	for _, move := range plan.Cards {
		if i, ok := at[move.Claim]; ok {
			claims[i].At, claims[i].Placed = move.To, true
		}
	}
	via := make(map[argument.ID][]argument.Point, len(plan.Links))
	for _, course := range plan.Links {
		via[course.Link] = course.Via
	}
	links := slices.Clone(c.parts.Links)
	for i := range links {
		if way, ok := via[links[i].ID]; ok {
			links[i].Via = way
		}
	}
	c.parts.Claims, c.parts.Links = claims, links
	return c
}

// Bounds returns the rectangle around the cards that have places, in world
// units. It is false where none has.
func (c Clipping) Bounds(sizes arrange.Sizes) (r geom.Rect, ok bool) {
	for i := range c.parts.Claims {
		claim := &c.parts.Claims[i]
		if !claim.Placed {
			continue
		}
		size := sizes.CardSize(claim)
		card := geom.R(claim.At.X, claim.At.Y, size.W, size.H)
		if ok {
			card = card.Union(r)
		}
		r, ok = card, true
	}
	return r, ok
}

// Shift is a place for Insert: each card goes so much further.
func Shift(by geom.Point) func(argument.Claim) argument.Point {
	return func(c argument.Claim) argument.Point { return argument.Point(geom.Point(c.At).Add(by)) }
}
