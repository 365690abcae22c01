package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"warrant/canvas/palette"
)

// The tip comes late, by a timer that tests do not run: its two halves are
// held apart.
func TestATipStaysOutOfTheWay(t *testing.T) {
	test.NewTempApp(t)
	tip := NewTip(func() *palette.Palette { return palette.Light })
	pressed := 0
	b := NewButton("Undo", "", func() { pressed++ })
	b.Pointed = func(on bool) {
		if on {
			tip.Ask(b, "Undo “Edit”", "F9")
		} else {
			tip.Leave(b)
		}
	}
	w := test.NewTempWindow(t, container.NewStack(container.NewVBox(b), tip.Layer))
	w.Resize(fyne.NewSize(300, 200))

	b.MouseIn(&desktop.MouseEvent{})
	if tip.Over() != fyne.CanvasObject(b) || tip.Layer.Visible() {
		t.Fatal("the tip is there at once, or not on its way")
	}
	tip.show("Undo “Edit”", "F9")
	if !tip.Layer.Visible() || w.Canvas().Focused() != nil || w.Canvas().Overlays().Top() != nil {
		t.Error("the tip is not shown, or took something away")
	}
	for _, o := range tip.Layer.Objects {
		if _, ok := o.(fyne.Widget); ok {
			t.Errorf("a tip holds a %T, which could be pointed at", o)
		}
		if p := o.Position(); p.X < 0 || p.X+o.Size().Width > w.Canvas().Size().Width || p.Y < b.Size().Height {
			t.Errorf("%T stands at %v", o, p)
		}
	}
	b.MouseOut()
	if tip.Layer.Visible() || tip.Over() != nil {
		t.Error("the tip stays")
	}
	b.FocusGained()
	if tip.Over() == nil {
		t.Error("who comes by keys is told nothing")
	}
	b.Tapped(nil)
	if tip.Over() != nil || pressed != 1 {
		t.Error("who has pressed is told what pressing does, or it was not done")
	}
}
