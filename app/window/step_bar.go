package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/window/control"
	"warrant/argument"
	"warrant/canvas/geom"
)

// stepBar is a bar over the canvas that steps through things of the map. The
// map can be worked on meanwhile.
type stepBar struct {
	w     *Window
	at    int
	steps int
	all   bool                 // all that a step is about is selected, not the first alone
	turn  func() []argument.ID // shows the step at, and names what it is about
	leave func()

	bar         *fyne.Container // with all that follows in it
	layer       *fyne.Container // over the whole window, with only the bar in it
	tools       *fyne.Container
	body        *fyne.Container
	title, text *widget.Label
	back, ahead *control.Answer
	done        *control.Answer
}

// newStepBar puts a bar over the window. It is hidden until it begins.
func newStepBar(w *Window, turn func() []argument.ID, leave func()) *stepBar {
	s := &stepBar{w: w, turn: turn, leave: leave}
	s.title = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	s.title.Truncation = fyne.TextTruncateEllipsis
	s.text = widget.NewLabel("")
	s.text.Wrapping = fyne.TextWrapWord
	s.back = s.button(language.Say("‹ Back"), func() { s.show(s.at - 1) })
	s.ahead = s.button(language.Say("Next ›"), func() { s.show(s.at + 1) })
	s.back.Importance, s.ahead.Importance = widget.LowImportance, widget.LowImportance
	s.done = s.button(language.Say("Done"), leave)
	s.tools = container.NewHBox(s.back, s.ahead, s.done)
	s.body = container.NewVBox(container.NewBorder(nil, nil, nil, s.tools, s.title), s.text)
	s.bar = container.NewStack(newPlate(), container.NewPadded(container.NewPadded(s.body)))
	s.bar.Hide()
	s.layer = container.New(&overCanvas{}, s.bar)
	w.win.SetContent(container.NewStack(w.win.Content(), s.layer))
	return s
}

// add puts something below the text.
func (s *stepBar) add(o fyne.CanvasObject) { s.body.Add(o) }

// button is one that Return presses too; Escape leaves the bar, and the arrows
// and F7 step.
func (s *stepBar) button(text string, tapped func()) *control.Answer {
	b := control.NewAnswer(text, s.leave, tapped)
	b.Also = s.key
	return b
}

func (s *stepBar) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyRight, fyne.KeyF7:
		s.show(s.at + 1)
	case fyne.KeyLeft:
		s.show(s.at - 1)
	default:
		if !control.FunctionKey(k) {
			return false
		}
		s.w.unusedKey(&fyne.KeyEvent{Name: k})
	}
	return true
}

func (s *stepBar) open() bool { return s.bar.Visible() }

func (s *stepBar) begins(steps int) {
	s.steps = steps
	s.bar.Show()
	s.show(0)
}

func (s *stepBar) hide() {
	s.bar.Hide()
	s.w.focusCanvas()
}

// show turns to a step, and to what it is about.
func (s *stepBar) show(at int) { s.look(s.put(at)...) }

// put shows what a step says, and names what it is about. A button that has
// the keys and can do no more gives them on.
func (s *stepBar) put(at int) []argument.ID {
	s.at = min(max(at, 0), s.steps-1)
	enable(s.back, s.at > 0)
	enable(s.ahead, s.at < s.steps-1)
	if b, ok := s.w.win.Canvas().Focused().(*control.Answer); ok && b.Disabled() {
		next := s.ahead
		if b == s.ahead {
			next = s.done
		}
		s.w.win.Canvas().Focus(next)
	}
	about := s.turn()
	s.layer.Refresh() // the bar is as high as it will be
	return about
}

// stepBy turns the bar that is open, so that it can be stepped through while
// the canvas has the keys.
func (w *Window) stepBy(by int) {
	switch {
	case w.settling.open():
		w.settling.show(w.settling.at + by)
	case w.differences.open():
		w.differences.show(w.differences.at + by)
	default:
		w.explain(language.Say("nothing is compared: File, Compare With… marks what differs from another map"))
	}
}

func enable(b *control.Answer, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// look selects what a step is about, and brings the first of it that is there
// out from under the bar.
func (s *stepBar) look(ids ...argument.ID) {
	w := s.w
	var there []argument.ID
	for _, id := range ids {
		if w.session.Doc.Map().Has(id) {
			there = append(there, id)
		}
	}
	if len(there) == 0 {
		return
	}
	w.goTo(there[0])
	if s.all {
		w.session.Doc.Select(there...)
	}
	view := w.tool.View()
	if under := float64(s.bar.Position().Y+s.bar.Size().Height-headerHeight()) + 16 - s.upper(there[0], view); under > 0 {
		w.tool.SetView(view.PannedBy(geom.Pt(0, under)))
		w.surface.Repaint()
	}
}

// upper is where a claim or the label of a link begins on the canvas.
func (s *stepBar) upper(id argument.ID, view geom.View) float64 {
	if c := s.w.session.Scene.Card(id); c != nil {
		return view.ToScreen(c.Rect.Min).Y
	}
	if l := s.w.session.Scene.Link(id); l != nil {
		return view.ToScreen(l.Label.Min).Y
	}
	return 1e9
}

// overCanvas lays one thing over the top of the canvas, as wide as reads
// well.
type overCanvas struct{}

const barWidth = 620

func (*overCanvas) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (*overCanvas) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := min(barWidth, size.Width-40)
	o[0].Resize(fyne.NewSize(width, o[0].Size().Height)) // wrapped text needs its width first
	o[0].Resize(fyne.NewSize(width, o[0].MinSize().Height))
	o[0].Move(fyne.NewPos((size.Width-width)/2, headerHeight()+12))
}

// plate is the ground of what floats over the canvas. It takes the pointer,
// so that nothing below is pressed through it.
type plate struct{ widget.BaseWidget }

func newPlate() *plate {
	p := &plate{}
	p.ExtendBaseWidget(p)
	return p
}

func (p *plate) Tapped(*fyne.PointEvent) {}

func (p *plate) CreateRenderer() fyne.WidgetRenderer {
	r := &plateRenderer{p: p, ground: canvas.NewRectangle(nil)}
	r.WidgetRenderer = widget.NewSimpleRenderer(r.ground)
	r.Layout(p.Size()) // made anew after a minute out of sight, it is not laid out
	r.Refresh()
	return r
}

type plateRenderer struct {
	fyne.WidgetRenderer
	p      *plate
	ground *canvas.Rectangle
}

func (r *plateRenderer) Refresh() {
	th, v := r.p.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.ground.FillColor = th.Color(theme.ColorNameOverlayBackground, v)
	r.ground.StrokeColor, r.ground.StrokeWidth = th.Color(theme.ColorNameSeparator, v), 1
	r.ground.CornerRadius = 10
	r.ground.Shadow = canvas.Shadow{Color: th.Color(theme.ColorNameShadow, v), BlurRadius: 18, Offset: fyne.NewPos(0, 4)}
	canvas.Refresh(r.ground)
}
