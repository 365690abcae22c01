package scene

import "fmt"

// Words are what a drawing says of its own: all else on it is the map's, a
// sign or a number.
type Words struct {
	Contention         string             // over the text of the claim that the map is about
	Unsettled          string             // in place of a credence that is not known
	New, Changed, Gone string             // on badges
	More               func(n int) string // of claims that are hidden below a card
}

// english is what a drawing says unless it is told otherwise.
var english = &Words{
	Contention: "CONTENTION", Unsettled: "unsettled", New: "new", Changed: "changed", Gone: "gone",
	More: func(n int) string { return fmt.Sprintf("%d more", n) },
}

// SetWords has the drawing speak another language from now on.
func (s *Scene) SetWords(w Words) {
	s.words = &w
	for id, card := range s.cards {
		s.drawCard(s.m.Claim(id), card.Lines)
	}
	s.restyled()
}

// badge is the word on the badge of a mark, which tells marks apart without
// their colours.
func (w *Words) badge(k Mark) string {
	return [...]string{Added: w.New, Changed: w.Changed, Gone: w.Gone, Remarked: "!"}[k]
}
