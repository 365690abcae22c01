package plain

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"warrant/argument"
	"warrant/storage/interchange/loss"
)

// Reading is what a text says. Its claims have no places.
type Reading struct {
	// Parts is a map but for one thing: links may have the ID of a top's
	// link as their target.
	Parts argument.Parts
	Tops  []Top
	Lost  []Lost

	lines map[argument.ID]int // of the text, by link
}

// Top is a line that stands below no other: a claim, several with "&", that
// would bear on whatever the text was put below.
type Top struct {
	Link   argument.Link // without a target
	Signed bool          // the text says how it bears on what is above
	OnLink bool          // it bears on the step of what is above
}

// Read makes a map of a text. The first claim is the contention. What stands
// at the top has nothing to bear on; a sign there is lost.
func Read(text string) (argument.Parts, []Lost) {
	r := Parse(text)
	return r.Alone()
}

// Alone returns the reading as a map of its own.
func (r *Reading) Alone() (argument.Parts, []Lost) {
	told := loss.Begin(r.Lost)
	p := r.Parts
	last := make(map[argument.ID]argument.ID, len(r.Tops)) // the claim in place of a top's link
	for _, t := range r.Tops {
		last[t.Link.ID] = t.Link.From[len(t.Link.From)-1]
		if t.Signed {
			told.Add(r.lines[t.Link.ID], "the sign: nothing stands above the line that it could bear on")
		}
		if len(t.Link.From) > 1 {
			told.Add(r.lines[t.Link.ID], "that these claims are linked: they bear on nothing together")
		}
	}
	p.Links = make([]argument.Link, 0, len(r.Parts.Links))
	for _, l := range r.Parts.Links {
		if claim, ok := last[l.To]; ok {
			told.Add(r.lines[l.ID], "that it bears on a step: the line above is none, so it bears on the claim")
			l.To = claim
		}
		p.Links = append(p.Links, l)
	}
	return p, told.Told()
}

// Parse reads a text. Lines that are too many, and what is past MaxBytes, are
// left out and told.
func Parse(text string) Reading {
	var b builder
	lines := b.split(text)
	signs := false
	for i := range lines {
		signs = signs || lines[i].sure
	}
	for i := range lines {
		lines[i].settle(signs)
		if !b.take(&lines[i]) {
			break
		}
	}
	return b.reading()
}

// split takes the text apart into lines that say something. A line without a
// mark that goes on where the marked line before it began is its second half.
func (b *builder) split(text string) []line {
	if len(text) > MaxBytes {
		b.lost.Add(0, fmt.Sprintf("what comes after the first %d MB", MaxBytes>>20))
		text = text[:MaxBytes]
	}
	var lines []line
	var halves []string // of the last line
	join := func() {
		if len(halves) > 1 {
			l, more := &lines[len(lines)-1], strings.Join(halves[1:], " ")
			l.text += " " + more
			l.asSign += " " + more
		}
		halves = nil
	}
	blank, number := true, 0
	for text != "" {
		raw, rest, _ := strings.Cut(text, "\n")
		text = rest
		number++
		clean, hidden := loss.Clean(raw)
		if hidden {
			b.lost.Add(number, "characters that cannot be seen")
		}
		clean = strings.TrimRightFunc(clean, unicode.IsSpace)
		if clean == "" {
			blank = true
			continue
		}
		l := takeApart(clean)
		l.number = number
		if l.rule {
			if len(lines) == 1 && lines[0].mark == none && !blank && clean[0] == '=' && b.parts.Info.Title == "" {
				b.parts.Info.Title = lines[0].text
				lines = lines[:0]
			}
			join()
			blank = true
			continue
		}
		if l.empty() {
			continue
		}
		if l.mark == none && !blank && len(halves) > 0 && l.key/ranks == lines[len(lines)-1].column && l.again == 0 {
			halves = append(halves, l.text)
			continue
		}
		join()
		if len(lines) == MaxLines {
			b.lost.Add(number, fmt.Sprintf("this line and what comes after it: a text has at most %d lines", MaxLines))
			break
		}
		if titled(lines, &l, blank) {
			b.parts.Info.Title = lines[0].text
			lines = lines[:0]
		}
		lines = append(lines, l)
		if l.column > 0 && !l.group && l.text != "" && l.again == 0 && !l.believed {
			halves = []string{l.text}
		}
		blank = false
	}
	join()
	return lines
}

// empty reports whether a line is a bullet with nothing behind it.
func (l *line) empty() bool {
	return l.text == "" && !l.group && !l.stated && l.again == 0 && (l.mark == item || l.mark == dash || l.mark == supports || l.mark == opposes)
}

// titled reports whether the one line so far is a title: l is written as the
// program prints the first claim of a map below its title.
func titled(lines []line, l *line, blank bool) bool {
	return len(lines) == 1 && blank && l.believed && l.mark == none && l.key == 0 &&
		lines[0].mark == none && lines[0].key == 0 && !lines[0].believed
}

// id names the n-th record of its sort, from 0.
func id(prefix string, n int) argument.ID { return argument.ID(prefix + strconv.Itoa(n+1)) }
