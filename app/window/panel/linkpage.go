package panel

import (
	"fmt"

	"fyne.io/fyne/v2"

	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/argument"
	"warrant/argument/credence"
	"warrant/argument/review"
	"warrant/canvas/palette"
)

// linkPage is the inspector's page of a link.
type linkPage struct {
	*column
	desk         *Desk
	kind         *press
	sentence     *column
	premises     []*doorway
	ands         []*prose
	others       *prose
	arrow        *prose
	target       *doorway
	strength     *prose
	confidence   *gauge
	evidence     *evidenceList
	evidencePart *column
	matters      *matters
	scheme       *control.Pick
	asked        *row
	howMany      *prose
	questions    []*prose
	list         *column
	note         *field
	link         argument.ID
	filling      bool
}

// section is a part of a page, with the room around it.
func section(gap float32, items ...fyne.CanvasObject) *column {
	return newColumn(gap, items...).within(edges{20, 13, 20, 13})
}

// caption is the small word above a page.
func caption(d *Desk, word string) *prose {
	return newProse(d, word, 10.5, palette.Muted).bold()
}

func newLinkPage(d *Desk, resize func()) *linkPage {
	p := &linkPage{desk: d}
	p.kind = newPress(d, "", chip, palette.Supports, p.turn)
	p.kind.size = 11.5
	p.arrow = newProse(d, "", 11.5, palette.Supports).bold()
	p.target = newDoorway(d, 13, palette.Text)
	p.target.most = 12
	p.others = newProse(d, "", 11.5, palette.Muted)
	p.sentence = newColumn(4)
	p.strength = newProse(d, "", 11.5, palette.Muted)
	p.confidence = newGauge(d, language.Say("Confidence"), "Change confidence", false)
	p.evidence = newEvidenceList(d, resize)
	p.evidencePart = section(0, p.evidence.column)
	p.matters = newMatters(d)
	p.scheme = control.NewPick(nil, p.chooseScheme)
	p.howMany = newProse(d, "", 12.5, palette.Text).bold().right()
	p.asked = newRow(8, newProse(d, language.Say("Critical questions to consider"), 12, palette.Muted), p.howMany)
	p.list = newColumn(5)
	p.note = newTextField(d, language.Say("Anything worth remembering"))
	p.column = newColumn(0,
		section(6, newRow(8, caption(d, language.Say("LINK")), p.kind), p.sentence),
		newRule(d),
		section(0, p.confidence.column, spacer(4), p.strength),
		newRule(d),
		p.evidencePart,
		newRule(d),
		section(6, p.matters.column, spacer(6),
			newProse(d, language.Say("Scheme"), 12.5, palette.Text).bold(), p.scheme, p.asked, p.list, spacer(6),
			newProse(d, language.Say("Note"), 12.5, palette.Text).bold(), p.note),
	)
	return p
}

// show brings a link into view, or follows what became of it.
func (p *linkPage) show(id argument.ID) {
	m := p.desk.Session.Doc.Map()
	l := m.Link(id)
	if l == nil {
		return
	}
	p.link = id
	p.filling = true
	defer func() { p.filling = false }()
	role := roleOfLink(m, l)
	p.kind.set(capital(verb(m, l)), role)
	p.say(m, l, role)
	p.showConfidence(m, l, role)
	p.evidence.show(id)
	p.matters.clear(id)
	scheme := noScheme()
	if l.Scheme != "" {
		scheme = schemeName(l.Scheme)
	}
	offer(p.scheme, schemeNames(l.Scheme), scheme)
	p.ask(review.Questions(l.Scheme))
	p.note.fill(string(id), l.Note, func(text string) {
		if p.desk.Session.Doc.Map().Link(id) == nil {
			return
		}
		p.desk.Do("Edit note", func(e *argument.Edit) error {
			return e.UpdateLink(id, func(l *argument.Link) { l.Note = text })
		})
	})
}

// say shows the link as a sentence, each part of which leads to what it
// names.
func (p *linkPage) say(m *argument.Map, l *argument.Link, role palette.Role) {
	for len(p.premises) < min(len(l.From), rowsMost) {
		door := newDoorway(p.desk, 13, palette.Text)
		door.most = 12
		p.premises = append(p.premises, door)
		p.ands = append(p.ands, newProse(p.desk, language.Say("and"), 11.5, palette.Muted))
	}
	items := make([]fyne.CanvasObject, 0, 2*len(l.From)+2)
	for i, id := range l.From[:min(len(l.From), rowsMost)] {
		if i > 0 {
			p.ands[i].say(language.Say("and"))
			items = append(items, p.ands[i])
		}
		p.premises[i].say(claimText(m, id))
		p.premises[i].open = func() { p.desk.Go(id) }
		items = append(items, p.premises[i])
	}
	if left := len(l.From) - rowsMost; left > 0 {
		p.others.say(language.Say("and %d more", left))
		items = append(items, p.others)
	}
	to := l.To
	p.arrow.set("↑ "+verb(m, l), role)
	p.target.say(targetText(m, to))
	p.target.open = func() { p.desk.Go(to) }
	p.sentence.items = append(items, p.arrow, p.target)
	p.sentence.Refresh()
}

func (p *linkPage) showConfidence(m *argument.Map, l *argument.Link, role palette.Role) {
	v := p.desk.Session.Numbers.Link(l.ID)
	id := l.ID
	p.confidence.show(reading{
		owner: string(id), stated: l.Confidence, instead: v.Base, role: role,
		suggestion: v.Suggested, suggested: v.HasSuggestion,
		write: func(e *argument.Edit, to argument.Degree) error {
			return e.UpdateLink(id, func(l *argument.Link) { l.Confidence = to })
		},
		say: func(v float64, stated bool) string {
			m := p.desk.Session.Doc.Map()
			l := m.Link(id)
			if l == nil {
				return ""
			}
			return confidenceSentence(m, l, p.desk.Scale, v)
		},
	})
	switch {
	case !v.Known:
		p.strength.say(language.Say("What this step delivers does not settle."))
	case m.NumIncoming(id) > 0:
		p.strength.say(language.Say("With what undercuts or underpins it, the step has strength %s and delivers %s.", percent(v.Strength), percent(v.Delivers)))
	default:
		p.strength.say(language.Say("Premises worth %s: the step delivers %s.", percent(v.Group), percent(v.Delivers)))
	}
}

// study shows what the link does to the contention.
func (p *linkPage) study(s *study, then func()) {
	if p.desk.Session.Doc.Map().Info().Contention == "" {
		p.matters.none(language.Say("No claim is the contention yet, so there is nothing to measure this link by."))
		then()
		return
	}
	id := p.link
	p.matters.clear(id)
	s.link(id,
		func(w weight) { p.matters.show(w); then() },
		func(e []credence.Effect) { p.matters.ranked(e); then() })
}

func (p *linkPage) turn() {
	m := p.desk.Session.Doc.Map()
	l := m.Link(p.link)
	if l == nil {
		return
	}
	label := "Turn support into opposition"
	if l.Kind == argument.Opposes {
		label = "Turn opposition into support"
	}
	id := l.ID
	p.desk.Do(label, func(e *argument.Edit) error {
		return e.UpdateLink(id, func(l *argument.Link) { l.Kind = l.Kind.Opposite() })
	})
}

func (p *linkPage) chooseScheme(chosen string) {
	l := p.desk.Session.Doc.Map().Link(p.link)
	if p.filling || l == nil {
		return
	}
	name, id := schemeOf(chosen, l.Scheme), l.ID
	p.desk.Do("Choose scheme", func(e *argument.Edit) error {
		return e.UpdateLink(id, func(l *argument.Link) { l.Scheme = name })
	})
}

// ask lists critical questions. The file has no place for answers, so they
// are there to be considered.
func (p *linkPage) ask(questions []string) {
	for len(p.questions) < len(questions) {
		p.questions = append(p.questions, newProse(p.desk, "", 12, palette.Text))
	}
	p.list.items = p.list.items[:0]
	for i, q := range questions {
		p.questions[i].say("·  " + q)
		p.list.items = append(p.list.items, p.questions[i])
	}
	show(p.asked, len(questions) > 0)
	show(p.list, len(questions) > 0)
	p.howMany.say(fmt.Sprint(len(questions)))
	p.list.Refresh()
}

// drop forgets what is shown, since the map is another.
func (p *linkPage) drop() {
	p.link, p.matters.link = "", ""
	p.confidence.exact.drop()
	p.note.drop()
	p.evidence.drop()
}

// leave commits what is being typed.
func (p *linkPage) leave() {
	p.confidence.exact.flush()
	p.note.flush()
	p.evidence.leave()
}
