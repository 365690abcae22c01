package panel

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"warrant/argument"
	"warrant/argument/review"
	"warrant/canvas/scene"
)

// reviewBench is a desk with a map in which there is something to remark on:
// c2 and c5 say the same, c3 gives its reason within itself, c4 is a question,
// and the evidence on l2 has no source.
type reviewBench struct {
	*bench
	v         *Review
	inspector *Inspector
	told      int
	marks     map[id]scene.Mark
}

func newReviewBench(t *testing.T) *reviewBench {
	b := &reviewBench{bench: benchWith(t, argument.Parts{
		Info: argument.Info{ID: "m", Title: "Soup", Contention: "c1"},
		Claims: []argument.Claim{
			{ID: "c1", Text: "We should have soup"}, {ID: "c2", Text: "It is cold today"},
			{ID: "c3", Text: "The soup is good because the cook has learned it"},
			{ID: "c4", Text: "Who would eat it?"}, {ID: "c5", Text: "It is cold today."},
		},
		Links: []argument.Link{
			{ID: "l1", Kind: argument.Supports, From: []id{"c2"}, To: "c1", Confidence: argument.Stated(.2), Note: "so"},
			{ID: "l2", Kind: argument.Supports, From: []id{"c3"}, To: "c1", Confidence: argument.Stated(.2), Evidence: []argument.Evidence{
				{ID: "e1", Kind: argument.Statistic, Text: "Nine in ten say so", Reliability: argument.Stated(.2)},
			}},
			{ID: "l3", Kind: argument.Opposes, From: []id{"c4"}, To: "c1", Confidence: argument.Stated(.1), Evidence: []argument.Evidence{
				{ID: "e1", Kind: argument.Common, Text: "Few like it", Reliability: argument.Stated(.1)},
			}},
			{ID: "l4", Kind: argument.Opposes, From: []id{"c5"}, To: "l3", Confidence: argument.Stated(.1)},
		},
	})}
	b.MarkRemarks = func(m map[id]scene.Mark) { b.marks = m }
	b.inspector = NewInspector(b.Desk)
	b.inspector.Attach()
	b.v = NewReview(b.Desk, b.inspector, func() { b.told++ })
	b.put(b.v, 300, 900)
	return b
}

// lines is what the list shows.
func (b *reviewBench) lines() string {
	var all []string
	for i := range b.v.rows {
		s := b.v.says(i)
		line := s.subject
		if s.head {
			line = fmt.Sprintf("%s %s", s.subject, s.text)
		}
		if s.chosen {
			line = "> " + line
		}
		if s.passed {
			line = "(" + line + ")"
		}
		all = append(all, line)
	}
	return strings.Join(all, "\n")
}

func (b *reviewBench) want(lines ...string) {
	b.t.Helper()
	b.v.redo.flush()
	if got, want := b.lines(), strings.Join(lines, "\n"); got != want {
		b.t.Errorf("the list is\n%s\nwant\n%s", got, want)
	}
}

func (b *reviewBench) line(subject string) int {
	b.t.Helper()
	for i := range b.v.rows {
		if s := b.v.says(i); !s.head && s.subject == subject {
			return i
		}
	}
	b.t.Fatalf("no remark is about %q in\n%s", subject, b.lines())
	return -1
}

// press presses one of the foot of the page.
func (b *reviewBench) press(text string) {
	b.t.Helper()
	for _, o := range b.v.foot.presses.items {
		if p := o.(*press); p.text == text {
			p.Tapped(nil)
			b.v.redo.flush()
			return
		}
	}
	b.t.Fatalf("there is nothing to press called %q", text)
}

func (b *reviewBench) key(names ...fyne.KeyName) {
	for _, n := range names {
		b.v.list.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func TestTheReviewListsRemarksByKind(t *testing.T) {
	b := newReviewBench(t)
	b.want(
		"Claims said twice 1", "It is cold today",
		"Evidence without a source 1", "Nine in ten say so",
		"Reasoning within a claim 1", "The soup is good because the cook has learned it",
		"Questions as claims 1", "Who would eat it?",
		"Steps without evidence 1", "It is cold today")
	if got := b.v.counts.text; got != "1 fault · 3 weaknesses · 1 hint" {
		t.Errorf("it counts %q", got)
	}
	if b.told == 0 || len(b.v.Remarks()) != 5 {
		t.Errorf("the window was told %d times of %d remarks", b.told, len(b.v.Remarks()))
	}
	want := map[id]scene.Mark{"c2": scene.Remarked, "c5": scene.Remarked, "l2": scene.Remarked, "c3": scene.Remarked, "c4": scene.Remarked}
	if !mapsEqual(b.marks, want) {
		t.Errorf("the canvas is marked at %v, want %v", b.marks, want)
	}
	b.v.marking.Tapped(nil)
	if b.marks != nil {
		t.Error("the marks stay when they are turned off")
	}
	b.v.marking.Tapped(nil)
	b.v.object.Hide()
	if b.marks != nil {
		t.Error("the marks stay when the page goes")
	}
	b.marks = want // as of a map that was left while the page was in view
	b.v.Attach()
	if b.marks != nil {
		t.Error("a map that is come back to keeps its marks without the page")
	}
}

func mapsEqual(a, b map[id]scene.Mark) bool {
	for k := range b {
		if a[k] != b[k] {
			return false
		}
	}
	return len(a) == len(b)
}

func TestKindsAreFiltered(t *testing.T) {
	b := newReviewBench(t)
	if got := b.v.kind.Options; len(got) != 6 || got[0] != "All remarks" || got[4] != "Questions as claims (1)" {
		t.Fatalf("the choice offers %q", got)
	}
	b.v.kind.SetSelected("Questions as claims (1)")
	b.want("Questions as claims 1", "Who would eat it?")
	if len(b.marks) != 1 {
		t.Errorf("the canvas is marked at %v", b.marks)
	}
	b.Do("Edit", func(e *argument.Edit) error {
		return e.UpdateClaim("c4", func(c *argument.Claim) { c.Text = "Nobody would eat it" })
	})
	b.v.redo.flush()
	if b.v.kind.Selected != "All remarks" || len(b.v.rows) != 8 {
		t.Errorf("when none of the kind is left, %q with %d lines is shown", b.v.kind.Selected, len(b.v.rows))
	}
}

func TestRemarksAreWalkedByKeys(t *testing.T) {
	b := newReviewBench(t)
	b.v.Show("")
	if len(b.went) != 0 || b.v.at != 1 {
		t.Errorf("opening the page goes to %v, line %d", b.went, b.v.at)
	}
	b.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	if want := []id{"l2", "c3", "l2"}; !slices.Equal(b.went, want) {
		t.Errorf("it goes to %v, want %v", b.went, want)
	}
	b.key(fyne.KeyHome)
	if got := b.Session.Doc.Selection(); !slices.Equal(got, []id{"c2", "c5"}) {
		t.Errorf("claims said twice select %v", got)
	}
	b.key(fyne.KeyEnd)
	if b.v.at != len(b.v.rows)-1 {
		t.Errorf("the end is line %d", b.v.at)
	}
	b.key(fyne.KeyReturn)
	if b.Window.Canvas().Focused() != fyne.Focusable(b.v.foot.presses.items[0].(*press)) {
		t.Error("Return does not go to what can be done")
	}
}

func TestRemarksAreMended(t *testing.T) {
	b := newReviewBench(t)
	b.v.choose(b.line("It is cold today"), true)
	b.press("Merge them")
	if b.claim("c5") != nil || b.claim("c2") == nil {
		t.Fatal("the claims are not one")
	}
	b.want(
		"Evidence without a source 1", "Nine in ten say so",
		"Reasoning within a claim 1", "The soup is good because the cook has learned it",
		"Questions as claims 1", "Who would eat it?",
		"Steps without evidence 1", "It is cold today")
	b.v.choose(b.line("The soup is good because the cook has learned it"), true)
	b.press("Give the reason apart")
	if got := b.claim("c3").Text; got != "The soup is good" || b.Session.Doc.Map().NumIncoming("c3") != 1 {
		t.Errorf("the claim says %q", got)
	}
	b.wantSteps("Merge claims", "Give the reason apart")
	b.Session.Doc.Undo()
	b.Session.Doc.Undo()
	b.v.redo.flush()
	if len(b.v.Remarks()) != 5 {
		t.Errorf("undone, there are %d remarks", len(b.v.Remarks()))
	}
}

func TestAMendThatOpensSomething(t *testing.T) {
	b := newReviewBench(t)
	b.v.choose(b.line("Nine in ten say so"), true)
	b.press("Open the evidence…")
	if got := b.inspector.link.evidence.open; got != "e1" {
		t.Errorf("the inspector has %q open", got)
	}
	b.wantSteps()
}

func TestARemarkIsPassedOver(t *testing.T) {
	b := newReviewBench(t)
	b.v.choose(b.line("Who would eat it?"), true)
	b.press("Pass over")
	b.want(
		"Claims said twice 1", "It is cold today",
		"Evidence without a source 1", "Nine in ten say so",
		"Reasoning within a claim 1", "The soup is good because the cook has learned it",
		"Steps without evidence 1", "> It is cold today")
	if n := len(b.v.Remarks()); n != 4 || len(b.Session.Doc.Map().Info().Dismissed) != 1 {
		t.Errorf("%d remarks are left", n)
	}
	b.v.passing.Tapped(nil)
	b.v.choose(b.line("Who would eat it?"), true)
	if !strings.Contains(b.lines(), "(> Who would eat it?)") {
		t.Errorf("it is not shown among\n%s", b.lines())
	}
	b.press("Remark on it again")
	if n := len(b.v.Remarks()); n != 5 {
		t.Errorf("brought back, there are %d remarks", n)
	}
	b.wantSteps("Pass over a remark", "Remark on it again")
}

// What has gone since the map was reviewed is neither shown nor mended.
func TestARemarkOnWhatHasGone(t *testing.T) {
	b := newReviewBench(t)
	b.v.choose(b.line("It is cold today"), true)
	b.Do("Delete", func(e *argument.Edit) error { e.Remove("c5"); return nil })
	if got := b.v.says(1); got.subject != "" {
		t.Errorf("it shows %q", got.subject)
	}
	b.v.foot.presses.items[0].(*press).Tapped(nil)
	b.wantSteps("Delete")
	b.v.redo.flush()
	if slices.ContainsFunc(b.v.Remarks(), func(r review.Remark) bool { return r.Kind == review.Duplicate }) {
		t.Error("it is still remarked on")
	}
}

func TestALongReviewIsListed(t *testing.T) {
	p := argument.Parts{Info: argument.Info{ID: "m", Contention: "c0"}}
	for i := range 2000 {
		p.Claims = append(p.Claims, argument.Claim{ID: id(fmt.Sprint("c", i)), Text: fmt.Sprintf("Is number %d so?", i)})
	}
	b := benchWith(t, p)
	v := NewReview(b.Desk, NewInspector(b.Desk), func() {})
	b.put(v, 300, 900)
	if len(v.rows) != 2001 || len(v.Remarks()) != 2000 {
		t.Errorf("there are %d lines for %d remarks", len(v.rows), len(v.Remarks()))
	}
}
