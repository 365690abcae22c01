package argdown

import (
	"fmt"
	"strconv"
	"strings"

	"warrant/argument"
	"warrant/storage/interchange/loss"
)

// numbered takes the number of a premise or conclusion off a line.
func numbered(text string) (number int, rest string, ok bool) {
	inner, found := strings.CutPrefix(text, "(")
	if !found {
		return 0, text, false
	}
	n := strings.IndexByte(inner[:min(len(inner), 10)], ')')
	if n <= 0 {
		return 0, text, false
	}
	number, err := strconv.Atoi(inner[:n])
	if err != nil || number < 0 {
		return 0, text, false
	}
	return number, inner[n+1:], true
}

// structure reads a premise-conclusion structure.
func (r *reader) structure(lines []raw, owner int) error {
	begun := lines[0].number
	if owner < 0 {
		owner = len(r.reasons)
		r.reasons = append(r.reasons, reasoning{like: statement{line: begun}})
	}
	numbers := make(map[int]int) // statements, by their number
	var since []int              // statements since the last inference, its conclusion among them
	var open *inference          // waits for its conclusion
	var stack []within
	var uses []int
	for len(lines) > 0 {
		l := lines[0]
		if rule(l.text) {
			if open != nil || len(since) == 0 {
				return &loss.Fault{Line: l.number, Column: l.indent + 1, Problem: "an inference without premises", Hint: `put premises above it: "(1) …"`}
			}
			words, held, n, err := r.rules(lines)
			if err != nil {
				return err
			}
			open = &inference{line: l.number, from: since, reason: owner, to: -1}
			open.link.Scheme = words
			uses = nil
			for _, d := range held {
				uses = append(uses, r.linkData(open, d)...)
			}
			stack = append(stack[:0], within{-1, end{'i', len(r.steps)}, nil})
			lines = lines[n:]
			continue
		}
		if number, rest, ok := numbered(l.text); ok {
			n := along(lines)
			e, err := r.element(l, rest, lines[1:n])
			if err != nil {
				return err
			}
			if e.of != 's' {
				return &loss.Fault{Line: l.number, Column: l.indent + 1, Problem: "an argument stands where a premise or conclusion should", Hint: "write a statement, or [its title]"}
			}
			var step *end
			if open != nil {
				step = &end{'i', len(r.steps)}
				open.own, open.to = e.at, e.at
				if used := r.used(open.line, uses, numbers); used != nil {
					open.from = used
				}
				r.reasons[owner].steps = append(r.reasons[owner].steps, len(r.steps))
				r.steps = append(r.steps, *open)
				open, since = nil, nil
			}
			numbers[number] = e.at
			since = append(since, e.at)
			stack = append(stack[:0], within{-1, e, step})
			lines = lines[n:]
			continue
		}
		sign, onward, rest := relationOf(l.text)
		if sign == noSign || len(stack) == 0 {
			return &loss.Fault{Line: l.number, Column: l.indent + 1, Problem: "the line is no part of the premises and conclusions around it", Hint: `number it, "(4) …", or put an empty line before it`}
		}
		n := along(lines)
		e, err := r.element(l, rest, lines[1:n])
		if err != nil {
			return err
		}
		stack = r.below(stack, l, sign, onward, e)
		lines = lines[n:]
	}
	if open != nil || len(r.reasons[owner].steps) == 0 {
		return &loss.Fault{Line: begun, Column: 1, Problem: "the premises have no conclusion", Hint: `end them with a line of four hyphens and a conclusion: "(3) …"`}
	}
	if n := len(since); n > 1 {
		r.lost.Add(begun, fmt.Sprintf("that the last %d statements are premises: nothing is concluded from them", n-1))
	}
	return nil
}

// rules reads an inference, a line of hyphens or several lines between two,
// and returns how many lines it takes.
func (r *reader) rules(lines []raw) (words string, held []data, n int, err error) {
	l := lines[0]
	inner := strings.TrimLeft(l.text, "-")
	if inner == "" && len(l.text) >= 4 {
		return "", nil, 1, nil
	}
	n = 1
	closed := inner != "" && strings.HasSuffix(inner, "--")
	for !closed {
		if n == len(lines) {
			return "", nil, 0, &loss.Fault{Line: l.number, Column: l.indent + 1, Problem: "the inference does not end", Hint: "close it with a line of hyphens, or write four hyphens for one without rules"}
		}
		t := lines[n].text
		n++
		inner += " " + t
		closed = strings.HasSuffix(t, "--")
	}
	e := r.parse(l.number, "x: "+strings.TrimRight(inner, "-")) // no title can begin it
	return strings.TrimSpace(strings.TrimPrefix(e.text, "x:")), e.data, n, nil
}

// used finds the premises that an inference names by their numbers.
func (r *reader) used(line int, uses []int, numbers map[int]int) []int {
	var from []int
	for _, u := range uses {
		if at, ok := numbers[u]; ok {
			from = append(from, at)
		} else {
			r.lost.Add(line, fmt.Sprintf("that (%d) is used: no premise above has this number", u))
		}
	}
	return from
}

// heading is the map's title where it is the first and there is no other.
func (r *reader) heading(l raw, level int) {
	e := r.parse(l.number, "x: "+strings.TrimSpace(l.text[level:]))
	text := strings.TrimPrefix(e.text, "x: ")
	if r.info.Title == "" && !r.headed && len(r.all) == 0 && len(r.reasons) == 0 {
		r.info.Title = text
	} else {
		r.lost.Add(l.number, fmt.Sprintf("the heading %q", text))
	}
	r.headed = true
}

// settings reads the frontmatter.
func (r *reader) settings() {
	if len(r.front) == 0 {
		return
	}
	for _, l := range r.front[1:] {
		if l.text == "" || l.text[0] == '#' {
			continue
		}
		key, rest, ok := strings.Cut(l.text, ":")
		v, read := whole(rest)
		key = strings.TrimSpace(key)
		switch {
		case key == "mode" && strings.TrimSpace(rest) == "strict":
			r.lost.Add(l.number, "the strict mode: that a statement entails another is read as support, that it is contrary to it as opposition")
		case l.indent > 0 || !ok || !read:
			if l.indent == 0 {
				r.lost.Add(l.number, "this line of the frontmatter")
			}
		case key == "title" && v.is == 't':
			r.info.Title = v.text
		case key == "model" && v.is == 't' && v.text == "":
		case key == "evaluation" && v.is == 'm':
			r.evaluation(v)
		case key == "sources" && v.is == 'l':
			r.sourcesOf(l.number, v)
		default:
			r.lost.Add(l.number, fmt.Sprintf("the setting %q", key))
		}
	}
}

func (r *reader) evaluation(v value) {
	for _, k := range v.keys {
		switch k.key {
		case "semantics":
			switch s := argument.Semantics(k.value.text); s {
			case argument.DFQuAD, argument.QuadraticEnergy, argument.EulerBased, argument.LogOdds:
				r.info.Evaluation.Semantics = s
			}
		case "premises":
			switch p := argument.PremiseRule(k.value.text); p {
			case argument.Weakest, argument.Product:
				r.info.Evaluation.Premises = p
			}
		}
	}
}
