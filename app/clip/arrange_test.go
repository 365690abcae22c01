package clip_test

import (
	"testing"

	"warrant/app/clip"
	"warrant/argument"
	"warrant/canvas/geom"
)

// cards are all of one size.
type cards struct{}

func (cards) CardSize(*argument.Claim) geom.Size { return geom.Size{W: 200, H: 60} }

// The cards of a text get places as if below a claim, in one block that can be
// moved as a whole.
func TestArranged(t *testing.T) {
	c, err := clip.Paste("+ a\n  + b\n  & c\n    ⊘ d\n- e\n  + f\n⊘ g\n")
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := c.Bounds(cards{}); ok {
		t.Error("a text has places")
	}
	c = c.Arranged(cards{})
	bounds, ok := c.Bounds(cards{})
	if !ok {
		t.Fatal("no card has a place")
	}
	for _, under := range []argument.ID{"", "c5"} {
		doc := argument.NewDocument(rainMap(t))
		var ids []argument.ID
		if err := doc.Do("Paste", func(e *argument.Edit) error {
			ids, err = clip.Insert(e, c, under, clip.Shift(geom.Pt(1000, 500).Sub(bounds.Min)))
			return err
		}); err != nil {
			t.Fatal(err)
		}
		var rects []geom.Rect
		var all geom.Rect
		at := make(map[string]argument.Point)
		for _, id := range ids {
			claim := doc.Map().Claim(id)
			if !claim.Placed {
				t.Fatalf("%q has no place", claim.Text)
			}
			at[claim.Text] = claim.At
			r := geom.R(claim.At.X, claim.At.Y, 200, 60)
			for _, other := range rects {
				if r.Overlaps(other) {
					t.Errorf("%q lies on another card", claim.Text)
				}
			}
			rects = append(rects, r)
			all = all.Union(r)
		}
		if all != bounds.Move(geom.Pt(1000, 500).Sub(bounds.Min)) {
			t.Errorf("the cards lie in %v", all)
		}
		if at["a"].Y != at["e"].Y || at["b"].Y <= at["a"].Y || at["a"].X >= at["e"].X {
			t.Errorf("the cards are at %v, want a and e in a row and b below", at)
		}
	}
}

// A card that has a place keeps it while the others get theirs.
func TestArrangedKeepsPlaces(t *testing.T) {
	text := `{"format": "warrant-map", "version": 1, "claims": [{"id": "a", "text": ""}, {"id": "b", "text": "", "at": [5, -7]}, {"id": "c", "text": "", "at": [505, 90]}]}`
	c, err := clip.Paste(text)
	if err != nil {
		t.Fatal(err)
	}
	if r, ok := c.Bounds(cards{}); !ok || r != geom.R(5, -7, 700, 157) {
		t.Errorf("the cards with places lie in %v", r)
	}
	doc := argument.NewDocument(argument.Empty("new", ""))
	if err := doc.Do("Paste", func(e *argument.Edit) error {
		_, err := clip.Insert(e, c.Arranged(cards{}), "", nil)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	m := doc.Map()
	if !m.Claim("a").Placed || m.Claim("b").At != (argument.Point{X: 5, Y: -7}) || m.Claim("c").At != (argument.Point{X: 505, Y: 90}) {
		t.Errorf("the cards are at %v, %v, %v", m.Claim("a").At, m.Claim("b").At, m.Claim("c").At)
	}
}
