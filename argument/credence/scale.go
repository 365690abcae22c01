package credence

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Scale puts numbers into words.
type Scale struct {
	words []string
	from  []float64 // where each word but the first begins
}

// DefaultScale is the scale for who has set none. Its words begin where those
// of the United States' Intelligence Community Directive 203 do (2015, table
// of likelihood), with "very unlikely" and "very likely" joined to their
// milder neighbours.
var DefaultScale = Scale{
	words: []string{"remote", "unlikely", "even", "likely", "certain"},
	from:  []float64{0.05, 0.45, 0.55, 0.95},
}

// NewScale returns a scale of words from least to most; from says where each
// but the first begins, rising, within 0 to 1.
func NewScale(words []string, from []float64) (Scale, error) {
	if len(words) == 0 {
		return Scale{}, fmt.Errorf("verbal scale: there are no words")
	}
	if len(from) != len(words)-1 {
		return Scale{}, fmt.Errorf("verbal scale: %d words need %d thresholds between them, not %d", len(words), len(words)-1, len(from))
	}
	for i, f := range from {
		if !(f > 0 && f < 1) {
			return Scale{}, fmt.Errorf("verbal scale: %q begins at %v, which is not between 0 and 1", words[i+1], f)
		}
		if i > 0 && f <= from[i-1] {
			return Scale{}, fmt.Errorf("verbal scale: %q begins at %v, which is not above where %q does", words[i+1], f, words[i])
		}
	}
	return Scale{slices.Clone(words), slices.Clone(from)}, nil
}

// ParseScale reads what String writes: "remote 5 unlikely 45 even …", a word
// or several, and between them the percentage at which the next begins.
func ParseScale(text string) (Scale, error) {
	var words []string
	var from []float64
	var word []string
	for _, f := range strings.Fields(text) {
		percent, err := strconv.ParseFloat(strings.TrimSuffix(f, "%"), 64)
		if err != nil {
			word = append(word, f)
			continue
		}
		if len(word) == 0 {
			return Scale{}, fmt.Errorf("verbal scale: a word is missing before %s", f)
		}
		words, word = append(words, strings.Join(word, " ")), nil
		from = append(from, percent/100)
	}
	if len(word) > 0 {
		words = append(words, strings.Join(word, " "))
	}
	return NewScale(words, from)
}

// String returns the scale as a person may write it.
func (s Scale) String() string {
	var b strings.Builder
	for i, w := range s.Words() {
		if i > 0 {
			fmt.Fprintf(&b, " %s ", strconv.FormatFloat(s.From(i)*100, 'g', 6, 64))
		}
		b.WriteString(w)
	}
	return b.String()
}

// Words returns the words, least first.
func (s Scale) Words() []string {
	if len(s.words) == 0 {
		return DefaultScale.words
	}
	return s.words
}

// From returns where the i-th word begins.
func (s Scale) From(i int) float64 {
	if len(s.words) == 0 {
		s = DefaultScale
	}
	if i == 0 {
		return 0
	}
	return s.from[i-1]
}

// Word returns the word for a number from 0 to 1. The zero Scale is
// DefaultScale.
func (s Scale) Word(p float64) string {
	if len(s.words) == 0 {
		s = DefaultScale
	}
	i := 0
	for i < len(s.from) && p >= s.from[i] {
		i++
	}
	return s.words[i]
}
