package tour_test

import (
	"fmt"
	"strings"
	"testing"

	"warrant/argument"
	"warrant/argument/sample"
	"warrant/argument/tour"
)

// drawn makes a map of lines "a b > c" (supports) and "a | c" (opposes); the
// first claim named is the contention, links are called l1, l2 and so on.
// A "*" before a line gives the link an item of evidence.
func drawn(t *testing.T, lines ...string) *argument.Map {
	t.Helper()
	var p argument.Parts
	seen := make(map[string]bool)
	claim := func(id string) argument.ID {
		if !seen[id] && !strings.HasPrefix(id, "l") {
			seen[id] = true
			p.Claims = append(p.Claims, argument.Claim{ID: argument.ID(id), Text: id})
		}
		return argument.ID(id)
	}
	for _, line := range lines {
		line, proven := strings.CutPrefix(line, "*")
		from, to, supports := strings.Cut(line, ">")
		kind := argument.Supports
		if !supports {
			from, to, _ = strings.Cut(line, "|")
			kind = argument.Opposes
		}
		alone := from == line // a claim that bears on nothing
		if alone {
			to = line
		}
		target := claim(strings.TrimSpace(to))
		if p.Info.Contention == "" {
			p.Info.Contention = target
		}
		if alone {
			continue
		}
		l := argument.Link{ID: argument.ID(fmt.Sprint("l", len(p.Links)+1)), Kind: kind, To: target}
		for _, f := range strings.Fields(from) {
			l.From = append(l.From, claim(f))
		}
		if proven {
			l.Evidence = []argument.Evidence{{ID: "e1", Kind: argument.Other, Text: "seen"}}
		}
		p.Links = append(p.Links, l)
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func even(argument.ID) float64 { return 0.5 }

var names = map[tour.Kind]string{
	tour.Opening: "opening", tour.Reason: "reason", tour.Objection: "objection", tour.Undercut: "undercut",
	tour.Underpin: "underpin", tour.Evidence: "evidence", tour.Whole: "whole",
}

func told(stops []tour.Stop) string {
	var b strings.Builder
	for _, s := range stops {
		fmt.Fprintf(&b, "%s %s + %s\n", names[s.Kind], ids(s.Focus), ids(s.Reveal))
	}
	return b.String()
}

func ids(all []argument.ID) string {
	var s []string
	for _, id := range all {
		s = append(s, string(id))
	}
	return strings.Join(s, ",")
}

func TestTour(t *testing.T) {
	m := drawn(t, "*a > c", "b d > c", "x | c", "u | l1", "v | l4", "g > a", "h > a", "o | a", "y > x", "deep > y")
	worth := map[argument.ID]float64{"l2": 0.9, "l1": 0.4, "l7": 0.8}
	want := `opening c + c
reason b,d,l2,c + b,d,l2
reason a,l1,c + a,l1
evidence a,l1,c + 
undercut u,l4,l1 + u,l4
undercut v,l5,l4 + v,l5
reason h,g,l7,l6,a + h,g,l7,l6
objection o,l8,a + o,l8
objection x,l3,c + x,l3
reason y,l9,x + y,l9
reason deep,l10,y + deep,l10
whole  + 
`
	if got := told(tour.Of(m, func(l argument.ID) float64 { return worth[l] })); got != want {
		t.Errorf("the tour is\n%swant\n%s", got, want)
	}
}

func TestTourOfLittle(t *testing.T) {
	for _, c := range []struct {
		name string
		m    *argument.Map
		want string
	}{
		{"nothing", argument.Empty("m", ""), ""},
		{"a claim", drawn(t, "c"), "opening c + c\n"},
		{"what stands apart comes in the end", drawn(t, "c", "z"), "opening c + c\nwhole  + z\n"},
		{"a circle", drawn(t, "a > c", "c > a"), "opening c + c\nreason a,l1,c + a,l1\nreason c,l2,a + l2\nwhole  + \n"},
		{"a claim with two jobs is revealed once", drawn(t, "a > c", "a | l1", "a > b", "b > c"),
			"opening c + c\nreason a,l1,c + a,l1\nundercut a,l2,l1 + l2\nreason b,l4,c + b,l4\nreason a,l3,b + l3\nwhole  + \n"},
	} {
		if got := told(tour.Of(c.m, even)); got != c.want {
			t.Errorf("%s: the tour is\n%swant\n%s", c.name, got, c.want)
		}
	}
}

// A tour of any map is short, names only what is there, reveals nothing
// twice, and shows all in the end.
func TestTourOfAnyMap(t *testing.T) {
	for seed := int64(1); seed <= 40; seed++ {
		m, err := sample.Make(sample.Options{Claims: int(seed*seed%97)*int(seed) + 2, Seed: seed, Cross: 0.1})
		if err != nil {
			t.Fatal(err)
		}
		stops := tour.Of(m, even)
		if len(stops) > tour.Most {
			t.Errorf("seed %d: %d stops", seed, len(stops))
		}
		var steps []argument.Step
		seen := make(map[argument.ID]bool)
		for _, s := range stops {
			for _, id := range append(append([]argument.ID{}, s.Focus...), s.Reveal...) {
				if !m.Has(id) {
					t.Errorf("seed %d: a stop names %q, which is not there", seed, id)
				}
			}
			for _, id := range s.Reveal {
				if seen[id] {
					t.Errorf("seed %d: %s is revealed twice", seed, id)
				}
				seen[id] = true
			}
			steps = append(steps, argument.Step{Focus: s.Focus, Reveal: s.Reveal})
		}
		at := tour.First(m, steps)
		if len(at) != m.NumClaims()+m.NumLinks() {
			t.Errorf("seed %d: %d of %d claims and links come into sight", seed, len(at), m.NumClaims()+m.NumLinks())
		}
		for k, s := range stops {
			for _, id := range s.Focus {
				if at[id] > k {
					t.Errorf("seed %d: stop %d is about %s, which comes into sight at %d", seed, k, id, at[id])
				}
			}
		}
		for l := range m.Links() {
			for _, end := range append([]argument.ID{l.To}, l.From...) {
				if at[end] > at[l.ID] {
					t.Errorf("seed %d: link %s comes at %d, its end %s at %d", seed, l.ID, at[l.ID], end, at[end])
				}
			}
		}
	}
}

func TestFirst(t *testing.T) {
	m := drawn(t, "a b > c", "x | l1", "g > a", "z", "p > q", "q > p")
	for _, c := range []struct {
		name  string
		steps []string // what each reveals, and after a colon what it has in focus
		want  string   // at 0 / at 1 / …
	}{
		{"no steps", nil, "a b c g l1 l2 l3 l4 l5 p q x z"},
		{"nothing is revealed by name", []string{"", ""}, "a b c g l1 l2 l3 l4 l5 p q x z / "},
		{"the rest comes with what it bears on", []string{"c", "a"}, "b c l4 l5 p q z / a g l1 l2 l3 x"},
		{"a link of its own waits, and what bears on it", []string{"c", "l1"}, "c l4 l5 p q z / a b g l1 l2 l3 x"},
		{"a link waits for its ends", []string{"l2", "c"}, "l4 l5 p q z / a b c g l1 l2 l3 x"},
		{"revealed twice counts once", []string{"c z", "z g"}, "a b c l1 l2 l4 l5 p q x z / g l3"},
		{"focus reveals nothing that would be there before", []string{"", ": x"}, "a b c g l1 l2 l3 l4 l5 p q x z / "},
		{"what is in focus is in sight by then", []string{"c", ": x", "a x"}, "b c l4 l5 p q z / x / a g l1 l2 l3"},
		{"so are the ends of a link", []string{"c", ": l2", "a x"}, "b c l4 l5 p q z / a g l1 l2 l3 x / "},
		{"what is gone is passed over", []string{"gone", "c"}, "l4 l5 p q z / a b c g l1 l2 l3 x"},
	} {
		var steps []argument.Step
		for _, s := range c.steps {
			var step argument.Step
			reveal, focus, _ := strings.Cut(s, ":")
			for _, id := range strings.Fields(reveal) {
				step.Reveal = append(step.Reveal, argument.ID(id))
			}
			for _, id := range strings.Fields(focus) {
				step.Focus = append(step.Focus, argument.ID(id))
			}
			steps = append(steps, step)
		}
		at := tour.First(m, steps)
		var got []string
		for k := range max(1, len(steps)) {
			var now []string
			for _, id := range strings.Fields("a b c g l1 l2 l3 l4 l5 p q x z") {
				if at[argument.ID(id)] == k {
					now = append(now, id)
				}
			}
			got = append(got, strings.Join(now, " "))
		}
		if s := strings.Join(got, " / "); s != c.want {
			t.Errorf("%s: into sight come\n%s, want\n%s", c.name, s, c.want)
		}
	}
}

func BenchmarkTourOf10000(b *testing.B) {
	m, err := sample.Make(sample.Options{Claims: 10_000, Seed: 1, Cross: 0.1})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		tour.Of(m, even)
	}
}

func BenchmarkFirst10000(b *testing.B) {
	m, err := sample.Make(sample.Options{Claims: 10_000, Seed: 1, Cross: 0.1})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		tour.First(m, nil)
	}
}
