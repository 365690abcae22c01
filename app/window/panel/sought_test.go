package panel

import (
	"strings"
	"testing"

	"warrant/argument"
	"warrant/canvas/palette"
)

// What a search found in a source's text is shown where it stands there, also
// when letters before it have several bytes.
func TestWhatIsSoughtInASource(t *testing.T) {
	b := newBench(t)
	text := strings.Repeat("Über Suppe läßt sich streiten.\n\n", 40) + "Linsen sättigen."
	b.Do("Attach", func(e *argument.Edit) error {
		if _, err := e.AddSource(argument.Source{ID: "s2", Title: "Suppe", Text: text}); err != nil {
			return err
		}
		return nil
	})
	s := NewSource(b.Desk)
	b.put(s, 280, 500)
	at := strings.Index(text, "sättigen")
	s.ShowAt("s2", at, at+len("sättigen"))
	if s.id != "s2" || len(s.set) == 0 {
		t.Fatalf("shown is %q in %d lines", s.id, len(s.set))
	}
	found := ""
	for i := range s.set {
		r := newSourceRow(b.Desk, false)
		s.fillLine(i, r)
		for _, span := range r.spans {
			if span.role == palette.Found {
				found += string([]rune(r.text)[span.from:span.to])
			}
		}
	}
	if found != "sättigen" {
		t.Errorf("%q is shown as found", found)
	}
	if s.lines.GetScrollOffset() == 0 {
		t.Error("it is not scrolled to")
	}
	s.ShowAt("s1", 0, 0)
	if s.id != "s1" || s.sought.to != 0 {
		t.Errorf("then %q with %v", s.id, s.sought)
	}
	s.ShowAt("none", 0, 0)
	if s.id != "s1" {
		t.Errorf("a source that is not there is shown")
	}
}
