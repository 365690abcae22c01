package present_test

import (
	"fmt"
	"strings"
	"testing"

	"warrant/app/present"
	"warrant/argument"
)

// lecture is a map of a contention, a reason with one of its own, an
// objection and what undercuts it, told in four steps.
func lecture(t *testing.T) (*argument.Map, []argument.Step) {
	t.Helper()
	link := func(id argument.ID, kind argument.Kind, from, to argument.ID) argument.Link {
		return argument.Link{ID: id, Kind: kind, From: []argument.ID{from}, To: to}
	}
	place := func(id, text string, x, y float64) argument.Claim {
		return argument.Claim{ID: argument.ID(id), Text: text, At: argument.Point{X: x, Y: y}, Placed: true}
	}
	m, err := argument.Build(argument.Parts{
		Info: argument.Info{ID: "m", Contention: "c"},
		Claims: []argument.Claim{
			place("c", "Lectures should be short", 400, 0), place("r", "Attention fades", 100, 200), place("rr", "So it was measured", 100, 400),
			place("o", "Depth takes time", 700, 200), place("u", "Depth is for reading", 900, 100),
		},
		Links: []argument.Link{
			link("l1", argument.Supports, "r", "c"), link("l2", argument.Supports, "rr", "r"),
			link("l3", argument.Opposes, "o", "c"), link("l4", argument.Opposes, "u", "l3"),
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	ids := func(s string) (all []argument.ID) {
		for _, id := range strings.Fields(s) {
			all = append(all, argument.ID(id))
		}
		return all
	}
	return m, []argument.Step{
		{ID: "p1", Title: "The question", Focus: ids("c"), Reveal: ids("c"), Say: "How short?"},
		{ID: "p2", Focus: ids("r l1"), Reveal: ids("r")},
		{ID: "p3", Focus: ids("l3"), Reveal: ids("o u")},
		{ID: "p4"},
	}
}

// The keys of the speaker, of a presenter in the hand and of a person who
// types a number, as a script: each key, what it asks for, and where the
// presentation stands after it.
func TestKeys(t *testing.T) {
	answers := map[present.Answer]string{
		present.Nothing: "nothing", present.Moved: "moved", present.Altered: "altered", present.Over: "over",
		present.ZoomIn: "in", present.ZoomOut: "out", present.Refit: "refit", present.Help: "help",
	}
	m, steps := lecture(t)
	for _, script := range []string{
		"Right moved 2; Right moved 3; Next moved 4; Right altered 4; Left moved 3; Prior moved 2; Up moved 1; Left altered 1",
		"Space moved 2; Shift+Space moved 1; Return moved 2; Shift+Return moved 1; Down moved 2; BackSpace moved 1; N moved 2; P moved 1",
		"End moved 4; End altered 4; Home moved 1",
		"3 altered 1 typing 3; Return moved 3; Return moved 4",
		"2 altered 1 typing 2; Escape altered 1; Escape over 1",
		"7 altered 1; Return moved 2",
		"2 altered 1 typing 2; 3 altered 1 typing 3; BackSpace altered 1; Q nothing 1",
		"3 altered 1 typing 3; Q altered 1; Q nothing 1",
		"B altered 1 blank; Right altered 1; . altered 1 blank; End moved 4; B altered 4 blank; B altered 4",
		"B altered 1 blank; 2 altered 1 typing 2 blank; Return moved 2",
		"H altered 1 ahead; H altered 1; T altered 1 mute; Right moved 2 mute; T altered 2",
		"+ in 1; = in 1; - out 1; 0 refit 1; F refit 1; F1 help 1; ? help 1; F5 over 1; F9 nothing 1",
	} {
		s := present.New(m, steps, 0)
		for i, line := range strings.Split(script, "; ") {
			key, want, _ := strings.Cut(line, " ")
			name, shift := strings.CutPrefix(key, "Shift+")
			got := answers[s.Key(name, shift)]
			at, _ := s.At()
			got += fmt.Sprint(" ", at+1)
			for flag, on := range map[string]bool{" blank": s.Blank, " ahead": s.Ahead, " mute": s.Mute} {
				if on && flag != " blank" {
					got += flag
				}
			}
			if s.Typed() != "" {
				got += " typing " + s.Typed()
			}
			if s.Blank {
				got += " blank"
			}
			if got != want {
				t.Errorf("%s\nline %d: %s gives %q, want %q", script, i+1, key, got, want)
				break
			}
		}
	}
}

func TestBeginsWhereItIsAsked(t *testing.T) {
	m, steps := lecture(t)
	for from, want := range map[int]int{-3: 0, 0: 0, 2: 2, 99: 3} {
		if at, of := present.New(m, steps, from).At(); at != want || of != 4 {
			t.Errorf("from %d it begins at %d of %d, want %d of 4", from, at, of, want)
		}
	}
}

// What of the map is seen at each step: whole (!), dimmed (·), or not yet
// ( ).
func TestLight(t *testing.T) {
	m, steps := lecture(t)
	ids := strings.Fields("c r rr o u l1 l2 l3 l4")
	for at, want := range []string{
		"!        ",
		"!!·  !·  ",
		"!··!!··!!",
		"!!!!!!!!!",
	} {
		s := present.New(m, steps, at)
		seen := func() (got string) {
			light := s.Light()
			for _, id := range ids {
				switch v := light(argument.ID(id)); {
				case v == 1:
					got += "!"
				case v > 0.2:
					got += "·"
				case v > 0:
					got += "~"
				default:
					got += " "
				}
			}
			return got
		}
		if got := seen(); got != want {
			t.Errorf("at step %d is seen\n%q of %v, want\n%q", at+1, got, ids, want)
		}
		s.Ahead = true
		if got, faint := seen(), strings.ReplaceAll(want, " ", "~"); got != faint {
			t.Errorf("at step %d, with what is to come, is seen\n%q, want\n%q", at+1, got, faint)
		}
	}
}

func TestLightGoesOver(t *testing.T) {
	m, steps := lecture(t)
	from, to := present.New(m, steps, 0).Light(), present.New(m, steps, 1).Light()
	for _, c := range []struct{ k, want float64 }{{0, 0}, {0.25, 0.25}, {1, 1}} {
		if got := present.Between(from, to, c.k)("r"); got != c.want {
			t.Errorf("at %v of the way a claim that comes in is drawn by %v, want %v", c.k, got, c.want)
		}
	}
	if got := present.Between(nil, to, 0.1)("r"); got != 1 {
		t.Errorf("with nothing to come from it is drawn by %v, want 1", got)
	}
}

func TestTitle(t *testing.T) {
	m, steps := lecture(t)
	for i, want := range []string{"The question", "Attention fades", "Depth takes time", ""} {
		if got := present.Title(m, steps[i]); got != want {
			t.Errorf("step %d is called %q, want %q", i+1, got, want)
		}
	}
	if got := present.Title(m, argument.Step{Focus: []argument.ID{"l4"}}); got != "Depth is for reading" {
		t.Errorf("a step about a link is called %q", got)
	}
}

func TestSuggestedStepsSayThePersonsOwnWords(t *testing.T) {
	m, err := argument.Build(argument.Parts{
		Info:   argument.Info{ID: "m", Contention: "c"},
		Claims: []argument.Claim{{ID: "c", Text: "C", Note: " ask them first "}, {ID: "r", Text: "R", Note: "tell the story"}},
		Links: []argument.Link{{ID: "l1", Kind: argument.Supports, From: []argument.ID{"r"}, To: "c", Evidence: []argument.Evidence{
			{ID: "e1", Kind: argument.Statistic, Text: "It was counted"}, {ID: "e2", Kind: argument.Common, Text: "Nobody thinks so", Stance: argument.Against},
		}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, s := range present.Suggested(m, func(argument.ID) float64 { return 0 }, "Proof") {
		said = append(said, s.Title+":"+s.Say)
	}
	want := []string{":ask them first", ":tell the story", "Proof:+ It was counted\n− Nobody thinks so", ":"}
	if strings.Join(said, "|") != strings.Join(want, "|") {
		t.Errorf("the speaker says %q, want %q", said, want)
	}
}
