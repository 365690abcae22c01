package panel

import (
	"strings"

	"warrant/app/language"
	"warrant/argument/review"
)

func noScheme() string { return language.Say("No scheme") }

// schemeName is what a person reads for a scheme of the file.
func schemeName(name string) string { return capital(language.Translate(strings.ToLower(name))) }

// schemeNames lists what a person may choose, with what the link has when
// that is none of the table's.
func schemeNames(present string) []string {
	names := []string{noScheme()}
	known := present == ""
	for _, s := range review.Schemes {
		names = append(names, schemeName(s.Name))
		known = known || strings.EqualFold(s.Name, present)
	}
	if !known {
		names = append(names, capital(present))
	}
	return names
}

// schemeOf is the scheme as the file has it, from what was chosen.
func schemeOf(chosen, present string) string {
	if chosen == noScheme() {
		return ""
	}
	if strings.EqualFold(chosen, present) || chosen == schemeName(present) {
		return present
	}
	for _, s := range review.Schemes {
		if schemeName(s.Name) == chosen {
			return s.Name
		}
	}
	return chosen
}
