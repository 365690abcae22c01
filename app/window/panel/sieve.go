package panel

import (
	"fyne.io/fyne/v2"

	"warrant/app/filter"
	"warrant/app/find"
	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/argument"
	"warrant/canvas/palette"
)

// sieve is where a person says which claims are to stand out.
type sieve struct {
	*column
	desk   *Desk
	told   func(filter.Filter)
	filter filter.Filter

	fold   *press
	clear  *press
	part   *column // what is folded away
	role   *control.Pick
	tag    *control.Pick
	source *control.Pick
	color  *control.Pick
	tags   []string
	ids    []argument.ID
	asks   [6]*press
	below  *field
	low    *row

	open    bool
	filling bool
	holders map[argument.ID]bool // claims and links that hold the words
	typed   string               // the words
}

// The questions that are asked by a press.
const (
	askEvidence = iota
	askConfidence
	askUnsettled
	askCollapsed
	askNote
	askWords
)

// lowAtFirst is the confidence below which one is low until a person says
// otherwise.
const lowAtFirst = 0.5

// rolesAsked are the roles that can be asked for, in the order of the choice.
var rolesAsked = []argument.Role{
	argument.Contending, argument.Supporting, argument.Opposing, argument.Undercutting, argument.Underpinning, argument.Loose,
}

func newSieve(d *Desk, told func(filter.Filter)) *sieve {
	s := &sieve{desk: d, told: told}
	s.fold = newPress(d, "", bare, palette.Text, func() { s.unfold(!s.open) })
	s.clear = newPress(d, language.Say("Clear"), bare, palette.Contention, func() { s.ask(filter.Filter{}) })
	s.role = control.NewPick(nil, func(string) { s.chosen() })
	s.tag = control.NewPick(nil, func(string) { s.chosen() })
	s.source = control.NewPick(nil, func(string) { s.chosen() })
	s.color = control.NewPick(nil, func(string) { s.chosen() })
	for i := range s.asks {
		s.asks[i] = newPress(d, "", chip, palette.Muted, func() { s.turn(i) })
		s.asks[i].size = 11
	}
	s.asks[askEvidence].telling(language.Say("A step that the claim makes has no evidence"))
	s.asks[askConfidence].telling(language.Say("The confidence in a step that the claim makes is low"))
	s.asks[askUnsettled].telling(language.Say("The claim's credence is not known"))
	s.asks[askWords].telling(language.Say("What is looked for stands in the claim or its link"))
	s.below = newField(d, "50")
	s.below.wide = 56
	s.low = newRow(6, newProse(d, language.Say("Confidence below, in percent"), 12, palette.Muted), s.below)
	s.part = newColumn(6, s.role, s.tag, s.color, s.source, s.questions(), s.low)
	s.column = newColumn(6, newRow(8, newRow(6, s.fold).loosely(), s.clear), s.part)
	s.show(filter.Filter{})
	return s
}

func (s *sieve) questions() *row {
	var all []fyne.CanvasObject
	for _, b := range s.asks {
		all = append(all, b)
	}
	return newRow(5, all...).loosely()
}

// first is what the keys go to.
func (s *sieve) first() fyne.Focusable { return s.role }

func (s *sieve) unfold(open bool) {
	s.open = open
	s.show(s.filter)
	s.told(s.filter)
}

// show shows a filter, and what the map offers to ask for.
func (s *sieve) show(f filter.Filter) {
	s.filter = f
	s.filling = true
	defer func() { s.filling = false }()
	sign := "▸ "
	if s.open {
		sign = "▾ "
	}
	s.fold.set(sign+language.Say("Filter"), palette.Text)
	show(s.part, s.open)
	show(s.clear, f.Set())
	for i, on := range []bool{f.LacksEvidence, f.Below.IsSet(), f.Unsettled, f.Collapsed, f.Noted, f.Holds != nil} {
		tick(s.asks[i], s.name(i), on)
	}
	show(s.asks[askWords], f.Holds != nil || s.typed != "")
	show(s.low, f.Below.IsSet())
	if v, ok := f.Below.Value(); ok {
		s.below.fill("below", exactPercent(v), func(typed string) {
			if v, err := parsePercent(typed); err == nil {
				s.change(func(f *filter.Filter) { f.Below = argument.Stated(v) })
			} else {
				s.desk.Explain(err.Error())
				s.show(s.filter)
			}
		})
	}
	if s.desk.Session != nil && s.open {
		s.offerRoles()
		s.offerTags()
		s.offerSources()
		s.offerColors()
	}
	s.column.Refresh()
}

func (s *sieve) name(i int) string {
	return [...]string{
		language.Say("Lacks evidence"), language.Say("Low confidence"), language.Say("Unsettled"),
		language.Say("Collapsed"), language.Say("With a note"), language.Say("With these words"),
	}[i]
}

// chosen takes what the choices say.
func (s *sieve) chosen() {
	if s.filling {
		return
	}
	s.change(func(f *filter.Filter) {
		f.Role = filter.Role{}
		if i := s.role.SelectedIndex(); i > 0 {
			f.Role = filter.Role{Role: rolesAsked[i-1], Asked: true}
		}
		f.Tag, f.Untagged = "", s.tag.SelectedIndex() == 1
		if i := s.tag.SelectedIndex(); i > 1 {
			f.Tag = s.tags[i-2]
		}
		f.Source = ""
		if i := s.source.SelectedIndex(); i > 0 {
			f.Source = s.ids[i-1]
		}
		f.Color = argument.NoColor
		if i := s.color.SelectedIndex(); i > 0 {
			f.Color = argument.Colors[i-1]
		}
	})
}

// turn asks a question, or no more.
func (s *sieve) turn(i int) {
	s.change(func(f *filter.Filter) {
		switch i {
		case askEvidence:
			f.LacksEvidence = !f.LacksEvidence
		case askConfidence:
			if f.Below.IsSet() {
				f.Below = argument.Degree{}
			} else {
				f.Below = argument.Stated(lowAtFirst)
			}
		case askUnsettled:
			f.Unsettled = !f.Unsettled
		case askCollapsed:
			f.Collapsed = !f.Collapsed
		case askNote:
			f.Noted = !f.Noted
		case askWords:
			if f.Holds != nil {
				f.Holds, f.Words = nil, ""
			} else {
				f.Holds, f.Words = s.holds(), s.typed
			}
		}
	})
}

func (s *sieve) change(by func(*filter.Filter)) {
	f := s.filter
	by(&f)
	s.ask(f)
}

func (s *sieve) ask(f filter.Filter) {
	s.show(f)
	s.told(f)
}

// words is told what the search found. Where claims with these words are to
// stand out, they are others now.
func (s *sieve) words(typed string, found []find.Found) {
	holders := make(map[argument.ID]bool, len(found))
	for _, x := range found {
		holders[x.Record] = true
	}
	s.typed, s.holders = typed, holders
	switch {
	case s.filter.Holds == nil:
		s.show(s.filter)
	case typed == "":
		s.filter.Holds, s.filter.Words = nil, ""
		s.show(s.filter)
		s.desk.SetFilter(s.filter)
	default:
		s.filter.Holds, s.filter.Words = s.holds(), typed
		s.show(s.filter)
		s.desk.SetFilter(s.filter)
	}
}

func (s *sieve) holds() func(argument.ID) bool {
	holders := s.holders
	return func(id argument.ID) bool { return holders[id] }
}

// keep says where to look for words: in what passes the rest of the filter;
// nil where it asks for nothing.
func (s *sieve) keep() func(argument.ID) bool {
	f := s.filter
	f.Holds = nil
	if !f.Set() {
		return nil
	}
	return f.Pass(s.desk.Session.Doc.Map(), s.desk.Session.Numbers).Has
}
