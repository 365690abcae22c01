package panel

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"warrant/app/language"
	"warrant/argument"
	"warrant/argument/credence"
	"warrant/canvas/palette"
)

// claimPage is the inspector's page of a claim.
type claimPage struct {
	*column
	desk      *Desk
	role      *press
	text      *field
	big       *prose
	bar       *meter
	unsettled *doorway
	why       *column
	fall      *rows
	prior     *gauge
	bears     *rows
	rests     *rows
	bearing   *column
	resting   *column
	passages  *rows
	anchored  *column
	color     *swatches
	tags      *tags
	note      *field
	contend   *press
	pin       *press
	collapse  *press
	claim     argument.ID
}

// rowsMost is how many links a list on a page shows.
const rowsMost = 12

func newClaimPage(d *Desk, resize func()) *claimPage {
	p := &claimPage{desk: d}
	p.role = newPress(d, "", chip, palette.Neutral, nil)
	p.role.size, p.role.off = 11.5, false
	p.text = newTextField(d, language.Say("What is claimed, as one statement"))
	p.big = newProse(d, "", 15, palette.Text).bold().right()
	p.bar = newMeter(d)
	p.unsettled = newDoorway(d, 12, palette.Opposes)
	p.fall = newRows(d)
	p.why = newColumn(6, newProse(d, language.Say("Why this number"), 12.5, palette.Text).bold(), p.fall.column)
	p.prior = newGauge(d, language.Say("Before the arguments"), "Change prior", false)
	p.bears, p.rests, p.passages = newRows(d), newRows(d), newRows(d)
	p.bearing = newColumn(6, newProse(d, language.Say("Bears on"), 12.5, palette.Text).bold(), p.bears.column)
	p.resting = newColumn(6, newProse(d, language.Say("Rests on"), 12.5, palette.Text).bold(), p.rests.column)
	p.anchored = newColumn(6, newProse(d, language.Say("Passages"), 12.5, palette.Text).bold(), p.passages.column)
	p.color, p.tags = newSwatches(d), newTags(d, resize)
	p.note = newTextField(d, language.Say("Anything worth remembering"))
	p.contend = newPress(d, language.Say("Make contention"), framed, palette.Text, p.makeContention)
	p.pin = newPress(d, language.Say("Pin"), framed, palette.Text, func() {
		p.update("Pin claim", "Unpin claim", func(c *argument.Claim) *bool { return &c.Pinned })
	})
	p.collapse = newPress(d, language.Say("Collapse"), framed, palette.Text, func() {
		p.update("Collapse", "Expand", func(c *argument.Claim) *bool { return &c.Collapsed })
	})
	for _, b := range []*press{p.contend, p.pin, p.collapse} {
		b.size = 11.5
	}
	p.column = newColumn(0,
		section(8, newRow(8, caption(d, language.Say("CLAIM")), p.role), p.text,
			newRow(6, p.contend, p.pin, p.collapse).loosely()),
		newRule(d),
		section(6, newRow(8, newProse(d, language.Say("Credence"), 12.5, palette.Text).bold(), p.big), p.bar, p.unsettled, spacer(4), p.why),
		newRule(d),
		section(0, p.prior.column),
		newRule(d),
		section(14, p.bearing, p.resting, p.anchored,
			newColumn(6, newProse(d, language.Say("Colour"), 12.5, palette.Text).bold(), p.color), p.tags,
			newColumn(6, newProse(d, language.Say("Note"), 12.5, palette.Text).bold(), p.note)),
	)
	return p
}

// show brings a claim into view, or follows what became of it.
func (p *claimPage) show(id argument.ID) {
	m := p.desk.Session.Doc.Map()
	c := m.Claim(id)
	if c == nil {
		return
	}
	fresh := p.claim != id
	p.claim = id
	does := m.Role(id)
	role := roleOfClaim(does)
	p.role.set(roleName(does), role)
	p.text.fill(string(id), c.Text, p.committing(id, "Edit claim", func(c *argument.Claim, s string) { c.Text = s }))
	p.color.show([]argument.ID{id})
	p.tags.show([]argument.ID{id})
	p.note.fill(string(id), c.Note, p.committing(id, "Edit note", func(c *argument.Claim, s string) { c.Note = s }))
	p.showCredence(m, id, role)
	prior, _ := p.desk.Session.Numbers.Prior(id)
	p.prior.show(reading{
		owner: string(id), stated: c.Prior, instead: prior, role: role,
		write: func(e *argument.Edit, to argument.Degree) error {
			return e.UpdateClaim(id, func(c *argument.Claim) { c.Prior = to })
		},
		say: func(v float64, stated bool) string {
			if !stated {
				return language.Say("Not stated: without the map's arguments it counts as even.")
			}
			return language.Say("%s, before hearing what the map says for and against it.", capital(p.desk.Scale.Word(v)))
		},
	})
	if fresh {
		p.waterfall(nil)
	}
	p.showLinks(m, id)
	p.showPassages(m, c)
	p.pin.set(map[bool]string{false: language.Say("Pin"), true: language.Say("Unpin")}[c.Pinned], palette.Text)
	p.collapse.set(map[bool]string{false: language.Say("Collapse"), true: language.Say("Expand")}[c.Collapsed], palette.Text)
	show(p.contend, m.Info().Contention != id)
	show(p.collapse, m.NumIncoming(id) > 0)
}

func (p *claimPage) showCredence(m *argument.Map, id argument.ID, role palette.Role) {
	v := p.desk.Session.Numbers.Claim(id)
	p.big.set(valueText(v), role)
	if v.Known {
		p.bar.set(0, v.Credence, role)
		p.unsettled.open = nil
		p.unsettled.say("")
		return
	}
	p.bar.set(v.Low, v.High, role)
	circle := p.desk.Session.Numbers.Cycle(id)
	var claims []string
	var first argument.ID
	for _, at := range circle {
		if m.Claim(at) == nil {
			continue
		}
		if first == "" {
			first = at
		}
		if claims = append(claims, quoted(fitted(claimText(m, at), 200, scaled(12), fyne.TextStyle{}))); len(claims) == 4 {
			break
		}
	}
	p.unsettled.open = nil
	if first != "" {
		p.unsettled.open = func() { p.desk.Go(first) }
	}
	p.unsettled.say(language.Say("Unsettled: the number lies somewhere in this range, since these claims bear on each other in a circle: %s", strings.Join(claims, ", ")))
}

// waterfall shows the way from what is held before the arguments to what is
// believed with them.
func (p *claimPage) waterfall(bars []credence.Bar) {
	m := p.desk.Session.Doc.Map()
	show(p.why, len(bars) > 0)
	if len(bars) == 0 {
		return
	}
	n := min(len(bars), rowsMost)
	more := ""
	if left := len(bars) - n; left > 0 {
		last := bars[len(bars)-1].To
		more = language.Count(left, "and %d more link, to %s", "and %d more links, to %s", percent(last))
	}
	p.fall.fill(n+2, more, func(i int, row *barRow) {
		row.flat, row.open = false, nil
		switch i {
		case 0:
			row.sign, row.text, row.role = "", language.Say("Before the arguments"), palette.Muted
			row.value, row.from, row.to = percent(bars[0].From), 0, bars[0].From
		case n + 1:
			end := bars[len(bars)-1].To
			row.sign, row.text, row.role = "", language.Say("With them"), roleOfClaim(m.Role(p.claim))
			row.value, row.from, row.to = percent(end), 0, end
		default:
			b := bars[i-1]
			row.forLink(m, b.Link, false)
			row.value, row.from, row.to = points(b.To-b.From), b.From, b.To
		}
	})
}

func (p *claimPage) showLinks(m *argument.Map, id argument.ID) {
	list := func(r *rows, part *column, links []*argument.Link, all int, byTarget bool) {
		show(part, all > 0)
		more := ""
		if all > len(links) {
			more = language.Say("and %d more", all-len(links))
		}
		r.fill(len(links), more, func(i int, row *barRow) {
			l := links[i]
			row.forLink(m, l.ID, byTarget)
			row.flat = true
			v := p.desk.Session.Numbers.Link(l.ID)
			row.value = percent(v.Base)
			if !v.Stated {
				row.value = language.Say("unset")
			}
		})
	}
	var out, in []*argument.Link
	for l := range m.Outgoing(id) {
		if out = append(out, l); len(out) == rowsMost {
			break
		}
	}
	for l := range m.Incoming(id) {
		if in = append(in, l); len(in) == rowsMost {
			break
		}
	}
	list(p.bears, p.bearing, out, m.NumOutgoing(id), true)
	list(p.rests, p.resting, in, m.NumIncoming(id), false)
}

func (p *claimPage) showPassages(m *argument.Map, c *argument.Claim) {
	show(p.anchored, len(c.Passages) > 0)
	n := min(len(c.Passages), rowsMost)
	p.passages.fill(n, "", func(i int, row *barRow) {
		at := c.Passages[i]
		row.sign, row.flat, row.role = "¶", true, palette.Muted
		row.open = func() { p.desk.OpenSource(at.Source, 0, 0) }
		row.text = sourceName(m.Source(at.Source))
		if at.Paragraph > 0 {
			row.text = fmt.Sprintf("%d  %s", at.Paragraph, row.text)
		}
		row.value = fmt.Sprintf("%d–%d", at.Start, at.End)
	})
}

// study finds out why the claim is believed as it is.
func (p *claimPage) study(s *study, then func()) {
	id := p.claim
	s.claim(id, func(bars []credence.Bar) {
		if p.claim == id {
			p.waterfall(bars)
			then()
		}
	})
}

// committing returns a commit that knows its claim, whatever is shown by the
// time a field loses the keys.
func (p *claimPage) committing(id argument.ID, label string, set func(*argument.Claim, string)) func(string) {
	return func(text string) {
		if p.desk.Session.Doc.Map().Claim(id) == nil {
			return
		}
		p.desk.Do(label, func(e *argument.Edit) error {
			return e.UpdateClaim(id, func(c *argument.Claim) { set(c, text) })
		})
	}
}

func (p *claimPage) makeContention() {
	id := p.claim
	p.desk.Do("Make contention", func(e *argument.Edit) error {
		e.SetInfo(func(i *argument.Info) { i.Contention = id })
		return nil
	})
}

// update turns a property of the claim over.
func (p *claimPage) update(on, off string, of func(*argument.Claim) *bool) {
	c := p.desk.Session.Doc.Map().Claim(p.claim)
	if c == nil {
		return
	}
	id, label := c.ID, on
	if *of(c) {
		label = off
	}
	p.desk.Do(label, func(e *argument.Edit) error {
		return e.UpdateClaim(id, func(c *argument.Claim) { *of(c) = !*of(c) })
	})
}

func (p *claimPage) fields() []*field {
	return []*field{p.text, &p.tags.field.field, p.note, p.prior.exact}
}

// drop forgets what is shown, since the map is another.
func (p *claimPage) drop() {
	p.claim = ""
	for _, f := range p.fields() {
		f.drop()
	}
}

// leave commits what is being typed.
func (p *claimPage) leave() {
	for _, f := range p.fields() {
		f.flush()
	}
}
