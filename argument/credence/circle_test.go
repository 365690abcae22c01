package credence_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"warrant/argument"
	"warrant/argument/credence"
)

// Circles that do not settle in one place, and what is said of them.
func TestUnknown(t *testing.T) {
	for _, c := range []struct {
		name           string
		draw           string
		semantics      argument.Semantics
		want, low, hig float64 // of A
	}{
		{"two certain claims that oppose each other: whichever was first", `
			claim A 1
			claim B 1
			l: A - B 1
			k: B - A 1`, argument.DFQuAD, .5, 0, 1},
		{"two claims that have only each other's word", `
			claim A 0
			claim B 0
			l: A + B 1
			k: B + A 1`, argument.DFQuAD, 0, 0, 1},
		{"a link that has only its own conclusion's word", `
			claim A 0
			claim B 1
			l: B + A 0
			k: A + l 1`, argument.DFQuAD, 0, 0, 1},
		{"what follows from such a claim", `
			claim A
			claim B 1
			claim C 1
			l: B - C 1
			k: C - B 1
			j: C + A .6`, argument.DFQuAD, .65, .5, .8},
	} {
		e := credence.Evaluate(draw(t, c.draw), credence.Options{Semantics: c.semantics})
		got := e.Claim("A")
		if got.Known || math.Abs(got.Credence-c.want) > 1e-9 || math.Abs(got.Low-c.low) > 1e-9 || math.Abs(got.High-c.hig) > 1e-9 {
			t.Errorf("%s: got %+v; want %v between %v and %v, not known", c.name, got, c.want, c.low, c.hig)
		}
	}
}

// An effect of which one end is not known says so, and comes after the others.
func TestEffectsOnWhatIsNotKnown(t *testing.T) {
	e := credence.Evaluate(draw(t, `
		claim A 1
		claim B 1
		claim C 1
		claim D .5
		l: A - B 1
		k: B - A 1
		j: A + D .9
		i: C + D .2`), credence.Options{Semantics: argument.DFQuAD})
	for _, c := range []struct{ target, want string }{
		{"A", "l false, k false"},
		// Without j, D has a number; with it, none. So with the others.
		{"D", "i false, j false, k false, l false"},
	} {
		effects, err := e.Effects(t.Context(), argument.ID(c.target))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i, f := range effects {
			if f.Rank != i+1 {
				t.Errorf("%s has rank %d in place %d", f.Link, f.Rank, i+1)
			}
			got = append(got, fmt.Sprint(f.Link, " ", f.Known))
		}
		slices.Sort(got)
		want := strings.Split(c.want, ", ")
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("effects on %s: %q, want %q", c.target, got, want)
		}
	}
	// A link without weight keeps what is not known from D.
	e = credence.Evaluate(draw(t, `
		claim A 1
		claim B 1
		claim C 1
		claim D .5
		l: A - B 1
		k: B - A 1
		j: A + D 0
		i: C + D .2`), credence.Options{Semantics: argument.DFQuAD})
	effects, err := e.Effects(t.Context(), "D")
	if err != nil {
		t.Fatal(err)
	}
	if len(effects) == 0 || effects[0].Link != "i" || !effects[0].Known {
		t.Errorf("the greatest known effect is not first: %+v", effects)
	}
}

// What a circle does not reach, or reaches without weight, is known.
func TestUnknownDoesNotSpreadFurtherThanItReaches(t *testing.T) {
	e := credence.Evaluate(draw(t, `
		claim A
		claim B 1
		claim C 1
		claim D
		claim E .3
		l: B - C 1
		k: C - B 1
		j: C + A 0
		i: E,C + D 1
		h: A + D .5`), credence.Options{})
	for id, want := range map[argument.ID]bool{"A": true, "B": false, "C": false, "D": false, "E": true} {
		if got := e.Claim(id); got.Known != want {
			t.Errorf("claim %s is %+v", id, got)
		}
	}
	for id, want := range map[argument.ID]bool{"l": false, "j": true, "i": false, "h": true} {
		if got := e.Link(id); got.Known != want {
			t.Errorf("link %s is %+v", id, got)
		}
	}
	claims, links := e.Unsettled()
	if len(claims) != 3 || len(links) != 3 {
		t.Errorf("unsettled are %v and %v, want B, C, D and l, k, i", claims, links)
	}
	if got := e.Cycle("D"); len(got) != 4 {
		t.Errorf("D is not known because of %v, want the circle of B, l, C, k", got)
	}
	if got := e.Cycle("E"); got != nil {
		t.Errorf("E is in the circle %v", got)
	}
}

// Six claims at .9 that all oppose each other: taking all numbers at once
// from the last ones swings for ever, and the bounds do not meet, but there
// is one state of rest, σ = .9(1−σ)⁵.
func TestSixThatOpposeEachOther(t *testing.T) {
	want := .2
	for range 200 {
		want -= (want - .9*math.Pow(1-want, 5)) / (1 + 4.5*math.Pow(1-want, 4)) // Newton
	}
	e := credence.Evaluate(draw(t, everyOther(6, "-", .9)), credence.Options{})
	for i := range 6 {
		got := e.Claim(argument.ID(fmt.Sprint("c", i)))
		if !got.Known || math.Abs(got.Credence-want) > 1e-9 {
			t.Errorf("c%d is %+v, want %v", i, got, want)
		}
	}
}

// everyOther draws n claims each of which bears on each other one.
func everyOther(n int, kind string, prior float64) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "claim c%d %v\n", i, prior)
	}
	for i := range n {
		for j := range n {
			if i != j {
				fmt.Fprintf(&b, "l%d-%d: c%d %s c%d 1\n", i, j, i, kind, j)
			}
		}
	}
	return b.String()
}

// Eight claims that support each other under log-odds rest low, from their
// bases, or high: σ = 1/(1+exp(3.5−7σ)) has three solutions. The bounds are
// the outer ones.
func TestSettlesInTwoPlaces(t *testing.T) {
	base := 1 / (1 + math.Exp(3.5))
	rest := func(from float64) float64 {
		for range 10_000 {
			from = 1 / (1 + math.Exp(3.5-7*from))
		}
		return from
	}
	got := credence.Evaluate(draw(t, everyOther(8, "+", base)), credence.Options{Semantics: argument.LogOdds}).Claim("c3")
	if got.Known || math.Abs(got.Credence-rest(0)) > 1e-6 || math.Abs(got.Low-rest(0)) > 1e-6 || math.Abs(got.High-rest(1)) > 1e-6 {
		t.Errorf("got %+v, want %v, or %v", got, rest(0), rest(1))
	}
}

// Two parties of two, each opposed to both of the other: started alike, both
// rest in the middle as on a knife's edge; started unlike, one party wins.
func TestKnifesEdge(t *testing.T) {
	e := credence.Evaluate(draw(t, `
		claim A1 .9
		claim A2 .9
		claim B1 .9
		claim B2 .9
		a: A1 - B1 1
		b: A1 - B2 1
		c: A2 - B1 1
		d: A2 - B2 1
		e: B1 - A1 1
		f: B1 - A2 1
		g: B2 - A1 1
		h: B2 - A2 1`), credence.Options{})
	if got := e.Claim("A1"); got.Known {
		t.Errorf("A1 is %+v, but one party may win", got)
	}
}

// The numbers of circles that are called known are where a plain and slow
// reckoning ends, whatever it starts from; and wherever it ends for the
// others lies within their bounds.
func TestKnownIsHonest(t *testing.T) {
	known, unknown := 0, 0
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 5))
		m := randomMap(r, 3+r.IntN(12), 5+r.IntN(40), true)
		if seed%4 > 1 {
			m = headstrong(t, r, m)
		}
		o := credence.OptionsOf(m)
		if seed%2 == 0 {
			o.Premises = argument.Product
		}
		e := credence.Evaluate(m, o)
		for start := range 4 {
			end, rested := plain(m, o, func() float64 {
				if start < 2 {
					return float64(start)
				}
				return r.Float64()
			})
			if !rested {
				continue
			}
			for c := range m.Claims() {
				v := e.Claim(c.ID)
				switch x := end[c.ID]; {
				case v.Known && math.Abs(v.Credence-x) > 1e-5:
					t.Errorf("seed %d, %s: claim %s is known to be %v, but from start %d it becomes %v", seed, o.Semantics, c.ID, v.Credence, start, x)
				case x < v.Low-1e-5 || x > v.High+1e-5:
					t.Errorf("seed %d, %s: claim %s is to lie within %v and %v, but from start %d it becomes %v", seed, o.Semantics, c.ID, v.Low, v.High, start, x)
				}
				if v.Known {
					known++
				} else {
					unknown++
				}
			}
		}
	}
	t.Logf("%d known, %d not", known, unknown)
	if known == 0 || unknown == 0 {
		t.Error("the random maps show one case only")
	}
}
