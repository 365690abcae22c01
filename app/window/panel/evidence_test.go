package panel

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/widget"

	"warrant/argument"
)

func (b *bench) items(link id) string {
	var said []string
	for _, e := range b.link(link).Evidence {
		said = append(said, string(e.Kind)+":"+e.Text+":"+string(e.Speaks()))
	}
	return strings.Join(said, " | ")
}

func (b *bench) wantItems(link id, want string) {
	b.t.Helper()
	if got := b.items(link); got != want {
		b.t.Errorf("the evidence is\n%s, want\n%s", got, want)
	}
}

// Evidence is added, said, turned, moved and removed by the inspector's
// controls, and all of it can be undone step by step.
func TestEvidenceByItsControls(t *testing.T) {
	const first = "expert:Cooks say so:for | common:Everybody knows:against"
	b := newBench(t)
	p := b.inspect("l1")
	list := p.link.evidence
	b.wantItems("l1", first)

	list.add()
	p.settle()
	ed := list.editor
	retype(ed.text, "A survey")
	p.settle()
	ed.kind.SetSelected("Statistic")
	p.settle()
	drag(ed.reliable.slider, .5, .7, .9)
	p.settle()
	ed.source.SetSelected("Cook, “On Soup” (1999)")
	p.settle()
	retype(ed.locator, "p. 9")
	retype(ed.url, "https://example.org/<b>")
	retype(ed.note, "look it up")
	p.settle()
	ed.side.Tapped(nil)
	p.settle()
	b.wantItems("l1", first+" | statistic:A survey:against")
	made := b.link("l1").Evidence[2]
	if made.Source != "s1" || made.Locator != "p. 9" || made.URL != "https://example.org/<b>" || made.Note != "look it up" || made.Reliability != argument.Stated(.9) {
		t.Errorf("the item is %+v", made)
	}
	b.wantSteps("Add evidence", "Edit evidence", "Change kind of evidence", "Change reliability", "Choose source",
		"Edit place in source", "Edit web address", "Edit note", "Turn evidence round")

	ed.up.Tapped(nil)
	p.settle()
	b.wantItems("l1", "expert:Cooks say so:for | statistic:A survey:against | common:Everybody knows:against")
	ed.up.Tapped(nil)
	p.settle()
	if !ed.up.off || ed.down.off {
		t.Error("the topmost item can go up, or not down")
	}
	ed.down.Tapped(nil)
	p.settle()
	ed.remove()
	p.settle()
	b.wantItems("l1", first)
	if list.open != "" {
		t.Error("the editor of a removed item is open")
	}
	for b.Session.Doc.Undo() {
		p.settle()
	}
	b.wantItems("l1", first)
	if b.Session.Doc.Modified() {
		t.Error("undoing all leaves a change")
	}
}

func TestNewItemLeftEmptyGoes(t *testing.T) {
	b := newBench(t)
	p := b.inspect("l2")
	p.AddEvidence("l1")
	if got := len(b.link("l1").Evidence); got != 3 {
		t.Fatalf("there are %d items after adding one", got)
	}
	b.choose(p, "c1")
	if got := len(b.link("l1").Evidence); got != 2 {
		t.Errorf("the empty item stays: %d items", got)
	}
	b.wantSteps()
}

// What is being typed belongs to the item it was begun in, also when the
// selection goes elsewhere before the field loses the keys.
func TestTypingSurvivesAChangeOfSelection(t *testing.T) {
	b := newBench(t)
	p := b.inspect("l1")
	p.link.evidence.edit("e1")
	p.link.evidence.editor.text.FocusGained()
	p.link.evidence.editor.text.SetText("All cooks say so")
	b.choose(p, "l2")
	b.wantItems("l1", "expert:All cooks say so:for | common:Everybody knows:against")

	b.choose(p, "c2")
	p.claim.text.FocusGained()
	p.claim.text.SetText("It is freezing")
	b.choose(p, "c3")
	if got := b.claim("c2").Text; got != "It is freezing" {
		t.Errorf("c2 says %q", got)
	}
	if got := b.claim("c3").Text; got != "Soup warms" {
		t.Errorf("c3 says %q", got)
	}
	b.wantSteps("Edit evidence", "Edit claim")
}

func TestEvidenceTabGroupsAndFilters(t *testing.T) {
	b := newBench(t)
	v := NewEvidence(b.Desk)
	b.put(v, 280, 600)
	list := func() string {
		v.redo.flush()
		var said []string
		for _, r := range v.rows {
			if r.item == nil {
				said = append(said, "["+r.text+"]")
			} else {
				said = append(said, r.item.Text)
			}
		}
		return strings.Join(said, " ")
	}
	want := func(want string) {
		t.Helper()
		if got := list(); got != want {
			t.Errorf("the list is %q, want %q", got, want)
		}
	}
	want("[It is cold and Soup warms] Cooks say so Everybody knows")
	v.bySrc.Tapped(nil)
	want("[Cook, “On Soup” (1999)] Cooks say so [Without a source] Everybody knows")
	v.filter.SetText("COMMON know")
	want("[Without a source] Everybody knows")
	v.filter.SetText("nothing of the kind")
	want("")
	v.filter.SetText("")
	v.byLink.Tapped(nil)
	list()
	v.list.Select(widget.ListItemID(1))
	if len(b.went) != 1 || b.went[0] != "l1" {
		t.Errorf("choosing an item goes to %v, want l1", b.went)
	}
}
