package review_test

import (
	"testing"

	"warrant/argument/credence"
	"warrant/argument/review"
	"warrant/argument/sample"
)

// A review of 10,000 claims is to take no longer than 50 ms.
func BenchmarkOf10000(b *testing.B) {
	for _, cross := range []float64{0, 0.1} {
		m, err := sample.Make(sample.Options{Claims: 10_000, Seed: 1, Cross: cross})
		if err != nil {
			b.Fatal(err)
		}
		e := credence.Evaluate(m, credence.OptionsOf(m))
		b.Run(map[float64]string{0: "tree", 0.1: "crossed"}[cross], func(b *testing.B) {
			for b.Loop() {
				review.Of(m, e)
			}
		})
	}
}
