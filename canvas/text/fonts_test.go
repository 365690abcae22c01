package text

import (
	"strings"
	"sync"
	"testing"
	"unicode"

	"warrant/assets/fonts"
)

func TestBundledFontsCoverWhatTheySay(t *testing.T) {
	total := 0
	for _, data := range [][]byte{fonts.Regular, fonts.Medium, fonts.SemiBold, fonts.Bold} {
		total += len(data)
		if string(data[:4]) != "\x00\x01\x00\x00" {
			t.Errorf("no TrueType outlines, which PDF needs: %q", data[:4])
		}
	}
	if total > 2<<20 {
		t.Errorf("%d bytes of fonts, want at most 2 MiB", total)
	}
	if !strings.Contains(fonts.License, "SIL OPEN FONT LICENSE") {
		t.Error("the licence is not beside the fonts")
	}
	const signs = "+−±×⊘⊕✓✗→←↑↓↔•…·¶§–—“”‘’«»„°%‰€₽№½≤≥≠≈∞▲▼●○■□◆\u00a0"
	var letters strings.Builder
	for _, r := range []struct {
		from, to rune
		in       *unicode.RangeTable
	}{{0x41, 0x17e, unicode.Latin}, {0x386, 0x3ce, unicode.Greek}, {0x400, 0x45f, unicode.Cyrillic}} {
		for c := r.from; c <= r.to; c++ {
			if unicode.Is(r.in, c) && c != 0x149 { // deprecated
				letters.WriteRune(c)
			}
		}
	}
	for w := Regular; w <= Bold; w++ {
		face := Bundled().base(w)
		for _, r := range letters.String() + signs {
			if !face.has(r) {
				t.Errorf("weight %d lacks %q", w, r)
			}
		}
	}
}

func TestSystemFontsAreLeftAloneUntilAGlyphIsMissing(t *testing.T) {
	f := newFonts()
	f.system = &system{}
	const known = "Disappointing results — Россия, Ελλάδα: 42 %\u00a0\u200d\ufe0f e\u0301"
	if got, want := f.Width(known, body), Bundled().Width(known, body); got != want {
		t.Errorf("width %v with the system's fonts behind, %v without", got, want)
	}
	if f.system.faces != nil {
		t.Error("the system's fonts were looked for")
	}
}

// What a machine has is its own matter; that it is asked must not change what
// the bundled faces set, nor fail.
func TestSystemFontsStandBehind(t *testing.T) {
	if testing.Short() {
		t.Skip("looks through the machine's fonts")
	}
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	f := newFonts()
	f.system = &system{}
	f.Warm()
	for name, text := range hostile {
		lines := f.Wrap(text, body, 200)
		checkLines(t, name, text, lines, 200)
	}
	const mixed = "中文 and Россия العربية 👩‍👧"
	for _, g := range f.Glyphs(nil, mixed, body) {
		f.Outline(g.Face, g.ID)
		f.Picture(g.Face, g.ID)
		if own := mixed[g.At] == 'a' || mixed[g.At] == ' '; own && g.Face != f.base(Regular) {
			t.Errorf("%q at %d is not set in the bundled face", mixed[g.At], g.At)
		}
	}
}

func TestMissingGlyphIsABox(t *testing.T) {
	f := Bundled()
	g := f.Glyphs(nil, "\u4e2d", body)
	if len(g) != 1 || g[0].ID != 0 || len(f.Outline(g[0].Face, 0)) == 0 || g[0].Advance <= 0 {
		t.Errorf("got %+v", g)
	}
	if got := f.Glyphs(nil, "\x00\x1b\u202e\ufeff", body); len(got) != 0 {
		t.Errorf("control characters have glyphs: %+v", got)
	}
}

func TestOutlineStandsOnTheBaseline(t *testing.T) {
	f := Bundled()
	g := f.Glyphs(nil, "H", Style{Size: 1})[0]
	top, bottom := float32(0), float32(-9)
	for _, s := range f.Outline(g.Face, g.ID) {
		top, bottom = min(top, s.Points[0][1]), max(bottom, s.Points[0][1])
	}
	if bottom != 0 || float64(-top) < CapHeight-0.01 || float64(-top) > CapHeight+0.01 {
		t.Errorf("H stands from %v to %v, want 0 to %v", bottom, top, -CapHeight)
	}
}

func TestPieceCacheIsBounded(t *testing.T) {
	f := newFonts()
	kept := f.shaped("kept", Regular, false)
	word := make([]byte, 40)
	for i := range 60_000 {
		for j := range word {
			word[j] = 'a' + byte(i>>(j%17)&15)
		}
		f.pieces.Put(pieceKey{text: string(word)}, &piece{glyphs: make([]pieceGlyph, 40)})
		if i%1000 == 0 && f.shaped("kept", Regular, false) != kept {
			t.Fatal("what is in use was dropped")
		}
	}
	if n := f.pieces.Bytes(); n == 0 || n > pieceBudget {
		t.Errorf("%d bytes of pieces", n)
	}
}

func TestManyAtOnce(t *testing.T) {
	f := newFonts()
	want := Bundled().Width("shared אב words 中", body)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 50 {
				if got := f.Width("shared אב words 中", body); got != want {
					t.Errorf("width %v, want %v", got, want)
				}
				for _, g := range f.Glyphs(nil, "ab中", body) {
					f.Outline(g.Face, g.ID)
				}
				f.Wrap("one two three four", body, 40)
			}
		})
	}
	all.Wait()
}
