package session

// Unfolded is the snapshot with no branch collapsed: a listener is shown all
// of it.
func (n Snapshot) Unfolded() Snapshot {
	n.still = n.still.Unfolded()
	return n
}
