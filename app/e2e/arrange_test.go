//go:build e2e && linux

package e2e

import (
	"fmt"
	"testing"

	"warrant/app/e2e/report"
	"warrant/argument"
)

// fan writes a map of a contention with ten reasons, without places but for
// two: one that is pinned, far from the others, and its target.
func fan(t *testing.T) string {
	t.Helper()
	p := argument.Parts{
		Info:   argument.Info{ID: "fan", Title: "Fan", Contention: "c1"},
		Claims: []argument.Claim{{ID: "c1", Text: "The bridge should be mended", Placed: true}},
	}
	for i := 2; i <= 11; i++ {
		c := argument.Claim{ID: argument.ID(fmt.Sprint("c", i)), Text: fmt.Sprint("Reason ", i)}
		if i == 11 {
			c.At, c.Placed, c.Pinned = argument.Point{X: 400, Y: 700}, true, true
		}
		p.Claims = append(p.Claims, c)
		p.Links = append(p.Links, argument.Link{ID: argument.ID(fmt.Sprint("l", i)), Kind: argument.Supports, From: []argument.ID{c.ID}, To: "c1"})
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	return save(t, m, "fan.json")
}

// placed saves the map and returns where its cards are.
func placed(t *testing.T, w *window, path string) map[argument.ID]argument.Point {
	t.Helper()
	w.keys("ctrl+s")
	w.wait("the save", func(s *report.State) bool { return !s.Modified })
	at := map[argument.ID]argument.Point{}
	for c := range read(t, path).Claims() {
		at[c.ID] = c.At
	}
	return at
}

func TestAMapIsArrangedInEachDirection(t *testing.T) {
	path := fan(t)
	w := start(t, newHome(t), path)
	w.wait("the map", func(s *report.State) bool { return s.Claims == 11 && len(s.Cards) > 0 && s.First > 0 })
	arrange := func(entry string) map[argument.ID]argument.Point {
		t.Helper()
		menu(w, "Cards", entry)
		w.wait(entry, func(s *report.State) bool { return s.Undo == "Arrange" })
		do(t, "sleep", "0.6") // they glide
		at := placed(t, w, path)
		if at["c11"] != (argument.Point{X: 400, Y: 700}) {
			t.Errorf("%s: the pinned card went to %v", entry, at["c11"])
		}
		return at
	}
	for _, c := range []struct {
		entry string
		holds func(target, reason argument.Point) bool
	}{
		{"Arrange Left to Right", func(to, r argument.Point) bool { return r.X > to.X+200 }},
		{"Arrange Bottom Up", func(to, r argument.Point) bool { return r.Y < to.Y-100 }},
		{"Arrange Top Down", func(to, r argument.Point) bool { return r.Y > to.Y+100 }},
	} {
		at := arrange(c.entry)
		for id, p := range at {
			if id != "c1" && !c.holds(at["c1"], p) {
				t.Errorf("%s: the contention is at %v, %s at %v", c.entry, at["c1"], id, p)
			}
		}
		w.keys("ctrl+r") // it is arranged that way, and stays so
		do(t, "sleep", "0.6")
		if again := placed(t, w, path); fmt.Sprint(again) != fmt.Sprint(at) {
			t.Errorf("%s, and Arrange: from %v to %v", c.entry, at, again)
		}
	}
	before := placed(t, w, path)
	if rows(arrange("Arrange Compactly")) <= rows(before) {
		t.Error("arranged compactly, the reasons stand in no more rows than before")
	}
	w.keys("ctrl+z")
	w.wait("undo", func(s *report.State) bool { return s.Redo == "Arrange" })
	if back := placed(t, w, path); fmt.Sprint(back) != fmt.Sprint(before) {
		t.Errorf("undone in one step, the cards are at %v, and were at %v", back, before)
	}
}

func rows(at map[argument.ID]argument.Point) int {
	ys := map[float64]bool{}
	for _, p := range at {
		ys[p.Y] = true
	}
	return len(ys)
}

// Whoever does something while the cards glide finds them at their aim.
func TestArrangingIsInterrupted(t *testing.T) {
	path := fan(t)
	w := start(t, newHome(t), path)
	w.wait("the map", func(s *report.State) bool { return s.Claims == 11 && len(s.Cards) > 0 && s.First > 0 })
	menu(w, "Cards", "Arrange Left to Right")
	w.wait("the glide", func(s *report.State) bool { return s.Undo == "Arrange" })
	do(t, "sleep", "0.6")
	want := placed(t, w, path)
	w.keys("ctrl+z")
	w.wait("undo", func(s *report.State) bool { return s.Redo == "Arrange" })
	w.keys("ctrl+1")
	s := w.wait("the view of all", func(s *report.State) bool { return len(s.Cards) == 11 })
	w.click(s.Cards["c2"].Center())
	w.wait("the selection", func(s *report.State) bool { return len(s.Selection) == 1 })
	do(t, "key", "ctrl+shift+z", "sleep", "0.1", "key", "ctrl+z", "sleep", "0.1") // the row is as it was
	// From the palette, so that no menu is open when the next key comes.
	w.keys("ctrl+shift+p")
	w.wait("the palette", func(s *report.State) bool { return s.Layers > 0 })
	w.write("Arrange Left")
	do(t, "key", "Return", "sleep", "0.15", "key", "alt+Down")
	w.wait("the nudge", func(s *report.State) bool { return s.Undo != "Arrange" && s.Undo != "" && s.Layers == 0 })
	got := placed(t, w, path)
	for id, p := range want {
		if id == "c2" {
			p.Y = got[id].Y
			if got[id].Y <= want[id].Y {
				t.Errorf("the nudged card is at %v, arranged at %v", got[id], want[id])
			}
		}
		if got[id] != p {
			t.Errorf("%s is at %v, its aim was %v", id, got[id], p)
		}
	}
	w.keys("ctrl+z", "ctrl+z")
	w.wait("undo of both", func(s *report.State) bool { return s.Undo == "" && s.Redo == "Arrange" })
}
