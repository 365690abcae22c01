package tool

import (
	"unicode/utf8"

	"warrant/argument"
)

// Quote makes a claim of a passage, in the words of the passage, and has them
// put into the person's own. Its card comes near the middle of the canvas; it
// bears on nothing yet.
func (t *Tool) Quote(words string, p argument.Passage) {
	defer t.flush()
	t.Cancel()
	at := t.cardAt(t.middle())
	const perLine, pitch = 26, 17 // characters, and units from line to line, of a card of the usual width
	at.Max.Y += pitch * float64(utf8.RuneCountInString(words)/perLine)
	t.grow(newClaim{at: at, text: words, passages: []argument.Passage{p}})
}
