package arrange_test

import (
	"math"
	"testing"
	"time"

	"warrant/canvas/geom"
)

// drawing is a drawn map as cards and, for each link, the curves between its
// two cards. Ours and Graphviz' are measured by the same eye.
type drawing struct {
	cards  []geom.Rect
	curves [][]geom.Cubic
	ends   [][2]int // the cards of each link
}

// figures are what a drawing is judged by.
type figures struct {
	crossings int     // pairs of links that cross, those with a card in common apart
	under     int     // links that run under a card that is not their own
	overlaps  int     // pairs of cards
	length    float64 // of all links, world units
	area      float64 // of all that holds the cards, square units
	took      time.Duration
}

// pieces is how many straight pieces a curve is looked at in.
const pieces = 12

func (d drawing) figures() (f figures) {
	var bounds geom.Rect
	for _, r := range d.cards {
		bounds = bounds.Union(r)
	}
	f.area = bounds.W() * bounds.H()
	cells := newBoard()
	for i, r := range d.cards {
		cells.each(r, func(k [2]int) {
			for _, j := range cells.cards[k] {
				o := d.cards[j]
				// A pair is counted in the cell with the corner of what both cover.
				if c := geom.Pt(math.Max(r.Min.X, o.Min.X), math.Max(r.Min.Y, o.Min.Y)); r.Overlaps(o) && cells.of(c) == k {
					f.overlaps++
				}
			}
		})
		cells.each(r, func(k [2]int) { cells.cards[k] = append(cells.cards[k], i) })
	}
	crossed := make(map[[2]int]bool)
	for i, curves := range d.curves {
		hidden := false
		for _, p := range flat(curves) {
			f.length += p[0].Distance(p[1])
			cells.each(geom.Span(p[0], p[1]), func(k [2]int) {
				for _, s := range cells.links[k] {
					if d.apart(i, s.link) && cross(p, s.piece) {
						crossed[[2]int{s.link, i}] = true
					}
				}
				for _, c := range cells.cards[k] {
					if c != d.ends[i][0] && c != d.ends[i][1] && geom.Line(p[0], p[1]).Crosses(d.cards[c].Inset(2)) {
						hidden = true
					}
				}
			})
		}
		for _, p := range flat(curves) {
			cells.each(geom.Span(p[0], p[1]), func(k [2]int) { cells.links[k] = append(cells.links[k], stroke{i, p}) })
		}
		if hidden {
			f.under++
		}
	}
	f.crossings = len(crossed)
	return f
}

func (d drawing) apart(i, j int) bool {
	a, b := d.ends[i], d.ends[j]
	return a[0] != b[0] && a[0] != b[1] && a[1] != b[0] && a[1] != b[1]
}

func flat(curves []geom.Cubic) (all [][2]geom.Point) {
	for _, c := range curves {
		at := c.A
		for k := 1; k <= pieces; k++ {
			to := c.At(float64(k) / pieces)
			all = append(all, [2]geom.Point{at, to})
			at = to
		}
	}
	return all
}

// cross reports whether two pieces cross; touching is not crossing.
func cross(p, q [2]geom.Point) bool {
	turn := func(a, b, c geom.Point) float64 { return (b.X-a.X)*(c.Y-a.Y) - (b.Y-a.Y)*(c.X-a.X) }
	return turn(p[0], p[1], q[0])*turn(p[0], p[1], q[1]) < 0 && turn(q[0], q[1], p[0])*turn(q[0], q[1], p[1]) < 0
}

// board finds what is near, in cells of about a card.
type board struct {
	cards map[[2]int][]int
	links map[[2]int][]stroke
}

type stroke struct {
	link  int
	piece [2]geom.Point
}

func newBoard() *board {
	return &board{cards: make(map[[2]int][]int), links: make(map[[2]int][]stroke)}
}

func (b *board) of(p geom.Point) [2]int {
	return [2]int{int(math.Floor(p.X / 250)), int(math.Floor(p.Y / 250))}
}

func (b *board) each(r geom.Rect, fn func([2]int)) {
	lo, hi := b.of(r.Min), b.of(r.Max)
	for x := lo[0]; x <= hi[0]; x++ {
		for y := lo[1]; y <= hi[1]; y++ {
			fn([2]int{x, y})
		}
	}
}

func TestADrawingIsJudged(t *testing.T) {
	d := drawing{
		cards: []geom.Rect{geom.R(0, 0, 100, 50), geom.R(400, 0, 100, 50), geom.R(0, 400, 100, 50), geom.R(400, 400, 100, 50),
			geom.R(200, 180, 100, 60), geom.R(450, 20, 100, 100)},
		curves: [][]geom.Cubic{
			{geom.Line(geom.Pt(50, 50), geom.Pt(450, 400))},                                                  // under the card in the middle
			{geom.Line(geom.Pt(450, 50), geom.Pt(350, 250)), geom.Line(geom.Pt(350, 250), geom.Pt(50, 400))}, // across it
			{geom.Line(geom.Pt(60, 50), geom.Pt(60, 400))},                                                   // no part of either
			{geom.Line(geom.Pt(40, 400), geom.Pt(70, 60))},                                                   // beside that, between the same cards
		},
		ends: [][2]int{{0, 3}, {1, 2}, {0, 2}, {2, 0}},
	}
	f := d.figures()
	want := math.Hypot(400, 350) + math.Hypot(100, 200) + math.Hypot(300, 150) + 350 + math.Hypot(30, 340)
	if f.crossings != 1 || f.under != 1 || f.overlaps != 1 || math.Abs(f.length-want) > 1e-6 || f.area != 550*450 {
		t.Errorf("%+v; want one crossing, one link under a card, one overlap, a length of %.0f and an area of %d", f, want, 550*450)
	}
}
