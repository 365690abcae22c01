package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"warrant/app/language"
	"warrant/app/session"
	"warrant/argument"
	"warrant/argument/merge"
	"warrant/canvas/geom"
	"warrant/storage/disk"
)

// settling steps through the conflicts of a merge in a bar over the canvas.
// The map can be worked on meanwhile.
type settling struct {
	w         *Window
	session   *session.Session
	conflicts []merge.Conflict
	at        int
	merged    session.Merged
	// taken is which side the map follows in each conflict, by the state of
	// the document, so that undo and redo are followed.
	taken map[int][]merge.Side
	now   []merge.Side

	layer       *fyne.Container // over the whole window, with only the bar in it
	bar         *fyne.Container // with all that follows in it
	title       *widget.Label
	text        *widget.Label
	mine        *reading
	theirs      *reading
	back, ahead *answer
}

func (s *settling) open() bool { return s != nil && s.bar.Visible() }

// settle shows the bar, if the two versions do not agree in something that
// matters; small matters are only told.
func (w *Window) settle(m session.Merged) bool {
	var open []merge.Conflict
	for _, c := range m.Conflicts {
		if !c.Minor {
			open = append(open, c)
		}
	}
	if small := len(m.Conflicts) - len(open); small > 0 {
		w.explain(language.Count(small, "%d small matter, as the places of cards, stayed as you had it", "%d small matters, as the places of cards, stayed as you had them"))
	}
	if len(open) == 0 {
		return false
	}
	if w.settling == nil {
		w.settling = newSettling(w)
		w.win.SetContent(container.NewStack(w.win.Content(), w.settling.layer))
	}
	w.settling.begin(m, open)
	return true
}

func newSettling(w *Window) *settling {
	s := &settling{w: w}
	s.title = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	s.text = widget.NewLabel("")
	s.text.Wrapping = fyne.TextWrapWord
	s.mine = newReading(language.Say("Take Mine"), language.Say("Mine"), s.button("", func() { s.take(merge.Mine) }))
	s.theirs = newReading(language.Say("Take Theirs"), language.Say("Theirs"), s.button("", func() { s.take(merge.Theirs) }))
	s.back = s.button(language.Say("‹ Back"), func() { s.show(s.at - 1) })
	s.ahead = s.button(language.Say("Next ›"), func() { s.show(s.at + 1) })
	s.back.Importance, s.ahead.Importance = widget.LowImportance, widget.LowImportance
	done := s.button(language.Say("Done"), s.end)
	head := container.NewHBox(s.title, layout.NewSpacer(), s.back, s.ahead, done)
	body := container.NewVBox(head, s.text, container.NewGridWithColumns(2, s.mine.object, s.theirs.object))
	s.bar = container.NewStack(newPlate(), container.NewPadded(container.NewPadded(body)))
	s.bar.Hide()
	s.layer = container.New(&overCanvas{}, s.bar)
	return s
}

// button is one that Return presses too; Escape ends the settling.
func (s *settling) button(text string, tapped func()) *answer {
	b := &answer{leave: s.end}
	b.ExtendBaseWidget(b)
	b.Text, b.OnTapped = text, tapped
	return b
}

func (s *settling) begin(m session.Merged, open []merge.Conflict) {
	s.end()
	s.session, s.merged, s.conflicts = s.w.session, m, open
	s.now = nil
	for _, c := range open {
		s.now = append(s.now, c.Taken)
	}
	doc := s.session.Doc
	if doc.Mark() == m.Mark {
		s.merged.Mark-- // nothing of theirs was taken, so nothing can be undone
	}
	s.taken = map[int][]merge.Side{doc.State(): slices.Clone(s.now)}
	s.bar.Show()
	s.show(0)
	chosen := s.mine.button // Return changes nothing
	if s.now[0] == merge.Theirs {
		chosen = s.theirs.button
	}
	s.w.win.Canvas().Focus(chosen)
}

// watch follows undo and redo: of a choice, and of the merge itself. The
// window calls it after every change of the document.
func (s *settling) watch() {
	if !s.open() {
		return
	}
	doc := s.w.session.Doc
	if s.w.session != s.session || doc.Mark() <= s.merged.Mark {
		s.end()
		return
	}
	if known, ok := s.taken[doc.State()]; ok {
		s.now = slices.Clone(known)
	} else {
		s.taken[doc.State()] = slices.Clone(s.now)
	}
	s.mark()
}

// show turns to a conflict and brings what it is about into view.
func (s *settling) show(at int) {
	s.at = min(max(at, 0), len(s.conflicts)-1)
	c := s.conflicts[s.at]
	s.title.SetText(language.Say("Conflict %d of %d", s.at+1, len(s.conflicts)))
	s.text.SetText(disk.Display(c.Text))
	s.mine.say(c.Mine)
	s.theirs.say(c.Theirs)
	enable(s.back, s.at > 0)
	enable(s.ahead, s.at < len(s.conflicts)-1)
	s.mark()
	s.layer.Refresh()
	s.look()
}

// look selects what the conflict is about, and brings it out from under the
// bar.
func (s *settling) look() {
	m, w := s.session.Doc.Map(), s.w
	for _, id := range s.conflicts[s.at].IDs {
		if !m.Has(id) {
			continue
		}
		w.goTo(id)
		view := w.tool.View()
		if under := float64(s.bar.Position().Y+s.bar.Size().Height-headerHeight) + 16 - s.upper(id, view); under > 0 {
			w.tool.SetView(view.PannedBy(geom.Pt(0, under)))
			w.surface.Repaint()
		}
		return
	}
}

// upper is where a claim or the label of a link begins on the canvas.
func (s *settling) upper(id argument.ID, view geom.View) float64 {
	if c := s.session.Scene.Card(id); c != nil {
		return view.ToScreen(c.Rect.Min).Y
	}
	if l := s.session.Scene.Link(id); l != nil {
		return view.ToScreen(l.Label.Min).Y
	}
	return 1e9
}

// mark shows which reading the map follows.
func (s *settling) mark() {
	side := s.now[s.at]
	s.mine.choose(side == merge.Mine)
	s.theirs.choose(side == merge.Theirs)
}

func (s *settling) take(side merge.Side) {
	if s.w.session != s.session {
		s.end()
		return
	}
	was := s.now[s.at]
	s.now[s.at] = side // before the edit: watch is called from within it
	if err := merge.Resolve(s.session.Doc, s.conflicts[s.at], side); err != nil {
		s.now[s.at] = was
		s.mark()
		s.w.fail(err)
		return
	}
	s.taken[s.session.Doc.State()] = slices.Clone(s.now)
	s.mark()
	s.look()
}

func (s *settling) end() {
	if !s.open() {
		return
	}
	s.bar.Hide()
	s.w.focusCanvas()
	if s.w.session == s.session {
		s.w.explain(language.Say("save to keep what was merged"))
	}
	s.session, s.conflicts, s.taken = nil, nil, nil
}

// reading is one side of a conflict: what it says, and a button to have it.
type reading struct {
	object fyne.CanvasObject
	button *answer
	text   *widget.Label
	ask    string // on the button while the other side is taken
	name   string // on it while this side is
}

func newReading(ask, name string, take *answer) *reading {
	r := &reading{ask: ask, name: name, button: take, text: widget.NewLabel("")}
	r.text.Wrapping = fyne.TextWrapWord
	r.object = container.NewBorder(nil, r.button, nil, nil, r.text)
	return r
}

// longestReading is how much of a reading is shown, in code points.
const longestReading = 240

func (r *reading) say(text string) {
	shown := []rune(disk.Display(text))
	if len(shown) > longestReading {
		shown = append(shown[:longestReading], '…')
	}
	if len(shown) == 0 {
		shown = []rune(language.Say("(nothing)"))
	}
	r.text.SetText(string(shown))
}

func (r *reading) choose(chosen bool) {
	r.button.Importance, r.button.Text = widget.MediumImportance, r.ask
	if chosen {
		r.button.Importance, r.button.Text = widget.HighImportance, r.name+" ✓"
	}
	r.button.Refresh()
}

func enable(b *answer, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
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
	o[0].Move(fyne.NewPos((size.Width-width)/2, headerHeight+12))
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
