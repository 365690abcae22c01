package argument

import "slices"

// InsertClaim puts a claim of the map in the middle of a link: what led from
// the premises to the target now leads from the premises to the claim, and
// from the claim to the target. It returns the new first half.
//
// The half that reaches the target is the link that was there: it keeps its
// ID and kind, its confidence, scheme, note and evidence, and what bears on
// it. The first half supports the claim, and nothing is stated of it yet: so
// an objection by way of the claim is still an objection.
func (e *Edit) InsertClaim(link, claim ID) (first ID, err error) {
	l := e.m.Link(link)
	if l == nil {
		return "", missing("link", link)
	}
	if e.m.Claim(claim) == nil {
		return "", missing("claim", claim)
	}
	first, err = e.AddLink(Link{Kind: Supports, From: l.From, To: claim})
	if err != nil {
		return "", err
	}
	if err := e.UpdateLink(link, func(l *Link) { l.From = []ID{claim} }); err != nil {
		return "", err
	}
	e.showWith(link, first, claim)
	return first, nil
}

// showWith has a presentation reveal records from where it reveals id.
func (e *Edit) showWith(id ID, also ...ID) {
	for s := range e.m.Steps() {
		if slices.Contains(s.Reveal, id) {
			_ = e.UpdateStep(s.ID, func(s *Step) { s.Reveal = append(slices.Clone(s.Reveal), also...) })
		}
	}
}
