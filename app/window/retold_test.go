package window

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"warrant/app/language"
	"warrant/argument"
	"warrant/argument/merge"
)

// minor are said of conflicts that are counted and not shown, and of changes
// of the drawing, which the summaries' texts cover.
var minor = []string{"both ", " only moved or drew otherwise"}

// What the package merge says in words of its own is all known here: what it
// gives to say, and the tables that it takes formats from.
func TestAllRetellingsAreKnown(t *testing.T) {
	files, err := filepath.Glob("../../argument/merge/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("the package is not there")
	}
	found := 0
	know := func(e ast.Node) {
		ast.Inspect(e, func(n ast.Node) bool {
			l, ok := n.(*ast.BasicLit)
			if !ok || l.Kind != token.STRING {
				return true
			}
			format, err := strconv.Unquote(l.Value)
			if err != nil || !strings.ContainsFunc(strings.NewReplacer("%s", "", "%d", "").Replace(format), unicode.IsLetter) || slices.ContainsFunc(minor, func(m string) bool { return strings.Contains(format, m) }) {
				return true
			}
			found++
			if !slices.Contains(retellings, format) {
				t.Errorf("%s: %q is not retold", "argument/merge", format)
			}
			return true
		})
	}
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if name, ok := n.Fun.(*ast.Ident); ok && name.Name == "say" {
					know(n.Args[0])
				}
			case *ast.ValueSpec:
				if slices.Contains([]string{"clauses", "turned", "itemRemoved", "removed"}, n.Names[0].Name) {
					know(n)
				}
			}
			return true
		})
	}
	if found < 40 {
		t.Errorf("only %d formats are found: have they another name?", found)
	}
}

func ice(t *testing.T, change func(*argument.Parts)) *argument.Map {
	t.Helper()
	p := argument.Parts{
		Info: argument.Info{ID: "ice", Contention: "c1"},
		Claims: []argument.Claim{
			{ID: "c1", Text: "Häfen frieren zu"}, {ID: "c2", Text: "Es ist Winter", Prior: argument.Stated(.6)}, {ID: "c3", Text: "none"},
		},
		Links: []argument.Link{
			{ID: "l1", Kind: argument.Supports, From: []argument.ID{"c2"}, To: "c1", Confidence: argument.Stated(.125),
				Evidence: []argument.Evidence{{ID: "e1", Kind: argument.Expert, Text: "Ein Kapitän"}}},
		},
	}
	if change != nil {
		change(&p)
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Texts of the map, even such as the program has, stay as they are.
func TestChangesAreRetold(t *testing.T) {
	language.Use("de")
	defer language.Use("en")
	was := ice(t, nil)
	is := ice(t, func(p *argument.Parts) {
		p.Claims[0].Text = "opposes"
		p.Claims[1].Prior = argument.Degree{}
		p.Links[0].Confidence, p.Links[0].Kind = argument.Stated(.8), argument.Opposes
		p.Links[0].Evidence[0].Kind, p.Links[0].Evidence[0].Note = argument.Statistic, "Nur 100%"
		p.Claims = append(p.Claims, argument.Claim{ID: "c4"})
		p.Links = append(p.Links, argument.Link{ID: "l2", Kind: argument.Opposes, From: []argument.ID{"c4", "c3"}, To: "l1"})
		p.Claims[2].Tags = []string{"law"}
	})
	c := merge.Compare(was, is)
	var got []string
	for _, ch := range c.Changes {
		got = append(got, retoldSentence(ch.Said))
	}
	want := []string{
		"These „Häfen frieren zu“ umformuliert: „opposes“.",
		"„Es ist Winter“: Ausgangswert weggenommen, vorher 60\u00a0%.",
		"Verbindung von „Es ist Winter“ zu „opposes“ wurde umgekehrt: jetzt dagegen.",
		"Verbindung von „Es ist Winter“ zu „opposes“: Konfidenz von 12,5\u00a0% auf 80\u00a0% geändert.",
		"Beleg „Ein Kapitän“ an: Verbindung von „Es ist Winter“ zu „opposes“: Art von Fachmeinung auf Statistik geändert.",
		"Beleg „Ein Kapitän“ an: Verbindung von „Es ist Winter“ zu „opposes“: Notiz gesetzt: „Nur 100%“.",
		"These hinzugefügt: leere These c4.",
		"Verbindung hinzugefügt: leere These c4 und „none“ entkräften: Verbindung von „Es ist Winter“.",
		"„none“: Schlagwörter gesetzt: “law”.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the changes are retold as\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestConflictsAreRetold(t *testing.T) {
	language.Use("de")
	defer language.Use("en")
	base := ice(t, nil)
	mine := ice(t, func(p *argument.Parts) {
		p.Links[0].Confidence = argument.Stated(.5)
		p.Claims[2].Text = "removed"
	})
	theirs := ice(t, func(p *argument.Parts) {
		p.Links[0].Confidence = argument.Degree{}
		p.Claims = p.Claims[:2]
	})
	var got []string
	for _, c := range merge.Merge(base, mine, theirs).Conflicts {
		got = append(got, retoldSentence(c.Said)+" "+retold(c.Readings[merge.Mine])+" / "+retold(c.Readings[merge.Theirs]))
	}
	want := []string{
		"Die andere entfernte „removed“, meine änderte das. geändert / entfernt",
		"Verbindung von „Es ist Winter“ zu „Häfen frieren zu“, Konfidenz: meine 50\u00a0%, andere nichts, vorher 12,5\u00a0%. 50\u00a0% / ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the conflicts are retold as\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
