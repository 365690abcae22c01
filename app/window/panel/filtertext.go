package panel

import (
	"strings"

	"warrant/app/filter"
	"warrant/app/language"
	"warrant/argument"
)

// FilterText says what a filter asks for.
func FilterText(m *argument.Map, f filter.Filter) string {
	var said []string
	add := func(on bool, what string) {
		if on {
			said = append(said, what)
		}
	}
	add(f.Role.Asked, strings.ToLower(roleName(f.Role.Role)))
	add(f.Tag != "", language.Say("tag “%s”", f.Tag))
	add(f.Untagged, language.Say("no tag"))
	add(f.Color != argument.NoColor, strings.ToLower(colorName(f.Color)))
	add(f.Source != "", language.Say("from %s", sourceName(m.Source(f.Source))))
	add(f.LacksEvidence, language.Say("lacks evidence"))
	if v, ok := f.Below.Value(); ok {
		said = append(said, language.Say("confidence below %s", percent(v)))
	}
	add(f.Unsettled, language.Say("unsettled"))
	add(f.Collapsed, language.Say("collapsed"))
	add(f.Noted, language.Say("with a note"))
	add(f.Holds != nil, language.Say("says “%s”", f.Words))
	return strings.Join(said, ", ")
}

// colorName is a colour in words.
func colorName(c argument.Color) string {
	switch c {
	case argument.Red:
		return language.Say("Red")
	case argument.Orange:
		return language.Say("Orange")
	case argument.Yellow:
		return language.Say("Yellow")
	case argument.Green:
		return language.Say("Green")
	case argument.Blue:
		return language.Say("Blue")
	case argument.Violet:
		return language.Say("Violet")
	case argument.Grey:
		return language.Say("Grey")
	}
	return language.Say("None")
}
