package credence

import (
	"math"

	"warrant/argument"
)

// semantics is an argument.Semantics in the form for inner loops.
type semantics uint8

const (
	dfQuAD semantics = iota
	quadraticEnergy
	eulerBased
	logOdds
)

func semanticsOf(s argument.Semantics) semantics {
	switch s {
	case argument.QuadraticEnergy:
		return quadraticEnergy
	case argument.EulerBased:
		return eulerBased
	case argument.LogOdds:
		return logOdds
	}
	return dfQuAD
}

// What arrives at a target is gathered apart for support and opposition, in
// a form to which one more is added in a step: for DF-QuAD the product of
// 1−x, for the others the sum of x. nothing is where gathering starts.
func (s semantics) nothing() float64 {
	if s == dfQuAD {
		return 1
	}
	return 0
}

// and adds x, or what was gathered before with more when both are gathered.
func (s semantics) and(gathered, x float64) float64 {
	if s == dfQuAD {
		return gathered * (1 - x)
	}
	return gathered + x
}

func (s semantics) join(a, b float64) float64 {
	if s == dfQuAD {
		return a * b
	}
	return a + b
}

// moved returns the base as moved by what was gathered. It rises with base
// and support, falls with opposition, is base when nothing arrives, and never
// leaves 0..1.
func (s semantics) moved(base, support, opposition float64) float64 {
	switch s {
	case quadraticEnergy:
		return inRange(quadratic(base, support-opposition))
	case eulerBased:
		return inRange(euler(base, support-opposition))
	case logOdds:
		return inRange(logistic(base, support-opposition))
	}
	return inRange(discontinuityFree(base, 1-support, 1-opposition))
}

// discontinuityFree is DF-QuAD: Rago, Toni, Aurisicchio, Baroni,
// "Discontinuity-Free Decision Support with Quantitative Argumentation
// Debates", KR 2016.
func discontinuityFree(base, vs, va float64) float64 {
	if vs >= va {
		return base + (1-base)*(vs-va)
	}
	return base - base*(va-vs)
}

// quadratic is the quadratic energy model: Potyka, "Continuous Dynamical
// Systems for Weighted Bipolar Argumentation", KR 2018.
func quadratic(base, energy float64) float64 {
	square := energy * energy
	h := square / (1 + square)
	if energy > 0 {
		return base + (1-base)*h
	}
	return base - base*h
}

// euler is the Euler-based semantics: Amgoud, Ben-Naim, "Evaluation of
// Arguments in Weighted Bipolar Graphs", ECSQARU 2017. Its base 0 stays 0
// whatever supports it, and opposition never takes a base below its square.
func euler(base, energy float64) float64 {
	if energy == 0 || base == 0 {
		return base // also keeps 0·∞ out
	}
	return 1 - (1-base*base)/(1+base*math.Exp(energy))
}

// sureBase bounds the base under logistic, which could not move 0 or 1.
const sureBase = 0.001

// hardly is the energy below which a base beyond sureBase is moved in
// proportion only, so that it stays where nothing arrives and yet does not
// leap when something does.
const hardly = 1e-6

// logistic is the MLP-based semantics: Potyka, "Interpreting Neural Networks
// as Quantitative Argumentation Frameworks", AAAI 2021. The bases 0 and 1 are
// taken as 0.001 and 0.999, except that opposition then does not raise a base
// below 0.001, nor support lower one above 0.999.
func logistic(base, energy float64) float64 {
	if energy == 0 {
		return base
	}
	b := min(max(base, sureBase), 1-sureBase)
	v := 1 / (1 + math.Exp(-math.Log(b/(1-b))-energy))
	if b == base {
		return v
	}
	if energy < 0 == (v > base) {
		return base
	}
	return base + (v-base)*min(1, math.Abs(energy)/hardly)
}

// inRange takes back what rounding carried past the ends.
func inRange(v float64) float64 { return min(max(v, 0), 1) }

// Unset numbers. An evidence item that nobody rated counts like a claim that
// nobody rated.
const (
	unsetBase        = 0.5
	unsetReliability = 0.5
)

// suggested returns the confidence that a link's evidence suggests, and
// whether there is any evidence.
func (s semantics) suggested(evidence []argument.Evidence) (float64, bool) {
	support, opposition := s.nothing(), s.nothing()
	for i := range evidence {
		strength := evidence[i].Reliability.Or(unsetReliability)
		if evidence[i].Speaks() == argument.Against {
			opposition = s.and(opposition, strength)
		} else {
			support = s.and(support, strength)
		}
	}
	return s.moved(unsetBase, support, opposition), len(evidence) > 0
}
