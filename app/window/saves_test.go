package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"warrant/argument"
)

// slowly has what is done beside the window wait until it is told to go on,
// one at a time; it reports whether there was something.
func (h *hand) slowly() (goOn func() bool) {
	var all []func()
	h.apart = func(job, then func()) {
		job()
		all = append(all, then)
	}
	return func() bool {
		if len(all) == 0 {
			return false
		}
		next := all[0]
		all = all[1:]
		next()
		return true
	}
}

func (h *hand) inFile(text string) bool {
	data, err := os.ReadFile(h.file)
	return err == nil && strings.Contains(string(data), text)
}

// spoil is what another program does to the file: no map is in it any more.
func (h *hand) spoil() {
	h.Helper()
	if err := os.WriteFile(h.file, []byte("{"), 0o600); err != nil {
		h.Fatal(err)
	}
}

func TestTheMapIsEditedWhileItIsSaved(t *testing.T) {
	h := newHand(t)
	goOn := h.slowly()
	h.say(top, "Docks freeze")
	h.save()
	h.say(top, "Docks melt")
	h.lookAtDisk()
	if h.saves.slow = true; h.asks() {
		t.Fatal("its own save is taken for another program's")
	}
	if h.retitle(); !strings.Contains(h.header.state.Text, "saving…") {
		t.Errorf("the title says %q", h.header.state.Text)
	}
	h.save() // is done after the first
	if !goOn() || !h.inFile("Docks melt") || !h.session.Doc.Modified() || len(h.saves.jobs) != 1 {
		t.Errorf("after the first save %d are left, and the map counts as changed: %v", len(h.saves.jobs), h.session.Doc.Modified())
	}
	if !goOn() || h.session.Doc.Modified() || len(h.saves.jobs) != 0 || strings.Contains(h.header.state.Text, "saving") {
		t.Errorf("after the second save the title says %q", h.header.state.Text)
	}
}

func TestClosingWaitsForASave(t *testing.T) {
	h := newHand(t)
	goOn := h.slowly()
	h.say(top, "Docks freeze")
	h.save()
	h.closeShown()
	h.closeShown()
	if h.asks() || h.starting() || h.session.Path() != h.file {
		t.Fatal("it did not wait")
	}
	if goOn(); h.asks() || !h.starting() || !h.inFile("Docks freeze") {
		t.Error("it was saved, and is not closed")
	}
}

func TestClosingAsksAboutWhatWasEditedDuringTheSave(t *testing.T) {
	h := newHand(t)
	goOn := h.slowly()
	h.say(top, "Docks freeze")
	h.closeShown()
	h.press("Save")
	h.say(top, "Docks melt")
	if goOn(); !h.asks() || h.starting() {
		t.Fatal("what was edited meanwhile was lost")
	}
	h.press("Save")
	if goOn(); h.asks() || !h.starting() || !h.inFile("Docks melt") {
		t.Error("it was saved, and is not closed")
	}
}

func TestAQuestionOfASaveComesBeforeClosing(t *testing.T) {
	h := newHand(t)
	goOn := h.slowly()
	h.say(top, "Docks freeze")
	h.spoil()
	h.save()
	h.closeShown()
	goOn()
	goOn() // what is in the file was read
	if h.button("Replace") == nil || len(h.win.Canvas().Overlays().List()) != 1 {
		t.Fatal("it does not ask what the save needs to know, and only that")
	}
	h.press("Replace")
	if goOn(); h.starting() || !h.inFile("Docks freeze") {
		t.Error("it is not written, or closed")
	}
}

// A save of a map that is not shown any more asks with that in view.
func TestAQuestionAboutAnotherMap(t *testing.T) {
	h := newHand(t)
	goOn := h.slowly()
	h.say(top, "Docks freeze")
	h.spoil()
	h.save()
	h.openExample("pro-and-con")
	if h.session.Path() == h.file {
		t.Fatal("the example is not shown")
	}
	goOn()
	if goOn(); h.session.Path() != h.file || h.button("Replace") == nil {
		t.Error("it does not ask about the map that was saved")
	}
}

func TestAllOpenMapsAreSavedUnasked(t *testing.T) {
	h := newHand(t)
	forgetting(h)
	h.app.Preferences().SetBool(prefAutosave, true)
	other := filepath.Join(t.TempDir(), "other.json")
	h.openExample("pro-and-con")
	h.saveTo(other, func() {})
	var any argument.ID
	for c := range h.session.Doc.Map().Claims() {
		any = c.ID
	}
	h.say(any, "Said in front")
	h.turn(0)
	h.say(top, "Said behind")
	h.turn(1)
	h.keep(time.Now().Add(time.Hour))
	if len(h.unsaved()) > 0 || !h.inFile("Said behind") {
		t.Errorf("%d maps are unsaved", len(h.unsaved()))
	}
	if data, err := os.ReadFile(other); err != nil || !strings.Contains(string(data), "Said in front") {
		t.Errorf("%s holds %s, %v", other, data, err)
	}
}
