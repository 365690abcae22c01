package window

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"warrant/app/session"
	"warrant/argument"
	"warrant/canvas/text"
	"warrant/storage/interchange"
	"warrant/storage/interchange/loss"
	"warrant/storage/mapfile"
)

// Whatever is opened becomes a map in its file, one in no file with what was
// lost, or an error that says what is wrong.
func TestOpenFile(t *testing.T) {
	folder := t.TempDir()
	var at *loss.Fault
	var bad *mapfile.Error
	for _, c := range []struct {
		name, text string
		claims     int
		title      string
		lost       int
		err        any // to be found in the error
	}{
		{"rain.argdown", "[Rain]: It rains. // really\n  + [Dark]\n", 2, "rain", 2, nil},
		{"broken.argdown", "- [Dark]\n", 0, "", 0, &at},
		{"empty.opml", "<opml/>", 0, "", 0, session.ErrNoClaim},
		{"talk.txt", "Discussion Title: Rain?\n\n1. It rains.\n1.1. Pro: It is dark.\n", 2, "Rain?", 0, nil},
		{"graph.json", `{"nodes":[{"nodeID":"1","text":"It rains","type":"I"}],"edges":[]}`, 1, "graph", 0, nil},
		{"other.json", `{"some":"thing"}`, 0, "", 0, &bad},
	} {
		path := filepath.Join(folder, c.name)
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		o, err := openFile(session.Opening{Measure: text.Default()}, path)
		switch want := c.err.(type) {
		case nil:
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
				continue
			}
			m := o.session.Doc.Map()
			if m.NumClaims() != c.claims || m.Info().Title != c.title || len(o.lost) != c.lost || o.from != path || o.session.Path() != "" {
				t.Errorf("%s: %d claims, %q, lost %v, from %q, in %q", c.name, m.NumClaims(), m.Info().Title, o.lost, o.from, o.session.Path())
			}
			for claim := range m.Claims() {
				if !claim.Placed {
					t.Errorf("%s: %q has no place", c.name, claim.Text)
				}
			}
		case error:
			if !errors.Is(err, want) {
				t.Errorf("%s: %v", c.name, err)
			}
		default:
			if !errors.As(err, want) {
				t.Errorf("%s: %v", c.name, err)
			}
		}
	}
	for _, kind := range []string{".json", ".argdown", ".opml", ".mm", ".mup"} {
		if !slices.Contains(openable(), kind) {
			t.Errorf("files that end in %s cannot be opened", kind)
		}
	}
}

// What an export may lose is told in the person's language: a map with all
// that there is loses nothing else.
func TestLossesAreTranslated(t *testing.T) {
	extra := `{"x":1}`
	m, err := argument.Build(argument.Parts{
		Info:    argument.Info{Evaluation: argument.Evaluation{Premises: argument.Product}, Extra: extra},
		Sources: []argument.Source{{ID: "s", Text: "all of it"}},
		Claims: []argument.Claim{{ID: "a", Text: "two\nlines\x1b", Prior: argument.Stated(0.5), Note: "n", Tags: []string{"t"}, Color: argument.Red, Placed: true,
			Passages: []argument.Passage{{Source: "s"}}, Extra: extra}},
		Links: []argument.Link{{ID: "l", Kind: argument.Supports, From: []argument.ID{"a"}, To: "a", Confidence: argument.Stated(1), Scheme: "s", Note: "n",
			Evidence: []argument.Evidence{{ID: "e", Kind: argument.Other, Source: "s"}}}},
		Steps: []argument.Step{{ID: "p"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, f := range interchange.Formats {
		if f.Write == nil {
			continue
		}
		_, lost := f.Write(m)
		for _, l := range lost {
			told++
			if thing, _ := counted(l.What); !slices.Contains(losses, thing) {
				t.Errorf("%s: %q is in no catalogue", f.Name, l.What)
			}
		}
	}
	if told < 50 {
		t.Errorf("only %d losses are told", told)
	}
}
