package merge

import (
	"strings"
	"unicode/utf8"

	"warrant/argument"
)

// teller puts records into words. It looks them up in versions, the first
// that has them.
type teller struct{ in []*version }

func find[R any](t *teller, n id, at func(*version) map[id]*R) *R {
	for _, v := range t.in {
		if r := at(v)[n]; r != nil {
			return r
		}
	}
	return nil
}

func (t *teller) claim(n id) *claim {
	return find(t, n, func(v *version) map[id]*claim { return v.claims.at })
}

func (t *teller) link(n id) *link {
	return find(t, n, func(v *version) map[id]*link { return v.links.at })
}

// thing names any record within a sentence.
func (t *teller) thing(n id) string {
	if c := t.claim(n); c != nil {
		return claimName(c)
	}
	if l := t.link(n); l != nil {
		return t.linkName(l)
	}
	if s := find(t, n, func(v *version) map[id]*source { return v.sources.at }); s != nil {
		return sourceName(s)
	}
	if s := find(t, n, func(v *version) map[id]*step { return v.steps.at }); s != nil {
		return stepName(s)
	}
	return string(n)
}

func claimName(c *claim) string {
	if c.Text == "" {
		return "the empty claim " + string(c.ID)
	}
	return quote(c.Text)
}

func sourceName(s *source) string {
	if s.Title == "" {
		return "the source " + string(s.ID)
	}
	return "the source " + quote(s.Title)
}

func stepName(s *step) string {
	if s.Title == "" {
		return "the step " + string(s.ID)
	}
	return "the step " + quote(s.Title)
}

func evidenceName(e *evidence) string {
	if e.Text == "" {
		return "the evidence " + string(e.ID)
	}
	return "the evidence " + quote(e.Text)
}

// linkName names a link by its ends.
func (t *teller) linkName(l *link) string {
	return "the link from " + t.premises(l, " and ") + " to " + t.target(l)
}

// premises names up to three.
func (t *teller) premises(l *link, and string) string {
	const most = 3
	var names []string
	for i, f := range l.From {
		if i == most {
			names = append(names, "others")
			break
		}
		if c := t.claim(f); c != nil {
			names = append(names, claimName(c))
		} else {
			names = append(names, string(f))
		}
	}
	return strings.Join(names, and)
}

// target names a target; of a link that is a target, only where it comes
// from, so that a chain of links makes no chain of words.
func (t *teller) target(l *link) string {
	if c := t.claim(l.To); c != nil {
		return claimName(c)
	}
	if to := t.link(l.To); to != nil {
		return "the link from " + t.premises(to, " and ")
	}
	return string(l.To)
}

// clause says what a link does, as a sentence without its full stop.
func (t *teller) clause(l *link) string {
	verb := "supports"
	if l.Kind == argument.Opposes {
		verb = "opposes"
	}
	if t.claim(l.To) == nil {
		verb = "underpins"
		if l.Kind == argument.Opposes {
			verb = "undercuts"
		}
	}
	if len(l.From) > 1 {
		verb = verb[:len(verb)-1]
	}
	return t.premises(l, " and ") + " " + verb + " " + t.target(l)
}

// quote puts the beginning of a text into quotation marks.
func quote(s string) string {
	if s == "" {
		return ""
	}
	return "“" + short(s, 80) + "”"
}

// short is a text on one line and of at most so many code points.
func short(s string, most int) string {
	if len(s) > 8*most { // a whole book is not cut into words first
		cut := 8 * most
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut] + "…"
	}
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) > most {
		s = strings.TrimRight(string([]rune(s)[:most-1]), " …") + "…"
	}
	return s
}

// sentence gives words a capital and a full stop.
func sentence(words string) string {
	if words != "" && words[0] >= 'a' && words[0] <= 'z' {
		words = string(words[0]-'a'+'A') + words[1:]
	}
	return words + "."
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
