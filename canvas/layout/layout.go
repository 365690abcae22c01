// Package layout answers where the cards of a map should go: as a tidy tree,
// folded to the shape of a screen where that is wished, or in layers where many
// bear on several targets. It takes sizes and links
// and gives positions; it never knows what a card says, how it is drawn, or
// whether its link supports or opposes.
//
// All lengths are world units and y grows downwards. Every function is
// deterministic: the same graph and options give the same positions. Nothing
// recurses, so a chain of a hundred thousand claims costs no stack.
package layout

import "warrant/canvas/geom"

// Node is one card.
type Node struct {
	Size geom.Size
	// At is the upper left corner the card has now. It counts only when
	// Placed, where it seeds the order among siblings.
	At     geom.Point
	Placed bool
	// Pinned cards stay exactly at At, and the others avoid them.
	Pinned bool
}

// Edge is one link: from its premises to one target, a node or another edge.
// Indices that name nothing are passed over.
type Edge struct {
	From   []int     // premises, as node indices in reading order
	To     int       // node index, or edge index where OnEdge
	OnEdge bool      // the edge undercuts or underpins another edge
	Label  geom.Size // of its label, which is to fit between the rows; zero for none
}

// Graph is a map, as far as its arrangement is concerned.
type Graph struct {
	Nodes []Node
	Edges []Edge
	Roots []int // nodes to begin from, the contention first; may be empty
}

// Direction says on which side of its premises a target lies.
type Direction int

// The directions. TopDown has the target above its premises.
const (
	TopDown Direction = iota
	BottomUp
	LeftRight
	RightLeft
)

// Options are the wishes of the one who arranges. A zero length stands for
// its default.
type Options struct {
	Direction Direction
	Gap       float64 // between neighbours in a row; 24
	GroupGap  float64 // between linked premises of one link; 10
	// LayerGap is the distance between rows, where labels are; 104, and more
	// where a label is higher than usual or the rows run upright.
	LayerGap float64
	// Fold lets the reasons of a claim stand one below another, in columns
	// beside which their links run, where a tree would else be much wider than
	// a screen.
	Fold bool
	// FoldFrom is how wide a tree is that is folded, or, where the rows run
	// upright, how high, as a screen is not square; 1100.
	FoldFrom float64
	// Only lists the nodes to arrange; all others stay and are avoided.
	// Empty arranges everything.
	Only []int
	// Done, once closed, makes the arrangement stop early and be Canceled.
	Done <-chan struct{}
}

// The defaults of Options.
const (
	DefaultGap      = 24
	DefaultGroupGap = 10
	DefaultLayerGap = 104
)

// Result says where each card goes.
type Result struct {
	// At holds the upper left corner of every node, in the graph's order.
	At []geom.Point
	// Via holds, for each edge, places it is to be drawn through so that it
	// runs under no card and crosses few others: from its premises to its
	// target. An edge without any goes straight. It is nil where all do.
	Via [][]geom.Point
	// Algorithm is "tree" or "layered".
	Algorithm string
	// Canceled is set when Done was closed early; At then holds the positions
	// the graph came with.
	Canceled bool
}

// The values of Result.Algorithm.
const (
	AlgorithmTree    = "tree"
	AlgorithmLayered = "layered"
)

// Tree arranges the graph as a forest of tidy trees (van der Ploeg, "Drawing
// non-layered tidy trees in linear time", 2014) with aligned rows. A claim
// with several targets hangs under the one nearest to a root, linked premises
// together under theirs; the other links only have a say in the order of
// siblings without a place.
func Tree(g Graph, o Options) Result { return arrange(g, o, always(false)) }

// Layered arranges the graph in rows, each premise below its targets, with
// few crossings and straight long links.
func Layered(g Graph, o Options) Result { return arrange(g, o, always(true)) }

// Arrange draws as a tree every connected part in which each claim has one
// target, or in which all leads to one root and few claims, up to a fifth and
// a dozen, have several: there a reader is better served by reasons right
// below what they are reasons for. The others it draws in layers. Links on links do not
// count as targets: an undercutter is put beside the premises of the link it
// attacks.
func Arrange(g Graph, o Options) Result { return arrange(g, o, (*plan).crossed) }

func always(layered bool) func(*plan, []int) bool {
	return func(*plan, []int) bool { return layered }
}

// Compact is Arrange with trees folded to the shape of a screen.
func Compact(g Graph, o Options) Result {
	o.Fold = true
	return Arrange(g, o)
}
