package window

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"warrant/argument"
	"warrant/canvas/scene"
)

// marked lists the marks on the canvas, with the bar's words.
func (h *hand) marked() map[argument.ID]scene.Mark {
	all := make(map[argument.ID]scene.Mark)
	m := h.session.Doc.Map()
	for _, id := range []argument.ID{top, below, "c3", "l1", "l3"} {
		if k := h.session.Scene.MarkOf(id); k != scene.NoMark && m.Has(id) {
			all[id] = k
		}
	}
	return all
}

func (h *hand) wantMarks(what string, want map[argument.ID]scene.Mark) {
	h.Helper()
	got := h.marked()
	if len(got) != len(want) {
		h.Errorf("%s: marks %v, want %v", what, got, want)
		return
	}
	for id, k := range want {
		if got[id] != k {
			h.Errorf("%s: %s has mark %v, want %v", what, id, got[id], k)
		}
	}
}

// withThird rewords the contention and adds a claim with its link.
func withThird(p *argument.Parts) {
	p.Claims[0].Text = "Ports freeze"
	p.Claims = append(p.Claims, argument.Claim{ID: "c3", Text: "Ships wait", At: argument.Point{X: 400, Y: 300}, Placed: true})
	p.Links = append(p.Links, argument.Link{ID: "l3", Kind: argument.Supports, From: []argument.ID{"c3"}, To: top})
}

func TestReloadMarksWhatChanged(t *testing.T) {
	h := newHand(t)
	h.session.Doc.Select(below)
	h.write(withThird)
	h.lookAtDisk()
	h.wantMarks("reloaded", map[argument.ID]scene.Mark{top: scene.Changed, "c3": scene.Added, "l3": scene.Added})
	h.stepBy(-1)
	if !h.differences.open() || h.differences.text.Text != "1 claim reworded, 1 claim added, 1 link added." {
		t.Fatalf("the bar says %q", h.differences.text.Text)
	}
	if s := h.session.Doc.Selection(); len(s) != 1 || s[0] != below {
		t.Errorf("what was selected is not any more: %v", s)
	}
	h.press("Next")
	if s := h.session.Doc.Selection(); h.differences.text.Text != "The claim “Harbours freeze” was reworded: “Ports freeze”." || len(s) != 1 || s[0] != top {
		t.Errorf("%q is about %v", h.differences.text.Text, s)
	}
	if h.stepBy(1); !strings.HasPrefix(h.differences.text.Text, "The claim “Ships wait” was added") {
		t.Errorf("stepped by a key to %q", h.differences.text.Text)
	}
	h.press("Done")
	h.wantMarks("done", nil)
	if h.stepBy(1); h.differences.open() {
		t.Error("the bar stays")
	}
}

func TestEscapeEndsAComparison(t *testing.T) {
	escape := &fyne.KeyEvent{Name: fyne.KeyEscape}
	for where, press := range map[string]func(h *hand){
		"the bar":    func(h *hand) { h.differences.ahead.TypedKey(escape) },
		"the canvas": func(h *hand) { h.surface.TypedKey(escape) },
	} {
		h := newHand(t)
		h.write(withThird)
		h.lookAtDisk()
		if press(h); h.differences.open() || len(h.marked()) > 0 {
			t.Errorf("Escape on %s leaves %v", where, h.marked())
		}
	}
}

func TestMergeMarksWhatCameFromTheirs(t *testing.T) {
	h := newHand(t)
	h.say(below, "It is January")
	h.write(withThird)
	h.lookAtDisk()
	h.press("Merge")
	want := map[argument.ID]scene.Mark{top: scene.Changed, "c3": scene.Added, "l3": scene.Added}
	h.wantMarks("merged", want)
	if h.undo(); h.differences.open() {
		t.Error("undone, and the bar is there")
	}
	h.wantMarks("undone", nil)
}

func TestConflictsAreMarkedToo(t *testing.T) {
	h := newHand(t)
	h.say(top, "Docks freeze")
	h.write(withThird)
	h.lookAtDisk()
	h.press("Merge")
	if !h.settling.open() || h.differences.open() {
		t.Fatal("the conflict's bar is to be there, and it alone")
	}
	h.wantMarks("merged", map[argument.ID]scene.Mark{"c3": scene.Added, "l3": scene.Added})
	h.press("Done")
	h.wantMarks("done", nil)
}

func TestTakingTheirsIsMarkedAndUndone(t *testing.T) {
	h := newHand(t)
	h.say(below, "It is January")
	h.write(nil)
	h.write(withThird)
	h.lookAtDisk()
	h.press("Take Theirs")
	h.wantMarks("taken", map[argument.ID]scene.Mark{top: scene.Changed, below: scene.Changed, "c3": scene.Added, "l3": scene.Added})
	h.undo()
	h.wantMarks("undone", nil)
}

// other writes another version beside the open file.
func (h *hand) other(name string, change func(*argument.Parts)) string {
	h.Helper()
	p := h.session.Doc.Map().Parts()
	change(&p)
	path := filepath.Join(h.TempDir(), name)
	h.encode(p, path)
	return path
}

func (h *hand) compareNow(path string) {
	h.Helper()
	h.showCompared(compared(h.session.Doc.Map().Still(), path))
}

func TestCompareWithAFile(t *testing.T) {
	h := newHand(t)
	h.compareNow(h.other("other.json", withThird))
	h.wantMarks("since the other", map[argument.ID]scene.Mark{top: scene.Changed})
	for _, step := range []struct {
		key fyne.KeyName
		at  int
	}{{fyne.KeyRight, 1}, {fyne.KeyF7, 2}, {fyne.KeyLeft, 1}, {fyne.KeyLeft, 0}, {fyne.KeyLeft, 0}} {
		if h.differences.ahead.TypedKey(&fyne.KeyEvent{Name: step.key}); h.differences.at != step.at {
			t.Errorf("%s leads to step %d, want %d", step.key, h.differences.at, step.at)
		}
	}
	if got := h.differences.title.Text; got != "Compared with other.json" {
		t.Errorf("the title is %q", got)
	}
	h.press("Next")
	h.press("Next")
	if s := h.session.Doc.Selection(); len(s) != 1 || s[0] != top || !strings.Contains(h.differences.text.Text, "Ships wait") {
		t.Errorf("%q, of the other alone, leads to %v, not to what it bears on", h.differences.text.Text, s)
	}
	h.press("Other Way Round")
	h.wantMarks("until the other", map[argument.ID]scene.Mark{top: scene.Changed})
	if h.differences.at != 0 || !strings.HasPrefix(h.differences.text.Text, "From the open map to the other. ") {
		t.Errorf("turned round, it says %q", h.differences.text.Text)
	}
	h.press("Done")

	h.compareNow(h.other("less.json", func(p *argument.Parts) { p.Claims, p.Links = p.Claims[:1], nil }))
	h.wantMarks("more than the other", map[argument.ID]scene.Mark{below: scene.Added, "l1": scene.Added})
	h.press("Other Way Round")
	h.wantMarks("gone in the other", map[argument.ID]scene.Mark{below: scene.Gone, "l1": scene.Gone})
	for h.button("Next") != nil && !h.button("Next").Disabled() {
		h.press("Next")
	}
	if s := h.session.Doc.Selection(); len(s) != 1 || s[0] != "l1" && s[0] != below {
		t.Errorf("what is gone is not selected: %v", s)
	}

	// Other IDs for the same things.
	h.compareNow(h.other("ids.json", func(p *argument.Parts) {
		p.Info.Contention = "x1"
		p.Claims[0].ID, p.Claims[0].Note = "x1", "seen"
		p.Links[0].To, p.Links[0].ID = "x1", "x2"
	}))
	h.wantMarks("by likeness", map[argument.ID]scene.Mark{top: scene.Changed})
	h.press("Other Way Round")
	h.wantMarks("by likeness, turned round", map[argument.ID]scene.Mark{top: scene.Changed})
	h.press("Next")
	if s := h.session.Doc.Selection(); len(s) != 1 || s[0] != top {
		t.Errorf("selected: %v", s)
	}
}

func TestComparingWithTheSameOrWithNoMap(t *testing.T) {
	h := newHand(t)
	h.compareNow(h.file)
	if h.differences.open() || h.foot.said.Text != "the two maps say the same" {
		t.Errorf("open: %v, %q", h.differences.open(), h.foot.said.Text)
	}
	h.compareNow(h.other("broken.json", func(*argument.Parts) {}) + "x")
	if !h.asks() {
		t.Error("a file that is not there, and not a word")
	}
	h.press("OK")
}

// A file's name says nothing but a name.
func TestComparingNamesFilesSafely(t *testing.T) {
	h := newHand(t)
	h.compareNow(h.other("a\u202egnp\n\x1b[31m.json", withThird))
	if got := h.differences.title.Text; strings.ContainsAny(got, "\u202e\n\x1b") {
		t.Errorf("the title is %q", got)
	}
	h.compareNow(h.other(strings.Repeat("long ", 40)+".json", withThird))
	if bar := h.differences.bar.MinSize(); bar.Width > barWidth {
		t.Errorf("a long name makes the bar %v wide", bar.Width)
	}
}

func TestEarlierVersionIsMarked(t *testing.T) {
	h := newHand(t)
	h.say(top, "one")
	h.save()
	h.showEarlier()
	list := seek[*widget.List](h.win.Canvas().Overlays().Top(), func(*widget.List) bool { return true })
	if list == nil || !h.button("Show What").Disabled() {
		t.Fatal("nothing is chosen, and it can be compared")
	}
	list.Select(0)
	h.press("Show What")
	h.wantMarks("since then", map[argument.ID]scene.Mark{top: scene.Changed})
	if !strings.HasPrefix(h.differences.title.Text, "Since today at ") || h.differences.swap.Visible() {
		t.Errorf("the bar says %q", h.differences.title.Text)
	}
	h.newMap()
	if h.differences.open() {
		t.Error("the bar is there, the map is another")
	}
}
