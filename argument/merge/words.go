package merge

import "fmt"

// Words are a sentence without its full stop, or a part of one, apart from
// its language: an English format, and what is put into it, which is Words,
// a Quote, a Value, a Plain or an int. Who shows them may put another format
// in place of the English one; the set of formats is closed.
type Words struct {
	Format string // with %s and %d alone
	Args   []any
}

// Quote is the beginning of a text of the map. It has no quotation marks yet.
type Quote string

// Value is a word of a closed set, or a number: "supports", "60%", "none".
type Value string

// Plain is shown as it is: an ID, a list of readings.
type Plain string

func say(format string, args ...any) Words { return Words{format, args} }

// String is what the words are in English.
func (w Words) String() string { return fmt.Sprintf(w.Format, w.Args...) }

func (q Quote) String() string { return "“" + string(q) + "”" }
func (v Value) String() string { return string(v) }
func (p Plain) String() string { return string(p) }

// sentence gives words in English a capital and a full stop.
func sentence(w Words) string {
	words := w.String()
	if words != "" && words[0] >= 'a' && words[0] <= 'z' {
		words = string(words[0]-'a'+'A') + words[1:]
	}
	return words + "."
}
