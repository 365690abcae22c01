package panel

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"warrant/argument"
	"warrant/argument/credence"
	"warrant/argument/review"
	"warrant/assets"
	"warrant/storage/mapfile"
)

func TestEachSelectionHasItsPage(t *testing.T) {
	b := newBench(t)
	p := b.inspect()
	for _, test := range []struct {
		selected []id
		want     *column
	}{
		{nil, p.whole.column}, {[]id{"c1"}, p.claim.column}, {[]id{"l1"}, p.link.column}, {[]id{"l1", "c1"}, p.many.column},
	} {
		b.choose(p, test.selected...)
		if p.page != test.want || p.scroll.Content != fyne.CanvasObject(test.want) {
			t.Errorf("%v shows the wrong page", test.selected)
		}
	}
	if got := p.many.count.text; got != "1 claim and 1 link selected" {
		t.Errorf("two selected: %q", got)
	}
	b.choose(p, "c4")
	b.Tool.Delete()
	p.settle()
	if p.at != "c1" {
		t.Errorf("after deleting c4 the inspector is at %q, want what it bore on", p.at)
	}
}

func TestWhyALinkMatters(t *testing.T) {
	b := newBench(t)
	p := b.inspect("l1")
	effects, err := b.Session.Numbers.Effects(context.Background(), "c1")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range effects {
		b.choose(p, e.Link)
		m := p.link.matters
		now := b.Session.Numbers.Claim("c1").Credence
		if want := change(now, e.Without); m.shift.text != want {
			t.Errorf("%s: shown as %q, want %q", e.Link, m.shift.text, want)
		}
		if want := map[bool]string{true: "falls", false: "rises"}[e.Effect > 0]; !strings.HasSuffix(m.without.text, want) {
			t.Errorf("%s: %q, want it to say %q", e.Link, m.without.text, want)
		}
		if m.rank.text != ordinal(e.Rank) || m.among.text != "Rank among 3 links" {
			t.Errorf("%s: %s, %s", e.Link, m.among.text, m.rank.text)
		}
	}
	b.choose(p, "l2")
	if got := p.link.matters.rank.text; got == "1st" {
		t.Fatalf("l2 is %s already", got)
	}
	b.Do("doubt", func(e *argument.Edit) error {
		return e.UpdateLink("l1", func(l *argument.Link) { l.Confidence = argument.Stated(.01) })
	})
	p.settle()
	if got := p.link.matters.rank.text; got != "1st" {
		t.Errorf("with nothing against it l2 is %s", got)
	}
	b.Do("reopen", func(e *argument.Edit) error {
		e.SetInfo(func(i *argument.Info) { i.Contention = "" })
		return nil
	})
	p.settle()
	if !strings.Contains(p.link.matters.without.text, "No claim is the contention") {
		t.Errorf("without a contention: %q", p.link.matters.without.text)
	}
}

func TestWaterfallGoesFromPriorToCredence(t *testing.T) {
	b := newBench(t)
	p := b.inspect("c1")
	rows := p.claim.fall.items
	if len(rows) != 4 {
		t.Fatalf("%d rows, want the prior, two links and the credence", len(rows))
	}
	at := .5
	for _, o := range rows[1:3] {
		r := o.(*barRow)
		if r.from != at {
			t.Errorf("%q begins at %v, want %v", r.text, r.from, at)
		}
		at = r.to
	}
	if v := b.Session.Numbers.Claim("c1").Credence; at != v {
		t.Errorf("the last bar ends at %v, want %v", at, v)
	}
	rows[1].(*barRow).Tapped(nil)
	if len(b.went) != 1 || b.went[0] != "l1" {
		t.Errorf("the first row goes to %v, want l1", b.went)
	}
}

func TestClaimByItsControls(t *testing.T) {
	b := newBench(t)
	p := b.inspect("c3")
	p.claim.contend.Tapped(nil)
	p.settle()
	p.claim.pin.Tapped(nil)
	p.settle()
	retype(&p.claim.tags.field.field, " warm, , soup,warm")
	retype(p.claim.note, "a note")
	p.claim.text.FocusGained()
	p.claim.text.SetText("Soup warms us")
	p.claim.text.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	drag(p.claim.prior.slider, .5, .9)
	c := b.claim("c3")
	if b.Session.Doc.Map().Info().Contention != "c3" || !c.Pinned || strings.Join(c.Tags, "|") != "warm|soup" || c.Note != "a note" || c.Text != "Soup warms us" || c.Prior != argument.Stated(.9) {
		t.Errorf("c3 is %+v", c)
	}
	b.wantSteps("Make contention", "Pin claim", "Add tags", "Edit note", "Edit claim", "Change prior")
	p.claim.text.SetText("something else")
	p.claim.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	p.claim.text.FocusLost()
	if got := b.claim("c3").Text; got != "Soup warms us" {
		t.Errorf("Escape kept %q", got)
	}
}

func TestUnsettledCircleIsNamed(t *testing.T) {
	b := benchWith(t, argument.Parts{
		Info:   argument.Info{Contention: "a"},
		Claims: []argument.Claim{{ID: "a", Text: "Heads", Prior: argument.Stated(1)}, {ID: "b", Text: "Tails", Prior: argument.Stated(1)}},
		Links: []argument.Link{
			{ID: "ab", Kind: argument.Opposes, From: []id{"a"}, To: "b", Confidence: argument.Stated(1)},
			{ID: "ba", Kind: argument.Opposes, From: []id{"b"}, To: "a", Confidence: argument.Stated(1)},
		},
	})
	p := b.inspect("a")
	if v := b.Session.Numbers.Claim("a"); v.Known {
		t.Fatal("two claims that refute each other are said to have known numbers")
	}
	if got := p.claim.big.text; got != "0% – 100%" {
		t.Errorf("the number is shown as %q", got)
	}
	if got := p.claim.unsettled.text; !strings.Contains(got, "“Heads”") || !strings.Contains(got, "“Tails”") {
		t.Errorf("the notice does not name the circle: %q", got)
	}
	b.choose(p, "ab")
	if got := p.link.matters.without.text; !strings.Contains(got, "does not settle") {
		t.Errorf("the link says %q", got)
	}
	if got := p.link.matters.rank.text; got != "" {
		t.Errorf("a link without a known effect has the rank %q", got)
	}
	b.choose(p)
	if p.whole.ranking.Visible() {
		t.Error("the map's page ranks effects that are not known")
	}
}

func TestSchemeAsksItsQuestions(t *testing.T) {
	b := newBench(t)
	p := b.inspect("l1")
	if p.link.list.Visible() {
		t.Error("a link without a scheme asks questions")
	}
	p.link.scheme.SetSelected("Analogy")
	p.settle()
	if got := b.link("l1").Scheme; got != "analogy" {
		t.Errorf("the scheme is %q", got)
	}
	if got, want := len(p.link.list.items), len(review.Questions("analogy")); got != want || !p.link.list.Visible() {
		t.Errorf("%d questions, want %d", got, want)
	}
	b.Do("hand edit", func(e *argument.Edit) error {
		return e.UpdateLink("l1", func(l *argument.Link) { l.Scheme = "argument from soup" })
	})
	p.settle()
	if got := p.link.scheme.Selected; got != "Argument from soup" {
		t.Errorf("a scheme that is not in the table is shown as %q", got)
	}
	p.link.scheme.SetSelected(noScheme())
	if got := b.link("l1").Scheme; got != "" {
		t.Errorf("no scheme is %q", got)
	}
}

func TestMapPageComparesAndRanks(t *testing.T) {
	b := newBench(t)
	p := b.inspect()
	if got := len(p.whole.others.items); got != 4 {
		t.Errorf("the contention is shown under %d semantics", got)
	}
	if got := len(p.whole.effects.items); got != 3 {
		t.Errorf("%d links are ranked, want 3", got)
	}
	p.whole.semantics.SetSelected("Log-odds")
	p.settle()
	if got := b.Session.Doc.Map().Info().Evaluation.Semantics; got != argument.LogOdds {
		t.Errorf("the map's semantics are %q", got)
	}
	if got, want := p.whole.big.text, percent(credence.Evaluate(b.Session.Doc.Map(), credence.Options{}).Claim("c1").Credence); got != want {
		t.Errorf("the contention is shown at %s, want %s", got, want)
	}
	retype(p.whole.title, "Dinner")
	if got := b.Session.Doc.Map().Info().Title; got != "Dinner" {
		t.Errorf("the title is %q", got)
	}
}

// The window walks all that is visible on every frame: the panels must stay
// small also on the map that ships with the program.
func TestInspectorIsLight(t *testing.T) {
	data, err := assets.Examples.ReadFile("examples/turn-to-the-east.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := mapfile.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	b := newBench(t)
	b.open(m)
	p := b.inspect()
	most := 0
	for c := range m.Claims() {
		b.choose(p, c.ID)
		most = max(most, visible(p.Object()))
	}
	for l := range m.Links() {
		b.choose(p, l.ID)
		most = max(most, visible(p.Object()))
	}
	if most > 300 {
		t.Errorf("%d objects are visible at once, want at most 300", most)
	}
	t.Logf("at most %d objects", most)
}

// visible counts an object and what is visible in it.
func visible(o fyne.CanvasObject) int {
	if !o.Visible() {
		return 0
	}
	n := 1
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			n += visible(child)
		}
	case fyne.Widget:
		for _, child := range rendered(o) {
			n += visible(child)
		}
	}
	return n
}

// Saving while a field has the keys saves what is typed in it.
func TestCommitTakesWhatIsBeingTyped(t *testing.T) {
	b := newBench(t)
	p := b.inspect("c2")
	b.Window.Canvas().Focus(p.claim.note)
	p.claim.note.SetText("brrr")
	p.Commit()
	if got := b.claim("c2").Note; got != "brrr" {
		t.Errorf("the note is %q", got)
	}
	p.Commit()
	b.wantSteps("Edit note")
}

// Keys typed after another thing was selected must not end in a field that
// nobody sees.
func TestKeysLeaveThePageWithIt(t *testing.T) {
	b := newBench(t)
	canvas := 0
	b.FocusCanvas = func() { canvas++ }
	p := b.inspect("c2")
	b.Window.Canvas().Focus(p.claim.text)
	b.choose(p, "l1")
	if b.Window.Canvas().Focused() != nil || canvas != 1 {
		t.Errorf("%T has the keys, and the canvas was given them %d times", b.Window.Canvas().Focused(), canvas)
	}
}

// A click and a key do the same to what is drawn as a button.
func TestPressByKeys(t *testing.T) {
	b := newBench(t)
	p := b.inspect("l2")
	p.link.kind.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	p.settle()
	if b.link("l2").Kind != argument.Supports || p.link.kind.text != "Supports" {
		t.Errorf("the link %s, and the chip says %s", b.link("l2").Kind, p.link.kind.text)
	}
	p.link.kind.TypedRune(' ')
	b.wantSteps("Turn opposition into support", "Turn support into opposition")
	p.link.target.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnter})
	if len(b.went) != 1 || b.went[0] != "c1" {
		t.Errorf("the sentence's target leads to %v", b.went)
	}
}

// What is typed for one map does not end in another that has the same IDs.
func TestTypingEndsWithItsMap(t *testing.T) {
	b := newBench(t)
	p := b.inspect("c2")
	b.Window.Canvas().Focus(p.claim.text)
	p.claim.text.SetText("half a wo")
	other, err := argument.Build(argument.Parts{Info: argument.Info{ID: "m"}, Claims: []argument.Claim{{ID: "c2", Text: "Another map"}}})
	if err != nil {
		t.Fatal(err)
	}
	b.open(other)
	p.Attach()
	b.choose(p, "c2")
	b.Window.Canvas().Unfocus()
	p.settle()
	if got := b.claim("c2").Text; got != "Another map" || p.claim.text.Text != got {
		t.Errorf("the other map's c2 says %q, and the field %q", got, p.claim.text.Text)
	}
	b.wantSteps()
}
