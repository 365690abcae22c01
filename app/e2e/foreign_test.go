//go:build e2e && linux

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"warrant/app/e2e/report"
)

// A file of another mapper opens as a map with places for its cards, what was
// lost is listed, and the map is exported to another format, by keys.
func TestAFileOfAnotherMapper(t *testing.T) {
	home := newHome(t)
	path := filepath.Join(home, "rain.argdown")
	text := "[Rain]: It will rain. // perhaps\n  + [Dark]: The sky is dark.\n  - [Dry]: The air is dry.\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	w := start(t, home, path)
	w.wait("what was lost", func(s *report.State) bool {
		return s.Layers == 1 && says(s, "What is lost from rain.argdown") && says(s, "line 1: a comment")
	})
	w.use("Close")
	s := w.wait("the map", func(s *report.State) bool { return s.Layers == 0 && s.Claims == 3 && s.Links == 2 && len(s.Cards) == 3 })
	if s.Path != "" || s.Modified {
		t.Errorf("the map is in %q, changed: %v", s.Path, s.Modified)
	}
	w.keys("ctrl+shift+p")
	w.wait("the palette", func(s *report.State) bool { return s.Layers == 1 })
	w.write("another format")
	w.keys("Return")
	w.wait("the formats", func(s *report.State) bool { return s.Layers == 1 && !says(s, "another format") })
	w.keys("3")
	w.use("Save")
	w.wait("what the outline cannot hold", func(s *report.State) bool {
		return s.Layers == 1 && says(s, "What is not in rain.opml") && says(s, "places of cards (3)")
	})
	w.use("Close")
	w.wait("the end", func(s *report.State) bool { return s.Layers == 0 && s.Said == "written to rain.opml" })
	data, err := os.ReadFile(filepath.Join(home, "rain.opml"))
	if err != nil || !strings.Contains(string(data), `<outline text="The air is dry." bears="opposes">`) {
		t.Errorf("%v: %s", err, data)
	}
	if string(bytesOf(t, path)) != text {
		t.Error("the file itself was changed")
	}
}
