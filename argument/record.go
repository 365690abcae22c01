package argument

// ID names a claim, link, source or step within one map. Evidence items have
// IDs too, unique within their link.
type ID string

// Kind says what a link does to its target.
type Kind string

// The two kinds of link.
const (
	Supports Kind = "supports"
	Opposes  Kind = "opposes"
)

// Opposite returns the other kind.
func (k Kind) Opposite() Kind {
	if k == Supports {
		return Opposes
	}
	return Supports
}

// Stance says whether an evidence item speaks for or against the step that
// its link makes.
type Stance string

// The two stances.
const (
	For     Stance = "for"
	Against Stance = "against"
)

// EvidenceKind says what sort of thing an evidence item is.
type EvidenceKind string

// The kinds of evidence.
const (
	Expert      EvidenceKind = "expert"
	Statistic   EvidenceKind = "statistic"
	Exhibit     EvidenceKind = "document"
	Observation EvidenceKind = "observation"
	Example     EvidenceKind = "example"
	Law         EvidenceKind = "law"
	Publication EvidenceKind = "publication"
	Common      EvidenceKind = "common" // common knowledge
	Other       EvidenceKind = "other"
)

// EvidenceKinds lists the kinds in the order in which a person is offered
// them.
var EvidenceKinds = []EvidenceKind{
	Expert, Statistic, Exhibit, Observation, Example, Law, Publication, Common, Other,
}

// Color marks a claim for people; it means nothing to the numbers. Other
// names than those listed are kept and drawn as none.
type Color string

// The colours.
const (
	NoColor Color = ""
	Red     Color = "red"
	Orange  Color = "orange"
	Yellow  Color = "yellow"
	Green   Color = "green"
	Blue    Color = "blue"
	Violet  Color = "violet"
	Grey    Color = "grey"
)

// Colors lists the colours in the order in which a person is offered them,
// NoColor apart.
var Colors = []Color{Red, Orange, Yellow, Green, Blue, Violet, Grey}

// Point is a place on the canvas in world units, y downwards: the upper left
// corner of a claim's card.
type Point struct{ X, Y float64 }

// Passage is a span of a source to which a claim or an evidence item is
// anchored.
type Passage struct {
	Source    ID
	Paragraph int    // for people; 0 when not known
	Start     int    // code points of the source's whole text, line ends as LF
	End       int    // exclusive
	Digest    string // first 16 hex digits of the span's SHA-256
	Extra     string
}

// Claim is a statement that can be true or false.
type Claim struct {
	ID        ID
	Text      string
	Prior     Degree // what a person holds before hearing the map's arguments
	Note      string
	Tags      []string
	At        Point
	Placed    bool    // whether At says something
	Width     float64 // of the card in world units; 0 for the usual width
	Color     Color
	Pinned    bool // arranging leaves it where it is
	Collapsed bool // what supports or opposes it is hidden
	Passages  []Passage
	Extra     string // members of the file that this version does not know, as JSON
}

// Link is a step of reasoning from one or several claims, its premises, to
// one target: a claim or another link.
type Link struct {
	ID         ID
	Kind       Kind
	From       []ID // linked premises work only together
	To         ID
	Confidence Degree // how strongly the step holds, as a person stated it
	Scheme     string
	Note       string
	Evidence   []Evidence
	// Via are the places in world units that the link is drawn through, from
	// its premises to its target. Without any it finds its way by itself.
	Via   []Point
	Extra string
}

// Evidence is an item attached to a link that speaks for or against its
// step.
type Evidence struct {
	ID          ID
	Kind        EvidenceKind
	Text        string
	Source      ID // empty when it has none in the map
	Locator     string
	URL         string
	Reliability Degree
	Stance      Stance // empty stands for For
	Passages    []Passage
	Note        string
	Extra       string
}

// Speaks returns the stance, For when none is stated.
func (e Evidence) Speaks() Stance {
	if e.Stance == Against {
		return Against
	}
	return For
}

// Source is a text the map is about or cites.
type Source struct {
	ID      ID
	Title   string
	Authors []string
	Issued  string
	URL     string
	Text    string // the full text, when it is attached
	Extra   string
}

// Step is one stop of a presentation.
type Step struct {
	ID     ID
	Title  string
	Focus  []ID // claims and links in view
	Reveal []ID // claims and links shown from here on
	Say    string
	Extra  string
}

// Semantics names a way to combine what arrives at a target.
type Semantics string

// The four semantics; see package credence.
const (
	DFQuAD          Semantics = "df-quad"
	QuadraticEnergy Semantics = "quadratic-energy"
	EulerBased      Semantics = "euler-based"
	LogOdds         Semantics = "log-odds"
)

// PremiseRule says what linked premises are worth together.
type PremiseRule string

// The two rules: the least credence, or the product of all.
const (
	Weakest PremiseRule = "weakest"
	Product PremiseRule = "product"
)

// Evaluation says how a map's numbers are computed. Empty fields stand for
// DFQuAD and Weakest.
type Evaluation struct {
	Semantics Semantics
	Premises  PremiseRule
	Extra     string
}

// Info is what a map says of itself.
type Info struct {
	ID         string
	Title      string
	Contention ID // empty when none is chosen yet
	Evaluation Evaluation
	// Dismissed are the keys of remarks that were passed over when the map was
	// reviewed; see package review. One that fits no remark says nothing.
	Dismissed []string
	Extra     string
}
