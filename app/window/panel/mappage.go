package panel

import (
	"math"

	"warrant/app/language"
	"warrant/app/session"
	"warrant/app/window/control"
	"warrant/argument"
	"warrant/argument/credence"
	"warrant/canvas/palette"
)

// mapPage is the inspector's page while nothing is selected: the map itself.
type mapPage struct {
	of *session.Session // that is shown
	*column
	desk       *Desk
	title      *field
	contention *doorway
	big        *prose
	bar        *meter
	credence   *column
	others     *rows
	disagree   *prose
	semantics  *control.Pick
	meaning    *prose
	premises   *control.Pick
	effects    *rows
	ranking    *column
	filling    bool
}

// way is one of the semantics, or of the rules for linked premises, in
// words.
type way[T ~string] struct {
	key           T
	name, meaning string
}

//language:texts
var semanticsWays = []way[argument.Semantics]{
	{argument.DFQuAD, "DF-QuAD", "Each argument takes a share of the doubt that is left; support and opposition of equal force cancel out."},
	{argument.QuadraticEnergy, "Quadratic energy", "Forces add up as energy; a small surplus moves little, a large one almost all the way."},
	{argument.EulerBased, "Euler-based", "Forces add up as exponents; opposition never takes a claim all the way to nothing."},
	{argument.LogOdds, "Log-odds", "Forces add up as in a logistic regression, on the scale of log-odds."},
}

//language:texts
var premiseWays = []way[argument.PremiseRule]{
	{argument.Weakest, "Linked premises: the weakest counts", ""},
	{argument.Product, "Linked premises: their product counts", ""},
}

func names[T ~string](ways []way[T]) []string {
	var all []string
	for _, w := range ways {
		all = append(all, language.Translate(w.name))
	}
	return all
}

func wayOf[T ~string](ways []way[T], key T) way[T] {
	for _, w := range ways {
		if w.key == key {
			return w
		}
	}
	return ways[0]
}

func newMapPage(d *Desk) *mapPage {
	p := &mapPage{desk: d}
	p.title = newField(d, language.Say("Title of the map"))
	p.contention = newDoorway(d, 13, palette.Text)
	p.contention.most = 8
	p.big = newProse(d, "", 15, palette.Contention).bold().right()
	p.bar = newMeter(d)
	p.others = newRows(d)
	p.disagree = newProse(d, "", 12, palette.Opposes)
	p.semantics = control.NewPick(names(semanticsWays), func(string) {
		if i := p.semantics.SelectedIndex(); i >= 0 && !p.filling {
			p.evaluate("Change evaluation", func(v *argument.Evaluation) { v.Semantics = semanticsWays[i].key })
		}
	})
	p.meaning = newProse(d, "", 11.5, palette.Muted).italic()
	p.premises = control.NewPick(names(premiseWays), func(string) {
		if i := p.premises.SelectedIndex(); i >= 0 && !p.filling {
			p.evaluate("Change rule for linked premises", func(v *argument.Evaluation) { v.Premises = premiseWays[i].key })
		}
	})
	p.effects = newRows(d)
	heading := func(s string) *prose { return newProse(d, s, 12.5, palette.Text).bold() }
	p.credence = newColumn(6, newRow(8, heading(language.Say("Credence")), p.big), p.bar)
	p.ranking = newColumn(6, heading(language.Say("What matters most")), p.effects.column)
	p.column = newColumn(0,
		section(8, caption(d, language.Say("MAP")), p.title),
		newRule(d),
		section(6, caption(d, language.Say("CONTENTION")), p.contention, spacer(2), p.credence),
		newRule(d),
		section(6, heading(language.Say("Evaluation")), p.semantics, p.meaning, p.premises, spacer(2), p.others.column, p.disagree),
		newRule(d),
		section(0, p.ranking),
	)
	return p
}

func (p *mapPage) evaluate(label string, change func(*argument.Evaluation)) {
	p.desk.Do(label, func(e *argument.Edit) error {
		e.SetInfo(func(i *argument.Info) { change(&i.Evaluation) })
		return nil
	})
}

func (p *mapPage) show() {
	p.filling = true
	defer func() { p.filling = false }()
	m := p.desk.Session.Doc.Map()
	info := m.Info()
	p.title.fill(info.ID, info.Title, func(text string) {
		p.desk.Do("Rename map", func(e *argument.Edit) error {
			e.SetInfo(func(i *argument.Info) { i.Title = text })
			return nil
		})
	})
	if p.of != p.desk.Session { // what was found out is of another map
		p.of = p.desk.Session
		p.compared(credence.Comparison{})
		p.ranked(nil)
	}
	options := p.desk.Session.Numbers.Options()
	w := wayOf(semanticsWays, options.Semantics)
	offer(p.semantics, p.semantics.Options, language.Translate(w.name))
	p.meaning.say(language.Translate(w.meaning))
	offer(p.premises, p.premises.Options, language.Translate(wayOf(premiseWays, options.Premises).name))
	id := info.Contention
	show(p.credence, id != "")
	if id == "" {
		p.contention.open = nil
		p.contention.set(language.Say("No claim is the contention yet: select the claim that the map is about, and make it the contention."), palette.Muted)
		p.compared(credence.Comparison{})
		p.ranked(nil)
		return
	}
	p.contention.open = func() { p.desk.Go(id) }
	p.contention.set(claimText(m, id), palette.Text)
	v := p.desk.Session.Numbers.Claim(id)
	p.big.set(valueText(v), palette.Contention)
	p.bar.set(v.Low, v.High, palette.Contention)
	if v.Known {
		p.bar.set(0, v.Credence, palette.Contention)
	}
}

// study finds out what other semantics would say, and what matters most.
func (p *mapPage) study(s *study, then func()) {
	if p.desk.Session.Doc.Map().Info().Contention == "" {
		then()
		return
	}
	s.whole(
		func(c credence.Comparison) { p.compared(c); then() },
		func(e []credence.Effect) { p.ranked(e); then() })
}

func (p *mapPage) compared(c credence.Comparison) {
	now := p.desk.Session.Numbers.Options().Semantics
	p.others.fill(len(c.Values), "", func(i int, row *barRow) {
		v := c.Values[i]
		row.sign, row.text, row.open, row.flat = "", language.Translate(wayOf(semanticsWays, v.Semantics).name), nil, false
		row.role = palette.Muted
		if v.Semantics == now {
			row.role = palette.Contention
		}
		row.value, row.from, row.to = valueText(v.Value), v.Value.Low, v.Value.High
		if v.Value.Known {
			row.from = 0
		}
	})
	p.disagree.say("")
	if c.Disagree {
		p.disagree.say(language.Say("⚠ They disagree on which side of %s the contention lies: take its number with care.", percent(.5)))
	}
}

func (p *mapPage) ranked(effects []credence.Effect) {
	m := p.desk.Session.Doc.Map()
	known := len(effects)
	for known > 0 && !effects[known-1].Known {
		known-- // they come last
	}
	effects = effects[:known]
	show(p.ranking, len(effects) > 0)
	most := 0.0
	for _, e := range effects {
		most = max(most, math.Abs(e.Effect))
	}
	n := min(len(effects), rowsMost)
	p.effects.fill(n, "", func(i int, row *barRow) {
		e := effects[i]
		row.forLink(m, e.Link, false)
		row.flat, row.value = false, points(e.Effect)
		row.from, row.to = 0, 0
		if most > 0 {
			row.to = math.Abs(e.Effect) / most
		}
	})
}

func (p *mapPage) leave() { p.title.flush() }
