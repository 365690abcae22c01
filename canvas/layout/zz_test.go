package layout

import (
	"fmt"
	"math/rand/v2"
	"os/exec"
	"testing"

	"warrant/canvas/geom"
)

type seg2 struct{ a, b geom.Point; from, to int }

func straight(g Graph, at []geom.Point) int {
	var ss []seg2
	for _, e := range g.Edges {
		for _, v := range e.From {
			top := at[v].Add(geom.Pt(g.Nodes[v].Size.W/2, 0))
			bot := at[e.To].Add(geom.Pt(g.Nodes[e.To].Size.W/2, g.Nodes[e.To].Size.H))
			ss = append(ss, seg2{top, bot, v, e.To})
		}
	}
	n := 0
	for i, s := range ss {
		for _, o := range ss[:i] {
			if s.from == o.from || s.to == o.to || s.from == o.to || s.to == o.from {
				continue
			}
			if cuts(course{a: s.a, b: s.b}, course{a: o.a, b: o.b}) {
				n++
			}
		}
	}
	return n
}

func TestZZ(t *testing.T) {
	dot, _ := exec.LookPath("dot")
	for _, n := range []int{50, 200, 500} {
		var row, lay, tree, ds int
		for seed := range uint64(6) {
			g := singles(rand.New(rand.NewPCG(seed, 3)), n, 0.1)
			row += ourCrossings(g)
			lay += straight(g, Layered(g, Options{}).At)
			tree += straight(g, Tree(g, Options{}).At)
			b := &testing.B{}
			ds += dotCrossings(b, dot, g)
		}
		fmt.Println(n, "row", row, "layered straight", lay, "tree straight", tree, "dot mincross", ds)
	}
}
