package tool

import (
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
)

// mostPushed is how many cards make way for a new one at most.
const mostPushed = 100

// aside is a card that makes way, and where to.
type aside struct {
	claim argument.ID
	rect  geom.Rect
}

// makeRoom returns where a card goes that is wished at r, in a row, and which
// cards make way for it. Rather than to go past several cards, away from what
// it bears on, a new card stays at r, and those in its way move to the right,
// or down where rows run so, each only as far as it must. Where one of them is
// pinned, or more would have to move than a reader can follow, the new card goes
// past them after all.
func (t *Tool) makeRoom(r geom.Rect) (at geom.Rect, way []aside) {
	w := t.row()
	free := t.roomAlong(w, r)
	wish := r
	r = w.turn(r)
	if d := w.turn(free).Min.X - r.Min.X; max(d, -d) <= r.W()+gap {
		return free, nil
	}
	const touch = 0.01 // cards exactly a gap apart are far enough
	known := make(map[argument.ID]bool)
	for i, steps := -1, 0; i < len(way); i++ {
		p := r
		if i >= 0 {
			p = way[i].rect
		}
		zone := geom.Rect{Min: geom.Pt(p.Min.X-gap+touch, p.Min.Y-breathing+touch), Max: geom.Pt(p.Max.X+gap-touch, p.Max.Y+breathing-touch)}
		pinned := false
		t.scene.Cards(w.turn(zone), func(c *scene.Card) {
			if !known[c.ID] {
				known[c.ID] = true
				way = append(way, aside{c.ID, w.turn(c.Rect)})
				pinned = pinned || c.Pinned
			}
		})
		if steps++; pinned || len(way) > mostPushed || steps > 20*mostPushed {
			return free, nil
		}
		// Those that gave way already may have to again, and push others again.
		next := i
		for k := range way {
			if c := &way[k]; k != i && c.rect.Overlaps(zone) && c.rect.Min.X < p.Max.X+gap-touch {
				c.rect = c.rect.Move(geom.Pt(p.Max.X+gap-c.rect.Min.X, 0))
				next = min(next, k-1)
			}
		}
		i = next
	}
	for i := range way {
		way[i].rect = w.turn(way[i].rect)
	}
	return wish, way
}
