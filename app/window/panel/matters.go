package panel

import (
	"math"

	"warrant/app/language"
	"warrant/argument"
	"warrant/argument/credence"
	"warrant/canvas/palette"
)

// matters says what a link does to the contention.
type matters struct {
	*column
	desk           *Desk
	without, shift *prose
	among, rank    *prose
	crossing       *prose
	link           argument.ID
}

func newMatters(d *Desk) *matters {
	s := &matters{desk: d}
	s.without = newProse(d, "", 12, palette.Muted)
	s.shift = newProse(d, "", 12, palette.Text).bold().right()
	s.among = newProse(d, "", 12, palette.Muted)
	s.rank = newProse(d, "", 12, palette.Text).bold().right()
	s.crossing = newProse(d, "", 12, palette.Muted)
	title := newProse(d, language.Say("Why it matters"), 12.5, palette.Text).bold()
	s.column = newColumn(4, title, spacer(1), newRow(4, s.without, s.shift), newRow(8, s.among, s.rank), s.crossing)
	return s
}

// clear shows nothing yet of another link.
func (s *matters) clear(link argument.ID) {
	if s.link == link {
		return
	}
	s.link = link
	s.without.say("…")
	for _, t := range []*prose{s.shift, s.among, s.rank, s.crossing} {
		t.say("")
	}
}

func (s *matters) none(sentence string) {
	s.clear("")
	s.without.say(sentence)
}

// change is a number before and after, with a decimal where whole percents
// would hide that it moved.
func change(before, after float64) string {
	if percent(before) == percent(after) && math.Abs(before-after) >= 0.0005 {
		return language.Percent(before, 1) + " → " + language.Percent(after, 1)
	}
	return percent(before) + " → " + percent(after)
}

func (s *matters) show(w weight) {
	if !w.known {
		s.without.say(language.Say("The contention does not settle, so a link's effect on it is not known."))
		s.shift.say("")
		s.crossing.say("")
		return
	}
	switch d := w.before - w.after; {
	case d > 1e-9:
		s.without.say(language.Say("Without this link the contention falls"))
		s.shift.set(change(w.before, w.after), palette.Opposes)
	case d < -1e-9:
		s.without.say(language.Say("Without this link the contention rises"))
		s.shift.set(change(w.before, w.after), palette.Supports)
	default:
		s.without.say(language.Say("Without this link the contention stays"))
		s.shift.set(percent(w.before), palette.Text)
	}
	if w.crosses {
		s.crossing.say(language.Say("At a confidence of %s the contention would cross %s.", percent(w.crossing), percent(.5)))
	} else {
		s.crossing.say(language.Say("No confidence here takes the contention across %s.", percent(.5)))
	}
}

func (s *matters) ranked(effects []credence.Effect) {
	for _, e := range effects {
		if e.Link == s.link && !e.Known {
			s.among.say("")
			s.rank.say("")
			return
		}
		if e.Link == s.link {
			s.among.say(language.Count(len(effects), "Rank among %d link", "Rank among %d links"))
			s.rank.say(ordinal(e.Rank))
			return
		}
	}
	s.among.say(language.Say("It does not bear on the contention."))
	s.rank.say("")
	s.crossing.say("")
}
