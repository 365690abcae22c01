package table_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"warrant/argument"
	"warrant/storage/interchange/table"
	"warrant/storage/interchange/trial"
)

func TestWrite(t *testing.T) {
	m, err := argument.Build(argument.Parts{
		Info:    argument.Info{Contention: "a"},
		Sources: []argument.Source{{ID: "s", Title: "The, Met"}},
		Claims:  []argument.Claim{{ID: "a", Text: "It \"rains\"\nnow", Prior: argument.Stated(0.5), Tags: []string{"x", "y"}}, {ID: "b", Text: "=1+1", Note: "@x"}},
		Links: []argument.Link{{ID: "-l", Kind: argument.Opposes, From: []argument.ID{"b", "a"}, To: "a", Confidence: argument.Stated(0.25), Scheme: "+s",
			Evidence: []argument.Evidence{{ID: "e", Kind: argument.Expert, Text: "says", Source: "s", Locator: "p. 3", URL: "https://example.org", Reliability: argument.Stated(1), Stance: argument.Against, Note: "n"}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	got, lost := table.Write(m)
	const want = `record,id,kind,text,from,to,degree,scheme,stance,source,locator,url,tags,note
claim,a,contention,"It ""rains""
now",,,0.5,,,,,,x; y,
claim,b,,'=1+1,,,,,,,,,,'@x
link,'-l,opposes,,b; a,a,0.25,'+s,,,,,,
evidence,e,expert,says,,'-l,1,,against,"The, Met",p. 3,https://example.org,,n
`
	if string(got) != want {
		t.Errorf("written as\n%s\nwant\n%s", got, want)
	}
	if len(lost) != 1 || lost[0].What != "sources but for their titles (1)" {
		t.Errorf("lost %v", lost)
	}
}

// No cell begins a formula, and each row has all columns.
func check(t *testing.T, m *argument.Map) {
	t.Helper()
	got, _ := table.Write(m)
	rows, err := csv.NewReader(bytes.NewReader(got)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	evidence := 0
	for l := range m.Links() {
		evidence += len(l.Evidence)
	}
	if len(rows) != 1+m.NumClaims()+m.NumLinks()+evidence {
		t.Fatalf("%d rows in\n%s", len(rows), got)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Fatalf("the cell %q begins a formula", cell)
			}
		}
	}
}

func TestNoCellIsAFormula(t *testing.T) {
	for seed := range int64(300) {
		check(t, trial.Map(seed))
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("=cmd|' /C calc'!A0", "\t=1")
	f.Add("\x00=1", "\r\n=1")
	f.Fuzz(func(t *testing.T, text, note string) {
		m, err := argument.Build(argument.Parts{Claims: []argument.Claim{{ID: "a", Text: strings.ToValidUTF8(text, ""), Note: strings.ToValidUTF8(note, "")}}})
		if err != nil {
			t.Fatal(err)
		}
		check(t, m)
	})
}
