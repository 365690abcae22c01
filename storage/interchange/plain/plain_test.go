package plain_test

import (
	"flag"
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"warrant/argument"
	"warrant/argument/sample"
	"warrant/assets"
	"warrant/storage/interchange/plain"
	"warrant/storage/mapfile"
)

var update = flag.Bool("update", false, "write what is read into testdata")

// Each text of testdata/read.txtar is followed by what it is read as, as Write
// writes it, and by what was lost.
func TestRead(t *testing.T) {
	path := filepath.Join("testdata", "read.txtar")
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var next []txtar.File
	for _, f := range archive.Files {
		name, ok := strings.CutSuffix(f.Name, "/text")
		if !ok {
			continue
		}
		parts, lost := plain.Read(string(f.Data))
		m, err := argument.Build(parts)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got, _ := plain.Write(m)
		for _, l := range lost {
			got += "lost: " + l.String() + "\n"
		}
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

// What is written is read as the same map, whatever its claims say.
func TestReadIsTheInverseOfWrite(t *testing.T) {
	for seed := range int64(300) {
		m := hostile(t, seed)
		text, _ := plain.Write(m)
		parts, lost := plain.Read(text)
		if len(lost) > 0 {
			t.Fatalf("seed %d: lost %v of\n%s", seed, lost, text)
		}
		back, err := argument.Build(parts)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if err := alike(m, back); err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, text)
		}
	}
}

// alike compares two maps line by line of their outlines: it finds the name
// that each record of a has in b.
func alike(a, b *argument.Map) error {
	said := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	if a.NumClaims() != b.NumClaims() || a.NumLinks() != b.NumLinks() {
		return fmt.Errorf("%d claims and %d links, want %d and %d", b.NumClaims(), b.NumLinks(), a.NumClaims(), a.NumLinks())
	}
	if a.NumClaims() > 0 && said(a.Info().Title) != b.Info().Title {
		return fmt.Errorf("the title is %q, want %q", b.Info().Title, a.Info().Title)
	}
	name := make(map[argument.ID]argument.ID)
	rows, back := a.Outline(), b.Outline()
	if len(rows) != len(back) {
		return fmt.Errorf("%d rows, want %d", len(back), len(rows))
	}
	for i, r := range rows {
		for from, to := range map[argument.ID]argument.ID{r.Claim: back[i].Claim, r.Link: back[i].Link} {
			if known, ok := name[from]; ok && known != to {
				return fmt.Errorf("row %d: %q is both %q and %q", i+1, from, known, to)
			}
			name[from] = to
		}
		if x, y := said(a.Claim(r.Claim).Text), b.Claim(back[i].Claim).Text; x != y {
			return fmt.Errorf("row %d says %q, want %q", i+1, y, x)
		}
	}
	for l := range a.Links() {
		k := b.Link(name[l.ID])
		if k.Kind != l.Kind || k.Confidence != l.Confidence || k.To != name[l.To] || len(k.From) != len(l.From) {
			return fmt.Errorf("link %q became %v, want %v", l.ID, k, l)
		}
		for i := range l.From {
			if k.From[i] != name[l.From[i]] {
				return fmt.Errorf("link %q became %v, want %v", l.ID, k, l)
			}
		}
	}
	return nil
}

// hostile makes a map whose claims say what lines begin and end with, with
// shared premises, circles and links on links.
func hostile(t *testing.T, seed int64) *argument.Map {
	r := rand.New(rand.NewSource(seed))
	pieces := []string{
		"+", "-", "−", "*", "•", "&", "⊘", "⊕", "1.", "(2)", "a)", "#", "###", `\`, `\\`, "»3", "»99", "80%", "80% of", "?", "≈", "≈70%", "(80%)", "… above", "… above (2)",
		"because:", "but:", "and:", "Pros:", "===", "---", "***", "rain", "rain", "It rains", "\t", "\n", "  ", "", "\u00a0", "\u2028", "مطر", "雨が降る", "🌧", "===x", ":",
		"=1+1", "@x", "</script>", "<!--", "%s", "\u200d", "👩\u200d👧", "e\u0301\u0323", "“", "»41 ", "\u3000", "～", "＋", "-−",
	}
	text := func() string {
		var b strings.Builder
		for range r.Intn(4) {
			b.WriteString(pieces[r.Intn(len(pieces))])
			if r.Intn(3) > 0 {
				b.WriteByte(' ')
			}
		}
		return b.String()
	}
	p := argument.Parts{Info: argument.Info{ID: "m", Contention: "c0"}}
	if r.Intn(2) == 0 {
		p.Info.Title = text()
	}
	claim := func(i int) argument.ID { return argument.ID(fmt.Sprint("c", i)) }
	n := 1 + r.Intn(12)
	for i := range n {
		p.Claims = append(p.Claims, argument.Claim{ID: claim(i), Text: text()})
	}
	for i := range r.Intn(14) {
		l := argument.Link{ID: argument.ID(fmt.Sprint("l", i)), Kind: argument.Supports, To: claim(r.Intn(n))}
		for _, f := range r.Perm(n)[:1+r.Intn(min(n, 3))] {
			l.From = append(l.From, claim(f))
		}
		if r.Intn(2) == 0 {
			l.Kind = argument.Opposes
		}
		if r.Intn(3) > 0 {
			l.Confidence = argument.Stated(r.Float64())
		}
		if r.Intn(3) == 0 && i > 0 {
			l.To = argument.ID(fmt.Sprint("l", r.Intn(i)))
		}
		p.Links = append(p.Links, l)
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	return m
}

// The numbers that people state are written as they would write them.
func TestWritePercent(t *testing.T) {
	for v, want := range map[float64]string{0: "0%", 0.05: "5%", 0.57: "57%", 0.855: "85.5%", 1: "100%", 0.001: "0.1%"} {
		m, err := argument.Build(argument.Parts{
			Info: argument.Info{Contention: "a"}, Claims: []argument.Claim{{ID: "a", Text: "A"}, {ID: "b", Text: "B"}},
			Links: []argument.Link{{ID: "l", Kind: argument.Supports, From: []argument.ID{"b"}, To: "a", Confidence: argument.Stated(v)}},
		})
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := plain.Write(m); got != "A\n  + "+want+"  B\n" {
			t.Errorf("%v is written as %q, want %q", v, got, want)
		}
	}
}

// Write names what a text has no room for, and nothing else.
func TestWriteTellsWhatIsLost(t *testing.T) {
	m, err := argument.Build(argument.Parts{
		Info:    argument.Info{Contention: "a", Evaluation: argument.Evaluation{Premises: argument.Product}},
		Sources: []argument.Source{{ID: "s"}},
		Claims: []argument.Claim{
			{ID: "a", Text: "two\nlines", Prior: argument.Stated(0.5), Tags: []string{"x", "y"}, Color: argument.Red, Placed: true},
			{ID: "b", Text: "dark\x1b\u202e", Passages: []argument.Passage{{Source: "s"}}, Extra: `{"z":1}`},
		},
		Links: []argument.Link{{ID: "l", Kind: argument.Supports, From: []argument.ID{"b"}, To: "a", Note: "n", Scheme: "x", Evidence: []argument.Evidence{{ID: "e", Kind: argument.Other}}}},
		Steps: []argument.Step{{ID: "p"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	text, lost := plain.Write(m)
	if want := "two lines\n  + ?  dark\n"; text != want {
		t.Errorf("written as %q, want %q", text, want)
	}
	var got []string
	for _, l := range lost {
		got = append(got, l.String())
	}
	want := "evidence items (1), sources (1), passages of sources (1), credences before the arguments (1), schemes of links (1), notes (1), tags (2), colours of claims (1), " +
		"steps of the presentation (1), places of cards (1), claims' line breaks and runs of blanks (1), claims' characters that cannot be seen (1), " +
		"records' members that this version does not know (1), how the numbers are computed"
	if strings.Join(got, ", ") != want {
		t.Errorf("lost %s\nwant %s", strings.Join(got, ", "), want)
	}
}

// Texts and maps of the largest size, and chains as deep as a map is large,
// take a bounded time and room.
func TestLimits(t *testing.T) {
	chain := argument.Parts{Info: argument.Info{Contention: "c0"}, Claims: []argument.Claim{{ID: "c0", Text: "0"}}}
	for i := 1; i < argument.MaxClaims; i++ {
		a, b := argument.ID(fmt.Sprint("c", i)), argument.ID(fmt.Sprint("c", i-1))
		chain.Claims = append(chain.Claims, argument.Claim{ID: a, Text: fmt.Sprint(i)})
		chain.Links = append(chain.Links, argument.Link{ID: "l" + a, Kind: argument.Opposes, From: []argument.ID{a}, To: b})
	}
	m, err := argument.Build(chain)
	if err != nil {
		t.Fatal(err)
	}
	text, _ := plain.Write(m)
	if len(text) > 5<<20 {
		t.Errorf("a chain of %d claims makes a text of %d MB", argument.MaxClaims, len(text)>>20)
	}
	parts, lost := plain.Read(text)
	back, err := argument.Build(parts)
	if err != nil || len(lost) > 0 {
		t.Fatal(err, lost)
	}
	if err := alike(m, back); err != nil {
		t.Error(err)
	}

	for name, text := range map[string]string{
		"more claims than a map holds": strings.Repeat("x\n", argument.MaxClaims+1),
		"more than the largest text":   strings.Repeat(strings.Repeat("x", 1<<20)+"\n", 65),
		"one line of blanks":           strings.Repeat(" \t", 1<<22) + "x",
		"steps down":                   stairs(2000),
		"backslashes and depths":       strings.Repeat(`\ »41 `, 1<<20),
		"a step of many premises":      "a\n+ b\n" + strings.Repeat("& c\n", 50_000),
		"the same premise":             "a\n+ b\n" + strings.Repeat("& b  … above\n", 50_000),
		"a premise of many twice":      "a\n+ b\n" + strings.Repeat("& c\n", 50) + "& c  … above\n& b  … above\n",
		"halves of a line":             "+ a\n" + strings.Repeat("  b\n", 100_000),
		"colons":                       strings.Repeat("because: ", 1<<20),
		"not UTF-8":                    "a\xff\xfe\n+ \x00\x1b]0;x\x07b\n",
	} {
		parts, lost := plain.Read(text)
		if _, err := argument.Build(parts); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if strings.HasPrefix(name, "more") && len(lost) != 1 {
			t.Errorf("%s: lost %v, want one loss told", name, lost)
		}
		if len(lost) > 101 {
			t.Errorf("%s: %d losses told one by one", name, len(lost))
		}
	}
}

func stairs(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "x\n")
	}
	return b.String()
}

// A large map of the usual sort comes through whole.
func TestSample(t *testing.T) {
	m, err := sample.Make(sample.Options{Claims: 5000, Seed: 3, Cross: 0.1})
	if err != nil {
		t.Fatal(err)
	}
	text, _ := plain.Write(m)
	parts, _ := plain.Read(text)
	back, err := argument.Build(parts)
	if err != nil {
		t.Fatal(err)
	}
	if err := alike(m, back); err != nil {
		t.Error(err)
	}
}

// The maps that ship with the program come through whole.
func TestExamples(t *testing.T) {
	names, err := fs.Glob(assets.Examples, "examples/*.json")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := assets.Examples.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		m, err := mapfile.Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := plain.Write(m)
		parts, lost := plain.Read(text)
		back, err := argument.Build(parts)
		if err != nil || len(lost) > 0 {
			t.Fatal(err, lost)
		}
		if err := alike(m, back); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Whatever the text, what is read is a map, and reads as itself again.
func FuzzRead(f *testing.F) {
	f.Add("A\n+ 80%  B\n& C\n  ⊘ D\n− ?  B  … above\n")
	f.Add("# A\n\n## Pros\n- b\n  c\nCons:\n1. d\n")
	f.Add("Rain\n\nIt rains  (80%)\n    + ≈70%  dark  (1%)\n")
	f.Fuzz(func(t *testing.T, text string) {
		parts, _ := plain.Read(text)
		m, err := argument.Build(parts)
		if err != nil {
			t.Fatal(err)
		}
		written, _ := plain.Write(m)
		parts, lost := plain.Read(written)
		if len(lost) > 0 {
			t.Fatalf("lost %v of %q", lost, written)
		}
		back, err := argument.Build(parts)
		if err != nil {
			t.Fatal(err)
		}
		if err := alike(m, back); err != nil {
			t.Fatalf("%v: %q", err, written)
		}
	})
}
