package interchange_test

import (
	"strings"
	"testing"

	"warrant/argument"
	"warrant/storage/interchange"
)

func TestFormatOfAFile(t *testing.T) {
	for _, c := range []struct{ path, text, read, write string }{
		{"x.argdown", "", "argdown", "argdown"},
		{"X.AD", "", "argdown", "argdown"},
		{"x.txt", "a", "text", "text"},
		{"x.txt", "Discussion Title: x\n\n1. a", "kialo", "text"},
		{"x.kialo.txt", "a", "kialo", "text"},
		{"x.json", `{"nodes":[{"nodeID":"1"}]}`, "aif", ""},
		{"x.json", `{"format":"warrant-map"}`, "", ""},
		{"x.aif.json", "", "aif", "aif"},
		{"x.opml", "", "opml", "opml"},
		{"x.mm", "", "freemind", "freemind"},
		{"x.mup", "", "mindmup", "mindmup"},
		{"x.dot", "", "", "dot"},
		{"x.csv", "", "", "csv"},
		{"x.graphml", "", "", "graphml"},
		{"x.doc", "", "", ""},
		{"argdown", "", "", ""},
	} {
		name := func(f *interchange.Format) string {
			if f == nil {
				return ""
			}
			return f.Name
		}
		if got := name(interchange.Of(c.path, []byte(c.text))); got != c.read {
			t.Errorf("%s with %q is read as %q, want %q", c.path, c.text, got, c.read)
		}
		if got := name(interchange.For(c.path)); got != c.write {
			t.Errorf("%s is written as %q, want %q", c.path, got, c.write)
		}
		if reads := c.read != ""; reads && !interchange.MayRead(c.path) {
			t.Errorf("%s may not be read", c.path)
		}
	}
}

// Formats have names of their own, and read what they write: an empty map too.
func TestFormats(t *testing.T) {
	m, err := argument.Build(argument.Parts{
		Info:   argument.Info{Contention: "a"},
		Claims: []argument.Claim{{ID: "a", Text: "It rains"}, {ID: "b", Text: "The sky is dark"}},
		Links:  []argument.Link{{ID: "l", Kind: argument.Supports, From: []argument.ID{"b"}, To: "a"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	names := make(map[string]bool)
	for _, f := range interchange.Formats {
		if names[f.Name] || interchange.Named(f.Name).Title != f.Title || f.Read == nil && f.Write == nil {
			t.Errorf("%s: another has this name, or it can do nothing", f.Name)
		}
		names[f.Name] = true
		if f.Write == nil {
			continue
		}
		if data, _ := f.Write(argument.Empty("m", "")); f.Read != nil && f.Name != "text" {
			if parts, lost, err := f.Read(data); err != nil || len(parts.Claims) > 0 || len(lost) > 0 {
				t.Errorf("%s: the empty map is written as %q and read as %v %v %v", f.Name, data, parts, lost, err)
			}
		}
		data, _ := f.Write(m)
		if !strings.Contains(string(data), "It rains") {
			t.Errorf("%s: the claim is not in %q", f.Name, data)
		}
		if f.Read != nil {
			if parts, _, err := f.Read(data); err != nil || len(parts.Claims) != 2 || len(parts.Links) != 1 || parts.Links[0].To != parts.Info.Contention {
				t.Errorf("%s: %q is read as %v %v", f.Name, data, parts, err)
			}
		}
	}
}
