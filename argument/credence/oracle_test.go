package credence_test

import (
	"math"
	"testing"

	"warrant/argument"
	"warrant/argument/credence"
)

// The e-democracy example of Rago, Toni, Aurisicchio, Baroni (KR 2016), with
// the strengths that two independent engines agree on to 1e-10 (one for the
// log-odds semantics). Their arguments are our claims, their edges links of
// confidence 1.
func TestPublishedExample(t *testing.T) {
	m := draw(t, `
		claim A1 .5
		claim A2 .5
		claim P1 .7
		claim P2 .5
		claim P3 .9
		claim C1 .2
		claim C2 .2
		claim C3 .6
		claim C4 .5
		a1: P1 + A1 1
		a2: P2 + A1 1
		a3: P3 + A2 1
		a4: C1 - A2 1
		a5: C2 - P2 1
		a6: C3 - P2 1
		a7: C4 - P2 1`)
	untouched := map[argument.ID]float64{"P1": .7, "P3": .9, "C1": .2, "C2": .2, "C3": .6, "C4": .5}
	for _, c := range []struct {
		semantics  argument.Semantics
		a1, a2, p2 float64
	}{
		{argument.DFQuAD, 0.862, 0.85, 0.08},
		{argument.QuadraticEnergy, 0.7198521788, 0.6644295302, 0.1858736059},
		{argument.EulerBased, 0.6893803103, 0.6262848986, 0.3399432278},
		{argument.LogOdds, 0.7138516974, 0.6681877722, 0.214165017},
	} {
		e := credence.Evaluate(m, credence.Options{Semantics: c.semantics})
		want := map[argument.ID]float64{"A1": c.a1, "A2": c.a2, "P2": c.p2}
		for id, v := range untouched {
			want[id] = v
		}
		for id, v := range want {
			if got := e.Claim(id); math.Abs(got.Credence-v) > 1e-10 || !got.Known {
				t.Errorf("%s: %s is %.12f, want %.10f", c.semantics, id, got.Credence, v)
			}
		}
	}
}
