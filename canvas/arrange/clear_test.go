package arrange_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"warrant/argument"
	"warrant/argument/sample"
	"warrant/canvas/arrange"
	"warrant/canvas/layout"
	"warrant/canvas/scene"
	"warrant/canvas/text"
)

// clutter counts what covers what in a drawing.
type clutter struct{ underCards, underLabels, hidden, links int }

func count(m *argument.Map, s *scene.Scene) (n clutter) {
	for l := range m.Links() {
		k := s.Link(l.ID)
		n.links++
		s.Cards(k.Label, func(*scene.Card) { n.underCards++ })
		s.Links(k.Label, func(o *scene.Link) {
			if o.ID < k.ID && o.Label.Inset(1).Overlaps(k.Label.Inset(1)) {
				n.underLabels++
			}
		})
		own := map[argument.ID]bool{l.To: true}
		for _, f := range l.From {
			own[f] = true
		}
		s.Cards(k.Bounds, func(c *scene.Card) {
			for _, curve := range k.Curves {
				if !own[c.ID] && curve.Crosses(c.Rect.Inset(1)) {
					n.hidden++
					break
				}
			}
		})
	}
	return n
}

// TestArrangedMapsAreClear bounds how many labels are under cards or each
// other, and how many links run behind cards, as shares of the links.
func TestArrangedMapsAreClear(t *testing.T) {
	for _, c := range []struct {
		name                string
		maps                func(*testing.T) []*argument.Map
		compact             bool
		cards, labels, hide float64
	}{
		{"trees", samples(0), false, 0, 0, 0},
		{"the bundled map", bundled, false, 0, 0.02, 0},
		{"maps with links across", samples(0.1), false, 0.001, 0.001, 0},
		{"folded trees", samples(0), true, 0.002, 0, 0},
		{"the bundled map, folded", bundled, true, 0, 0.02, 0},
	} {
		for _, d := range []layout.Direction{layout.TopDown, layout.LeftRight} {
			var sum clutter
			for _, m := range c.maps(t) {
				doc := argument.NewDocument(m)
				s := scene.New(m, text.Bundled(), even{})
				doc.Observe(s.Apply)
				place(t, doc, arrange.Arrange(m, s, arrange.Options{Direction: d, Compact: c.compact, Afresh: true}))
				n := count(m, s)
				sum.underCards += n.underCards
				sum.underLabels += n.underLabels
				sum.hidden += n.hidden
				sum.links += n.links
			}
			t.Logf("%s, direction %d: %+v", c.name, d, sum)
			links := float64(sum.links)
			if float64(sum.underCards) > c.cards*links || float64(sum.underLabels) > c.labels*links || float64(sum.hidden) > c.hide*links {
				t.Errorf("%s, direction %d: %+v; want at most %v, %v and %v of the links", c.name, d, sum, c.cards, c.labels, c.hide)
			}
		}
	}
}

func samples(cross float64) func(*testing.T) []*argument.Map {
	return func(t *testing.T) (maps []*argument.Map) {
		for _, n := range []int{20, 60, 200} {
			for seed := range int64(4) {
				m, err := sample.Make(sample.Options{Claims: n, Seed: seed, Cross: cross})
				if err != nil {
					t.Fatal(err)
				}
				maps = append(maps, m)
			}
		}
		return maps
	}
}

// bundled reads, of the map that comes with the program, what a drawing of it
// hangs on.
func bundled(t *testing.T) []*argument.Map {
	data, err := os.ReadFile(filepath.FromSlash("../../assets/examples/turn-to-the-east.json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Contention argument.ID
		Claims     []struct {
			ID    argument.ID
			Text  string
			At    [2]float64
			Width float64
		}
		Links []struct {
			ID       argument.ID
			Kind     string
			From     []argument.ID
			To       argument.ID
			Evidence []struct{ ID argument.ID }
		}
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	p := argument.Parts{Info: argument.Info{Contention: file.Contention}}
	for _, c := range file.Claims {
		p.Claims = append(p.Claims, argument.Claim{ID: c.ID, Text: c.Text, Width: c.Width,
			At: argument.Point{X: c.At[0], Y: c.At[1]}, Placed: true})
	}
	for _, l := range file.Links {
		link := argument.Link{ID: l.ID, Kind: argument.Supports, From: l.From, To: l.To, Confidence: argument.Stated(0.5)}
		if l.Kind == "opposes" {
			link.Kind = argument.Opposes
		}
		for _, e := range l.Evidence {
			link.Evidence = append(link.Evidence, argument.Evidence{ID: e.ID, Kind: argument.Expert, Text: "evidence"})
		}
		p.Links = append(p.Links, link)
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	return []*argument.Map{m}
}
