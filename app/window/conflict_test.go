package window

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"warrant/app/session"
	"warrant/app/window/control"
	"warrant/argument"
	"warrant/storage/mapfile"
)

// hand is a window under the toolkit's test driver, with a map file that
// other programs can write to.
type hand struct {
	*testing.T
	*Window
	file string
}

const (
	top   argument.ID = "c1"
	below argument.ID = "c2"
)

func newHand(t *testing.T) *hand { return newHandIn(t, "en_US.UTF-8") }

// newHandIn is newHand on a system of another language.
func newHandIn(t *testing.T, locale string) *hand {
	t.Helper()
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	t.Setenv("LC_ALL", locale)
	t.Setenv("LANGUAGE", "")
	h := &hand{T: t, Window: build(theApp()), file: filepath.Join(t.TempDir(), "map.json")}
	h.apart = func(job, then func()) { job(); then() }
	h.win.Resize(fyne.NewSize(1200, 800))
	h.write(nil)
	if err := h.load(h.file); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		h.notes.flush() // before their folder goes
		h.session.Close(true)
		h.win.SetCloseIntercept(nil)
		h.win.Close()
	})
	return h
}

// patientApp never does what goroutines and timers want done: the toolkit's
// test driver would do it there and then, beside the test.
type patientApp struct{ fyne.App }

func (a patientApp) Driver() fyne.Driver { return patientDriver{a.App.Driver()} }

// theApp is one for all tests, since timers outlive the test that set them.
var theApp = sync.OnceValue(func() fyne.App {
	a := patientApp{test.NewApp()}
	fyne.SetCurrentApp(a)
	return a
})

type patientDriver struct{ fyne.Driver }

func (patientDriver) DoFromGoroutine(func(), bool) {}

// write is what another program does to the file.
func (h *hand) write(change func(*argument.Parts)) {
	h.Helper()
	p := argument.Parts{
		Info: argument.Info{ID: "map", Title: "Ice", Contention: top},
		Claims: []argument.Claim{
			{ID: top, Text: "Harbours freeze", Placed: true},
			{ID: below, Text: "It is winter", At: argument.Point{Y: 300}, Placed: true},
		},
		Links: []argument.Link{{ID: "l1", Kind: argument.Supports, From: []argument.ID{below}, To: top}},
	}
	if change != nil {
		change(&p)
	}
	h.encode(p, h.file)
}

// encode writes a map to a file.
func (h *hand) encode(p argument.Parts, path string) {
	h.Helper()
	m, err := argument.Build(p)
	if err != nil {
		h.Fatal(err)
	}
	data, err := mapfile.Encode(m)
	if err != nil {
		h.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		h.Fatal(err)
	}
}

func (h *hand) say(id argument.ID, text string) {
	h.Helper()
	if err := h.session.Doc.Do("Edit", func(e *argument.Edit) error {
		return e.UpdateClaim(id, func(c *argument.Claim) { c.Text = text })
	}); err != nil {
		h.Fatal(err)
	}
}

func (h *hand) said(id argument.ID) string { return h.session.Doc.Map().Claim(id).Text }

// button finds a button of the topmost dialog, or of the window, by the
// beginning of its text.
func (h *hand) button(text string) *control.Answer {
	var root fyne.CanvasObject = h.win.Content()
	if o := h.win.Canvas().Overlays().Top(); o != nil {
		root = o
	}
	return seek[*control.Answer](root, func(b *control.Answer) bool { return b.Visible() && strings.HasPrefix(b.Text, text) })
}

func (h *hand) press(text string) {
	h.Helper()
	b := h.button(text)
	if b == nil {
		h.Fatalf("there is no button %q", text)
	}
	test.Tap(b)
}

func (h *hand) asks() bool { return h.win.Canvas().Overlays().Top() != nil }

func seek[W fyne.CanvasObject](o fyne.CanvasObject, is func(W) bool) (none W) {
	if w, ok := o.(W); ok && is(w) {
		return w
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		parts = o.Objects
	case *container.Scroll:
		parts = []fyne.CanvasObject{o.Content}
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	for _, p := range parts {
		if !p.Visible() {
			continue
		}
		if w := seek(p, is); any(w) != any(none) {
			return w
		}
	}
	return none
}

func TestReloadOfWhatIsSaved(t *testing.T) {
	h := newHand(t)
	h.session.Doc.Select(below)
	view := h.tool.View()
	h.write(func(p *argument.Parts) { p.Claims[0].Text = "Ports freeze" })
	h.lookAtDisk()
	if h.asks() || h.said(top) != "Ports freeze" {
		t.Fatalf("asked: %v; %s", h.asks(), h.said(top))
	}
	if s := h.session.Doc.Selection(); len(s) != 1 || s[0] != below || h.tool.View() != view {
		t.Error("the selection or the view is another")
	}
	if !strings.Contains(h.header.state.Text, "saved") || strings.Contains(h.header.state.Text, "not saved") {
		t.Errorf("the header says %q", h.header.state.Text)
	}
}

func TestOpeningWhatIsOpen(t *testing.T) {
	h := newHand(t)
	h.foot.said.Text = ""
	if err := h.load(h.file); err != nil || h.foot.said.Text != "" {
		t.Errorf("opened again: %v, %q", err, h.foot.said.Text)
	}
	if _, err := h.store.Lock(h.file); err == nil {
		t.Error("it is open, and the lock is free")
	}
}

func TestChangeUnderUnsavedWork(t *testing.T) {
	theirs := func(p *argument.Parts) { p.Claims[0].Text, p.Claims[1].Text = "Ports freeze", "It is February" }
	for _, c := range []struct {
		answer     string
		top, below string
		afterUndo  string // of below
	}{
		{"Decide Later", "Harbours freeze", "It is January", "It is winter"},
		{"Take Theirs", "Ports freeze", "It is February", "It is January"},
		{"Keep Mine", "Harbours freeze", "It is January", "It is winter"},
		{"Merge", "Ports freeze", "It is January", "It is January"},
	} {
		t.Run(c.answer, func(t *testing.T) {
			h := newHand(t)
			h.say(below, "It is January")
			h.write(theirs)
			h.lookAtDisk()
			h.press(c.answer)
			if h.said(top) != c.top || h.said(below) != c.below {
				t.Errorf("%s, %s", h.said(top), h.said(below))
			}
			if h.lookAtDisk(); h.asks() {
				t.Error("it asks again at once")
			}
			if h.undo(); h.said(below) != c.afterUndo {
				t.Errorf("undone: %s", h.said(below))
			}
			if !h.session.Doc.Modified() && c.answer != "Decide Later" {
				t.Error("undone, it counts as what the file holds")
			}
		})
	}
}

func TestSettlingConflicts(t *testing.T) {
	h := newHand(t)
	h.say(top, "Docks freeze")
	h.say(below, "It is January")
	h.write(func(p *argument.Parts) { p.Claims[0].Text, p.Claims[1].Text = "Ports freeze", "It is February" })
	h.lookAtDisk()
	h.press("Merge")
	if !h.settling.open() || h.settling.title.Text != "Conflict 1 of 2" {
		t.Fatal("the conflicts are not shown")
	}
	first := h.session.Doc.Selection()
	h.press("Take Theirs")
	h.press("Next")
	if second := h.session.Doc.Selection(); len(first) != 1 || len(second) != 1 || first[0] == second[0] {
		t.Errorf("selected: %q, then %q", first, second)
	}
	h.press("Take Theirs")
	if h.said(top) != "Ports freeze" || h.said(below) != "It is February" {
		t.Errorf("%s, %s", h.said(top), h.said(below))
	}
	if h.undo(); h.said(below) != "It is January" || h.button("Mine ✓") == nil {
		t.Errorf("the bar does not follow undo: %s", h.said(below))
	}
	if h.redo(); h.said(below) != "It is February" || h.button("Theirs ✓") == nil {
		t.Errorf("the bar does not follow redo: %s", h.said(below))
	}
	h.undo()
	h.undo()
	if h.undo(); h.settling.open() || h.said(top) != "Docks freeze" {
		t.Errorf("the merge is undone, and the bar is there: %s", h.said(top))
	}
}

func TestSaveOverAChange(t *testing.T) {
	h := newHand(t)
	h.say(below, "It is January")
	h.write(func(p *argument.Parts) { p.Claims[0].Text = "Ports freeze" })
	went := false
	h.saveThen(func() { went = true })
	if !h.asks() || went {
		t.Fatal("it went over the change unasked")
	}
	h.press("Merge")
	if !went || h.session.Doc.Modified() {
		t.Error("merged without conflict, and not saved")
	}
	data, err := os.ReadFile(h.file)
	if err != nil || !strings.Contains(string(data), "Ports freeze") || !strings.Contains(string(data), "It is January") {
		t.Errorf("%s, %v", data, err)
	}
}

func TestTheFileGoesOrIsNoMap(t *testing.T) {
	h := newHand(t)
	if err := os.Remove(h.file); err != nil {
		t.Fatal(err)
	}
	h.lookAtDisk()
	h.lookAtDisk()
	if h.asks() || !h.session.Doc.Modified() {
		t.Error("it asks, or counts as saved")
	}
	if h.save(); h.asks() || h.session.Doc.Modified() {
		t.Error("it is not written again")
	}
	if err := os.WriteFile(h.file, []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if h.lookAtDisk(); h.asks() || h.said(top) != "Harbours freeze" {
		t.Error("the open map does not stay")
	}
	h.say(top, "Ports freeze")
	h.save()
	h.press("Replace")
	if h.session.Doc.Modified() {
		t.Error("agreed to, and not saved")
	}
}

func TestEarlierVersionsDialog(t *testing.T) {
	h := newHand(t)
	for _, said := range []string{"one", "two"} {
		h.say(top, said)
		h.save()
	}
	h.showEarlier()
	list := seek[*widget.List](h.win.Canvas().Overlays().Top(), func(*widget.List) bool { return true })
	if list == nil || list.Length() != 2 {
		t.Fatal("not two versions")
	}
	if !h.button("Open as").Disabled() {
		t.Error("nothing is chosen, and it can be opened")
	}
	list.Select(1)
	h.press("Open as")
	if h.said(top) != "Harbours freeze" || h.session.Path() != "" || !h.session.Doc.Modified() {
		t.Errorf("%s in %q, unsaved: %v", h.said(top), h.session.Path(), h.session.Doc.Modified())
	}
}

func TestRecoveryInTurn(t *testing.T) {
	h := newHand(t)
	h.say(top, "mine")
	h.lastWords()
	store := h.store
	h.session.Close(false) // as a crash leaves it
	h.openExample("pro-and-con")
	h.say(top, "also mine")
	h.lastWords()
	h.session.Close(false)
	h.add(session.Start(argument.Empty("new", ""), h.store, h.fonts))
	h.offerRecovery()
	h.press("Open as")
	if h.said(top) != "also mine" || h.session.Path() != "" {
		t.Fatalf("%s in %q", h.said(top), h.session.Path())
	}
	h.press("Not Now")
	if h.asks() {
		t.Error("a third piece?")
	}
	left, _, err := store.Journals()
	if err != nil || len(left) != 1 || left[0].Declined.IsZero() {
		t.Errorf("left: %+v, %v", left, err)
	}
	h.session.Close(false) // the next crash: the work is still in a journal
	if left, _, _ = store.Journals(); len(left) != 2 {
		t.Errorf("opened, and not journalled again: %+v", left)
	}
}

func TestCrashLogs(t *testing.T) {
	folder := t.TempDir()
	if last := keepCrashLogs(folder, time.Now()); last != "" {
		t.Errorf("news of a crash: %s", last)
	}
	for i := range crashLogs + 2 {
		name := filepath.Join(folder, crashLog)
		if err := os.WriteFile(name, []byte("panic: at the disco"), 0o600); err != nil {
			t.Fatal(err)
		}
		when := time.Date(2026, 1, 1+i, 0, 0, 0, 0, time.UTC)
		if err := os.Chtimes(name, when, when); err != nil {
			t.Fatal(err)
		}
		if last := keepCrashLogs(folder, time.Now()); !strings.HasSuffix(last, when.Format("20060102T150405")+".log") {
			t.Errorf("no news of the crash: %q", last)
		}
	}
	if all, _ := filepath.Glob(filepath.Join(folder, "crash-*.log")); len(all) != crashLogs {
		t.Errorf("%d logs are kept: %v", len(all), all)
	}
	if last := keepCrashLogs(folder, time.Now()); last != "" {
		t.Errorf("old news: %s", last)
	}
}
