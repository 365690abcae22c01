package argument_test

import (
	"reflect"
	"slices"
	"testing"

	"warrant/argument"
)

// led is a map in which b and c bear together on a, and d on their step, both
// links led through points.
func led(t *testing.T) *argument.Document {
	t.Helper()
	p := argument.Parts{Info: argument.Info{ID: "m"}}
	for i, n := range []id{"a", "b", "c", "d", "e"} {
		p.Claims = append(p.Claims, argument.Claim{ID: n, At: argument.Point{X: float64(100 * i)}, Placed: true})
	}
	p.Links = []argument.Link{
		{ID: "l", Kind: argument.Supports, From: []id{"b", "c"}, To: "a", Via: []argument.Point{{X: 1, Y: 2}, {X: 3, Y: 4}}},
		{ID: "u", Kind: argument.Opposes, From: []id{"d"}, To: "l", Via: []argument.Point{{X: 5, Y: 6}}},
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	return argument.NewDocument(m)
}

func TestALinkIsLedAlongWithItsEnds(t *testing.T) {
	move := func(by argument.Point, ids ...id) func(*edit) error {
		return func(e *edit) error {
			for _, n := range ids {
				at := e.Map().Claim(n).At
				if err := e.MoveClaim(n, argument.Point{X: at.X + by.X, Y: at.Y + by.Y}); err != nil {
					return err
				}
			}
			return nil
		}
	}
	update := func(change func(l *argument.Link)) func(*edit) error {
		return func(e *edit) error { return e.UpdateLink("l", change) }
	}
	then := func(all ...func(*edit) error) func(*edit) error {
		return func(e *edit) error {
			for _, one := range all {
				if err := one(e); err != nil {
					return err
				}
			}
			return nil
		}
	}
	by := argument.Point{X: 10, Y: -1}
	for _, test := range []struct {
		what   string
		change func(*edit) error
		l, u   []argument.Point
	}{
		{"one end moves", move(by, "a"), []argument.Point{{X: 1, Y: 2}, {X: 3, Y: 4}}, []argument.Point{{X: 5, Y: 6}}},
		{"all ends of a link move", move(by, "a", "b", "c"), []argument.Point{{X: 11, Y: 1}, {X: 13, Y: 3}}, []argument.Point{{X: 5, Y: 6}}},
		{"all move", move(by, "a", "b", "c", "d"), []argument.Point{{X: 11, Y: 1}, {X: 13, Y: 3}}, []argument.Point{{X: 15, Y: 5}}},
		{"they move each their way", then(move(by, "a", "b"), move(argument.Point{X: 10, Y: 1}, "c")), []argument.Point{{X: 1, Y: 2}, {X: 3, Y: 4}}, []argument.Point{{X: 5, Y: 6}}},
		{"there and back", then(move(by, "a", "b", "c"), move(argument.Point{X: -10, Y: 1}, "a", "b", "c")), []argument.Point{{X: 1, Y: 2}, {X: 3, Y: 4}}, []argument.Point{{X: 5, Y: 6}}},
		{"led elsewhere, and moved", then(update(func(l *argument.Link) { l.Via = []argument.Point{{X: 9, Y: 9}} }), move(by, "a", "b", "c")), []argument.Point{{X: 9, Y: 9}}, []argument.Point{{X: 5, Y: 6}}},
		{"other words", update(func(l *argument.Link) { l.Note = "n" }), []argument.Point{{X: 1, Y: 2}, {X: 3, Y: 4}}, []argument.Point{{X: 5, Y: 6}}},
		{"another target", update(func(l *argument.Link) { l.To = "e" }), nil, []argument.Point{{X: 5, Y: 6}}},
		{"another premise", func(e *edit) error { return e.AddPremise("l", "e") }, nil, []argument.Point{{X: 5, Y: 6}}},
		{"a premise removed", func(e *edit) error { e.Remove("c"); return nil }, nil, []argument.Point{{X: 5, Y: 6}}},
		{"another target, and points for it", update(func(l *argument.Link) { l.To, l.Via = "e", []argument.Point{{X: 7, Y: 7}} }), []argument.Point{{X: 7, Y: 7}}, []argument.Point{{X: 5, Y: 6}}},
	} {
		t.Run(test.what, func(t *testing.T) {
			d := led(t)
			before := d.Map().Parts()
			if err := d.Do("", test.change); err != nil {
				t.Fatal(err)
			}
			if l, u := d.Map().Link("l").Via, d.Map().Link("u").Via; !slices.Equal(l, test.l) || !slices.Equal(u, test.u) {
				t.Errorf("the link is led through %v, the one on it through %v; want %v and %v", l, u, test.l, test.u)
			}
			if d.Undo(); !reflect.DeepEqual(d.Map().Parts(), before) {
				t.Error("undoing it leaves something else behind")
			}
		})
	}
}

// Edits that the rules refuse are refused, and not lost in a circle.
func TestARefusedEditOfALedLinkEnds(t *testing.T) {
	for what, change := range map[string]func(e *edit) error{
		"a circle of links": func(e *edit) error {
			return e.UpdateLink("l", func(l *argument.Link) { l.To, l.Via = "u", []argument.Point{{X: 1}} })
		},
		"no premise": func(e *edit) error {
			return e.UpdateLink("l", func(l *argument.Link) { l.From, l.Via = nil, []argument.Point{{X: 1}} })
		},
	} {
		d := led(t)
		before := d.Map().Parts()
		err := d.Do("", func(e *edit) error {
			if err := change(e); err != nil {
				return err
			}
			for _, n := range []id{"a", "b", "c", "d"} {
				if err := e.MoveClaim(n, argument.Point{X: e.Map().Claim(n).At.X + 5}); err != nil {
					return err
				}
			}
			return nil
		})
		if err == nil || !reflect.DeepEqual(d.Map().Parts(), before) {
			t.Errorf("%s: %v", what, err)
		}
	}
}
