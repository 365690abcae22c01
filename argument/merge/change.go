package merge

import (
	"fmt"

	"warrant/argument"
)

// Deed says what happened to something.
type Deed string

// The deeds. Reordered is of steps and of the evidence of a link: their
// order says something.
const (
	Added     Deed = "added"
	Removed   Deed = "removed"
	Changed   Deed = "changed"
	Reordered Deed = "reordered"
)

// Change is one thing that differs.
type Change struct {
	Of  Subject `json:"of"`
	Did Deed    `json:"did"`
	// Field is what the file calls the field that changed: "text",
	// "confidence", "from" …; "" where all did, and for members that this
	// version does not know.
	Field string `json:"field,omitempty"`
	// IDs name what changed as the later map does, or the earlier where it
	// was removed. For evidence they are the link's and the item's. Only
	// changes of the drawing name several claims.
	IDs []argument.ID `json:"ids,omitempty"`
	// From and To say in words what a field was and is.
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
	// Text is a sentence. Like From and To it quotes the map, and so has to
	// be made fit for where it is shown.
	Text string `json:"text"`
	// Said is what Text says, apart from the language.
	Said Words `json:"-"`
	// Look: it is about the drawing and not about the argument.
	Look bool `json:"look,omitempty"`
}

// Comparison is what differs between two maps, in reading order: what is said
// of the map as a whole, claims and links as an outline has them, sources,
// steps, and last the drawing.
type Comparison struct {
	Changes []Change

	earlier, later map[id]id // the names of one record in the two maps
}

// Same reports whether there is no difference.
func (c Comparison) Same() bool { return len(c.Changes) == 0 }

func count(n int, what string) string {
	if what == string(OfEvidence) {
		what = "evidence item"
	}
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

// drawnOf counts what is drawn of claims or links; the number stands as said.
func drawnOf(of Subject, n int, number string) string {
	what := " card"
	if of == OfLink {
		what = " link"
	}
	return number + what + plural(what, n)
}

func lookDeed(field string) string {
	switch field {
	case "at":
		return "moved"
	case "width":
		return "given another width"
	case "color":
		return "given another colour"
	case "pinned":
		return "pinned or let go"
	case "via":
		return "led another way"
	}
	return "folded or unfolded"
}
