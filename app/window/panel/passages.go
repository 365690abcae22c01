package panel

import (
	"cmp"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"warrant/app/language"
	"warrant/argument"
	"warrant/canvas/palette"
)

// anchor is a passage and what it carries: a claim, or evidence on a link.
type anchor struct {
	argument.Passage
	id    argument.ID // the claim, or the link of the evidence
	text  string
	role  palette.Role
	claim bool
}

// anchorsIn returns what is anchored in a source, in the order of its text.
// Of passages that begin alike the longer comes first.
func anchorsIn(m *argument.Map, source argument.ID) []anchor {
	var found []anchor
	for c := range m.Claims() {
		for _, p := range c.Passages {
			if p.Source == source {
				found = append(found, anchor{p, c.ID, claimText(m, c.ID), roleOfClaim(m.Role(c.ID)), true})
			}
		}
	}
	for l := range m.Links() {
		for _, e := range l.Evidence {
			for _, p := range e.Passages {
				if p.Source == source {
					found = append(found, anchor{p, l.ID, e.Text, roleOfStance(e.Speaks()), false})
				}
			}
		}
	}
	slices.SortStableFunc(found, func(a, b anchor) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return found
}

// paragraphs returns how many paragraphs passages are in.
func paragraphs(anchors []anchor) int {
	seen := make(map[int]bool)
	for _, a := range anchors {
		if a.Paragraph > 0 {
			seen[a.Paragraph] = true
		}
	}
	return len(seen)
}

// matching reports for each anchor whether the text has at its place what
// the passage was made for.
func matching(text string, anchors []anchor) (matches []bool, all int) {
	passages := make([]argument.Passage, len(anchors))
	for i, a := range anchors {
		passages[i] = a.Passage
	}
	matches = (&argument.Source{Text: text}).Holds(passages)
	for _, holds := range matches {
		if holds {
			all++
		}
	}
	return matches, all
}

// maxText is the most text that is attached to a source, in bytes.
const maxText = 16 << 20

// readText reads a plain text: UTF-8, line ends made LF, a byte order mark
// dropped.
func readText(r io.Reader) (string, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxText+1))
	switch {
	case err != nil:
		return "", err
	case len(data) > maxText:
		return "", errors.New(language.Say("the text is larger than %d MB; save the part you need as a file of its own", maxText>>20))
	case !utf8.Valid(data):
		return "", errors.New(language.Say("the file is no plain text in UTF-8; save it as plain text with that encoding"))
	case slices.Contains(data, 0):
		return "", errors.New(language.Say("the file is no plain text; open the article as plain text, not as a document"))
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.ReplaceAll(text, "\r", "\n"), nil
}

// textLine is a line of a source's text as wrapped for the panel.
type textLine struct {
	start, end int // code points of the whole text
	text       string
	paragraph  int // on the first line of a paragraph that is known, else 0
}

// setText breaks a text into lines no wider than width. advance returns the
// width of a character.
func setText(text string, width float32, advance func(rune) float32, anchors []anchor) []textLine {
	var lines []textLine
	at, next := 0, 0
	for _, block := range strings.Split(text, "\n") {
		runes := []rune(block)
		end := at + len(runes)
		known := 0
		for ; next < len(anchors) && anchors[next].Start < end; next++ {
			if known == 0 && anchors[next].Start >= at {
				known = anchors[next].Paragraph
			}
		}
		from := 0
		for first := true; first || from < len(runes); first = false {
			to := breakAt(runes, from, width, advance)
			line := textLine{start: at + from, end: at + to, text: oneLine(string(runes[from:to]))}
			if first {
				line.paragraph = known
			}
			lines = append(lines, line)
			from = to
		}
		at = end + 1
	}
	return lines
}

// breakAt returns where a line that begins at from ends: after the last
// space that fits, or within a word that is wider than the line.
func breakAt(runes []rune, from int, width float32, advance func(rune) float32) int {
	used, space := float32(0), -1
	for i := from; i < len(runes); i++ {
		if runes[i] == ' ' || runes[i] == '\t' {
			space = i + 1
			used += advance(' ')
			continue
		}
		used += advance(runes[i])
		if used > width && i > from {
			if space > from {
				return space
			}
			return i
		}
	}
	return len(runes)
}
