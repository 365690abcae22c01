package text

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// longestPiece bounds what is shaped at once, in bytes: shaping costs more
// than its length where marks pile up, and a piece of the cache should be
// small. Longer words are cut.
const longestPiece = 1024

// shaped returns the piece for a part of a line without a space. The text may
// hold anything; what cannot be drawn has no glyph or the box.
func (f *Fonts) shaped(s string, w Weight, rtl bool) *piece {
	k := pieceKey{s, w, rtl}
	if p, ok := f.pieces.Get(k); ok {
		return p
	}
	k.text = strings.Clone(s) // not the whole line it is a part of
	p := f.shape(s, w, rtl)
	f.pieces.Put(k, p)
	return p
}

func (f *Fonts) shape(s string, w Weight, rtl bool) *piece {
	f.mu.Lock()
	defer f.mu.Unlock()

	runes := make([]rune, 0, len(s))
	at := make([]uint32, 0, len(s))
	for i, r := range s { // a byte that is not UTF-8 comes as U+FFFD
		if r == '\t' {
			r = ' '
		}
		if control(r) {
			continue
		}
		runes, at = append(runes, r), append(at, uint32(i))
	}
	spans := f.spans(runes, w)
	p := &piece{plain: len(runes) == utf8.RuneCountInString(s)}
	x := 0.0
	for i := range spans {
		sp := spans[i]
		if rtl { // the last span stands leftmost
			sp = spans[len(spans)-1-i]
		}
		if !f.fill(sp, runes, rtl) {
			sp.face = f.base(w)
			f.fill(sp, runes, rtl)
		}
		for j, g := range f.buf.Info {
			pos := f.buf.Pos[j]
			advance := float64(pos.XAdvance) / sp.face.em
			p.plain = p.plain && plainly(sp, g, pos, runes, sp.from+j)
			p.glyphs = append(p.glyphs, pieceGlyph{
				face: sp.face, id: uint32(g.Glyph),
				x: float32(x + float64(pos.XOffset)/sp.face.em), y: float32(-float64(pos.YOffset) / sp.face.em),
				advance: float32(advance), at: at[min(g.Cluster, len(at)-1)],
			})
			x += advance
		}
	}
	p.advance = float32(math.Max(0, x))
	return p
}

// fill shapes a span into the buffer. It reports false where a system face
// turned out to be broken.
func (f *Fonts) fill(sp span, runes []rune, rtl bool) (ok bool) {
	if sp.face.Bundled == nil {
		defer func() {
			if recover() != nil {
				f.buf = harfbuzz.NewBuffer()
				ok = false
			}
		}()
	}
	f.buf.Clear()
	f.buf.AddRunes(runes, sp.from, sp.to-sp.from)
	f.buf.Props = harfbuzz.SegmentProperties{
		Direction: harfbuzz.LeftToRight, Script: sp.script, Language: f.language,
	}
	if rtl {
		f.buf.Props.Direction = harfbuzz.RightToLeft
	}
	f.buf.Shape(sp.face.shaper, nil)
	return true
}

// plainly reports whether a glyph is what a bundled face has for just the one
// character at i, on the baseline.
func plainly(sp span, g harfbuzz.GlyphInfo, pos harfbuzz.GlyphPosition, runes []rune, i int) bool {
	if sp.face.Bundled == nil || g.Glyph == 0 || g.Cluster != i || pos.XOffset != 0 || pos.YOffset != 0 || i >= sp.to {
		return false
	}
	own, ok := sp.face.face.Font.NominalGlyph(runes[i])
	return ok && own == g.Glyph && runes[i] <= 0xffff
}

// A span is what one call of the shaper takes.
type span struct {
	from, to int
	script   language.Script
	face     *Face
}

// spans cuts runes where the script or the face changes. Characters of no
// script of their own go with what stands before them; marks and joiners go
// with the face of their base.
func (f *Fonts) spans(runes []rune, w Weight) []span {
	var out []span
	base := f.base(w)
	cur := span{script: language.Common}
	han := hanTaste(runes, f.language)
	var face *Face
	for i, r := range runes {
		script := language.LookupScript(r)
		if !script.Strong() {
			script = cur.script
		}
		next := face
		switch {
		case face != nil && sticks(r) && (invisible(r) || face.has(r)):
		case base.has(r) || invisible(r):
			next = base
		case face != nil && face != base && script == cur.script && face.has(r):
		default:
			next = base // its box, if the system has none
			if f.system != nil {
				if g := f.system.face(r, script, w, tasteOf(r, script, han)); g != nil {
					next = g
				}
			}
		}
		if cur.script == language.Common {
			cur.script = script
		}
		if face != nil && (next != face || script != cur.script) {
			cur.to, cur.face = i, face
			out = append(out, cur)
			cur = span{from: i, script: script}
		}
		face = next
	}
	if face != nil {
		cur.to, cur.face = len(runes), face
		out = append(out, cur)
	}
	return out
}

// control reports what has neither width nor picture: it is left out before
// shaping, so that no font can give it a box.
func control(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff ||
		r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0x61c
}

// invisible reports characters that steer shaping and need no glyph.
func invisible(r rune) bool {
	return r >= 0x200b && r <= 0x200d || r >= 0xfe00 && r <= 0xfe0f || r == 0xad ||
		r >= 0x2060 && r <= 0x2064 || r >= 0xe0000 && r <= 0xe01ef || r == 0x180e || r == 0x34f
}

// sticks reports characters that belong to the one before them.
func sticks(r rune) bool {
	return r >= 0x300 && (invisible(r) || unicode.Is(unicode.M, r) || r >= 0x1f3fb && r <= 0x1f3ff)
}

// cut returns how many bytes of s make its next piece: a single space, or
// what stands before one, at most longestPiece bytes and not before a mark
// unless there are nothing but marks.
func cut(s string) int {
	if s[0] == ' ' {
		return 1
	}
	n := strings.IndexByte(s[:min(len(s), longestPiece)], ' ')
	if n > 0 {
		return n
	}
	if len(s) <= longestPiece {
		return len(s)
	}
	n = longestPiece
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	if n == 0 { // no UTF-8 at all
		return longestPiece
	}
	for m := n; m > longestPiece/2; m-- {
		if r, _ := utf8.DecodeRuneInString(s[m:]); utf8.RuneStart(s[m]) && !sticks(r) {
			return m
		}
	}
	return n
}
