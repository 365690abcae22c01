package text

import "golang.org/x/text/unicode/bidi"

// deepest is the highest embedding level of UAX #9 (max_depth).
const deepest = 125

// simple reports whether a line has no character that could run from right to
// left or steer direction, so that all of it is at level 0.
func simple(s string) bool {
	for i := 0; i < len(s); i++ {
		// In UTF-8 all below U+0590 begins with a byte under 0xD6. U+0590–07FF
		// and what follows begins higher; E3–E9 is CJK, which is left to right.
		if c := s[i]; c >= 0xd6 && !(c >= 0xe3 && c <= 0xe9) {
			return plainRunes(s[i:])
		}
	}
	return true
}

func plainRunes(s string) bool {
	for _, r := range s {
		if r < 0x590 {
			continue
		}
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.R, bidi.AL, bidi.AN, bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF,
			bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI, bidi.Control:
			return false
		}
	}
	return true
}

// rightToLeft reports the base direction of a paragraph.
func rightToLeft(s string) bool {
	if simple(s) {
		return false
	}
	_, base := levels([]rune(s))
	return base == 1
}

// levels returns the embedding level of each rune of one line by UAX #9. The
// base direction is that of the first strong character (rules P2 and P3).
func levels(runes []rune) (lv []uint8, base uint8) {
	cls := make([]bidi.Class, len(runes))
	orig := make([]bidi.Class, len(runes))
	for i, r := range runes {
		p, _ := bidi.LookupRune(r)
		cls[i] = p.Class()
		if cls[i] == bidi.Control { // x/text's lump of all explicit controls
			cls[i] = explicit(r)
		}
		orig[i] = cls[i]
	}
	match := isolates(cls)
	base = firstStrong(cls, match, 0, len(cls), 0)
	lv = embed(cls, orig, match, base)
	for _, seq := range sequences(orig, lv, match, base) {
		resolve(seq, runes, cls, lv)
	}
	// X9: what was removed goes with what stands before it.
	for i := range lv {
		if removed(orig[i]) {
			if lv[i] = base; i > 0 {
				lv[i] = lv[i-1]
			}
		}
	}
	// L1: spaces at the end of the line, and separators, are at the base.
	trailing := true
	for i := len(lv) - 1; i >= 0; i-- {
		switch c := orig[i]; {
		case c == bidi.S || c == bidi.B:
			lv[i], trailing = base, true
		case c == bidi.WS || isolateMark(c) || removed(c):
			if trailing {
				lv[i] = base
			}
		default:
			trailing = false
		}
	}
	return lv, base
}

func explicit(r rune) bidi.Class {
	switch r {
	case 0x202a:
		return bidi.LRE
	case 0x202b:
		return bidi.RLE
	case 0x202c:
		return bidi.PDF
	case 0x202d:
		return bidi.LRO
	case 0x202e:
		return bidi.RLO
	case 0x2066:
		return bidi.LRI
	case 0x2067:
		return bidi.RLI
	case 0x2068:
		return bidi.FSI
	case 0x2069:
		return bidi.PDI
	}
	return bidi.BN
}

func isolateMark(c bidi.Class) bool {
	return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI || c == bidi.PDI
}

func removed(c bidi.Class) bool {
	switch c {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

// isolates pairs isolate initiators with their PDI (BD9): match[i] is the
// index of the other one, or −1.
func isolates(cls []bidi.Class) []int {
	match := make([]int, len(cls))
	var open []int
	for i, c := range cls {
		match[i] = -1
		switch c {
		case bidi.LRI, bidi.RLI, bidi.FSI:
			open = append(open, i)
		case bidi.PDI:
			if n := len(open); n > 0 {
				match[i], match[open[n-1]] = open[n-1], i
				open = open[:n-1]
			}
		}
	}
	return match
}

func firstStrong(cls []bidi.Class, match []int, from, to int, otherwise uint8) uint8 {
	for i := from; i < to; i++ {
		switch cls[i] {
		case bidi.L:
			return 0
		case bidi.R, bidi.AL:
			return 1
		case bidi.LRI, bidi.RLI, bidi.FSI:
			if match[i] < 0 {
				return otherwise
			}
			i = match[i]
		}
	}
	return otherwise
}

// embed applies X1–X8: levels from the explicit controls, and overrides.
func embed(cls, orig []bidi.Class, match []int, base uint8) []uint8 {
	type entry struct {
		level    uint8
		override bidi.Class // L, R or, for none, ON
		isolate  bool
	}
	lv := make([]uint8, len(cls))
	stack := []entry{{base, bidi.ON, false}}
	overIsolates, overEmbeds, valid := 0, 0, 0
	odd := func(l uint8) uint8 { return (l + 1) | 1 }
	even := func(l uint8) uint8 { return (l + 2) &^ 1 }
	for i, c := range orig {
		top := stack[len(stack)-1]
		lv[i] = top.level
		switch c {
		case bidi.RLE, bidi.LRE, bidi.RLO, bidi.LRO:
			next := even(top.level)
			if c == bidi.RLE || c == bidi.RLO {
				next = odd(top.level)
			}
			if next > deepest || overIsolates > 0 || overEmbeds > 0 {
				if overIsolates == 0 {
					overEmbeds++
				}
				break
			}
			over := bidi.ON
			if c == bidi.RLO {
				over = bidi.R
			} else if c == bidi.LRO {
				over = bidi.L
			}
			stack = append(stack, entry{next, over, false})
		case bidi.RLI, bidi.LRI, bidi.FSI:
			if top.override != bidi.ON {
				cls[i] = top.override
			}
			right := c == bidi.RLI
			if c == bidi.FSI {
				end := match[i]
				if end < 0 {
					end = len(orig)
				}
				right = firstStrong(orig, match, i+1, end, 0) == 1
			}
			next := even(top.level)
			if right {
				next = odd(top.level)
			}
			if next > deepest || overIsolates > 0 || overEmbeds > 0 {
				overIsolates++
				break
			}
			valid++
			stack = append(stack, entry{next, bidi.ON, true})
		case bidi.PDI:
			if overIsolates > 0 {
				overIsolates--
			} else if valid > 0 {
				overEmbeds = 0
				for !stack[len(stack)-1].isolate {
					stack = stack[:len(stack)-1]
				}
				stack = stack[:len(stack)-1]
				valid--
			}
			top = stack[len(stack)-1]
			lv[i] = top.level
			if top.override != bidi.ON {
				cls[i] = top.override
			}
		case bidi.PDF:
			if overIsolates > 0 {
				break
			}
			if overEmbeds > 0 {
				overEmbeds--
			} else if !top.isolate && len(stack) > 1 {
				stack = stack[:len(stack)-1]
			}
		case bidi.B:
			lv[i] = base
		case bidi.BN:
		default:
			if top.override != bidi.ON {
				cls[i] = top.override
			}
		}
	}
	return lv
}
