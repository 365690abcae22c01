package look

import "testing"

func TestATextIsMadeSmallerStepByStep(t *testing.T) {
	l := &Theme{}
	for _, want := range []float32{0.9, 0.8, 0.8} {
		if l.Zoom(-0.1); l.Scale != want {
			t.Errorf("%v, want %v", l.Scale, want)
		}
	}
}
