package argdown

import (
	"regexp"
	"strings"
)

var (
	definition = regexp.MustCompile(`^\s*(\[[^\]]+\]:\s|<[^>]+>:\s)`)
	relating   = regexp.MustCompile(`^\s+(\+>?|->?|_>?|<[+_-]|><)\s*(\[[^\]]+\]|<[^>]+>)`)
	concluded  = regexp.MustCompile(`^\(\d+\)\s`)
)

// Recognize reports whether a text is clearly of this language: it defines
// statements or arguments by title and relates them, or draws a conclusion.
func Recognize(text string) bool {
	text = text[:min(len(text), 1<<20)]
	defined, related, premise, inferred := false, false, false, false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case definition.MatchString(line):
			defined = true
		case relating.MatchString(line):
			related = true
		case concluded.MatchString(line):
			if premise && inferred {
				return true
			}
			premise = true
		case premise && strings.HasPrefix(line, "--"):
			inferred = true
		case strings.TrimSpace(line) == "":
			premise, inferred = false, false
		}
		if defined && related {
			return true
		}
	}
	return false
}
