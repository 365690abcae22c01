package tool

import (
	"strings"

	"warrant/argument"
)

var signs = map[argument.Role]string{
	argument.Supporting: "+", argument.Opposing: "-", argument.Underpinning: "⊕", argument.Undercutting: "⊘",
}

// CopyText returns the selected claims as indented text, a claim a line, in
// the order of the outline: below a claim what bears on it, with "+" for
// support, "-" for opposition, and below a premise "⊕" and "⊘" for what
// underpins or undercuts its link. It is empty when no claim is selected.
func (t *Tool) CopyText() string {
	m := t.doc.Map()
	chosen := make(map[argument.ID]bool)
	for _, id := range t.doc.Selection() {
		chosen[id] = m.Claim(id) != nil
	}
	var b strings.Builder
	var above []int // depths of the rows that are copied and hold what comes
	for _, row := range m.Outline() {
		for len(above) > 0 && above[len(above)-1] >= row.Depth {
			above = above[:len(above)-1]
		}
		if !chosen[row.Claim] || row.Again {
			continue
		}
		b.WriteString(strings.Repeat("  ", len(above)))
		if l := m.Link(row.Link); l != nil && len(above) > 0 {
			b.WriteString(signs[m.LinkRole(l)] + " ")
		}
		b.WriteString(strings.Join(strings.Fields(m.Claim(row.Claim).Text), " "))
		b.WriteByte('\n')
		above = append(above, row.Depth)
	}
	return b.String()
}
