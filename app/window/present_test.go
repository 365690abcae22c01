package window

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"warrant/app/filter"
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
	"warrant/canvas/tool"
)

// presented opens a presentation and returns it.
func (h *hand) presented(from int) *presentation {
	h.Helper()
	h.present(from)
	if h.presenting == nil {
		h.Fatal("there is no presentation")
	}
	return h.presenting
}

func (h *hand) withSteps(steps ...argument.Step) {
	h.Helper()
	if err := h.session.Doc.Do("Steps", func(e *argument.Edit) error {
		for _, s := range steps {
			if _, err := e.AddStep(s); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		h.Fatal(err)
	}
}

// A presentation leaves no trace: whatever is done in it, the map, the
// selection, the view, the filter, the marks, the what-if and the panels are
// as they were.
func TestPresentingLeavesNoTrace(t *testing.T) {
	h := newHand(t)
	h.withSteps(argument.Step{Focus: []argument.ID{top}, Reveal: []argument.ID{top}, Say: "Why?"}, argument.Step{Focus: []argument.ID{"l1"}, Reveal: []argument.ID{below}})
	h.session.Doc.Select(below)
	h.side.named("Outline")
	h.tool.SetView(geom.View{Origin: geom.Pt(-33, 21), Zoom: 1.25})
	h.aside.sift(filter.Filter{Words: "winter"})
	h.session.LeaveOut("l1", true)
	state, view, faint := h.session.Doc.State(), h.tool.View(), h.faint()
	credence := h.session.Numbers.Claim(top)

	p := h.presented(0)
	if h.page.below.Visible() || !h.hall.Visible() || h.win.MainMenu() != nil || !h.win.FullScreen() {
		t.Error("all but the map is to be gone, and the window to fill the screen")
	}
	if got := p.copy.Scene.Shows(below); got != 0 {
		t.Errorf("what is not revealed yet is drawn by %v", got)
	}
	h.hit(fyne.KeyRight)
	if at, _ := p.show.At(); at != 1 || p.copy.Scene.Shows(below) != 1 {
		t.Errorf("after → it shows step %d, and the claim that comes in by %v", at, p.copy.Scene.Shows(below))
	}
	for _, k := range []fyne.KeyName{fyne.KeyDelete, fyne.KeyTab, fyne.KeyReturn, fyne.KeyV, fyne.KeyC, fyne.KeyF2, fyne.KeyF6, fyne.KeyB, fyne.KeyB, fyne.KeyT, fyne.KeyH, fyne.KeyF1, fyne.KeyPlus} {
		h.hit(k)
	}
	for _, s := range []fyne.Shortcut{&fyne.ShortcutUndo{}, &fyne.ShortcutPaste{}, &desktop.CustomShortcut{KeyName: fyne.KeyT, Modifier: fyne.KeyModifierControl}} {
		p.surface.TypedShortcut(s)
	}
	at := p.stage.View().ToScreen(p.copy.Scene.Link("l1").Label.Center())
	p.stage.Down(tool.Pointer{At: at, Button: tool.Primary})
	p.stage.Move(tool.Pointer{At: at.Add(geom.Pt(-50, 0)), Button: tool.Primary})
	p.stage.Up(tool.Pointer{At: at.Add(geom.Pt(-50, 0)), Button: tool.Primary})
	if p.caption.answer == "" {
		t.Error("a what-if is not answered")
	}
	h.hit(fyne.KeyEscape) // closes the keys
	if h.presenting == nil || p.caption.help {
		t.Fatal("Escape is to close the keys first")
	}
	h.hit(fyne.KeyEscape)

	if h.presenting != nil || !h.page.below.Visible() || h.hall.Visible() || h.win.MainMenu() != h.menu.main || h.win.FullScreen() {
		t.Error("after Escape the window is not what it was")
	}
	if h.session.Doc.State() != state || h.tool.View() != view || h.faint() != faint || !slices.Equal(h.session.Doc.Selection(), []argument.ID{below}) {
		t.Errorf("state %d, view %v, aside %q, selected %v; before %d, %v, %q, %v", h.session.Doc.State(), h.tool.View(), h.faint(), h.session.Doc.Selection(), state, view, faint, below)
	}
	if h.session.Numbers.Claim(top) != credence || h.side.all[h.side.chosen].name != "Outline" || h.win.Canvas().Focused() != fyne.Focusable(h.surface) {
		t.Error("the numbers, the panel or the keys are elsewhere than before")
	}
}

func TestAMapWithoutStepsIsPresentedAsItSuggests(t *testing.T) {
	h := newHand(t)
	state := h.session.Doc.State()
	p := h.presented(0)
	if _, of := p.show.At(); of != 3 { // the contention, its reason, the whole
		t.Errorf("it has %d steps", of)
	}
	h.hit(fyne.KeyEnd)
	h.hit(fyne.KeyEscape)
	if h.session.Doc.State() != state || h.session.Doc.Map().NumSteps() != 0 {
		t.Error("presenting has changed the map")
	}
	h.newMap()
	h.present(0)
	if h.presenting != nil || !strings.Contains(h.foot.said.Text, "nothing to present") {
		t.Errorf("an empty map is presented, or nothing said: %q", h.foot.said.Text)
	}
}

func TestPresentFromTheChosenStep(t *testing.T) {
	h := newHand(t)
	h.withSteps(argument.Step{ID: "p1"}, argument.Step{ID: "p2"}, argument.Step{ID: "p3"})
	h.side.named("Steps")
	h.steps.Attach()
	h.hit(fyne.KeyF6) // any key of the window: the canvas has them
	p := h.presented(2)
	if at, _ := p.show.At(); at != 2 {
		t.Errorf("it begins at %d", at)
	}
	h.close()
	if h.presenting != nil {
		t.Error("closing the window does not end the presentation first")
	}
}

// A collapsed branch is shown whole, and stays collapsed.
func TestWhatIsCollapsedIsPresented(t *testing.T) {
	h := newHand(t)
	h.session.Doc.Select(top)
	h.tool.ToggleCollapse()
	if h.session.Scene.Card(below) != nil {
		t.Fatal("the branch is not collapsed")
	}
	p := h.presented(1)
	if p.copy.Scene.Card(below) == nil || p.copy.Scene.Shows(below) == 0 {
		t.Error("a claim below a collapsed one is not presented")
	}
	h.hit(fyne.KeyEscape)
	if h.session.Scene.Card(below) != nil {
		t.Error("the branch is not collapsed any more")
	}
}

// Whatever a map says, the band has it or the beginning of it, and leaves
// room for the map.
func TestTheBandHoldsWhatIsSaid(t *testing.T) {
	h := newHand(t)
	h.withSteps(
		argument.Step{Title: "Kurz", Say: "Ein Satz."},
		argument.Step{Say: strings.Repeat("A long sentence that goes on and on. ", 40)},
		argument.Step{Title: strings.Repeat("Title ", 60), Say: strings.Repeat("Seite um Seite steht hier Text. ", 400)},
		argument.Step{Title: strings.Repeat("表題", 100_000), Say: strings.Repeat("Wort für Wort, ", 100_000)},
		argument.Step{Title: "هل تتجه روسيا شرقا؟", Say: "سؤال واحد، وثلاثة أسباب."},
		argument.Step{Say: "俄罗斯会转向东方吗？理由有三个。"},
		argument.Step{},
	)
	p := h.presented(0)
	for _, size := range []geom.Size{{W: 1024, H: 768}, {W: 1920, H: 1080}, {W: 640, H: 480}} {
		p.stage.Resize(size)
		for i := range 7 {
			p.show.Key("Home", false)
			p.show.GoBy(i)
			p.caption.tell()
			if c := p.caption.covered(); c <= 0 || c > 0.62*size.H {
				t.Errorf("at %v step %d: the band covers %v", size, i+1, c)
			}
		}
	}
	h.hit(fyne.KeyEscape)
}

// A comparison goes on where it was when the presentation ends.
func TestAComparisonOutlivesAPresentation(t *testing.T) {
	h := newHand(t)
	h.compareNow(h.other("other.json", func(p *argument.Parts) { p.Claims[1].Text = "It is cold" }))
	if !h.differences.open() {
		t.Fatal("there is nothing to compare")
	}
	marked := h.marked()
	p := h.presented(0)
	if h.differences.layer.Visible() || len(p.copy.Scene.MarkShapes(p.copy.Scene.Bounds())) > 0 {
		t.Error("the comparison is seen in the presentation")
	}
	h.hit(fyne.KeyEscape)
	if !h.differences.open() || !h.differences.layer.Visible() || !maps.Equal(h.marked(), marked) {
		t.Error("the comparison is over")
	}
}

func TestMarksStayOffThePresentation(t *testing.T) {
	h := newHand(t)
	h.marks.find(map[argument.ID]scene.Mark{below: scene.Found})
	p := h.presented(0)
	if p.copy.Scene.MarkOf(below) != scene.NoMark {
		t.Error("what a search found is marked in the presentation")
	}
	h.hit(fyne.KeyEscape)
	if h.session.Scene.MarkOf(below) != scene.Found {
		t.Error("what was found is marked no more")
	}
}
