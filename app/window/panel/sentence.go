package panel

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"warrant/app/language"
	"warrant/argument"
	"warrant/argument/credence"
)

// verbs are what links do, in a word.
//
//language:texts
var verbs = map[argument.Role]string{
	argument.Supporting: "supports", argument.Opposing: "opposes",
	argument.Undercutting: "undercuts", argument.Underpinning: "underpins",
}

// verb says in a word what a link does to its target.
func verb(m *argument.Map, l *argument.Link) string { return language.Translate(verbs[m.LinkRole(l)]) }

func claimText(m *argument.Map, id argument.ID) string {
	c := m.Claim(id)
	if c == nil {
		return ""
	}
	if t := strings.TrimSpace(c.Text); t != "" {
		return t
	}
	return language.Say("(no text yet)")
}

// premisesText joins what a link's premises say by "and".
func premisesText(m *argument.Map, l *argument.Link) string {
	var said string
	for i, id := range l.From {
		if i == 0 {
			said = claimText(m, id)
			continue
		}
		said = language.Say("%s and %s", said, claimText(m, id))
	}
	return said
}

// targetText says what a link bears on: a claim in its words, a link as the
// step that it makes.
func targetText(m *argument.Map, id argument.ID) string {
	l := m.Link(id)
	if l == nil {
		return claimText(m, id)
	}
	if m.Link(l.To) != nil {
		return language.Say("the step from “%s” to another step", premisesText(m, l))
	}
	return language.Say("the step from “%s” to “%s”", premisesText(m, l), claimText(m, l.To))
}

// What each fifth of a verbal scale says of a step, least first: of one that
// supports and of one that opposes, and whether its target is a claim or a
// step. The first %s is the word of the scale, the second what is supposed of
// the premises.
//
//language:texts
var (
	holding = map[bool][5]string{
		false: {
			"%s: even if %s, that hardly counts for the claim.",
			"%s: even if %s, that counts a little for the claim.",
			"%s: if %s, the claim may hold or not.",
			"%s: if %s, so does the claim.",
			"%s: if %s, the claim is bound to hold.",
		},
		true: {
			"%s: even if %s, that hardly counts for the step.",
			"%s: even if %s, that counts a little for the step.",
			"%s: if %s, the step may hold or not.",
			"%s: if %s, so does the step.",
			"%s: if %s, the step is bound to hold.",
		},
	}
	failing = map[bool][5]string{
		false: {
			"%s: even if %s, that hardly counts against the claim.",
			"%s: even if %s, that counts a little against the claim.",
			"%s: if %s, the claim may hold or not.",
			"%s: if %s, the claim fails.",
			"%s: if %s, the claim cannot hold.",
		},
		true: {
			"%s: even if %s, that hardly counts against the step.",
			"%s: even if %s, that counts a little against the step.",
			"%s: if %s, the step may hold or not.",
			"%s: if %s, the step fails.",
			"%s: if %s, the step cannot hold.",
		},
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
	supposed := language.Say("the premise holds")
	if len(l.From) > 1 {
		supposed = language.Say("the premises hold together")
	}
	said := holding
	if l.Kind == argument.Opposes {
		said = failing
	}
	return fmt.Sprintf(language.Translate(said[m.Link(l.To) != nil][fifth]), capital(word), supposed)
}

// quoted puts what a map says into the quotation marks of the language.
func quoted(text string) string { return language.Say("“%s”", text) }

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
		return language.Say("Contention")
	case argument.Supporting:
		return capital(language.Say("supports"))
	case argument.Opposing:
		return capital(language.Say("opposes"))
	case argument.Undercutting:
		return capital(language.Say("undercuts"))
	case argument.Underpinning:
		return capital(language.Say("underpins"))
	}
	return language.Say("Stands alone")
}

// kindNames are the kinds of evidence in words.
//
//language:texts
var kindNames = map[argument.EvidenceKind]string{
	argument.Expert: "Expert", argument.Statistic: "Statistic", argument.Exhibit: "Document",
	argument.Observation: "Observation", argument.Example: "Example", argument.Law: "Law",
	argument.Publication: "Publication", argument.Common: "Common knowledge", argument.Other: "Other",
}

func kindName(k argument.EvidenceKind) string {
	if n, ok := kindNames[k]; ok {
		return language.Translate(n)
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
			who = language.Say("%s and %s", who, familyName(s.Authors[1]))
		} else if len(s.Authors) > 2 {
			who = language.Say("%s et al.", who)
		}
	}
	if who == "" {
		who = language.Say("untitled source")
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
		parts = append(parts, leadsTo(v.URL))
	}
	return strings.Join(parts, ", ")
}
