package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"warrant/app/window/keys"
)

// The tip comes late, by a timer that tests do not run: its two halves are
// held apart.
func TestATipTellsTheCommandAndItsKeyAndStaysOutOfTheWay(t *testing.T) {
	h := newHand(t)
	forgetting(h)
	h.say(top, "Harbours melt")
	h.setKey(func(k *keys.Map) { k.Change("Undo", keys.Stroke{Key: fyne.KeyF9}) })
	t.Cleanup(func() { h.setKey(func(k *keys.Map) { k.Reset("Undo") }) })
	focused := h.win.Canvas().Focused()
	h.header.undo.MouseIn(&desktop.MouseEvent{})
	if h.tip.over != fyne.CanvasObject(h.header.undo) || h.tip.layer.Visible() {
		t.Fatal("the tip is there at once, or not on its way")
	}
	h.tip.show("Undo “Edit”", "F9")
	if !h.tip.layer.Visible() || h.win.Canvas().Focused() != focused || h.win.Canvas().Overlays().Top() != nil {
		t.Error("the tip is not shown, or took something away")
	}
	for _, o := range h.tip.layer.Objects {
		if _, ok := o.(fyne.Widget); ok {
			t.Errorf("a tip holds a %T, which could be pointed at", o)
		}
		if p := o.Position(); p.X < 0 || p.X+o.Size().Width > h.win.Canvas().Size().Width || p.Y < h.header.undo.Size().Height {
			t.Errorf("%T stands at %v", o, p)
		}
	}
	h.header.undo.MouseOut()
	if h.tip.layer.Visible() || h.tip.over != nil {
		t.Error("the tip stays")
	}
	h.header.undo.FocusGained()
	if h.tip.over == nil {
		t.Error("who comes by keys is told nothing")
	}
	h.header.undo.Tapped(nil)
	if h.tip.over != nil {
		t.Error("who has pressed is told what pressing does")
	}
}

func TestTheHeaderShowsChangedKeys(t *testing.T) {
	h := newHand(t)
	forgetting(h)
	h.setKey(func(k *keys.Map) {
		k.Change("Claim", keys.Stroke{Key: fyne.KeyN})
		k.Change("Find", keys.Stroke{Key: fyne.KeyF3})
	})
	defer h.setKey(func(k *keys.Map) { k.Reset("Claim"); k.Reset("Find") })
	if got := h.header.tools[1].key + ", " + h.header.search.PlaceHolder; got != "N, Search…  F3" {
		t.Errorf("the header shows %s", got)
	}
}

// The key goes before the word is cut.
func TestTheSearchTellsItsKeyWhereThereIsRoom(t *testing.T) {
	h := newHand(t)
	s := h.header.search
	s.Resize(fyne.NewSize(200, 36))
	wide := s.PlaceHolder
	s.Resize(fyne.NewSize(91, 36))
	if narrow := s.PlaceHolder; wide != "Search…  Ctrl+F" || narrow != "Search…" {
		t.Errorf("wide it says %q, narrow %q", wide, narrow)
	}
}
