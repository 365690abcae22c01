package present_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"warrant/app/present"
	"warrant/argument"
	"warrant/canvas/scene"
	"warrant/canvas/text"
)

var plain = present.Words{Language: "en", Whole: "All", Of: func(at, of int) string { return fmt.Sprint(at, "/", of) }}

func TestHandoutHasAPageForEachStep(t *testing.T) {
	m, steps := lecture(t)
	steps[0].Say = "How short?\n<script>alert(1)</script>"
	steps[0].Title = "A & B <b>"
	var b strings.Builder
	sc := scene.New(m, text.Bundled(), stated{m})
	if err := present.Handout(&b, m, steps, sc, text.Bundled(), plain); err != nil {
		t.Fatal(err)
	}
	out := b.String()
	pages := strings.Split(out, "<section>")[1:]
	if len(pages) != len(steps) {
		t.Fatalf("%d pages for %d steps", len(pages), len(steps))
	}
	for i, want := range []string{"A &amp; B &lt;b&gt;", "Attention fades", "Depth takes time", ">All<"} {
		if !strings.Contains(pages[i], want) || !strings.Contains(pages[i], fmt.Sprint(i+1, "/4")) {
			t.Errorf("page %d does not say %q, or where it is", i+1, want)
		}
	}
	if strings.Contains(pages[0], "Attention") || !strings.Contains(pages[1], "Attention") || strings.Contains(pages[1], "Depth") {
		t.Error("a page shows what its step does not reveal, or hides what it does")
	}
	if strings.Contains(out, "<script") || !strings.Contains(out, "&lt;script&gt;alert(1)") {
		t.Error("what is said is not escaped")
	}
	for dec := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(out, "<!DOCTYPE html>"))); ; {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("it is not well formed: %v", err)
		}
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestHandoutTellsThatItCouldNotBeWritten(t *testing.T) {
	m, steps := lecture(t)
	sc := scene.New(m, text.Bundled(), stated{m})
	if err := present.Handout(full{}, m, steps, sc, text.Bundled(), plain); err == nil || !strings.Contains(err.Error(), "no room") {
		t.Errorf("it says %v", err)
	}
	if err := present.Handout(full{}, m, []argument.Step{{}}, sc, text.Bundled(), plain); err == nil {
		t.Error("it says nothing")
	}
}
