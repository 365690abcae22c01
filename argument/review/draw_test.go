package review_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"warrant/argument"
	"warrant/argument/credence"
	"warrant/argument/review"
)

// draw makes a map of lines:
//
//	c1 The text of a claim           the first claim is the contention
//	c2=.7 A claim with a prior
//	l1 c2 c3 > c1 .8 scheme          supports, with confidence and scheme
//	l2 c4 x l1                       opposes
//	e1 expert .8 s1 p.3 | what it says     on the link above; - for what is not stated
//	s1 The title of a source
//	contention c2                    or "contention -"
func draw(t *testing.T, lines string) *argument.Map {
	t.Helper()
	p := argument.Parts{Info: argument.Info{ID: "m"}}
	degree := func(s string) argument.Degree {
		if s == "" || s == "-" {
			return argument.Unset
		}
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatalf("%q is no number", s)
		}
		return argument.Stated(v)
	}
	some := func(s string) string { return strings.ReplaceAll(strings.TrimPrefix(s, "-"), "_", " ") }
	for _, line := range strings.Split(lines, "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		head, rest, _ := strings.Cut(line, " ")
		name, prior, _ := strings.Cut(head, "=")
		id := argument.ID(name)
		switch {
		case head == "contention":
			p.Info.Contention = argument.ID(strings.TrimPrefix(rest, "-"))
		case head[0] == 'c':
			p.Claims = append(p.Claims, argument.Claim{ID: id, Text: rest, Prior: degree(prior)})
			if len(p.Claims) == 1 {
				p.Info.Contention = id
			}
		case head[0] == 's':
			p.Sources = append(p.Sources, argument.Source{ID: id, Title: rest})
		case head[0] == 'e':
			front, text, _ := strings.Cut(rest, "|")
			f := append(strings.Fields(front), "", "", "", "")
			e := argument.Evidence{ID: id, Kind: argument.EvidenceKind(f[0]), Text: strings.TrimSpace(text), Reliability: degree(f[1]), Source: argument.ID(some(f[2])), Locator: some(f[3])}
			if f[4] == "against" {
				e.Stance = argument.Against
			}
			l := &p.Links[len(p.Links)-1]
			l.Evidence = append(l.Evidence, e)
		case head[0] == 'l':
			f := strings.Fields(rest)
			i := slices.IndexFunc(f, func(s string) bool { return s == ">" || s == "x" })
			l := argument.Link{ID: id, Kind: argument.Supports, To: argument.ID(f[i+1])}
			if f[i] == "x" {
				l.Kind = argument.Opposes
			}
			for _, c := range f[:i] {
				l.From = append(l.From, argument.ID(c))
			}
			f = append(f[i+2:], "", "")
			l.Confidence, l.Scheme = degree(f[0]), some(f[1])
			p.Links = append(p.Links, l)
		}
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatalf("%v in\n%s", err, lines)
	}
	return m
}

func of(m *argument.Map) []review.Remark {
	return review.Of(m, credence.Evaluate(m, credence.OptionsOf(m)))
}

// marked is where remarks of a kind are made, as "c1", "l1/e2", "c1 c2" or
// "map".
func marked(m *argument.Map, k review.Kind) string {
	var all []string
	for _, r := range of(m) {
		if r.Kind != k {
			continue
		}
		at := strings.Trim(fmt.Sprint(r.At), "[]")
		if r.Evidence != "" {
			at += "/" + string(r.Evidence)
		}
		if at == "" {
			at = "map"
		}
		all = append(all, at)
	}
	return strings.Join(all, "; ")
}
