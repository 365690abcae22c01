package merge

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"warrant/argument"
)

// field is one field of a record: how it is compared, taken over, joined and
// told. The tables of fields are all that a comparison and a merge know of
// what is in a record, the evidence of a link apart.
type field[R any] struct {
	name string // what the file calls it
	word string // what a sentence calls it
	same func(a, b *R) bool
	set  func(to, from *R)
	say  func(*teller, *R) string // "" where it says nothing
	// prose: say gives the text itself, which sentences quote.
	prose bool
	// closed: say gives a word of a closed set, or a number.
	closed bool
	// join is set for lists, which are merged entry by entry.
	join func(out *R, v *five[R]) (clash bool)
	// arrange puts the entries of a list into the order of another's.
	arrange func(to, from *R)
	// look: it is about the drawing and not about the argument.
	look bool
}

// five is a record in the versions that a merge looks at: base, base without
// what mine has removed from the map, base without what theirs has removed,
// mine and theirs.
type five[R any] struct{ base, baseMine, baseTheirs, mine, theirs *R }

func one[R any, T comparable](name, word string, at func(*R) *T, say func(*teller, T) string) field[R] {
	return field[R]{
		name: name, word: word,
		same: func(a, b *R) bool { return *at(a) == *at(b) },
		set:  func(to, from *R) { *at(to) = *at(from) },
		say:  func(t *teller, r *R) string { return say(t, *at(r)) },
	}
}

func many[R any, T comparable](name, word string, at func(*R) *[]T, say func(*teller, []T) string) field[R] {
	return field[R]{
		name: name, word: word,
		same: func(a, b *R) bool { return slices.Equal(*at(a), *at(b)) },
		set:  func(to, from *R) { *at(to) = *at(from) },
		say:  func(t *teller, r *R) string { return say(t, *at(r)) },
		join: func(out *R, v *five[R]) (clash bool) {
			*at(out), clash = mergeList(*at(v.base), *at(v.baseMine), *at(v.baseTheirs), *at(v.mine), *at(v.theirs))
			return clash
		},
		arrange: func(to, from *R) { *at(to) = inOrderOf(*at(to), *at(from)) },
	}
}

func prose[R any](name, word string, at func(*R) *string) field[R] {
	f := one(name, word, at, func(_ *teller, s string) string { return s })
	f.prose = true
	return f
}

// brief is a reading fit for a sentence.
func (f *field[R]) brief(reading string) fmt.Stringer {
	const most = 240
	switch {
	case reading == "":
		return Value("none")
	case f.prose:
		return Quote(short(reading, most))
	case f.closed:
		return Value(reading)
	}
	return Plain(short(reading, most))
}

func closed[R any](f field[R]) field[R] {
	f.closed = true
	return f
}

func drawn[R any](f field[R]) field[R] {
	f.look = true
	return f
}

var claimFields = []field[claim]{
	prose("text", "text", func(c *claim) *string { return &c.Text }),
	closed(one("prior", "prior", func(c *claim) *argument.Degree { return &c.Prior }, sayDegree)),
	prose("note", "note", func(c *claim) *string { return &c.Note }),
	many("tags", "tags", func(c *claim) *[]string { return &c.Tags }, sayTexts),
	many("passages", "passages", func(c *claim) *[]passage { return &c.Passages }, sayPassages),
	one("", "members of a later version", func(c *claim) *string { return &c.Extra }, sayJSON),
	{
		name: "at", word: "place", look: true,
		same: func(a, b *claim) bool { return a.At == b.At && a.Placed == b.Placed },
		set:  func(to, from *claim) { to.At, to.Placed = from.At, from.Placed },
		say:  sayPlace,
	},
	drawn(one("width", "width", func(c *claim) *float64 { return &c.Width }, sayWidth)),
	drawn(one("color", "colour", func(c *claim) *argument.Color { return &c.Color }, sayWord[argument.Color])),
	drawn(one("pinned", "pin", func(c *claim) *bool { return &c.Pinned }, sayBool)),
	drawn(one("collapsed", "fold", func(c *claim) *bool { return &c.Collapsed }, sayBool)),
}

// place is the field that says where a card is.
var place = &claimFields[6]

var linkFields = []field[link]{
	closed(one("kind", "kind", func(l *link) *argument.Kind { return &l.Kind }, sayWord[argument.Kind])),
	many("from", "premises", func(l *link) *[]id { return &l.From }, sayThings),
	one("to", "target", func(l *link) *id { return &l.To }, sayThing),
	closed(one("confidence", "confidence", func(l *link) *argument.Degree { return &l.Confidence }, sayDegree)),
	prose("scheme", "scheme", func(l *link) *string { return &l.Scheme }),
	prose("note", "note", func(l *link) *string { return &l.Note }),
	one("", "members of a later version", func(l *link) *string { return &l.Extra }, sayJSON),
	{
		name: "via", word: "course", look: true,
		same: func(a, b *link) bool { return slices.Equal(a.Via, b.Via) },
		set:  func(to, from *link) { to.Via = from.Via },
		say:  sayCourse,
	},
}

var evidenceFields = []field[evidence]{
	closed(one("kind", "kind", func(e *evidence) *argument.EvidenceKind { return &e.Kind }, sayWord[argument.EvidenceKind])),
	prose("text", "text", func(e *evidence) *string { return &e.Text }),
	one("source", "source", func(e *evidence) *id { return &e.Source }, sayThing),
	prose("locator", "locator", func(e *evidence) *string { return &e.Locator }),
	prose("url", "address", func(e *evidence) *string { return &e.URL }),
	closed(one("reliability", "reliability", func(e *evidence) *argument.Degree { return &e.Reliability }, sayDegree)),
	closed(one("stance", "stance", func(e *evidence) *argument.Stance { return &e.Stance }, func(_ *teller, s argument.Stance) string {
		return string(argument.Evidence{Stance: s}.Speaks())
	})),
	many("passages", "passages", func(e *evidence) *[]passage { return &e.Passages }, sayPassages),
	prose("note", "note", func(e *evidence) *string { return &e.Note }),
	one("", "members of a later version", func(e *evidence) *string { return &e.Extra }, sayJSON),
}

var sourceFields = []field[source]{
	prose("title", "title", func(s *source) *string { return &s.Title }),
	many("authors", "authors", func(s *source) *[]string { return &s.Authors }, sayTexts),
	prose("issued", "date", func(s *source) *string { return &s.Issued }),
	prose("url", "address", func(s *source) *string { return &s.URL }),
	prose("text", "full text", func(s *source) *string { return &s.Text }),
	one("", "members of a later version", func(s *source) *string { return &s.Extra }, sayJSON),
}

var stepFields = []field[step]{
	prose("title", "title", func(s *step) *string { return &s.Title }),
	many("focus", "focus", func(s *step) *[]id { return &s.Focus }, sayThings),
	many("reveal", "revealed", func(s *step) *[]id { return &s.Reveal }, sayThings),
	prose("say", "words", func(s *step) *string { return &s.Say }),
	one("", "members of a later version", func(s *step) *string { return &s.Extra }, sayJSON),
}

var infoFields = []field[info]{
	prose("id", "identity", func(i *info) *string { return &i.ID }),
	prose("title", "title", func(i *info) *string { return &i.Title }),
	one("contention", "contention", func(i *info) *id { return &i.Contention }, sayThing),
	closed(one("evaluation/semantics", "semantics", func(i *info) *argument.Semantics { return &i.Evaluation.Semantics }, func(_ *teller, s argument.Semantics) string {
		if s == "" {
			s = argument.DFQuAD
		}
		return string(s)
	})),
	closed(one("evaluation/premises", "rule for linked premises", func(i *info) *argument.PremiseRule { return &i.Evaluation.Premises }, func(_ *teller, p argument.PremiseRule) string {
		if p == "" {
			p = argument.Weakest
		}
		return string(p)
	})),
	one("evaluation", "members of a later version in the evaluation", func(i *info) *string { return &i.Evaluation.Extra }, sayJSON),
	many("dismissed", "list of passed-over remarks", func(i *info) *[]string { return &i.Dismissed }, sayTexts),
	one("", "members of a later version", func(i *info) *string { return &i.Extra }, sayJSON),
}

func sayJSON(_ *teller, s string) string { return s }

func sayTexts(_ *teller, list []string) string {
	var all []string
	for _, s := range list {
		all = append(all, quote(s))
	}
	return strings.Join(all, ", ")
}

func sayWord[T ~string](_ *teller, s T) string { return string(s) }

func sayBool(_ *teller, b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// sayDegree writes whole percents where that is exact, else all digits.
func sayDegree(_ *teller, d argument.Degree) string {
	v, ok := d.Value()
	if !ok {
		return ""
	}
	return strconv.FormatFloat(float64(int64(v*1e12+0.5))/1e10, 'f', -1, 64) + "%"
}

func sayWidth(_ *teller, w float64) string {
	if w == 0 {
		return ""
	}
	return strconv.FormatFloat(w, 'f', -1, 64)
}

func sayPlace(_ *teller, c *claim) string {
	if !c.Placed {
		return ""
	}
	return fmt.Sprintf("%.0f, %.0f", c.At.X, c.At.Y)
}

func sayCourse(_ *teller, l *link) string {
	var all []string
	for _, p := range l.Via {
		all = append(all, fmt.Sprintf("%.0f, %.0f", p.X, p.Y))
	}
	return strings.Join(all, "; ")
}

func sayThing(t *teller, n id) string {
	if n == "" {
		return ""
	}
	return t.thing(n).String()
}

func sayThings(t *teller, ns []id) string {
	var all []string
	for _, n := range ns {
		all = append(all, t.thing(n).String())
	}
	return strings.Join(all, ", ")
}

func sayPassages(t *teller, ps []passage) string {
	var all []string
	for _, p := range ps {
		s := fmt.Sprintf("%d–%d of %s", p.Start, p.End, t.thing(p.Source))
		if p.Paragraph > 0 {
			s = fmt.Sprintf("¶%d, ", p.Paragraph) + s
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}
