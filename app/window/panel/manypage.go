package panel

import (
	"strings"

	"warrant/argument"
	"warrant/canvas/palette"
)

// manyPage is the inspector's page of a selection of several.
type manyPage struct {
	*column
	desk  *Desk
	count *prose
	flip  *press
}

func newManyPage(d *Desk) *manyPage {
	p := &manyPage{desk: d}
	p.count = newProse(d, "", 13, palette.Text)
	p.flip = newPress(d, "Turn support and opposition", framed, palette.Text, func() { d.Tool.Flip() })
	p.column = newColumn(0, section(10, caption(d, "SELECTION"), p.count,
		newRow(8, p.flip, newPress(d, "Duplicate", framed, palette.Text, func() { d.Tool.Duplicate() }),
			newPress(d, "Delete", framed, palette.Opposes, func() { d.Tool.Delete() })).loosely(),
	))
	return p
}

func (p *manyPage) show(ids []argument.ID) {
	m := p.desk.Session.Doc.Map()
	claims, links := 0, 0
	for _, id := range ids {
		if m.Link(id) != nil {
			links++
		} else {
			claims++
		}
	}
	var parts []string
	if claims > 0 {
		parts = append(parts, counted(claims, "claim", "claims"))
	}
	if links > 0 {
		parts = append(parts, counted(links, "link", "links"))
	}
	p.count.say(strings.Join(parts, " and ") + " selected")
}
