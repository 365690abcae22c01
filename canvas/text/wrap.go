package text

import (
	"math"
	"sort"
	"strings"
	"sync"

	"github.com/go-text/typesetting/segmenter"
	"github.com/rivo/uniseg"
)

// slack is how far a line may be over the width, in world units, before it
// counts as wider: sums of words differ in the last bits.
const slack = 1e-6

var segmenters = sync.Pool{New: func() any { return new(segmenter.Segmenter) }}

// Wrap implements Measurer. A width of nothing breaks after each grapheme.
func (f *Fonts) Wrap(text string, s Style, width float64) []Line {
	if !(s.Size > 0) || math.IsInf(s.Size, 1) {
		s.Size = 0
	}
	if !(width > 0) { // not a number, too
		width = 0
	}
	var out []Line
	for start := 0; ; {
		end, next := lineEnd(text, start)
		before := len(out)
		out = f.wrapParagraph(out, text, start, end, s, width)
		if rightToLeft(text[start:end]) {
			for i := range out[before:] {
				out[before+i].RTL = true
			}
		}
		if next < 0 {
			return out
		}
		start = next
	}
}

// lineEnd finds the next character that always breaks: where its paragraph
// ends, and where the next one starts (−1: none).
func lineEnd(text string, start int) (end, next int) {
	for i := start; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n' || c == '\v' || c == '\f':
			return i, i + 1
		case c == '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		case c == 0xc2 && strings.HasPrefix(text[i:], "\u0085"):
			return i, i + 2
		case c == 0xe2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			return i, i + 3
		}
	}
	return len(text), -1
}

// wrapParagraph breaks text[start:end], which has no newline.
func (f *Fonts) wrapParagraph(out []Line, text string, start, end int, s Style, width float64) []Line {
	para := text[start:end]
	whole := strings.TrimRight(para, " \t")
	if w := f.Width(whole, s); w <= width+slack {
		return append(out, Line{Text: whole, Start: start, End: start + len(whole), Width: w})
	}
	sums := f.sums(para, s)
	breaks := opportunities(para)
	for from := 0; from < len(para); {
		// The furthest break whose text, less the spaces at its end, fits by
		// the sums; the exact width of the line may differ where the break
		// is inside of a word, so step back until it holds.
		k := sort.Search(len(breaks), func(i int) bool {
			return breaks[i] > from && sums[trimmed(para, from, breaks[i])]-sums[from] > width+slack
		})
		var line Line
		next := -1
		for k--; k >= 0 && breaks[k] > from; k-- {
			to := trimmed(para, from, breaks[k])
			if w := f.Width(para[from:to], s); w <= width+slack {
				line, next = Line{Text: para[from:to], Start: start + from, End: start + to, Width: w}, breaks[k]
				break
			}
		}
		if next < 0 {
			limit := len(para)
			if i := sort.SearchInts(breaks, from+1); i < len(breaks) {
				limit = breaks[i]
			}
			to, w := f.cutWord(para[from:limit], sums[from:], s, width)
			line = Line{Text: para[from : from+to], Start: start + from, End: start + from + to, Width: w}
			if next = from + to; strings.TrimRight(para[next:limit], " \t") == "" {
				next = limit
			}
		}
		out = append(out, line)
		from = next
	}
	return out
}

// trimmed returns the end of para[from:to] without the spaces at its end.
func trimmed(para string, from, to int) int {
	return from + len(strings.TrimRight(para[from:to], " \t"))
}

// cutWord returns how many bytes of a word that is too wide stand on the line,
// at least one grapheme, and their width.
func (f *Fonts) cutWord(word string, sums []float64, s Style, width float64) (int, float64) {
	var ends []int
	rest, state, at := word, -1, 0
	for rest != "" && (at == 0 || sums[at]-sums[0] <= width+slack) {
		var g string
		g, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		at += len(g)
		ends = append(ends, at)
	}
	for k := len(ends) - 1; k > 0; k-- {
		if w := f.Width(word[:ends[k]], s); w <= width+slack {
			return ends[k], w
		}
	}
	return ends[0], f.Width(word[:ends[0]], s)
}

// sums returns for each byte offset of a paragraph the advance of what stands
// before it in reading order, world units. It never falls.
func (f *Fonts) sums(para string, s Style) []float64 {
	out := make([]float64, len(para)+1)
	f.walk(para, s.Weight, func(p *piece, part stretch) {
		for _, g := range p.glyphs {
			out[part.from+int(g.at)+1] += max(0, float64(g.advance)) * s.Size
		}
	})
	for i := 1; i < len(out); i++ {
		out[i] += out[i-1]
	}
	return out
}

// opportunities returns the byte offsets after which a line may end, by UAX
// #14 and in Thai and Lao between syllables; the last is the end of the
// paragraph.
func opportunities(para string) []int {
	seg := segmenters.Get().(*segmenter.Segmenter)
	defer segmenters.Put(seg)
	runes := make([]rune, 0, len(para))
	at := make([]int, 0, len(para)+1)
	for i, r := range para {
		runes, at = append(runes, r), append(at, i)
	}
	at = append(at, len(para))
	seg.Init(runes)
	var out []int
	for it := seg.LineIterator(); it.Next(); {
		l := it.Line()
		for i := l.Offset + 1; i < l.Offset+len(l.Text); i++ {
			if syllableEnds(runes[i-1], runes[i]) {
				out = append(out, at[i])
			}
		}
		out = append(out, at[l.Offset+len(l.Text)])
	}
	if n := len(out); n == 0 || out[n-1] != len(para) {
		out = append(out, len(para))
	}
	return out
}
