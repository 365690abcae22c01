package tool

import (
	"slices"

	"warrant/argument"
)

// whyNotLink says in a sentence why a claim cannot be the premise of a new
// link to a target, and nothing when it can.
func whyNotLink(m *argument.Map, claim, target argument.ID) string {
	if claim == target {
		return "A claim cannot support or oppose itself: draw the link to another card, to a link or to empty space."
	}
	if isPremise(m, claim, target) {
		return "The claim is a premise of this link: it cannot bear on it as well."
	}
	for l := range m.Outgoing(claim) {
		if l.To != target || len(l.From) > 1 {
			continue
		}
		if l.Kind == argument.Supports {
			return "The claim supports this already. Turn that link into an opposition instead."
		}
		return "The claim opposes this already. Turn that link into a support instead."
	}
	return ""
}

// whyNotJoin says in a sentence why a claim cannot become a linked premise
// of a link, and nothing when it can.
func whyNotJoin(m *argument.Map, claim, link argument.ID) string {
	l := m.Link(link)
	switch {
	case l == nil:
		return "The link is gone."
	case slices.Contains(l.From, claim):
		return "The claim is a premise of this link already."
	case l.To == claim:
		return "The link ends at this claim: it cannot be one of the link's premises."
	case isPremise(m, claim, l.To):
		return "The claim is a premise of the link that this one bears on."
	}
	for in := range m.Incoming(link) {
		if slices.Contains(in.From, claim) {
			return "The claim bears on this link: it cannot be one of the link's premises as well."
		}
	}
	return ""
}

// isPremise reports whether a claim is a premise of a link.
func isPremise(m *argument.Map, claim, link argument.ID) bool {
	l := m.Link(link)
	return l != nil && slices.Contains(l.From, claim)
}
