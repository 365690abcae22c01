package scene_test

import (
	"fmt"
	"math"
	"testing"
	"time"

	"warrant/argument"
	"warrant/canvas/scene"
)

// patience is how long a drawing may take that is to grow in step with the
// map: many times what it takes, and a small part of what it would take if
// each link or card looked at each other.
const patience = 20 * time.Second

// inTime fails when fn takes longer than the patience.
func inTime(t *testing.T, what string, fn func()) {
	t.Helper()
	begun := time.Now()
	fn()
	took := time.Since(begun)
	t.Logf("%s: %v", what, took.Round(time.Millisecond))
	if took > patience {
		t.Errorf("%s took %v, more than %v", what, took, patience)
	}
}

// placed makes n claims in places, each with one link to the claim that to
// names.
func placed(n int, at func(i int) (x, y float64), to func(i int) int) argument.Parts {
	p := argument.Parts{Info: argument.Info{Contention: "c0"}}
	for i := range n {
		x, y := at(i)
		p.Claims = append(p.Claims, claim(argument.ID(fmt.Sprint("c", i)), x, y))
		if i > 0 && to(i) >= 0 {
			p.Links = append(p.Links, argument.Link{
				ID: argument.ID(fmt.Sprint("l", i)), Kind: argument.Supports,
				From: []argument.ID{argument.ID(fmt.Sprint("c", i))}, To: argument.ID(fmt.Sprint("c", to(i))),
			})
		}
	}
	return p
}

// rowsOf puts claims in rows below the first.
func rowsOf(columns int) func(i int) (x, y float64) {
	return func(i int) (x, y float64) { return float64(i%columns) * 240, float64(i/columns) * 140 }
}

// Maps that nobody would draw, but a file may hold.
func TestCrowdsAreDrawnInTime(t *testing.T) {
	big, many := 100_000, 10_000
	if testing.Short() { // under the race detector, which is slow, for races alone
		big, many = big/20, many/20
	}
	hub := func(int) int { return 0 }
	parent := func(i int) int { return (i - 1) / 4 }
	for _, c := range []struct {
		name string
		argument.Parts
	}{
		{"one claim with 99,999 links", placed(big, rowsOf(320), hub)},
		{"one claim with 99,999 links, in a column", placed(big, rowsOf(1), hub)},
		{"10,000 cards in one place, a tree", placed(many, func(int) (x, y float64) { return 0, 0 }, parent)},
		{"10,000 cards in one place, a hub", placed(many, func(int) (x, y float64) { return 0, 0 }, hub)},
		{"10,000 cards in one row", placed(many, rowsOf(many), parent)},
		{"10,000 cards nearly in one place", placed(many, func(i int) (x, y float64) { return float64(i % 100), float64(i / 100) }, parent)},
		{"10,000 cards in a heap, one far away", placed(many, func(i int) (x, y float64) {
			return math.Mod(float64(i)*137.5, 2000), math.Mod(float64(i)*71.3, 2000)
		}, func(i int) int { return i * 7919 % many % max(i, 1) })},
		{"10,000 links across the world", placed(many, func(i int) (x, y float64) {
			return float64(i%2) * 9e6, float64(i) * 1e3
		}, func(i int) int { return i - 1 })},
	} {
		m := build(t, c.Parts)
		inTime(t, c.name, func() { scene.New(m, mono{}, stated{m}) })
	}
}

// An edit that crowds a claim takes no longer than drawing the map.
func TestCrowdingIsFollowedInTime(t *testing.T) {
	m := build(t, placed(10_000, rowsOf(100), func(i int) int { return (i - 1) / 4 }))
	doc := argument.NewDocument(m)
	s := scene.New(m, mono{}, stated{m})
	doc.Observe(s.Apply)
	inTime(t, "5,000 links to one claim", func() {
		if err := doc.Do("crowd", func(e *argument.Edit) error {
			for i := range 5000 {
				if _, err := e.AddLink(argument.Link{
					Kind: argument.Supports, From: []argument.ID{argument.ID(fmt.Sprint("c", 5000+i-1))}, To: "c0",
				}); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	})
	inTime(t, "one premise of a crowd is moved", func() {
		if err := doc.Do("move", func(e *argument.Edit) error {
			return e.MoveClaim("c7777", argument.Point{X: 100, Y: 100})
		}); err != nil {
			t.Fatal(err)
		}
	})
	inTime(t, "the crowd is gone", func() { doc.Undo(); doc.Undo() })
}
