package window

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"warrant/app/filter"
	"warrant/app/window/keys"
	"warrant/argument"
	"warrant/canvas/geom"
)

// beside opens another map in a tab of its own, and returns its file.
func (h *hand) beside() string {
	h.Helper()
	file := h.file
	h.file = filepath.Join(h.TempDir(), "beside.json")
	h.write(func(p *argument.Parts) { p.Info.ID, p.Info.Title = "beside", "Beside" })
	if err := h.load(h.file); err != nil {
		h.Fatal(err)
	}
	beside := h.file
	h.file = file
	return beside
}

// conflict has the file and the map say what does not agree, and merges them.
func (h *hand) conflict(file string) {
	h.Helper()
	h.say(top, "Docks freeze")
	was := h.file
	h.file = file
	h.write(func(p *argument.Parts) {
		p.Info = h.session.Doc.Map().Info()
		p.Claims[0].Text, p.Claims[1].Text = "Ports freeze", "It is March"
	})
	h.file = was
	h.lookAtDisk()
	h.press("Merge")
	if !h.settling.open() {
		h.Fatal("there is no conflict")
	}
}

func TestWhatIsToBeSettledStaysWithItsMap(t *testing.T) {
	h := newHand(t)
	h.conflict(h.file)
	first := h.session
	beside := h.beside()
	if h.settling.open() || len(h.marked()) > 0 {
		t.Errorf("the other map has the bar, or marks %v", h.marked())
	}
	h.app.Preferences().SetBool(prefAutosave, true)
	t.Cleanup(func() { h.app.Preferences().RemoveValue(prefAutosave) })
	if h.saveByItself(); !first.Doc.Modified() {
		t.Error("what nobody has settled was saved unasked")
	}
	h.write(func(p *argument.Parts) { p.Claims[1].Text = "It is June" })
	if h.lookAtDisk(); h.asks() {
		t.Error("it asks about a map that is not shown")
	}
	h.turn(0)
	if !h.settling.open() || len(h.marked()) == 0 {
		t.Error("back at its map, the bar is not there, or nothing is marked")
	}
	h.turn(1)
	h.conflict(beside) // the bar is of this map from now on
	if h.press("Done"); len(h.marked()) > 0 {
		t.Errorf("settled, and marked are %v", h.marked())
	}
	h.turn(0)
	if h.settling.open() || len(h.marked()) > 0 {
		t.Errorf("given up, and the bar is there, or marked are %v", h.marked())
	}
}

func TestAnAnswerGoesToTheMapThatWasAskedAbout(t *testing.T) {
	for _, closes := range []bool{false, true} {
		h := newHand(t)
		h.say(below, "It is January")
		h.write(func(p *argument.Parts) { p.Claims[0].Text = "Ports freeze" })
		asked := h.places[0]
		h.lookAtDisk()
		h.beside() // as a question of the system does, which the dialog does not hold up
		if closes {
			h.Window.drop(asked)
		}
		h.press("Take Theirs")
		if shown := h.places[h.at] == asked; shown == closes {
			t.Errorf("closed: %v, and it is shown: %v", closes, shown)
		}
		want := map[bool]string{false: "Ports freeze", true: "Harbours freeze"}[closes]
		if got := h.said(top); got != want {
			t.Errorf("closed: %v, and the map shown says %q", closes, got)
		}
	}
}

func TestClosingAMapWhoseFileChangedAsksOneThing(t *testing.T) {
	h := newHand(t)
	h.say(below, "It is January")
	first := h.places[0]
	h.beside()
	h.write(func(p *argument.Parts) { p.Claims[0].Text = "Ports freeze" })
	h.lookAtDisk()
	h.closePlace(first)
	h.press("Don't Save")
	if h.asks() || len(h.places) != 1 {
		t.Errorf("%d maps are open, and it asks: %v", len(h.places), h.asks())
	}
}

func TestWhatWasFoundIsNotMarkedForEver(t *testing.T) {
	h := newHand(t)
	h.findWords()
	h.lookup.Open("freeze")
	if len(h.marked()) != 1 {
		t.Fatalf("marked are %v", h.marked())
	}
	h.beside()
	h.lookup.close()
	if h.turn(0); len(h.marked()) != 0 {
		t.Errorf("nothing is looked for, and marked are %v", h.marked())
	}
}

func TestWhatIsAsideOutlivesAnotherOrderInTheFile(t *testing.T) {
	h := newHand(t)
	h.aside.sift(filter.Filter{Noted: true})
	was := h.session
	h.write(func(p *argument.Parts) { p.Claims[0], p.Claims[1] = p.Claims[1], p.Claims[0] })
	h.lookAtDisk()
	if h.session == was || h.faint() != "c1 c2 l1" || !h.aside.bar.object.Visible() {
		t.Errorf("read anew: %v, aside are %q", h.session != was, h.faint())
	}
}

func TestEscapeEndsTheWhatIfOfTheMapThatIsShown(t *testing.T) {
	h := newHand(t)
	h.session.LeaveOut("l1", true)
	first := h.session
	h.beside()
	h.write(withThird) // of the first, which is not shown
	if h.trying {
		t.Error("the other map has a what-if on")
	}
	h.turn(0)
	h.surface.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if _, on := first.WhatIf(); on {
		t.Error("Escape is to end the what-if")
	}
}

func TestAKeyOnTheStartPageLeavesIt(t *testing.T) {
	h := newHand(t)
	h.setKey(func(k *keys.Map) { k.Change("Turn Support and Opposition", keys.Stroke{Key: fyne.KeyF8}) })
	t.Cleanup(func() { h.app.Preferences().RemoveValue(prefKeys) })
	h.session.Doc.Select("l1")
	h.showStart()
	h.unusedKey(&fyne.KeyEvent{Name: fyne.KeyF8})
	if l := h.session.Doc.Map().Link("l1"); h.starting() || l.Kind != argument.Opposes {
		t.Errorf("the page is there: %v, and the link %s", h.starting(), l.Kind)
	}
}

func TestNothingIsDroppedOnAQuestion(t *testing.T) {
	h := newHand(t)
	h.fail(os.ErrInvalid)
	h.drop(geom.Pt(600, 600), h.withFile("notes.txt", "Ships wait"))
	if n := h.session.Doc.Map().NumClaims(); n != 2 {
		t.Errorf("%d claims", n)
	}
}

// What is about a map is not done unseen beneath the start page.
func TestACommandOfAMapLeavesTheStartPage(t *testing.T) {
	for name, leaves := range map[string]bool{"Find and Replace…": true, "Find": true, "Select All": true, "Light": false} {
		h := newHand(t)
		forgetting(h)
		h.showStart()
		h.menu.items[name].Action()
		if h.starting() == leaves {
			t.Errorf("%s: the start page is there: %v", name, h.starting())
		}
	}
}
