package window

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"warrant/app/window/control"
	"warrant/argument"
)

// called says which control it is, as far as its fields tell.
func called(o any) string {
	v := reflect.Indirect(reflect.ValueOf(o))
	for _, name := range []string{"text", "Text", "name", "PlaceHolder", "Selected"} {
		if f := v.FieldByName(name); f.IsValid() && f.Kind() == reflect.String && f.String() != "" {
			return fmt.Sprintf("%T %q", o, f.String())
		}
	}
	return fmt.Sprintf("%T", o)
}

// each visits what is visible, in the order in which the toolkit does. A list
// is walked with the arrow keys, so what is in it is not visited.
func each(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		parts = o.Objects
	case *container.Scroll:
		parts = []fyne.CanvasObject{o.Content}
	case interface{ ScrollToItem(widget.ListItemID) }:
	case fyne.Focusable: // what a control is made of is operated with it
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	for _, p := range parts {
		each(p, visit)
	}
}

// walked is what Tab goes to, beginning anywhere, until it comes round.
func (h *hand) walked() []fyne.Focusable {
	h.Helper()
	c := h.win.Canvas()
	var all []fyne.Focusable
	for c.FocusNext(); ; c.FocusNext() {
		f := c.Focused()
		if f == nil {
			h.Fatal("Tab leads nowhere")
		}
		for i, was := range all {
			if was == f {
				if i != 0 {
					h.Errorf("from %s Tab goes back to %s", called(all[len(all)-1]), called(f))
				}
				return all
			}
		}
		all = append(all, f)
	}
}

// unreachable lists what can be clicked or dragged under root and cannot be
// reached by Tab.
func (h *hand) unreachable(root fyne.CanvasObject) []string {
	reached := map[any]bool{any(h.surface): true}
	for _, f := range h.walked() {
		reached[f] = true
	}
	var missing []string
	each(root, func(o fyne.CanvasObject) {
		_, taps := o.(fyne.Tappable)
		_, drags := o.(fyne.Draggable)
		if _, scrolls := o.(fyne.Scrollable); (taps || drags && !scrolls) && !reached[o] && o != root {
			if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
				return
			}
			if _, catches := o.(*widget.PopUp); catches { // clicks beside a dialog
				return
			}
			missing = append(missing, called(o))
		}
	})
	return missing
}

func TestWhatCanBeClickedCanBeReachedByTab(t *testing.T) {
	h := newHand(t)
	if err := h.session.Doc.Do("Add evidence", func(e *argument.Edit) error {
		return e.UpdateLink("l1", func(l *argument.Link) {
			l.Evidence = []argument.Evidence{{ID: "e1", Kind: "expert", Text: "Ice was seen", Reliability: argument.Stated(0.8)}}
		})
	}); err != nil {
		t.Fatal(err)
	}
	for _, side := range []string{"Source", "Outline", "Evidence"} {
		for _, selected := range [][]argument.ID{nil, {top}, {"l1"}, {top, below}} {
			h.side.named(side)
			h.session.Doc.Select(selected...)
			h.inspector.Attach() // its page, at once
			h.focusCanvas()
			for _, missing := range h.unreachable(h.win.Content()) {
				t.Errorf("%s, %v selected: Tab does not come to %s", side, selected, missing)
			}
		}
	}
}

func TestWhatCanBeClickedInADialogCanBeReachedByTab(t *testing.T) {
	h := newHand(t)
	for name, open := range map[string]func(){
		"the preferences": func() { h.showPreferences() }, "the keys": h.showKeys, "the numbers": h.showNumbers, "about": h.showAbout,
	} {
		open()
		top := h.win.Canvas().Overlays().Top()
		pages := []string{""}
		if name == "the preferences" {
			pages = []string{"Look", "Numbers", "Files", "Keys"}
		}
		for _, page := range pages {
			if page != "" {
				seek(top, func(b *control.Button) bool { return b.Text == page }).Tapped(nil)
			}
			for _, missing := range h.unreachable(top) {
				t.Errorf("%s %s: Tab does not come to %s", name, page, missing)
			}
		}
		h.unusedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if h.win.Canvas().Overlays().Top() != nil {
			t.Errorf("%s: Escape does not close it", name)
		}
	}
}

// Tab goes through the parts one after the other, and in each line from left
// to right; it does not come to the canvas, where it would grow the map.
func TestTabGoesInTheOrderInWhichOneReads(t *testing.T) {
	h := newHand(t)
	h.win.Resize(fyne.NewSize(1440, 900))
	h.session.Doc.Select("l1")
	h.inspector.Attach()
	var names []string
	last, at := -1, fyne.Position{}
	for _, f := range h.walked() {
		if f == fyne.Focusable(h.surface) {
			t.Error("Tab comes to the canvas")
			continue
		}
		names = append(names, called(f))
		now := -1
		for i, p := range h.parts {
			if p.holds(f) {
				now = i
			}
		}
		pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.(fyne.CanvasObject))
		switch {
		case now < last && now != 0:
			t.Errorf("%s stands in part %d, and comes after part %d", called(f), now, last)
		case now == last && pos.Y+2 < at.Y && pos.X <= at.X:
			t.Errorf("%s stands above what comes before it", called(f))
		case now == last && pos.Y == at.Y && pos.X < at.X:
			t.Errorf("%s stands left of what comes before it", called(f))
		}
		last, at = now, pos
	}
	if t.Failed() {
		t.Log(strings.Join(names, "\n"))
	}
}

func TestOneKeyGoesFromPartToPart(t *testing.T) {
	h := newHand(t)
	h.side.named("Outline")
	at := func() string {
		f := h.win.Canvas().Focused()
		if f == fyne.Focusable(h.surface) {
			return "canvas"
		}
		for i, name := range []string{"header", "left", "inspector", "foot"} {
			if h.parts[i].holds(f) {
				return name
			}
		}
		return called(f)
	}
	h.focusCanvas()
	var got []string
	for range 6 {
		h.nextPart(1)
		got = append(got, at())
	}
	if s := strings.Join(got, " "); s != "inspector foot header left canvas inspector" {
		t.Errorf("forwards: %s", s)
	}
	got = nil
	for range 5 {
		h.nextPart(-1)
		got = append(got, at())
	}
	if s := strings.Join(got, " "); s != "canvas left header foot inspector" {
		t.Errorf("backwards: %s", s)
	}
	// F6 is heard in any of our controls.
	h.parts[0].enter(h.win.Canvas())
	h.hit(fyne.KeyF6)
	if at() != "left" {
		t.Errorf("F6 in the header leads to %s", at())
	}
	h.hit(fyne.KeyEscape)
	if at() != "canvas" {
		t.Errorf("Escape leads to %s", at())
	}
}

func TestFunctionKeysWorkFromEveryControl(t *testing.T) {
	h := newHand(t)
	h.write(withThird)
	h.lookAtDisk() // a bar over the canvas says what differs
	for _, finding := range []bool{false, true} {
		if finding {
			h.findFilter()
		}
		for _, selected := range [][]argument.ID{nil, {top}, {"l1"}, {top, below}} {
			h.session.Doc.Select(selected...)
			h.inspector.Attach()
			for _, f := range h.walked() {
				f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
				if !h.asks() {
					t.Errorf("with %v selected, F1 is of no use on %s", selected, called(f))
					continue
				}
				h.unusedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			}
		}
	}
}
