package panel

import (
	"testing"

	"warrant/argument"
	"warrant/argument/credence"
)

func TestLinkInWords(t *testing.T) {
	b := newBench(t)
	b.Do("add", func(e *argument.Edit) error {
		if _, err := e.AddLink(argument.Link{ID: "l4", Kind: argument.Supports, From: []id{"c3"}, To: "l2"}); err != nil {
			return err
		}
		_, err := e.AddLink(argument.Link{ID: "l5", Kind: argument.Opposes, From: []id{"c2"}, To: "l3"})
		return err
	})
	for link, want := range map[id]string{
		"l1": "It is cold and Soup warms supports We should have soup",
		"l2": "Soup spills opposes We should have soup",
		"l3": "We have lids undercuts the step from “Soup spills” to “We should have soup”",
		"l4": "Soup warms underpins the step from “Soup spills” to “We should have soup”",
		"l5": "It is cold undercuts the step from “We have lids” to another step",
	} {
		m, l := b.Session.Doc.Map(), b.link(link)
		if got := premisesText(m, l) + " " + verb(m, l) + " " + targetText(m, l.To); got != want {
			t.Errorf("%s reads %q, want %q", link, got, want)
		}
	}
}

func TestConfidenceInWords(t *testing.T) {
	b := newBench(t)
	for _, test := range []struct {
		link       id
		confidence float64
		want       string
	}{
		{"l2", .01, "Remote: even if the premise holds, that hardly counts against the claim."},
		{"l2", .3, "Unlikely: even if the premise holds, that counts a little against the claim."},
		{"l2", .5, "Even: if the premise holds, the claim may hold or not."},
		{"l2", .8, "Likely: if the premise holds, the claim fails."},
		{"l2", 1, "Certain: if the premise holds, the claim cannot hold."},
		{"l1", .01, "Remote: even if the premises hold together, that hardly counts for the claim."},
		{"l1", .8, "Likely: if the premises hold together, so does the claim."},
		{"l1", .99, "Certain: if the premises hold together, the claim is bound to hold."},
		{"l3", .8, "Likely: if the premise holds, the step fails."},
	} {
		m := b.Session.Doc.Map()
		if got := confidenceSentence(m, b.link(test.link), credence.DefaultScale, test.confidence); got != test.want {
			t.Errorf("%s at %v reads %q, want %q", test.link, test.confidence, got, test.want)
		}
	}
}

func TestSourceInWords(t *testing.T) {
	for _, test := range []struct {
		source      argument.Source
		cited, full string
	}{
		{argument.Source{Title: "On Soup", Authors: []string{"Ada Cook"}, Issued: "1999"}, "Cook 1999", "Cook, “On Soup” (1999)"},
		{argument.Source{Title: "On Soup", Authors: []string{"Cook, Ada", "Bo Stew"}}, "Cook and Stew", "Cook et al., “On Soup”"},
		{argument.Source{Authors: []string{"A B", "C D", "E F"}, Issued: "2001"}, "B et al. 2001", "B et al. (2001)"},
		{argument.Source{Title: "On Soup"}, "On Soup", "“On Soup”"},
		{argument.Source{}, "untitled source", "Untitled source"},
	} {
		if got := sourceName(&test.source); got != test.cited {
			t.Errorf("cited as %q, want %q", got, test.cited)
		}
		if got := sourceTitle(&test.source); got != test.full {
			t.Errorf("listed as %q, want %q", got, test.full)
		}
	}
}
