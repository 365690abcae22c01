package graphml_test

import (
	"encoding/xml"
	"strings"
	"testing"

	"warrant/argument"
	"warrant/storage/interchange/graphml"
	"warrant/storage/interchange/loss"
	"warrant/storage/interchange/trial"
)

// document is what another program sees of a graph.
type document struct {
	Graph struct {
		Nodes []struct {
			ID   string  `xml:"id,attr"`
			Data []datum `xml:"data"`
		} `xml:"node"`
		Edges []struct {
			Source string `xml:"source,attr"`
			Target string `xml:"target,attr"`
		} `xml:"edge"`
	} `xml:"graph"`
}

type datum struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

// check holds that the graph has all claims and links, and says what they say.
func check(t *testing.T, m *argument.Map) {
	t.Helper()
	data, _ := graphml.Write(m)
	var d document
	if err := xml.Unmarshal(data, &d); err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	if len(d.Graph.Nodes) != m.NumClaims()+m.NumLinks() {
		t.Fatalf("%d nodes in\n%s", len(d.Graph.Nodes), data)
	}
	ends := 0
	for l := range m.Links() {
		ends += len(l.From) + 1
	}
	if len(d.Graph.Edges) != ends {
		t.Fatalf("%d edges in\n%s", len(d.Graph.Edges), data)
	}
	i := 0
	for c := range m.Claims() {
		label := ""
		for _, v := range d.Graph.Nodes[i].Data {
			if v.Key == "label" {
				label = v.Value
			}
		}
		if want, _ := loss.Clean(c.Text); label != want {
			t.Fatalf("claim %d says %q, want %q", i, label, want)
		}
		i++
	}
}

func TestWrite(t *testing.T) {
	for seed := range int64(300) {
		check(t, trial.Map(seed))
	}
}

func TestLost(t *testing.T) {
	m, err := argument.Build(argument.Parts{
		Claims: []argument.Claim{{ID: "a", Text: "a\x1b", Placed: true}},
		Links:  []argument.Link{{ID: "l", Kind: argument.Supports, From: []argument.ID{"a"}, To: "a", Evidence: []argument.Evidence{{ID: "e", Kind: argument.Other}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	_, lost := graphml.Write(m)
	var all []string
	for _, l := range lost {
		all = append(all, l.What)
	}
	if got := strings.Join(all, ", "); got != "evidence items (1), places of cards (1), claims' characters that cannot be seen (1)" {
		t.Errorf("lost %s", got)
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("]]><x>&lol;")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := argument.Build(argument.Parts{Claims: []argument.Claim{{ID: "a", Text: strings.ToValidUTF8(text, "")}}})
		if err != nil {
			t.Fatal(err)
		}
		check(t, m)
	})
}
