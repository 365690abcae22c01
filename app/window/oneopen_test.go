package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// A file is open once, however it is spelled and whatever way it comes.
func TestAFileIsOpenOnce(t *testing.T) {
	h := newHand(t)
	beside := h.beside()
	link := filepath.Join(t.TempDir(), "link.json")
	if err := os.Symlink(beside, link); err != nil {
		t.Fatal(err)
	}
	third := filepath.Join(t.TempDir(), "third.json")
	if data, err := os.ReadFile(beside); err != nil || os.WriteFile(third, data, 0o600) != nil {
		t.Fatal("the third map is not there")
	}
	slanted := filepath.Dir(third) + "/../" + filepath.Base(filepath.Dir(third)) + "/third.json"
	drop := func(paths ...string) {
		var all []fyne.URI
		for _, p := range paths {
			all = append(all, storage.NewFileURI(p))
		}
		h.dropped(fyne.NewPos(2, 2), all)
	}
	for _, c := range []struct {
		what  string
		do    func()
		shown string
		open  int
	}{
		{"the other tab's file", func() { h.turn(0); h.openPath(beside) }, beside, 2},
		{"a symlink to it", func() { h.turn(0); h.openPath(link) }, beside, 2},
		{"the symlink dropped", func() { h.turn(0); drop(link) }, beside, 2},
		{"one file dropped twice in two spellings", func() { drop(third, slanted) }, third, 3},
		{"it and others dropped once more", func() { drop(beside, link, slanted) }, third, 3},
	} {
		c.do()
		if h.session.Path() != c.shown || len(h.places) != c.open {
			t.Errorf("%s: %s is shown, %d maps are open; want %s and %d", c.what, h.session.Path(), len(h.places), c.shown, c.open)
		}
	}
}

// Two tabs of one file would take each other's saves for another program's.
func TestAFileThatIsOpenIsNotSavedTo(t *testing.T) {
	h := newHand(t)
	beside := h.beside()
	was, err := os.ReadFile(h.file)
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link.json")
	if err := os.Symlink(h.file, link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{h.file, link} {
		h.turn(1)
		h.saveTo(path, func() { t.Errorf("it was saved to %s", path) })
		if h.button("Another Name…") == nil {
			t.Fatalf("%s: it does not ask for another name", path)
		}
		if now, err := os.ReadFile(h.file); err != nil || string(now) != string(was) || h.session.Path() != beside {
			t.Errorf("%s: the file was written, %v, or the map is another's: %s", path, err, h.session.Path())
		}
		h.press("Show That Map")
		if h.session.Path() != h.file || h.asks() {
			t.Errorf("%s: %s is shown", path, h.session.Path())
		}
	}
	h.turn(1)
	h.saveTo(beside, func() {}) // its own
	if h.asks() {
		t.Error("it asks about its own file")
	}
}

// A file is taken from the moment at which a save to it was asked for.
func TestAFileThatIsBeingSavedToIsTaken(t *testing.T) {
	h := newHand(t)
	h.beside()
	goOn := h.slowly()
	coming := filepath.Join(t.TempDir(), "coming.json")
	h.saveTo(coming, func() {})
	h.turn(0)
	h.saveTo(coming, func() {})
	if h.button("Another Name…") == nil {
		t.Fatal("two maps are saved to one file")
	}
	h.press("Cancel")
	for goOn() {
	}
	if h.session.Path() != h.file || h.places[1].session.Path() != coming {
		t.Errorf("the maps are in %s and %s", h.session.Path(), h.places[1].session.Path())
	}
}

// The window's own button is heard over a question.
func TestClosingTheWindowOverAQuestionAsksOneThing(t *testing.T) {
	for what, ask := range map[string]func(h *hand){
		"quitting":           func(h *hand) { h.close() },
		"quitting twice":     func(h *hand) { h.close(); h.close() },
		"closing a map":      func(h *hand) { h.closeShown() },
		"an error":           func(h *hand) { h.fail(os.ErrInvalid) },
		"an error of errors": func(h *hand) { h.fail(os.ErrInvalid); h.fail(os.ErrExist) },
		"the preferences":    func(h *hand) { h.showPreferences() },
		"the file dialog":    func(h *hand) { h.saveAs() },
		"the title":          func(h *hand) { h.editTitle() },
		"the commands":       func(h *hand) { h.findCommand() },
		"a choice":           func(h *hand) { h.pick(fyne.NewPos(9, 9), []pickRow{{"+", "A", "A"}}, func(int) {}) },
	} {
		h := newHand(t)
		h.say(top, "Docks freeze")
		ask(h)
		h.close()
		if n := len(h.win.Canvas().Overlays().List()); n != 1 || h.button("Don't Save") == nil {
			t.Errorf("%s: %d things are asked", what, n)
			continue
		}
		h.press("Cancel")
		if h.asks() || !h.session.Doc.Modified() {
			t.Errorf("%s: cancelled, and it asks: %v", what, h.asks())
		}
	}
}

func TestTwoMapsCloseWhenASlowSaveIsOver(t *testing.T) {
	h := newHand(t)
	first := h.places[0]
	h.beside()
	second := h.places[1]
	example := func() { h.openExample("pro-and-con") }
	example()
	goOn := h.slowly()
	for i, p := range []*place{first, second} {
		h.turn(i)
		h.say(top, "Docks freeze")
		h.save()
		h.closePlace(p)
	}
	if len(h.places) != 3 {
		t.Fatalf("%d maps are open: it did not wait", len(h.places))
	}
	if goOn(); len(h.places) != 2 || h.places[0] != second {
		t.Errorf("the first is saved, and %d are open", len(h.places))
	}
	if goOn(); len(h.places) != 1 || h.asks() {
		t.Errorf("the second is saved, and %d are open; it asks: %v", len(h.places), h.asks())
	}
}

// A map that is not being saved need not wait for one that is.
func TestAnotherMapClosesDuringASave(t *testing.T) {
	h := newHand(t)
	h.beside()
	goOn := h.slowly()
	h.say(top, "Docks freeze")
	h.save()
	h.closePlace(h.places[0])
	if len(h.places) != 1 || h.session.Path() == h.file {
		t.Errorf("%d maps are open", len(h.places))
	}
	goOn()
	if h.session.Doc.Modified() || h.asks() {
		t.Error("it is not saved")
	}
}

// What waits for a save waits for an answer too, and is not forgotten by a
// question about something else.
func TestClosingWaitsForAnAnswerToo(t *testing.T) {
	h := newHand(t)
	h.beside()
	h.turn(0)
	goOn := h.slowly()
	h.say(top, "Docks freeze")
	h.save()
	h.closeShown()
	h.fail(os.ErrInvalid)
	if goOn(); len(h.places) != 2 {
		t.Error("it was closed beneath an error")
	}
	h.press("OK")
	h.saves.goOn() // as the next beat does
	if len(h.places) != 1 {
		t.Error("closing was forgotten")
	}
}

// A save that finds something out and has nothing to ask is no question.
func TestClosingOutlivesALookAtTheFile(t *testing.T) {
	h := newHand(t)
	goOn := h.slowly()
	h.say(top, "Docks freeze")
	if err := os.Remove(h.file); err != nil {
		t.Fatal(err)
	}
	h.save()
	h.closeShown()
	for goOn() {
	}
	if h.asks() || !h.starting() || !h.inFile("Docks freeze") {
		t.Errorf("it asks: %v, and is closed: %v", h.asks(), h.starting())
	}
}

func TestSavingTwiceAsksOnce(t *testing.T) {
	h := newHand(t)
	goOn := h.slowly()
	h.say(top, "Docks freeze")
	h.spoil()
	h.save()
	h.save()
	h.save()
	for goOn() {
	}
	if n := len(h.win.Canvas().Overlays().List()); n != 1 {
		t.Fatalf("%d things are asked", n)
	}
	h.press("Replace")
	for goOn() {
	}
	if h.asks() || !h.inFile("Docks freeze") || h.session.Doc.Modified() {
		t.Errorf("it asks: %v", h.asks())
	}
}

// Several maps are closed one after the other; Cancel leaves the others.
func TestClosingSeveralAsksAboutEach(t *testing.T) {
	for _, c := range []struct{ answers, left string }{
		{"Don't Save, Don't Save", "map.json"},
		{"Save, Don't Save", "map.json"},
		{"Cancel", "map.json a.json b.json"},
		{"Don't Save, Cancel", "map.json b.json"},
	} {
		h := newHand(t)
		for _, name := range []string{"a.json", "b.json"} {
			beside := h.beside()
			path := filepath.Join(t.TempDir(), name)
			if err := os.Rename(beside, path); err != nil {
				t.Fatal(err)
			}
			h.closeShown()
			h.openPath(path)
			h.say(top, "Docks freeze")
		}
		h.closePlaces(h.places[1:]...)
		for answer := range strings.SplitSeq(c.answers, ", ") {
			if n := len(h.win.Canvas().Overlays().List()); n != 1 {
				t.Fatalf("%s: %d things are asked", c.answers, n)
			}
			h.press(answer)
		}
		var left []string
		for _, p := range h.places {
			left = append(left, filepath.Base(p.session.Path()))
		}
		if got := strings.Join(left, " "); got != c.left || h.asks() {
			t.Errorf("%s: open are %s, and it asks: %v; want %s", c.answers, got, h.asks(), c.left)
		}
	}
}
