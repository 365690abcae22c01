package panel

import (
	"fyne.io/fyne/v2"

	"warrant/app/filter"
	"warrant/app/language"
	"warrant/argument"
)

func (s *sieve) offerRoles() {
	names := []string{language.Say("Any role")}
	chosen := names[0]
	for _, r := range rolesAsked {
		name := roleName(r)
		names = append(names, name)
		if s.filter.Role.Asked && s.filter.Role.Role == r {
			chosen = name
		}
	}
	offer(s.role, names, chosen)
}

func (s *sieve) offerTags() {
	var count map[string]int
	s.tags, count = filter.Tags(s.desk.Session.Doc.Map())
	names := []string{language.Say("Any tag"), language.Say("No tag")}
	chosen := names[0]
	if s.filter.Untagged {
		chosen = names[1]
	}
	for _, t := range s.tags {
		name := language.Say("%s (%d)", t, count[t])
		names = append(names, name)
		if s.filter.Tag == t {
			chosen = name
		}
	}
	offer(s.tag, names, chosen)
	show(s.tag, len(s.tags) > 0 || s.filter.Tag != "" || s.filter.Untagged)
}

func (s *sieve) offerSources() {
	names := []string{language.Say("Any source")}
	chosen := names[0]
	s.ids = s.ids[:0]
	for src := range s.desk.Session.Doc.Map().Sources() {
		s.ids = append(s.ids, src.ID)
		names = append(names, language.Say("%d. %s", len(s.ids), fitted(sourceTitle(src), 190, scaled(usualText), fyne.TextStyle{})))
		if s.filter.Source == src.ID {
			chosen = names[len(names)-1]
		}
	}
	offer(s.source, names, chosen)
	show(s.source, len(s.ids) > 0)
}

func (s *sieve) offerColors() {
	names := []string{language.Say("Any colour")}
	chosen := names[0]
	for _, c := range argument.Colors {
		names = append(names, colorName(c))
		if s.filter.Color == c {
			chosen = colorName(c)
		}
	}
	offer(s.color, names, chosen)
	any := s.filter.Color != argument.NoColor
	for c := range s.desk.Session.Doc.Map().Claims() {
		if any = any || c.Color != argument.NoColor; any {
			break
		}
	}
	show(s.color, any)
}
