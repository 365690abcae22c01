package argument

import (
	"errors"
	"slices"
)

// SplitClaim makes several claims of one that says several things, and
// returns the new ones. The claim itself keeps its ID, its note, what bears
// on it and the first text.
//
// What a claim says with "and" is worth as much as its parts together, so
// each further text becomes a linked premise of the same links; where the
// claim is a premise of nothing, it stands by itself. All parts have the
// prior, the tags and the passages of the whole: where a group is worth what
// its weakest premise is, splitting a leaf moves no number.
func (e *Edit) SplitClaim(id ID, texts []string) ([]ID, error) {
	whole := e.m.Claim(id)
	if whole == nil {
		return nil, missing("claim", id)
	}
	if len(texts) < 2 {
		return nil, errors.New("a claim is split into two parts or more")
	}
	links := slices.Collect(e.m.Outgoing(id))
	if err := e.UpdateClaim(id, func(c *Claim) { c.Text = texts[0] }); err != nil {
		return nil, err
	}
	parts := make([]ID, 0, len(texts)-1)
	for _, text := range texts[1:] {
		part, err := e.AddClaim(Claim{
			Text: text, Prior: whole.Prior, Tags: whole.Tags, Color: whole.Color, Passages: whole.Passages,
			At: whole.At, Placed: whole.Placed, Width: whole.Width,
		})
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	for _, l := range links {
		err := e.UpdateLink(l.ID, func(l *Link) {
			at := slices.Index(l.From, id) + 1 // beside the part that it was said with
			l.From = slices.Insert(slices.Clone(l.From), at, parts...)
		})
		if err != nil {
			return nil, err
		}
	}
	e.showWith(id, parts...)
	return parts, nil
}
