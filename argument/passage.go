package argument

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf8"
)

// Digest is what a passage keeps of the words it stands for: the first 16 hex
// digits of their SHA-256.
func Digest(span string) string {
	sum := sha256.Sum256([]byte(span))
	return hex.EncodeToString(sum[:])[:16]
}

// Holds reports for each passage whether the text of the source has at its
// place what it was made for. One without a digest holds where the text is
// long enough. The text is gone through once.
func (s *Source) Holds(passages []Passage) []bool {
	text := s.Text
	if strings.ContainsRune(text, '\r') {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	}
	ends := make([]int, 0, 2*len(passages))
	for _, p := range passages {
		ends = append(ends, p.Start, p.End)
	}
	slices.Sort(ends)
	ends = slices.Compact(ends)
	at := make(map[int]int, len(ends)) // byte of a code point
	i, n := 0, 0
	for _, end := range ends {
		for n < end && i < len(text) {
			_, size := utf8.DecodeRuneInString(text[i:])
			i, n = i+size, n+1
		}
		if n == end {
			at[end] = i
		}
	}
	holds := make([]bool, len(passages))
	for k, p := range passages {
		from, ok := at[p.Start]
		to, there := at[p.End]
		holds[k] = ok && there && p.Start >= 0 && from <= to && (p.Digest == "" || strings.EqualFold(p.Digest, Digest(text[from:to])))
	}
	return holds
}
