package command

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"warrant/argument"
	"warrant/argument/credence"
)

// What is printed of a map cannot steer a terminal, turn the direction of
// writing or fake a line of its own: each claim stands on one line.
func FuzzShow(f *testing.F) {
	for _, seed := range []string{
		"plain", "\x1b[2J\x1b]0;title\x07", "a\r\nb\rc", "\u009b31m", "\u202egnp.exe", "\u2066x", "a\u2028b\u2029c",
		"\x00\xff\xfe", "\u200b\ufeff\u00ad", "%s%d%n", "\t\v\f", "e" + strings.Repeat("\u0301", 1000), "العربية and English", "\U000e0041",
	} {
		f.Add(seed, "a title")
		f.Add("a claim", seed)
	}
	f.Fuzz(func(t *testing.T, said, title string) {
		p := argument.Parts{
			Info:   argument.Info{ID: "m", Title: strings.ToValidUTF8(title, "?"), Contention: "a"},
			Claims: []argument.Claim{{ID: "a", Text: strings.ToValidUTF8(said, "?")}, {ID: "b", Text: "below"}},
			Links:  []argument.Link{{ID: "l", Kind: argument.Opposes, From: []argument.ID{"b"}, To: "a"}},
		}
		m, err := argument.Build(p)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		printMap(&out, m, credence.Evaluate(m, credence.OptionsOf(m)))
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		want := 2
		if p.Info.Title != "" {
			want += 2
		}
		if len(lines) != want {
			t.Errorf("%d lines, want %d: %q", len(lines), want, out.String())
		}
		for _, r := range out.String() {
			if r != '\n' && (unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029') {
				t.Errorf("%U is printed: %q", r, out.String())
			}
		}
	})
}
