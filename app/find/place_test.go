package find

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"warrant/argument"
)

func lunch(t *testing.T) *argument.Document {
	t.Helper()
	m, err := argument.Build(argument.Parts{
		Info: argument.Info{ID: "m", Title: "Soup or not", Contention: "c1"},
		Sources: []argument.Source{
			{ID: "s1", Title: "On Soup", Authors: []string{"Ada Cook", "Bo Soupson"}, Text: "Soup. More soup."},
		},
		Claims: []argument.Claim{
			{ID: "c3", Text: "Soup spills", Tags: []string{"soup", "table"}},
			{ID: "c1", Text: "We should have soup", Note: "Soup, or stew: soup"},
			{ID: "c2", Text: "It is cold", Tags: []string{"weather"}},
		},
		Links: []argument.Link{
			{ID: "l2", Kind: argument.Opposes, From: []argument.ID{"c3"}, To: "c1"},
			{ID: "l1", Kind: argument.Supports, From: []argument.ID{"c2"}, To: "c1", Note: "soup warms", Evidence: []argument.Evidence{
				{ID: "e1", Kind: argument.Expert, Text: "Cooks praise soup", Locator: "ch. Soup", Note: "soup again", Source: "s1"},
			}},
		},
		Steps: []argument.Step{{ID: "t1", Title: "Soup first", Say: "Why soup?", Focus: []argument.ID{"c1"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return argument.NewDocument(m)
}

func pattern(t *testing.T, text string, o Options) *Pattern {
	t.Helper()
	p, err := New(text, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// told is what was found, a line each.
func told(m *argument.Map, all []Found) string {
	var b strings.Builder
	for _, f := range all {
		text, ok := Text(m, f.Place)
		if !ok {
			text = "nowhere"
		}
		fmt.Fprintf(&b, "%d %s%s: %s\n", f.Part, f.Record, f.Item, text[:f.From]+"["+text[f.From:f.To]+"]"+text[f.To:])
	}
	return b.String()
}

func TestInReadingOrder(t *testing.T) {
	m := lunch(t).Map()
	want := strings.TrimLeft(`
0 : [Soup] or not
1 c1: We should have [soup]
2 c1: [Soup], or stew: soup
2 c1: Soup, or stew: [soup]
1 c3: [Soup] spills
3 c3: [soup]
4 l1: [soup] warms
5 l1e1: Cooks praise [soup]
6 l1e1: ch. [Soup]
7 l1e1: [soup] again
8 s1: On [Soup]
9 s1: Bo [Soup]son
10 s1: [Soup]. More soup.
10 s1: Soup. More [soup].
11 t1: [Soup] first
12 t1: Why [soup]?
`, "\n")
	if got := told(m, In(m, pattern(t, "soup", Options{}), nil)); got != want {
		t.Errorf("found\n%swant\n%s", got, want)
	}
	only := func(id argument.ID) bool { return id == "c3" || id == "l2" }
	if got, want := told(m, In(m, pattern(t, "soup", Options{}), only)), "1 c3: [Soup] spills\n3 c3: [soup]\n"; got != want {
		t.Errorf("in one claim: found\n%swant\n%s", got, want)
	}
}

func TestReplaceAllIsOneStep(t *testing.T) {
	doc := lunch(t)
	p := pattern(t, "soup", Options{WholeWord: true})
	all := In(doc.Map(), p, nil)
	n := 0
	if err := doc.Do("Replace", func(e *argument.Edit) (err error) {
		n, err = Replace(e, p, all, "stew")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if n != len(all)-2 { // all but those in the source's text
		t.Errorf("%d replaced of\n%s", n, told(doc.Map(), all))
	}
	if left := told(doc.Map(), In(doc.Map(), p, nil)); left != "10 s1: [Soup]. More soup.\n10 s1: Soup. More [soup].\n" {
		t.Errorf("left are\n%s", left)
	}
	if got := doc.Map().Claim("c1").Note; got != "stew, or stew: stew" {
		t.Errorf("the note is %q", got)
	}
	if got := doc.Map().Source("s1").Authors; !slices.Equal(got, []string{"Ada Cook", "Bo Soupson"}) {
		t.Errorf("the authors are %q", got)
	}
	doc.Undo()
	if got := In(doc.Map(), p, nil); !slices.Equal(got, all) {
		t.Errorf("undone, found are\n%s", told(doc.Map(), got))
	}
}

func TestReplaceTags(t *testing.T) {
	for _, test := range []struct {
		wanted, with string
		want         []string
	}{
		{"soup", "stew", []string{"stew", "table"}},
		{"soup", "table", []string{"table"}},
		{"soup", "", []string{"table"}},
		{"so", "lo", []string{"loup", "table"}},
	} {
		doc := lunch(t)
		p := pattern(t, test.wanted, Options{})
		if err := doc.Do("Replace", func(e *argument.Edit) error {
			_, err := Replace(e, p, In(doc.Map(), p, nil), test.with)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		if got := doc.Map().Claim("c3").Tags; !slices.Equal(got, test.want) {
			t.Errorf("%q for %q: tags %q, want %q", test.with, test.wanted, got, test.want)
		}
	}
}

func TestWhatHasChangedSinceStays(t *testing.T) {
	doc := lunch(t)
	p := pattern(t, "soup", Options{})
	all := In(doc.Map(), p, nil)
	_ = doc.Do("Edit", func(e *argument.Edit) error {
		e.Remove("c3")
		return e.UpdateClaim("c1", func(c *argument.Claim) { c.Text = "So: we should have soup" })
	})
	_ = doc.Do("Replace", func(e *argument.Edit) error {
		_, err := Replace(e, p, all, "stew")
		return err
	})
	c := doc.Map().Claim("c1")
	if c.Text != "So: we should have soup" || c.Note != "stew, or stew: stew" {
		t.Errorf("the claim is %q with the note %q", c.Text, c.Note)
	}
}
