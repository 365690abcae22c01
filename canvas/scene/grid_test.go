package scene

import (
	"math/rand/v2"
	"testing"
)

// A link that comes back to a cell is in its list more than once, and must
// go out of it as often, whatever else came and went meanwhile.
func TestTheGridKnowsWhereThingsAre(t *testing.T) {
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 1))
		g := newGrid(0)
		entries := make([]*entry, 6)
		for i := range entries {
			entries[i] = &entry{in: &g.links}
		}
		for step := range 60 {
			e := entries[r.IntN(len(entries))]
			g.takeOut(e)
			for range r.IntN(8) {
				e.places = append(e.places, spot{key: cellKey{x: int32(r.IntN(3))}})
			}
			g.links.put(e)
			listed, used := 0, 0
			for _, held := range g.links.cells {
				listed += len(held)
				used++
			}
			for i, e := range entries {
				for _, p := range e.places {
					if held := g.links.cells[p.key]; int(p.at) >= len(held) || held[p.at] != e {
						t.Fatalf("seed %d, step %d: entry %d is not at %v of its cell", seed, step, i, p)
					}
				}
				listed -= len(e.places)
			}
			if listed != 0 || used != g.links.used[0] {
				t.Fatalf("seed %d, step %d: %d too many in the lists, %d cells in use, counted %d", seed, step, listed, used, g.links.used[0])
			}
		}
	}
}
