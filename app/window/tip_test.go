package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"warrant/app/window/keys"
)

func TestAButtonOfTheHeaderTellsItsCommand(t *testing.T) {
	h := newHand(t)
	h.header.undo.MouseIn(&desktop.MouseEvent{})
	if h.tip.Over() != fyne.CanvasObject(h.header.undo) {
		t.Error("no tip is on its way")
	}
	h.header.undo.MouseOut()
	if h.tip.Over() != nil {
		t.Error("the tip stays")
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
	if got := h.header.tools[1].Key + ", " + h.header.search.PlaceHolder; got != "N, Search…  F3" {
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
