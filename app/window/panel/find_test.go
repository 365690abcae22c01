package panel

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"warrant/app/filter"
	"warrant/argument"
	"warrant/canvas/scene"
)

// finding is a panel of finding on a desk, with what it tells the window.
type finding struct {
	*Find
	*bench
	filter filter.Filter
	opened []id // sources
	left   int
}

func newFinding(t *testing.T) *finding {
	f := &finding{bench: newBench(t)}
	f.SetFilter = func(to filter.Filter) { f.filter = to }
	f.MarkFound = func(ids map[id]scene.Mark) { f.Session.Scene.Mark(ids) }
	f.OpenSource = func(at id, _, _ int) { f.opened = append(f.opened, at) }
	f.Find = NewFind(f.Desk, func() { f.left++ })
	f.bench.put(f.Find, 280, 800)
	return f
}

func (f *finding) lookFor(words string) {
	f.field.SetText(words)
	f.redo.flush()
}

// key is a key in a field.
func key(on fyne.Focusable, name fyne.KeyName) { on.TypedKey(&fyne.KeyEvent{Name: name}) }

func TestFindGoesFromOneToTheNext(t *testing.T) {
	f := newFinding(t)
	f.lookFor("SOUP")
	if got := f.count.text; got != "4 places" {
		t.Fatalf("%q", got)
	}
	for _, want := range []struct {
		key  fyne.KeyName
		went id
		says string
	}{
		{fyne.KeyReturn, "c1", "1 of 4"}, {fyne.KeyReturn, "c3", "2 of 4"}, {fyne.KeyDown, "c4", "3 of 4"},
		{fyne.KeyUp, "c3", "2 of 4"},
	} {
		key(f.field, want.key)
		if got := f.went[len(f.went)-1]; got != want.went || f.count.text != want.says {
			t.Errorf("%s goes to %s and says %q, want %s and %q", want.key, got, f.count.text, want.went, want.says)
		}
	}
	f.field.shift = func() bool { return true }
	key(f.field, fyne.KeyReturn)
	if got := f.went[len(f.went)-1]; got != "c1" {
		t.Errorf("Shift and Return go to %s", got)
	}
	key(f.field, fyne.KeyReturn)
	if f.count.text != "4 of 4" {
		t.Errorf("before the first: %q", f.count.text)
	}
	f.list.OnSelected(3)
	if !slices.Equal(f.opened, []id{"s1"}) {
		t.Errorf("the find in a source opens %v", f.opened)
	}
	key(f.field, fyne.KeyEscape)
	if f.left != 1 {
		t.Error("Escape does not close the panel")
	}
}

func TestWhatIsFoundIsMarked(t *testing.T) {
	f := newFinding(t)
	f.lookFor("cook")
	s := f.Session.Scene
	if s.MarkOf("l1") != scene.Found || s.MarkOf("c1") != scene.NoMark {
		t.Error("the link of the evidence, and it alone, is to be marked")
	}
	f.Forget()
	if s.MarkOf("l1") != scene.NoMark {
		t.Error("the mark stays")
	}
}

func TestEachFindSaysWhatItStandsIn(t *testing.T) {
	f := newFinding(t)
	f.lookFor("s")
	want := map[string]string{
		"[S]oup warms": "Supports", "Cook[s] say so": "Evidence · It is cold and Soup warms", "We [s]hould have soup": "Contention",
		"On [S]oup": "Source", "Soup [s]pills": "Opposes",
	}
	for i := range f.found {
		s := f.says(i)
		line := s.front + "[" + s.found + "]" + s.rest
		if what, ok := want[line]; ok && s.what != what {
			t.Errorf("%s stands in %q, want %q", line, s.what, what)
		}
		delete(want, line)
	}
	if len(want) > 0 {
		t.Errorf("not listed: %v", want)
	}
}

func TestReplaceOneAndAll(t *testing.T) {
	f := newFinding(t)
	f.lookFor("soup")
	f.with.SetText("stew")
	key(f.with, fyne.KeyReturn) // goes to the first
	f.wantSteps()
	key(f.with, fyne.KeyReturn)
	f.wantSteps("Replace text")
	if got := f.claim("c1").Text; got != "We should have stew" {
		t.Errorf("c1 says %q", got)
	}
	if got := f.went[len(f.went)-1]; got != "c3" || f.count.text != "1 of 3" {
		t.Errorf("it goes on to %s, %q", got, f.count.text)
	}
	f.all.Tapped(nil)
	f.wantSteps("Replace text", "Replace all")
	if got := f.said[len(f.said)-1]; got != "3 places were replaced" || f.count.text != "Not found" || !f.all.off {
		t.Errorf("it says %q and %q", got, f.count.text)
	}
	f.Session.Doc.Undo()
	f.redo.flush()
	if f.count.text != "3 places" {
		t.Errorf("undone: %q", f.count.text)
	}
}

func TestAFaultyExpressionSaysSo(t *testing.T) {
	f := newFinding(t)
	f.matters[2].Tapped(nil)
	f.lookFor("(")
	if f.trouble.text != "Regular expression: missing closing )" || len(f.found) > 0 {
		t.Errorf("%q", f.trouble.text)
	}
	f.lookFor("s.u")
	if f.trouble.text != "" || len(f.found) != 4 {
		t.Errorf("%q, %d found", f.trouble.text, len(f.found))
	}
	f.matters[0].Tapped(nil)
	f.redo.flush()
	if len(f.found) != 1 || f.matters[0].text != "✓ Match case" {
		t.Errorf("where case matters: %d found, %q", len(f.found), f.matters[0].text)
	}
}

func TestAFilterIsAskedFor(t *testing.T) {
	f := newFinding(t)
	f.OpenFilter()
	f.sieve.asks[askEvidence].Tapped(nil)
	if !f.filter.LacksEvidence || FilterText(f.Session.Doc.Map(), f.filter) != "lacks evidence" {
		t.Errorf("asked for: %q", FilterText(f.Session.Doc.Map(), f.filter))
	}
	f.sieve.asks[askConfidence].Tapped(nil)
	retype(f.sieve.below, "30")
	f.sieve.role.SetSelected("Opposes")
	if got := FilterText(f.Session.Doc.Map(), f.filter); got != "opposes, lacks evidence, confidence below 30%" {
		t.Errorf("asked for: %q", got)
	}
	f.sieve.clear.Tapped(nil)
	if f.filter.Set() || f.sieve.role.Selected != "Any role" {
		t.Error("cleared, something is asked for")
	}
}

func TestWordsAndFilterGoTogether(t *testing.T) {
	f := newFinding(t)
	f.OpenFilter()
	f.lookFor("soup")
	f.sieve.role.SetSelected("Opposes")
	f.redo.flush()
	if len(f.found) != 1 || f.found[0].Record != "c4" {
		t.Errorf("among what opposes, found are %v", f.found)
	}
	f.sieve.asks[askWords].Tapped(nil)
	f.redo.flush()
	if got := FilterText(f.Session.Doc.Map(), f.filter); got != "opposes, says “soup”" || !f.filter.Holds("c4") {
		t.Errorf("asked for: %q", got)
	}
	f.lookFor("lids")
	if f.filter.Words != "lids" || f.filter.Holds("c4") {
		t.Errorf("with other words it asks for %q", f.filter.Words)
	}
	f.lookFor("")
	if f.filter.Holds != nil {
		t.Error("without words it still asks for some")
	}
}

func TestWithoutWordsWhatPassesIsListed(t *testing.T) {
	f := newFinding(t)
	f.OpenFilter()
	f.sieve.asks[askEvidence].Tapped(nil)
	f.redo.flush()
	if len(f.found) != 1 || f.count.text != "1 claim" || f.says(0).rest != "Soup spills" || !f.all.off || f.Session.Scene.MarkOf("c4") != scene.NoMark {
		t.Errorf("listed are %v, %q", f.found, f.count.text)
	}
	key(f.field, fyne.KeyReturn)
	if got := f.went; !slices.Equal(got, []id{"c4"}) {
		t.Errorf("it goes to %v", got)
	}
	f.sieve.asks[askNote].Tapped(nil)
	f.redo.flush()
	if f.count.text != "No claim passes the filter" {
		t.Errorf("%q", f.count.text)
	}
}

func TestTheMapsTagsAreOffered(t *testing.T) {
	f := newFinding(t)
	f.Do("Tag", func(e *argument.Edit) error {
		return e.UpdateClaim("c2", func(c *argument.Claim) { c.Tags = []string{"weather"} })
	})
	f.OpenFilter()
	if want := []string{"Any tag", "No tag", "weather (1)"}; !slices.Equal(f.sieve.tag.Options, want) {
		t.Errorf("offered are %q", f.sieve.tag.Options)
	}
	f.sieve.tag.SetSelected("weather (1)")
	if f.filter.Tag != "weather" {
		t.Errorf("asked for %q", f.filter.Tag)
	}
}
