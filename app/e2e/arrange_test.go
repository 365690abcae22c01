//go:build e2e && linux

package e2e

import (
	"fmt"
	"slices"
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

// A claim that bears on several claims of a chain has its long links led past
// the cards between; a hand, or keys, lead one elsewhere, and let it go.
func TestALinkIsLed(t *testing.T) {
	p := argument.Parts{Info: argument.Info{ID: "chain", Title: "Chain", Contention: "c1"}}
	for i := 1; i <= 5; i++ {
		p.Claims = append(p.Claims, argument.Claim{ID: argument.ID(fmt.Sprint("c", i)), Text: fmt.Sprint("Claim ", i)})
		if i > 1 {
			p.Links = append(p.Links, argument.Link{ID: argument.ID(fmt.Sprint("l", i)), Kind: argument.Supports,
				From: []argument.ID{argument.ID(fmt.Sprint("c", i))}, To: argument.ID(fmt.Sprint("c", i-1))})
		}
	}
	for _, to := range []argument.ID{"c1", "c2"} {
		p.Links = append(p.Links, argument.Link{ID: "far-" + to, Kind: argument.Opposes, From: []argument.ID{"c5"}, To: to})
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	path := save(t, m, "chain.json")
	w := start(t, newHome(t), path)
	s := w.wait("the map", func(s *report.State) bool { return s.Claims == 5 && len(s.Labels) == 6 && s.First > 0 })
	via := func() []argument.Point {
		t.Helper()
		placed(t, w, path)
		return read(t, path).Link("far-c1").Via
	}
	w.click(s.Labels["far-c1"].Center())
	w.wait("the link to be selected", func(s *report.State) bool { return slices.Equal(s.Selection, []string{"far-c1"}) })
	w.keys("alt+Right")
	w.wait("the link to be led", func(s *report.State) bool { return s.Undo == "Lead link" })
	once := via()
	w.keys("alt+shift+Right")
	w.wait("the link to be led further", func(s *report.State) bool { return s.Modified })
	if twice := via(); len(once) == 0 || len(twice) != len(once) || twice[0].X-once[0].X != 10 {
		t.Errorf("led through %v, and further right through %v", once, twice)
	}
	menu(w, "Cards", "Let Link Find Its Way")
	w.wait("the link to go its way", func(s *report.State) bool { return s.Undo == "Let link find its way" })
	if left := via(); left != nil {
		t.Errorf("let go, it is led through %v", left)
	}
	w.keys("ctrl+r")
	w.wait("the map to be arranged", func(s *report.State) bool { return s.Undo == "Arrange" })
	do(t, "sleep", "0.6") // it glides
	if again := via(); len(again) == 0 {
		t.Error("arranged again, the long link is not led")
	}
}
