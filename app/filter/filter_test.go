package filter

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"warrant/argument"
	"warrant/argument/credence"
)

// soup is a map in which c2 and c3 support c1 together (l1, with evidence),
// c4 opposes c1 (l2), c5 undercuts that (l3), which c2 undercuts (l0), c6 supports c4 (l4), and c7
// and c8 support each other (l5, l6).
func soup(t *testing.T) *argument.Map {
	t.Helper()
	type ids = []argument.ID
	m, err := argument.Build(argument.Parts{
		Info:    argument.Info{ID: "m", Contention: "c1"},
		Sources: []argument.Source{{ID: "s1", Title: "On Soup"}},
		Claims: []argument.Claim{
			{ID: "c1", Text: "We should have soup", Passages: []argument.Passage{{Source: "s1", Start: 1, End: 2}}},
			{ID: "c2", Text: "It is cold", Tags: []string{"weather"}}, {ID: "c3", Text: "Soup warms", Note: "so they say"},
			{ID: "c4", Text: "Soup spills", Tags: []string{"table", "weather"}, Collapsed: true}, {ID: "c5", Text: "We have lids"},
			{ID: "c6", Text: "It did last week", Color: argument.Blue}, {ID: "c7", Text: "Ada says Bo is right"}, {ID: "c8", Text: "Bo says Ada is right"},
		},
		Links: []argument.Link{
			{ID: "l0", Kind: argument.Opposes, From: ids{"c2"}, To: "l3"},
			{ID: "l1", Kind: argument.Supports, From: ids{"c2", "c3"}, To: "c1", Confidence: argument.Stated(.8),
				Evidence: []argument.Evidence{{ID: "e1", Kind: argument.Expert, Text: "Cooks say so", Source: "s1"}}},
			{ID: "l2", Kind: argument.Opposes, From: ids{"c4"}, To: "c1", Confidence: argument.Stated(.4)},
			{ID: "l3", Kind: argument.Opposes, From: ids{"c5"}, To: "l2"},
			{ID: "l4", Kind: argument.Supports, From: ids{"c6"}, To: "c4", Confidence: argument.Stated(.3)},
			{ID: "l5", Kind: argument.Opposes, From: ids{"c7"}, To: "c8", Confidence: argument.Stated(1)},
			{ID: "l6", Kind: argument.Opposes, From: ids{"c8"}, To: "c7", Confidence: argument.Stated(1)},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestPass(t *testing.T) {
	m := soup(t)
	n := credence.Evaluate(m, credence.Options{Semantics: argument.QuadraticEnergy})
	for _, test := range []struct {
		name   string
		filter Filter
		want   string // claims; links
	}{
		{"nothing is asked for", Filter{}, "c1 c2 c3 c4 c5 c6 c7 c8; l0 l1 l2 l3 l4 l5 l6"},
		{"the contention", Filter{Role: Role{argument.Contending, true}}, "c1; "},
		{"what opposes", Filter{Role: Role{argument.Opposing, true}}, "c4 c7 c8; l5 l6"},
		{"what undercuts", Filter{Role: Role{argument.Undercutting, true}}, "c2 c5; "},
		{"a tag", Filter{Tag: "weather"}, "c2 c4; "},
		{"no tag", Filter{Untagged: true}, "c1 c3 c5 c6 c7 c8; l1 l5 l6"},
		{"a colour", Filter{Color: argument.Blue}, "c6; "},
		{"a source", Filter{Source: "s1"}, "c1 c2 c3; l1"},
		{"lacks evidence, but undercutters need none", Filter{LacksEvidence: true}, "c4 c6 c7 c8; l2 l4 l5 l6"},
		{"low confidence, stated or not", Filter{Below: argument.Stated(.5)}, "c4 c6; l2 l4"},
		{"exactly as low is not below", Filter{Below: argument.Stated(.4)}, "c6; l4"},
		{"collapsed", Filter{Collapsed: true}, "c4; "},
		{"with a note", Filter{Noted: true}, "c3; "},
		{"several at once", Filter{Tag: "weather", LacksEvidence: true}, "c4; l2"},
		{"words, in claims and links", Filter{Holds: func(id argument.ID) bool { return id == "c2" || id == "l4" }}, "c2 c6; l4"},
		{"words, and what only claims have", Filter{Noted: true, Holds: func(id argument.ID) bool { return id == "c3" || id == "l4" }}, "c3; "},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := test.filter.Pass(m, n)
			if got := joined(p.Claims) + "; " + joined(p.Links); got != test.want {
				t.Errorf("%s, want %s", got, test.want)
			}
			for _, id := range append(slices.Clone(p.Claims), p.Links...) {
				if !p.Has(id) {
					t.Errorf("%s passed and is not had", id)
				}
			}
		})
	}
}

// doubtful are numbers of which one is not known.
type doubtful struct {
	Numbers
	claim argument.ID
}

func (d doubtful) Claim(id argument.ID) credence.Value {
	return credence.Value{Known: id != d.claim}
}

func TestUnsettledClaimsPass(t *testing.T) {
	m := soup(t)
	n := doubtful{credence.Evaluate(m, credence.OptionsOf(m)), "c7"}
	if got := joined(Filter{Unsettled: true}.Pass(m, n).Claims); got != "c7" {
		t.Errorf("unsettled are %s", got)
	}
}

func joined(ids []argument.ID) string {
	var s []string
	for _, id := range ids {
		s = append(s, string(id))
	}
	return strings.Join(s, " ")
}

func TestLineage(t *testing.T) {
	m := soup(t)
	for id, want := range map[argument.ID]string{
		"c1": "c1 c2 c3 c4 c5 c6 l0 l1 l2 l3 l4",
		"c2": "c1 c2 l0 l1 l2 l3",
		"c4": "c1 c4 c6 l2 l4",
		"c5": "c1 c5 l2 l3",
		"l2": "c1 c2 c4 c5 c6 l0 l2 l3 l4",
		"c7": "c7 c8 l5 l6",
		"no": "",
	} {
		if got := joined(slices.Sorted(maps.Keys(Lineage(m, id)))); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

func TestTags(t *testing.T) {
	tags, claims := Tags(soup(t))
	if !slices.Equal(tags, []string{"weather", "table"}) || claims["weather"] != 2 || claims["table"] != 1 {
		t.Errorf("tags %q, %v", tags, claims)
	}
}
