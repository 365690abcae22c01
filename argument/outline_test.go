package argument_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"warrant/argument"
)

// outline writes an outline as indented text: + supports, - opposes, & joins
// the row before, * stands in full further up.
func outline(m *argument.Map) string {
	var b strings.Builder
	for _, r := range m.Outline() {
		sign := ""
		if l := m.Link(r.Link); l != nil {
			sign = map[argument.Kind]string{argument.Supports: "+", argument.Opposes: "-"}[l.Kind]
		}
		if r.Joined {
			sign = "&"
		}
		again := ""
		if r.Again {
			again = "*"
		}
		fmt.Fprintf(&b, "%s%s%s%s\n", strings.Repeat(" ", r.Depth), sign, r.Claim, again)
	}
	return b.String()
}

func TestOutline(t *testing.T) {
	link := func(name id, kind argument.Kind, to id, from ...id) argument.Link {
		return argument.Link{ID: name, Kind: kind, From: from, To: to}
	}
	for _, test := range []struct {
		name       string
		contention id
		links      []argument.Link
		want       string
	}{
		{"nothing bears on anything", "", nil, "a\nb\nc\nd\n"},
		{"the contention stands first", "c", nil, "c\na\nb\nd\n"},
		{"linked premises, and what undercuts their link", "a", []argument.Link{
			link("l1", argument.Supports, "a", "b", "c"), link("l2", argument.Opposes, "l1", "d"),
		}, "a\n +b\n &c\n  -d\n"},
		{"a claim that bears on two", "a", []argument.Link{
			link("l1", argument.Supports, "a", "b"), link("l2", argument.Opposes, "a", "c"), link("l3", argument.Supports, "b", "d"), link("l4", argument.Opposes, "c", "d"),
		}, "a\n +b\n  +d\n -c\n  -d*\n"},
		{"a circle with the contention in it", "a", []argument.Link{
			link("l1", argument.Supports, "a", "b"), link("l2", argument.Supports, "b", "a"),
		}, "a\n +b\n  +a*\nc\nd\n"},
		{"a circle apart", "a", []argument.Link{
			link("l1", argument.Supports, "b", "c"), link("l2", argument.Supports, "c", "d"), link("l3", argument.Opposes, "d", "b"),
		}, "a\nb\n +c\n  +d\n   -b*\n"},
		{"a claim that bears on itself", "a", []argument.Link{link("l1", argument.Opposes, "a", "a")}, "a\n -a*\nb\nc\nd\n"},
	} {
		m := build(t, argument.Parts{
			Info:   argument.Info{Contention: test.contention},
			Claims: []argument.Claim{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}},
			Links:  test.links,
		})
		if got := outline(m); got != test.want {
			t.Errorf("%s:\n%s, want\n%s", test.name, got, test.want)
		}
	}
}

// Siblings stand from left to right as their cards do.
func TestOutlineFollowsTheCards(t *testing.T) {
	at := func(name id, x float64) argument.Claim {
		return argument.Claim{ID: name, At: argument.Point{X: x}, Placed: true}
	}
	m := build(t, argument.Parts{
		Info:   argument.Info{Contention: "a"},
		Claims: []argument.Claim{at("a", 0), at("b", 30), at("c", -10), at("d", 20)},
		Links: []argument.Link{
			{ID: "l1", Kind: argument.Supports, From: []id{"b"}, To: "a"},
			{ID: "l2", Kind: argument.Supports, From: []id{"c"}, To: "a"},
			{ID: "l3", Kind: argument.Supports, From: []id{"d"}, To: "a"},
		},
	})
	if got, want := outline(m), "a\n +c\n +d\n +b\n"; got != want {
		t.Errorf("outline\n%s, want\n%s", got, want)
	}
}

// Whatever the map, the outline unfolds every claim exactly once.
func TestOutlineHasEveryClaimOnce(t *testing.T) {
	r := random(t)
	for range rounds {
		e := newEditor(t, r)
		for range 40 {
			_ = e.edit()
		}
		m := e.doc.Map()
		unfolded := map[id]int{}
		for _, row := range m.Outline() {
			if !row.Again {
				unfolded[row.Claim]++
			}
		}
		for c := range m.Claims() {
			if unfolded[c.ID] != 1 {
				t.Fatalf("%s is unfolded %d times in\n%s", c.ID, unfolded[c.ID], outline(m))
			}
		}
	}
}

func TestOutlineOfLargeMaps(t *testing.T) {
	name := func(i int) id { return id(fmt.Sprint("c", i)) }
	for what, target := range map[string]func(i int) id{
		"chain":               func(i int) id { return name(i - 1) },
		"star":                func(int) id { return name(0) },
		"chain of undercuts":  func(i int) id { return id(strings.Replace(string(name(max(i-1, 0))), "c", "l", 1)) },
		"circle of all links": func(i int) id { return name((i + 1) % argument.MaxClaims) },
	} {
		var p argument.Parts
		for i := range argument.MaxClaims {
			p.Claims = append(p.Claims, argument.Claim{ID: name(i)})
			if i == 0 {
				continue
			}
			to := target(i)
			if to == "l0" {
				to = name(0)
			}
			p.Links = append(p.Links, argument.Link{ID: id(fmt.Sprint("l", i)), Kind: argument.Supports, From: []id{name(i)}, To: to})
		}
		m := build(t, p)
		bound(t, what, 5*time.Second, func() {
			if rows := m.Outline(); len(rows) < argument.MaxClaims {
				t.Errorf("%s: %d rows", what, len(rows))
			}
		})
	}
}
