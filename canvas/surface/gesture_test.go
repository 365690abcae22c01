package surface_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
	"warrant/canvas/surface"
	"warrant/canvas/text"
	"warrant/canvas/tool"
)

// numbers shows priors and confidences as they are stated.
type numbers struct{ m *argument.Map }

func (n numbers) Credence(id argument.ID) (float64, bool) { return n.m.Claim(id).Prior.Or(0.5), true }

func (n numbers) Base(id argument.ID) (float64, bool) {
	c := n.m.Link(id).Confidence
	return c.Or(0.5), c.IsSet()
}

// window is a surface in a window of the toolkit's test driver, and the hand
// that works on it: its methods send what the desktop driver sends, in its
// order.
type window struct {
	*surface.Surface
	t     testing.TB
	win   fyne.Window
	doc   *argument.Document
	scene *scene.Scene
	tool  *tool.Tool
	mods  tool.Mods
	told  []string // what the tool asked of the window

	at      fyne.Position
	button  desktop.MouseButton
	from    fyne.Position
	dragged bool
}

func (w *window) EditText(id argument.ID, fresh bool) {
	w.Surface.EditText(id, fresh, func(text string, ok bool) {
		w.told = append(w.told, fmt.Sprintf("edited %s %q %v", id, text, ok))
		if !ok {
			return
		}
		if err := w.doc.Do("Edit text", func(e *argument.Edit) error {
			return e.UpdateClaim(id, func(c *argument.Claim) { c.Text = text })
		}); err != nil {
			w.t.Error(err)
		}
	})
}
func (w *window) AddEvidence(id argument.ID)       { w.told = append(w.told, "evidence "+string(id)) }
func (w *window) Menu(hit scene.Hit, _ geom.Point) { w.told = append(w.told, "menu "+string(hit.ID)) }
func (w *window) Choose(_ geom.Point, offers []tool.Offer, _ func(tool.Offer, bool)) {
	w.told = append(w.told, "choose")
}
func (w *window) Explain(sentences ...string) { w.told = append(w.told, sentences...) }

// open shows a map in a window of 800 × 600 at zoom 1, the world's origin in
// its corner.
func open(t testing.TB, p argument.Parts) *window {
	t.Helper()
	test.NewTempApp(t)
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	w := &window{t: t, doc: argument.NewDocument(m)}
	w.scene = scene.New(m, text.Bundled(), numbers{m})
	w.doc.Observe(func(d argument.Difference) { w.scene.Apply(d) })
	w.tool = tool.New(w.doc, w.scene, w)
	w.Surface = surface.New(w.tool, w.scene, w.doc, palette.Light, text.Bundled(), func() tool.Mods { return w.mods })
	w.win = test.NewTempWindow(t, w.Surface)
	w.win.SetPadded(false)
	w.win.Resize(fyne.NewSize(800, 600))
	w.Settle()
	return w
}

func (w *window) move(x, y float32) {
	w.at = fyne.NewPos(x, y)
	ev := &desktop.MouseEvent{Button: w.button}
	ev.Position, ev.AbsolutePosition = w.at, w.at
	d := w.at.Subtract(w.from)
	if w.button&^desktop.MouseButtonSecondary != 0 && (abs(d.X) >= 2 || abs(d.Y) >= 2 || w.dragged) {
		w.dragged = true
		drag := &fyne.DragEvent{Dragged: fyne.NewDelta(d.X, d.Y)}
		drag.Position, drag.AbsolutePosition = w.at, w.at
		w.Dragged(drag)
		w.from = w.at
		return
	}
	w.MouseMoved(ev)
}

func abs(v float32) float32 { return max(v, -v) }

func (w *window) press(b desktop.MouseButton, x, y float32) {
	w.move(x, y)
	ev := &desktop.MouseEvent{Button: b}
	ev.Position, ev.AbsolutePosition = w.at, w.at
	w.MouseDown(ev)
	w.button, w.from = b, w.at
}

// release lets the button go. Elsewhere tells that it was over another
// object: that one takes the focus, and the surface hears of DragEnd only.
func (w *window) release(elsewhere bool) {
	ev := &desktop.MouseEvent{Button: w.button}
	ev.Position, ev.AbsolutePosition = w.at, w.at
	if elsewhere {
		w.win.Canvas().Unfocus()
	} else {
		w.MouseUp(ev)
	}
	if w.dragged {
		w.DragEnd()
	}
	w.button, w.dragged = 0, false
}

// drag presses, moves in steps and lets go.
func (w *window) drag(b desktop.MouseButton, x0, y0, x1, y1 float32) {
	w.press(b, x0, y0)
	for i := float32(1); i <= 8; i++ {
		w.move(x0+(x1-x0)*i/8, y0+(y1-y0)*i/8)
	}
	w.release(false)
}

func (w *window) key(names ...fyne.KeyName) {
	for _, n := range names {
		if f := w.win.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
}

func (w *window) corner(id argument.ID) geom.Point {
	at := w.doc.Map().Claim(id).At
	return geom.Pt(at.X, at.Y)
}

func claim(id argument.ID, x, y float64, text string) argument.Claim {
	return argument.Claim{ID: id, Text: text, At: argument.Point{X: x, Y: y}, Placed: true, Prior: argument.Stated(0.6)}
}

func link(id argument.ID, kind argument.Kind, to argument.ID, from ...argument.ID) argument.Link {
	return argument.Link{ID: id, Kind: kind, From: from, To: to, Confidence: argument.Stated(0.7)}
}

// ferry is a small map: a contention, a reason of two linked premises, and
// an objection.
func ferry() argument.Parts {
	return argument.Parts{
		Info: argument.Info{ID: "ferry", Title: "The ferry", Contention: "c"},
		Claims: []argument.Claim{
			claim("c", 240, 40, "The town should keep its ferry"),
			claim("a", 40, 260, "A bridge costs more than it saves"),
			claim("b", 260, 260, "The town has no money to spare"),
			claim("o", 500, 260, "The ferry does not run in winter"),
		},
		Links: []argument.Link{
			link("l1", argument.Supports, "c", "a", "b"),
			link("l2", argument.Opposes, "c", "o"),
		},
	}
}

// field is a map of n claims in rows, each linked to one above it.
func field(n int) argument.Parts {
	r := rand.New(rand.NewSource(3))
	words := strings.Fields("bridge ferry toll winter council vote river market loan road mill fair price tide rope")
	cols := 1
	for cols*cols < n {
		cols++
	}
	p := argument.Parts{Info: argument.Info{ID: "field", Contention: "c0"}}
	for i := range n {
		var said []string
		for range 5 + r.Intn(6) {
			said = append(said, words[r.Intn(len(words))])
		}
		id := argument.ID(fmt.Sprint("c", i))
		p.Claims = append(p.Claims, claim(id, float64(i%cols)*240, float64(i/cols)*190, strings.Join(said, " ")))
		if i >= cols {
			kind := argument.Supports
			if r.Intn(3) == 0 {
				kind = argument.Opposes
			}
			col := max(0, min(cols-1, i%cols+r.Intn(5)-2))
			p.Links = append(p.Links, link(argument.ID(fmt.Sprint("l", i)), kind, argument.ID(fmt.Sprint("c", (i/cols-1)*cols+col)), id))
		}
	}
	return p
}

// hub is a map of n claims, all but the first of which are linked to it.
func hub(n int) argument.Parts {
	p := argument.Parts{Info: argument.Info{ID: "hub", Contention: "c0"}, Claims: []argument.Claim{claim("c0", 0, 0, "The hub")}}
	for i := 1; i < n; i++ {
		id := argument.ID(fmt.Sprint("c", i))
		p.Claims = append(p.Claims, claim(id, float64((i-1)%300-150)*240, float64((i-1)/300)*140+300, "a spoke"))
		p.Links = append(p.Links, link(argument.ID(fmt.Sprint("l", i)), argument.Supports, "c0", id))
	}
	return p
}

// The grip at a card's corner shows by the pointer's shape, and makes the card
// wider.
func TestGrip(t *testing.T) {
	w := open(t, ferry())
	r := w.scene.Card("o").Rect
	x, y := float32(r.Max.X)-3, float32(r.Max.Y)-3
	w.move(x, y)
	if got := w.Cursor(); got != desktop.HResizeCursor {
		t.Errorf("on the grip the pointer is %v", got)
	}
	w.drag(desktop.MouseButtonPrimary, x, y, x+60, y)
	if got := w.doc.Map().Claim("o").Width; got != r.W()+60 {
		t.Errorf("dragged by 60, the width is %v and was %v", got, r.W())
	}
}

// Why a link is not allowed stands near the pointer, within the window and in
// the person's language.
func TestWhyNotIsShown(t *testing.T) {
	w := open(t, ferry())
	w.OnWhy(func(string) string { return "Das geht nicht, weil es schon so ist, und zwar seit langem" })
	from, to := w.scene.Card("o").Rect, w.scene.Card("c").Rect.Center()
	shown := func() string {
		w.Settle()
		said := ""
		for _, o := range test.WidgetRenderer(w.Surface).Objects() {
			if l, ok := o.(*canvas.Text); ok {
				said += l.Text + " "
				if p, s := l.Position(), l.Size(); p.X < 0 || p.Y < 0 || p.X+s.Width > 800 || p.Y+s.Height > 600 {
					t.Errorf("%q is at %v, %v", l.Text, p, s)
				}
			}
		}
		return strings.Join(strings.Fields(said), " ")
	}
	w.press(desktop.MouseButtonPrimary, float32(from.Center().X)+40, float32(from.Max.Y)-1)
	w.move(float32(from.Center().X), float32(from.Max.Y)+60)
	if got := shown(); got != "" {
		t.Errorf("over nothing it says %q", got)
	}
	w.move(float32(to.X), float32(to.Y))
	if got := shown(); got != "Das geht nicht, weil es schon so ist, und zwar seit langem" {
		t.Errorf("over what is not allowed it says %q", got)
	}
	w.release(false)
	if got := shown(); got != "" {
		t.Errorf("let go, it says %q", got)
	}
}
