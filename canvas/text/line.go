package text

import "math"

// Glyph is one glyph of a line that has been laid out, in the order in which
// they stand from left to right.
type Glyph struct {
	Face    *Face
	ID      uint32
	X, Y    float64 // of its origin, world units from the line's start on the baseline; y grows downwards
	Advance float64 // world units
	At      int     // byte offset in the line of the first character it draws
}

// A stretch is a part of a line that runs in one direction.
type stretch struct {
	from, to int // bytes
	rtl      bool
}

// stretches cuts a line in parts of one direction, in visual order (L2).
func stretches(line string) []stretch {
	runes := make([]rune, 0, len(line))
	at := make([]int, 0, len(line)+1)
	for i, r := range line {
		runes, at = append(runes, r), append(at, i)
	}
	at = append(at, len(line))
	lv, _ := levels(runes)
	type leveled struct {
		stretch
		level uint8
	}
	var parts []leveled
	var top, lowestOdd uint8 = 0, math.MaxUint8
	for i := 0; i < len(lv); {
		j := i
		for j < len(lv) && lv[j] == lv[i] {
			j++
		}
		parts = append(parts, leveled{stretch{at[i], at[j], lv[i]&1 == 1}, lv[i]})
		top = max(top, lv[i])
		if lv[i]&1 == 1 {
			lowestOdd = min(lowestOdd, lv[i])
		}
		i = j
	}
	for level := top; level >= lowestOdd && level > 0; level-- {
		for i := 0; i < len(parts); i++ {
			j := i
			for j < len(parts) && parts[j].level >= level {
				j++
			}
			for a, b := i, j-1; a < b; a, b = a+1, b-1 {
				parts[a], parts[b] = parts[b], parts[a]
			}
			i = max(i, j-1)
		}
	}
	out := make([]stretch, len(parts))
	for i, p := range parts {
		out[i] = p.stretch
	}
	return out
}

// walk calls do for each piece of a line from left to right.
func (f *Fonts) walk(line string, w Weight, do func(p *piece, part stretch)) {
	if simple(line) {
		f.walkStretch(line, stretch{0, len(line), false}, w, do)
		return
	}
	for _, s := range stretches(line) {
		f.walkStretch(line, s, w, do)
	}
}

func (f *Fonts) walkStretch(line string, s stretch, w Weight, do func(p *piece, part stretch)) {
	if !s.rtl {
		for i := s.from; i < s.to; {
			n := cut(line[i:s.to])
			do(f.shaped(line[i:i+n], w, false), stretch{i, i + n, false})
			i += n
		}
		return
	}
	var starts []int
	for i := s.from; i < s.to; {
		starts = append(starts, i)
		i += cut(line[i:s.to])
	}
	end := s.to
	for k := len(starts) - 1; k >= 0; k-- {
		do(f.shaped(line[starts[k]:end], w, true), stretch{starts[k], end, true})
		end = starts[k]
	}
}

// RightToLeft reports whether a line as a whole runs from right to left: its
// first strong character does.
func RightToLeft(line string) bool {
	if simple(line) {
		return false
	}
	_, base := levels([]rune(line))
	return base == 1
}

// Width implements Measurer.
func (f *Fonts) Width(line string, s Style) float64 {
	sum := 0.0
	f.walk(line, s.Weight, func(p *piece, _ stretch) { sum += float64(p.advance) })
	return sum * s.Size
}

// Glyphs lays a line out from left to right and appends its glyphs to dst.
// Text that runs from right to left stands in visual order.
func (f *Fonts) Glyphs(dst []Glyph, line string, s Style) []Glyph {
	x := 0.0
	f.walk(line, s.Weight, func(p *piece, part stretch) {
		dst = p.appendTo(dst, x, part.from, s.Size)
		x += float64(p.advance)
	})
	return dst
}

// Word is a part of a line that is set by itself: letters that stand
// together, or a space.
type Word struct {
	Text        string
	X, Width    float64 // world units
	RightToLeft bool
	// Plain says that the bundled face alone sets it, each character by its
	// own glyph, one after the other: a format that knows no shaping can.
	Plain  bool
	Glyphs []Glyph // places count from the line's start
}

// Words lays a line out from left to right.
func (f *Fonts) Words(line string, s Style) []Word {
	var out []Word
	x := 0.0
	f.walk(line, s.Weight, func(p *piece, part stretch) {
		out = append(out, Word{
			Text: line[part.from:part.to], X: x * s.Size, Width: float64(p.advance) * s.Size,
			RightToLeft: part.rtl, Plain: p.plain && !part.rtl,
			Glyphs: p.appendTo(nil, x, part.from, s.Size),
		})
		x += float64(p.advance)
	})
	return out
}

// appendTo appends a piece that begins x ems from the start of the line, and
// at a byte of it.
func (p *piece) appendTo(dst []Glyph, x float64, from int, size float64) []Glyph {
	for _, g := range p.glyphs {
		dst = append(dst, Glyph{
			Face: g.face, ID: g.id,
			X: (x + float64(g.x)) * size, Y: float64(g.y) * size,
			Advance: float64(g.advance) * size, At: from + int(g.at),
		})
	}
	return dst
}
