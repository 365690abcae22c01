package session

import (
	"testing"

	"warrant/argument"
	"warrant/canvas/arrange"
	"warrant/canvas/layout"
)

// A step back or forth that is worked out beside the window leaves the map and
// its drawing as one that is done at once, whether it was drawn apart or not.
func TestUndoingBesideIsTheSameAsAtOnce(t *testing.T) {
	for _, c := range []struct {
		what    string
		redrawn bool
		edit    func(*Session)
	}{
		{"all cards arranged", true, func(s *Session) {
			plan := arrange.Arrange(s.Doc.Map(), s.Scene, arrange.Options{Direction: layout.LeftRight})
			if err := s.Doc.Do("Arrange", func(e *argument.Edit) error { return arrange.Place(e, plan) }); err != nil {
				t.Fatal(err)
			}
		}},
		{"some taken away", false, func(s *Session) {
			if err := s.Doc.Do("Delete", func(e *argument.Edit) error { e.Remove("c40", "c41", "c7"); return nil }); err != nil {
				t.Fatal(err)
			}
		}},
	} {
		s := large(t)
		before := s.Doc.Map().Still()
		c.edit(s)
		after := s.Doc.Map().Still()
		for _, way := range []struct {
			change argument.Difference
			take   func(*Rework) bool
			want   argument.Still
		}{{s.Doc.Back(), s.TakeBack, before}, {}} {
			if way.take == nil {
				way.change, way.take, way.want = s.Doc.Forth(), s.TakeForth, after
			}
			n := s.Snapshot()
			r, err := n.Reworked(func(d *argument.Document) error { d.Take("", way.change); return nil }, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			if r.Redrawn() != c.redrawn || !way.take(r) || way.take(r) {
				t.Errorf("%s: drawn apart: %v, or it was not taken, or twice", c.what, r.Redrawn())
			}
			if !s.Doc.Map().Still().Same(way.want) {
				t.Errorf("%s: the map is not what it was", c.what)
			}
			atOnce := Start(s.Doc.Map().Still().Map(), nil, s.measure)
			mark := s.Doc.Mark()
			say(t, s, "c20", "Rivers outlast law") // the drawing follows from then on
			s.Doc.Revert(mark)
			for claim := range atOnce.Doc.Map().Claims() {
				p, q := s.Scene.Card(claim.ID), atOnce.Scene.Card(claim.ID)
				if p == nil || p.Rect != q.Rect || p.Credence != q.Credence {
					t.Fatalf("%s: the card of %s is %v, want %v", c.what, claim.ID, p, q)
				}
			}
			for link := range atOnce.Doc.Map().Links() {
				if p, q := s.Scene.Link(link.ID), atOnce.Scene.Link(link.ID); p.Tip != q.Tip || p.Label != q.Label {
					t.Fatalf("%s: link %s ends at %v with its label at %v, want %v and %v", c.what, link.ID, p.Tip, p.Label, q.Tip, q.Label)
				}
			}
		}
	}
}
