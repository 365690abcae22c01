package scene_test

import (
	"testing"

	"warrant/argument"
	"warrant/canvas/palette"
	"warrant/canvas/scene"
	"warrant/canvas/shape"
)

func TestAClaimsColorIsBehindItsText(t *testing.T) {
	m := small(t)
	d := argument.NewDocument(m)
	s := scene.New(m, mono{}, stated{m})
	d.Observe(s.Apply)
	seen := make(map[palette.Role]argument.Color)
	for _, c := range append([]argument.Color{argument.NoColor}, argument.Colors...) {
		before := s.Card("c2").Revision
		if err := d.Do("Color", func(e *argument.Edit) error {
			return e.UpdateClaim("c2", func(k *argument.Claim) { k.Color = c })
		}); err != nil {
			t.Fatal(err)
		}
		card := s.Card("c2")
		if c != argument.NoColor && card.Revision == before {
			t.Errorf("%q: the card is not drawn anew", c)
		}
		for _, shapes := range [][]shape.Shape{card.Shapes(), card.TitleShapes()} {
			ground, edge := shapes[0].(shape.Box), shapes[1].(shape.Box)
			chip, behind := scene.Swatch(c)
			if ground.Fill != behind || ground.Stroke != chip {
				t.Errorf("%q: the card is of colour %d in %d, want %d in %d", c, ground.Fill, ground.Stroke, behind, chip)
			}
			if edge.Fill != palette.Opposes {
				t.Errorf("%q: the edge of an objection has colour %d", c, edge.Fill)
			}
		}
		fill := card.Shapes()[0].(shape.Box).Fill
		if other, twice := seen[fill]; twice {
			t.Errorf("%q and %q are drawn alike", c, other)
		}
		seen[fill] = c
	}
	if chip, behind := scene.Swatch("mauve"); chip != palette.CardBorder || behind != palette.Surface {
		t.Error("a colour that is not known is drawn as one")
	}
}
