package window

import (
	"strings"

	"warrant/app/language"
)

// differing says in the language in use how two versions of a map differ,
// from the summary that the comparison gives in English: sorts of changes
// with commas between them.
func differing(summary string) string {
	parts := strings.Split(summary, ", ")
	for i := range parts {
		parts[i] = language.Translate(parts[i])
	}
	return strings.Join(parts, ", ")
}
