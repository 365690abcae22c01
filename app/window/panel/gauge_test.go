package panel

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"warrant/argument"
)

func TestOneDragIsOneStepOfUndo(t *testing.T) {
	b := newBench(t)
	p := b.inspect("l1")
	before := b.Session.Numbers.Claim("c1").Credence
	drag(p.link.confidence.slider, .8, .7, .5, .31)
	b.wantSteps("Change confidence")
	if got := b.link("l1").Confidence; got != argument.Stated(.31) {
		t.Errorf("the confidence is %v, want 31%%", got)
	}
	if b.Session.Numbers.Claim("c1").Credence >= before {
		t.Error("the contention did not follow the slider")
	}
	p.settle()
	if got := p.link.confidence.big.text; got != "31%" {
		t.Errorf("the number shown is %q", got)
	}
	b.Session.Doc.Undo()
	p.settle()
	if v := p.link.confidence.slider.value; v != .8 {
		t.Errorf("after undo the slider shows %v, want .8", v)
	}
}

func TestDragThereAndBackIsNoStep(t *testing.T) {
	b := newBench(t)
	p := b.inspect("l1")
	drag(p.link.confidence.slider, .8, .2, .8)
	b.wantSteps()
	if b.Session.Doc.Modified() {
		t.Error("the map counts as changed")
	}
}

// A release may be told of twice, or only as a loss of focus.
func TestDragThatLosesItsRelease(t *testing.T) {
	b := newBench(t)
	p := b.inspect("l1")
	s := p.link.confidence.slider
	s.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(.8*s.Size().Width, 5)}, Button: desktop.MouseButtonPrimary})
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(.5*s.Size().Width, 5)}})
	if !p.sliding {
		t.Fatal("the inspector does not know of the drag")
	}
	s.FocusLost()
	if p.sliding {
		t.Error("the drag has not ended with the focus")
	}
	s.DragEnd()
	drag(s, .5, .6)
	b.wantSteps("Change confidence", "Change confidence")
}

func TestSliderKeys(t *testing.T) {
	b := newBench(t)
	p := b.inspect("l1")
	s := p.link.confidence.slider
	for _, press := range []struct {
		key  fyne.KeyName
		want float64
	}{
		{fyne.KeyLeft, .79}, {fyne.KeyDown, .78}, {fyne.KeyPageDown, .68}, {fyne.KeyRight, .69},
		{fyne.KeyPageUp, .79}, {fyne.KeyEnd, 1}, {fyne.KeyRight, 1}, {fyne.KeyHome, 0},
	} {
		s.TypedKey(&fyne.KeyEvent{Name: press.key})
		p.settle()
		if got, _ := b.link("l1").Confidence.Value(); got != press.want {
			t.Errorf("after %s the confidence is %v, want %v", press.key, got, press.want)
		}
	}
	b.wantSteps("Change confidence") // they came in one go
}

func TestExactEntry(t *testing.T) {
	b := newBench(t)
	p := b.inspect("l1")
	g := p.link.confidence
	retype(g.exact, "0.615")
	if got := b.link("l1").Confidence; got != argument.Stated(.615) {
		t.Errorf("the confidence is %v", got)
	}
	retype(g.exact, "a lot")
	if !g.wrong.Visible() || g.wrong.text == "" {
		t.Error("what was wrong with the entry is not said")
	}
	if got := b.link("l1").Confidence; got != argument.Stated(.615) {
		t.Errorf("a wrong entry made the confidence %v", got)
	}
	retype(g.exact, "70")
	if g.wrong.Visible() {
		t.Error("the error stays after a right entry")
	}
	retype(g.exact, "")
	if b.link("l1").Confidence.IsSet() {
		t.Error("an empty entry does not unset")
	}
	b.wantSteps("Change confidence", "Change confidence", "Change confidence")
}

func TestUnsetAndTakeOver(t *testing.T) {
	b := newBench(t)
	p := b.inspect("l1")
	g := p.link.confidence
	g.unset.Tapped(nil)
	p.settle()
	suggested, _ := b.Session.Numbers.Suggested("l1")
	if got := g.big.text; got != "unset · "+percent(suggested) {
		t.Errorf("an unset confidence is shown as %q", got)
	}
	if g.unset.Visible() || !g.slider.hollow {
		t.Error("it does not look unset")
	}
	if want := "Evidence suggests " + percent(suggested); g.suggest.text != want {
		t.Errorf("the offer reads %q, want %q", g.suggest.text, want)
	}
	g.suggest.Tapped(nil)
	p.settle()
	if got, ok := b.link("l1").Confidence.Value(); !ok || percent(got) != percent(suggested) {
		t.Errorf("taking over gave %v", got)
	}
	if g.suggest.Visible() {
		t.Error("what was taken over is offered again")
	}
}
