package graphviz_test

import (
	"regexp"
	"strings"
	"testing"

	"warrant/argument"
	"warrant/storage/interchange/graphviz"
	"warrant/storage/interchange/trial"
)

func TestWrite(t *testing.T) {
	m, err := argument.Build(argument.Parts{
		Info: argument.Info{Title: "The \"weather\"", Contention: "a"},
		Claims: []argument.Claim{
			{ID: "a", Text: "It rains\n\\N"}, {ID: "b", Text: "A sentence that is longer than what fits into one line"}, {ID: "c", Text: `"; }`}, {ID: "d"},
		},
		Links: []argument.Link{
			{ID: "k", Kind: argument.Supports, From: []argument.ID{"b", "c"}, To: "a", Confidence: argument.Stated(0.8), Scheme: "sign"},
			{ID: "l", Kind: argument.Opposes, From: []argument.ID{"d"}, To: "k"},
			{ID: "m", Kind: argument.Opposes, From: []argument.ID{"d"}, To: "a", Evidence: []argument.Evidence{{ID: "e", Kind: argument.Other}}},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	got, lost := graphviz.Write(m)
	const want = `digraph map {
	rankdir=BT;
	node [shape=box, style=rounded, fontname="sans-serif"];
	edge [fontname="sans-serif"];
	label="The \"weather\"";
	labelloc=t;
	c1 [label="It rains \\N", penwidth=2];
	c2 [label="A sentence that is longer than\nwhat fits into one line"];
	c3 [label="\"; }"];
	c4 [label=""];
	l5 [shape=point, width=0.08, label=""];
	c2 -> l5 [dir=none, color="#1b7a3d", style=solid];
	c3 -> l5 [dir=none, color="#1b7a3d", style=solid];
	l5 -> c1 [color="#1b7a3d", style=solid, label="+ 80%\nsign"];
	c4 -> l5 [color="#b3261e", style=dotted, label="−"];
	c4 -> c1 [color="#b3261e", style=dashed, label="−"];
}
`
	if string(got) != want {
		t.Errorf("written as\n%s\nwant\n%s", got, want)
	}
	if len(lost) != 2 || lost[0].What != "evidence items (1)" || lost[1].What != "claims' line breaks and runs of blanks (1)" {
		t.Errorf("lost %v", lost)
	}
}

// statement is what each line of a graph has to be, so that no text of a map
// ends its quotes or adds an attribute.
var statement = regexp.MustCompile(`^\t(c\d+|l\d+|node|edge|c\d+ -> [cl]\d+|l\d+ -> [cl]\d+) \[([a-z]+=([a-z0-9.]+|"([^"\\]|\\["\\n])*")(, )?)+\];$`)

func TestNothingEscapes(t *testing.T) {
	for seed := range int64(300) {
		got, _ := graphviz.Write(trial.Map(seed))
		for line := range strings.Lines(string(got)) {
			line = strings.TrimSuffix(line, "\n")
			switch {
			case line == "digraph map {", line == "\trankdir=BT;", line == "\tlabelloc=t;", line == "}", strings.HasPrefix(line, "\tlabel=\""):
			case !statement.MatchString(line):
				t.Fatalf("seed %d: %q", seed, line)
			}
		}
	}
}

func FuzzWrite(f *testing.F) {
	f.Add(`a"; b -> c; "`, `\`)
	f.Fuzz(func(t *testing.T, text, scheme string) {
		m, err := argument.Build(argument.Parts{
			Claims: []argument.Claim{{ID: "a", Text: strings.ToValidUTF8(text, "")}},
			Links:  []argument.Link{{ID: "l", Kind: argument.Supports, From: []argument.ID{"a"}, To: "a", Scheme: strings.ToValidUTF8(scheme, "")}},
		})
		if err != nil {
			t.Fatal(err)
		}
		got, _ := graphviz.Write(m)
		for _, line := range strings.Split(string(got), "\n")[2:6] {
			if line != "\tedge [fontname=\"sans-serif\"];" && !statement.MatchString(line) {
				t.Fatalf("%q", line)
			}
		}
	})
}
