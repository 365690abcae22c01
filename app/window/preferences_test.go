package window

import (
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"warrant/app/window/control"
	"warrant/app/window/keys"
	"warrant/app/window/look"
	"warrant/argument"
)

// forgetting has the program forget all choices at the end of a test.
func forgetting(h *hand) {
	h.Cleanup(func() {
		for _, key := range []string{prefTheme, prefContrast, prefScale, prefStill, prefLanguage, prefSemantics, prefPremises,
			prefJournal, prefAutosave, prefSaveEvery, prefRestore, prefScaleOf, prefKeys} {
			h.app.Preferences().RemoveValue(key)
		}
		h.setLook(func(l *look.Theme) { *l = look.Theme{} })
	})
}

func TestStoredChoicesThatMakeNoSenseAreHarmless(t *testing.T) {
	h := newHand(t)
	forgetting(h)
	p := h.app.Preferences()
	p.SetString(prefTheme, "pink")
	p.SetString(prefContrast, "yes")
	p.SetFloat(prefScale, 40)
	p.SetInt(prefStill, 1)
	p.SetString(prefLanguage, "no such tag")
	p.SetString(prefSemantics, "guess")
	p.SetFloat(prefPremises, 1)
	p.SetInt(prefJournal, -3)
	p.SetBool(prefAutosave, true)
	p.SetString(prefSaveEvery, "often")
	p.SetString(prefScaleOf, "likely 99 unlikely 1 never")
	p.SetStringList(prefKeys, []string{"Save=Ctrl+Nonsense"})

	h.look = &look.Theme{}
	h.readPreferences()
	h.readVerbalScale()
	if *h.look != (look.Theme{}) {
		t.Errorf("the look is %+v", *h.look)
	}
	if v := h.evaluation(); v != (argument.Evaluation{}) {
		t.Errorf("new maps begin with %+v", v)
	}
	if h.journalEvery() != usualJournal*time.Second || h.saveEvery() != usualAutosave*time.Second {
		t.Errorf("unsaved work is kept every %v, saved every %v", h.journalEvery(), h.saveEvery())
	}
	h.showPreferences()
	h.win.Canvas().Overlays().Top().Hide()
}

// answering finds what stands on a page of the preferences beside a name.
func answering[T fyne.CanvasObject](h *hand, page, name string) T {
	h.Helper()
	seek(h.win.Canvas().Overlays().Top(), func(b *control.Button) bool { return b.Text == page }).Tapped(nil)
	var found T
	seek(h.win.Canvas().Overlays().Top(), func(c *fyne.Container) bool {
		if len(c.Objects) == 2 {
			if l, ok := c.Objects[0].(*widget.Label); ok && l.Text == name {
				if o, ok := c.Objects[1].(T); ok {
					found = o
					return true
				}
			}
		}
		return false
	})
	if any(found) == nil {
		h.Fatalf("the preferences have no %q", name)
	}
	return found
}

func TestAChoiceCountsAtOnceAndAtTheNextStart(t *testing.T) {
	h := newHand(t)
	forgetting(h)
	h.showPreferences()
	answering[*control.Pick](h, "Look", "Light or dark").SetSelected("dark")
	answering[*control.Check](h, "Look", "Contrast").SetChecked(true)
	answering[*control.Pick](h, "Look", "Size of texts").SetSelected("150%")
	answering[*control.Check](h, "Look", "Motion").SetChecked(true)
	answering[*control.Pick](h, "Numbers", "Of linked premises").SetSelected("their product counts")
	answering[*control.Pick](h, "Files", "Unsaved work").SetSelected("every 10 seconds")
	answering[*control.Check](h, "Files", "At the start").SetChecked(false)
	answering[*pageField](h, "Numbers", "Words for numbers").SetText("no 50 yes")
	if got := h.palette().Name; got != "contrast-dark" {
		t.Errorf("the window is %s", got)
	}
	if got := h.look.Size("text"); got != 1.5*13 {
		t.Errorf("text is of size %v", got)
	}
	if got := h.desk.Scale.Word(0.9); got != "yes" {
		t.Errorf("0.9 is %q", got)
	}
	if got := h.emptyMap().Info().Evaluation; got.Premises != argument.Product || got.Semantics != "" {
		t.Errorf("a new map begins with %+v", got)
	}
	if h.journalEvery() != 10*time.Second || h.app.Preferences().BoolWithFallback(prefRestore, true) {
		t.Errorf("kept every %v", h.journalEvery())
	}
	want := *h.look
	h.look = &look.Theme{}
	if h.readPreferences(); *h.look != want {
		t.Errorf("the next start looks %+v, not %+v", *h.look, want)
	}
}

func TestWithReducedMotionCardsArriveAtOnce(t *testing.T) {
	h := newHand(t)
	forgetting(h)
	h.setLook(func(l *look.Theme) { l.Still = true })
	h.session.Doc.Select()
	if err := h.session.Doc.Do("Move", func(e *argument.Edit) error {
		return e.UpdateClaim(below, func(c *argument.Claim) { c.At.X += 500 })
	}); err != nil {
		t.Fatal(err)
	}
	mark := h.session.Doc.Mark()
	h.arrangeAll()
	if got := h.session.Doc.Mark(); got != mark+1 {
		t.Errorf("arranging took %d steps", got-mark)
	}
}

func TestMapsInFilesAreSavedUnaskedIfThatIsWanted(t *testing.T) {
	h := newHand(t)
	forgetting(h)
	now := time.Now()
	h.say(top, "Harbours melt")
	h.keep(now)
	if !h.session.Doc.Modified() {
		t.Fatal("saved, and nobody wanted that")
	}
	h.app.Preferences().SetBool(prefAutosave, true)
	h.keep(now.Add(time.Hour))
	if h.session.Doc.Modified() {
		t.Fatal("not saved")
	}

	h.say(top, "Harbours freeze over")
	h.write(func(p *argument.Parts) { p.Info.Title = "Of another" })
	before, err := os.ReadFile(h.file)
	if err != nil {
		t.Fatal(err)
	}
	h.keep(now.Add(2 * time.Hour))
	after, err := os.ReadFile(h.file)
	if err != nil {
		t.Fatal(err)
	}
	if string(before) != string(after) || !h.session.Doc.Modified() {
		t.Error("what another program wrote was saved over unasked")
	}
}

// hit is a key pressed where the keys are, as the toolkit sends it.
func (h *hand) hit(k fyne.KeyName) {
	h.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
}

func TestAKeyIsChangedInThePreferences(t *testing.T) {
	h := newHand(t)
	forgetting(h)
	p := newKeyPage(h.Window)
	h.win.Canvas().Overlays().Add(p.object)
	t.Cleanup(func() { h.win.Canvas().Overlays().Remove(p.object) })
	p.object.Resize(fyne.NewSize(500, 400))
	p.filter.SetText("collapse")
	if len(p.found) != 1 || p.found[0].Name != "Collapse or Expand" {
		t.Fatalf("found %d commands", len(p.found))
	}
	h.win.Canvas().Focus(p.list)
	now := func() *keys.Map { return h.menu.keys }

	h.hit(fyne.KeyReturn)
	h.recorder.hear(keys.Stroke{Key: fyne.KeyF11, Mods: ctrl | shift}) // nobody's
	if got := now().Of("Collapse or Expand").String(); got != "Ctrl+Shift+F11" {
		t.Fatalf("the key is %q", got)
	}

	h.hit(fyne.KeyReturn)
	h.menu.items["Save"].Action() // as the toolkit does on Ctrl+S
	if now().Of("Save").String() != "Ctrl+S" || p.told.Text != "Ctrl+S is “Save”." {
		t.Fatalf("nothing was asked: %q", p.told.Text)
	}
	h.hit(fyne.KeyReturn) // take it over
	if now().Of("Collapse or Expand").String() != "Ctrl+S" || now().Of("Save").Key != "" {
		t.Error("the key was not taken over")
	}

	h.hit(fyne.KeyReturn)
	h.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutCopy{})
	if now().Of("Copy").String() != "Ctrl+C" || now().Of("Collapse or Expand").String() != "Ctrl+S" {
		t.Error("a key that text fields know was given away")
	}
	p.offer("")
	h.win.Canvas().Focus(p.list)
	h.hit(fyne.KeyReturn)
	h.hit(fyne.KeyEscape)
	if now().Of("Collapse or Expand").String() != "Ctrl+S" || h.recorder != nil {
		t.Error("Escape did not leave it")
	}
	h.hit(fyne.KeyDelete)
	if now().Of("Collapse or Expand").Key != "" {
		t.Error("Delete did not take the key away")
	}
	p.change((*keys.Map).ResetAll)
	if now().Of("Save").String() != "Ctrl+S" || len(h.app.Preferences().StringList(prefKeys)) != 0 {
		t.Error("not all is as it came")
	}
}

func TestEveryNewMapBeginsAsThePersonWants(t *testing.T) {
	h := newHand(t)
	forgetting(h)
	want := argument.Evaluation{Semantics: argument.QuadraticEnergy}
	wants := func(how string) {
		t.Helper()
		if got := h.session.Doc.Map().Info().Evaluation; got.Semantics != want.Semantics {
			t.Errorf("%s, a map begins with %q, want %q", how, got.Semantics, want.Semantics)
		}
	}
	h.app.Preferences().SetString(prefSemantics, string(want.Semantics))
	h.closeShown()
	wants("after the last map is closed")
	if !h.starting() {
		t.Fatal("no start page")
	}
	want.Semantics = argument.EulerBased
	h.app.Preferences().SetString(prefSemantics, string(want.Semantics))
	h.newMap() // as does Empty Map on the page
	wants("from the start page")
	if len(h.places) != 1 {
		t.Errorf("%d maps are open", len(h.places))
	}
	if err := h.session.Doc.Do("Add", func(e *argument.Edit) error { _, err := e.AddClaim(argument.Claim{Text: "Ice"}); return err }); err != nil {
		t.Fatal(err)
	}
	want.Semantics = argument.LogOdds
	h.app.Preferences().SetString(prefSemantics, string(want.Semantics))
	h.newMap()
	wants("beside another")
}
