package tool_test

import (
	"fmt"
	"slices"
	"testing"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
	"warrant/canvas/tool"
)

// crowdedRow is a map of two targets with reasons in one row without a gap to
// spare, those of the first on the left.
func crowdedRow(t *testing.T, pinned bool) (*argument.Document, *scene.Scene, *tool.Tool) {
	t.Helper()
	p := argument.Parts{Info: argument.Info{Contention: "c1"}, Claims: []argument.Claim{
		{ID: "c1", Text: "one", Placed: true}, {ID: "c2", Text: "two", At: argument.Point{X: 900}, Placed: true},
	}}
	for i := range 8 {
		id := argument.ID(fmt.Sprint("r", i))
		p.Claims = append(p.Claims, argument.Claim{ID: id, Text: string(id), At: argument.Point{X: float64(i) * 224, Y: 200}, Placed: true, Pinned: pinned && i == 6})
		l := argument.Link{ID: argument.ID(fmt.Sprint("l", i)), Kind: argument.Supports, From: []argument.ID{id}, To: "c1"}
		if i > 1 {
			l.To = "c2"
		}
		p.Links = append(p.Links, l)
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	h := &hands{t: t, doc: argument.NewDocument(m)}
	h.scene = scene.New(m, mono{}, even{})
	h.doc.Observe(h.scene.Apply)
	h.tool = tool.New(h.doc, h.scene, h)
	h.tool.Resize(geom.Size{W: 1000, H: 700})
	return h.doc, h.scene, h.tool
}

func TestCardsMakeWayForANewReason(t *testing.T) {
	for _, pinned := range []bool{false, true} {
		d, s, hand := crowdedRow(t, pinned)
		before := map[argument.ID]geom.Rect{}
		for c := range d.Map().Claims() {
			before[c.ID] = s.Card(c.ID).Rect
		}
		d.Select("c1")
		hand.AddReason(argument.Supports)
		for c := range d.Map().Claims() {
			now := s.Card(c.ID).Rect
			was, old := before[c.ID]
			switch {
			case !old && pinned && now.Min != geom.Pt(-224, 200):
				t.Errorf("the new card is at %v, want at the end of the row, for one is pinned", now)
			case !old && !pinned && now.Min != geom.Pt(448, 200):
				t.Errorf("the new card is at %v, want beside its siblings", now)
			case old && (pinned || c.ID <= "r1") && now != was:
				t.Errorf("pinned %v: %s moved from %v to %v", pinned, c.ID, was, now)
			case old && !pinned && c.ID > "r1" && now.Min.Sub(was.Min) != geom.Pt(224, 0):
				t.Errorf("%s moved from %v to %v, want one card and a gap to the right", c.ID, was, now)
			}
			s.Cards(now, func(o *scene.Card) {
				if o.ID != c.ID {
					t.Errorf("the cards of %s and %s overlap", c.ID, o.ID)
				}
			})
		}
		d.Undo()
		for id, was := range before {
			if now := s.Card(id).Rect; now != was {
				t.Errorf("undone, %s is at %v, and was at %v", id, now, was)
			}
		}
	}
}

func TestWhatACardHidesMakesWayWithIt(t *testing.T) {
	d, _, hand := crowdedRow(t, false)
	if err := d.Do("hide", func(e *argument.Edit) error {
		if _, err := e.AddClaim(argument.Claim{ID: "h", Text: "hidden", At: argument.Point{X: 896, Y: 400}, Placed: true}); err != nil {
			return err
		}
		if _, err := e.AddLink(argument.Link{ID: "lh", Kind: argument.Supports, From: []argument.ID{"h"}, To: "r4"}); err != nil {
			return err
		}
		return e.UpdateClaim("r4", func(c *argument.Claim) { c.Collapsed = true })
	}); err != nil {
		t.Fatal(err)
	}
	d.Select("c1")
	hand.AddReason(argument.Supports)
	if at, want := d.Map().Claim("h").At, (argument.Point{X: 896 + 224, Y: 400}); at != want {
		t.Errorf("what r4 hides is at %v, want %v as far from it as before", at, want)
	}
}

func TestAReasonJoinsAColumn(t *testing.T) {
	for _, c := range []struct {
		name    string
		reasons []argument.Point
		want    geom.Point
	}{
		{"a column", []argument.Point{{X: 0, Y: 200}, {X: 0, Y: 340}, {X: 0, Y: 480}}, geom.Pt(0, 620)},
		{"two columns, the second shorter", []argument.Point{{X: 0, Y: 200}, {X: 0, Y: 340}, {X: 300, Y: 200}}, geom.Pt(0, 480)},
		{"a row", []argument.Point{{X: 0, Y: 200}, {X: 224, Y: 200}}, geom.Pt(448, 200)},
		{"a reason alone", []argument.Point{{X: 0, Y: 200}}, geom.Pt(224, 200)},
	} {
		p := argument.Parts{Info: argument.Info{Contention: "c1"}, Claims: []argument.Claim{{ID: "c1", Text: "one", Placed: true}}}
		for i, at := range c.reasons {
			id := argument.ID(fmt.Sprint("r", i))
			p.Claims = append(p.Claims, argument.Claim{ID: id, Text: string(id), At: at, Placed: true})
			p.Links = append(p.Links, argument.Link{ID: "l" + id, Kind: argument.Supports, From: []argument.ID{id}, To: "c1"})
		}
		m, err := argument.Build(p)
		if err != nil {
			t.Fatal(err)
		}
		h := &hands{t: t, doc: argument.NewDocument(m)}
		h.scene = scene.New(m, mono{}, even{})
		h.doc.Observe(h.scene.Apply)
		h.tool = tool.New(h.doc, h.scene, h)
		h.doc.Select("c1")
		h.tool.AddReason(argument.Supports)
		if got := h.scene.Card(h.doc.Selection()[0]).Rect.Min; got.Distance(c.want) > 1 {
			t.Errorf("%s: the new card is at %v, want %v", c.name, got, c.want)
		}
	}
}

// folded is a map whose contention's reasons stand in two columns, the first
// with reasons of its own between them, and a row below all.
func folded(t *testing.T, pin argument.ID) (*argument.Document, *scene.Scene, *tool.Tool) {
	t.Helper()
	p := argument.Parts{Info: argument.Info{Contention: "top"}}
	for _, c := range []struct {
		id, to argument.ID
		x, y   float64
	}{
		{"top", "", 300, 0},
		{"a", "top", 0, 200}, {"a1", "a", 40, 330}, {"a2", "a", 40, 460},
		{"b", "top", 0, 620}, {"b1", "b", 40, 750},
		{"side", "top", 600, 200}, {"side1", "side", 640, 330},
	} {
		p.Claims = append(p.Claims, argument.Claim{ID: c.id, Text: string(c.id), At: argument.Point{X: c.x, Y: c.y}, Placed: true, Pinned: c.id == pin})
		if c.to != "" {
			p.Links = append(p.Links, argument.Link{ID: "l" + c.id, Kind: argument.Supports, From: []argument.ID{c.id}, To: c.to})
		}
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	h := &hands{t: t, doc: argument.NewDocument(m)}
	h.scene = scene.New(m, mono{}, even{})
	h.doc.Observe(h.scene.Apply)
	h.tool = tool.New(h.doc, h.scene, h)
	h.tool.Resize(geom.Size{W: 1000, H: 700})
	return h.doc, h.scene, h.tool
}

func TestAColumnOpensForANewReason(t *testing.T) {
	for _, test := range []struct {
		what   string
		target argument.ID
		pin    argument.ID
		below  argument.ID // the new card is right below it
		lower  []argument.ID
	}{
		{"at the foot of a column in the middle", "a", "", "a2", []argument.ID{"b", "b1"}},
		{"below one that had none", "a1", "", "a1", []argument.ID{"a2", "b", "b1"}},
		{"at the foot of the last", "top", "", "b1", nil},
	} {
		d, s, hand := folded(t, test.pin)
		before := map[argument.ID]geom.Rect{}
		for c := range d.Map().Claims() {
			before[c.ID] = s.Card(c.ID).Rect
		}
		d.Select(test.target)
		hand.AddReason(argument.Supports)
		var by float64
		for c := range d.Map().Claims() {
			now := s.Card(c.ID).Rect
			was, old := before[c.ID]
			moved := slices.Contains(test.lower, c.ID)
			switch {
			case !old:
				if over := s.Card(test.below).Rect; now.Min.Y <= over.Max.Y || now.Min.Y > over.Max.Y+120 {
					t.Errorf("%s: the new card is at %v, right below %v is wanted", test.what, now, over)
				}
			case !moved && now != was:
				t.Errorf("%s: %s moved from %v to %v", test.what, c.ID, was, now)
			case moved && (now.Min.X != was.Min.X || now.Min.Y <= was.Min.Y || by != 0 && now.Min.Y-was.Min.Y != by):
				t.Errorf("%s: %s went from %v to %v", test.what, c.ID, was, now)
			case moved:
				by = now.Min.Y - was.Min.Y
			}
			s.Cards(now, func(o *scene.Card) {
				if o.ID != c.ID {
					t.Errorf("%s: %s and %s overlap", test.what, c.ID, o.ID)
				}
			})
		}
		d.Undo()
		for c := range d.Map().Claims() {
			if s.Card(c.ID).Rect != before[c.ID] {
				t.Errorf("%s: undone, %s is elsewhere", test.what, c.ID)
			}
		}
	}
	d, _, hand := folded(t, "b")
	if err := d.Do("", func(e *argument.Edit) error {
		_, err := e.AddLink(argument.Link{Kind: argument.Supports, From: []argument.ID{"top"}, To: "a1"})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	d.Select("a") // in a circle with the contention, and what would go down is pinned
	n := d.Map().NumClaims()
	if hand.AddReason(argument.Supports); d.Map().NumClaims() != n+1 {
		t.Error("in a circle no reason is added")
	}
	d, s, hand := folded(t, "b")
	at := s.Card("b").Rect
	d.Select("a")
	if hand.AddReason(argument.Supports); s.Card("b").Rect != at {
		t.Errorf("a pinned card went from %v to %v", at, s.Card("b").Rect)
	}
}
