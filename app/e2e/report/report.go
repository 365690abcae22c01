// Package report answers what a window under test says of itself and what it
// can be asked to do: plain data that the window writes and the tests read.
// Programs as people run them neither write nor read it.
package report

// The variables of the environment that make a window under test report.
const (
	// File names the file that the state is written to. Commands are read
	// from the file of the same name with ".cmd" after it.
	File = "WARRANT_PROBE"
	// Begun is when the program was started, in nanoseconds since 1970.
	Begun = "WARRANT_PROBE_BEGUN"
)

// Rect is a place in the window, in pixels.
type Rect struct{ X, Y, W, H float64 }

// Center returns the middle of a rectangle.
func (r Rect) Center() (x, y float64) { return r.X + r.W/2, r.Y + r.H/2 }

// Empty reports whether there is nothing of it.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// State is what can be seen of a window.
type State struct {
	Sequence int
	Title    string // of the window
	Name     string // in the header
	File     string // the file's state in the header
	Said     string // the sentence at the foot
	Counts   string
	Path     string
	Modified bool
	Dark     bool

	View struct{ X, Y, Zoom float64 }
	// Canvas is where the diagram is; cards and labels may reach beyond it.
	Canvas    Rect
	Mode      string
	Busy      bool // a gesture is under way
	Selection []string
	Editing   string // the claim whose text is open
	Cards     map[string]Card
	Labels    map[string]Label

	Claims, Links, Evidence int
	Contention              string
	Credence                float64 // of the contention; -1 when not known
	Undo, Redo              string  // what would be undone and redone

	// Tabs are the open maps, Tab the one that is shown, and Start tells that
	// the start page stands in its place.
	Tabs  []Tab
	Tab   int
	Start bool
	// Working tells that something is done beside the window.
	Working bool
	// Step is the number of the step that is presented, 0 where none is, and
	// Steps how many there are. Answer is what is said of a what-if.
	Step, Steps int
	Answer      string
	// Due tells that something will be drawn though nothing more happens.
	Due bool

	Widgets []Widget
	Layers  int // 0, or the number of dialogs and menus that are open

	Menus []Menu

	// Frozen is the longest, in milliseconds of processor time, that the window
	// was at work without answering, since the last command "thaw".
	Frozen float64

	First int64 // nanoseconds from the program's start to the first frame; 0 before it
	Done  Result
}

// Tab is an open map.
type Tab struct {
	Text    string
	Path    string
	Unsaved bool
}

// Card is a claim in view.
type Card struct {
	Rect
	Text     string
	Credence float64
	Faint    bool    // put aside
	Found    bool    // marked by a search
	Shows    float64 // how far it is drawn, of 1: less in a presentation
	Remarked bool    // marked by a review
}

// Label is the label of a link in view.
type Label struct {
	Rect
	Text string
}

// Widget is a part of the window that says something or can be used.
type Widget struct {
	Rect
	Layer   int    // 0 is the window, 1 and up the dialogs and menus on top
	Kind    string // the name of its type, "widget.Button"
	Text    string
	Hint    string // shown while there is no text
	Value   float64
	Active  bool // it can be clicked or typed into
	Off     bool
	Focused bool
}

// Menu is a menu of the bar, with its entries as the keys go through them.
type Menu struct {
	Title   string
	Entries []string
}

// Command asks a window to do something with every frame, for measuring, or to
// draw all of itself again as it is.
type Command struct {
	Sequence int
	Do       string // "pan", "zoom", "drag", "marquee", "hover", "slide", "rest"; "redraw", "drop"
	Frames   int
	Zoom     float64 // at which to begin; 0 to fit all
	File     string  // that is dropped, at a place in the window in pixels
	X, Y     float64
}

// Result is what came of a command.
type Result struct {
	Sequence     int
	Error        string
	Frames       int
	Seconds      float64
	Own, OwnP95  float64 // milliseconds of a frame that are the program's own
	Interval     float64 // milliseconds from frame to frame, median
	IntervalP95  float64
	Objects      int // handed to the toolkit in the last frame
	PictureBytes int
}
