package panel

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"warrant/app/session"
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
	"warrant/canvas/text"
	"warrant/canvas/tool"
)

type id = argument.ID

// bench is a desk to try panels at: nothing on it happens by itself.
type bench struct {
	*Desk
	t    *testing.T
	went []id     // where Go was asked to go
	said []string // what was explained
}

// host is a window that does nothing.
type host struct{}

func (host) EditText(id, bool)          {}
func (host) AddEvidence(id)             {}
func (host) Menu(scene.Hit, geom.Point) {}
func (host) Explain(...string)          {}

func (host) Choose(geom.Point, []tool.Offer, func(tool.Offer, bool)) {}

// newBench returns a desk with a map on it: c2 and c3 support c1 together
// (l1, with evidence), c4 opposes c1 (l2), and c5 undercuts that (l3).
func newBench(t *testing.T) *bench {
	return benchWith(t, argument.Parts{
		Info:    argument.Info{ID: "m", Title: "Lunch", Contention: "c1"},
		Sources: []argument.Source{{ID: "s1", Title: "On Soup", Authors: []string{"Ada Cook"}, Issued: "1999"}},
		Claims: []argument.Claim{
			{ID: "c1", Text: "We should have soup"}, {ID: "c2", Text: "It is cold"}, {ID: "c3", Text: "Soup warms"},
			{ID: "c4", Text: "Soup spills"}, {ID: "c5", Text: "We have lids"},
		},
		Links: []argument.Link{
			{ID: "l1", Kind: argument.Supports, From: []id{"c2", "c3"}, To: "c1", Confidence: argument.Stated(.8), Evidence: []argument.Evidence{
				{ID: "e1", Kind: argument.Expert, Text: "Cooks say so", Source: "s1", Locator: "p. 3", Reliability: argument.Stated(.8)},
				{ID: "e2", Kind: argument.Common, Text: "Everybody knows", Stance: argument.Against},
			}},
			{ID: "l2", Kind: argument.Opposes, From: []id{"c4"}, To: "c1", Confidence: argument.Stated(.4)},
			{ID: "l3", Kind: argument.Opposes, From: []id{"c5"}, To: "l2"},
		},
	})
}

func benchWith(t *testing.T, parts argument.Parts) *bench {
	t.Helper()
	test.NewTempApp(t)
	m, err := argument.Build(parts)
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{t: t}
	b.Desk = &Desk{
		Window:      test.NewTempWindow(t, nil),
		Palette:     func() *palette.Palette { return palette.Light },
		Explain:     func(s string) { b.said = append(b.said, s) },
		Fail:        func(err error) { t.Errorf("the desk was told of %v", err) },
		FocusCanvas: func() {},
		patient:     true,
	}
	b.Go = func(to id) {
		b.went = append(b.went, to)
		b.Session.Doc.Select(to)
	}
	b.open(m)
	return b
}

func (b *bench) open(m *argument.Map) {
	b.Session = session.Start(m, nil, text.Default())
	b.Tool = tool.New(b.Session.Doc, b.Session.Scene, host{})
}

// put lays a panel into the window and attaches it.
func (b *bench) put(p Panel, width, height float32) {
	b.Window.SetContent(p.Object())
	b.Window.SetPadded(false)
	b.Window.Resize(fyne.NewSize(width, height))
	p.Attach()
}

// inspect returns an inspector that shows what is selected.
func (b *bench) inspect(selected ...id) *Inspector {
	p := NewInspector(b.Desk)
	b.put(p, 320, 700)
	b.choose(p, selected...)
	return p
}

func (b *bench) choose(p *Inspector, selected ...id) {
	b.Session.Doc.Select(selected...)
	p.settle()
}

// settle does at once what would happen in a while.
func (p *Inspector) settle() {
	p.follow.flush()
	p.deepen.flush()
}

func (b *bench) link(link id) *argument.Link    { return b.Session.Doc.Map().Link(link) }
func (b *bench) claim(claim id) *argument.Claim { return b.Session.Doc.Map().Claim(claim) }

// steps returns the steps of undo there are.
func (b *bench) steps() []string {
	done, _ := b.Session.Doc.History()
	return done
}

func (b *bench) wantSteps(want ...string) {
	b.t.Helper()
	if got := b.steps(); !slices.Equal(got, want) {
		b.t.Errorf("steps of undo are %q, want %q", got, want)
	}
}

// drag is a drag over a slider in the order in which a real window tells of
// it, from one value through others.
func drag(s *slider, values ...float64) {
	at := func(v float64) fyne.Position { return fyne.NewPos(float32(v)*s.Size().Width, s.Size().Height/2) }
	s.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at(values[0])}, Button: desktop.MouseButtonPrimary})
	for _, v := range values[1:] {
		s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at(v)}})
	}
	s.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	s.DragEnd()
}

// retype replaces what a field says, as a person does, and leaves it.
func retype(f *field, text string) {
	f.FocusGained()
	f.SetText(text)
	f.FocusLost()
}

// rendered returns what a widget is drawn with.
func rendered(w fyne.Widget) []fyne.CanvasObject { return test.WidgetRenderer(w).Objects() }
