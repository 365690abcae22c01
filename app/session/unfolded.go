package session

import "slices"

// Unfolded is the snapshot with no branch collapsed: a listener is shown all
// of it.
func (n Snapshot) Unfolded() Snapshot {
	n.parts.Claims = slices.Clone(n.parts.Claims)
	for i := range n.parts.Claims {
		n.parts.Claims[i].Collapsed = false
	}
	return n
}
