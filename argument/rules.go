package argument

import (
	"fmt"
	"math"
	"slices"
	"unicode/utf8"
)

// RuleError says which rule of a map a record breaks. Record is "map",
// "claim", "link", "source" or "step"; Field is the name the file gives to
// the part at fault, with an index where it is a list ("from/1",
// "evidence/0/reliability").
type RuleError struct {
	Record  string
	Index   int // of the record in its list while a map is built, else -1
	ID      ID
	Field   string
	Problem string
}

func (e *RuleError) Error() string {
	where := e.Record
	if e.ID != "" {
		where += fmt.Sprintf(" %q", string(e.ID))
	}
	if e.Field != "" {
		where += ", " + e.Field
	}
	return where + ": " + e.Problem
}

// farthest bounds coordinates, so that differences of two are exact enough
// to draw by.
const farthest = 1e9

func (p Point) farOff() bool { return !(math.Abs(p.X) <= farthest && math.Abs(p.Y) <= farthest) }

// The range of a card's width in world units.
const (
	MinWidth = 60
	MaxWidth = 2000
)

func (m *Map) checkSize(claims, links int) error {
	if claims > MaxClaims {
		return &RuleError{"map", -1, "", "claims", fmt.Sprintf("%d claims, but a map holds at most %d", claims, MaxClaims)}
	}
	if links > MaxLinks {
		return &RuleError{"map", -1, "", "links", fmt.Sprintf("%d links, but a map holds at most %d", links, MaxLinks)}
	}
	return nil
}

// checkNew looks at the ID of a record that is about to enter.
func (m *Map) checkNew(record string, id ID, index int) error {
	fail := func(problem string) error { return &RuleError{record, index, id, "id", problem} }
	switch {
	case id == "":
		return fail("an ID must not be empty")
	case len(id) > 200:
		return fail("an ID has at most 200 bytes")
	case !utf8.ValidString(string(id)):
		return fail("not valid UTF-8")
	case m.claims.get(id) != nil:
		return fail("a claim has this ID already")
	case m.links.get(id) != nil:
		return fail("a link has this ID already")
	case m.sources.get(id) != nil:
		return fail("a source has this ID already")
	case m.steps.get(id) != nil:
		return fail("a step has this ID already")
	}
	return nil
}

// faults collects broken rules up to a number.
type faults struct {
	list []*RuleError
	most int
}

// add notes an error, if it is one, and reports whether it is.
func (f *faults) add(err error) bool {
	rule, ok := err.(*RuleError)
	if !ok || rule == nil {
		return false
	}
	if len(f.list) < f.most {
		f.list = append(f.list, rule)
	}
	return true
}

func (f *faults) full() bool { return len(f.list) >= f.most }

// check looks at the whole map.
func (m *Map) check(f *faults) {
	f.add(m.checkInfo())
	checkEach(f, m.sources, m.checkSource)
	checkEach(f, m.claims, m.checkClaim)
	checkEach(f, m.links, m.checkLink)
	checkEach(f, m.steps, m.checkStep)
	if !f.full() {
		f.add(m.checkChains())
	}
}

func checkEach[T record](f *faults, records table[T], check func(*T) *RuleError) {
	for i, r := range records.slots {
		if f.full() {
			return
		}
		if r == nil {
			continue
		}
		if err := check(r); err != nil {
			err.Index = i
			f.add(err)
		}
	}
}

func (m *Map) checkInfo() error {
	fail := func(field, problem string) error { return &RuleError{"map", -1, "", field, problem} }
	i := m.info
	if field := notUTF8("id", i.ID, "title", i.Title); field != "" {
		return fail(field, "not valid UTF-8")
	}
	for n, key := range i.Dismissed {
		if !utf8.ValidString(key) {
			return fail(fmt.Sprintf("dismissed/%d", n), "not valid UTF-8")
		}
	}
	if i.Contention != "" && m.Claim(i.Contention) == nil {
		return fail("contention", fmt.Sprintf("there is no claim %q", string(i.Contention)))
	}
	switch i.Evaluation.Semantics {
	case "", DFQuAD, QuadraticEnergy, EulerBased, LogOdds:
	default:
		return fail("evaluation/semantics", fmt.Sprintf("%q is not one of df-quad, quadratic-energy, euler-based, log-odds", string(i.Evaluation.Semantics)))
	}
	switch i.Evaluation.Premises {
	case "", Weakest, Product:
	default:
		return fail("evaluation/premises", fmt.Sprintf("%q is neither weakest nor product", string(i.Evaluation.Premises)))
	}
	return nil
}

func (m *Map) checkSource(s *Source) *RuleError {
	field := notUTF8("title", s.Title, "issued", s.Issued, "url", s.URL, "text", s.Text)
	for i, author := range s.Authors {
		if !utf8.ValidString(author) {
			field = fmt.Sprintf("authors/%d", i)
		}
	}
	if field != "" {
		return &RuleError{"source", -1, s.ID, field, "not valid UTF-8"}
	}
	return nil
}

func (m *Map) checkClaim(c *Claim) *RuleError {
	fail := func(field, problem string) *RuleError { return &RuleError{"claim", -1, c.ID, field, problem} }
	switch {
	case notUTF8("text", c.Text, "note", c.Note, "color", string(c.Color)) != "":
		return fail(notUTF8("text", c.Text, "note", c.Note, "color", string(c.Color)), "not valid UTF-8")
	case !c.Prior.valid():
		return fail("prior", outside(c.Prior))
	case c.At.farOff():
		return fail("at", "a coordinate must lie within ±1e9")
	case c.Width != 0 && !(c.Width >= MinWidth && c.Width <= MaxWidth):
		return fail("width", fmt.Sprintf("a card is %d to %d units wide", MinWidth, MaxWidth))
	}
	for i, tag := range c.Tags {
		if !utf8.ValidString(tag) {
			return fail(fmt.Sprintf("tags/%d", i), "not valid UTF-8")
		}
	}
	if field, problem := m.checkPassages(c.Passages); problem != "" {
		return fail(field, problem)
	}
	return nil
}

func outside(d Degree) string {
	return fmt.Sprintf("%v is outside 0 to 1", d.value)
}

func (m *Map) checkPassages(ps []Passage) (field, problem string) {
	for i, p := range ps {
		if m.Source(p.Source) == nil {
			return fmt.Sprintf("passages/%d/source", i), fmt.Sprintf("there is no source %q", string(p.Source))
		}
		if p.Start < 0 || p.End < p.Start {
			return fmt.Sprintf("passages/%d", i), fmt.Sprintf("start %d and end %d are no span", p.Start, p.End)
		}
		if p.Paragraph < 0 {
			return fmt.Sprintf("passages/%d/paragraph", i), "a paragraph is counted from 1"
		}
		if !utf8.ValidString(p.Digest) {
			return fmt.Sprintf("passages/%d/digest", i), "not valid UTF-8"
		}
	}
	return "", ""
}

func (m *Map) checkLink(l *Link) *RuleError {
	fail := func(field, problem string) *RuleError { return &RuleError{"link", -1, l.ID, field, problem} }
	switch {
	case l.Kind != Supports && l.Kind != Opposes:
		return fail("kind", fmt.Sprintf("%q is neither supports nor opposes", string(l.Kind)))
	case len(l.From) == 0:
		return fail("from", "a link needs at least one premise")
	case l.To == l.ID:
		return fail("to", "a link cannot be its own target")
	case !m.Has(l.To):
		return fail("to", fmt.Sprintf("there is no claim or link %q", string(l.To)))
	case !l.Confidence.valid():
		return fail("confidence", outside(l.Confidence))
	case notUTF8("scheme", l.Scheme, "note", l.Note) != "":
		return fail(notUTF8("scheme", l.Scheme, "note", l.Note), "not valid UTF-8")
	case len(l.Via) > MostVia:
		return fail("via", fmt.Sprintf("a link is led through %d points at most", MostVia))
	}
	for i, p := range l.Via {
		if p.farOff() {
			return fail(fmt.Sprintf("via/%d", i), "a coordinate must lie within ±1e9")
		}
	}
	for i, f := range l.From {
		if m.Claim(f) == nil {
			return fail(fmt.Sprintf("from/%d", i), fmt.Sprintf("there is no claim %q", string(f)))
		}
	}
	if i := repeated(l.From); i >= 0 {
		return fail(fmt.Sprintf("from/%d", i), fmt.Sprintf("the claim %q is a premise of this link already", string(l.From[i])))
	}
	ids := make([]ID, len(l.Evidence))
	for i := range l.Evidence {
		e := &l.Evidence[i]
		field := func(name string) string { return fmt.Sprintf("evidence/%d/%s", i, name) }
		switch {
		case e.ID == "":
			return fail(field("id"), "an ID must not be empty")
		case !slices.Contains(EvidenceKinds, e.Kind):
			return fail(field("kind"), fmt.Sprintf("%q is no kind of evidence", string(e.Kind)))
		case e.notUTF8() != "":
			return fail(field(e.notUTF8()), "not valid UTF-8")
		case !e.Reliability.valid():
			return fail(field("reliability"), outside(e.Reliability))
		case e.Stance != "" && e.Stance != For && e.Stance != Against:
			return fail(field("stance"), fmt.Sprintf("%q is neither for nor against", string(e.Stance)))
		case e.Source != "" && m.Source(e.Source) == nil:
			return fail(field("source"), fmt.Sprintf("there is no source %q", string(e.Source)))
		}
		if f, problem := m.checkPassages(e.Passages); problem != "" {
			return fail(field(f), problem)
		}
		ids[i] = e.ID
	}
	if i := repeated(ids); i >= 0 {
		return fail(fmt.Sprintf("evidence/%d/id", i), fmt.Sprintf("%q is used twice in this link", string(ids[i])))
	}
	return nil
}

// notUTF8 takes names and texts in turn and returns the name of the first text
// that is not valid UTF-8, which no file can hold.
func notUTF8(fields ...string) string {
	for i := 1; i < len(fields); i += 2 {
		if !utf8.ValidString(fields[i]) {
			return fields[i-1]
		}
	}
	return ""
}

func (e *Evidence) notUTF8() string {
	return notUTF8("id", string(e.ID), "text", e.Text, "locator", e.Locator, "url", e.URL, "note", e.Note)
}

// repeated returns the index of the first ID that stood earlier, or -1.
func repeated(ids []ID) int {
	if len(ids) < 16 {
		for i := range ids {
			if slices.Contains(ids[:i], ids[i]) {
				return i
			}
		}
		return -1
	}
	seen := make(map[ID]bool, len(ids))
	for i, id := range ids {
		if seen[id] {
			return i
		}
		seen[id] = true
	}
	return -1
}

func (m *Map) checkStep(s *Step) *RuleError {
	fail := func(field, problem string) *RuleError { return &RuleError{"step", -1, s.ID, field, problem} }
	if field := notUTF8("title", s.Title, "say", s.Say); field != "" {
		return fail(field, "not valid UTF-8")
	}
	for i, id := range s.Focus {
		if !m.Has(id) {
			return fail(fmt.Sprintf("focus/%d", i), fmt.Sprintf("there is no claim or link %q", string(id)))
		}
	}
	for i, id := range s.Reveal {
		if !m.Has(id) {
			return fail(fmt.Sprintf("reveal/%d", i), fmt.Sprintf("there is no claim or link %q", string(id)))
		}
	}
	return nil
}

// checkChains looks for links that are, over other links, their own target:
// such a link would be a step from somewhere to nowhere. Claims that support
// each other in a circle are legal.
func (m *Map) checkChains() error {
	done := make(map[ID]bool)
	for l := range m.Links() {
		if err := m.checkChain(l, done); err != nil {
			return err
		}
	}
	return nil
}

// checkChain follows the targets from l to a claim. Links known to end at a
// claim are in done.
func (m *Map) checkChain(l *Link, done map[ID]bool) error {
	if m.Link(l.To) == nil {
		return nil // ends at once, as most do
	}
	var chain []ID
	on := make(map[ID]bool)
	for at := l; at != nil && !done[at.ID]; at = m.Link(at.To) {
		if on[at.ID] {
			return &RuleError{"link", -1, l.ID, "to", "the targets lead back to this link and never to a claim"}
		}
		on[at.ID] = true
		chain = append(chain, at.ID)
	}
	for _, id := range chain {
		done[id] = true
	}
	return nil
}
