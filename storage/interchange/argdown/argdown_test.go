package argdown_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"warrant/argument"
	"warrant/argument/sample"
	"warrant/storage/interchange/argdown"
	"warrant/storage/interchange/loss"
	"warrant/storage/interchange/plain"
	"warrant/storage/interchange/trial"
)

var update = flag.Bool("update", false, "write what is read into testdata")

const kept = loss.Evidence | loss.Sources | loss.Priors | loss.Confidences | loss.Schemes | loss.ClaimNotes | loss.LinkNotes |
	loss.Tags | loss.Colors | loss.LineBreaks | loss.Hidden

// Each text of testdata/read.txtar is followed by what it is read as, as an
// indented text, and by what was lost.
func TestRead(t *testing.T) {
	path := filepath.Join("testdata", "read.txtar")
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var next []txtar.File
	for _, f := range archive.Files {
		name, ok := strings.CutSuffix(f.Name, "/argdown")
		if !ok {
			continue
		}
		got := read(t, f.Data)
		for _, w := range archive.Files {
			if w.Name == name+"/map" && string(w.Data) != got && !*update {
				t.Errorf("%s: read as\n%s\nwant\n%s", name, got, w.Data)
			}
		}
		next = append(next, f, txtar.File{Name: name + "/map", Data: []byte(got)})
	}
	if len(next) != len(archive.Files) && !*update {
		t.Errorf("%d files; each text has a map: run with -update and look at it", len(archive.Files))
	}
	if *update {
		archive.Files = next
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// read tells what a text is read as.
func read(t *testing.T, text []byte) string {
	t.Helper()
	parts, lost, err := argdown.Read(text)
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	m, err := argument.Build(parts)
	if err != nil {
		t.Errorf("%v in\n%s", err, text)
		return ""
	}
	got, _ := plain.Write(m)
	for c := range m.Claims() {
		if v, set := c.Prior.Value(); set {
			got += fmt.Sprintf("prior of %q: %v\n", c.Text, v)
		}
		if len(c.Tags) > 0 || c.Note != "" {
			got += fmt.Sprintf("tags and note of %q: %q %q\n", c.Text, c.Tags, c.Note)
		}
	}
	for l := range m.Links() {
		if l.Scheme != "" || l.Note != "" {
			got += fmt.Sprintf("scheme and note of %s: %q %q\n", l.ID, l.Scheme, l.Note)
		}
		for _, e := range l.Evidence {
			got += fmt.Sprintf("evidence on %s: %s %q reliability %v, %s, from %q\n", l.ID, e.Kind, e.Text, e.Reliability, e.Speaks(), e.Source)
		}
	}
	for _, l := range lost {
		got += "lost: " + l.String() + "\n"
	}
	return got
}

// What is written is read as the same map, whatever its claims say.
func TestReadIsTheInverseOfWrite(t *testing.T) {
	for seed := range int64(500) {
		backAndForth(t, seed, trial.Map(seed))
	}
	for _, n := range []int{1, 30, 1000} {
		m, err := sample.Make(sample.Options{Claims: n, Seed: int64(n), Cross: 0.1})
		if err != nil {
			t.Fatal(err)
		}
		backAndForth(t, int64(n), m)
	}
}

func backAndForth(t *testing.T, seed int64, m *argument.Map) {
	t.Helper()
	text, _ := argdown.Write(m)
	parts, lost, err := argdown.Read(text)
	if err != nil {
		t.Fatalf("seed %d: %v\n%s", seed, err, text)
	}
	for _, l := range lost {
		if !strings.HasPrefix(l.What, "titles of") {
			t.Fatalf("seed %d: lost %v of\n%s", seed, lost, text)
		}
	}
	back, err := argument.Build(parts)
	if err != nil {
		t.Fatalf("seed %d: %v\n%s", seed, err, text)
	}
	if err := trial.Differ(m, back, trial.Order(m), kept); err != nil {
		t.Fatalf("seed %d: %v\n%s", seed, err, text)
	}
}

// What is wrong is told by its place, with what would be right, and nothing of
// the text is taken.
func TestFaults(t *testing.T) {
	for text, want := range map[string]string{
		"===\ntitle: x\n":         "1:1: the frontmatter does not end; close it with a line of ===",
		"a\n  /* b":               "2:3: the comment does not end; close it with */, or write \\/ for the character",
		"a\nb {c: 1":              "2:3: the data that begin here do not end; close them with }, or write \\{ for a brace",
		"a\n\n  + b":              "3:3: the relation stands below nothing; put it below the statement or argument it is about, without an empty line between",
		"a\n  +\n":                "2:3: nothing is said here; write a statement, [a title] or <an argument>",
		"(1) a\n(2) b":            "1:1: the premises have no conclusion; end them with a line of four hyphens and a conclusion: \"(3) …\"",
		"(1) a\n----":             "1:1: the premises have no conclusion; end them with a line of four hyphens and a conclusion: \"(3) …\"",
		"----\n(1) a":             "1:1: an inference without premises; put premises above it: \"(1) …\"",
		"(1) a\n--\nx\n(2) b":     "2:1: the inference does not end; close it with a line of hyphens, or write four hyphens for one without rules",
		"(1) <a>\n----\n(2) b":    "1:1: an argument stands where a premise or conclusion should; write a statement, or [its title]",
		"(1) a\n----\n* c\n(2) b": "3:1: the line is no part of the premises and conclusions around it; number it, \"(4) …\", or put an empty line before it",
		"\xff\xfea":               "the text is UTF-16; save it as UTF-8",
	} {
		parts, _, err := argdown.Read([]byte(text))
		if err == nil || err.Error() != want {
			t.Errorf("%q: the error is\n%v, want\n%v", text, err, want)
		}
		if len(parts.Claims) > 0 {
			t.Errorf("%q: %d claims are taken all the same", text, len(parts.Claims))
		}
	}
}

// A fault has a place that a program can go to.
func TestFaultHasAPlace(t *testing.T) {
	_, _, err := argdown.Read([]byte("a\n\n- b"))
	var f *loss.Fault
	if !errors.As(err, &f) || f.Line != 3 || f.Column != 1 {
		t.Errorf("the error is %#v", err)
	}
}

// Texts that are made to take time or room take little.
func TestLimits(t *testing.T) {
	const n = 1 << 18
	for name, text := range map[string]string{
		"brackets":              strings.Repeat("[", n),
		"mentions":              strings.Repeat("@[", n),
		"tags":                  strings.Repeat("#(", n),
		"different tags":        "a " + numbers(100_000, " #t%d"),
		"asterisks":             strings.Repeat("*a ", n),
		"bold and italic":       strings.Repeat("*a **b _c ", n/4),
		"addresses":             "a " + strings.Repeat("[a](b) ", n/4),
		"braces":                strings.Repeat("{", n),
		"data":                  "a " + strings.Repeat("{a: 1} ", n/8),
		"deep data":             "a {a: " + strings.Repeat("[", n) + strings.Repeat("]", n) + "}",
		"comments":              strings.Repeat("/**/", n/4) + "a",
		"deep relations":        stairs(2000),
		"flat relations":        "a\n" + strings.Repeat(" + b\n", 20_000),
		"one title":             strings.Repeat("[a]: b\n\n", 20_000),
		"steps in a row":        numbers(20_000, "(1) a\n----\n(2) b\n  _> <%d>\n\n"),
		"more claims than fit":  strings.Repeat("a\n\n", argument.MaxClaims+1),
		"steps upon steps":      undercuts(20_000),
		"wordings":              numbers(20_000, "[a]: b%d\n\n"),
		"one premise often":     strings.Repeat("(1) [a]\n", 20_000) + "----\n(2) b",
		"not UTF-8":             "a \xff\xfe {note: \"\xff\"}\n  + \x00\x1b]0;x\x07b\n",
		"sources without names": "(1) a\n--\n{evidence: [" + numbers(20_000, "{source: \"x%d\"},") + "]}\n--\n(2) b",
	} {
		parts, lost, err := argdown.Read([]byte(text))
		if len(lost) > 101 {
			t.Errorf("%s: %d losses are told", name, len(lost))
		}
		if err != nil {
			continue
		}
		if _, err := argument.Build(parts); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, _, err := argdown.Read(make([]byte, argdown.MaxBytes+1)); err == nil || !strings.Contains(err.Error(), "longer than") {
		t.Errorf("a text that is too long: %v", err)
	}
}

func numbers(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// stairs is a tree of relations as deep as it has lines.
func stairs(n int) string {
	var b strings.Builder
	b.WriteString("a\n")
	for i := range n {
		b.WriteString(strings.Repeat(" ", i+1) + "+ b\n")
	}
	return b.String()
}

// undercuts is a chain of steps, each of which undercuts the next.
func undercuts(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<s%d>\n\n(1) a\n--\n{through: true}\n--\n(2) b\n  _> <s%d>\n\n", i, (i+1)%n)
	}
	return b.String()
}

// Whatever the text, what is read is a map, and reads as itself again.
func FuzzRead(f *testing.F) {
	f.Add("===\ntitle: x\n===\n\n[a]: b #c {prior: 0.5}\n  + <d>: e\n    _ [f]\n  >< g\n")
	f.Add("<a>\n\n(1) [b]\n(2) c\n--\nrule {confidence: 1, uses: [1]}\n--\n  <_ d\n(3) e\n  -> f\n")
	f.Add("# h\n\n* a\n* b // c\n\n<d>\n  +> <e>\n")
	f.Add("<a>\n\n(1) b\n--\n{through: true}\n--\n(2) c\n  _> <a>\n")
	f.Fuzz(func(t *testing.T, text string) {
		parts, _, err := argdown.Read([]byte(text))
		if err != nil {
			return
		}
		m, err := argument.Build(parts)
		if err != nil {
			t.Fatal(err)
		}
		backAndForth(t, 0, m)
	})
}
