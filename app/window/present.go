package window

import (
	"time"

	"fyne.io/fyne/v2"

	"warrant/app/language"
	"warrant/app/present"
	"warrant/app/session"
	"warrant/app/window/keys"
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/surface"
	"warrant/canvas/tool"
)

// presentation shows a map to a class: the canvas alone, step by step, in the
// place of all else. It works on a copy of the map, so that nothing it does
// is an edit, and what was on the window is there again when it ends.
type presentation struct {
	w       *Window
	show    *present.Show
	stage   *present.Stage
	copy    *session.Session
	surface *surface.Surface
	caption *caption
	full    bool // the window filled the screen before

	mark    argument.Mark // of the copy before any what-if
	before  float64       // credence of the contention then; negative where it is not known
	light   present.Light // that is seen
	flight  *fyne.Animation
	flying  bool
	begun   bool // another step was gone to
	grabbed bool // the speaker has moved the camera since the step began
}

// present shows the map's steps from one of them on, or where it has none
// the tour that the map suggests.
func (w *Window) present(from int) {
	if w.presenting != nil || w.working != nil || w.win.Canvas().Overlays().Top() != nil {
		return
	}
	w.commit()
	w.tool.Cancel()
	w.session.Doc.Mark() // cards on their way are at their aim
	steps := w.session.Doc.Map().Parts().Steps
	if len(steps) == 0 {
		steps = w.suggested()
	}
	if len(steps) == 0 {
		w.explain(language.Say("there is nothing to present yet"))
		return
	}
	var drawn *session.Session
	var err error
	n := w.session.Snapshot().Unfolded()
	w.do(language.Say("Preparing the presentation…"), func(k *work) { drawn, err = n.Drawn(k.stop) }, func() {
		if err != nil {
			w.fail(err)
			return
		}
		w.presentOn(drawn, steps, from)
	}, nil)
}

// addStep adds a step that shows what is selected, and shows it in its tab.
func (w *Window) addStep() {
	w.side.named("Steps")
	w.steps.Add()
}

// suggestSteps puts the tour that the map suggests in the place of all steps.
func (w *Window) suggestSteps() {
	w.side.named("Steps")
	w.steps.Suggest()
}

// suggested are the steps of the tour that the map suggests.
func (w *Window) suggested() []argument.Step {
	return present.Suggested(w.session.Doc.Map(), func(link argument.ID) float64 { return w.session.Numbers.Link(link).Delivers }, language.Say("Evidence"))
}

func (w *Window) presentOn(copy *session.Session, steps []argument.Step, from int) {
	translate(copy.Scene)
	copy.EndWhatIf()
	p := &presentation{w: w, copy: copy, full: w.win.FullScreen(), mark: copy.Doc.Mark(), before: -1}
	p.show = present.New(copy.Doc.Map(), steps, from)
	p.stage = present.NewStage(copy.Scene, func() { p.settle() })
	p.stage.Go = func(by int) { p.answer(moved(p.show.GoBy(by))) }
	p.stage.Slide, p.stage.LeaveOut = p.slide, p.leaveOut
	p.stage.Base = func(link argument.ID) float64 { return copy.Numbers.Link(link).Base }
	p.stage.Point = p.point
	p.stage.Grab = func() { p.grabbed = true }
	p.stage.After = func(d time.Duration, fn func()) { time.AfterFunc(d, func() { fyne.Do(fn) }) }
	if v, known := p.credence(); known {
		p.before = v
	}
	p.surface = surface.New(p.stage, copy.Scene, copy.Doc, p.palette(), w.fonts, heldKeys)
	p.surface.SetBare(true)
	p.surface.SetStill(w.still())
	p.surface.OnKey(func(k tool.Key, m tool.Mods) bool { p.key(k, m); return true })
	p.surface.OnUnusedKey(func(k tool.Key) { p.key(k, 0) })
	p.caption = newCaption(p)
	w.presenting = p
	w.tip.Leave(w.tip.Over())
	w.page.below.Hide()
	for _, bar := range w.stepBars() {
		bar.layer.Hide()
	}
	w.hall.Objects = []fyne.CanvasObject{p.surface, p.caption.object}
	w.hall.Show()
	w.win.SetFullScreen(true)
	w.setMenu(nil)
	p.light = p.show.Light()
	copy.Scene.Veil(p.light)
	p.settle()
	p.focus()
}

// point shows the spotlight, or ends it.
func (p *presentation) point(at geom.Point, on bool) {
	if on {
		p.caption.spot.shine(at, 130*p.caption.scale(), p.stage.Size(), float64(p.w.win.Canvas().Scale()))
	} else {
		p.caption.spot.object.Hide()
	}
	p.surface.Repaint() // the toolkit draws nothing for what was never shown
}

func (p *presentation) focus() { p.surface.TakeFocus(p.w.win.Canvas()) }

// palette is made for a projector: the contrasts of a wall are poor.
func (p *presentation) palette() *palette.Palette {
	if p.w.palette().Dark {
		return palette.ProjectorDark
	}
	return palette.ProjectorLight
}

// recolor follows a change of theme.
func (p *presentation) recolor() {
	p.surface.SetPalette(p.palette())
	p.caption.tell()
}

// key does what a key of the canvas means.
func (p *presentation) key(k tool.Key, m tool.Mods) {
	if m&(tool.Command|tool.Alt) != 0 {
		if p.w.menu.keys.Does(keys.OfCanvas(k, m)) == "Quit" {
			p.w.close()
		} else if k == "+" || k == "=" || k == "-" || k == "0" {
			p.answer(p.show.Key(string(k), false))
		}
		return
	}
	if k == "Escape" && p.caption.help {
		k = "F1" // it closes what lies on top first
	}
	p.answer(p.show.Key(string(k), m&tool.Shift != 0))
}

func moved(yes bool) present.Answer {
	if yes {
		return present.Moved
	}
	return present.Altered
}

func (p *presentation) answer(a present.Answer) {
	switch a {
	case present.Moved:
		p.begun = true
		p.fly()
	case present.Altered:
		p.relight()
		p.caption.tell()
	case present.Over:
		p.w.endPresentation()
	case present.ZoomIn:
		p.stage.ZoomIn()
	case present.ZoomOut:
		p.stage.ZoomOut()
	case present.Refit:
		p.fly()
	case present.Help:
		p.begun, p.caption.help = true, !p.caption.help
		p.caption.tell()
	}
}

// settle shows the step as it is, at once: in the beginning, and when the
// window has another size. A camera in the speaker's hand stays.
func (p *presentation) settle() {
	if p.w.presenting != p || p.stage.Size() == (geom.Size{}) {
		return
	}
	p.caption.tell()
	if p.flight != nil {
		p.flight.Stop()
		p.flight, p.flying = nil, false
		p.relight()
	}
	if !p.grabbed {
		p.stage.SetView(p.show.Camera(p.copy.Scene, p.stage.Size(), p.caption.covered()))
	}
}

func (p *presentation) relight() {
	p.light = p.show.Light()
	p.copy.Scene.Veil(p.light)
}

// fly goes over to the step that is to be shown: what comes into sight fades
// in while the camera goes there. Another step, or the speaker's hand on the
// camera, may come between at any time.
func (p *presentation) fly() {
	p.forget()
	p.grabbed = false
	p.caption.tell()
	if p.flight != nil {
		p.flight.Stop()
	}
	from, to := p.light, p.show.Light()
	way := present.Fly(p.stage.View(), p.show.Camera(p.copy.Scene, p.stage.Size(), p.caption.covered()), p.stage.Size())
	at := func(k float64) {
		p.flying = k < 1
		p.light = present.Between(from, to, k)
		p.copy.Scene.Veil(p.light)
		if !p.grabbed {
			p.stage.SetView(way.At(k))
		}
	}
	if p.w.still() {
		at(1)
		return
	}
	p.flying = true
	p.flight = &fyne.Animation{Duration: way.Takes(), Curve: fyne.AnimationLinear, Tick: func(k float32) { at(float64(k)) }}
	p.flight.Start()
}

// stepBars are the bars over the window that there are.
func (w *Window) stepBars() (bars []*stepBar) {
	if w.settling != nil {
		bars = append(bars, w.settling.stepBar)
	}
	if w.differences != nil {
		bars = append(bars, w.differences.stepBar)
	}
	return bars
}

// setMenu puts the menu above the window, or takes it away, and gives what is
// below it the room, which the toolkit does not.
func (w *Window) setMenu(m *fyne.MainMenu) {
	w.win.SetMainMenu(m)
	w.win.SetContent(w.win.Content())
}

// endPresentation brings the window back as it was.
func (w *Window) endPresentation() {
	p := w.presenting
	if p == nil {
		return
	}
	w.presenting = nil
	if p.flight != nil {
		p.flight.Stop()
	}
	p.stage.Cancel()
	p.copy.Close(true)
	w.hall.Hide()
	w.hall.Objects = nil
	if !p.full {
		w.win.SetFullScreen(false)
	}
	w.page.below.Show()
	w.setMenu(w.menu.main)
	for _, bar := range w.stepBars() {
		bar.layer.Show()
	}
	w.surface.Repaint()
	w.focusCanvas()
	w.lookAtDisk() // it was not to be asked about meanwhile
}
