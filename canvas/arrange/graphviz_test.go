package arrange_test

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"warrant/argument"
	"warrant/canvas/arrange"
	"warrant/canvas/geom"
	"warrant/canvas/layout"
	"warrant/canvas/scene"
	"warrant/canvas/text"
)

var compareInto = flag.String("compare", "", "compare with Graphviz dot, and write the table to this file")

// random is a map of n claims, each with one premise on its link, which is all
// that Graphviz knows; share of the claims bear on a second target.
func random(t testing.TB, seed uint64, n int, share float64) *argument.Map {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 3))
	p := argument.Parts{Info: argument.Info{ID: "random", Contention: "c0"}}
	id := func(i int) argument.ID { return argument.ID(fmt.Sprint("c", i)) }
	known := make(map[[2]int]bool)
	link := func(from, to int) {
		if !known[[2]int{from, to}] {
			known[[2]int{from, to}] = true
			p.Links = append(p.Links, argument.Link{ID: argument.ID(fmt.Sprint("l", len(p.Links))), Kind: argument.Supports,
				From: []argument.ID{id(from)}, To: id(to)})
		}
	}
	for i := range n {
		p.Claims = append(p.Claims, argument.Claim{ID: id(i), Text: strings.Repeat("some words ", 1+r.IntN(6))})
		if i > 0 {
			link(i, i-1-r.IntN(min(i, 30)))
		}
	}
	for range int(share * float64(n)) {
		if a, b := r.IntN(n), r.IntN(n); a != b {
			link(max(a, b), min(a, b))
		}
	}
	m, err := argument.Build(p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// ours arranges and draws a map.
func ours(t testing.TB, m *argument.Map, how func(layout.Graph, layout.Options) layout.Result) (d drawing, took time.Duration) {
	t.Helper()
	doc := argument.NewDocument(m)
	s := scene.New(m, text.Bundled(), even{})
	doc.Observe(s.Apply)
	begun := time.Now()
	moves := arrange.ArrangeBy(how, m, s, arrange.Options{Afresh: true})
	took = time.Since(begun)
	place(t, doc, moves)
	node := make(map[argument.ID]int)
	for c := range m.Claims() {
		node[c.ID] = len(d.cards)
		d.cards = append(d.cards, s.Card(c.ID).Rect)
	}
	for l := range m.Links() {
		d.curves = append(d.curves, s.Link(l.ID).Curves)
		d.ends = append(d.ends, [2]int{node[l.From[0]], node[l.To]})
	}
	return d, took
}

// dots has Graphviz do so, with cards of the same sizes and the same gaps.
func dots(t testing.TB, m *argument.Map) (d drawing, took time.Duration) {
	t.Helper()
	s := scene.New(m, text.Bundled(), even{})
	in := dotText(m, s)
	cmd := exec.Command("dot", "-Tplain")
	cmd.Stdin = strings.NewReader(in)
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problems
	begun := time.Now()
	if err := cmd.Run(); err != nil {
		t.Fatalf("dot: %v\n%s", err, problems.Bytes())
	}
	took = time.Since(begun)
	d, err := readPlain(out.String(), m.NumClaims())
	if err != nil {
		t.Fatal(err)
	}
	return d, took
}

// inch is Graphviz' unit of length, in world units.
const inch = 72

func dotText(m *argument.Map, sizes arrange.Sizes) string {
	var b strings.Builder
	fmt.Fprintf(&b, "digraph m { nodesep=%g ranksep=%g node [shape=box fixedsize=true label=\"\"]\n",
		float64(layout.DefaultGap)/inch, float64(layout.DefaultLayerGap)/inch)
	node := make(map[argument.ID]int)
	for c := range m.Claims() {
		size := sizes.CardSize(c)
		fmt.Fprintf(&b, "n%d [width=%g height=%g]\n", len(node), size.W/inch, size.H/inch)
		node[c.ID] = len(node)
	}
	for l := range m.Links() {
		fmt.Fprintf(&b, "n%d -> n%d [dir=back]\n", node[l.To], node[l.From[0]])
	}
	b.WriteString("}\n")
	return b.String()
}

// readPlain reads what "dot -Tplain" writes: a line for each node, "node name
// x y width height …" with its centre, and for each edge, "edge tail head n x1
// y1 … xn yn …" with the control points of its curves; in inches, y upwards.
func readPlain(plain string, nodes int) (drawing, error) {
	d := drawing{cards: make([]geom.Rect, nodes)}
	for line := range strings.Lines(plain) {
		w := strings.Fields(line)
		bad := func(what string) error { return fmt.Errorf("what dot wrote has %s in %q", what, line) }
		name := func(s string) int {
			n, err := strconv.Atoi(strings.TrimPrefix(s, "n"))
			if err != nil || n < 0 || n >= nodes {
				return -1
			}
			return n
		}
		number := func(s string) float64 {
			v, _ := strconv.ParseFloat(s, 64)
			return v * inch
		}
		switch {
		case len(w) >= 6 && w[0] == "node":
			n := name(w[1])
			if n < 0 {
				return d, bad("an unknown node")
			}
			width, height := number(w[4]), number(w[5])
			d.cards[n] = geom.R(number(w[2])-width/2, -number(w[3])-height/2, width, height)
		case len(w) >= 4 && w[0] == "edge":
			tail, head := name(w[1]), name(w[2])
			n, err := strconv.Atoi(w[3])
			if tail < 0 || head < 0 || err != nil || n%3 != 1 || len(w) < 4+2*n {
				return d, bad("no curve")
			}
			at := func(i int) geom.Point { return geom.Pt(number(w[4+2*i]), -number(w[5+2*i])) }
			var curves []geom.Cubic
			for i := 0; i+3 < n; i += 3 {
				curves = append(curves, geom.Cubic{A: at(i), B: at(i + 1), C: at(i + 2), D: at(i + 3)})
			}
			d.curves = append(d.curves, curves)
			d.ends = append(d.ends, [2]int{head, tail})
		}
	}
	return d, nil
}

func TestWhatDotWritesIsRead(t *testing.T) {
	d, err := readPlain(`graph 1 3 4
node n0 1.5 3.5 2 1 "" solid box black lightgrey
node n1 1.5 0.5 2 1 "" solid box black lightgrey
edge n0 n1 4 1.5 3 1.5 2.5 1.5 2 1.5 1 solid black
stop
`, 2)
	if err != nil {
		t.Fatal(err)
	}
	if d.cards[0] != geom.R(36, -288, 144, 72) || d.ends[0] != [2]int{1, 0} || len(d.curves[0]) != 1 ||
		d.curves[0][0] != (geom.Cubic{A: geom.Pt(108, -216), B: geom.Pt(108, -180), C: geom.Pt(108, -144), D: geom.Pt(108, -72)}) {
		t.Errorf("read %+v", d)
	}
	for _, bad := range []string{"node n7 1 1 1 1\n", "edge n0 n1 3 1 1 1 1 1 1 solid\n", "edge n0 n1 4 1 1\n"} {
		if _, err := readPlain(bad, 2); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

// TestAgainstGraphviz compares our drawings with dot's, of the same random
// trees and graphs, and writes a table where the flag says; without it, it
// makes sure of what needs no dot.
func TestAgainstGraphviz(t *testing.T) {
	if *compareInto == "" {
		for seed := range uint64(4) {
			for _, share := range []float64{0, 0.1} {
				d, _ := ours(t, random(t, seed, 50, share), layout.Arrange)
				if f := d.figures(); f.overlaps > 0 || share == 0 && (f.crossings > 0 || f.under > 0) || f.length <= 0 {
					t.Errorf("seed %d, share %v: %+v", seed, share, f)
				}
			}
		}
		return
	}
	f, err := os.Create(*compareInto)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	compare(t, f)
}

// kinds are what is compared: by the way the program arranges, and for graphs
// also by the algorithm that is for them alone.
var kinds = []struct {
	name  string
	share float64
	how   []func(layout.Graph, layout.Options) layout.Result
}{
	{"tree", 0, []func(layout.Graph, layout.Options) layout.Result{layout.Arrange}},
	{"10 % bear on two", 0.1, []func(layout.Graph, layout.Options) layout.Result{layout.Arrange, layout.Layered}},
}

func compare(t *testing.T, w io.Writer) {
	out := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(out, "claims, maps\t")
	for _, what := range []string{"time, ms", "crossings", "length", "area", "under cards", "overlaps"} {
		fmt.Fprintf(out, "%s\tdot\t\t", what)
	}
	fmt.Fprintln(out)
	for _, kind := range kinds {
		for _, n := range []int{50, 200, 500, 2000} {
			seeds := uint64(max(1, min(6, 1500/n)))
			mine, theirs := make([]figures, len(kind.how)), figures{}
			for seed := range seeds {
				d, took := dots(t, random(t, seed, n, kind.share))
				theirs = theirs.plus(d.figures(), took)
				for i, how := range kind.how {
					d, took := ours(t, random(t, seed, n, kind.share), how)
					mine[i] = mine[i].plus(d.figures(), took)
				}
			}
			for i, a := range mine {
				name := kind.name
				if i > 0 {
					name = "in layers"
				}
				fmt.Fprintf(out, "%d × %d, %s\t", n, seeds, name)
				for _, v := range [][2]float64{
					{ms(a.took) / float64(seeds), ms(theirs.took) / float64(seeds)},
					{float64(a.crossings), float64(theirs.crossings)}, {a.length / 1e3, theirs.length / 1e3}, {a.area / 1e6, theirs.area / 1e6},
					{float64(a.under), float64(theirs.under)}, {float64(a.overlaps), float64(theirs.overlaps)},
				} {
					ratio := "–"
					if v[1] > 0 {
						ratio = fmt.Sprintf("%.2f", v[0]/v[1])
					}
					fmt.Fprintf(out, "%.0f\t%.0f\t%s\t", v[0], v[1], ratio)
				}
				fmt.Fprintln(out)
			}
		}
	}
	out.Flush()
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func (f figures) plus(g figures, took time.Duration) figures {
	return figures{f.crossings + g.crossings, f.under + g.under, f.overlaps + g.overlaps, f.length + g.length, f.area + g.area, f.took + took}
}
