package window

import (
	"warrant/app/language"
	"warrant/argument"
)

// slide asks what if a link had another confidence: the numbers follow on the
// copy, until the next step.
func (p *presentation) slide(link argument.ID, to float64, _ bool) {
	p.copy.EndWhatIf()
	err := p.copy.Doc.Do("What if", func(e *argument.Edit) error {
		return e.UpdateLink(link, func(l *argument.Link) { l.Confidence = argument.Stated(to) })
	})
	if err == nil {
		p.caption.say(language.Say("What if this link held with %s?", language.Percent(to, 0)) + p.then())
	}
}

// leaveOut asks what if a link were not there, or takes it in again.
func (p *presentation) leaveOut(link argument.ID) {
	p.copy.LeaveOut(link, !p.copy.LeftOut(link))
	if _, on := p.copy.WhatIf(); on {
		p.caption.say(language.Say("What if this link were not there?") + p.then())
	} else {
		p.caption.say("")
	}
	p.surface.Repaint()
}

// then tells what follows for the contention, where that is known.
func (p *presentation) then() string {
	after, known := p.credence()
	if !known || p.before < 0 {
		return ""
	}
	if language.Percent(p.before, 0) == language.Percent(after, 0) {
		return "  " + language.Say("The contention stays at %s.", language.Percent(after, 0))
	}
	return "  " + language.Say("The contention goes from %s to %s.", language.Percent(p.before, 0), language.Percent(after, 0))
}

// forget ends every what-if.
func (p *presentation) forget() {
	p.copy.EndWhatIf()
	p.copy.Doc.Revert(p.mark)
	p.caption.say("")
}

func (p *presentation) credence() (float64, bool) {
	c := p.copy.Doc.Map().Info().Contention
	if c == "" {
		return 0, false
	}
	v := p.copy.Numbers.Claim(c)
	return v.Credence, v.Known
}
