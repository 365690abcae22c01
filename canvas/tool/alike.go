package tool

import (
	"slices"

	"warrant/argument"
)

// SelectSameRole selects all claims that do what a selected one does, and all
// links that do what a selected one does: all that oppose, say.
func (t *Tool) SelectSameRole() {
	defer t.flush()
	t.Cancel()
	m := t.doc.Map()
	claims, links := map[argument.Role]bool{}, map[argument.Role]bool{}
	for _, id := range t.doc.Selection() {
		if l := m.Link(id); l != nil {
			links[m.LinkRole(l)] = true
		} else {
			claims[m.Role(id)] = true
		}
	}
	if len(claims)+len(links) == 0 {
		t.host.Explain("Select a claim or a link first.")
		return
	}
	t.selectShown(func(c *argument.Claim) bool { return claims[m.Role(c.ID)] }, func(l *argument.Link) bool { return links[m.LinkRole(l)] })
}

// SelectLackingEvidence selects the links that nobody has given evidence.
func (t *Tool) SelectLackingEvidence() {
	defer t.flush()
	t.Cancel()
	t.selectShown(func(*argument.Claim) bool { return false }, func(l *argument.Link) bool { return len(l.Evidence) == 0 })
	if len(t.doc.Selection()) == 0 {
		t.host.Explain("Every link has evidence.")
	}
}

// selectShown selects of what is shown all claims and links of a sort. What
// was selected last stays last, where it is of the sort: commands go by it.
func (t *Tool) selectShown(claim func(*argument.Claim) bool, link func(*argument.Link) bool) {
	m := t.doc.Map()
	var ids []argument.ID
	for c := range m.Claims() {
		if t.scene.Card(c.ID) != nil && claim(c) {
			ids = append(ids, c.ID)
		}
	}
	for l := range m.Links() {
		if t.scene.Link(l.ID) != nil && link(l) {
			ids = append(ids, l.ID)
		}
	}
	if sel := t.doc.Selection(); len(sel) > 0 {
		if i := slices.Index(ids, sel[len(sel)-1]); i >= 0 {
			ids = append(slices.Delete(ids, i, i+1), sel[len(sel)-1])
		}
	}
	t.doc.Select(ids...)
}
