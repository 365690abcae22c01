package credence_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"warrant/argument"
	"warrant/argument/credence"
)

// large returns a map of n claims and n links: a tree of the given width with
// every tenth link a further one between branches, some linked premises and
// some links onto links.
func large(t testing.TB, n, width int) *argument.Map {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	var p argument.Parts
	id := func(prefix string, i int) argument.ID { return argument.ID(fmt.Sprintf("%s%06d", prefix, i)) }
	for i := range n {
		p.Claims = append(p.Claims, argument.Claim{ID: id("c", i), Text: "x", Prior: argument.Stated(.3 + .5*r.Float64())})
	}
	p.Info.Contention = p.Claims[0].ID
	for i := range n {
		l := argument.Link{ID: id("l", i), Kind: argument.Supports, Confidence: argument.Stated(.4 + .5*r.Float64())}
		if r.IntN(3) == 0 {
			l.Kind = argument.Opposes
		}
		from := i + 1
		if from == n {
			from = n - 1
		}
		l.From = []argument.ID{id("c", from)}
		l.To = id("c", (from-1)/width)
		switch r.IntN(10) {
		case 0:
			l.To = id("c", r.IntN(from))
		case 1:
			if i > 0 {
				l.To = id("l", r.IntN(i))
			}
		case 2:
			if from+1 < n {
				l.From = append(l.From, id("c", from+1))
			}
		case 3:
			l.Confidence = argument.Unset
			l.Evidence = []argument.Evidence{{ID: "e", Kind: argument.Expert, Reliability: argument.Stated(.8)}}
		}
		p.Links = append(p.Links, l)
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Bar: 10 ms.
func BenchmarkEvaluate10000(b *testing.B) {
	for _, s := range everySemantics {
		b.Run(string(s), func(b *testing.B) {
			m := large(b, 10_000, 4)
			for b.Loop() {
				credence.Evaluate(m, credence.Options{Semantics: s})
			}
		})
	}
}

// Bar: 1 ms. The document's own work is not counted.
func BenchmarkUpdate10000(b *testing.B) {
	type edit func(e *argument.Edit, i int) error
	for _, c := range []struct {
		name string
		edit edit
	}{
		{"confidence", func(e *argument.Edit, i int) error {
			return e.UpdateLink("l009000", func(l *argument.Link) { l.Confidence = argument.Stated(float64(i%100) / 100) })
		}},
		{"confidence near the root", func(e *argument.Edit, i int) error {
			return e.UpdateLink("l000001", func(l *argument.Link) { l.Confidence = argument.Stated(float64(i%100) / 100) })
		}},
		{"move", func(e *argument.Edit, i int) error {
			return e.MoveClaim("c000001", argument.Point{X: float64(i)})
		}},
		{"new linked claim", func(e *argument.Edit, i int) error {
			id, err := e.AddClaim(argument.Claim{Text: "x"})
			if err != nil {
				return err
			}
			_, err = e.AddLink(argument.Link{Kind: argument.Supports, From: []argument.ID{id}, To: "c005000"})
			return err
		}},
		{"rewire", func(e *argument.Edit, i int) error {
			return e.UpdateLink("l009000", func(l *argument.Link) { l.To = argument.ID(fmt.Sprintf("c%06d", i*37%9000)) })
		}},
		{"rewire into a circle and back", func(e *argument.Edit, i int) error {
			return e.UpdateLink("l000002", func(l *argument.Link) {
				l.From = []argument.ID{[]argument.ID{"c000000", "c009000"}[i%2]}
				l.To = []argument.ID{"c009000", "c000000"}[i%2]
			})
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			doc := argument.NewDocument(large(b, 10_000, 4))
			e := credence.Evaluate(doc.Map(), credence.OptionsOf(doc.Map()))
			spent := time.Duration(0) // by Update alone
			doc.Observe(func(d argument.Difference) {
				from := time.Now()
				e.Update(d)
				spent += time.Since(from)
			})
			i := 0
			for b.Loop() {
				i++
				if err := doc.Do("x", func(e *argument.Edit) error { return c.edit(e, i) }); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(spent.Microseconds())/float64(b.N), "µs/update")
		})
	}
}

// Bar: 1 s. Each of the 10,000 links is taken out and followed to the root.
func BenchmarkEffects10000(b *testing.B) {
	for _, c := range []struct {
		name string
		m    *argument.Map
	}{
		{"bush", large(b, 10_000, 4)},
		{"slim", large(b, 10_000, 1)},
		{"chain", build(b, 10_000, 9_999, chain)},
		{"star", build(b, 10_000, 9_999, star)},
	} {
		b.Run(c.name, func(b *testing.B) {
			e := credence.Evaluate(c.m, credence.Options{})
			var root argument.ID
			for c := range c.m.Claims() {
				root = c.ID
				break
			}
			n := 0
			for b.Loop() {
				effects, err := e.Effects(context.Background(), root)
				if err != nil {
					b.Fatal(err)
				}
				n = len(effects)
			}
			b.ReportMetric(float64(n), "links")
		})
	}
}

func BenchmarkSnapshot10000(b *testing.B) {
	e := credence.Evaluate(large(b, 10_000, 4), credence.Options{})
	for b.Loop() {
		e.Snapshot()
	}
}

func BenchmarkWhatIf10000(b *testing.B) {
	e := credence.Evaluate(large(b, 10_000, 4), credence.Options{})
	b.Run("effect", func(b *testing.B) {
		for b.Loop() {
			e.Effect("l009000", "c000000")
		}
	})
	b.Run("crossing", func(b *testing.B) {
		for b.Loop() {
			e.Crossing("l000001", "c000000")
		}
	})
}
