package panel

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"warrant/argument"
	"warrant/canvas/scene"
)

// chipsOf returns what the chips of tags say.
func chipsOf(t *tags) (said []string) {
	for _, o := range t.row.items {
		said = append(said, o.(*press).text)
	}
	return said
}

func offersOf(t *tags) (said []string) {
	for _, o := range t.offer.items {
		said = append(said, o.(*press).text)
	}
	return said
}

// tag gives claims of a bench tags.
func (b *bench) tag(all map[id]string) {
	b.Do("Tag", func(e *argument.Edit) error {
		for claim, tags := range all {
			if err := e.UpdateClaim(claim, func(c *argument.Claim) { c.Tags = strings.Fields(tags) }); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestTagsOfAClaim(t *testing.T) {
	b := newBench(t)
	b.tag(map[id]string{"c2": "weather cold", "c4": "table weather"})
	p := b.inspect("c3")
	f := p.claim.tags
	if got := chipsOf(f); len(got) != 0 || len(offersOf(f)) != 0 {
		t.Fatalf("a claim without tags shows %q and offers %q", got, offersOf(f))
	}
	f.field.FocusGained()
	if got := offersOf(f); !slices.Equal(got, []string{"weather", "cold", "table"}) {
		t.Errorf("offered are %q", got)
	}
	f.field.SetText("WEA")
	if got := offersOf(f); !slices.Equal(got, []string{"weather"}) {
		t.Errorf("offered with WEA are %q", got)
	}
	f.offers[0].Tapped(nil)
	p.settle()
	for _, r := range "hot" {
		f.field.TypedRune(r)
	}
	f.field.TypedRune(',')
	p.settle()
	if got := chipsOf(f); !slices.Equal(got, []string{"weather ✕", "hot ✕"}) || f.field.Text != "" {
		t.Errorf("the chips are %q, the field %q", got, f.field.Text)
	}
	f.chips[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	p.settle()
	if got := b.claim("c3").Tags; !slices.Equal(got, []string{"hot"}) {
		t.Errorf("the tags are %q", got)
	}
	f.field.SetText("hot")
	f.field.FocusLost()
	b.wantSteps("Tag", "Add tag", "Add tag", "Remove tag") // it had that one
	b.Session.Doc.Undo()
	p.settle()
	if got := chipsOf(f); !slices.Equal(got, []string{"weather ✕", "hot ✕"}) {
		t.Errorf("undone, the chips are %q", got)
	}
}

func TestTagsOfSeveralClaims(t *testing.T) {
	b := newBench(t)
	b.tag(map[id]string{"c2": "weather cold", "c4": "weather"})
	p := b.inspect("c2", "l1", "c4")
	f := p.many.tags
	if got := chipsOf(f); !slices.Equal(got, []string{"weather ✕", "+ cold (1 of 2)"}) {
		t.Fatalf("the chips are %q", got)
	}
	f.chips[1].Tapped(nil)
	p.settle()
	if got := b.claim("c4").Tags; !slices.Equal(got, []string{"weather", "cold"}) {
		t.Errorf("the tags of c4 are %q", got)
	}
	f.chips[0].Tapped(nil)
	p.settle()
	if got := chipsOf(f); !slices.Equal(got, []string{"cold ✕"}) {
		t.Errorf("the chips are %q", got)
	}
	f.field.FocusGained()
	f.field.SetText("new")
	b.choose(p, "c5") // what is typed belongs to those it was typed for
	if got := b.claim("c2").Tags; !slices.Equal(got, []string{"cold", "new"}) || len(b.claim("c5").Tags) > 0 {
		t.Errorf("the tags are %q and %q", got, b.claim("c5").Tags)
	}
	b.wantSteps("Tag", "Add tag", "Remove tag", "Add tag")
}

func TestColorByPointerAndKeys(t *testing.T) {
	b := newBench(t)
	p := b.inspect("c3")
	s := p.claim.color
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(3*swatchStep+5, 9)})
	p.settle()
	if got := b.claim("c3").Color; got != argument.Colors[2] {
		t.Errorf("the colour is %q", got)
	}
	if name, _ := s.says(); name != "Yellow" {
		t.Errorf("it is called %q", name)
	}
	s.FocusGained()
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if name, _ := s.says(); name != "Green" || b.claim("c3").Color != argument.Yellow {
		t.Errorf("at %q the claim is %q", name, b.claim("c3").Color)
	}
	s.TypedRune(' ')
	s.FocusLost()
	b.choose(p, "c3", "c4")
	s = p.many.color
	if name, _ := s.says(); s.chosen != -1 || name != "Several" {
		t.Errorf("of a green claim and one without, it says %q", name)
	}
	s.choose(1)
	p.settle()
	if b.claim("c3").Color != argument.Red || b.claim("c4").Color != argument.Red {
		t.Error("not both are red")
	}
	s.choose(0)
	b.wantSteps("Change colour", "Change colour", "Change colour", "Remove colour")
}

func TestEachColorHasAName(t *testing.T) {
	seen := make(map[string]bool)
	for _, c := range offeredColors {
		if seen[colorName(c)] {
			t.Errorf("%q is called %q as another is", c, colorName(c))
		}
		seen[colorName(c)] = true
		if edge, _ := scene.Swatch(c); c != argument.NoColor && edge == 0 {
			t.Errorf("%q is drawn as none", c)
		}
	}
}
