package window

import (
	"math/rand"
	"testing"

	"warrant/argument"
)

// The foot follows differences; counted anew it must come to the same.
func TestTheFootCountsWhatComesAndGoes(t *testing.T) {
	h := newHand(t)
	h.openExample(bundled)
	for seed := range int64(5) {
		r := rand.New(rand.NewSource(seed))
		for step := range 40 {
			m := h.session.Doc.Map()
			var links []argument.ID
			for l := range m.Links() {
				links = append(links, l.ID)
			}
			pick := links[r.Intn(len(links))]
			switch r.Intn(6) {
			case 0:
				h.session.Doc.Undo()
			case 1:
				h.session.Doc.Redo()
			case 2:
				h.desk.Do("Delete", func(e *argument.Edit) error { e.Remove(pick); return nil })
			case 3:
				h.desk.Do("Undercut", func(e *argument.Edit) error {
					id, err := e.AddClaim(argument.Claim{Text: "x"})
					if err == nil {
						_, err = e.AddLink(argument.Link{Kind: argument.Opposes, From: []argument.ID{id}, To: pick})
					}
					return err
				})
			default:
				h.desk.Do("Evidence", func(e *argument.Edit) error {
					return e.UpdateLink(pick, func(l *argument.Link) {
						if l.Evidence = nil; r.Intn(2) == 0 {
							l.Evidence = []argument.Evidence{{ID: "e1", Kind: argument.Expert, Text: "x", Stance: argument.For}}
						}
					})
				})
			}
			items := h.foot.items
			if h.foot.count(); items != h.foot.items {
				t.Fatalf("seed %d, step %d: %d pieces of evidence, want %d", seed, step, items, h.foot.items)
			}
		}
	}
}
