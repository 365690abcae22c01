// Package scene answers what is where in the drawing of a map: cards, links,
// labels and junctions as plain data in world units, and what lies at a point
// or in a rectangle. It follows the document's differences and touches what
// they touch. It never paints and never changes a map.
package scene

import (
	"warrant/argument"
	"warrant/canvas/geom"
	"warrant/canvas/palette"
	"warrant/canvas/text"
)

// Scene is the drawing of one map. It is for one goroutine.
type Scene struct {
	m         *argument.Map
	measure   text.Measurer
	numbers   Numbers
	words     *Words
	cards     map[argument.ID]*Card
	links     map[argument.ID]*Link
	index     grid
	beyond    [4]int                    // how many premises lie clear of their target, by side
	sideways  bool                      // more lie beside it than below or above
	inWay     []geom.Rect               // scratch of obstacles
	trip      trip                      // the way that is looked for
	ownEnds   []geom.Rect               // scratch of look
	heeds     []geom.Rect               // of the link that is drawn
	pairs     pairs                     // scratch of pairsOf
	collapsed int                       // claims that hide what is below them
	shown     map[argument.ID]bool      // claims; nil when none is hidden
	lifted    map[argument.ID]bool      // held by the hand: nothing gives way to them
	keep      func(argument.ID) bool    // what does not fade; nil when nothing does
	shows     func(argument.ID) float64 // how far it is drawn; nil when all is
	marks     map[argument.ID]Mark
	onRestyle func()
	version   uint64
	sequence  int
}

// Numbers is what the drawing shows of the evaluation of a map.
type Numbers interface {
	// Credence returns how far a claim is believed, 0..1, and whether that
	// number is known.
	Credence(claim argument.ID) (credence float64, known bool)
	// Base returns the confidence of a link's step, 0..1, and whether a
	// person stated it; else it is what the evidence suggests.
	Base(link argument.ID) (base float64, stated bool)
}

// Trial is what Numbers may tell besides: which links a what-if leaves out.
// They are drawn grey.
type Trial interface {
	LeftOut(link argument.ID) bool
}

// Card is a claim as it is drawn.
type Card struct {
	ID       argument.ID
	Rect     geom.Rect
	Role     argument.Role
	Style    text.Style
	Lines    []text.Line
	Credence float64
	Known    bool   // whether Credence is a number to print
	Mark     string // where in the source it is, "¶6"
	Hidden   int    // claims hidden below it, when it is collapsed
	Pinned   bool
	Noted    bool   // it has a note
	Revision uint64 // a new one whenever Shapes changes; moving changes nothing

	look     look
	entry    *entry
	sequence int
}

// Link is a link as it is drawn: curves from its premises to its target,
// with an arrow at Tip and a label.
type Link struct {
	ID       argument.ID
	Role     argument.Role // Supporting, Opposing, Undercutting or Underpinning
	Curves   []geom.Cubic  // legs from linked premises, if any, and then the trunk; each of one piece or more
	Trunk    int           // where in Curves the trunk begins, which ends at the arrow
	Joined   bool          // premises are linked: they meet at Junction
	Junction geom.Point
	Tip      geom.Point   // the arrow's point
	Heading  geom.Point   // unit vector in which the arrow points
	Via      []geom.Point // the places that it is led through; nil where it finds its way by itself
	Label    geom.Rect
	Text     string // of the label: sign and percent
	Count    int    // evidence items, shown on the label when not 0
	Width    float64
	Dash     [2]float64
	Color    palette.Role
	Bounds   geom.Rect // of all of it
	Revision uint64    // a new one whenever the label's LabelShapes change

	label    label
	course   geom.Rect // around curves and arrow
	beyond   [4]int    // its share of the scene's
	lanes    []int     // the curves that may hold the label, the longest first
	placed   geom.Rect // the label, when it was last put
	taken    geom.Rect // the same as far as others heed it
	noted    geom.Rect // usual, when it was last told to the neighbours
	usual    geom.Rect // where the label is put unless something is in the way
	level    int       // 0 where the target is a claim, else one more than the target's
	crowd    bool      // more than crowd links end at its target: it gives way to nothing, and nothing to it
	slot     int       // place in the map's order, for those in one another's way
	entry    *entry
	tag      *entry      // of the label
	heed     *entry      // of heeds; nil while that is nothing
	heeds    []geom.Rect // where cards have a say in the course
	sequence int
}

// Part is a kind of thing that can be pointed at.
type Part uint8

// The parts, the topmost last.
const (
	Nothing Part = iota
	Curve
	Junction
	Label
	CardBody
	CardEdge // the band around a card's border from which links are drawn
)

// Hit is what lies at a point: a part of the claim or link ID.
type Hit struct {
	Part Part
	ID   argument.ID
}

// OnCard reports whether a card was hit.
func (h Hit) OnCard() bool { return h.Part == CardBody || h.Part == CardEdge }

// OnLink reports whether a link was hit.
func (h Hit) OnLink() bool { return h.Part == Curve || h.Part == Junction || h.Part == Label }
