package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A choice is taken by Enter, arrows, letter, number or pointer, once; Escape
// and a click elsewhere take none. The keys go back to the canvas.
func TestPick(t *testing.T) {
	h := newHand(t)
	h.focusCanvas()
	rows := []pickRow{{"+", "Reason", "R"}, {"−", "Objection", "O"}, {"&", "Linked premise", "L"}}
	key := func(names ...fyne.KeyName) func(*picker) {
		return func(p *picker) {
			for _, n := range names {
				p.TypedKey(&fyne.KeyEvent{Name: n})
			}
		}
	}
	on := func(p *picker, row int) fyne.Position {
		at, size := p.box()
		return at.AddXY(size.Width/2, pickPad+(float32(row)+0.5)*pickRowHeight)
	}
	for what, c := range map[string]struct {
		do   func(p *picker)
		want int
	}{
		"Enter":              {key(fyne.KeyReturn), 0},
		"down and Enter":     {key(fyne.KeyDown, fyne.KeyEnter), 1},
		"up goes round":      {key(fyne.KeyUp, fyne.KeyReturn), 2},
		"a letter":           {func(p *picker) { p.TypedRune('o') }, 1},
		"a capital":          {func(p *picker) { p.TypedRune('L') }, 2},
		"a number":           {func(p *picker) { p.TypedRune('3') }, 2},
		"a letter of no use": {func(p *picker) { p.TypedRune('x'); key(fyne.KeyReturn)(p) }, 0},
		"a click":            {func(p *picker) { p.Tapped(&fyne.PointEvent{Position: on(p, 1)}) }, 1},
		"pointing, then Enter": {func(p *picker) {
			p.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: on(p, 2)}})
			key(fyne.KeyReturn)(p)
		}, 2},
		"Escape":              {key(fyne.KeyEscape), -1},
		"Escape and Enter":    {key(fyne.KeyEscape, fyne.KeyReturn), -1},
		"a click elsewhere":   {func(p *picker) { p.Tapped(&fyne.PointEvent{Position: fyne.NewPos(3, 3)}) }, -1},
		"closed from outside": {func(p *picker) { p.Hide() }, -1},
	} {
		for _, at := range []fyne.Position{{X: 300, Y: 200}, {X: 1195, Y: 795}} { // the corner has no room for it
			var got []int
			h.pick(at, rows, func(i int) { got = append(got, i) })
			p := h.win.Canvas().Overlays().Top().(*picker)
			if pos, size := p.box(); pos.X < 0 || pos.Y < 0 || pos.X+size.Width > p.Size().Width || pos.Y+size.Height > p.Size().Height {
				t.Errorf("%s: the choice is at %v, %v, outside the window", what, pos, size)
			}
			c.do(p)
			if len(got) != 1 || got[0] != c.want {
				t.Errorf("%s: took %v, want %d once", what, got, c.want)
			}
			if h.asks() || h.win.Canvas().Focused() != fyne.Focusable(h.surface) {
				t.Errorf("%s: it is still there, or the keys are elsewhere", what)
			}
		}
	}
}
