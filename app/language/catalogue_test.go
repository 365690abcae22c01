package language

import (
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"

	"warrant/assets"
)

// plurals are the forms that each language has, as CLDR 44 lists them, but
// for those of fractions and of compact numbers, which nothing here counts
// in. Russian "other" is for fractions; French and Spanish "many" is for
// whole millions.
var plurals = map[string][]string{
	"de": {"one", "other"}, "es": {"many", "one", "other"}, "fr": {"many", "one", "other"},
	"ru": {"few", "many", "one", "other"}, "zh": {"other"}, "ja": {"other"}, "ko": {"other"},
}

// same are texts that a language may well have in common with English.
var same = regexp.MustCompile(`^(DF-QuAD|Log-odds|Undo|Normal|Source|Link|Text|Passages|Name|Claim|Evidence|Support|Objection|Version|Passage|Note|Notes|Tags|Scheme|Scale|Escape|OK|Document|Expert|Observation|Publication|certain|classification|date|document|expert|note|observation|passages|publication|source|Regex|Filter|Orange|Violet|September|November|April|August|.*%.*)$`)

// The catalogues are held to the texts of the program. With the environment
// variable MISSING naming a file, what they lack is written there.
func TestTheCataloguesAreComplete(t *testing.T) {
	all, _ := parse(t).texts(t)
	lacking := make(map[string][]string)
	for _, l := range Languages()[1:] {
		t.Run(l.Tag, func(t *testing.T) {
			file, err := assets.Languages.ReadFile("languages/" + l.Tag + ".json")
			if err != nil {
				t.Fatal(err)
			}
			c, err := read(l.Tag, file)
			if err != nil {
				t.Fatal(err)
			}
			if want := canonical(t, file); string(file) != want {
				t.Errorf("the file is not as it would be written: keys in order, one a line")
			}
			for _, text := range slices.Sorted(maps.Keys(all)) {
				f := all[text]
				_, plain := c.texts[text]
				_, counts := c.counts[text]
				switch {
				case f.counts && !counts || !f.counts && !plain:
					lacking[l.Tag] = append(lacking[l.Tag], text)
				case f.counts:
					checkForms(t, l.Tag, text, c.counts[text])
				default:
					check(t, text, c.texts[text], f.args > 0)
					if text == c.texts[text] && !same.MatchString(text) && worded(verbs.ReplaceAllString(text, "")) {
						t.Errorf("%q is left in English", text)
					}
				}
			}
			if texts := lacking[l.Tag]; len(texts) > 0 {
				t.Errorf("%d texts are not translated: %q", len(texts), texts)
			}
			for text := range c.texts {
				if f, ok := all[text]; !ok || f.counts {
					t.Errorf("%q is no text of the program any more", text)
				}
			}
			for text := range c.counts {
				if f, ok := all[text]; !ok || !f.counts {
					t.Errorf("%q is no counted text of the program any more", text)
				}
			}
		})
	}
	if name := os.Getenv("MISSING"); name != "" {
		out, _ := json.MarshalIndent(map[string]any{"lacking": lacking, "texts": told(all)}, "", " ")
		if err := os.WriteFile(name, out, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func told(all map[string]found) map[string]map[string]any {
	out := make(map[string]map[string]any)
	for text, f := range all {
		out[text] = map[string]any{"at": f.at, "counts": f.counts, "one": f.one}
	}
	return out
}

// checkForms holds a counted text to the forms of its language.
func checkForms(t *testing.T, tag, text string, has map[plural.Form]string) {
	t.Helper()
	var names []string
	for name, form := range forms {
		if said, ok := has[form]; ok {
			names = append(names, name)
			check(t, text, said, true)
		}
	}
	slices.Sort(names)
	if !slices.Equal(names, plurals[tag]) {
		t.Errorf("%q has the forms %v; want %v", text, names, plurals[tag])
	}
}

// check holds a translation to taking the same arguments as the text.
func check(t *testing.T, text, said string, format bool) {
	t.Helper()
	if strings.TrimSpace(said) == "" {
		t.Errorf("%q is empty", text)
	}
	for _, edge := range []string{" ", "\n", "…", ":"} {
		if edge == ":" && strings.HasSuffix(text, "mailto:") {
			continue // the colon is the address's
		}
		if strings.HasSuffix(text, edge) != strings.HasSuffix(strings.ReplaceAll(said, "：", ":"), edge) {
			t.Errorf("%q ends otherwise than %q", said, text)
		}
	}
	if !format {
		return
	}
	want, got := arguments(text), arguments(said)
	if !maps.Equal(want, got) {
		t.Errorf("%q takes %v, its translation %q takes %v", text, want, said, got)
	}
}

var index = regexp.MustCompile(`\[([0-9]+)\]`)

// arguments are the verbs of a format by the number of the argument that
// each prints.
func arguments(format string) map[int]string {
	all := make(map[int]string)
	next := 1
	for _, v := range verbsOf(format) {
		if m := index.FindStringSubmatch(v); m != nil {
			next, _ = strconv.Atoi(m[1])
			v = strings.Replace(v, m[0], "", 1)
		}
		all[next] = v
		next++
	}
	return all
}

// canonical is a catalogue as it is to be written, so that a change is a
// small difference.
func canonical(t *testing.T, file []byte) string {
	t.Helper()
	var entries map[string]any
	if err := json.Unmarshal(file, &entries); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	line := func(v any) string {
		var out strings.Builder
		e := json.NewEncoder(&out)
		e.SetEscapeHTML(false)
		if err := e.Encode(v); err != nil {
			t.Fatal(err)
		}
		return strings.TrimSpace(out.String())
	}
	b.WriteString("{")
	for i, key := range slices.Sorted(maps.Keys(entries)) {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n  " + line(key) + ": " + line(entries[key]))
	}
	b.WriteString("\n}\n")
	return b.String()
}
