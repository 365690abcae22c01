package plain

import (
	"fmt"
	"strconv"
	"strings"

	"warrant/argument"
	"warrant/storage/interchange/loss"
)

// indent is how many blanks a level takes.
const indent = 2

// deepest is the depth from which on it is written as a number: a chain of
// many claims must not make a text of many times its size.
const deepest = 40

// signs are what stands before a claim. The minus is none that could be taken
// for a bullet.
var signs = map[argument.Role]string{
	argument.Supporting: "+", argument.Opposing: "−", argument.Underpinning: "⊕", argument.Undercutting: "⊘",
}

// Write writes a map as a text that Read reads as the same claims and links
// with their confidence, and says what of the map is not in it. A text begins
// with its title, if there is one, underlined.
func Write(m *argument.Map) (string, []Lost) {
	var b strings.Builder
	if title := loss.Said(m.Info().Title); title != "" && m.NumClaims() > 0 {
		fmt.Fprintf(&b, "%s\n%s\n\n", free(title), strings.Repeat("=", min(max(len([]rune(title)), 3), 60)))
	}
	seen := make(map[string]int, m.NumClaims()) // how many claims said this so far
	which := make(map[argument.ID]int, m.NumClaims())
	for _, row := range m.Outline() {
		text := loss.Said(m.Claim(row.Claim).Text)
		if row.Depth > deepest {
			fmt.Fprintf(&b, "»%d ", row.Depth)
		} else {
			b.WriteString(strings.Repeat(" ", indent*row.Depth))
		}
		switch l := m.Link(row.Link); {
		case l == nil:
			b.WriteString(free(text))
		case row.Joined:
			b.WriteString("& " + text)
		default:
			b.WriteString(signs[m.LinkRole(l)] + " " + percent(l.Confidence) + "  ")
			if guarded(text) {
				b.WriteByte('\\')
			}
			b.WriteString(text)
		}
		if row.Again {
			b.WriteString(above)
			if n := which[row.Claim]; n > 1 {
				fmt.Fprintf(&b, " (%d)", n)
			}
		} else {
			seen[text]++
			which[row.Claim] = seen[text]
		}
		b.WriteByte('\n')
	}
	return b.String(), missing(m)
}

// free is a text at the beginning of a line, where it must not be taken for
// more than a text.
func free(s string) string {
	if escaped(s) {
		return `\` + s
	}
	return s
}

// percent writes a confidence without rounding: the number's decimal point
// moves two places.
func percent(d argument.Degree) string {
	v, set := d.Value()
	if !set {
		return "?"
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	whole, part, _ := strings.Cut(s, ".")
	for len(part) < 2 {
		part += "0"
	}
	whole = strings.TrimLeft(whole+part[:2], "0")
	if whole == "" {
		whole = "0"
	}
	if part = part[2:]; part != "" {
		part = "." + part
	}
	return whole + part + "%"
}

// missing tells what of a map is not in its text.
func missing(m *argument.Map) []Lost {
	var lost loss.Losses
	lost.Missing(m, loss.Confidences)
	return lost.Told()
}
