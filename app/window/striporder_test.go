package window

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"warrant/app/session"
	"warrant/argument"
)

// several opens the maps A, B, … in this order, A in the hand's file.
func (h *hand) several(n int) {
	h.Helper()
	dir := h.TempDir()
	for i := range n {
		name := string(rune('A' + i))
		h.file = filepath.Join(dir, name+".json")
		h.write(func(p *argument.Parts) { p.Info.ID, p.Info.Title = name, name })
		if err := h.load(h.file); err != nil {
			h.Fatal(err)
		}
	}
	h.Window.drop(h.places[0])
	h.begun = true // so that what is open is noted
}

// order says the tabs as they stand, the map that is shown in brackets.
func (h *hand) order() string {
	var all []string
	for i, one := range h.strip.heads {
		if one.place != h.places[i] {
			h.Errorf("tab %d is %q, and its map is another", i, one.text)
		}
		if i == h.at {
			all = append(all, "["+one.text+"]")
		} else {
			all = append(all, one.text)
		}
	}
	return strings.Join(all, " ")
}

// carry drags a tab by its middle, some tabs on.
func (h *hand) carry(i int, tabs float32) {
	s := h.strip
	one := s.heads[i]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(one).AddXY(s.width/2, 9)
	one.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(s.width/2, 9)}, Button: desktop.MouseButtonPrimary})
	for step := range 11 {
		one.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at.AddXY(tabs*s.width*float32(step)/10, 0)}})
	}
	one.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(s.width/2, 9)}, Button: desktop.MouseButtonPrimary})
	one.DragEnd()
}

func TestTabsAreReordered(t *testing.T) {
	h := newHand(t)
	h.several(4)
	for _, c := range []struct {
		what string
		do   func()
		want string
	}{
		{"opened", func() {}, "A B C [D]"},
		{"D carried to the left end and beyond", func() { h.carry(3, -9) }, "[D] A B C"},
		{"A carried one on", func() { h.carry(1, 1) }, "D B [A] C"},
		{"not far enough", func() { h.carry(2, -0.4) }, "D B [A] C"},
		{"B carried beyond the right end", func() { h.carry(1, 7) }, "D A C [B]"},
		{"to the left by its key", func() { h.menu.items["Move Tab Left"].Action() }, "D A [B] C"},
		{"once more", func() { h.menu.items["Move Tab Left"].Action() }, "D [B] A C"},
		{"to the right", func() { h.menu.items["Move Tab Right"].Action() }, "D A [B] C"},
		{"beyond the end", func() { h.moveBy(1); h.moveBy(1); h.moveBy(1) }, "D A C [B]"},
		{"one that is not shown", func() { h.moveTo(h.places[0], 2) }, "A C D [B]"},
	} {
		if c.do(); h.order() != c.want {
			t.Errorf("%s: %s, want %s", c.what, h.order(), c.want)
		}
	}
	h.notes.flush()
	o := session.ReadOpened(h.store)
	var kept []string
	for _, path := range o.Maps {
		kept = append(kept, strings.TrimSuffix(filepath.Base(path), ".json"))
	}
	if got := strings.Join(kept, " "); got != "A C D B" || o.At != 3 {
		t.Errorf("the next start opens %s, and shows %d", got, o.At)
	}
}

// While it is carried a tab is under the pointer, over the others; let go, it
// stands in its row.
func TestACarriedTabFollowsThePointer(t *testing.T) {
	h := newHand(t)
	h.several(3)
	s := h.strip
	one := s.heads[2]
	one.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(30, 9)}, Button: desktop.MouseButtonPrimary})
	one.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(230, 60)}})
	if x := one.Position().X; x != 200 {
		t.Errorf("the pointer is 30 into the tab, at 230, and the tab at %v", x)
	}
	one.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(-500, 60)}})
	if x := one.Position().X; x != 0 {
		t.Errorf("carried out of the window, it is at %v", x)
	}
	one.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(one.Size().Width-3, 9)}, Button: desktop.MouseButtonPrimary})
	one.DragEnd()
	if len(h.places) != 3 || one.Position().X != stripEdge {
		t.Errorf("let go, %d maps are open, and it is at %v", len(h.places), one.Position().X)
	}
}

func TestTheMenuOfATab(t *testing.T) {
	for _, c := range []struct {
		on     int
		choose string
		want   string
	}{
		{1, "Close Map", "A C [D]"},
		{1, "Close Other Maps", ""}, // one map has no strip
		{1, "Close Maps to the Right", "A [B]"},
		{1, "Move Tab Left", "B A C [D]"},
		{1, "Move Tab Right", "A C B [D]"},
		{1, "Copy Path of File", "A B C [D]"},
	} {
		h := newHand(t)
		h.several(4)
		h.strip.heads[c.on].TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(300, 70)})
		top := h.win.Canvas().Overlays().Top()
		if top == nil {
			t.Fatal("there is no menu")
		}
		path := h.places[c.on].session.Path()
		h.chooseInMenu(c.choose)
		if c.want == "" {
			if len(h.places) != 1 || h.session.Path() != path {
				t.Errorf("%s: %d maps are open, %s is shown", c.choose, len(h.places), h.session.Path())
			}
			continue
		}
		if got := h.order(); got != c.want {
			t.Errorf("%s: %s, want %s", c.choose, got, c.want)
		}
		if c.choose == "Copy Path of File" && h.app.Clipboard().Content() != path {
			t.Errorf("copied is %q", h.app.Clipboard().Content())
		}
	}
}

// chooseInMenu takes an entry of the menu that is open, by keys.
func (h *hand) chooseInMenu(entry string) {
	h.Helper()
	menu, ok := h.win.Canvas().Focused().(*widget.PopUpMenu)
	if !ok {
		h.Fatal("no menu has the keys")
	}
	for _, o := range menu.Items {
		if _, line := o.(*widget.Separator); line {
			continue
		}
		h.hit(fyne.KeyDown)
		if textOf(reflect.Indirect(reflect.ValueOf(o)).FieldByName("Item").Interface().(*fyne.MenuItem)) == entry {
			h.hit(fyne.KeyReturn)
			return
		}
	}
	h.Fatalf("the menu has no %q", entry)
}
