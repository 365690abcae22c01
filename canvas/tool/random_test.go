package tool_test

import (
	"fmt"
	"math/rand"
	"testing"
	"time"

	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/scene"
	"warrant/canvas/tool"
)

// TestAnyHands plays events in any order: releases without presses, presses
// without releases, keys in the middle. Whatever comes, nothing panics, the
// tool comes to rest, no new claim's card lies on another, and undoing all
// leads back to the first map.
func TestAnyHands(t *testing.T) {
	keys := []tool.Key{
		"Tab", "Return", "Escape", "Delete", "Up", "Down", "Left", "Right", "V", "C", "S", "O", "E", "Space", "F2",
		"+", "-", "0", "1", "A",
	}
	for seed := range int64(60) {
		r := rand.New(rand.NewSource(seed))
		h := newHands(t, fmt.Sprintf("seed %d", seed))
		for range 400 {
			h.now = h.now.Add(time.Duration(r.Intn(200)) * time.Millisecond)
			h.at = geom.Pt(r.Float64()*1000, r.Float64()*700)
			if names := []string{"c1", "c2.top", "c3", "c4.left", "c5", "c6.bottom", "c3.grip", "c6.grip", "l1", "l1.junction", "l2.tip", "l3.curve"}; r.Intn(2) == 0 {
				if p, err := h.point(names[r.Intn(len(names))]); err == nil {
					h.at = p
				}
			}
			h.mods = tool.Mods(r.Intn(8) & r.Intn(8))
			b := tool.Button(r.Intn(4) & r.Intn(4))
			if b == tool.NoButton {
				b = tool.Primary
			}
			switch r.Intn(16) {
			case 0, 1, 2:
				h.tool.Down(h.pointer(b))
			case 3, 4, 5, 6:
				h.tool.Move(h.pointer(b))
			case 7, 8:
				h.tool.Up(h.pointer(b))
			case 9:
				h.tool.KeyDown(keys[r.Intn(len(keys))], h.mods)
			case 10:
				h.tool.KeyUp("Space")
				h.tool.Scroll(h.at, r.NormFloat64()*20, r.NormFloat64()*50, h.mods)
			case 11:
				h.tool.Leave()
			case 12:
				h.tool.Tick(16 * time.Millisecond)
			case 14: // the window answers what it was asked, sooner or later
				if h.answer != nil {
					h.answer(tool.Offer(r.Intn(3)), r.Intn(2) == 0)
					h.answer = nil
				}
			case 15:
				[]func(){
					func() { h.tool.InsertClaim("") }, h.tool.Merge, h.tool.Split, h.tool.ClaimToEvidence, h.tool.SelectSameRole,
					h.tool.SelectLackingEvidence, func() { h.tool.Widen(r.Intn(2) == 0) }, h.tool.UsualWidth,
				}[r.Intn(8)]()
			case 13:
				if r.Intn(2) == 0 {
					h.doc.Undo()
				} else {
					h.doc.Redo()
				}
			}
		}
		h.held = tool.NoButton
		h.tool.Move(h.pointer(tool.NoButton))
		h.asked = nil
		h.end(fmt.Sprintf("seed %d", seed))
	}
}

// BenchmarkDrag is one motion of a dragged card, scene and undo included, in
// a map of 10,000 claims.
func BenchmarkDrag(b *testing.B) {
	var p argument.Parts
	const rows, width = 100, 100
	for i := range rows * width {
		p.Claims = append(p.Claims, argument.Claim{
			ID: argument.ID(fmt.Sprint("c", i)), Text: "claim", Placed: true,
			At: argument.Point{X: float64(i%width) * 224, Y: float64(i/width) * 200},
		})
		if i >= width {
			p.Links = append(p.Links, argument.Link{
				ID: argument.ID(fmt.Sprint("l", i)), Kind: argument.Supports,
				From: []argument.ID{p.Claims[i].ID}, To: p.Claims[i-width].ID,
			})
		}
	}
	m, err := argument.Build(p)
	if err != nil {
		b.Fatal(err)
	}
	doc := argument.NewDocument(m)
	sc := scene.New(m, mono{}, even{})
	doc.Observe(sc.Apply)
	tl := tool.New(doc, sc, &hands{})
	tl.Resize(geom.Size{W: 1440, H: 900})
	tl.SetView(geom.View{Origin: geom.Pt(5000, 5000), Zoom: 0.6})
	at := tl.View().ToScreen(sc.Card("c2525").Rect.Center())
	tl.Down(tool.Pointer{At: at, Button: tool.Primary})
	for b.Loop() {
		at.X += 0.7
		tl.Move(tool.Pointer{At: at, Button: tool.Primary})
	}
}
