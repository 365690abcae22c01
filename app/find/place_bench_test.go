package find

import (
	"testing"

	"warrant/argument/sample"
)

// What one types is looked for after each pause in typing.
func BenchmarkInTenThousandClaims(b *testing.B) {
	m, err := sample.Make(sample.Options{Claims: 10000, Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	p, err := New("water", Options{})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		In(m, p, nil)
	}
}
