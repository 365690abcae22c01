package trail

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"warrant/argument"
	"warrant/canvas/geom"
)

var size = geom.Size{W: 1000, H: 600}

// at is a place named by what is selected and how far right one looks.
func at(selected string, x float64) Place {
	var ids []argument.ID
	for _, s := range strings.Fields(selected) {
		ids = append(ids, argument.ID(s))
	}
	return Place{ids, geom.View{Origin: geom.Pt(x, 0), Zoom: 1}}
}

func name(p Place, ok bool) string {
	if !ok {
		return "end"
	}
	var s []string
	for _, id := range p.Selection {
		s = append(s, string(id))
	}
	return fmt.Sprintf("%s@%g", strings.Join(s, "+"), p.View.Origin.X)
}

func TestTrail(t *testing.T) {
	for _, test := range []struct {
		name    string
		visits  []Place
		gone    string
		back    string // all the way, then forward all the way
		forward string
	}{
		{"nowhere", nil, "", "end", "end"},
		{"one place", []Place{at("a", 0)}, "", "end", "end"},
		{"three", []Place{at("a", 0), at("b", 0), at("c", 3000)}, "", "b@0 a@0 end", "b@0 c@3000 end"},
		{"a little panning is no going", []Place{at("a", 0), at("a", 200), at("b", 0)}, "", "a@200 end", "b@0 end"},
		{"far panning is", []Place{at("a", 0), at("a", 2000)}, "", "a@0 end", "a@2000 end"},
		{"deselecting is not", []Place{at("a", 0), at("", 0), at("b", 0)}, "", "a@0 end", "b@0 end"},
		{"nor selecting where one looks", []Place{at("", 0), at("a", 10), at("b", 0)}, "", "a@10 end", "b@0 end"},
		{"what is gone is passed over", []Place{at("a", 0), at("b", 0), at("c", 0)}, "b", "a@0 end", "c@0 end"},
		{"part of it is left", []Place{at("a b", 0), at("c", 0)}, "b", "a@0 end", "c@0 end"},
		{"all of it is gone", []Place{at("a", 0), at("c", 0)}, "a", "end", "end"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var tr Trail
			for _, p := range test.visits {
				tr.Visit(p, size)
			}
			has := func(id argument.ID) bool { return string(id) != test.gone }
			walk := func(step func(func(argument.ID) bool) (Place, bool)) string {
				var got []string
				for !slices.Contains(got, "end") {
					got = append(got, name(step(has)))
				}
				return strings.Join(got, " ")
			}
			if got := walk(tr.Back); got != test.back {
				t.Errorf("back: %s, want %s", got, test.back)
			}
			if got := walk(tr.Forward); got != test.forward {
				t.Errorf("forward: %s, want %s", got, test.forward)
			}
		})
	}
}

func TestGoingElsewhereForgetsForward(t *testing.T) {
	has := func(argument.ID) bool { return true }
	var tr Trail
	for _, p := range []Place{at("a", 0), at("b", 0), at("c", 0)} {
		tr.Visit(p, size)
	}
	p, _ := tr.Back(has)
	tr.Visit(p, size) // the window tells of where it was put, too
	if got := name(tr.Forward(has)); got != "c@0" {
		t.Fatalf("forward: %s", got)
	}
	tr.Back(has)
	tr.Back(has)
	tr.Visit(at("d", 5000), size)
	if got := name(tr.Forward(has)); got != "end" {
		t.Errorf("forward of the new place: %s", got)
	}
	if got := name(tr.Back(has)); got != "a@0" {
		t.Errorf("back: %s", got)
	}
}

func TestOnlySoManyAreRemembered(t *testing.T) {
	var tr Trail
	for i := range 3 * most {
		tr.Visit(at(fmt.Sprint(i), 0), size)
	}
	n := 0
	for {
		if _, ok := tr.Back(func(argument.ID) bool { return true }); !ok {
			break
		}
		n++
	}
	if n != most-1 {
		t.Errorf("%d places before this one, want %d", n, most-1)
	}
}
