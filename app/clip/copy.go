// Package clip answers what copying takes from a map, and what pasting brings
// into one: a part of a map as its own JSON, or an indented text of any
// program. It touches no clipboard, and leaves to the caller where on the canvas
// things go.
package clip

import (
	"slices"

	"warrant/argument"
	"warrant/storage/interchange/plain"
	"warrant/storage/mapfile"
)

// Part returns what belongs to the chosen claims: the claims, the links among
// them with those of their premises that are chosen, evidence, and the sources
// that these cite. Where links alone are chosen, it is they and the claims at
// their ends. IDs that the map does not have are passed over.
func Part(m *argument.Map, ids []argument.ID) argument.Parts {
	claims := chosen(m, ids)
	links := among(m, claims)
	var p argument.Parts
	cited := make(map[argument.ID]bool)
	cite := func(ps []argument.Passage) {
		for i := range ps {
			cited[ps[i].Source] = true
		}
	}
	for c := range m.Claims() {
		if claims[c.ID] {
			p.Claims = append(p.Claims, *c)
			cite(c.Passages)
		}
	}
	for l := range m.Links() {
		if !links[l.ID] {
			continue
		}
		part := *l
		part.From = slices.DeleteFunc(slices.Clone(l.From), func(f argument.ID) bool { return !claims[f] })
		p.Links = append(p.Links, part)
		for i := range l.Evidence {
			cited[l.Evidence[i].Source] = true
			cite(l.Evidence[i].Passages)
		}
	}
	for s := range m.Sources() {
		if cited[s.ID] {
			p.Sources = append(p.Sources, *s)
		}
	}
	if c := m.Info().Contention; claims[c] {
		p.Info.Contention = c
	}
	return p
}

// chosen returns the claims of a selection.
func chosen(m *argument.Map, ids []argument.ID) map[argument.ID]bool {
	claims := make(map[argument.ID]bool, len(ids))
	for _, id := range ids {
		if m.Claim(id) != nil {
			claims[id] = true
		}
	}
	if len(claims) > 0 {
		return claims
	}
	seen := make(map[argument.ID]bool)
	for todo := slices.Clone(ids); len(todo) > 0; {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if m.Claim(id) != nil {
			claims[id] = true
		} else if l := m.Link(id); l != nil && !seen[id] {
			seen[id] = true
			todo = append(append(todo, l.From...), l.To)
		}
	}
	return claims
}

// among returns the links that have both ends among claims, over other links
// too.
func among(m *argument.Map, claims map[argument.ID]bool) map[argument.ID]bool {
	links := make(map[argument.ID]bool)
	todo := make([]argument.ID, 0, len(claims))
	for id := range claims {
		todo = append(todo, id)
	}
	for len(todo) > 0 {
		target := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for l := range m.Incoming(target) {
			if slices.ContainsFunc(l.From, func(f argument.ID) bool { return claims[f] }) {
				links[l.ID] = true
				todo = append(todo, l.ID)
			}
		}
	}
	return links
}

// Copy returns a part of a map as JSON: a map file without a name. It is
// empty where nothing of the map is chosen.
func Copy(m *argument.Map, ids []argument.ID) (string, error) {
	part, err := argument.Build(Part(m, ids))
	if err != nil || part.NumClaims() == 0 {
		return "", err
	}
	data, err := mapfile.Encode(part)
	return string(data), err
}

// CopyText returns a part of a map as indented text.
func CopyText(m *argument.Map, ids []argument.ID) string {
	part, err := argument.Build(Part(m, ids))
	if err != nil {
		panic(err) // a part of a map breaks no rule that the map keeps
	}
	text, _ := plain.Write(part)
	return text
}
