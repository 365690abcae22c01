package scene

import (
	"reflect"
	"testing"

	"warrant/argument"
	"warrant/argument/sample"
	"warrant/canvas/text"
)

// plain are numbers that do not matter.
type plain struct{}

func (plain) Credence(argument.ID) (float64, bool) { return 0.5, true }
func (plain) Base(argument.ID) (float64, bool)     { return 0.5, true }

// A scene drawn of a copy goes on as if it had been drawn of the map itself,
// also where links were taken out of the map and so its order has gaps.
func TestASceneOfACopyFollowsTheMap(t *testing.T) {
	m, err := sample.Make(sample.Options{Claims: 120, Seed: 3, Cross: 0.3, Placed: true})
	if err != nil {
		t.Fatal(err)
	}
	doc := argument.NewDocument(m)
	do := func(change func(e *argument.Edit) error) {
		t.Helper()
		if err := doc.Do("Change", change); err != nil {
			t.Fatal(err)
		}
	}
	do(func(e *argument.Edit) error { e.Remove("l3", "l10", "l11", "l40"); return nil })
	still, err := argument.Build(m.Parts())
	if err != nil {
		t.Fatal(err)
	}
	s, own := New(still, text.Bundled(), plain{}), New(m, text.Bundled(), plain{})
	s.Onto(m, text.Bundled(), plain{})
	for _, s := range []*Scene{s, own} {
		doc.Observe(s.Apply)
	}
	for i, id := range []argument.ID{"c2", "c30", "c77", "c119"} {
		do(func(e *argument.Edit) error {
			return e.MoveClaim(id, argument.Point{X: float64(300 * i), Y: float64(170 * i)})
		})
	}
	if all := own.Bounds(); !reflect.DeepEqual(s.Shapes(all), own.Shapes(all)) {
		t.Error("it is drawn otherwise")
	}
}
