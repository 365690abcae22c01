package panel

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warrant/argument"
	"warrant/argument/credence"
)

// verb says in a word what a link does to its target.
func verb(m *argument.Map, l *argument.Link) string {
	switch m.LinkRole(l) {
	case argument.Undercutting:
		return "undercuts"
	case argument.Underpinning:
		return "underpins"
	case argument.Opposing:
		return "opposes"
	}
	return "supports"
}

// sign is what a link does in one character.
func sign(m *argument.Map, l *argument.Link) string {
	switch m.LinkRole(l) {
	case argument.Undercutting:
		return "⊘"
	case argument.Underpinning:
		return "⊕"
	case argument.Opposing:
		return "−"
	}
	return "+"
}

func claimText(m *argument.Map, id argument.ID) string {
	c := m.Claim(id)
	if c == nil {
		return ""
	}
	if t := strings.TrimSpace(c.Text); t != "" {
		return t
	}
	return "(no text yet)"
}

// premisesText joins what a link's premises say by "and".
func premisesText(m *argument.Map, l *argument.Link) string {
	said := make([]string, len(l.From))
	for i, id := range l.From {
		said[i] = claimText(m, id)
	}
	return strings.Join(said, " and ")
}

// targetText says what a link bears on: a claim in its words, a link as the
// step that it makes.
func targetText(m *argument.Map, id argument.ID) string {
	l := m.Link(id)
	if l == nil {
		return claimText(m, id)
	}
	to := claimText(m, l.To)
	if m.Link(l.To) != nil {
		to = "another step"
	}
	return "the step from “" + premisesText(m, l) + "” to “" + to + "”"
}

// linkSentence says a link in words.
func linkSentence(m *argument.Map, l *argument.Link) string {
	return premisesText(m, l) + " " + verb(m, l) + " " + targetText(m, l.To)
}

// What each fifth of a verbal scale says of a step, least first: of one that
// supports and of one that opposes.
var (
	holding = [5]string{
		"hardly counts for %.",
		"counts a little for %.",
		"% may hold or not.",
		"so does %.",
		"% is bound to hold.",
	}
	failing = [5]string{
		"hardly counts against %.",
		"counts a little against %.",
		"% may hold or not.",
		"% fails.",
		"% cannot hold.",
	}
)

// confidenceSentence says what a confidence means for a link.
func confidenceSentence(m *argument.Map, l *argument.Link, scale credence.Scale, confidence float64) string {
	word := scale.Word(confidence)
	n, at := len(scale.Words()), 0
	for i, w := range scale.Words() {
		if w == word {
			at = i
		}
	}
	fifth := 2
	if n > 1 {
		fifth = (at*8/(n-1) + 1) / 2
	}
	premise, it := "the premise holds", "it"
	if len(l.From) > 1 {
		premise, it = "the premises hold together", "they"
	}
	target := "the claim"
	if m.Link(l.To) != nil {
		target = "the step"
	}
	said := holding[fifth]
	if l.Kind == argument.Opposes {
		said = failing[fifth]
	}
	said = strings.ReplaceAll(said, "%", target)
	if fifth < 2 {
		if it == "they" {
			said = plural(said)
		}
		return capital(word) + ": even if " + premise + ", " + it + " " + said
	}
	return capital(word) + ": if " + premise + ", " + said
}

// plural puts the verbs that a sentence begins with into the plural.
func plural(said string) string {
	said = strings.Replace(said, "hardly counts", "hardly count", 1)
	return strings.Replace(said, "counts a little", "count a little", 1)
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// roleName is a claim's role in a word.
func roleName(r argument.Role) string {
	switch r {
	case argument.Contending:
		return "Contention"
	case argument.Supporting:
		return "Supports"
	case argument.Opposing:
		return "Opposes"
	case argument.Undercutting:
		return "Undercuts"
	case argument.Underpinning:
		return "Underpins"
	}
	return "Stands alone"
}

// kindNames are the kinds of evidence in words.
var kindNames = map[argument.EvidenceKind]string{
	argument.Expert: "Expert", argument.Statistic: "Statistic", argument.Exhibit: "Document",
	argument.Observation: "Observation", argument.Example: "Example", argument.Law: "Law",
	argument.Publication: "Publication", argument.Common: "Common knowledge", argument.Other: "Other",
}

func kindName(k argument.EvidenceKind) string {
	if n, ok := kindNames[k]; ok {
		return n
	}
	return capital(string(k))
}

// sourceName is a source as one cites it: author and year, else its title.
func sourceName(s *argument.Source) string {
	if s == nil {
		return ""
	}
	who := s.Title
	if len(s.Authors) > 0 {
		who = familyName(s.Authors[0])
		if len(s.Authors) == 2 {
			who += " and " + familyName(s.Authors[1])
		} else if len(s.Authors) > 2 {
			who += " et al."
		}
	}
	if who == "" {
		who = "untitled source"
	}
	if s.Issued != "" {
		who += " " + s.Issued
	}
	return who
}

// familyName is the last word of a name, or what stands before its comma.
func familyName(name string) string {
	if before, _, ok := strings.Cut(name, ","); ok {
		return strings.TrimSpace(before)
	}
	f := strings.Fields(name)
	if len(f) == 0 {
		return name
	}
	return f[len(f)-1]
}

// citation is where an item of evidence is from, in one line.
func citation(m *argument.Map, v argument.Evidence) string {
	var parts []string
	if s := sourceName(m.Source(v.Source)); s != "" {
		parts = append(parts, s)
	}
	if v.Locator != "" {
		parts = append(parts, v.Locator)
	}
	if len(parts) == 0 && v.URL != "" {
		parts = append(parts, v.URL)
	}
	return strings.Join(parts, ", ")
}
