//go:build e2e

package window

import (
	"encoding/json"
	"os"
	"reflect"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"warrant/app/e2e/report"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
)

// probe writes what the window shows to a file, for tests that drive the
// program from outside. It is compiled into builds with the tag e2e alone.
type probe struct {
	w      *Window
	path   string
	first  int64
	last   []byte
	seq    int
	asked  int // the last command taken
	done   report.Result
	frozen time.Duration // the longest that the window was at work without answering
	spent  time.Duration // processor time of its thread at the last knock
	own    time.Duration // of the probe, since then
	paused bool          // while a command runs: the figures are the window's alone
}

// pollEvery is how often the state is looked at.
const pollEvery = 50 * time.Millisecond

// startProbe begins reporting, when the environment names a file for it.
func startProbe(w *Window) {
	path := os.Getenv(report.File)
	if path == "" {
		return
	}
	p := &probe{w: w, path: path}
	w.surface.OnFirstFrame(p.firstFrame)
	go func() {
		for range time.Tick(pollEvery) {
			fyne.DoAndWait(p.poll)
		}
	}()
	go p.knock()
}

func (p *probe) firstFrame() {
	begun, _ := strconv.ParseInt(os.Getenv(report.Begun), 10, 64)
	p.first = time.Now().UnixNano() - begun
}

// poll writes the state if it is another than last time, and takes commands.
func (p *probe) poll() {
	if p.paused {
		return
	}
	defer func(begun time.Time) { p.own += time.Since(begun) }(time.Now())
	if p.first == 0 && p.w.starting() {
		p.firstFrame()
	}
	s := p.state()
	if now, err := json.Marshal(s); err == nil && string(now) != string(p.last) {
		p.last = now
		p.seq++
		s.Sequence = p.seq
		p.write(s)
	}
	data, err := os.ReadFile(p.path + ".cmd")
	if err != nil {
		return
	}
	var c report.Command
	if json.Unmarshal(data, &c) == nil && c.Sequence > p.asked {
		p.asked = c.Sequence
		p.drive(c)
	}
}

func (p *probe) write(s *report.State) {
	data, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	if err := os.WriteFile(p.path+".new", data, 0o600); err == nil {
		_ = os.Rename(p.path+".new", p.path)
	}
}

var modeNames = []string{"select", "claim", "support", "objection", "evidence"}

func (p *probe) state() *report.State {
	w := p.w
	doc, m := w.session.Doc, w.session.Doc.Map()
	s := &report.State{
		Title: w.win.Title(), Name: w.header.title.Text, File: w.header.state.Text,
		Said: w.foot.said.Text, Counts: w.foot.counts.Text, Path: w.session.Path(), Modified: doc.Modified(),
		Dark: w.palette() == palette.Dark || w.palette() == palette.ContrastDark,
		Mode: modeNames[w.tool.Mode()], Busy: w.tool.Busy(), Editing: string(w.surface.Editing()),
		Cards: map[string]report.Card{}, Labels: map[string]report.Label{},
		Claims: m.NumClaims(), Links: m.NumLinks(), Contention: string(m.Info().Contention), Credence: -1,
		Layers: len(w.win.Canvas().Overlays().List()), First: p.first, Frozen: float64(p.frozen.Milliseconds()), Done: p.done,
	}
	s.Tab, s.Start, s.Working = w.at, w.starting(), w.working != nil || len(w.saves.jobs) > 0 || w.page.thumbs.drawing()
	s.Due = w.surface.Due() || w.inspector.Due() || w.review.Due()
	for _, one := range w.places {
		s.Tabs = append(s.Tabs, report.Tab{Text: one.named(), Path: one.session.Path(), Unsaved: one.session.Doc.Modified()})
	}
	for l := range m.Links() {
		s.Evidence += len(l.Evidence)
	}
	if c := m.Info().Contention; c != "" {
		if v := w.session.Numbers.Claim(c); v.Known {
			s.Credence = v.Credence
		}
	}
	s.Undo, _ = doc.CanUndo()
	s.Redo, _ = doc.CanRedo()
	for _, id := range doc.Selection() {
		s.Selection = append(s.Selection, string(id))
	}
	for _, m := range w.menu.main.Items {
		menu := report.Menu{Title: m.Label}
		for _, i := range m.Items {
			if !i.IsSeparator {
				menu.Entries = append(menu.Entries, textOf(i))
			}
		}
		s.Menus = append(s.Menus, menu)
	}
	p.diagram(s)
	p.widgets(s)
	return s
}

// diagram tells where the cards and labels in view are.
func (p *probe) diagram(s *report.State) {
	w := p.w
	scale := float64(w.win.Canvas().Scale())
	shown, v, size, drawn := w.surface, w.tool.View(), w.tool.Size(), w.session.Scene
	if on := w.presenting; on != nil {
		shown, v, size, drawn = on.surface, on.stage.View(), on.stage.Size(), on.copy.Scene
		at, of := on.show.At()
		s.Step, s.Steps, s.Answer, s.Due = at+1, of, on.caption.answer, s.Due || on.flying || on.surface.Due()
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(shown)
	s.Canvas = rectAt(at, shown.Size(), scale)
	s.View.X, s.View.Y, s.View.Zoom = v.Origin.X, v.Origin.Y, v.Zoom
	place := func(r geom.Rect) report.Rect {
		a, b := v.ToScreen(r.Min), v.ToScreen(r.Max)
		return report.Rect{
			X: (a.X + float64(at.X)) * scale, Y: (a.Y + float64(at.Y)) * scale,
			W: (b.X - a.X) * scale, H: (b.Y - a.Y) * scale,
		}
	}
	const most = 500 // a state is for tests that look at single cards
	window := v.Window(size)
	drawn.Cards(window, func(c *scene.Card) {
		if len(s.Cards) < most {
			text := w.session.Doc.Map().Claim(c.ID).Text
			s.Cards[string(c.ID)] = report.Card{Rect: place(c.Rect), Text: text, Credence: c.Credence, Faint: drawn.Faint(c.ID), Found: drawn.MarkOf(c.ID) == scene.Found, Remarked: drawn.MarkOf(c.ID) == scene.Remarked, Shows: drawn.Shows(c.ID)}
		}
	})
	drawn.Links(window, func(l *scene.Link) {
		if len(s.Labels) < most && l.Label.Overlaps(window) {
			s.Labels[string(l.ID)] = report.Label{Rect: place(l.Label), Text: l.Text}
		}
	})
}

func rectAt(at fyne.Position, size fyne.Size, scale float64) report.Rect {
	return report.Rect{X: float64(at.X) * scale, Y: float64(at.Y) * scale, W: float64(size.Width) * scale, H: float64(size.Height) * scale}
}

// widgets lists what stands around the diagram, dialogs last.
func (p *probe) widgets(s *report.State) {
	cv := p.w.win.Canvas()
	d := fyne.CurrentApp().Driver()
	for i, root := range append([]fyne.CanvasObject{cv.Content()}, cv.Overlays().List()...) {
		if root != nil {
			all := report.Rect{W: 1e6, H: 1e6}
			p.walk(s, root, d.AbsolutePositionForObject(root).Subtract(root.Position()), all, i)
		}
	}
}

func (p *probe) walk(s *report.State, o fyne.CanvasObject, origin fyne.Position, clip report.Rect, layer int) {
	if o == nil || !o.Visible() {
		return
	}
	at := origin.Add(o.Position())
	scale := float64(p.w.win.Canvas().Scale())
	rect := intersect(rectAt(at, o.Size(), scale), clip)
	seen := !rect.Empty()
	switch o := o.(type) {
	case *canvas.Text:
		if o.Text != "" && seen {
			s.Widgets = append(s.Widgets, report.Widget{Rect: rect, Layer: layer, Kind: "text", Text: o.Text})
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			p.walk(s, child, at, clip, layer)
		}
	case fyne.Widget:
		v := p.describe(o)
		v.Rect, v.Layer = rect, layer
		if seen && (v.Text != "" || v.Hint != "" || v.Active) {
			s.Widgets = append(s.Widgets, v)
		}
		if o == fyne.Widget(p.w.surface) {
			return
		}
		if v.Kind == "widget.Scroll" || v.Kind == "container.Scroll" {
			clip = rect
		}
		for _, child := range test.WidgetRenderer(o).Objects() {
			p.walk(s, child, at, clip, layer)
		}
	}
}

func intersect(a, b report.Rect) report.Rect {
	x, y := max(a.X, b.X), max(a.Y, b.Y)
	return report.Rect{X: x, Y: y, W: min(a.X+a.W, b.X+b.W) - x, H: min(a.Y+a.H, b.Y+b.H) - y}
}

// describe reads what a widget says off its fields, by the names that the
// toolkit and this package give them.
func (p *probe) describe(o fyne.Widget) report.Widget {
	v := reflect.Indirect(reflect.ValueOf(o))
	w := report.Widget{Kind: v.Type().String(), Focused: p.w.win.Canvas().Focused() == any(o)}
	if v.Kind() != reflect.Struct {
		return w
	}
	text := func(names ...string) string {
		for _, n := range names {
			if f := v.FieldByName(n); f.IsValid() && f.Kind() == reflect.String && f.String() != "" {
				return f.String()
			}
		}
		return ""
	}
	w.Text, w.Hint = text("Text", "text", "Selected", "label", "name"), text("PlaceHolder")
	for _, n := range []string{"Value", "value"} {
		if f := v.FieldByName(n); f.IsValid() && f.Kind() == reflect.Float64 {
			w.Value = f.Float()
		}
	}
	if f := v.FieldByName("off"); f.IsValid() && f.Kind() == reflect.Bool {
		w.Off = f.Bool()
	}
	if d, ok := o.(fyne.Disableable); ok {
		w.Off = w.Off || d.Disabled()
	}
	_, taps := o.(fyne.Tappable)
	_, types := o.(fyne.Focusable)
	w.Active = taps || types
	return w
}
