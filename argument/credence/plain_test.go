package credence_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"warrant/argument"
	"warrant/argument/credence"
)

// headstrong makes most of a map's links certain, which is when circles do
// not settle.
func headstrong(t *testing.T, r *rand.Rand, m *argument.Map) *argument.Map {
	p := m.Parts()
	for i := range p.Links {
		if r.IntN(4) > 0 {
			p.Links[i].Confidence = argument.Stated(1)
		}
	}
	for i := range p.Claims {
		p.Claims[i].Prior = argument.Stated(float64(r.IntN(2)))
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// plain is the definition read off: Euler's method with small steps over
// maps.
func plain(m *argument.Map, o credence.Options, start func() float64) (at map[argument.ID]float64, rested bool) {
	at, base := make(map[argument.ID]float64), make(map[argument.ID]float64)
	for c := range m.Claims() {
		at[c.ID], base[c.ID] = start(), c.Prior.Or(.5)
	}
	for l := range m.Links() {
		s, _ := credence.Suggest(l.Evidence, o.Semantics)
		at[l.ID], base[l.ID] = start(), l.Confidence.Or(s)
	}
	for range 4000 {
		type sum struct{ s, a, notS, notA float64 }
		got := make(map[argument.ID]*sum)
		for id := range at {
			got[id] = &sum{0, 0, 1, 1}
		}
		for l := range m.Links() {
			group, product := 1.0, 1.0
			for _, f := range l.From {
				group, product = min(group, at[f]), product*at[f]
			}
			if o.Premises == argument.Product {
				group = product
			}
			d, g := at[l.ID]*group, got[l.To]
			if l.Kind == argument.Opposes {
				g.a += d
				g.notA *= 1 - d
			} else {
				g.s += d
				g.notS *= 1 - d
			}
		}
		residual := 0.0
		for id, g := range got {
			b, energy, f := base[id], g.s-g.a, 0.0
			switch o.Semantics {
			case argument.DFQuAD:
				if d := g.notA - g.notS; d >= 0 {
					f = b + (1-b)*d
				} else {
					f = b + b*d
				}
			case argument.QuadraticEnergy:
				h := energy * energy / (1 + energy*energy)
				if energy >= 0 {
					f = b + (1-b)*h
				} else {
					f = b - b*h
				}
			case argument.EulerBased:
				f = 1 - (1-b*b)/(1+b*math.Exp(energy))
			case argument.LogOdds:
				sure := min(max(b, .001), .999)
				f = 1 / (1 + math.Exp(-math.Log(sure/(1-sure))-energy))
				if b != sure { // in proportion to small energies, and not backwards
					w := min(1, math.Abs(energy)*1e6)
					if (f-b)*energy < 0 {
						w = 0
					}
					f = b + (f-b)*w
				}
			}
			residual = max(residual, math.Abs(f-at[id]))
			at[id] += .1 * (f - at[id])
		}
		if residual < 1e-9 {
			return at, true
		}
	}
	return at, false
}
