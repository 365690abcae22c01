package filter

import (
	"testing"

	"warrant/argument"
	"warrant/argument/credence"
	"warrant/argument/sample"
)

func BenchmarkTenThousandClaims(b *testing.B) {
	m, err := sample.Make(sample.Options{Claims: 10000, Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	n := credence.Evaluate(m, credence.OptionsOf(m))
	b.Run("filter", func(b *testing.B) {
		f := Filter{LacksEvidence: true, Below: argument.Stated(0.5)}
		for b.Loop() {
			f.Pass(m, n)
		}
	})
	b.Run("focus", func(b *testing.B) {
		for b.Loop() {
			Lineage(m, m.Info().Contention)
		}
	})
}
