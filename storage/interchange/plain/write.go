package plain

import (
	"fmt"
	"strconv"
	"strings"

	"warrant/argument"
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
	if title := said(m.Info().Title); title != "" && m.NumClaims() > 0 {
		fmt.Fprintf(&b, "%s\n%s\n\n", free(title), strings.Repeat("=", min(max(len([]rune(title)), 3), 60)))
	}
	seen := make(map[string]int, m.NumClaims()) // how many claims said this so far
	which := make(map[argument.ID]int, m.NumClaims())
	for _, row := range m.Outline() {
		text := said(m.Claim(row.Claim).Text)
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

// said is a text of a map on one line, without what cannot be seen.
func said(s string) string {
	clean, _ := plain(oneLine(s))
	return oneLine(clean)
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
	var priors, notes, tags, colors, passages, wraps, hidden, places, schemes, evidence, extras, sources, steps int
	count := func(n *int, is bool) {
		if is {
			*n++
		}
	}
	for c := range m.Claims() {
		_, dark := plain(oneLine(c.Text))
		count(&priors, c.Prior.IsSet())
		count(&notes, c.Note != "")
		count(&places, c.Placed)
		count(&colors, c.Color != argument.NoColor)
		count(&hidden, dark)
		count(&wraps, oneLine(c.Text) != c.Text)
		count(&extras, c.Extra != "")
		tags += len(c.Tags)
		passages += len(c.Passages)
	}
	for l := range m.Links() {
		count(&schemes, l.Scheme != "")
		count(&notes, l.Note != "")
		count(&extras, l.Extra != "")
		evidence += len(l.Evidence)
	}
	for range m.Sources() {
		sources++
	}
	for range m.Steps() {
		steps++
	}
	info := m.Info()
	count(&extras, info.Extra != "")
	var lost losses
	for _, w := range []struct {
		n    int
		what string
	}{
		{evidence, "evidence items"},
		{sources, "sources"},
		{passages, "passages of sources"},
		{priors, "credences before the arguments"},
		{schemes, "schemes of links"},
		{notes, "notes"},
		{tags, "tags"},
		{colors, "colours of claims"},
		{steps, "steps of the presentation"},
		{places, "places of cards"},
		{wraps, "claims' line breaks and runs of blanks"},
		{hidden, "claims' characters that cannot be seen"},
		{extras, "records' members that this version does not know"},
	} {
		if w.n > 0 {
			lost.add(0, fmt.Sprintf("%s (%d)", w.what, w.n))
		}
	}
	if info.Evaluation != (argument.Evaluation{}) {
		lost.add(0, "how the numbers are computed")
	}
	if info.Contention == "" && m.NumClaims() > 0 {
		lost.add(0, "that no contention is chosen: the first claim is read as it")
	}
	return lost.told()
}
