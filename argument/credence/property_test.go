package credence_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"warrant/argument"
	"warrant/argument/credence"
)

// overMaps runs a check on random maps, with and without circles.
func overMaps(t *testing.T, seeds int, check func(t *testing.T, r *rand.Rand, m *argument.Map)) {
	t.Helper()
	for seed := range uint64(seeds) {
		for _, circles := range []bool{false, true} {
			r := rand.New(rand.NewPCG(seed, 7))
			m := randomMap(r, 3+r.IntN(20), r.IntN(40), circles)
			t.Run(fmt.Sprintf("seed %d circles %v", seed, circles), func(t *testing.T) { check(t, r, m) })
		}
	}
}

func TestWithinRange(t *testing.T) {
	overMaps(t, 60, func(t *testing.T, _ *rand.Rand, m *argument.Map) {
		e := credence.Evaluate(m, credence.OptionsOf(m))
		for c := range m.Claims() {
			v := e.Claim(c.ID)
			if !(0 <= v.Low && v.Low <= v.Credence && v.Credence <= v.High && v.High <= 1) {
				t.Errorf("%s: %+v", c.ID, v)
			}
			if m.NumIncoming(c.ID) == 0 && v.Credence != c.Prior.Or(.5) {
				t.Errorf("nothing bears on %s, but it went from %v to %v", c.ID, c.Prior, v.Credence)
			}
		}
		for l := range m.Links() {
			v := e.Link(l.ID)
			if !(0 <= v.Low && v.Low <= v.Strength && v.Strength <= v.High && v.High <= 1) ||
				!(0 <= v.DeliversLow && v.DeliversLow <= v.Delivers && v.Delivers <= v.DeliversHigh && v.DeliversHigh <= 1) {
				t.Errorf("%s: %+v", l.ID, v)
			}
		}
	})
}

func TestOrderDoesNotMatter(t *testing.T) {
	overMaps(t, 60, func(t *testing.T, r *rand.Rand, m *argument.Map) {
		p := m.Parts()
		r.Shuffle(len(p.Claims), func(i, j int) { p.Claims[i], p.Claims[j] = p.Claims[j], p.Claims[i] })
		r.Shuffle(len(p.Links), func(i, j int) { p.Links[i], p.Links[j] = p.Links[j], p.Links[i] })
		for i := range p.Links {
			l := &p.Links[i]
			l.From = slices.Clone(l.From)
			r.Shuffle(len(l.From), func(i, j int) { l.From[i], l.From[j] = l.From[j], l.From[i] })
		}
		other, err := argument.Build(p)
		if err != nil {
			t.Fatal(err)
		}
		sameNumbers(t, m, credence.Evaluate(m, credence.OptionsOf(m)), credence.Evaluate(other, credence.OptionsOf(m)))
	})
}

func sameNumbers(t *testing.T, m *argument.Map, a, b *credence.Evaluation) {
	t.Helper()
	for c := range m.Claims() {
		if x, y := a.Claim(c.ID), b.Claim(c.ID); math.Abs(x.Credence-y.Credence) > 1e-9 || x.Known != y.Known {
			t.Errorf("%s: %+v, then %+v", c.ID, x, y)
		}
	}
	for l := range m.Links() {
		if x, y := a.Link(l.ID), b.Link(l.ID); math.Abs(x.Strength-y.Strength) > 1e-9 || math.Abs(x.Delivers-y.Delivers) > 1e-9 {
			t.Errorf("%s: %+v, then %+v", l.ID, x, y)
		}
	}
}

func TestLinkWithoutStrengthChangesNothing(t *testing.T) {
	overMaps(t, 60, func(t *testing.T, r *rand.Rand, m *argument.Map) {
		before := credence.Evaluate(m, credence.OptionsOf(m))
		p := m.Parts()
		all := p.Claims
		p.Links = append(p.Links, argument.Link{
			ID: "zero", Kind: []argument.Kind{argument.Supports, argument.Opposes}[r.IntN(2)], Confidence: argument.Stated(0),
			From: []argument.ID{all[r.IntN(len(all))].ID}, To: all[r.IntN(len(all))].ID,
		})
		with, err := argument.Build(p)
		if err != nil {
			t.Fatal(err)
		}
		after := credence.Evaluate(with, credence.OptionsOf(m))
		if claims, _ := before.Unsettled(); len(claims) > 0 {
			return // another circle may close, and with it the bounds may change
		}
		sameNumbers(t, m, before, after)
	})
}

// In a tree, where each claim and link bears on one thing only, raising any
// base moves everything above it one way: up past a support, the other way
// past an opposition.
func TestMonotone(t *testing.T) {
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(seed, 9))
		p := argument.Parts{Claims: []argument.Claim{{ID: "c0", Text: "x", Prior: randomDegree(r)}}}
		sign := map[argument.ID]int{"c0": 1} // of the way to c0
		targets := []argument.ID{"c0"}
		for i := 1; i < 30; i++ {
			l := argument.Link{ID: argument.ID(fmt.Sprint("l", i)), Kind: argument.Supports, Confidence: randomDegree(r)}
			l.To = targets[r.IntN(len(targets))]
			sign[l.ID] = sign[l.To]
			if r.IntN(2) == 0 {
				l.Kind = argument.Opposes
				sign[l.ID] = -sign[l.To]
			}
			for j := range 1 + r.IntN(2) {
				c := argument.Claim{ID: argument.ID(fmt.Sprintf("c%d-%d", i, j)), Text: "x", Prior: randomDegree(r)}
				p.Claims = append(p.Claims, c)
				l.From = append(l.From, c.ID)
				sign[c.ID] = sign[l.ID]
				targets = append(targets, c.ID)
			}
			p.Links = append(p.Links, l)
			targets = append(targets, l.ID)
		}
		m, err := argument.Build(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range everySemantics {
			for _, rule := range []argument.PremiseRule{argument.Weakest, argument.Product} {
				e := credence.Evaluate(m, credence.Options{Semantics: s, Premises: rule})
				for id, way := range sign {
					last := -1.0
					for _, base := range []float64{0, 1e-4, .2, .5, .8, .9999, 1} {
						v := e.Supposing(id, base, "c0").Credence
						if way < 0 {
							v = 1 - v
						}
						if v < last-1e-12 {
							t.Errorf("seed %d, %s, %s: raising %s to %v takes c0 the wrong way, %v after %v", seed, s, rule, id, base, v, last)
						}
						last = v
					}
				}
			}
		}
	}
}
