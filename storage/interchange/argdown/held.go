package argdown

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"warrant/argument"
)

// carries reports whether some data have a key.
func carries(all []data, key string) bool {
	for _, d := range all {
		if keys, ok := mapping(d.text); ok {
			for _, k := range keys {
				if k.key == key {
					return true
				}
			}
		}
	}
	return false
}

// held goes through what data say. What take does not know is told.
func (r *reader) held(d data, take func(key string, v value) bool) {
	keys, ok := mapping(d.text)
	if !ok {
		r.lost.Add(d.line, `data that are not of the form {key: value}`)
		return
	}
	for _, k := range keys {
		if !utf8.ValidString(k.value.text) || !take(k.key, k.value) {
			r.lost.Add(d.line, fmt.Sprintf("the data %q", k.key))
		}
	}
}

// claimData reads the data of a statement or an argument.
func (r *reader) claimData(s *statement, d data) {
	r.held(d, func(key string, v value) bool {
		switch key {
		case "prior":
			return degree(v, &s.claim.Prior)
		case "text":
			if v.is == 't' {
				s.exact, s.exactly = v.text, true
			}
			return v.is == 't'
		case "note":
			if v.is == 't' {
				s.notes = append(s.notes, v.text)
			}
			return v.is == 't'
		case "tags":
			for _, t := range v.list {
				if t.is == 't' {
					s.tag(t.text)
				}
			}
			return v.is == 'l'
		case "color":
			s.claim.Color = argument.Color(v.text)
			return v.is == 't'
		case "contention":
			s.main = v.text == "true"
			return v.is == 't'
		case "confidence": // of an argument
			return degree(v, &s.confidence)
		}
		return false
	})
}

func degree(v value, to *argument.Degree) bool {
	n, err := strconv.ParseFloat(v.text, 64)
	if v.is != 't' || err != nil || !(n >= 0 && n <= 1) {
		return false
	}
	*to = argument.Stated(n)
	return true
}

// linkData reads the data of an inference and returns the numbers of the
// premises it uses.
func (r *reader) linkData(i *inference, d data) (uses []int) {
	l := &i.link
	r.held(d, func(key string, v value) bool {
		switch key {
		case "confidence":
			return degree(v, &l.Confidence)
		case "scheme":
			l.Scheme = v.text
			return v.is == 't'
		case "note":
			l.Note = v.text
			return v.is == 't'
		case "through":
			i.through = v.text == "true"
			return v.is == 't'
		case "uses":
			for _, u := range v.list {
				n, err := strconv.Atoi(u.text)
				if err != nil {
					return false
				}
				uses = append(uses, n)
			}
			return v.is == 'l'
		case "evidence":
			for _, item := range v.list {
				if !r.evidence(l, item) {
					return false
				}
			}
			return v.is == 'l'
		}
		return false
	})
	return uses
}

func (r *reader) evidence(l *argument.Link, v value) bool {
	e := argument.Evidence{ID: argument.ID("e" + decimal(len(l.Evidence)+1)), Kind: argument.Other}
	for _, k := range v.keys {
		t := k.value.text
		if !utf8.ValidString(t) {
			return false
		}
		switch k.key {
		case "kind":
			if slices.Contains(argument.EvidenceKinds, argument.EvidenceKind(t)) {
				e.Kind = argument.EvidenceKind(t)
			}
		case "text":
			e.Text = t
		case "source":
			e.Source = r.source(t)
		case "locator":
			e.Locator = t
		case "url":
			e.URL = t
		case "note":
			e.Note = t
		case "reliability":
			if !degree(k.value, &e.Reliability) {
				return false
			}
		case "stance":
			if s := argument.Stance(t); s == argument.For || s == argument.Against {
				e.Stance = s
			}
		}
	}
	l.Evidence = append(l.Evidence, e)
	return v.is == 'm'
}

// source finds the source that evidence names, or makes one of that title.
func (r *reader) source(name string) argument.ID {
	if name == "" {
		return ""
	}
	id, known := r.named[name]
	if !known {
		id = r.add(argument.Source{Title: name}, name)
	}
	return id
}

// add adds a source under a name. The first of a name has it.
func (r *reader) add(s argument.Source, name string) argument.ID {
	s.ID = argument.ID("s" + decimal(len(r.sources)+1))
	r.sources = append(r.sources, s)
	if _, known := r.named[name]; !known && name != "" {
		r.named[name] = s.ID
	}
	return s.ID
}

// sourcesOf reads the sources in the frontmatter.
func (r *reader) sourcesOf(line int, v value) {
	for _, item := range v.list {
		s := argument.Source{Title: item.text}
		name := ""
		for _, k := range item.keys {
			switch t := strings.ToValidUTF8(k.value.text, "\uFFFD"); k.key {
			case "id":
				name = t
			case "title":
				s.Title = t
			case "issued":
				s.Issued = t
			case "url":
				s.URL = t
			case "authors":
				for _, a := range k.value.list {
					s.Authors = append(s.Authors, strings.ToValidUTF8(a.text, "\uFFFD"))
				}
			default:
				r.lost.Add(line, fmt.Sprintf("the data %q", k.key))
			}
		}
		if name == "" {
			name = s.Title
		}
		r.add(s, name)
	}
}
