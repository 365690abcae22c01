package window

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"warrant/app/filter"
	"warrant/argument"
)

func TestHistoryBeginsAtNow(t *testing.T) {
	h := newHand(t)
	for _, text := range []string{"one", "two", "three", "four"} {
		h.say(top, text)
	}
	h.session.Doc.Undo()
	h.showHistory()
	h.hit(fyne.KeyReturn)
	if got := h.said(top); got != "three" {
		t.Errorf("where it begins, the claim says %q", got)
	}
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyDown, "two"}, {fyne.KeyUp, "three"}, {fyne.KeyUp, "four"}, {fyne.KeyPageDown, "Harbours freeze"}, {fyne.KeyPageUp, "four"}} {
		h.showHistory()
		h.hit(step.key)
		h.hit(fyne.KeyReturn)
		if got := h.said(top); got != step.want {
			t.Errorf("after %s the claim says %q, want %q", step.key, got, step.want)
		}
	}
}

func TestGoingToWhatIsHiddenSaysWhere(t *testing.T) {
	h := newHand(t)
	h.tool.ToggleCollapse() // nothing is selected
	h.session.Doc.Select(top)
	h.tool.ToggleCollapse()
	for _, id := range []argument.ID{below, "l1"} {
		h.goTo(id)
		if !slices.Equal(h.session.Doc.Selection(), []argument.ID{id}) || !strings.Contains(h.foot.said.Text, "hidden below “Harbours freeze”") {
			t.Errorf("%s: selected are %v, and it says %q", id, h.session.Doc.Selection(), h.foot.said.Text)
		}
	}
}

// faint lists what is put aside.
func (h *hand) faint() string {
	var ids []string
	for _, id := range []argument.ID{top, below, "c3", "l1"} {
		if h.session.Doc.Map().Has(id) && h.session.Scene.Faint(id) {
			ids = append(ids, string(id))
		}
	}
	return strings.Join(ids, " ")
}

func TestFocusMovesAndEnds(t *testing.T) {
	h := newHand(t)
	h.file = filepath.Join(t.TempDir(), "ships.json")
	h.write(func(p *argument.Parts) { p.Claims = append(p.Claims, argument.Claim{ID: "c3", Text: "Ships wait"}) })
	if err := h.load(h.file); err != nil {
		t.Fatal(err)
	}
	focus := func(want string, selected ...argument.ID) {
		t.Helper()
		h.session.Doc.Select(selected...)
		h.focusClaim()
		if got := h.faint(); got != want {
			t.Errorf("after asking at %v, aside are %q, want %q", selected, got, want)
		}
	}
	focus("")
	focus("c3", below)
	focus("c1 c2 l1", "c3") // elsewhere: it moves
	focus("", "c3")         // at the same: it ends
	focus("c3", top)
	focus("") // at none: it ends
	focus("c1 c2 l1", "c3")
	h.hit(fyne.KeyEscape)
	if h.faint() != "" || len(h.session.Doc.Selection()) != 1 {
		t.Error("Escape is to end the focus, and that alone")
	}
	focus("c1 c2 l1", "c3")
	h.tool.Delete()
	h.aside.renew()
	if h.faint() != "" || h.aside.bar.object.Visible() {
		t.Error("the claim is gone and the focus is not")
	}
}

func TestAFilterFollowsTheMapAndStaysWithIt(t *testing.T) {
	h := newHand(t)
	h.aside.sift(filter.Filter{Noted: true})
	if got := h.aside.filterSays(); got != "0 of 2 claims: with a note" || h.faint() != "c1 c2 l1" {
		t.Errorf("it says %q and puts %s aside", got, h.faint())
	}
	_ = h.session.Doc.Do("Note", func(e *argument.Edit) error {
		return e.UpdateClaim(below, func(c *argument.Claim) { c.Note = "so they say" })
	})
	h.aside.renew() // which a timer does
	if got := h.faint(); got != "c1 l1" {
		t.Errorf("aside are %s", got)
	}
	h.selectMatching()
	if got := h.session.Doc.Selection(); !slices.Equal(got, []argument.ID{below}) {
		t.Errorf("selected are %v", got)
	}
	first := h.file
	h.file = filepath.Join(t.TempDir(), "another.json")
	h.write(nil)
	for _, step := range []struct{ file, want string }{{h.file, ""}, {first, "c1 l1"}} {
		if err := h.load(step.file); err != nil {
			t.Fatal(err)
		}
		if got := h.faint(); got != step.want || h.aside.bar.object.Visible() != (step.want != "") {
			t.Errorf("in %s aside are %q, want %q", filepath.Base(step.file), got, step.want)
		}
	}
}
