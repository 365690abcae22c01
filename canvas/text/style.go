package text

// Weight is how heavy a face is.
type Weight uint8

// The weights that are bundled.
const (
	Regular Weight = iota
	Medium
	SemiBold
	Bold
)

// Style is how a line is set. Size is the em in world units.
type Style struct {
	Size   float64
	Weight Weight
	Italic bool
}

// Line is one line of wrapped text.
type Line struct {
	Text       string
	Start, End int     // byte offsets in what was wrapped; spaces at a break belong to no line
	Width      float64 // world units
	RTL        bool    // its paragraph runs from right to left
}

// Drawn returns the line's text so that it runs by itself as it does in its
// paragraph: with a mark of direction before it where its own letters would
// have it run the other way.
func (l Line) Drawn() string {
	switch {
	case !l.RTL && simple(l.Text) || rightToLeft(l.Text) == l.RTL:
		return l.Text
	case l.RTL:
		return "\u200f" + l.Text
	}
	return "\u200e" + l.Text
}

// Measurer tells how wide text is and where it breaks. Implementations are
// safe for use by several goroutines.
type Measurer interface {
	// Width returns the advance of one line in world units.
	Width(line string, s Style) float64
	// Wrap breaks a text into lines no wider than width, at the breaks of
	// UAX #14; a word that is wider than a line is broken between graphemes.
	// A newline always breaks. Empty text gives one empty line.
	Wrap(text string, s Style, width float64) []Line
}
