// Package sample makes maps of any size out of nothing, for measuring and
// for tests. The same size and seed give the same map on every machine.
package sample

import (
	"fmt"
	"math/rand"
	"strings"

	"warrant/argument"
)

// Options say what map is made.
type Options struct {
	Claims int
	Seed   int64
	// Cross is how many links go to a second target, as a share of the
	// claims: 0 makes a tree, 0.1 gives every tenth claim a second target.
	Cross float64
	// Placed gives the cards places: rows of a tree, not a good arrangement
	// but one in which nothing overlaps.
	Placed bool
}

var subjects = strings.Fields("Trade Industry Memory Policy Growth Alliance Language Energy Science Press Law Custom Transport Finance Housing Water")
var verbs = []string{"depends on", "weakens", "explains", "outlasts", "prepares", "limits", "follows from", "is mistaken for"}
var objects = strings.Fields("borders schools prices habits treaties rivers courts markets cities maps machines harvests promises debts tides records")

// Make returns a map with the options' number of claims: the contention and,
// below it, reasons and objections in twos to fives, some as linked premises,
// some undercutting a link.
func Make(o Options) (*argument.Map, error) {
	r := rand.New(rand.NewSource(o.Seed))
	p := argument.Parts{Info: argument.Info{ID: fmt.Sprintf("sample-%d-%d", o.Claims, o.Seed), Title: fmt.Sprintf("%d claims", o.Claims)}}
	id := func(i int) argument.ID { return argument.ID(fmt.Sprint("c", i+1)) }
	var depth []int
	for i := range o.Claims {
		p.Claims = append(p.Claims, argument.Claim{ID: id(i), Text: sentence(r)})
		depth = append(depth, 0)
	}
	if o.Claims > 0 {
		p.Info.Contention = id(0)
	}
	link := func(from []argument.ID, to argument.ID) {
		l := argument.Link{ID: argument.ID(fmt.Sprint("l", len(p.Links)+1)), Kind: argument.Supports, From: from, To: to}
		if r.Float64() < 0.3 {
			l.Kind = argument.Opposes
		}
		if r.Float64() < 0.9 {
			l.Confidence = argument.Stated(float64(20+r.Intn(76)) / 100)
		}
		for k := range r.Intn(3) {
			l.Evidence = append(l.Evidence, argument.Evidence{
				ID: argument.ID(fmt.Sprint("e", k+1)), Kind: argument.EvidenceKinds[r.Intn(len(argument.EvidenceKinds))],
				Text: sentence(r), Reliability: argument.Stated(float64(r.Intn(11)) / 10),
			})
		}
		p.Links = append(p.Links, l)
	}
	parent := 0
	for next := 1; next < o.Claims; parent++ {
		brood := min(2+r.Intn(4), o.Claims-next)
		for k := 0; k < brood; {
			to := id(parent)
			group := 1
			switch x := r.Float64(); {
			case x < 0.2 && k+2 <= brood:
				group = 2
			case x < 0.25 && len(p.Links) > 0:
				to = p.Links[len(p.Links)-1].ID
			}
			var from []argument.ID
			for range group {
				from = append(from, id(next))
				depth[next] = depth[parent] + 1
				next++
				k++
			}
			link(from, to)
		}
	}
	for range int(o.Cross * float64(o.Claims)) {
		a := 1 + r.Intn(max(1, o.Claims-1))
		b := r.Intn(a)
		if a < o.Claims && depth[b] < depth[a] {
			link([]argument.ID{id(a)}, id(b))
		}
	}
	if o.Placed {
		place(p.Claims, depth)
	}
	return argument.Build(p)
}

// place puts the claims of each depth in rows of at most a hundred.
func place(claims []argument.Claim, depth []int) {
	x, y, row := 0, 0, -1
	for i := range claims {
		if depth[i] != row || x == 100 {
			x, row = 0, depth[i]
			if i > 0 {
				y++
			}
		}
		claims[i].At, claims[i].Placed = argument.Point{X: float64(x) * 230, Y: float64(y) * 230}, true
		x++
	}
}

func sentence(r *rand.Rand) string {
	s := subjects[r.Intn(len(subjects))] + " " + verbs[r.Intn(len(verbs))] + " " + objects[r.Intn(len(objects))]
	if r.Intn(2) == 0 {
		s += " when " + strings.ToLower(subjects[r.Intn(len(subjects))]) + " " + verbs[r.Intn(len(verbs))] + " " + objects[r.Intn(len(objects))]
	}
	return s
}
