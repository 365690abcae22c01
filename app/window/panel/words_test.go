package panel

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"warrant/argument/credence"
)

func TestWordsBelowASliderDoNotMeet(t *testing.T) {
	b := newBench(t)
	scale, err := credence.NewScale([]string{"extraordinarily remote", "improbable", "about even", "probable", "beyond reasonable doubt"}, []float64{.1, .4, .6, .9})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		scale credence.Scale
		width float32
		shown int
	}{{credence.DefaultScale, 280, 5}, {scale, 1000, 5}, {scale, 300, 2}, {scale, 0, 1}} {
		b.Scale = test.scale
		w := newWords(b.Desk)
		w.Resize(fyne.NewSize(test.width, 20))
		var shown []*canvas.Text
		for _, o := range w.CreateRenderer().(*wordsRenderer).texts {
			if o.Visible() {
				shown = append(shown, o.(*canvas.Text))
			}
		}
		if len(shown) != test.shown {
			t.Errorf("%v at %v: %d words are shown, want %d", test.scale.Words(), test.width, len(shown), test.shown)
		}
		for i := 1; i < len(shown); i++ {
			if before := shown[i-1]; shown[i].Position().X < before.Position().X+before.Size().Width {
				t.Errorf("at %v, %q runs into %q", test.width, before.Text, shown[i].Text)
			}
		}
	}
}
