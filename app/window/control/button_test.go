package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAButtonIsPressedByPointerAndKeysAlike(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		how   string
		press func(*Button)
	}{
		{"the pointer", func(b *Button) { test.Tap(b) }},
		{"Return", func(b *Button) { b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }},
		{"the space bar", func(b *Button) { b.TypedRune(' ') }},
	} {
		pressed := 0
		b := NewButton("Fit", "F", func() { pressed++ })
		c.press(b)
		b.Set("Fit", true)
		c.press(b)
		if pressed != 1 {
			t.Errorf("by %s, it was pressed %d times, once of them while it was off", c.how, pressed)
		}
	}
}

// A key that a control has no use for is the window's, and Escape leaves a
// question.
func TestKeysThatAControlDoesNotUse(t *testing.T) {
	test.NewTempApp(t)
	left := 0
	b, a := NewButton("Fit", "", func() {}), NewAnswer("Close", func() { left++ }, func() {})
	var heard []fyne.KeyName
	for _, o := range []fyne.Focusable{b, NewCheck("Still", false, nil), NewPick([]string{"one"}, nil), a} {
		w := test.NewTempWindow(t, o.(fyne.CanvasObject))
		w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { heard = append(heard, e.Name) })
		o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	if len(heard) != 3 || left != 1 {
		t.Errorf("the window heard %v, and the answer was left %d times", heard, left)
	}
}

func TestAShorterButtonDoesWithoutItsKey(t *testing.T) {
	test.NewTempApp(t)
	b := NewButton("Support", "S", func() {})
	wide := b.MinSize().Width
	b.Brief(true)
	if short := b.MinSize().Width; short >= wide {
		t.Errorf("without its key it is %v wide, with it %v", short, wide)
	}
}
