package merge

import (
	"fmt"
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
func (t *teller) thing(n id) fmt.Stringer {
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
	return Plain(n)
}

func claimName(c *claim) fmt.Stringer {
	if c.Text == "" {
		return say("the empty claim %s", Plain(c.ID))
	}
	return quoted(c.Text)
}

func sourceName(s *source) fmt.Stringer { return say("the source %s", titled(s.Title, s.ID)) }

func stepName(s *step) fmt.Stringer { return say("the step %s", titled(s.Title, s.ID)) }

func evidenceName(e *evidence) fmt.Stringer { return say("the evidence %s", titled(e.Text, e.ID)) }

// titled is a title, or where there is none the ID.
func titled(title string, n id) fmt.Stringer {
	if title == "" {
		return Plain(n)
	}
	return quoted(title)
}

// linkName names a link by its ends.
func (t *teller) linkName(l *link) fmt.Stringer {
	return say("the link from %s to %s", t.premises(l), t.target(l))
}

// premises names up to three.
func (t *teller) premises(l *link) fmt.Stringer {
	const most = 3
	var all fmt.Stringer = Plain("")
	for i, f := range l.From {
		var name fmt.Stringer = Plain(f)
		if i == most {
			name = Value("others")
		} else if c := t.claim(f); c != nil {
			name = claimName(c)
		}
		if i == 0 {
			all = name
		} else {
			all = say("%s and %s", all, name)
		}
		if i == most {
			break
		}
	}
	return all
}

// target names a target; of a link that is a target, only where it comes
// from, so that a chain of links makes no chain of words.
func (t *teller) target(l *link) fmt.Stringer {
	if c := t.claim(l.To); c != nil {
		return claimName(c)
	}
	if to := t.link(l.To); to != nil {
		return say("the link from %s", t.premises(to))
	}
	return Plain(l.To)
}

// clauses say what a link does: by one premise, and by several; one to a
// claim, and one to a link.
var clauses = map[argument.Kind][2][2]string{
	argument.Supports: {{"%s supports %s", "%s support %s"}, {"%s underpins %s", "%s underpin %s"}},
	argument.Opposes:  {{"%s opposes %s", "%s oppose %s"}, {"%s undercuts %s", "%s undercut %s"}},
}

// clause says what a link does.
func (t *teller) clause(l *link) Words {
	kind := argument.Supports
	if l.Kind == argument.Opposes {
		kind = argument.Opposes
	}
	return say(clauses[kind][btoi(t.claim(l.To) == nil)][btoi(len(l.From) > 1)], t.premises(l), t.target(l))
}

// quote puts the beginning of a text into quotation marks.
func quote(s string) string {
	if s == "" {
		return ""
	}
	return "“" + short(s, 80) + "”"
}

func quoted(s string) Quote { return Quote(short(s, 80)) }

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
