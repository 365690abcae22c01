package credence_test

import (
	"math"
	"testing"

	"warrant/argument"
	"warrant/argument/credence"
)

// Cases that can be followed with pencil and paper, under DF-QuAD unless they
// say otherwise. Before each number stands how it comes about.
func TestByHand(t *testing.T) {
	for _, c := range []struct {
		name      string
		draw      string
		semantics argument.Semantics
		premises  argument.PremiseRule
		want      map[argument.ID]float64 // credences of claims, strengths of links
	}{
		{name: "nothing bears on a claim: its prior, or one half", draw: `
			claim A .3
			claim B`,
			want: map[argument.ID]float64{"A": .3, "B": .5}},
		{name: "quadratic energy, one supporter of .5", semantics: argument.QuadraticEnergy, draw: `
			claim A
			claim B
			l: B + A 1`, // h = .25/1.25 = .2
			want: map[argument.ID]float64{"A": .6}},
		{name: "quadratic energy, one attacker of .5", semantics: argument.QuadraticEnergy, draw: `
			claim A
			claim B
			l: B - A 1`,
			want: map[argument.ID]float64{"A": .4}},
		{name: "linked premises are worth the weakest, times the link's strength", draw: `
			claim A
			claim B .8
			claim C .6
			l: B,C + A .5`, // .6 × .5 = .3; .5 + .5×.3
			want: map[argument.ID]float64{"A": .65, "l": .5}},
		{name: "or their product", premises: argument.Product, draw: `
			claim A
			claim B .8
			claim C .6
			l: B,C + A .5`, // .48 × .5 = .24; .5 + .5×.24
			want: map[argument.ID]float64{"A": .62}},
		{name: "linked premises under quadratic energy", semantics: argument.QuadraticEnergy, draw: `
			claim A
			claim B .8
			claim C .6
			l: B,C + A .5`, // h = .09/1.09
			want: map[argument.ID]float64{"A": .5 + .5*.09/1.09}},
		{name: "an undercut undercut", draw: `
			claim A
			claim B 1
			claim C 1
			claim D 1
			l: B + A .8
			k: C - l .5
			j: D - k .4`, // k: .5 − .5×.4 = .3; l: .8 − .8×.3 = .56; .5 + .5×.56
			want: map[argument.ID]float64{"j": .4, "k": .3, "l": .56, "A": .78}},
		{name: "an underpinned link", draw: `
			claim A
			claim B 1
			claim C .5
			l: B + A .6
			k: C + l .5`, // l: .6 + .4×.25 = .7
			want: map[argument.ID]float64{"l": .7, "A": .85}},
		{name: "a link without a confidence or evidence", draw: `
			claim A
			claim B 1
			l: B + A`,
			want: map[argument.ID]float64{"l": .5, "A": .75}},
		{name: "what evidence suggests", draw: `
			claim A
			claim B 1
			l: B + A ? .8 .5 -.4`, // 1 − .2×.5 = .9 for, .4 against; .5 + .5×.5
			want: map[argument.ID]float64{"l": .75, "A": .875}},
		{name: "evidence that nobody rated counts one half", draw: `
			claim A
			claim B 1
			l: B + A ? unrated`,
			want: map[argument.ID]float64{"l": .75}},
		{name: "a stated confidence goes before evidence", draw: `
			claim A
			claim B 1
			l: B + A .2 ? .8`,
			want: map[argument.ID]float64{"l": .2, "A": .6}},
		{name: "Euler-based, support", semantics: argument.EulerBased, draw: `
			claim A
			claim B
			l: B + A 1`,
			want: map[argument.ID]float64{"A": 1 - .75/(1+.5*math.Sqrt(math.E))}},
		{name: "Euler-based, base 0 stays 0", semantics: argument.EulerBased, draw: `
			claim A 0
			claim B 1
			l: B + A 1`,
			want: map[argument.ID]float64{"A": 0}},
		{name: "log-odds, support", semantics: argument.LogOdds, draw: `
			claim A
			claim B
			l: B + A 1`,
			want: map[argument.ID]float64{"A": 1 / (1 + math.Exp(-.5))}},
		{name: "log-odds, certainty can be shaken", semantics: argument.LogOdds, draw: `
			claim A 1
			claim B 1
			l: B - A 1`, // the base counts as .999
			want: map[argument.ID]float64{"A": 1 / (1 + math.E/999)}},
		{name: "log-odds, and stands while nothing shakes it", semantics: argument.LogOdds, draw: `
			claim A 1
			claim B 0
			l: B - A 1`,
			want: map[argument.ID]float64{"A": 1}},
		{name: "a claim that opposes itself", draw: `
			claim A 1
			l: A - A 1`, // σ = 1 − σ
			want: map[argument.ID]float64{"A": .5}},
		{name: "a doubtful claim that opposes itself", draw: `
			claim A
			l: A - A 1`, // σ = .5 − .5σ
			want: map[argument.ID]float64{"A": 1. / 3}},
		{name: "a claim that opposes itself, quadratic energy", semantics: argument.QuadraticEnergy, draw: `
			claim A 1
			l: A - A 1`, // σ(1+σ²) = 1
			want: map[argument.ID]float64{"A": 0.682327803828019}},
		{name: "two that oppose each other, in doubt", draw: `
			claim A
			claim B
			l: A - B 1
			k: B - A 1`, // σ = .5(1−σ)
			want: map[argument.ID]float64{"A": 1. / 3, "B": 1. / 3}},
		{name: "a claim that undercuts the link that opposes it", draw: `
			claim A
			claim B 1
			l: B - A 1
			k: A - l 1`, // l = 1 − A; A = .5(1−l) = .5A
			want: map[argument.ID]float64{"A": 0, "l": 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := draw(t, c.draw)
			e := credence.Evaluate(m, credence.Options{Semantics: c.semantics, Premises: c.premises})
			for id, want := range c.want {
				got, known := e.Claim(id).Credence, e.Claim(id).Known
				if m.Link(id) != nil {
					got, known = e.Link(id).Strength, e.Link(id).Known
				}
				if math.Abs(got-want) > 1e-10 || !known {
					t.Errorf("%s is %.12f, known %v; want %.12f", id, got, known, want)
				}
			}
		})
	}
}

func TestLinkValue(t *testing.T) {
	m := draw(t, `
		claim A
		claim B .8
		claim C 1
		l: B + A .5 ? .6
		k: C - l .2`)
	want := credence.LinkValue{
		Base: .5, Stated: true, Suggested: .8, HasSuggestion: true,
		Strength: .4, Low: .4, High: .4, Group: .8,
		Delivers: .4 * .8, DeliversLow: .4 * .8, DeliversHigh: .4 * .8, Known: true,
	}
	got := credence.Evaluate(m, credence.Options{}).Link("l")
	if !alike(shown{link: got}, shown{link: want}) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestLeftOutAndSet(t *testing.T) {
	m := draw(t, `
		claim A
		claim B 1
		claim C 1
		l: B + A .8
		k: C - l .5`)
	for _, c := range []struct {
		name    string
		options credence.Options
		want    float64
	}{
		{"as it is", credence.Options{}, .7},
		{"the link left out", credence.Options{Without: []argument.ID{"l"}}, .5},
		{"the undercutter left out", credence.Options{Without: []argument.ID{"k"}}, .9},
		{"a claim cannot be left out", credence.Options{Without: []argument.ID{"B", "nothing"}}, .7},
		{"another confidence", credence.Options{Set: map[argument.ID]float64{"l": .4}}, .6},
		{"another prior", credence.Options{Set: map[argument.ID]float64{"B": .5}}, .6},
		{"beyond the end", credence.Options{Set: map[argument.ID]float64{"k": -3}}, .9},
		{"no number", credence.Options{Set: map[argument.ID]float64{"k": math.NaN()}}, .7},
	} {
		if got := credence.Evaluate(m, c.options).Claim("A").Credence; math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
