package merge

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"warrant/argument"
	"warrant/argument/sample"
)

// large returns a map of 10,000 claims, and the same under other IDs with
// every tenth claim reworded.
func large(b *testing.B) (m, foreign *argument.Map) {
	b.Helper()
	m, err := sample.Make(sample.Options{Claims: 10_000, Seed: 1, Cross: 0.1, Placed: true})
	if err != nil {
		b.Fatal(err)
	}
	p := m.Parts()
	names := make(map[id]id)
	eachID(m, func(n id) { names[n] = "other-" + n })
	rename(&p, names)
	for i := range p.Claims {
		if i%10 == 0 {
			p.Claims[i].Text += fmt.Sprint(" since ", 1900+i)
		}
	}
	return m, build(b, p)
}

func BenchmarkCompareSame(b *testing.B) {
	m, _ := large(b)
	other := copyOf(b, m)
	for b.Loop() {
		Compare(m, other)
	}
}

func BenchmarkCompareOtherIDs(b *testing.B) {
	m, foreign := large(b)
	for b.Loop() {
		Compare(m, foreign)
	}
}

// Two maps of one making that have no text in common: nothing matches, all
// candidates are looked at.
func BenchmarkCompareStrangers(b *testing.B) {
	m, _ := large(b)
	stranger, err := sample.Make(sample.Options{Claims: 10_000, Seed: 2, Placed: true})
	if err != nil {
		b.Fatal(err)
	}
	p := stranger.Parts()
	names := make(map[id]id)
	eachID(stranger, func(n id) { names[n] = "stranger-" + n })
	rename(&p, names)
	stranger = build(b, p)
	for b.Loop() {
		Compare(m, stranger)
	}
}

// The same text 10,000 times.
func BenchmarkCompareMonotonous(b *testing.B) {
	m, foreign := large(b)
	same := func(m *argument.Map) *argument.Map {
		p := m.Parts()
		for i := range p.Claims {
			p.Claims[i].Text = "the same is said again and again, whatever is asked"
		}
		return build(b, p)
	}
	m, foreign = same(m), same(foreign)
	for b.Loop() {
		Compare(m, foreign)
	}
}

func BenchmarkMerge(b *testing.B) {
	m, _ := large(b)
	r := rand.New(rand.NewPCG(1, 1))
	mine, theirs := branch(b, r, m, "m", 200, nil), branch(b, r, m, "t", 200, nil)
	b.ResetTimer()
	for b.Loop() {
		Merge(m, mine, theirs)
	}
}

func BenchmarkMergeOtherIDs(b *testing.B) {
	m, foreign := large(b)
	for b.Loop() {
		Merge(m, foreign, m)
	}
}
