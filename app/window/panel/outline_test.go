package panel

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"warrant/argument"
)

func newTestOutline(b *bench) *Outline {
	o := NewOutline(b.Desk)
	b.put(o, 280, 600)
	return o
}

func (o *Outline) settle() {
	o.redo.flush()
	o.repeat.flush()
}

// picture is the outline as text: a line's depth, sign, claim and number.
func (o *Outline) picture() string {
	var lines []string
	for i := range o.rows {
		s := o.says(i)
		lines = append(lines, strings.Repeat("  ", s.depth)+s.sign+s.text)
	}
	return strings.Join(lines, "\n")
}

func TestOutlineShowsTheMap(t *testing.T) {
	b := newBench(t)
	o := newTestOutline(b)
	want := `We should have soup
  +It is cold
  &Soup warms
  −Soup spills
    ⊘We have lids`
	if got := o.picture(); got != want {
		t.Errorf("the outline is\n%s\nwant\n%s", got, want)
	}
	if s := o.says(1); !s.joins || s.joined {
		t.Error("the first linked premise is not bound to the next")
	}
	if s := o.says(2); s.joins || !s.joined {
		t.Error("the last linked premise is not bound to the one before")
	}
}

func TestBondsPassWhatBearsOnThePremisesBetween(t *testing.T) {
	b := newBench(t)
	b.Do("add", func(e *argument.Edit) error {
		c, err := e.AddClaim(argument.Claim{Text: "The window is white"})
		if err != nil {
			return err
		}
		_, err = e.AddLink(argument.Link{Kind: argument.Supports, From: []id{c}, To: "c2"})
		return err
	})
	o := newTestOutline(b)
	var got []string
	for i := range o.rows {
		s := o.says(i)
		got = append(got, fmt.Sprintf("%s %b", s.text, s.bonds))
	}
	want := []string{"We should have soup 0", "It is cold 0", "The window is white 10", "Soup warms 0", "Soup spills 0", "We have lids 0"}
	if !slices.Equal(got, want) {
		t.Errorf("bonds are %q, want %q", got, want)
	}
}

func TestOutlineAndSelectionInStep(t *testing.T) {
	b := newBench(t)
	o := newTestOutline(b)
	key := func(name fyne.KeyName) {
		o.list.TypedKey(&fyne.KeyEvent{Name: name})
		o.settle()
	}
	o.list.Select(3)
	if want := []id{"c4"}; !slices.Equal(b.went, want) {
		t.Errorf("clicking a line went to %v, want %v", b.went, want)
	}
	b.Session.Doc.Select("c3")
	o.settle()
	if o.list.at != 2 {
		t.Errorf("the outline is at line %d after selecting c3, want 2", o.list.at)
	}
	b.Session.Doc.Select("l3")
	o.settle()
	if o.list.at != 4 {
		t.Errorf("the outline is at line %d after selecting l3, want 4", o.list.at)
	}
	if len(b.went) != 1 {
		t.Errorf("following the selection went to %v", b.went)
	}
	for _, press := range []struct {
		key  fyne.KeyName
		want id
	}{
		{fyne.KeyHome, "c1"}, {fyne.KeyDown, "c2"}, {fyne.KeyDown, "c3"}, {fyne.KeyLeft, "c1"}, {fyne.KeyRight, "c2"},
		{fyne.KeyEnd, "c5"}, {fyne.KeyDown, "c5"}, {fyne.KeyLeft, "c4"}, {fyne.KeyUp, "c3"}, {fyne.KeyPageUp, "c1"}, {fyne.KeyUp, "c1"},
	} {
		key(press.key)
		if got := b.Session.Doc.Selection(); !slices.Equal(got, []id{press.want}) {
			t.Errorf("%s selects %v, want %s", press.key, got, press.want)
		}
	}
	b.Session.Doc.Select("c4")
	o.settle()
	key(fyne.KeyDelete)
	if b.claim("c4") != nil || strings.Contains(o.picture(), "spills") {
		t.Errorf("Delete left\n%s", o.picture())
	}
}

// Whatever is done to the map, and undone, the outline shows it as it is.
func TestOutlineFollowsRandomEdits(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 1))
	b := newBench(t)
	o := newTestOutline(b)
	doc := b.Session.Doc
	claims := func() (all []id) {
		for c := range doc.Map().Claims() {
			all = append(all, c.ID)
		}
		return all
	}
	for step := range 300 {
		all := claims()
		any := func() id { return all[r.IntN(len(all))] }
		switch r.IntN(8) {
		case 0, 1, 2:
			_ = doc.Do("grow", func(e *argument.Edit) error {
				c, err := e.AddClaim(argument.Claim{Text: fmt.Sprint("claim ", step), At: argument.Point{X: r.Float64() * 1000}, Placed: true})
				if err != nil {
					return err
				}
				_, err = e.AddLink(argument.Link{Kind: argument.Supports, From: []id{c}, To: any()})
				return err
			})
		case 3:
			_ = doc.Do("join", func(e *argument.Edit) error { // refused where the premise is one already
				for l := range doc.Map().Outgoing(any()) {
					return e.AddPremise(l.ID, any())
				}
				return nil
			})
		case 4:
			_ = doc.Do("move", func(e *argument.Edit) error { return e.MoveClaim(any(), argument.Point{X: r.Float64() * 1000}) })
		case 5:
			if len(all) > 3 {
				_ = doc.Do("remove", func(e *argument.Edit) error { e.Remove(any()); return nil })
			}
		case 6:
			doc.Undo()
		case 7:
			_ = doc.Do("reword", func(e *argument.Edit) error {
				return e.UpdateClaim(any(), func(c *argument.Claim) { c.Text = fmt.Sprint("said ", step) })
			})
		}
		if all = claims(); len(all) > 0 {
			doc.Select(any())
		}
		o.settle()
		if !slices.Equal(o.rows, doc.Map().Outline()) {
			t.Fatalf("after step %d the lines are\n%v\nwant\n%v", step, o.rows, doc.Map().Outline())
		}
		if at := o.list.at; at < 0 || at >= len(o.rows) || o.rows[at].Claim != doc.Selection()[0] {
			t.Fatalf("after step %d the outline is at line %d, but %v is selected", step, at, doc.Selection())
		}
	}
}

// A panel that is not in view does nothing until it is.
func TestHiddenOutlineWaits(t *testing.T) {
	b := newBench(t)
	o := newTestOutline(b)
	o.Object().Hide()
	b.Do("remove", func(e *argument.Edit) error { e.Remove("c4"); return nil })
	o.settle()
	if len(o.rows) != 5 {
		t.Errorf("a hidden outline was made anew: %d lines", len(o.rows))
	}
	o.Object().Show()
	o.settle()
	if got := o.picture(); strings.Contains(got, "spills") {
		t.Errorf("shown again it is\n%s", got)
	}
}
