package text

import "golang.org/x/text/unicode/bidi"

// A sequence is an isolating run sequence (BD13): indices of runes at one
// level, and what it borders on.
type sequence struct {
	at         []int
	level      uint8
	start, end bidi.Class // sos and eos, L or R
}

func towards(level uint8) bidi.Class {
	if level&1 == 1 {
		return bidi.R
	}
	return bidi.L
}

// sequences finds the isolating run sequences (X10).
func sequences(orig []bidi.Class, lv []uint8, match []int, base uint8) []sequence {
	n := len(orig)
	var out []sequence
	open := map[int]int{} // a matched initiator that ends a run → its sequence
	for i := 0; i < n; {
		if removed(orig[i]) {
			i++
			continue
		}
		var run []int
		level, j := lv[i], i
		for ; j < n && (removed(orig[j]) || lv[j] == level); j++ {
			if !removed(orig[j]) {
				run = append(run, j)
			}
		}
		first, last := run[0], run[len(run)-1]
		k := -1
		if orig[first] == bidi.PDI && match[first] >= 0 {
			if s, ok := open[match[first]]; ok {
				k = s
				out[k].at = append(out[k].at, run...)
			}
		}
		if k < 0 {
			k = len(out)
			out = append(out, sequence{at: run, level: level})
		}
		if c := orig[last]; isolateMark(c) && c != bidi.PDI && match[last] >= 0 {
			open[last] = k
		}
		i = j
	}
	for k := range out {
		s := &out[k]
		before, after := base, base
		for i := s.at[0] - 1; i >= 0; i-- {
			if !removed(orig[i]) {
				before = lv[i]
				break
			}
		}
		last := s.at[len(s.at)-1]
		if c := orig[last]; !isolateMark(c) || c == bidi.PDI {
			for i := last + 1; i < n; i++ {
				if !removed(orig[i]) {
					after = lv[i]
					break
				}
			}
		}
		s.start, s.end = towards(max(s.level, before)), towards(max(s.level, after))
	}
	return out
}

// resolve applies W1–W7, N0–N2 and I1–I2 to one sequence.
func resolve(s sequence, runes []rune, cls []bidi.Class, lv []uint8) {
	t := make([]bidi.Class, len(s.at))
	for i, at := range s.at {
		t[i] = cls[at]
	}
	original := append([]bidi.Class(nil), t...)
	weak(t, s.start)
	neutral(s, t, original, runes)
	for i, at := range s.at {
		switch {
		case s.level&1 == 0 && t[i] == bidi.R:
			lv[at] = s.level + 1
		case s.level&1 == 0 && (t[i] == bidi.AN || t[i] == bidi.EN):
			lv[at] = s.level + 2
		case s.level&1 == 1 && t[i] != bidi.R:
			lv[at] = s.level + 1
		default:
			lv[at] = s.level
		}
	}
}

func weak(t []bidi.Class, start bidi.Class) {
	prev := start // W1
	for i, c := range t {
		if c == bidi.NSM {
			if t[i] = prev; isolateMark(prev) {
				t[i] = bidi.ON
			}
		}
		prev = t[i]
	}
	strong := start // W2, W3
	for i, c := range t {
		switch c {
		case bidi.L, bidi.R, bidi.AL:
			strong = c
		case bidi.EN:
			if strong == bidi.AL {
				t[i] = bidi.AN
			}
		}
	}
	for i, c := range t {
		if c == bidi.AL {
			t[i] = bidi.R
		}
	}
	for i := 1; i+1 < len(t); i++ { // W4
		if t[i-1] == t[i+1] && (t[i] == bidi.ES && t[i-1] == bidi.EN ||
			t[i] == bidi.CS && (t[i-1] == bidi.EN || t[i-1] == bidi.AN)) {
			t[i] = t[i-1]
		}
	}
	for i := 0; i < len(t); i++ { // W5, W6
		switch t[i] {
		case bidi.ET:
			j := i
			for j < len(t) && t[j] == bidi.ET {
				j++
			}
			to := bidi.ON
			if i > 0 && t[i-1] == bidi.EN || j < len(t) && t[j] == bidi.EN {
				to = bidi.EN
			}
			for ; i < j; i++ {
				t[i] = to
			}
			i--
		case bidi.ES, bidi.CS:
			t[i] = bidi.ON
		}
	}
	strong = start // W7
	for i, c := range t {
		switch c {
		case bidi.L, bidi.R:
			strong = c
		case bidi.EN:
			if strong == bidi.L {
				t[i] = bidi.L
			}
		}
	}
}

// side is the direction a type counts as for neutrals: numbers count as R.
func side(c bidi.Class) (bidi.Class, bool) {
	switch c {
	case bidi.L:
		return bidi.L, true
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R, true
	}
	return bidi.ON, false
}

func neutral(s sequence, t, original []bidi.Class, runes []rune) {
	brackets(s, t, original, runes) // N0
	own := towards(s.level)
	for i := 0; i < len(t); i++ { // N1, N2
		if _, strong := side(t[i]); strong {
			continue
		}
		j := i
		for j < len(t) {
			if _, strong := side(t[j]); strong {
				break
			}
			j++
		}
		before, after := s.start, s.end
		if i > 0 {
			before, _ = side(t[i-1])
		}
		if j < len(t) {
			after, _ = side(t[j])
		}
		to := own
		if before == after {
			to = before
		}
		for ; i < j; i++ {
			t[i] = to
		}
		i--
	}
}

// deepestBracket is the size of the stack of BD16.
const deepestBracket = 63

// brackets gives both brackets of a pair one direction (N0).
func brackets(s sequence, t, original []bidi.Class, runes []rune) {
	type open struct {
		i int
		r rune
	}
	var stack []open
	closing := make(map[int]int)
	var order []int
scan:
	for i, at := range s.at {
		if t[i] != bidi.ON {
			continue
		}
		p, _ := bidi.LookupRune(runes[at])
		switch {
		case !p.IsBracket():
		case p.IsOpeningBracket():
			if len(stack) == deepestBracket {
				break scan
			}
			stack = append(stack, open{i, runes[at]})
		default:
			for k := len(stack) - 1; k >= 0; k-- {
				if pair(stack[k].r, runes[at]) {
					closing[stack[k].i] = i
					order = append(order, stack[k].i)
					stack = stack[:k]
					break
				}
			}
		}
	}
	// Pairs are taken in the order of their opening brackets.
	own := towards(s.level)
	ordered := make([]bool, len(t))
	for _, i := range order {
		ordered[i] = true
	}
	// seen[i] would be a scan per pair; the last strong type before i is kept
	// while walking instead.
	last := s.start
	for i := range t {
		if ordered[i] {
			j := closing[i]
			inside, other := false, false
			for k := i + 1; k < j && !inside; k++ {
				if d, ok := side(t[k]); ok {
					inside, other = d == own, true
				}
			}
			to := bidi.ON
			switch {
			case inside:
				to = own
			case other && last != own:
				to = last
			case other:
				to = own
			}
			if to != bidi.ON {
				setBracket(t, original, i, to)
				setBracket(t, original, j, to)
			}
		}
		if d, ok := side(t[i]); ok {
			last = d
		}
	}
}

// pair reports whether an opening and a closing bracket belong together (BD14
// to BD16). The partner is one or two code points on, but for two pairs of
// mathematics that cross; angle brackets are the same in either of their
// canonical forms.
func pair(opening, closing rune) bool {
	switch opening {
	case 0x298d:
		return closing == 0x2990
	case 0x298f:
		return closing == 0x298e
	case 0x2329:
		opening = 0x3008
	}
	if closing == 0x232a {
		closing = 0x3009
	}
	d := closing - opening
	return d == 1 || d == 2
}

// setBracket sets a bracket and the marks that were on it.
func setBracket(t, original []bidi.Class, i int, to bidi.Class) {
	t[i] = to
	for k := i + 1; k < len(t) && original[k] == bidi.NSM; k++ {
		t[k] = to
	}
}
