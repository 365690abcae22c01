package credence_test

import (
	"context"
	"fmt"
	"math"
	"testing"
	"time"

	"warrant/argument"
	"warrant/argument/credence"
)

// build makes a map of claims c0 … and links l0 …, whose i-th is as the
// function says.
func build(t testing.TB, claims, links int, link func(i int, l *argument.Link)) *argument.Map {
	t.Helper()
	var p argument.Parts
	for i := range claims {
		p.Claims = append(p.Claims, argument.Claim{ID: claimID(i), Text: "x", Prior: argument.Stated(.5)})
	}
	for i := range links {
		l := argument.Link{ID: linkID(i), Kind: argument.Supports, Confidence: argument.Stated(.5)}
		link(i, &l)
		p.Links = append(p.Links, l)
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func claimID(i int) argument.ID { return argument.ID(fmt.Sprint("c", i)) }
func linkID(i int) argument.ID  { return argument.ID(fmt.Sprint("l", i)) }

// chain: each claim supports the one before.
func chain(i int, l *argument.Link) { l.From, l.To = []argument.ID{claimID(i + 1)}, claimID(i) }

// star: all claims bear on the first, every other one against it.
func star(i int, l *argument.Link) {
	l.From, l.To = []argument.ID{claimID(i + 1)}, claimID(0)
	if i%2 == 1 {
		l.Kind = argument.Opposes
	}
	l.Confidence = argument.Stated(.001)
}

// tower: each link undercuts the one before.
func tower(i int, l *argument.Link) {
	l.From, l.To = []argument.ID{claimID(1)}, claimID(0)
	if i > 0 {
		l.Kind, l.To = argument.Opposes, linkID(i-1)
	}
}

// wheel: a chain whose last claim the first supports.
func wheel(claims int) func(i int, l *argument.Link) {
	return func(i int, l *argument.Link) { l.From, l.To = []argument.ID{claimID((i + 1) % claims)}, claimID(i) }
}

// The largest maps of each bad shape: neither a stack overflow nor time that
// grows as the square. What is computed is checked against the fixed point of
// the shape; the limit is far above what it takes and far below squared time.
func TestLargest(t *testing.T) {
	const n = 100_000
	// A chain: x = .5 + .5×.5x. A tower: x = .5 − .5×.5x with a claim of .5.
	for _, c := range []struct {
		name          string
		claims, links int
		link          func(int, *argument.Link)
		want          float64
	}{
		{"chain", n, n - 1, chain, 2. / 3},
		{"star", n, n - 1, star, .5},
		{"wheel", n / 5, n / 5, wheel(n / 5), 2. / 3},
		{"tower", 2, 20_000, tower, .5 + .5*.5*.4},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := build(t, c.claims, c.links, c.link)
			doc := argument.NewDocument(m)
			from := time.Now()
			e := credence.Evaluate(m, credence.Options{})
			t.Log("evaluated in", time.Since(from))
			if got := e.Claim("c0"); math.Abs(got.Credence-c.want) > 1e-4 || !got.Known {
				t.Errorf("got %+v, want %v", got, c.want)
			}
			last := linkID(c.links - 1)
			from = time.Now()
			e.DependsOn("c0")
			e.Why("c0")
			e.Waterfall("c0")
			e.Effect(last, "c0")
			e.Crossing(last, "c0")
			if c.name != "wheel" { // which is solved again for every link
				if _, err := e.Effects(context.Background(), "c0"); err != nil {
					t.Error(err)
				}
			}
			t.Log("explained in", time.Since(from))
			doc.Observe(func(d argument.Difference) {
				from := time.Now()
				e.Update(d)
				t.Log("updated in", time.Since(from))
			})
			for _, step := range []func(e *argument.Edit) error{
				func(e *argument.Edit) error {
					return e.UpdateLink(last, func(l *argument.Link) { l.Confidence = argument.Stated(.9) })
				},
				func(e *argument.Edit) error { e.Remove(last); return nil },
				func(e *argument.Edit) error {
					_, err := e.AddLink(argument.Link{Kind: argument.Supports, From: []argument.ID{"c0"}, To: "c1"})
					return err
				},
			} {
				if err := doc.Do("x", step); err != nil {
					t.Fatal(err)
				}
			}
			want := credence.Evaluate(m, e.Options())
			if a, b := e.Claim("c0"), want.Claim("c0"); math.Abs(a.Credence-b.Credence) > 1e-9 {
				t.Errorf("updated %+v, evaluated anew %+v", a, b)
			}
		})
	}
}
