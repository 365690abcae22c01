package scene_test

import (
	"testing"

	"warrant/argument"
	"warrant/canvas/scene"
)

// A card held over a label does not make it flee; put down there, it does,
// and the scene is as one drawn afresh.
func TestLift(t *testing.T) {
	m := small(t)
	d := argument.NewDocument(m)
	s := scene.New(m, mono{}, stated{m})
	d.Observe(s.Apply)
	label := s.Link("l1").Label
	s.Lift("c5")
	if err := d.Do("Move", func(e *argument.Edit) error {
		return e.MoveClaim("c5", argument.Point{X: label.Min.X - 80, Y: label.Min.Y - 20})
	}); err != nil {
		t.Fatal(err)
	}
	if got := s.Link("l1").Label; got != label {
		t.Errorf("the label flees from the card held over it, from %v to %v", label, got)
	}
	s.Lift()
	if got := s.Link("l1").Label; got == label {
		t.Error("the label stays below the card that was put on it")
	}
	if got, want := dump(m, s), dump(m, scene.New(m, mono{}, stated{m})); got != want {
		t.Errorf("put down\n%s\nafresh\n%s", got, want)
	}
}
