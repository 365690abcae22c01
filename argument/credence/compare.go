package credence

import "warrant/argument"

// Comparison is a contention under every semantics.
type Comparison struct {
	Contention argument.ID
	Values     []Compared
	// Disagree: two semantics have the contention on different sides of 0.5.
	Disagree bool
}

// Compared is a number under one semantics.
type Compared struct {
	Semantics argument.Semantics
	Value     Value
}

// Compare evaluates a map under each semantics, with the other options as
// given. A map without a contention gives a Comparison without values.
func Compare(m *argument.Map, o Options) Comparison {
	c := Comparison{Contention: m.Info().Contention}
	if c.Contention == "" {
		return c
	}
	above, below := false, false
	for _, s := range [...]argument.Semantics{argument.DFQuAD, argument.QuadraticEnergy, argument.EulerBased, argument.LogOdds} {
		o.Semantics = s
		v := Evaluate(m, o).Claim(c.Contention)
		c.Values = append(c.Values, Compared{s, v})
		above = above || v.Low > even+settled
		below = below || v.High < even-settled
	}
	c.Disagree = above && below
	return c
}
