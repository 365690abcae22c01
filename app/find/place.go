package find

import (
	"slices"

	"warrant/argument"
)

// Part says which text of a record is meant.
type Part uint8

// The parts, in the order in which a record's are looked through.
const (
	MapTitle Part = iota
	ClaimText
	ClaimNote
	ClaimTag
	LinkNote
	EvidenceText
	EvidenceLocator
	EvidenceNote
	SourceTitle
	SourceAuthor
	SourceText // found, never replaced
	StepTitle
	StepSay
)

// Place is a text of a map.
type Place struct {
	Part   Part
	Record argument.ID // the claim, link, source or step; empty for the map
	Item   argument.ID // of the evidence
	Index  int         // of a tag or an author
}

// Found is a part of a text of a map.
type Found struct {
	Place
	Span
}

// Replaceable reports whether a text may be written to: what a source says is
// not ours to change.
func (p Place) Replaceable() bool { return p.Part != SourceText }

// Text returns what stands at a place, and whether there is such a place.
func Text(m *argument.Map, p Place) (text string, ok bool) {
	each(m, p.Record, func(q Place, said string) {
		if p == q {
			text, ok = said, true
		}
	})
	return text, ok
}

// each calls fn with all texts of a record; of the map itself where the ID
// is empty.
func each(m *argument.Map, id argument.ID, fn func(Place, string)) {
	if id == "" {
		fn(Place{Part: MapTitle}, m.Info().Title)
		return
	}
	if c := m.Claim(id); c != nil {
		eachOfClaim(c, fn)
	} else if l := m.Link(id); l != nil {
		eachOfLink(l, fn)
	} else if s := m.Source(id); s != nil {
		eachOfSource(s, fn)
	} else if s := m.Step(id); s != nil {
		fn(Place{Part: StepTitle, Record: id}, s.Title)
		fn(Place{Part: StepSay, Record: id}, s.Say)
	}
}

func eachOfClaim(c *argument.Claim, fn func(Place, string)) {
	fn(Place{Part: ClaimText, Record: c.ID}, c.Text)
	fn(Place{Part: ClaimNote, Record: c.ID}, c.Note)
	for i, t := range c.Tags {
		fn(Place{Part: ClaimTag, Record: c.ID, Index: i}, t)
	}
}

func eachOfLink(l *argument.Link, fn func(Place, string)) {
	fn(Place{Part: LinkNote, Record: l.ID}, l.Note)
	for i := range l.Evidence {
		e := &l.Evidence[i]
		fn(Place{Part: EvidenceText, Record: l.ID, Item: e.ID}, e.Text)
		fn(Place{Part: EvidenceLocator, Record: l.ID, Item: e.ID}, e.Locator)
		fn(Place{Part: EvidenceNote, Record: l.ID, Item: e.ID}, e.Note)
	}
}

func eachOfSource(s *argument.Source, fn func(Place, string)) {
	fn(Place{Part: SourceTitle, Record: s.ID}, s.Title)
	for i, a := range s.Authors {
		fn(Place{Part: SourceAuthor, Record: s.ID, Index: i}, a)
	}
	fn(Place{Part: SourceText, Record: s.ID}, s.Text)
}

// In returns where in a map a pattern stands, as one reads the map: the
// contention, then what bears on it, each link before its premises; then the
// sources and the steps. keep says of which claims and links to look at the
// texts; nil stands for all of the map.
func In(m *argument.Map, p *Pattern, keep func(argument.ID) bool) []Found {
	var found []Found
	if p.Empty() {
		return nil
	}
	look := func(at Place, text string) {
		if text == "" {
			return
		}
		for _, s := range p.All(text) {
			found = append(found, Found{at, s})
		}
	}
	if keep == nil {
		each(m, "", look)
	}
	for _, row := range m.Outline() {
		if row.Link != "" && !row.Joined && (keep == nil || keep(row.Link)) {
			eachOfLink(m.Link(row.Link), look)
		}
		if !row.Again && (keep == nil || keep(row.Claim)) {
			eachOfClaim(m.Claim(row.Claim), look)
		}
	}
	if keep != nil {
		return found
	}
	for s := range m.Sources() {
		eachOfSource(s, look)
	}
	for s := range m.Steps() {
		each(m, s.ID, look)
	}
	return found
}

// Replace puts a text where a pattern was found and returns how often. What
// has changed since it was found, and what may not be written to, stays.
func Replace(e *argument.Edit, p *Pattern, at []Found, with string) (int, error) {
	n := 0
	for i := 0; i < len(at); {
		record := at[i].Record
		j := i + 1
		for j < len(at) && at[j].Record == record {
			j++
		}
		done, err := replaceIn(e, p, record, at[i:j], with)
		if n += done; err != nil {
			return n, err
		}
		i = j
	}
	return n, nil
}

// replaceIn replaces in the texts of one record.
func replaceIn(e *argument.Edit, p *Pattern, record argument.ID, at []Found, with string) (n int, err error) {
	next := make(map[Place]string)
	each(e.Map(), record, func(q Place, text string) {
		if !q.Replaceable() {
			return
		}
		all := p.All(text)
		var spans []Span
		for _, f := range at {
			if f.Place == q && slices.Contains(all, f.Span) {
				spans = append(spans, f.Span)
			}
		}
		if len(spans) > 0 {
			n += len(spans)
			next[q] = p.Replace(text, with, spans)
		}
	})
	if len(next) == 0 {
		return 0, nil
	}
	return n, write(e, record, next)
}

// write sets texts of one record.
func write(e *argument.Edit, record argument.ID, next map[Place]string) error {
	set := func(text *string, at Place) {
		at.Record = record
		if s, ok := next[at]; ok {
			*text = s
		}
	}
	switch m := e.Map(); {
	case record == "":
		e.SetInfo(func(i *argument.Info) { set(&i.Title, Place{Part: MapTitle}) })
		return nil
	case m.Claim(record) != nil:
		return e.UpdateClaim(record, func(c *argument.Claim) {
			set(&c.Text, Place{Part: ClaimText})
			set(&c.Note, Place{Part: ClaimNote})
			tags := slices.Clone(c.Tags)
			for i := range tags {
				set(&tags[i], Place{Part: ClaimTag, Index: i})
			}
			if !slices.Equal(tags, c.Tags) {
				c.Tags = distinct(tags)
			}
		})
	case m.Link(record) != nil:
		return e.UpdateLink(record, func(l *argument.Link) {
			set(&l.Note, Place{Part: LinkNote})
			l.Evidence = slices.Clone(l.Evidence)
			for i := range l.Evidence {
				it := &l.Evidence[i]
				set(&it.Text, Place{Part: EvidenceText, Item: it.ID})
				set(&it.Locator, Place{Part: EvidenceLocator, Item: it.ID})
				set(&it.Note, Place{Part: EvidenceNote, Item: it.ID})
			}
		})
	case m.Source(record) != nil:
		return e.UpdateSource(record, func(s *argument.Source) {
			set(&s.Title, Place{Part: SourceTitle})
			s.Authors = slices.Clone(s.Authors)
			for i := range s.Authors {
				set(&s.Authors[i], Place{Part: SourceAuthor, Index: i})
			}
		})
	}
	return e.UpdateStep(record, func(s *argument.Step) {
		set(&s.Title, Place{Part: StepTitle})
		set(&s.Say, Place{Part: StepSay})
	})
}

// distinct takes out tags that have become empty or like one before them.
func distinct(tags []string) []string {
	var all []string
	for _, t := range tags {
		if t != "" && !slices.Contains(all, t) {
			all = append(all, t)
		}
	}
	return all
}
