package panel

import (
	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/palette"
)

// manyPage is the inspector's page of a selection of several.
type manyPage struct {
	*column
	desk  *Desk
	count *prose
	flip  *press
	color *swatches
	tags  *tags
	both  *column // what concerns claims
}

func newManyPage(d *Desk, resize func()) *manyPage {
	p := &manyPage{desk: d}
	p.count = newProse(d, "", 13, palette.Text)
	p.flip = newPress(d, language.Say("Turn support and opposition"), framed, palette.Text, func() { d.Tool.Flip() })
	p.color, p.tags = newSwatches(d), newTags(d, resize)
	p.both = newColumn(0, newRule(d), section(14,
		newColumn(6, newProse(d, language.Say("Colour"), 12.5, palette.Text).bold(), p.color), p.tags))
	p.column = newColumn(0, section(10, caption(d, language.Say("SELECTION")), p.count,
		newRow(8, p.flip, newPress(d, language.Say("Duplicate"), framed, palette.Text, func() { d.Tool.Duplicate() }),
			newPress(d, language.Say("Delete"), framed, palette.Opposes, func() { d.Tool.Delete() })).loosely(),
	), p.both)
	return p
}

func (p *manyPage) show(ids []argument.ID) {
	m := p.desk.Session.Doc.Map()
	var of []argument.ID // claims
	links := 0
	for _, id := range ids {
		if m.Link(id) != nil {
			links++
		} else {
			of = append(of, id)
		}
	}
	claims := len(of)
	show(p.both, claims > 0)
	if claims > 0 {
		p.color.show(of)
		p.tags.show(of)
	}
	selected := language.Count(links, "%d link selected", "%d links selected")
	switch {
	case links == 0:
		selected = language.Count(claims, "%d claim selected", "%d claims selected")
	case claims > 0:
		selected = language.Say("%s and %s selected", language.Count(claims, "%d claim", "%d claims"), language.Count(links, "%d link", "%d links"))
	}
	p.count.say(selected)
}
