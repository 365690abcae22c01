package mapfile_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"warrant/argument"
	"warrant/storage/mapfile"
)

// large makes a map of n claims and n links in the form that maps have: texts
// of a sentence or two, places, and evidence on every second link.
func large(n int) *argument.Map {
	r := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("the state trades with a larger neighbour because its own market is too small to pay for what it needs and so it follows")
	sentence := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(words[r.IntN(len(words))] + " ")
		}
		return b.String()
	}
	p := argument.Parts{Info: argument.Info{ID: "large", Title: "Large", Contention: "c0"}}
	p.Sources = []argument.Source{{ID: "s1", Title: "A source"}}
	for i := range n {
		p.Claims = append(p.Claims, argument.Claim{
			ID: argument.ID(fmt.Sprintf("c%d", i)), Text: sentence(15), Prior: argument.Stated(float64(r.IntN(101)) / 100),
			At: argument.Point{X: float64(r.IntN(100_000)), Y: float64(r.IntN(100_000))}, Placed: true,
			Passages: []argument.Passage{{Source: "s1", Paragraph: 1 + i%6, Start: i, End: i + 80, Digest: "0123456789abcdef"}},
		})
		l := argument.Link{
			ID: argument.ID(fmt.Sprintf("l%d", i)), Kind: argument.Supports, From: []argument.ID{p.Claims[i].ID},
			To: p.Claims[r.IntN(i+1)].ID, Confidence: argument.Stated(float64(r.IntN(101)) / 100),
		}
		if i%2 == 0 {
			l.Evidence = []argument.Evidence{{ID: "e1", Kind: argument.Expert, Text: sentence(12), Source: "s1", Reliability: argument.Stated(0.8), Stance: argument.For}}
		}
		p.Links = append(p.Links, l)
	}
	m, err := argument.Build(p)
	if err != nil {
		panic(err)
	}
	return m
}

func BenchmarkDecode10000(b *testing.B) {
	data := encode(b, large(10_000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		decode(b, data)
	}
}

func BenchmarkEncode10000(b *testing.B) {
	m := large(10_000)
	b.SetBytes(int64(len(encode(b, m))))
	for b.Loop() {
		encode(b, m)
	}
}

func BenchmarkEncodeAndVerify10000(b *testing.B) {
	m := large(10_000)
	for b.Loop() {
		if err := mapfile.Verify(m)(encode(b, m)); err != nil {
			b.Fatal(err)
		}
	}
}
